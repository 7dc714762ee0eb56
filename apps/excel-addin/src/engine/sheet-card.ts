import { columnName, textOf, valueAt } from "@taizhang/grid";
import type { Column, Field, ReasonCode, SheetReading, Table } from "@taizhang/sheet";
import { perReading } from "./per-reading.ts";
import type { TaskTotals } from "./task-totals.ts";

/** What a sheet is, in numbers: all that the card of the pane shows (表卡). Its tasks are counted after the first check. */
export interface SheetCard extends Partial<TaskTotals> {
  readonly sheet: string;
  readonly isTargetSheet: boolean;
  /** The user does not see it in Excel. */
  readonly hidden?: true;
  readonly reason: { readonly code: ReasonCode; readonly args: Readonly<Record<string, string>> };
  /** "2016-10" */
  readonly period?: string;
  /** From 1, as Excel shows them. */
  readonly headerRows?: readonly [first: number, last: number];
  readonly role?: Table["role"];
  readonly org?: string;
  readonly columns: readonly ColumnCard[];
  readonly known: number;
  /** Cells that hold something. */
  readonly cells: number;
  /** Rows and columns that were looked at where it is no target sheet. */
  readonly looked: { readonly rows: number; readonly columns: number };
}

/** One column with its meaning, why, and some of its cells. */
interface ColumnCard {
  readonly table: number;
  readonly letter: string;
  readonly header: string;
  readonly path: readonly string[];
  readonly field: Field;
  readonly indicator?: string;
  readonly confidence: number;
  readonly evidence: readonly { readonly rule: string; readonly saw: string }[];
  readonly samples: readonly string[];
}

/** The card of a recognised sheet. */
export const cardOf = perReading(cardFrom);

function cardFrom(reading: SheetReading): SheetCard {
  const { grid, tables, reason } = reading;
  const columns = tables.flatMap((table, index) =>
    table.columns.map((column) => columnOf(table, column, index)),
  );
  const [first] = tables;
  const period = tables.find((table) => table.period)?.period?.value;
  const org = tables.find((table) => table.org)?.org?.name;
  return {
    sheet: grid.name,
    isTargetSheet: tables.length > 0,
    ...(grid.visibility === "visible" ? {} : { hidden: true }),
    reason,
    ...(period ? { period } : {}),
    ...(org ? { org } : {}),
    ...(first ? { headerRows: [first.headerRows[0] + 1, first.headerRows[1] + 1], role: first.role } : {}),
    columns,
    known: columns.filter(({ field }) => field !== "other").length,
    ...extentOf(grid),
  };
}

function columnOf(
  table: Table,
  { index, path, field, indicator, confidence, evidence }: Column,
  number: number,
): ColumnCard {
  const samples: string[] = [];
  for (const { row, kind } of table.rows) {
    if (samples.length === 3) break;
    const text = kind === "data" ? textOf(valueAt(table.grid, row, index)).trim() : "";
    if (text !== "" && !samples.includes(text)) samples.push(text.slice(0, 30));
  }
  return {
    table: number,
    letter: columnName(index),
    header: path.at(-1) ?? "",
    path,
    field,
    ...(indicator ? { indicator } : {}),
    confidence,
    evidence,
    samples,
  };
}

function extentOf({ rows }: SheetReading["grid"]): Pick<SheetCard, "cells" | "looked"> {
  let cells = 0;
  let columns = 0;
  for (const row of rows) {
    if (!row) continue;
    for (let index = 0; index < row.length; index++) {
      const value = row[index];
      if (value === null || value === undefined || value === "") continue;
      cells++;
      columns = Math.max(columns, index + 1);
    }
  }
  return { cells, looked: { rows: Math.min(rows.length, 30), columns } };
}
