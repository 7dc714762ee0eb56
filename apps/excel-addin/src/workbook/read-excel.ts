import { type CellValue, cellKey, parseRange, type Range } from "@taizhang/grid";
import { HostFailure } from "./failure.ts";
import type { GridPart, Outline, ReadWhat, SheetOutline } from "./workbook.ts";

/** A batch of more cells would stop the page for too long, and a big one is refused by Excel on the web. */
export const cellsABatch = 20_000;

const visibilities = { Visible: "visible", Hidden: "hidden", VeryHidden: "veryHidden" } as const;

/** The sheets of the workbook and where their values stand: two round trips. */
export async function readOutline(context: Excel.RequestContext): Promise<Outline> {
  const { workbook } = context;
  workbook.load("name");
  workbook.protection.load("protected");
  const { worksheets } = workbook;
  worksheets.load("items/name,items/id,items/visibility");
  const active = worksheets.getActiveWorksheet();
  active.load("name");
  await context.sync();
  const sheets = worksheets.items.map((sheet) => {
    sheet.protection.load("protected");
    const used = sheet.getUsedRangeOrNullObject(true);
    used.load("rowIndex,columnIndex,rowCount,columnCount");
    return { sheet, used };
  });
  await context.sync();
  return {
    file: workbook.name,
    active: active.name,
    isStructureProtected: workbook.protection.protected,
    sheets: sheets.map(
      ({ sheet, used }): SheetOutline => ({
        id: sheet.id,
        name: sheet.name,
        visibility: visibilities[sheet.visibility as keyof typeof visibilities] ?? "visible",
        isProtected: sheet.protection.protected,
        ...(used.isNullObject ? {} : { used: blockOf(used) }),
      }),
    ),
  };
}

const blockOf = ({ rowIndex, columnIndex, rowCount, columnCount }: Excel.Range): Range => ({
  top: rowIndex,
  left: columnIndex,
  bottom: rowIndex + rowCount - 1,
  right: columnIndex + columnCount - 1,
});

interface Block {
  readonly sheet: SheetOutline;
  readonly range: Range;
  readonly first: boolean;
}

/** The cells of the sheets, one round trip for every 20,000 of them. */
export async function readParts(
  context: Excel.RequestContext,
  { outline, sheets, rows, signal }: ReadWhat,
  onPart: (part: GridPart) => void,
): Promise<void> {
  const wanted = outline.sheets.filter(({ name }) => sheets?.includes(name) ?? true);
  for (const batch of batchesOf(wanted, rows)) {
    if (signal?.aborted) throw new HostFailure("cancelled");
    const loaded = batch.map((block) => ({ block, load: loadBlock(context, block) }));
    await context.sync();
    for (const { block, load } of loaded) onPart(load(block));
  }
}

/** Blocks of whole rows, gathered into batches of at most 20,000 cells. */
function batchesOf(sheets: readonly SheetOutline[], rows: readonly [number, number] | undefined): Block[][] {
  const batches: Block[][] = [[]];
  let room = cellsABatch;
  for (const sheet of sheets) {
    const { used } = sheet;
    if (!used) {
      batches.at(-1)?.push({ sheet, range: { top: 0, left: 0, bottom: -1, right: -1 }, first: true });
      continue;
    }
    const width = used.right - used.left + 1;
    const end = Math.min(used.bottom + 1, rows?.[1] ?? Number.POSITIVE_INFINITY);
    for (let top = Math.max(used.top, rows?.[0] ?? 0), first = true; top < end || first; first = false) {
      if (room < width && room < cellsABatch) {
        batches.push([]);
        room = cellsABatch;
      }
      const count = Math.max(0, Math.min(end - top, Math.max(1, Math.floor(room / width))));
      batches.at(-1)?.push({ sheet, range: { ...used, top, bottom: top + count - 1 }, first });
      room -= count * width;
      top += count;
    }
  }
  return batches;
}

function loadBlock(
  context: Excel.RequestContext,
  { sheet, range, first }: Block,
): (block: Block) => GridPart {
  const empty = range.bottom < range.top;
  const worksheet = context.workbook.worksheets.getItem(sheet.id);
  const frame = first && sheet.used ? loadFrame(worksheet, sheet.used) : undefined;
  const cells = empty
    ? undefined
    : worksheet.getRangeByIndexes(
        range.top,
        range.left,
        range.bottom - range.top + 1,
        range.right - range.left + 1,
      );
  cells?.load("values,formulas,numberFormat");
  return () => ({
    sheet: sheet.name,
    top: Math.max(0, range.top),
    ...(cells ? cellsOf(cells, range) : { rows: [], formulas: [], formats: [] }),
    ...(first
      ? {
          frame: {
            visibility: sheet.visibility,
            merges: [],
            hiddenRows: [],
            hiddenColumns: [],
            ...frame?.(),
          },
        }
      : {}),
  });
}

/** Merges and hidden rows and columns of the sheet. */
function loadFrame(worksheet: Excel.Worksheet, used: Range) {
  const range = worksheet.getRangeByIndexes(
    used.top,
    used.left,
    used.bottom - used.top + 1,
    used.right - used.left + 1,
  );
  const merged = range.getMergedAreasOrNullObject();
  merged.load("address");
  const rows = range.getRowProperties({ rowHidden: true });
  const columns = range.getColumnProperties({ columnHidden: true });
  return () => ({
    merges: merged.isNullObject
      ? []
      : merged.address.split(",").flatMap((part) => parseRange(localRef(part)) ?? []),
    hiddenRows: rows.value.flatMap(({ rowHidden }, index) => (rowHidden ? [used.top + index] : [])),
    hiddenColumns: columns.value.flatMap(({ columnHidden }, index) =>
      columnHidden ? [used.left + index] : [],
    ),
  });
}

/** An address without its sheet. @example localRef("'民生 台账'!A1:B2") // "A1:B2" */
export const localRef = (address: string): string =>
  address.slice(address.lastIndexOf("!") + 1).replaceAll("$", "");

function cellsOf(cells: Excel.Range, { top, left }: Range): Pick<GridPart, "rows" | "formulas" | "formats"> {
  const { values, formulas, numberFormat } = cells as {
    values: unknown[][];
    formulas: unknown[][];
    numberFormat: unknown[][];
  };
  const found: (readonly [number, string])[] = [];
  const rows = values.map((row, index) => {
    const read: (CellValue | undefined)[] = new Array(left).fill(undefined);
    for (const [offset, value] of row.entries()) {
      const formula = formulaOf(formulas[index]?.[offset], value);
      if (formula !== undefined) found.push([cellKey(top + index, left + offset), formula]);
      read.push(cellValue(value));
    }
    return read;
  });
  return { rows, formulas: found, formats: numberFormat.map((row) => formatsOf(row, left)) };
}

const errors =
  /^#(?:NULL!|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|N\/A|SPILL!|CALC!|GETTING_DATA|BUSY!|FIELD!|BLOCKED!|CONNECT!|UNKNOWN!)$/;

/** The value of a cell as Excel hands it over: errors come as their text, empty cells as "". */
export function cellValue(value: unknown): CellValue {
  if (typeof value === "number" || typeof value === "boolean") return value;
  if (typeof value !== "string" || value === "") return null;
  return errors.test(value) ? { error: value } : value;
}

/** The formula without "=", if the cell has one; a text that begins with "=" is its own value. */
export const formulaOf = (formula: unknown, value: unknown): string | undefined =>
  typeof formula === "string" && formula.startsWith("=") && formula !== value ? formula.slice(1) : undefined;

function formatsOf(row: readonly unknown[], left: number): (string | undefined)[] | undefined {
  let some = false;
  const formats: (string | undefined)[] = new Array(left).fill(undefined);
  for (const format of row) {
    const own = typeof format === "string" && format !== "General" && format !== "" ? format : undefined;
    if (own !== undefined) some = true;
    formats.push(own);
  }
  return some ? formats : undefined;
}
