import type { Range as Block } from "@taizhang/grid";

/** What stands on a sheet beside its cells. Each is plain data; the fields bear Office.js's names where they are its own. */

export interface Table {
  readonly id: string;
  name: string;
  block: Block;
  showHeaders: boolean;
  showTotals: boolean;
  style: string;
  readonly options: Record<string, unknown>;
  readonly columnIds: readonly number[];
  filter: readonly (FilterCriteria | undefined)[];
}

export interface FilterCriteria {
  readonly filterOn: string;
  readonly values?: readonly unknown[];
  readonly criterion1?: string;
  readonly criterion2?: string;
  readonly operator?: string;
  readonly [other: string]: unknown;
}

export interface AutoFilter {
  readonly block: Block;
  readonly criteria: readonly (FilterCriteria | undefined)[];
}

/** A rule for what may be typed (数据有效性). */
export interface Validation {
  readonly blocks: readonly Block[];
  readonly rule: Readonly<Record<string, unknown>>;
  readonly ignoreBlanks: boolean;
  readonly errorAlert: Readonly<Record<string, unknown>>;
  readonly prompt: Readonly<Record<string, unknown>>;
}

/** A rule that colours cells (条件格式). The first in the list has the highest priority. */
export interface ConditionalFormat {
  readonly id: string;
  type: string;
  blocks: readonly Block[];
  stopIfTrue: boolean;
  /** The rule by Office.js's names: `{ formula }` for Custom, `{ operator, formula1 }` for CellValue… */
  rule: Readonly<Record<string, unknown>>;
  readonly format: Record<string, unknown>;
}

export interface CommentReply {
  readonly id: string;
  content: string;
  readonly authorName: string;
  readonly created: string;
}

/** A threaded comment (批注). */
export interface Comment {
  readonly id: string;
  readonly row: number;
  readonly column: number;
  content: string;
  resolved: boolean;
  readonly authorName: string;
  readonly created: string;
  replies: readonly CommentReply[];
}

export interface ChartSeries {
  readonly values: string;
  readonly categories: string | undefined;
  readonly settings: Record<string, unknown>;
}

/** A chart as a record: what it shows and how it is set, not how it is drawn (图表). */
export interface Chart {
  readonly id: string;
  name: string;
  chartType: string;
  /** The cells it shows, with the sheet's name. */
  source: string;
  seriesBy: string;
  series: readonly ChartSeries[];
  /** Settings of the chart and its parts by path, such as `Title.Text`. */
  readonly settings: Record<string, unknown>;
}
