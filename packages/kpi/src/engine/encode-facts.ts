import type { Period } from "@taizhang/model";
import type { Fact, FactFrame, NumberedFact } from "./fact.ts";
import type { FactTable } from "./fact-columns.ts";
import { namesOf, periodsOf } from "./frame-names.ts";
import { rowWriter } from "./row-writer.ts";

/** A fact that could not be taken as it is, by its position, and why. */
export interface RefusedFact {
  readonly at: number;
  /**
   * `org`, `indicator`, `period` or a dimension: unknown, and left out. `unit`, `amount` or `status`: counted as unusable.
   * `pending`: 待下达 beside a target, which is left out. `light`: there is no such light, and it counts without one.
   * `standIn`: a 沿用数 that is no amount of 0 and more, or of what is no flow or may be negative; it counts without.
   */
  readonly why: string;
}

/** A table, and the facts that it could not take as they are. */
export interface Encoded {
  readonly table: FactTable;
  readonly refused: readonly RefusedFact[];
}

/**
 * The table of plain facts, and the facts that could not be taken as they are (事实编码). Nothing is dropped in
 * silence: what has no place is named, and what has no usable amount stays in the table as unusable.
 * @example encodeFacts({ indicators, orgs: [{ name: "子县" }], measure: "cumulative" }, [{ org: "子县", indicator: "就业", target: 5, actual: 4 }])
 */
export function encodeFacts(frame: FactFrame, facts: readonly (Fact | NumberedFact)[]): Encoded {
  const { table, refused } = encodedRows(frame, facts);
  return { table, refused };
}

/** The same, and the positions of the facts that have a row, where some have none. */
export function encodedRows(frame: FactFrame, facts: readonly (Fact | NumberedFact)[]): EncodedRows {
  return withPeriods(frame, facts, (periods, areKnown) => encode(frame, facts, periods, areKnown));
}

interface EncodedRows extends Encoded {
  readonly leftOut: readonly number[];
}

/**
 * What is made with the periods of facts. Most facts are dated or not as the first one is; only where that is wrong
 * (`make` then gives nothing) are all looked at before.
 */
export function withPeriods<Made>(
  { periods }: FactFrame,
  facts: readonly (Fact | NumberedFact)[],
  make: (periods: readonly Period[], areKnown: boolean) => Made | undefined,
): Made {
  if (periods) return make(periods, true) as Made;
  const first = facts[0]?.period === undefined ? [] : periodsOf(facts);
  return make(first, false) ?? (make(periodsOf(facts), true) as Made);
}

/** Undefined where facts have periods and they have not been looked for. */
function encode(
  frame: FactFrame,
  facts: readonly (Fact | NumberedFact)[],
  periods: readonly Period[],
  areKnown: boolean,
): EncodedRows | undefined {
  const refused: RefusedFact[] = [];
  const leftOut: number[] = [];
  const rows = rowWriter(frame, namesOf(frame, periods), facts.length);
  rows.writeBlock({ facts, from: 0, end: facts.length, before: 0 }, (fact, at) => {
    const row = rows.size();
    const why = rows.write(fact);
    if (why !== undefined) refused.push({ at, why });
    if (rows.size() === row) leftOut.push(at);
  });
  return areKnown || !refused.some(ofPeriod) ? { table: rows.table(), refused, leftOut } : undefined;
}

/** True of a fact whose period, or the lack of one, has no place. */
export const ofPeriod = ({ why }: RefusedFact): boolean => why === "period";
