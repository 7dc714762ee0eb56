import { compare, type Decimal, shift, sum, toNumber } from "@taizhang/quantity";
import type { Cell, Entry } from "../entry.ts";
import type { Field } from "../field.ts";
import { put } from "../multimap.ts";
import { isTownName } from "../orgs/division-name.ts";
import { readAmount } from "../read/amount.ts";
import { blankOf } from "../read/blank-cell.ts";
import { unitOfAmount } from "./amounts.ts";
import type { Owner } from "./owner.ts";

/** A place that a lead lists. */
interface Listed extends Owner {
  readonly entry: Entry;
}

/**
 * Settles what becomes of the places that leads list (牵头单位分地区列出的行). They stand for themselves where their targets are
 * together the ledger's in each list, so that each has its own rate and light, and where some are missing or have returned
 * theirs as well; else their sum is the lead's report, as it is where the lead has reported the row whole in another month.
 * Beside such a report a list of some places is none.
 */
export function settleLists(owners: Map<Entry, Owner>): void {
  const lists = new Map<Entry, Listed[]>();
  const others = new Map<Entry, Listed[]>();
  for (const [entry, owner] of owners)
    put(owner.listedBy === undefined ? others : lists, owner.row, { ...owner, entry });
  for (const [row, entries] of lists) {
    const beside = others.get(row) ?? [];
    // Some have returned theirs as well.
    const isBoth = [...beside, ...entries].some(({ as, listedBy }) => as === (listedBy ? "check" : "share"));
    const settle = ({ entry, ...owner }: Listed, to: Partial<Owner>) =>
      owners.set(entry, { ...owner, ...owners.get(entry), ...to });
    const isJoint = row.leads.length > 1;
    const isOne = isJoint || beside.some(({ as }) => as === "own");
    const own = listsOf(entries);
    const isTargets = !isOne && !isBoth && own.every((list) => compared(list, row) === 0);
    const isOfTowns = entries.some(({ of = "" }) => isTownName(of));
    const places = new Map([...beside, ...entries].map((one) => [one.of, one]));
    for (const place of places.keys())
      if (place === undefined || isTownName(place) !== isOfTowns) places.delete(place);
    for (const list of own)
      if ((compared(list, row) ?? 0) > 0) for (const one of list) settle(one, { isOther: true });
    const isShort = (list: readonly Listed[]) => (compared(list, row) ?? 0) < 0;
    if (isTargets || (!isOne && !isShort([...places.values()])))
      for (const one of entries) settle(one, { list: isTargets ? "targets" : "whole" });
    const isSome = (list: readonly Listed[]) => isShort(list) || (!isJoint && list.length < places.size);
    const isWhole = (list: readonly Listed[]) => !isSome(list) && list.every(({ entry }) => hasFigure(entry));
    if (isTargets || (!isOne && (isBoth || !own.every(isWhole)))) continue;
    for (const list of own)
      for (const [at, one] of list.entries())
        if (isSome(list)) settle(one, { as: "others" });
        else settle(one, { list: at > 0 ? "added" : asOne(list, row, isWhole(list)) });
  }
}

/** The lists of one lead and month: its places may stand in several tables, and each is in a list once. */
function listsOf(entries: readonly Listed[]): Listed[][] {
  const lists: Listed[][] = [];
  const periodOf = ({ entry }: Listed) => entry.table.period?.value;
  for (const one of entries) {
    const list = lists.find((others) =>
      others.every(
        (other) =>
          other.listedBy === one.listedBy && periodOf(other) === periodOf(one) && other.of !== one.of,
      ),
    );
    if (list) list.push(one);
    else lists.push([one]);
  }
  return lists;
}

/** How the targets of all compare with that of the row, where each is known. */
function compared(list: readonly Listed[], row: Entry): number | undefined {
  const targetOf = (entry: Entry) => amountOf(entry.cells.get("target"), entry, row);
  const [whole, parts] = [targetOf(row), list.flatMap(({ entry }) => targetOf(entry) ?? [])];
  return whole === undefined || parts.length < list.length ? undefined : compare(sum(parts), whole);
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

/** The cumulative figure can be read, where the table asks for it, else that of the month. */
function hasFigure(entry: Entry): boolean {
  const cell = entry.cells.get("actualCumulative") ?? entry.cells.get("actualPeriod");
  const { status, amount } = readAmount(cell, entry);
  return status === "notApplicable" || amount !== undefined;
}

const added: readonly Field[] = [
  "actualCumulative",
  "actualPeriod",
  "actualLastYear",
  "actualLastCumulative",
];

/** The rows of a list as one, in the place of the first; where a place or its figure is missing there is no sum of all. */
function asOne(listed: readonly Listed[], row: Entry, isWhole: boolean): Entry {
  const list = listed.map(({ entry }) => entry);
  const { division: _, ...first } = list[0] as Entry;
  const cells = new Map(first.cells);
  cells.delete("target");
  for (const field of added) {
    const cell = cells.get(field);
    if (!cell) continue;
    const amounts = list.flatMap((entry) => amountOf(entry.cells.get(field), entry, row) ?? []);
    const { power } = unitOfAmount(readAmount({ ...cell, value: 1 }, first), first, row);
    const whole = isWhole && amounts.length === list.length ? shift(sum(amounts), -power) : undefined;
    cells.set(field, {
      ...blankOf(cell),
      value: whole === undefined ? null : toNumber(whole),
      text: whole ?? "",
    });
  }
  return { ...first, cells };
}
