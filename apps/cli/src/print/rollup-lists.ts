import { type Decimal, decimal, groupDigits, multiply, roundText } from "@taizhang/quantity";
import type { RollupDocument } from "../output/rollup.ts";
import type { Words } from "../words/words.ts";
import { safe, type TextColumn, textTable } from "./text-table.ts";

/** The tasks to be followed up, and the totals that may miss their target; each only where there are some. */
export function listsOf(
  { followUps, yearEnds, changes = [], differences }: RollupDocument,
  { rollup: words }: Words,
): string[] {
  const short = yearEnds.filter(({ meets }) => meets === "none" || meets === "part");
  return [
    ...(followUps.length > 0 ? [`${words.followUps.title}\n${followUpTable(followUps, words)}`] : []),
    ...(short.length > 0 ? [`${words.yearEnds.title}\n${yearEndTable(short, words)}`] : []),
    ...(changes.length > 0 ? [`${words.changes.title}\n${changeTable(changes, words)}`] : []),
    ...(differences?.length === 0 ? [words.differences.none] : []),
    ...(differences?.length ? [`${words.differences.title}\n${differenceTable(differences, words)}`] : []),
  ];
}

const columns = (headings: readonly string[], right: readonly number[]): TextColumn[] =>
  headings.map((heading, index) => ({ heading, ...(right.includes(index) ? { align: "right" } : {}) }));

function followUpTable(rows: RollupDocument["followUps"], words: Words["rollup"]): string {
  const { headings, overdue, reasons } = words.followUps;
  return textTable(
    columns(headings, [3]),
    rows.map((one) => [
      one.title,
      one.orgs.join("、"),
      one.deadline ?? words.none,
      one.lag ?? words.none,
      words.lights[one.light],
      [reasons[one.reason], ...(one.overdue ? [overdue] : [])].join("、"),
    ]),
  );
}

function yearEndTable(rows: RollupDocument["yearEnds"], words: Words["rollup"]): string {
  const { headings, meets } = words.yearEnds;
  const printed = (amount: string | null) => (amount === null ? words.none : groupDigits(amount as Decimal));
  return textTable(
    columns(headings, [2, 3]),
    rows.map((one) => [
      one.indicator,
      one.unit,
      printed(one.target),
      one.shaped === null ? printed(one.straight) : `${printed(one.least)}—${printed(one.most)}`,
      one.meets ? meets[one.meets] : words.none,
      one.months.join("、"),
    ]),
  );
}

type ChangeOf = NonNullable<RollupDocument["changes"]>[number];

function changeTable(rows: readonly ChangeOf[], words: Words["rollup"]): string {
  const { headings, points, incomparable } = words.changes;
  const said = (of: ChangeOf["yearOnYear"]): string => {
    if (!of) return words.none;
    const { change } = of;
    if (change.kind === "incomparable") return incomparable;
    if (change.kind === "points") return points(change.points);
    return `${roundText(multiply(change.rate as Decimal, decimal("100")), 2)}%`;
  };
  return textTable(
    columns(headings, [2, 3]),
    rows.map((one) => [
      safe([one.indicator, ...Object.values(one.key)].join(" ")),
      one.unit,
      said(one.yearOnYear),
      said(one.periodOnPeriod),
    ]),
  );
}

function differenceTable(rows: NonNullable<RollupDocument["differences"]>, words: Words["rollup"]): string {
  const { headings, kinds, fields, statuses } = words.differences;
  const printed = (field: keyof typeof fields, value: string | null): string => {
    if (value === null) return words.none;
    if (field === "status") return statuses[value as keyof typeof statuses];
    return field === "target" || field === "actual" || field === "standIn"
      ? groupDigits(value as Decimal)
      : safe(value);
  };
  return textTable(
    columns(headings, [4, 5, 6]),
    rows.flatMap(({ org, indicator, task, kind, fields: changed }) =>
      changed.map(({ field, before, after, difference }) => [
        safe(org),
        safe(indicator),
        safe(task ?? words.none),
        kind === "changed" ? fields[field] : `${fields[field]} (${kinds[kind]})`,
        printed(field, before),
        printed(field, after),
        difference === undefined ? words.none : groupDigits(difference as Decimal),
      ]),
    ),
  );
}
