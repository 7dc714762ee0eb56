import { type Decimal, groupDigits } from "@taizhang/quantity";
import type { RollupDocument } from "../output/rollup.ts";
import type { Words } from "../words/words.ts";
import { type TextColumn, textTable } from "./text-table.ts";

/** The tasks to be followed up, and the totals that may miss their target; each only where there are some. */
export function listsOf({ followUps, yearEnds }: RollupDocument, { rollup: words }: Words): string[] {
  const short = yearEnds.filter(({ meets }) => meets === "none" || meets === "part");
  return [
    ...(followUps.length > 0 ? [`${words.followUps.title}\n${followUpTable(followUps, words)}`] : []),
    ...(short.length > 0 ? [`${words.yearEnds.title}\n${yearEndTable(short, words)}`] : []),
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
