import type { ColumnData } from "./column-data.ts";

/** What the figures of a row have to do with each other, row for row: too regular to be chance (数间关系). */
type Figures = ColumnData["figures"];

const fewest = 3;

/** True where the relation holds in at least three rows and four of five, with more than one outcome. */
function holds(
  columns: readonly [Figures, Figures],
  isMet: (base: number, value: number, is: number) => boolean | undefined,
  outcome: Figures,
): boolean {
  let tried = 0;
  let met = 0;
  let isVaried = false;
  let first: number | undefined;
  const [one = [], other = []] = columns;
  for (let at = 0; at < outcome.length; at++) {
    const [base, value, is] = [one[at], other[at], outcome[at]];
    if (base === undefined || value === undefined || is === undefined) continue;
    const result = isMet(base, value, is);
    if (result === undefined) continue;
    tried++;
    if (result) met++;
    // Most columns have nothing to do with each other, which the first rows show.
    else if (tried - met > outcome.length * 0.2) return false;
    first ??= is;
    isVaried ||= is !== first;
  }
  return tried >= fewest && met >= tried * 0.8 && isVaried;
}

/** Half of the last digit that the column prints, of values in percent; whole percents are the coarsest, hundredths the finest. */
function tolerance(figures: Figures, scale: number): number {
  let digits = 0;
  for (const figure of figures) {
    if (figure === undefined || Number.isInteger(figure * scale)) continue;
    digits = Math.max(digits, `${Number((figure * scale).toPrecision(12))}`.split(".")[1]?.length ?? 0);
    if (digits >= finest) break;
  }
  return coarsest / 10 ** Math.min(digits, finest);
}

const coarsest = 0.51;
const finest = 2;

/** Fractions shown as percent, and figures in percent. */
const scaleOf = ({ percents, numbers }: ColumnData, figures: Figures): number =>
  percents > 0 && percents >= numbers * 0.5 && figures.every((one) => one === undefined || Math.abs(one) < 10)
    ? 100
    : 1;

const tolerances = new WeakMap<ColumnData, number>();

/** How near a column's percentages are to what they are of; asked again for each pair that may give them. */
function toleranceOf(percentage: ColumnData, scale: number): number {
  const known = tolerances.get(percentage) ?? tolerance(percentage.figures, scale);
  tolerances.set(percentage, known);
  return known;
}

/** The percentage is what the two columns give, in whichever way it is written; a base of 0 gives none. */
function isPercentOf(
  percentage: ColumnData,
  [first, second]: readonly [ColumnData, ColumnData],
  percentOf: (base: number, value: number) => number,
): boolean {
  const scale = scaleOf(percentage, percentage.figures);
  const isWithin = (near: number): boolean =>
    holds(
      [first.figures, second.figures],
      (base, value, is) => (base === 0 ? undefined : Math.abs(percentOf(base, value) - is * scale) <= near),
      percentage.figures,
    );
  // Few pairs come as near as whole percents would have it; only then are the printed digits counted.
  if (!isWithin(coarsest)) return false;
  const near = toleranceOf(percentage, scale);
  return near === coarsest || isWithin(near);
}

/** The third column is the second as a share of the first: 目标, 完成, 完成率. */
export const isRateOf = (rate: ColumnData, whole: ColumnData, part: ColumnData): boolean =>
  isPercentOf(rate, [whole, part], (base, done) => (done / base) * 100);

/** The third column is the growth from the first to the second: 上年同期, 累计, 增幅. */
export const isGrowthOf = (growth: ColumnData, before: ColumnData, now: ColumnData): boolean =>
  isPercentOf(growth, [before, now], (base, value) => ((value - base) / Math.abs(base)) * 100);

/** The third column is the sum of the first two: 上月累计, 本月, 累计. */
export const isSumOf = (sum: ColumnData, before: ColumnData, added: ColumnData): boolean =>
  holds(
    [before.figures, added.figures],
    (base, more, is) =>
      base === 0 || more === 0 ? undefined : Math.abs(base + more - is) <= 1e-6 * Math.max(1, Math.abs(is)),
    sum.figures,
  );

/** What a column is to others beside it, told by the figures alone. */
export type Role = "rate" | "whole" | "part" | "growth" | "before" | "sum" | "addend";

const reach = 8;

/**
 * The roles of columns of figures among all: 目标 is the whole and 完成 the part of which 完成率 is the rate (数列角色). Where they
 * are asked of some columns, what others are among themselves is not looked at.
 */
export function rolesOf(
  columns: readonly ColumnData[],
  asked: ReadonlySet<ColumnData> = new Set(columns),
): ReadonlyMap<ColumnData, ReadonlySet<Role>> {
  const roles = new Map<ColumnData, Set<Role>>();
  const take = (column: ColumnData, role: Role) =>
    roles.set(column, (roles.get(column) ?? new Set<Role>()).add(role));
  const figures = columns.filter(
    (column) => column.figures.filter((one) => one !== undefined).length >= fewest,
  );
  for (const [at, last] of figures.entries()) {
    const before = figures.slice(Math.max(0, at - reach), at);
    for (const first of before)
      for (const second of before) {
        if (first === second || !(asked.has(last) || asked.has(first) || asked.has(second))) continue;
        if (isRateOf(last, first, second)) {
          take(last, "rate");
          take(first, "whole");
          take(second, "part");
        }
        if (isGrowthOf(last, first, second)) {
          take(last, "growth");
          take(first, "before");
        }
        if (isSumOf(last, first, second)) {
          take(last, "sum");
          take(first, "addend");
          take(second, "addend");
        }
      }
  }
  return roles;
}
