import type { Department } from "./department.ts";
import type { UnitLevel } from "./division.ts";

const fallback: readonly UnitLevel[] = ["county", "prefecture", "township", "village", "province", "state"];

// what the words of the centre begin with
const central = /^(?:国家|国务院|中央|全国|中国|中华)/;

/** The canonical name at a level with a prefix in front. */
export const canonicalName = (
  department: Department,
  level: UnitLevel | undefined,
  prefix: string,
): string => {
  const { names } = department;
  const own =
    (level === undefined ? undefined : names[level]) ??
    fallback.map((one) => names[one]).find((name) => name !== undefined) ??
    department.function;
  if (prefix === "") return department.type === "party" && own.length > 2 ? own.replace(/^委(?=.)/, "") : own;
  if (level === "state" && central.test(own)) return own;
  return prefix + own;
};

// 委员会 shortens to 委, 办公室 to 办
const endings: readonly (readonly [RegExp, string])[] = [
  [/委员会$/, "委"],
  [/办公[室厅]$/, "办"],
];

/** Whether a short name takes its letters from the full one in order: 质检总局 is not short for 质量技术监督局. */
const isDrawnFrom = (short: string, full: string): boolean => {
  let at = 0;
  for (const letter of full) if (letter === short.charAt(at)) at += 1;
  return at === short.length;
};

/** The short name that goes with the canonical one of the level: 局 with 局, 委 with 委员会. */
export const shortDepartmentName = (
  department: Department,
  level: UnitLevel | undefined,
  prefix: string,
): string => {
  const name = canonicalName(department, level, "");
  const own = canonicalName(department, level, "x").slice(1);
  const usable = department.short.filter((one) => one.length > 1 && isDrawnFrom(one, own));
  const ending = endings.find(([pattern]) => pattern.test(name))?.[1] ?? name.at(-1) ?? "";
  const short = usable.find((one) => one.endsWith(ending)) ?? usable[0] ?? name;
  // of 委组织部 and 组织部 the one that the prefix asks for
  if (prefix !== "" && department.type === "party" && own.startsWith("委") && !short.startsWith("委"))
    return `${prefix}委${short}`;
  if (prefix === "" && department.type === "party") return short.replace(/^委(?=..)/, "");
  return level === "state" && central.test(short) ? short : prefix + short;
};
