import { compare, type Decimal, shift, sum, toNumber } from "@taizhang/quantity";
import type { Cell, Entry } from "../entry.ts";
import type { Field } from "../field.ts";
import { put } from "../multimap.ts";
import { readAmount } from "../read/amount.ts";
import type { Table } from "../table.ts";
import { unitOfAmount } from "./amounts.ts";
import type { Owner } from "./owner.ts";

/** The rows that their leads have broken down by places (牵头单位分地区列出的行). */
interface Listings {
  /** The places have targets of their own, which are together the ledger's. */
  readonly haveTargets: (row: Entry) => boolean;
  /**
   * The places of a list as one report of its lead, at the first of them; `added` for the others. Undefined where they stand for
   * themselves.
   */
  readonly sumOf: (entry: Entry) => Entry | "added" | undefined;
}

/**
 * What becomes of the places that leads list. They stand for themselves where their targets are together the ledger's in
 * each list, so that each has its own rate and light, and where some are missing or have returned theirs as well; else their
 * sum is the lead's report, as it is where the lead has reported the row whole in another month.
 */
export function listingsOf(owners: ReadonlyMap<Entry, Owner>): Listings {
  const lists = new Map<Entry, Entry[]>();
  const others = new Map<Entry, Set<Owner["as"]>>();
  for (const [entry, { row, as, listedBy }] of owners)
    if (listedBy !== undefined) put(lists, row, entry);
    else others.set(row, (others.get(row) ?? new Set()).add(as));
  const withTargets = new Set<Entry>();
  const sums = new Map<Entry, Entry | "added">();
  for (const [row, entries] of lists) {
    const beside = others.get(row);
    if (beside?.has("share") || beside?.has("check")) continue;
    const byTable = new Map<Table, Entry[]>();
    for (const entry of entries) put(byTable, entry.table, entry);
    const own = [...byTable.values()];
    if (row.leads.length < 2 && !beside?.has("own") && own.every((list) => isTargetOf(list, row))) {
      withTargets.add(row);
      continue;
    }
    const places = new Set(entries.map(({ division }) => division)).size;
    const isWhole = (list: readonly Entry[]) => list.length === places && list.every(hasFigure);
    if (row.leads.length < 2 && !beside?.has("own") && !own.every(isWhole)) continue;
    for (const list of own)
      for (const [at, entry] of list.entries())
        sums.set(entry, at === 0 ? asOne(list, row, isWhole(list)) : "added");
  }
  return { haveTargets: (row) => withTargets.has(row), sumOf: (entry) => sums.get(entry) };
}

/** The targets of all are together that of the row. */
function isTargetOf(list: readonly Entry[], row: Entry): boolean {
  const [whole, ...parts] = [row, ...list].map((entry) => amountOf(entry.cells.get("target"), entry, row));
  const known = parts.flatMap((part) => part ?? []);
  return whole !== undefined && known.length === parts.length && compare(sum(known), whole) === 0;
}

/** An amount in the row's base unit; undefined where there is none, or in another unit. */
function amountOf(cell: Cell | undefined, entry: Entry, row: Entry): Decimal | undefined {
  const amount = readAmount(cell, entry);
  if (amount.status === "notApplicable") return sum([]);
  const { unit, power } = unitOfAmount(amount, entry, row);
  const own = unitOfAmount(readAmount(row.cells.get("target"), row), row, undefined);
  return amount.status === "reported" && amount.amount !== undefined && unit === own.unit
    ? shift(amount.amount, power)
    : undefined;
}

/** The cumulative figure is there, where the table asks for it, else that of the month. */
const hasFigure = (entry: Entry): boolean =>
  readAmount(entry.cells.get("actualCumulative") ?? entry.cells.get("actualPeriod"), entry).status !==
  "missing";

const added: readonly Field[] = [
  "actualCumulative",
  "actualPeriod",
  "actualLastYear",
  "actualLastCumulative",
];

/** The rows of a list as one, in the place of the first; where a place or its figure is missing there is no sum of all. */
function asOne(list: readonly Entry[], row: Entry, isWhole: boolean): Entry {
  const { division: _, ...first } = list[0] as Entry;
  const cells = new Map(first.cells);
  cells.delete("target");
  for (const field of added) {
    const cell = cells.get(field);
    if (!cell) continue;
    const amounts = list.flatMap((entry) => amountOf(entry.cells.get(field), entry, row) ?? []);
    const { power } = unitOfAmount(readAmount({ ...cell, value: 1 }, first), first, row);
    const whole = isWhole && amounts.length === list.length ? shift(sum(amounts), -power) : undefined;
    cells.set(field, { ...cell, value: whole === undefined ? null : toNumber(whole), text: whole ?? "" });
  }
  return { ...first, cells };
}
