import type { Day } from "./day.ts";
import { departmentIndex, departmentKey } from "./departments.ts";
import { nameKey } from "./name-key.ts";
import type { Resolution, UnitReference } from "./resolution.ts";
import { departmentReference, resolveDepartment } from "./resolve-department.ts";
import { distance, indexLetters, type LetterIndex, sharedLetters, similarDivisions } from "./similar.ts";

let letters: LetterIndex<string> | undefined;

const most = 3;
const longestPrefix = 10;

/** Whether a department stands at the level of the answer: there is no 区民航局. */
const existsAt = ({ department, level }: Resolution): boolean => {
  const names = departmentIndex().byId.get(department ?? "")?.names;
  if (names === undefined || level === undefined || names[level] !== undefined) return true;
  return level === "province" && (names.municipality ?? names.prefecture) !== undefined;
};

const divisionLetter = /[省市县区旗州盟]$/;

/** A department known by name whose division is mistyped: 南官区教育局 is most likely 南关区教育局. */
const ofSimilarDivisions = (key: string, on: Day, within?: string): UnitReference[] => {
  const { byName } = departmentIndex();
  for (let at = 3; at <= Math.min(longestPrefix, key.length - 2); at += 1) {
    const place = key.slice(0, at);
    if (!divisionLetter.test(place) || !byName.has(departmentKey(key.slice(at)))) continue;
    return similarDivisions(place, on, within).flatMap((division) =>
      departmentReference(resolveDepartment(nameKey(division.name) + key.slice(at), on, within)),
    );
  }
  return [];
};

/** The departments whose names are one letter away from a mistyped key, its first words kept as a prefix. */
export const similarDepartments = (key: string, on: Day, within?: string): UnitReference[] => {
  if (key.length < 3 || key.length > 20) return [];
  const misplaced = ofSimilarDivisions(key, on, within);
  if (misplaced.length > 0) return misplaced.slice(0, most);
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
      if (answer?.type !== "department" || answer.ended === true) continue;
      if (!existsAt(answer)) continue;
      const cost = byName.get(name)?.[0]?.rank ?? 0;
      const id = `${answer.parent} ${answer.department}`;
      if ((found.get(id)?.cost ?? 9) <= cost) continue;
      for (const reference of departmentReference(answer)) found.set(id, { reference, cost });
    }
  }
  return [...found.values()]
    .sort((a, b) => a.cost - b.cost)
    .slice(0, most)
    .map(({ reference }) => reference);
};
