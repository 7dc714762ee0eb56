import { type LineAmounts, sumEach } from "./cell-amounts.ts";
import type { CellFigures } from "./cell-figures.ts";
import { upRate } from "./completion.ts";
import { defined } from "./defined.ts";
import type { Quotient } from "./quotient.ts";
import { less, nothing, plus, type Scaled, signOf } from "./scaled.ts";

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
  const reporting = withTarget.filter(({ reading, shared }) =>
    (shared?.shared.orgs ?? [reading.line.org]).every((org) => coverage.reported.has(org)),
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
    // Of those without a target the sum is 至少 in its turn
    apartAtLeast: bounded && apart !== undefined && rest.some((line) => line.actual === undefined),
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
  const common = quotient && commonTarget(lines, quotient.orgs);
  // One org's own target goes before a total row's; for several orgs it is the parent that says what theirs is together.
  const fromParent = parentTarget !== undefined && !(common && lines.length === 1);
  const { target, max, stretch } = fromParent
    ? { target: parentTarget.amount, max: undefined, stretch: undefined }
    : (common ?? {});
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
    targetFromParent: fromParent,
    atLeast: false,
    ...defined({
      target,
      max,
      stretch,
      actual,
      below: lines.length === 1 ? quotient?.amount : undefined,
      exact: quotient?.exact,
      quotient,
      completion,
      completionReporting: completion,
      from,
    }),
  };
}

/** The one target that every org of a rate has: the common requirement, which is held against all and never added (同一要求). */
function commonTarget(
  lines: readonly LineAmounts[],
  orgs: ReadonlySet<string>,
): Pick<LineAmounts, "target" | "max" | "stretch"> | undefined {
  const [first] = lines;
  if (first?.target === undefined) return undefined;
  const having = new Set(lines.map(({ reading }) => reading.line.org));
  const same = (a: Scaled | undefined, b: Scaled | undefined) =>
    a === undefined || b === undefined ? a === b : signOf(less(a, b)) === 0;
  const isCommon =
    [...orgs].every((org) => having.has(org)) &&
    lines.every(
      ({ target, max, chosen }) =>
        same(target, first.target) && same(max, first.max) && chosen?.fact.bound === first.chosen?.fact.bound,
    );
  if (!isCommon) return undefined;
  const { target, max } = first;
  const stretch = lines.every((line) => same(line.stretch, first.stretch)) ? first.stretch : undefined;
  return defined({ target, max, stretch });
}
