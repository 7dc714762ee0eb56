import type { Day } from "./day.ts";
import { departmentIndex } from "./departments.ts";
import type { UnitReference } from "./resolution.ts";
import { resolveDepartment } from "./resolve-department.ts";
import { distance } from "./similar.ts";

const most = 3;

/** The departments whose names are one letter away from a mistyped key, its first words kept as a prefix. */
export const similarDepartments = (key: string, on: Day, within?: string): UnitReference[] => {
  if (key.length < 3 || key.length > 20) return [];
  const found = new Map<string, UnitReference & { cost: number }>();
  for (const [name, matches] of departmentIndex().byName) {
    if (name.length < 3 || name.length > key.length + 1) continue;
    // the prefix is what the name leaves in front; one letter may be missing or too many
    for (const size of [name.length, name.length - 1, name.length + 1]) {
      const at = key.length - size;
      if (at < 0 || at > 10 || distance(key.slice(at), name, 1) > 1) continue;
      const answer = resolveDepartment(key.slice(0, at) + name, on, within);
      if (answer?.type !== "department" || answer.ended === true || answer.name === undefined) continue;
      const cost = matches[0]?.rank ?? 0;
      const id = `${answer.parent} ${answer.department}`;
      if ((found.get(id)?.cost ?? 9) <= cost) continue;
      found.set(id, {
        type: "department",
        name: answer.name,
        ...(answer.short === undefined ? {} : { short: answer.short }),
        ...(answer.level === undefined ? {} : { level: answer.level }),
        ...(answer.parent === undefined ? {} : { parent: answer.parent }),
        cost,
      });
    }
  }
  return [...found.values()]
    .sort((a, b) => a.cost - b.cost)
    .slice(0, most)
    .map(({ cost: _, ...reference }) => reference);
};
