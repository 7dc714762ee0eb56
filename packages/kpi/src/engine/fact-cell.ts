import type { Decimal } from "@taizhang/quantity";
import { upRate } from "../completion.ts";
import { type Fraction, ratioOf, roundFraction } from "../fraction.ts";
import type { Light } from "../light.ts";
import { decimalOf, less, plus, type Scaled, scaled } from "../scaled.ts";
import { count, sum } from "./cell-store.ts";
import type { Cells } from "./cells.ts";
import type { FactIndicator, FactTable } from "./fact-columns.ts";
import { bit, worstOf } from "./fact-status.ts";
import type { Window } from "./roll-up-plan.ts";
import type { SetCells } from "./set-cells.ts";

/** One indicator in one group, or in total (汇总单元格). Amounts are in the indicator's unit; null: no value. */
export interface FactCell {
  /** Members by dimension; `{}` is the grand total. */
  readonly key: Readonly<Record<string, string>>;
  /** The indicator's key. */
  readonly indicator: string;
  readonly target: Decimal | null;
  /** Of the orgs with a target where there is one, else of all. */
  readonly actual: Decimal | null;
  /** 无目标单位完成数, where others have a target. */
  readonly apart: Decimal | null;
  /** True where reports are missing and `actual` is 至少. */
  readonly atLeast: boolean;
  /** Σ actual / Σ target with 6 places, half away from zero; for a rate that of its parts, where they are known. */
  readonly completion: Decimal | null;
  /** The same over the orgs that have reported. */
  readonly completionReporting: Decimal | null;
  /** Orgs, not rows. `expected` = reported + missing + unusable; those of 不涉及 are not expected. */
  readonly expected: number;
  readonly reported: number;
  readonly missing: number;
  readonly unusable: number;
  readonly notApplicable: number;
  /** The worst light below. */
  readonly worst: Light | null;
  /** True where targets or actuals stand below that do not add, so that there is none for the whole. */
  readonly notAdditive: boolean;
}

/** The figures of a cell before they are printed. */
interface Figures {
  readonly target: Scaled | undefined;
  readonly actual: Scaled | undefined;
  readonly apart: Scaled | undefined;
  readonly atLeast: boolean;
  readonly completion: Fraction | undefined;
  readonly completionReporting: Fraction | undefined;
  readonly notAdditive: boolean;
}

/** What is needed to read cells: of a table only its names. */
export type NamedTable = Pick<FactTable, "indicators" | "dimensions" | "periods">;

/** A roll-up as it is read, wherever its sums were made: here, or in a database. */
export interface ReadableRollUp {
  readonly table: NamedTable;
  readonly window: Pick<Window, "several">;
  readonly sets: readonly SetCells[];
}

/**
 * The cell of a key and an indicator, or undefined where the plan has no such group or nothing stands in it; a RangeError
 * for a dimension that the table does not have.
 * @example factCell(rollUp, { division: "子县" }, "城镇新增就业")
 */
export function factCell(
  rollUp: ReadableRollUp,
  key: Readonly<Record<string, string>>,
  indicator: string,
): FactCell | undefined {
  const found = findGroup(rollUp, key);
  const code = rollUp.table.indicators.findIndex((one) => one.key === indicator);
  return found && code >= 0 ? cellAt(rollUp, found.set, found.group, code) : undefined;
}

/** Every cell of a roll-up that has anything in it, set by set (全部单元格). */
export function* factCells(rollUp: ReadableRollUp): Generator<FactCell> {
  for (const set of rollUp.sets)
    for (let group = 0; group < set.groups.size; group++)
      for (const indicator of rollUp.table.indicators.keys()) {
        const cell = cellAt(rollUp, set, group, indicator);
        if (cell) yield cell;
      }
}

/** The set and the group of a key. */
export function findGroup(
  { table, sets }: Pick<ReadableRollUp, "table" | "sets">,
  key: Readonly<Record<string, string>>,
): { readonly set: SetCells; readonly group: number } | undefined {
  const names = Object.keys(key);
  const unknown = names.find(
    (name) =>
      name !== "period" &&
      !(name in table.dimensions) &&
      !sets.some(({ groups }) => groups.dimensions.includes(name)),
  );
  if (unknown !== undefined) throw new RangeError(`No such dimension: ${unknown}`);
  for (const set of sets) {
    const { dimensions, find, listed } = set.groups;
    if (dimensions.length !== names.length || !dimensions.every((name) => name in key)) continue;
    const group = find(dimensions.map((name) => memberCode(table, name, key[name] as string)));
    if (group !== undefined && listed[group] === 1) return { set, group };
  }
  return undefined;
}

const memberCode = ({ periods, dimensions }: NamedTable, name: string, member: string): number => {
  const code =
    name === "period" ? periods.indexOf(member) : (dimensions[name]?.members.indexOf(member) ?? -1);
  return code < 0 ? -2 : code;
};

/** True for a cell that no row is in. */
const isEmpty = (cells: Cells, cell: number): boolean =>
  cells.count(cell, count.expected) === 0 && cells.count(cell, count.notApplicable) === 0;

/** The key of a group. */
export function keyOf({ periods, dimensions }: NamedTable, { groups }: SetCells, group: number) {
  return Object.fromEntries(
    groups.dimensions.map((name, axis) => {
      const member = (groups.members[axis] as Int32Array)[group] as number;
      return [name, (name === "period" ? periods[member] : dimensions[name]?.members[member]) ?? ""];
    }),
  );
}

/** The cell of a group by its numbers; undefined where the group is not one of the set, or the cell is empty. */
export function cellAt(
  { table, window }: Pick<ReadableRollUp, "table" | "window">,
  set: SetCells,
  group: number,
  indicator: number,
): FactCell | undefined {
  const cell = group * table.indicators.length + indicator;
  const { cells, groups } = set;
  if (groups.listed[group] !== 1 || isEmpty(cells, cell)) return undefined;
  const of = figuresAt(table, set, window, group, indicator);
  const countOf = (which: number) => cells.count(cell, which);
  const decimal = (amount: Scaled | undefined) => (amount === undefined ? null : decimalOf(amount));
  const rate = (fraction: Fraction | undefined) => (fraction ? roundFraction(fraction) : null);
  return {
    key: keyOf(table, set, group),
    indicator: (table.indicators[indicator] as FactIndicator).key,
    target: decimal(of.target),
    actual: decimal(of.actual),
    apart: decimal(of.apart),
    atLeast: of.atLeast,
    completion: rate(of.completion),
    completionReporting: rate(of.completionReporting),
    expected: countOf(count.expected),
    reported: countOf(count.reported),
    missing: countOf(count.missing),
    unusable: countOf(count.unusable),
    notApplicable: countOf(count.notApplicable),
    worst: countOf(count.expected) === 0 ? "notApplicable" : worstOf(cells.bits(cell)),
    notAdditive: of.notAdditive,
  };
}

function figuresAt(
  table: NamedTable,
  set: SetCells,
  window: ReadableRollUp["window"],
  group: number,
  code: number,
): Figures {
  const indicator = table.indicators[code] as FactIndicator;
  const several = window.several && !("period" in set.groups.set);
  return indicator.acrossOrgs === "sum" && !(several && indicator.acrossTime === "none")
    ? added(set.cells, group * table.indicators.length + code, indicator)
    : alone(table, set, several, group, code);
}

/** What adds: sums over the orgs that have a target, or over all where none has one. */
function added(cells: Cells, cell: number, indicator: FactIndicator): Figures {
  const countOf = (which: number) => cells.count(cell, which);
  const sumOf = (which: number) => cells.sum(cell, which);
  const withTarget = countOf(count.targets) > 0;
  const target = withTarget ? sumOf(sum.target) : undefined;
  const apart = countOf(count.givenApart) > 0 ? sumOf(sum.apart) : undefined;
  const ofTargets = countOf(count.given) > 0 ? sumOf(sum.actual) : undefined;
  const actual = withTarget ? ofTargets : apart;
  const lacking = withTarget
    ? countOf(count.targetsLacking) > 0
    : countOf(count.missing) + countOf(count.unusable) > 0;
  const bounded =
    indicator.accounting === "flow" && !indicator.mayBeNegative && !(cells.bits(cell) & bit.negative);
  const up = indicator.direction === "up";
  const reporting = countOf(count.targets) - countOf(count.targetsLacking);
  return {
    target,
    actual,
    apart: withTarget ? apart : undefined,
    atLeast: lacking && bounded && actual !== undefined,
    completion:
      up && target !== undefined && actual !== undefined && (!lacking || bounded)
        ? upRate(target, actual)
        : undefined,
    completionReporting:
      up && reporting > 0
        ? upRate(
            less(sumOf(sum.target), sumOf(sum.targetLacking)),
            less(sumOf(sum.actual), sumOf(sum.actualLacking)),
          )
        : undefined,
    notAdditive: false,
  };
}

/** What does not add: its parts' quotient, or the figure of the only org and row; else none. */
function alone(table: NamedTable, set: SetCells, several: boolean, group: number, code: number): Figures {
  const { cells } = set;
  const indicator = table.indicators[code] as FactIndicator;
  const cell = group * table.indicators.length + code;
  const countOf = (which: number) => cells.count(cell, which);
  const bits = cells.bits(cell);
  const found = several ? undefined : quotient(table, set, group, code);
  const parts = found === "unsure" ? undefined : found;
  const only =
    found !== "unsure" &&
    countOf(count.expected) === 1 &&
    (parts === undefined || parts.orgs === 1) &&
    !(several && indicator.acrossTime !== "last");
  const sumOf = (which: number) => cells.sum(cell, which);
  const target = only && bits & bit.target && !(bits & bit.severalTargets) ? sumOf(sum.target) : undefined;
  const given = countOf(count.given) + countOf(count.givenApart) === 1 && !(bits & bit.severalActuals);
  const actual = only && given ? plus(sumOf(sum.actual), sumOf(sum.apart)) : undefined;
  const exact = parts?.exact ?? actual;
  const rate =
    indicator.direction === "up" && target !== undefined && exact !== undefined
      ? upRate(target, exact)
      : undefined;
  return {
    target,
    actual: parts ? scaled(roundFraction(parts.exact)) : actual,
    apart: undefined,
    atLeast: false,
    completion: rate,
    completionReporting: rate,
    notAdditive: exact === undefined && countOf(count.reported) > 0,
  };
}

/**
 * Σ numerator / Σ denominator where all orgs have reported both. A cell knows how many its orgs are and not who: where
 * some of them say 不涉及 of the rate, nothing tells whether their parts are among the sums, so it is `unsure`.
 */
function quotient(
  table: NamedTable,
  set: SetCells,
  group: number,
  code: number,
): { readonly exact: Fraction; readonly orgs: number } | "unsure" | undefined {
  const { numerator, denominator, unit } = table.indicators[code] as FactIndicator;
  const factor = { "%": 100n, "‰": 1000n, "": 1n }[unit];
  if (numerator === undefined || denominator === undefined || factor === undefined) return undefined;
  const cellOf = (of: number) => group * table.indicators.length + of;
  const countOf = (of: number, which: number) => (of < 0 ? 0 : set.cells.count(cellOf(of), which));
  const parts = [numerator, denominator].map((key) =>
    table.indicators.findIndex((one) => one.key === key && one.acrossOrgs === "sum"),
  ) as [number, number];
  const standing = parts.some((of) => countOf(of, count.expected) + countOf(of, count.notApplicable) > 0);
  if (countOf(code, count.notApplicable) > 0) return standing ? "unsure" : undefined;
  const [top, bottom] = parts.map((of) => {
    const expected = countOf(of, count.expected);
    const whole = expected > 0 && countOf(of, count.reported) === expected;
    if (!whole || countOf(of, count.notApplicable) > 0) return undefined;
    const sums = [sum.actual, sum.apart].map((which) => set.cells.sum(cellOf(of), which)) as [Scaled, Scaled];
    return { expected, total: plus(...sums) };
  });
  if (!top || !bottom || top.expected !== bottom.expected) return undefined;
  if (top.expected < countOf(code, count.expected)) return undefined;
  const ratio = ratioOf(top.total, bottom.total);
  return ratio && { exact: { top: ratio.top * factor, bottom: ratio.bottom }, orgs: top.expected };
}
