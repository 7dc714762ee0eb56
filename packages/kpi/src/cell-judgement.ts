import { boundOf, type LineAmounts, sumEach } from "./cell-amounts.ts";
import type { CellFigures, CellOptions } from "./cell-figures.ts";
import { lightOf } from "./cell-light.ts";
import { nodesAmong, paceInput, totalPace, windowEnded } from "./cell-pace.ts";
import type { Base, ownFigures, sumFigures } from "./cell-sums.ts";
import { comparable } from "./comparable.ts";
import { defined } from "./defined.ts";
import { ratioOf, subtractFractions } from "./fraction.ts";
import { type Light, printedLag } from "./light.ts";
import { fractionOf, less, signOf } from "./scaled.ts";
import { sharedActualOf } from "./shared-actual.ts";

/** Pace, progress and light of the sums. */
export function judged(
  cell: Base & ReturnType<typeof sumFigures | typeof ownFigures> & Partial<CellFigures>,
  options: CellOptions,
  flow: boolean,
): Pick<CellFigures, "pace" | "paceOf" | "lag" | "progress" | "baseline" | "light" | "ended"> {
  const { series, target, actual, counted, coverage, parentTarget, completion } = cell;
  const withTarget =
    cell.targetFromParent && parentTarget
      ? [{ chosen: parentTarget.chosen, target: parentTarget.amount } as LineAmounts]
      : counted.filter((line) => line.target !== undefined);
  // A requirement that several orgs have in common has no way of its own from a baseline or through nodes.
  const ownWay = cell.from === undefined || cell.targetFromParent || counted.length === 1;
  const lacking = counted.filter((line) => line.actual === undefined);
  const nodes = flow ? "none" : nodesAmong(withTarget, options);
  const hasBaseline =
    !flow &&
    nodes === "none" &&
    (cell.from === undefined || (cell.quotient !== undefined && counted.length === 1));
  const baseline = hasBaseline ? sumEach(withTarget, "baseline") : undefined;
  const isOnWay = baseline !== undefined && target !== undefined && signOf(less(target, baseline)) !== 0;
  const share = ownWay ? totalPace(withTarget, flow, options, isOnWay ? "baseline" : "zero") : undefined;
  // "A stock, ratio or rank has no linear pace": time is held against its progress from a baseline, and against nothing else
  const pace = flow || nodes === "all" || (isOnWay && series.direction === "up") ? share : undefined;
  // Of a part of the orgs there is no progress: who is missing would count as 0 against its baseline
  const progress =
    isOnWay && actual !== undefined && lacking.length === 0
      ? ratioOf(
          cell.exact ? subtractFractions(cell.exact, fractionOf(baseline)) : less(actual, baseline),
          less(target, baseline),
        )
      : undefined;
  const bound = boundOf(withTarget);
  const ended = windowEnded(withTarget, options.period);
  const fromElsewhere = cell.from !== undefined;
  // What orgs have reported together is neither unreported nor to be held against the target of one of them.
  const isShared = lacking.length > 0 && lacking.every(({ reading }) => sharedActualOf(reading));
  const light = isShared
    ? undefined
    : target === undefined || (actual === undefined && !cell.adds)
      ? withoutTarget(cell)
      : lightOf({
          direction: series.direction,
          flow,
          ...comparable(cell, target, actual),
          ...(bound ? { bound } : {}),
          reports: cell.quotient
            ? "all"
            : fromElsewhere
              ? coverage.missing.length + coverage.unusable.length > 0 && series.direction !== "up"
                ? "lowerBound"
                : "all"
              : lacking.length === 0
                ? "all"
                : counted.every((line) => line.actual === undefined)
                  ? "none"
                  : cell.atLeast
                    ? "lowerBound"
                    : "some",
          nonNegative: series.nonNegative,
          pace,
          notBegun: share?.top === 0n && !ended,
          ...(progress ? { progress } : {}),
          ended,
          rule: options.rule,
        });
  const rate = progress ?? completion;
  const lag = pace && rate && series.direction === "up" ? printedLag(pace, rate, options.rule) : undefined;
  return {
    ended,
    ...defined({
      pace,
      paceOf: pace && paceInput(withTarget, flow, options),
      lag,
      progress,
      baseline: progress && baseline,
      light,
    }),
  };
}

/** Why there is no light: nothing concerns the orgs, no target is given yet, or nobody has reported. */
function withoutTarget({
  coverage,
  readings,
  lines,
}: Pick<CellFigures, "coverage" | "readings" | "lines">): Light | undefined {
  if (coverage.expected === 0) return readings.length > 0 ? "notApplicable" : undefined;
  if (lines.some(({ chosen }) => chosen && chosen.value === undefined)) return "pending";
  return coverage.expected === coverage.missing.length && coverage.partly.length === 0
    ? "unreported"
    : undefined;
}
