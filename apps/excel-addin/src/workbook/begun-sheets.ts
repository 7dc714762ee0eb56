import { isCellError, type LayoutCell, layoutCell } from "@taizhang/grid";
import { cellsABatch } from "./blocks.ts";
import { failureOf } from "./failure.ts";
import { run } from "./run-excel.ts";
import type { NewSheet } from "./workbook.ts";

/**
 * Takes away what a request had begun that failed half-way (收回没写成的表). A sheet of the same name may be another
 * user's, who added it in between: only one that was not there before goes, and that holds nothing but what we wrote.
 */
export async function takeBackBegun(
  sheets: readonly NewSheet[],
  known: ReadonlySet<string>,
  why: unknown,
): Promise<void> {
  // Excel says so where another was sooner: an empty sheet of the name is his then, and ours were written whole
  const wasTaken = failureOf(why).code === "ItemAlreadyExists";
  await run(async (context) => {
    const begun = sheets.map((sheet) => look(context, sheet));
    await context.sync();
    const there = begun.filter(({ worksheet }) => !worksheet.isNullObject && !known.has(worksheet.id));
    for (const one of there) one.used.load("rowIndex,columnIndex,rowCount,columnCount");
    for (const one of there) one.cells = cellsOf(one.worksheet, one.rows);
    await context.sync();
    for (const { worksheet, used, cells, rows } of there)
      if (used.isNullObject ? !wasTaken : isWithin(used, rows) && isOurs(cells?.formulas ?? [], rows))
        worksheet.delete();
    await context.sync();
  }).catch(() => {});
}

interface Begun {
  readonly worksheet: Excel.Worksheet;
  readonly used: Excel.Range;
  readonly rows: readonly LayoutCell[][];
  cells?: Excel.Range;
}

function look(context: Excel.RequestContext, { layout }: NewSheet): Begun {
  const worksheet = context.workbook.worksheets.getItemOrNullObject(layout.name);
  worksheet.load("id");
  return {
    worksheet,
    used: worksheet.getUsedRangeOrNullObject(true),
    rows: layout.rows.map((row) => row.map(layoutCell)),
  };
}

const widthOf = (rows: readonly LayoutCell[][]): number => Math.max(1, ...rows.map((row) => row.length));

/** As much of the sheet as one request carries. */
function cellsOf(worksheet: Excel.Worksheet, rows: readonly LayoutCell[][]): Excel.Range {
  const width = widthOf(rows);
  const height = Math.max(1, Math.min(rows.length, Math.floor(cellsABatch / width)));
  const range = worksheet.getRangeByIndexes(0, 0, height, width);
  range.load("formulas");
  return range;
}

const isWithin = (used: Excel.Range, rows: readonly LayoutCell[][]): boolean =>
  used.rowIndex + used.rowCount <= rows.length && used.columnIndex + used.columnCount <= widthOf(rows);

/** Every cell that holds something holds what we wrote there; a formula only has to be one where we wrote one. */
const isOurs = (found: readonly (readonly unknown[])[], rows: readonly LayoutCell[][]): boolean =>
  found.every((line, row) =>
    line.every((content, column) => {
      if (content === "" || content === null) return true;
      const cell = rows[row]?.[column];
      if (cell?.formula !== undefined) return `${content}`.startsWith("=");
      const value = cell?.value ?? "";
      return `${content}` === (isCellError(value) ? value.error : `${value}`);
    }),
  );
