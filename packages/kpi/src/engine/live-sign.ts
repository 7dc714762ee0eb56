import { signOf } from "../scaled.ts";
import { cellAt } from "./fact-cell.ts";
import type { FactIndicator } from "./fact-columns.ts";
import { isBelowZero } from "./fact-status.ts";
import type { ChangedCell, Changes } from "./live-changes.ts";
import type { LiveState } from "./live-state.ts";
import type { FactChange, LiveTable } from "./live-table.ts";
import { millionthsOf, roundedMillionths } from "./millionths.ts";
import { countedIndicators } from "./negative-figures.ts";
import { placeStandIns } from "./stand-in.ts";

/**
 * True where an edit brings the first figure below zero to an indicator, or takes the last one away (正负变化): all cells of
 * the indicator then count otherwise. A new row has no byte yet, and one that goes has no change.
 */
export function turnsSign(
  { table, given, negatives }: LiveTable,
  code: number,
  mark: number | undefined,
  change: FactChange | undefined,
): boolean {
  if (given[code]?.mayBeNegative) return false;
  const was = isBelowZero(mark ?? 0);
  const exact = table.places === "six" ? roundedMillionths : millionthsOf;
  const { actual, status } = change ?? { actual: null };
  const is =
    actual === undefined
      ? was && (status === undefined || status === "reported")
      : actual !== null && signOf(exact(actual)) < 0;
  const others = (negatives[code] as number) - Number(was);
  return was !== is && others === 0;
}

/** The rows of an indicator that have something to stand in for a figure. */
export const rowsWithStandIn = ({ table, standIns }: LiveTable, code: number): number[] =>
  [...standIns.keys()].filter((row) => table.indicator[row] === code);

/** Lets the indicators of a table count as its figures now have them, and what stands in with them. */
export function countAnew({ table, given, negatives, standIns, spills }: LiveTable): void {
  const { indicators, givenIndicators } = countedIndicators(given, negatives);
  table.indicators = indicators;
  if (givenIndicators) table.givenIndicators = givenIndicators;
  else delete table.givenIndicators;
  placeStandIns(table, spills.actual, standIns);
}

/** A cell and what it shows, as text. */
interface Shown {
  readonly cell: ChangedCell;
  readonly text: string;
}

/** What the cells of an indicator show, and of the rates that it is a part of, by set, key and indicator. */
export function shownBy(state: LiveState, code: number): Map<string, Shown> {
  const { indicators } = state.table;
  const { key } = indicators[code] as FactIndicator;
  const shown = new Map<string, Shown>();
  for (const [at, set] of state.sets.entries())
    for (let group = 0; group < set.groups.size; group++)
      for (const [one, { numerator, denominator }] of indicators.entries()) {
        if (one !== code && numerator !== key && denominator !== key) continue;
        const found = cellAt(state, set, group, one);
        if (!found) continue;
        const name = JSON.stringify([at, found.key, one]);
        shown.set(name, { cell: { set: at, group, indicator: one }, text: JSON.stringify(found) });
      }
  return shown;
}

/** Names the cells that show something else than before. */
export function tellDifferences(
  before: ReadonlyMap<string, Shown>,
  after: ReadonlyMap<string, Shown>,
  changed: Changes,
): void {
  for (const [name, { cell }] of new Map([...before, ...after]))
    if (before.get(name)?.text !== after.get(name)?.text) changed.add(cell.set, cell.group, cell.indicator);
}
