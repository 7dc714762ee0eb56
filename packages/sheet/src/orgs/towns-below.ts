import { compare, type Decimal, sum } from "@taizhang/quantity";
import { rankOf } from "./above.ts";
import type { KnownOrg } from "./org-names.ts";

/** A place in a table, in the table's order, with what it has there by measure (target, actual, or a column). */
export interface PlaceRow {
  readonly org: KnownOrg;
  readonly amounts: ReadonlyMap<string, Decimal>;
}

/**
 * The towns that stand under a district in a table of several districts, by the district's name (下辖乡镇): 南关区, then
 * 新春街道 and 桃源街道, then 宽城区. No directory is asked where a town lies, so the figures must bear it out: the towns add
 * up to the district, or another place follows them, or the table's total is right without them. Towns that have more
 * than the district stand beside it.
 */
export function townsBelow(
  rows: readonly PlaceRow[],
  totals: ReadonlyMap<string, Decimal>,
  on: string | undefined,
): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, readonly string[]>();
  for (let at = 0; at < rows.length; at += 1) {
    const upper = rows[at];
    if (!upper || !isDistrict(upper.org, on)) continue;
    let end = at + 1;
    while (isTown(rows[end]?.org, on)) end += 1;
    const towns = rows.slice(at + 1, end);
    if (towns.length === 0) continue;
    const together = sumsOf(towns);
    const orders = [...upper.amounts].flatMap(([measure, own]) => {
      const below = together.get(measure);
      return below === undefined ? [] : [compare(below, own)];
    });
    const rest = rows.filter((row) => !towns.includes(row));
    const inside =
      orders.includes(0) ||
      (!equalsSome(totals, sumsOf(rows)) &&
        orders.some((order) => order < 0) &&
        (end < rows.length || equalsSome(totals, sumsOf(rest))));
    if (inside)
      found.set(
        upper.org.name,
        towns.map(({ org }) => org.name),
      );
  }
  return found;
}

const isTown = (org: KnownOrg | undefined, on: string | undefined): boolean =>
  org?.kind === "division" && rankOf(org, on) === 4;

const isDistrict = (org: KnownOrg, on: string | undefined): boolean =>
  org.kind === "division" && (rankOf(org, on) === 3 || /[^街]区$/.test(org.name));

/** What rows have together, in each measure that one of them has. */
function sumsOf(rows: readonly PlaceRow[]): ReadonlyMap<string, Decimal> {
  const lists = new Map<string, Decimal[]>();
  for (const { amounts } of rows)
    for (const [measure, amount] of amounts) {
      const list = lists.get(measure);
      if (list) list.push(amount);
      else lists.set(measure, [amount]);
    }
  return new Map([...lists].map(([measure, list]) => [measure, sum(list)]));
}

const equalsSome = (totals: ReadonlyMap<string, Decimal>, sums: ReadonlyMap<string, Decimal>): boolean =>
  [...totals].some(([measure, total]) => {
    const added = sums.get(measure);
    return added !== undefined && compare(added, total) === 0;
  });
