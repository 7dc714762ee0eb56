import type { Period } from "@taizhang/model";
import { type Decimal, decimal } from "@taizhang/quantity";
import { decimalOf, scaled } from "../scaled.ts";
import { cellStore, count, countCount, sum, sumCount } from "./cell-store.ts";
import { keptCells } from "./cells.ts";
import { addAt } from "./exact-sums.ts";
import { keyOf, type ReadableRollUp } from "./fact-cell.ts";
import type { FactDimension, FactIndicator } from "./fact-columns.ts";
import { bit, lightBits } from "./fact-status.ts";
import type { Groups } from "./grouped.ts";
import { type RollUpPlan, windowOf } from "./roll-up-plan.ts";
import type { SetCells } from "./set-cells.ts";

/** The sums and counts of one cell, as a database gives them (单元格合计). Counts are of orgs. */
export interface CellTotals {
  /** The number of the set in the plan. */
  readonly set: number;
  readonly key: Readonly<Record<string, string>>;
  readonly indicator: string;
  readonly expected: number;
  readonly reported: number;
  readonly missing: number;
  readonly unusable: number;
  readonly notApplicable: number;
  /** Orgs with a target, those of them that lack a figure, those that have given one; and without a target. */
  readonly targets: number;
  readonly targetsLacking: number;
  readonly given: number;
  readonly givenApart: number;
  /** Sums over orgs with a target; `apart` over those without; the last two over those that lack a figure. */
  readonly target: Decimal;
  readonly actual: Decimal;
  readonly apart: Decimal;
  readonly targetLacking: Decimal;
  readonly actualLacking: Decimal;
  /** The greatest code of `factLights`. */
  readonly light: number;
  /** True where a figure of the indicator is below zero, in this cell or in any other: a part of such figures bounds nothing. */
  readonly negative: boolean;
  /** True where an org has several actuals, or targets: what does not add has then none. */
  readonly severalActuals: boolean;
  readonly severalTargets: boolean;
}

/**
 * The sums and counts of every cell that has anything in it, set by set: plain data to keep, to send, or to compare with
 * a database's (单元格合计). `rollUpOfTotals` reads them again.
 */
export function* cellTotals({ table, sets }: ReadableRollUp): Generator<CellTotals> {
  for (const [set, { groups, cells }] of sets.entries())
    for (let group = 0; group < groups.size; group++) {
      if (groups.listed[group] !== 1) continue;
      const key = keyOf(table, { groups, cells }, group);
      for (const [code, indicator] of table.indicators.entries()) {
        const cell = group * table.indicators.length + code;
        const counts = named(count, (which) => cells.count(cell, which));
        if (counts.expected + counts.notApplicable === 0) continue;
        const bits = cells.bits(cell);
        yield {
          set,
          key,
          indicator: indicator.key,
          ...counts,
          ...named(sum, (which) => decimalOf(cells.sum(cell, which))),
          light: 32 - Math.clz32((bits & lightBits) >> 4),
          negative: (bits & bit.negative) !== 0 || indicator.mayBeNegative === true,
          severalActuals: (bits & bit.severalActuals) !== 0,
          severalTargets: (bits & bit.severalTargets) !== 0,
        };
      }
    }
}

const named = <Of extends Readonly<Record<string, number>>, To>(
  names: Of,
  to: (which: number) => To,
): Record<keyof Of, To> =>
  Object.fromEntries(Object.entries(names).map(([name, which]) => [name, to(which)])) as Record<keyof Of, To>;

/**
 * A roll-up that can be read like one made here, from sums and counts made elsewhere (外部合计): rates, lower bounds and
 * what does not add are then said by the same code.
 * @example [...factCells(rollUpOfTotals({ indicators, plan, totals }))]
 */
export function rollUpOfTotals(of: {
  readonly indicators: readonly FactIndicator[];
  readonly plan: RollUpPlan;
  readonly totals: readonly CellTotals[];
  /** The periods of the facts, where they have any: whether a plan asks of several is known by them. */
  readonly periods?: readonly Period[];
}): ReadableRollUp {
  const { indicators, plan, totals, periods = [] } = of;
  const members = new Map<string, Map<string, number>>();
  const codeOf = (dimension: string, name: string): number => {
    const known = members.get(dimension) ?? new Map<string, number>();
    members.set(dimension, known);
    const code = known.get(name) ?? known.size;
    known.set(name, code);
    return code;
  };
  const indicatorOf = new Map(indicators.map(({ key }, code) => [key, code]));
  const sets = plan.sets.map((set, at) => {
    const own = totals.filter((cell) => cell.set === at);
    const groups = groupsOfKeys(set, own, codeOf);
    const store = cellStore(groups.size * indicators.length);
    for (const cell of own) {
      const indicator = indicatorOf.get(cell.indicator);
      if (indicator === undefined) throw new RangeError(`No indicator ${cell.indicator} in the plan`);
      const group = groups.find(
        groups.dimensions.map((name) => codeOf(name, cell.key[name] ?? "")),
      ) as number;
      put(store, group * indicators.length + indicator, cell);
    }
    return { groups, cells: keptCells(store), store } satisfies SetCells;
  });
  const dimensions = Object.fromEntries(
    [...members].map(([name, codes]): [string, FactDimension] => [name, { members: [...codes.keys()] }]),
  );
  return {
    table: { indicators, dimensions, periods: dimensions.period?.members ?? [] },
    window: { several: windowOf({ periods }, plan).several },
    sets,
  };
}

function groupsOfKeys(
  set: Groups["set"],
  cells: readonly CellTotals[],
  codeOf: (dimension: string, name: string) => number,
): Groups {
  const dimensions = Object.keys(set);
  const known = new Map<string, number>();
  const columns: number[][] = dimensions.map(() => []);
  for (const { key } of cells) {
    const tuple = dimensions.map((name) => codeOf(name, key[name] ?? ""));
    const name = tuple.join(" ");
    if (known.has(name)) continue;
    known.set(name, known.size);
    for (const [axis, code] of tuple.entries()) (columns[axis] as number[]).push(code);
  }
  return {
    set,
    dimensions,
    size: known.size,
    members: columns.map((column) => Int32Array.from(column)),
    listed: new Uint8Array(known.size).fill(1),
    find: (tuple) => known.get(tuple.join(" ")),
  };
}

function put(store: ReturnType<typeof cellStore>, cell: number, totals: CellTotals): void {
  for (const [name, which] of Object.entries(count))
    store.counts[countCount * cell + which] = totals[name as keyof typeof count];
  for (const [name, which] of Object.entries(sum))
    addAt(store.sums, sumCount * cell + which, scaled(decimal(totals[name as keyof typeof sum])));
  store.bits[cell] =
    (totals.light === 0 ? 0 : bit.lights << (totals.light - 1)) |
    (totals.negative ? bit.negative : 0) |
    (totals.targets > 0 ? bit.target : 0) |
    (totals.severalActuals ? bit.severalActuals : 0) |
    (totals.severalTargets ? bit.severalTargets : 0);
}
