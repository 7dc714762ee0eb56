import type { Day } from "./day.ts";
import type { Resolution } from "./resolution.ts";
import { departmentReference, resolveDepartment } from "./resolve-department.ts";
import type { Towns } from "./town-index.ts";

const both = /^(.{0,20}?)([省市州县区旗盟镇乡]|自治区党)委\2?(?:自治区)?(?:人民)?政府(办公[室厅]|办)?$/;

/** The two bodies that 区委区政府 and 市委市政府办公室 name at once (党委和政府). */
const bothIn = (key: string): readonly [string, string] | undefined => {
  const [whole, front = "", level = "", office = ""] = both.exec(key) ?? [];
  if (whole === undefined) return undefined;
  return level === "自治区党"
    ? [`${front}自治区党委${office}`, `${front}自治区政府${office}`]
    : [`${front}${level}委${office}`, `${front}${level}政府${office}`];
};

/** The answer where a key names a party committee and its government at once: a group of the two. */
export const resolveBoth = (
  key: string,
  on: Day,
  within: string | undefined,
  towns: Towns | undefined,
): Resolution | undefined => {
  const members = bothIn(key)?.flatMap((name) =>
    departmentReference(resolveDepartment(name, on, within, towns)),
  );
  if (members?.length !== 2) return undefined;
  return {
    type: "group",
    name: key,
    ...(within === undefined ? {} : { parent: within }),
    successors: [],
    members,
    evidence: [{ code: "expanded", day: on }],
  };
};
