import type { Day } from "./day.ts";
import type { Division } from "./division.ts";
import { divisionIndex, isInForce, liesIn } from "./divisions.ts";
import { nameKey } from "./name-key.ts";

/**
 * How far two names are apart: letters to change, add or drop, two neighbours swapped counting one; `limit`
 * + 1 stands for more.
 */
export const distance = (a: string, b: string, limit: number): number => {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let older: number[] = [];
  let before = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j += 1) {
      const same = a.charAt(i - 1) === b.charAt(j - 1);
      let cost = Math.min((before[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (before[j - 1] ?? 0) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a.charAt(i - 1) === b.charAt(j - 2) && a.charAt(i - 2) === b.charAt(j - 1))
        cost = Math.min(cost, (older[j - 2] ?? 0) + 1);
      row.push(cost);
      least = Math.min(least, cost);
    }
    if (least > limit) return limit + 1;
    older = before;
    before = row;
  }
  return before[b.length] ?? limit + 1;
};

const most = 5;

/** The divisions in force whose names are near a mistyped key, nearest first, at most five. */
export const similarDivisions = (key: string, on: Day, within?: string): Division[] => {
  if (key.length < 2 || key.length > 20) return [];
  const limit = key.length > 4 ? 2 : 1;
  const found: { division: Division; cost: number }[] = [];
  for (const division of divisionIndex().all) {
    if (!isInForce(division, on)) continue;
    if (within !== undefined && !liesIn(division, within)) continue;
    const name = nameKey(division.name);
    let cost = distance(key, name, limit);
    if (cost > limit) continue;
    // the kind at the end is seldom what was mistyped
    if (name.at(-1) !== key.at(-1)) cost += 0.5;
    if (name.charAt(0) !== key.charAt(0)) cost += 0.25;
    found.push({ division, cost });
  }
  return found
    .sort((a, b) => a.cost - b.cost || (a.division.code < b.division.code ? -1 : 1))
    .slice(0, most)
    .map(({ division }) => division);
};
