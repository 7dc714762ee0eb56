import { formulaAt, type Grid, valueAt } from "@taizhang/grid";
import type { Field } from "../field.ts";
import type { Column, TableRow } from "../table.ts";
import type { Draft } from "./column-meaning.ts";
import type { Period } from "./report-period.ts";

const upToNow: ReadonlySet<Field> = new Set<Field>(["actualCumulative", "progress", "investmentActual"]);
const monthOfNode: Readonly<Record<string, string>> = { H1: "6", Q3: "9", Q1: "3" };

/** The period that the header and its columns of months say, where the title says no month (表头中的报告期). */
export function periodOfHeader(
  grid: Grid,
  columns: readonly Column[],
  drafts: readonly Draft[],
  rows: readonly TableRow[],
  known: Period | undefined,
): Period | undefined {
  if (known && known.value.length !== 4) return monthOfQuarter(columns, known.value);
  const ofActuals = known ? undefined : yearOfActuals(columns);
  const year = known?.value ?? ofActuals?.value ?? yearOfPlan(columns);
  const month =
    monthOfActuals(columns) ?? lastSumFilled(grid, columns, drafts, rows) ?? lastMonthFilled(columns, drafts);
  if (!year || !month) return ofActuals;
  return {
    value: `${year}-${month.value.padStart(2, "0")}`,
    evidence: [{ rule: "header", saw: month.column.path.join("/") }],
  };
}

/** 三季度 above 1—9月: the figures run from the year's start, so that they are of the month and not of the quarter. */
function monthOfQuarter(columns: readonly Column[], known: string): Period | undefined {
  const [, year, quarter] = /^(\d{4})Q([1-4])$/.exec(known) ?? [];
  const month = monthOfActuals(columns);
  if (!year || !month || Number(month.value) !== Number(quarter) * 3) return undefined;
  return {
    value: `${year}-${month.value.padStart(2, "0")}`,
    evidence: [{ rule: "header", saw: month.column.path.join("/") }],
  };
}

/** 1-9月累计完成 in the header makes of the title's year the month 09. */
function monthOfActuals(columns: readonly Column[]): { value: string; column: Column } | undefined {
  const actuals = columns.filter(({ field, node }) => upToNow.has(field) && node !== undefined);
  const months = new Set(actuals.map(({ node }) => monthOfNode[node ?? ""] ?? node?.replace(/^M/, "")));
  const [value] = months;
  const [column] = actuals;
  return column && months.size === 1 && value && /^\d{1,2}$/.test(value) ? { value, column } : undefined;
}

/**
 * 1—2月, 1—3月, … 1—9月 side by side, each the sum up to its month: the last that is filled says how far they run. Formulas that
 * give what the sum before gives, in a month without figures of its own, only carry that on.
 */
function lastSumFilled(
  grid: Grid,
  columns: readonly Column[],
  drafts: readonly Draft[],
  rows: readonly TableRow[],
): { value: string; column: Column } | undefined {
  const dataOf = (column: Column) => drafts.find(({ index }) => index === column.index)?.data;
  const sums = columns.flatMap((column) => {
    const month =
      column.field === "actualCumulative" ? /^M(\d{1,2})$/.exec(column.node ?? "")?.[1] : undefined;
    if (!month) return [];
    return (dataOf(column)?.filled ?? 0) > 0 ? [{ value: month, column }] : [];
  });
  const isRising = sums.every(({ value }, at) => at === 0 || Number(value) > Number(sums[at - 1]?.value));
  if (sums.length < 2 || !isRising) return undefined;
  const isCarriedOn = ({ index, node }: Column, before: number) =>
    columns.every((own) => own.field !== "actualPeriod" || own.node !== node || !dataOf(own)?.filled) &&
    rows.every(
      ({ row, kind }) =>
        kind !== "data" ||
        (formulaAt(grid, row, index) !== undefined &&
          valueAt(grid, row, index) === valueAt(grid, row, before)),
    );
  return sums.findLast(({ column }, at) => {
    const before = sums[at - 1];
    return !before || !isCarriedOn(column, before.column.index);
  });
}

/** 1月 to 12月 side by side, of which November and December are still blank: the figures run to October. */
function lastMonthFilled(
  columns: readonly Column[],
  drafts: readonly Draft[],
): { value: string; column: Column } | undefined {
  const months = columns.flatMap((column) => {
    const month = column.field === "actualPeriod" ? /^M(\d{1,2})$/.exec(column.node ?? "")?.[1] : undefined;
    if (!month) return [];
    const filled = drafts.find(({ index }) => index === column.index)?.data.filled ?? 0;
    return [{ value: month, column, filled }];
  });
  if (months.length < 3 || columns.some(({ field, indicator }) => field === "actualPeriod" && indicator))
    return undefined;
  if (months.some(({ value }, at) => at > 0 && Number(value) !== Number(months[at - 1]?.value) + 1))
    return undefined;
  const last = months.findLast(({ filled }) => filled > 0);
  return last && last !== months.at(-1) ? last : undefined;
}

/** 2023年实际值 in the header says of which year a table without title is. */
function yearOfActuals(columns: readonly Column[]): Period | undefined {
  const heads = columns.filter(({ field }) => field === "actualCumulative").map(({ path }) => path.join("/"));
  const [year, ...others] = yearsIn(heads);
  return year !== undefined && others.length === 0
    ? { value: year, evidence: [{ rule: "header", saw: heads.find((head) => head.includes(year)) ?? "" }] }
    : undefined;
}

/** 2025年计划投资 gives its year to the month of 1-9月完成投资. */
function yearOfPlan(columns: readonly Column[]): string | undefined {
  const plans = columns.filter(({ field }) => field === "target" || field === "investmentPlan");
  const [year, ...others] = yearsIn(plans.map(({ path }) => path.join("/")));
  return others.length === 0 ? year : undefined;
}

const yearsIn = (heads: readonly string[]): string[] => [
  ...new Set(heads.flatMap((head) => /(?<!\d)(20\d\d)年/.exec(head)?.[1] ?? [])),
];
