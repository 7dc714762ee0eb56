import type { Department, NamingLevel } from "./department.ts";
import type { UnitLevel } from "./division.ts";

const fallback: readonly NamingLevel[] = ["county", "prefecture", "township", "village", "province", "state"];

/** The level that names go by: a municipality's and the 兵团's are named as a city's (民政局, 教育委员会). */
export const namingLevel = (
  level: UnitLevel | undefined,
  owner: { readonly name: string } | undefined,
): NamingLevel | undefined =>
  level === "province" && owner?.name.endsWith("市") === true
    ? "municipality"
    : level === "province" && owner?.name.endsWith("兵团") === true
      ? "prefecture"
      : level;

/** 自治区党委组织部, but 区委组织部. */
const partyPrefix = (prefix: string): string => (prefix.endsWith("自治区") ? `${prefix}党` : prefix);

const levelWord = /^(?:.|地区|自治区|街道|社区)$/;

/** Whether a text begins with a word that only the centre uses. */
export const isCentral = (text: string): boolean => /^(?:国家|国务院|中央|全国|中国|中华|最高)/.test(text);

const bareName = ({ names, function: fn }: Department, level: NamingLevel | undefined): string =>
  (level === undefined ? undefined : names[level]) ??
  (level === "municipality" ? names.prefecture : undefined) ??
  fallback.map((one) => names[one]).find((name) => name !== undefined) ??
  fn;

/** The canonical name at a level with a prefix in front. */
export const canonicalName = (
  department: Department,
  level: NamingLevel | undefined,
  prefix: string,
): string => {
  const own = bareName(department, level);
  if (prefix === "" && own.includes("~")) return own.replace("~", "");
  // 委组织部 needs a 区 in front
  if (prefix === "") return department.type === "party" ? own.replace(/^委(?=..)/, "") : own;
  // 共青团~委员会: the division's name stands inside, a mere 区 does not
  if (own.includes("~"))
    return levelWord.test(prefix) ? shortDepartmentName(department, level, prefix) : own.replace("~", prefix);
  if (level === "state" && isCentral(own)) return own;
  return (own.startsWith("委") ? partyPrefix(prefix) : prefix) + own;
};

// 委员会 shortens to 委, 办公室 to 办
const endings: readonly (readonly [RegExp, string])[] = [
  [/委员会$/, "委"],
  [/办公[室厅]$/, "办"],
];

/** Whether a short name takes its letters from the full one in order: 质检总局 is not short for 质量技术监督局. */
export const isDrawnFrom = (short: string, full: string): boolean => {
  let at = 0;
  for (const letter of full) if (letter === short.charAt(at)) at += 1;
  return at === short.length;
};

/** The short name that goes with the canonical one of the level: 局 with 局, 委 with 委员会. */
export const shortDepartmentName = (
  department: Department,
  level: NamingLevel | undefined,
  prefix: string,
): string => {
  const own = bareName(department, level);
  const usable = department.short.filter(
    (one) => isDrawnFrom(one, own) && (level === "state" || !isCentral(one)),
  );
  const ending = endings.find(([pattern]) => pattern.test(own))?.[1] ?? own.at(-1) ?? "";
  const short =
    (level === "state" ? usable.find((one) => isCentral(one) || /中央$|办$/.test(one)) : undefined) ??
    usable.find((one) => one.endsWith(ending)) ??
    usable[0] ??
    own;
  if (level === "state")
    return /^(?:国家|中国|全国)/.test(own) && !/^[中国全]|中央$/.test(short)
      ? own.slice(0, 2) + short
      : short;
  if (short === "团委" && levelWord.test(prefix)) return `团${prefix}委`;
  // of 委组织部 and 组织部 the one that the prefix asks for
  if (department.type === "party" && prefix === "") return short.replace(/^委(?=..)/, "");
  if (department.type === "party" && own.startsWith("委") && !short.startsWith("委"))
    return `${partyPrefix(prefix)}委${short}`;
  return (short.startsWith("委") ? partyPrefix(prefix) : prefix) + short;
};
