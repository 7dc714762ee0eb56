import { finding } from "@taizhang/finding";
import { absolute, compare, type Decimal, multiply, shift } from "@taizhang/quantity";
import type { Entry } from "../entry.ts";
import { put } from "../multimap.ts";
import { actualOf, amountIn } from "./amounts.ts";
import { agrees, candidatesOf, rateIn } from "./rate.ts";
import { type Subject, type TableView, valueIn } from "./subject.ts";
import { textKey } from "./text-key.ts";

/** The row's actual is a bare number of a fraction's size. */
export function mayBeFraction(view: TableView, entry: Entry): boolean {
  const raw = valueIn(view, entry, "actualCumulative") ?? valueIn(view, entry, "actualPeriod");
  return typeof raw === "number" && Math.abs(raw) <= 1.5 && raw !== 0;
}

/** Target and actual of a rate indicator in two scales: 95 (%) and 0.96. */
export function* figuresInTwoScales(view: TableView) {
  for (const entry of view.data) {
    if (!mayBeFraction(view, entry)) continue;
    const target = amountIn(entry, "target");
    const actual = actualOf(entry);
    if (target.unit !== "%" || actual?.amount.unit !== "%" || target.status !== "reported") continue;
    const [a, t] = [actual.amount.amount, target.amount];
    const bare = typeof actual.cell.value === "number" && !actual.cell.format?.includes("%");
    if (!bare || a === undefined || t === undefined || a === "0" || !a.includes(".")) continue;
    if (compare(absolute(a), "1.5" as Decimal) > 0 || compare(absolute(t), "20" as Decimal) < 0) continue;
    const scaled = shift(a, 2);
    const close =
      compare(scaled, multiply(t, "0.8" as Decimal)) >= 0 &&
      compare(scaled, multiply(t, "1.25" as Decimal)) <= 0;
    const rate = rateIn(entry.cells.get("completion"));
    const agreesWithOwn =
      rate !== undefined && candidatesOf(entry).some((one) => agrees(rate, one, "percent"));
    if (!close || agreesWithOwn) continue;
    yield finding(
      "V05",
      { value: a, scale: "fraction", expected: scaled, basis: "recomputed" },
      [actual.cell.at],
      { related: [entry.cells.get("target")?.at].filter((at) => at !== undefined) },
    );
  }
}

/** The target is a bare number of a fraction's size, of an indicator in %. */
const aimsAtFraction = (view: TableView, entry: Entry): boolean => {
  const raw = entry.unit === "%" ? valueIn(view, entry, "target") : undefined;
  return typeof raw === "number" && raw > 0 && raw <= 1.5 && !Number.isInteger(raw);
};

/** 占比 of one task is no 占比 of another. */
const nameOf = ({ task, indicator }: Entry): string => `${textKey(task)}\n${textKey(indicator)}`;
const orgOf = ({ org, table }: Entry): string => org ?? table.org?.name ?? table.file;

/** One and the same rate indicator aimed at by one org with 0.95 and by the others with 95 (%), in whatever file. */
export function* targetsInTwoScales({ tables }: Subject) {
  const found = tables.flatMap((view) => view.data.filter((entry) => aimsAtFraction(view, entry)));
  if (found.length === 0) return;
  const others = new Map<string, Entry[]>();
  for (const { data } of tables)
    for (const entry of data) {
      if (entry.unit !== "%") continue;
      put(others, nameOf(entry), entry);
    }
  for (const entry of found) {
    const { amount, unit, marks } = amountIn(entry, "target");
    const cell = entry.cells.get("target");
    if (!cell || amount === undefined || unit !== "%" || cell.format?.includes("%")) continue;
    if (marks.length > 0 || !amount.includes(".")) continue;
    const scaled = shift(amount, 2);
    const beside = (others.get(nameOf(entry)) ?? []).filter((other) => {
      const theirs = amountIn(other, "target").amount;
      return (
        theirs !== undefined &&
        orgOf(other) !== orgOf(entry) &&
        compare(scaled, multiply(theirs, "0.8" as Decimal)) >= 0 &&
        compare(scaled, multiply(theirs, "1.25" as Decimal)) <= 0
      );
    });
    if (beside.length === 0) continue;
    const actual = actualOf(entry);
    const related = [
      ...(actual && mayBeSmall(actual.amount.amount) ? [actual.cell.at] : []),
      ...beside.slice(0, 20).flatMap(({ cells }) => cells.get("target")?.at ?? []),
    ];
    yield finding("V05", { value: amount, scale: "fraction", expected: scaled, basis: "others" }, [cell.at], {
      related,
    });
  }
}

const mayBeSmall = (amount: Decimal | undefined): boolean =>
  amount !== undefined && compare(absolute(amount), "1.5" as Decimal) <= 0;
