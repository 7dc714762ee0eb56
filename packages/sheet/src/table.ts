import type { Grid, Range } from "@taizhang/grid";
import type { Field } from "./field.ts";

/** Why something was recognised, as facts: a rule of the recogniser and what it saw (依据). */
export interface Evidence {
  readonly rule: string;
  readonly saw: string;
}

/** What a column of a table means (列的含义). */
export interface Column {
  /** From 0, on the sheet. */
  readonly index: number;
  /** The header words from top to bottom, each cleaned of spaces and line breaks. */
  readonly path: readonly string[];
  readonly field: Field;
  /** The indicator's name, where columns and not rows carry indicators (cross-tabs). Without its unit. */
  readonly indicator?: string;
  /** What of the row's rate it holds: 已参保人数 is the numerator of 参保率, 应参保人数 its denominator. */
  readonly part?: "numerator" | "denominator" | undefined;
  /** The division or org above the column, where rows carry indicators and columns carry divisions. */
  readonly division?: string;
  /** The unit as printed in the header, the indicator's name or the note above the table: "人", "万元", "%". */
  readonly unit?: string;
  /** A bound that the header states: 失业率低于（%）→ "lt". */
  readonly bound?: "ge" | "gt" | "le" | "lt";
  /** The department that stands above the column (责任部门 row of a cross-tab). */
  readonly department?: string;
  /** The time that the column names: 一季度 → "Q1", 上半年 → "H1", 前三季度 → "Q3", 全年 → "Y", 二季度 → "Q2", 四季度 → "Q4", or a month "M6". */
  readonly node?: string;
  /** From 0 to 1. */
  readonly confidence: number;
  readonly evidence: readonly Evidence[];
}

/** What a row of a table is; only `data` rows hold what is counted (行的性质). */
export type RowKind =
  | "data"
  | "section" // 一、创业就业
  | "total" // 合计 全市 over the whole table
  | "subtotal" // 小计 over a section
  | "ofWhich" // 其中：…
  | "repeatedHeader"
  | "note" // trailing notes, signatures
  | "blank";

export interface TableRow {
  /** From 0, on the sheet. */
  readonly row: number;
  readonly kind: RowKind;
  /** The section heading above the row, if there is one; of a heading itself its own words. */
  readonly section?: string;
  /** The heading above that is the program, where that is not the nearest: 二、生态 over （一）水. */
  readonly program?: string;
  readonly evidence: readonly Evidence[];
}

/** A recognised table: where it is, what its columns and rows mean (表). */
export interface Table {
  readonly grid: Grid;
  readonly file: string;
  /** From the first header row to the last row that is no note. */
  readonly range: Range;
  /** First and last header row, from 0; rows of departments, units and column numbers below the words belong to it. */
  readonly headerRows: readonly [number, number];
  readonly shape: "long" | "crossTab";
  readonly columns: readonly Column[];
  /** All rows below the header, notes and signatures after the last row of data included. */
  readonly rows: readonly TableRow[];
  /** Which org reported, and where that stands (填报单位). */
  readonly org?: { readonly name: string; readonly evidence: readonly Evidence[] };
  /** The report period: "2016-10", "2016Q3", "2016" (报告期). */
  readonly period?: { readonly value: string; readonly evidence: readonly Evidence[] };
  /** The one thing that all rows count, where no column names it and the title does: 城镇新增就业 (标题所说的指标). */
  readonly subject?: string;
  /** The unit noted above the table: 单位：万元. */
  readonly unitNote?: string;
  /** 单位：万元、人: several units noted, none of which holds for the whole table. */
  readonly unitNotes?: readonly string[];
  /** What the table is for: a ledger has targets and no actuals, a return has actuals, a summary has totals over orgs. */
  readonly role: "ledger" | "return" | "summary";
}

/** What a sheet was recognised as; a sheet without tables says why (识别结果). */
export interface SheetReading {
  readonly grid: Grid;
  readonly file: string;
  readonly tables: readonly Table[];
  /** A code of the reason, with facts, said by `sayReason`. */
  readonly reason: { readonly code: ReasonCode; readonly args: Readonly<Record<string, string>> };
}

/** Why a sheet is, or is not, a target sheet. */
export type ReasonCode =
  | "targets"
  | "empty"
  | "noHeader"
  | "noTargetColumn"
  | "turned"
  | "noData"
  | "list"
  | "text"
  | "settings"
  | "result";
