import type { CellFigures } from "./cell.ts";
import { type LineAmounts, sumEach } from "./cell-amounts.ts";
import { upRate } from "./completion.ts";
import { defined } from "./defined.ts";
import type { Quotient } from "./ratio-from-parts.ts";
import { nothing, plus, type Scaled } from "./scaled.ts";

/** What the sums of a cell are made from. */
export type Base = Pick<
  CellFigures,
  | "series"
  | "readings"
  | "coverage"
  | "source"
  | "unit"
  | "adds"
  | "lines"
  | "parent"
  | "parentTarget"
  | "differ"
>;

/** Σ over the lines: of targets, of actuals with a target, and apart of those without. */
export function sumFigures({ lines, series, coverage }: Base, parentTarget: Scaled | undefined) {
  const withTarget = lines.filter(({ target }) => target !== undefined);
  const counted = withTarget.length > 0 ? withTarget : lines;
  const rest = withTarget.length > 0 ? lines.filter(({ target }) => target === undefined) : [];
  const target = withTarget.length > 0 ? sumEach(withTarget, "target") : parentTarget;
  const max = sumEach(withTarget, "max");
  const stretch = sumEach(withTarget, "stretch");
  const actual = sumActual(counted);
  const apart = sumActual(rest);
  const lacking = counted.some((line) => line.actual === undefined);
  const bounded = series.indicator.accounting === "flow" && series.nonNegative;
  const reporting = withTarget.filter(({ reading, sharedBy }) =>
    (sharedBy ?? [reading.line.org]).every((org) => coverage.reported.has(org)),
  );
  const reportingTarget = sumEach(reporting, "target");
  const reportingActual = sumActual(reporting);
  const up = series.direction === "up";
  const completion =
    up && target !== undefined && actual !== undefined && (!lacking || bounded)
      ? upRate(target, actual)
      : undefined;
  const completionReporting =
    withTarget.length === 0
      ? lacking
        ? undefined
        : completion
      : up && reportingTarget !== undefined && reportingActual !== undefined
        ? upRate(reportingTarget, reportingActual)
        : undefined;
  const below = actual === undefined ? apart : apart === undefined ? actual : plus(actual, apart);
  return {
    counted,
    targetFromParent: withTarget.length === 0 && target !== undefined,
    atLeast: lacking && bounded && actual !== undefined,
    ...defined({ target, max, stretch, actual, apart, below, completion, completionReporting }),
  };
}

/** Σ of what is reported or stands in; undefined where there is nothing at all. */
function sumActual(lines: readonly LineAmounts[]): Scaled | undefined {
  let sum: Scaled | undefined;
  for (const { actual, standIn } of lines) {
    const amount = actual ?? standIn;
    if (amount !== undefined) sum = plus(sum ?? nothing, amount);
  }
  return sum;
}

/** What does not add: the ratio of its parts' totals where they are known, else the parent's own figure (上报数). */
export function ownFigures(
  { series, lines, parent, parentTarget, differ }: Base,
  quotient: Quotient | undefined,
) {
  if (differ) return { counted: [], targetFromParent: false, atLeast: false };
  const { numerator = "", denominator = "" } = series.indicator;
  const actual = quotient?.amount ?? parent?.amount;
  const target = parentTarget?.amount;
  const completion =
    series.direction === "up" && target !== undefined && actual !== undefined
      ? upRate(target, quotient?.exact ?? actual)
      : undefined;
  const from = quotient
    ? { numerator, denominator, orgs: quotient.orgs.size }
    : parent
      ? ("parent" as const)
      : undefined;
  return {
    counted: lines,
    targetFromParent: target !== undefined,
    atLeast: false,
    ...defined({
      target,
      actual,
      exact: quotient?.exact,
      completion,
      completionReporting: completion,
      from,
    }),
  };
}
