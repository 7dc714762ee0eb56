import { isBlank } from "@taizhang/grid";
import { isPeriod, type Period, yearOf } from "@taizhang/model";
import type { Cell, Entry } from "../entry.ts";
import type { Column, Table } from "../table.ts";
import { dayOf } from "./day.ts";
import { monthByFilling } from "./filled-on.ts";

/** The month of a column headed 3月 or 至3月累计. */
function monthOf({ field, node }: Column): number | undefined {
  const isActual = field === "actualPeriod" || field === "actualCumulative";
  const month = isActual ? /^M(\d{1,2})$/.exec(node ?? "")?.[1] : undefined;
  return month === undefined ? undefined : Number(month);
}

/**
 * The period of a table's figures (数据所属期): as recognised, but a bare year ends with the last month that is filled in
 * where a column stands for each: 2025年 over 1月, 2月 and 3月 is March. Else it is of the month that 填报日期 tells.
 */
export function periodOfFigures(table: Table): Period | undefined {
  const { period, columns, rows, grid } = table;
  if (period === undefined || !isPeriod(period.value) || period.value.length !== 4) return period?.value;
  const filled = columns.flatMap((column) => {
    const month = monthOf(column);
    const has = rows.some(
      ({ row, kind }) => kind === "data" && !isBlank(grid.rows[row]?.[column.index] ?? null),
    );
    return month !== undefined && has ? [month] : [];
  });
  const last = Math.max(...filled);
  if (filled.length > 1) return monthIn(period.value, last);
  const month = table.role === "ledger" ? undefined : monthByFilling(table);
  return month?.startsWith(period.value) ? month : period.value;
}

/**
 * The year of a plan whose sheet names none: that of most deadlines in it (计划年份). 上半年 and 前三季度 in a ledger
 * without a year in its title are those of 2016 where the work is due 2016年12月底.
 */
export function yearOfDeadlines({ grid }: Table, entries: readonly Entry[]): number | undefined {
  const counts = new Map<number, number>();
  for (const { kind, cells } of entries) {
    if (kind !== "data") continue;
    const day = dayOf(cells.get("deadline"), undefined, grid.date1904).day;
    const year = day === undefined ? undefined : Number(day.slice(0, 4));
    if (year !== undefined) counts.set(year, (counts.get(year) ?? 0) + 1);
  }
  return [...counts].sort(([a, often], [b, other]) => other - often || a - b)[0]?.[0];
}

/** The cells of single months side by side, each with its period; empty where there are fewer than two. */
export function monthCells(
  { cells, repeats, table }: Entry,
  period: Period | undefined,
): { cell: Cell; period: Period }[] {
  if (period === undefined || table.period === undefined) return [];
  const first = cells.get("actualPeriod");
  const found = [...(first ? [first] : []), ...repeats].flatMap((cell) => {
    const month = cell.column.field === "actualPeriod" ? monthOf(cell.column) : undefined;
    return month === undefined ? [] : [{ cell, period: monthIn(yearOf(period), month) }];
  });
  return new Set(found.map(({ period: of }) => of)).size > 1 ? found : [];
}

/**
 * The running sums that stand before the one that counts, each with its month: 1—2月 and 1—3月 beside 1—4月 (以前各月累计).
 * Where the last one is blank, the one before is what was reported last.
 */
export function earlierSums(
  { cells, repeats, table }: Entry,
  period: Period | undefined,
): { cell: Cell; period: Period }[] {
  const counted = cells.get("actualCumulative");
  const last = counted && monthOf(counted.column);
  if (period === undefined || table.period === undefined || last === undefined) return [];
  return repeats.flatMap((cell) => {
    const month = cell.column.field === "actualCumulative" ? monthOf(cell.column) : undefined;
    const isEarlier = month !== undefined && month < last && cell.text !== "" && !cell.carried;
    return isEarlier ? [{ cell, period: monthIn(yearOf(period), month) }] : [];
  });
}

const monthIn = (year: string | number, month: number): Period => `${year}-${`${month}`.padStart(2, "0")}`;
