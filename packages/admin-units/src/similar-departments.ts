import type { Day } from "./day.ts";
import { departmentIndex } from "./departments.ts";
import type { UnitReference } from "./resolution.ts";
import { resolveDepartment } from "./resolve-department.ts";
import { distance, indexLetters, type LetterIndex, sharedLetters } from "./similar.ts";

let letters: LetterIndex<string> | undefined;

const most = 3;
const longestPrefix = 10;

/** The departments whose names are one letter away from a mistyped key, its first words kept as a prefix. */
export const similarDepartments = (key: string, on: Day, within?: string): UnitReference[] => {
  if (key.length < 3 || key.length > 20) return [];
  const { byName } = departmentIndex();
  // companies differ by a letter: 水利投资公司 is no slip of 水务投资公司
  letters ??= indexLetters(
    [...byName].flatMap(([name, matches]) =>
      name.length > 2 && matches.some(({ department }) => department.type !== "company") ? [name] : [],
    ),
    (name) => name,
  );
  const found = new Map<string, { reference: UnitReference; cost: number }>();
  for (const [name, shared] of sharedLetters(letters, key)) {
    if (shared < new Set(name).size - 1) continue;
    // the prefix is what the name leaves in front; one letter may be missing or too many
    for (const size of [name.length, name.length - 1, name.length + 1]) {
      const at = key.length - size;
      if (at < 0 || at > longestPrefix || distance(key.slice(at), name, 1) > 1) continue;
      const answer = resolveDepartment(key.slice(0, at) + name, on, within);
      if (answer?.type !== "department" || answer.ended === true || answer.name === undefined) continue;
      const cost = byName.get(name)?.[0]?.rank ?? 0;
      const id = `${answer.parent} ${answer.department}`;
      if ((found.get(id)?.cost ?? 9) <= cost) continue;
      const reference: UnitReference = {
        type: "department",
        name: answer.name,
        ...(answer.short === undefined ? {} : { short: answer.short }),
        ...(answer.level === undefined ? {} : { level: answer.level }),
        ...(answer.parent === undefined ? {} : { parent: answer.parent }),
      };
      found.set(id, { reference, cost });
    }
  }
  return [...found.values()]
    .sort((a, b) => a.cost - b.cost)
    .slice(0, most)
    .map(({ reference }) => reference);
};
