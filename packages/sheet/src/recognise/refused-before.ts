import type { CellValue, Grid } from "@taizhang/grid";
import type { SheetReading } from "../table.ts";
import { timeOfFile } from "./surroundings.ts";

type Reason = SheetReading["reason"];

/** A sheet that is no target sheet, as it was looked at, and why. */
interface Refused {
  readonly grid: Grid;
  /** What else the look depended on: the time in the file's name, and whether targets may stand elsewhere. */
  readonly around: string;
  readonly reason: Reason;
}

/** The sheets refused last, the latest first: a form's instructions come again in each of its returns. */
let refused: readonly Refused[] = [];
const mostRefused = 4;
const mostRows = 200;
const mostColumns = 40;

/**
 * Recognises a sheet, unless one with the same name and the same cells was found to be no target sheet of late (已看过的说明页).
 * Only refusals are kept, and those of small sheets: what is in a table is read each time.
 */
export function unlessRefused(
  grid: Grid,
  file: string,
  targetsElsewhere: boolean,
  recognise: () => SheetReading,
): SheetReading {
  const around = `${targetsElsewhere} ${timeOfFile(file)}`;
  const before = refused.find((one) => one.around === around && isSame(one.grid, grid));
  if (before) return { grid, file, tables: [], reason: before.reason };
  const reading = recognise();
  if (reading.tables.length === 0 && isSmall(grid))
    refused = [{ grid, around, reason: reading.reason }, ...refused].slice(0, mostRefused);
  return reading;
}

const isSmall = ({ rows }: Grid): boolean =>
  rows.length <= mostRows && rows.every((row) => (row?.length ?? 0) <= mostColumns);

/** Everything that recognition may look at is the same. */
const isSame = (one: Grid, other: Grid): boolean =>
  one.name === other.name &&
  one.rows.length === other.rows.length &&
  one.date1904 === other.date1904 &&
  one.formulas.size + other.formulas.size === 0 &&
  one.hiddenRows.size + other.hiddenRows.size === 0 &&
  one.hiddenColumns.size + other.hiddenColumns.size === 0 &&
  areSameRows(one.rows, other.rows) &&
  areSameRows(one.formats, other.formats) &&
  areSameMerges(one.merges, other.merges);

const areSameMerges = (merges: Grid["merges"], others: Grid["merges"]): boolean =>
  merges.length === others.length &&
  merges.every(({ top, left, bottom, right }, at) => {
    const other = others[at];
    return other?.top === top && other.left === left && other.bottom === bottom && other.right === right;
  });

type Rows = readonly (readonly (CellValue | undefined)[] | undefined)[];

function areSameRows(rows: Rows, others: Rows): boolean {
  for (let row = 0; row < Math.max(rows.length, others.length); row++) {
    const [line, other] = [rows[row] ?? [], others[row] ?? []];
    for (let column = 0; column < Math.max(line.length, other.length); column++)
      if ((line[column] ?? null) !== (other[column] ?? null)) return false;
  }
  return true;
}
