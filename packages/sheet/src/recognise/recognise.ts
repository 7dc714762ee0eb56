import type { Grid } from "@taizhang/grid";
import type { ReasonCode, SheetReading, Table } from "../table.ts";
import type { Correction } from "./correction.ts";
import { givenHeader, headerGiven } from "./given-header.ts";
import { type HeaderBlock, lookForHeaders } from "./header-rows.ts";
import { hiddenWords } from "./header-words.ts";
import { isOwnResult } from "./own-results.ts";
import { type ReadTable, readTable } from "./read-table.ts";
import { unlessRefused } from "./refused-before.ts";
import { filledColumns, own, ownText, type SheetView, viewOf } from "./sheet-view.ts";
import { splitSideways } from "./side-by-side.ts";
import { type Surroundings, surroundingsOf } from "./surroundings.ts";
import { areHeadingsDown, areMeasuresDown } from "./turned.ts";

/** What the user said before about recognition (识别设置). */
export interface RecogniseOptions {
  readonly corrections?: readonly Correction[];
  /** A ledger beside the file has the targets, so that a return of figures alone is one as well (目标另见台账). */
  readonly targetsElsewhere?: boolean;
}

/**
 * The tables of a sheet with the meaning of their columns and rows, or why it is no target sheet (识别工作表).
 * Never throws, whatever the grid. The domain page §5.
 * @example recogniseSheet(gridOf("民政局", [["任务名称", "年度目标"], ["新建养老中心", 3]]), "民政局.xlsx").tables[0]?.shape // "long"
 */
export function recogniseSheet(grid: Grid, file: string, options: RecogniseOptions = {}): SheetReading {
  const look = () => lookAtSheet(grid, file, options).reading;
  const { corrections = [], targetsElsewhere = false } = options;
  // What a user said, and words that are not to be known for a while, are for this look alone.
  const isUsual = corrections.length === 0 && hiddenWords().size === 0;
  return isUsual ? unlessRefused(grid, file, targetsElsewhere, look) : look();
}

/** A reading with what a second look after a change begins with; nothing of it for a sheet without a header. */
export interface LookedAt {
  readonly reading: SheetReading;
  readonly seen?: {
    readonly view: SheetView;
    readonly options: RecogniseOptions;
    readonly headers: readonly HeaderBlock[];
    /** Rows below the first header that were looked at as headers, in order. */
    readonly looked: readonly number[];
    readonly tables: readonly ReadTable[];
    /** A header stands over several tables beside each other. */
    readonly isSplit: boolean;
  };
}

export function lookAtSheet(grid: Grid, file: string, options: RecogniseOptions = {}): LookedAt {
  const { corrections = [], targetsElsewhere = false } = options;
  const without = (code: ReasonCode): LookedAt => ({
    reading: { grid, file, tables: [], reason: { code, args: {} } },
  });
  if (isOwnSheet(grid.name)) return without("settings");
  const view = viewOf(grid);
  if (view.bottom < 0) return without("empty");
  if (isOwnResult(view)) return without("result");
  const chosen = headerGiven(grid.name, corrections);
  const given = chosen && givenHeader(view, chosen);
  const { blocks: headers, looked } = given
    ? { blocks: [given], looked: [] }
    : lookForHeaders(view, view.bottom);
  const first = headers[0];
  if (!first) return without(withoutHeader(view));
  const tables: ReadTable[] = [];
  const refusals: ReasonCode[] = [];
  let isSplit = false;
  const top = surroundingsOf(view, 0, first.top - 1, file, notesBeside(view, first));
  for (const [index, header] of headers.entries()) {
    const floor = floorOf(view, header, headers[index + 1]);
    const above = headers[index - 1];
    const around = above
      ? {
          ...within(top, surroundingsOf(view, floorOf(view, above, header) + 1, header.top - 1, "")),
          ...(tables.length === 0 ? saidAbove(view, header) : {}),
        }
      : top;
    const parts = splitSideways(view, header, floor);
    isSplit ||= parts.length > 1;
    for (const part of parts) {
      const read = readTable(view, file, part, floor, around, corrections, targetsElsewhere);
      // a header that the user gave is taken at his word: which column is missing is then said by the checks
      if (read.code === "targets" || (given && holdsData(read.table))) tables.push(read);
      else refusals.push(read.code);
    }
  }
  const refusal = worth.find((one) => refusals.includes(one)) ?? "noHeader";
  const code = tables.length > 0 ? "targets" : refusal !== "noData" && isTurned(view) ? "turned" : refusal;
  const reason = { code, args: { row: `${first.top + 1}` } };
  return {
    reading: { grid, file, tables: tables.map(({ table }) => table), reason },
    // Headers that the user gave are not looked for again: such a sheet is recognised as a whole.
    ...(given ? {} : { seen: { view, options, headers, looked, tables, isSplit } }),
  };
}

/** 主管部门 in a form that has a block of money before its table: what no table takes stands above this one (表前所填单位). */
const saidAbove = (view: SheetView, { top }: HeaderBlock): Pick<Surroundings, "said"> => {
  const { said } = surroundingsOf(view, 0, top - 1, "");
  return said ? { said } : {};
};

/** What stands right of the header in its own rows: 单位：亿元. */
const notesBeside = (view: SheetView, { top, firstDataRow, right }: HeaderBlock): string[] => {
  const texts: string[] = [];
  for (let row = top; row < firstDataRow && right < view.right; row++)
    texts.push(ownText(view, row, right + 1));
  return texts;
};

/** The sheets in which Taizhang keeps its settings and a team its rules. */
const isOwnSheet = (name: string): boolean => ["台账设置", "台账规则"].includes(name.trim());

const holdsData = ({ rows }: Table): boolean => rows.some(({ kind }) => kind === "data" || kind === "total");

/** Why a sheet without any row of known headings is none. */
const withoutHeader = (view: SheetView): ReasonCode => {
  if (isTurned(view)) return "turned";
  if (isText(view)) return "text";
  return hasUnknownHeader(view) ? "noTargetColumn" : "noHeader";
};

/** Headings or measures stand under each other instead of beside each other. */
const isTurned = (view: SheetView): boolean =>
  areHeadingsDown(view) || areMeasuresDown(view, 0, view.bottom, 0, false);

const worth: readonly ReasonCode[] = ["turned", "noData", "noTargetColumn", "list", "noHeader"];

/** What stands above a further table, and for the rest what stands above the first. */
const within = (top: Surroundings, { org: _org, period: _period, ...own }: Surroundings): Surroundings => ({
  ...top,
  ...own,
});

/** The last row that may belong to a table: above the next header and its title lines. */
function floorOf(view: SheetView, header: HeaderBlock, next: HeaderBlock | undefined): number {
  if (!next) return view.bottom;
  let row = next.top - 1;
  while (row >= header.firstDataRow) {
    const filled = filledColumns(view, row);
    if (filled.length > 2 || filled.some((column) => typeof view.grid.rows[row]?.[column] === "number"))
      break;
    row--;
  }
  return row;
}

/** A row of texts over a row with numbers: a header, of words that no target sheet uses. */
function hasUnknownHeader(view: SheetView): boolean {
  for (let row = 0; row < Math.min(view.bottom, 30); row++) {
    const filled = filledColumns(view, row, 0, Math.min(view.right, 200));
    if (filled.length < 3 || !filled.every((column) => typeof own(view, row, column) === "string")) continue;
    if (filled.some((column) => typeof own(view, row + 1, column) === "number")) return true;
  }
  return false;
}

/** Nothing but sentences: instructions, a cover letter. */
function isText(view: SheetView): boolean {
  let texts = 0;
  let numbers = 0;
  let rows = 0;
  for (let row = 0; row <= Math.min(view.bottom, 200); row++) {
    const filled = filledColumns(view, row, 0, Math.min(view.right, 200));
    if (filled.length > 0) rows++;
    for (const column of filled) {
      if (typeof own(view, row, column) === "number") numbers++;
      else texts++;
    }
  }
  return numbers === 0 && texts <= rows * 1.5;
}
