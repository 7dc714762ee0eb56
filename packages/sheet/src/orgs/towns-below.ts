import { compare, type Decimal, sum } from "@taizhang/quantity";
import { put } from "../multimap.ts";
import { rankOf } from "./above.ts";
import type { KnownOrg } from "./org-names.ts";

/** A place in a table, in the table's order, with what it has there by measure (target, actual, or a column). */
export interface PlaceRow {
  readonly org: KnownOrg;
  readonly amounts: ReadonlyMap<string, Decimal>;
}

/** Towns by the name of their district: all that it has, or some of them only. */
export interface TownsBelow {
  readonly whole: ReadonlyMap<string, readonly string[]>;
  readonly partly: ReadonlyMap<string, readonly string[]>;
}

/**
 * The towns that stand under a district in a table of several districts, by the district's name (下辖乡镇): 南关区, then
 * 新春街道 and 桃源街道, then 宽城区. No directory is asked where a town lies, so the figures must bear it out: the towns add
 * up to the district, or another place follows them, as one does under the last district of a list that lists towns under those
 * before it, or the table's total is right without them. Towns that have more
 * than the district in anything stand beside it.
 */
export function townsBelow(
  rows: readonly PlaceRow[],
  totals: ReadonlyMap<string, Decimal>,
  on: string | undefined,
): TownsBelow {
  const whole = new Map<string, readonly string[]>();
  const partly = new Map<string, readonly string[]>();
  const isFlat = equalsSome(totals, sumsOf(rows));
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
    if (orders.length === 0 || orders.some((order) => order > 0)) continue;
    const names = towns.map(({ org }) => org.name);
    const addUp = orders.filter((order) => order === 0).length;
    const isBorneOut = () => equalsSome(totals, sumsOf(rows.filter((row) => !towns.includes(row))));
    // Towns that add up in target and actual alike are the district's though the total adds all once more.
    if ((addUp > 1 && addUp === orders.length) || (!isFlat && (addUp > 0 || isBorneOut())))
      whole.set(upper.org.name, names);
    else if (!isFlat && (end < rows.length || whole.size + partly.size > 0))
      partly.set(upper.org.name, names);
  }
  // Beside districts with all their towns a town may as well be the city's own: then the total counts it.
  const listed = new Set([...whole.values()].flat());
  const isCounted =
    whole.size > 0 && equalsSome(totals, sumsOf(rows.filter(({ org }) => !listed.has(org.name))));
  return { whole, partly: isCounted ? new Map() : partly };
}

const isTown = (org: KnownOrg | undefined, on: string | undefined): boolean =>
  org?.kind === "division" && rankOf(org, on) === 4;

const isDistrict = (org: KnownOrg, on: string | undefined): boolean =>
  org.kind === "division" && (rankOf(org, on) === 3 || /[^街]区$/.test(org.name));

/** What rows have together, in each measure that one of them has. */
function sumsOf(rows: readonly PlaceRow[]): ReadonlyMap<string, Decimal> {
  const lists = new Map<string, Decimal[]>();
  for (const { amounts } of rows) for (const [measure, amount] of amounts) put(lists, measure, amount);
  return new Map([...lists].map(([measure, list]) => [measure, sum(list)]));
}

const equalsSome = (totals: ReadonlyMap<string, Decimal>, sums: ReadonlyMap<string, Decimal>): boolean =>
  [...totals].some(([measure, total]) => {
    const added = sums.get(measure);
    return added !== undefined && compare(added, total) === 0;
  });
