import { type CellValue, cellKey, parseRange, type Range } from "@taizhang/grid";
import { cellsABatch } from "./blocks.ts";
import { HostFailure } from "./failure.ts";
import { mayBeMerges, mergesByHalves } from "./merges-excel.ts";
import type { GridPart, Outline, ReadWhat, SheetOutline } from "./workbook.ts";

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

/** Some rows of a sheet, in one request with others. */
interface Rows {
  readonly sheet: SheetOutline;
  readonly range: Range;
  readonly first: boolean;
  readonly last: boolean;
}

/** Lets the page draw and answer between two pieces of work. */
const breathe = () => new Promise((resolve) => setTimeout(resolve, 0));

/** The cells of the sheets, one round trip for every 20,000 of them. */
export async function readParts(
  context: Excel.RequestContext,
  { outline, sheets, rows, signal }: ReadWhat,
  onPart: (part: GridPart) => void,
): Promise<void> {
  const named = new Map(outline.sheets.map((sheet) => [sheet.name, sheet]));
  const wanted = (sheets ?? [...named.keys()]).flatMap((name) => named.get(name) ?? []);
  for (const batch of batchesOf(wanted, rows)) {
    if (signal?.aborted) throw new HostFailure("cancelled");
    let loaded = batch.map((block) => loadRows(context, block));
    try {
      await context.sync();
    } catch (error) {
      if (!mayBeMerges(error) || !batch.some(({ first }) => first)) throw error;
      loaded = await loadApart(context, batch);
    }
    await breathe();
    for (const load of loaded) onPart(load());
  }
}

/** The rows without their merged cells, and these by themselves. */
async function loadApart(context: Excel.RequestContext, batch: readonly Rows[]): Promise<(() => GridPart)[]> {
  const loaded = batch.map((block) => loadRows(context, block, false));
  await context.sync();
  const merges: Range[][] = [];
  for (const { sheet, first } of batch)
    merges.push(first && sheet.used ? await mergesOf(context, sheet.id, sheet.used) : []);
  return loaded.map((load, index) => () => {
    const { frame, ...part } = load();
    return frame ? { ...part, frame: { ...frame, merges: merges[index] ?? [] } } : part;
  });
}

export const mergesOf = (context: Excel.RequestContext, id: string, range: Range): Promise<Range[]> =>
  mergesByHalves(range, async (part) => {
    const merged = rangeAt(context.workbook.worksheets.getItem(id), part).getMergedAreasOrNullObject();
    merged.load("address");
    await context.sync();
    return areasOf(merged);
  });

export const rangeAt = (worksheet: Excel.Worksheet, { top, left, bottom, right }: Range): Excel.Range =>
  worksheet.getRangeByIndexes(top, left, bottom - top + 1, right - left + 1);

export const areasOf = (merged: Excel.RangeAreas): Range[] =>
  merged.isNullObject ? [] : merged.address.split(",").flatMap((part) => parseRange(localRef(part)) ?? []);

/** Blocks of whole rows, gathered into batches of at most 20,000 cells. */
function batchesOf(sheets: readonly SheetOutline[], rows: readonly [number, number] | undefined): Rows[][] {
  const batches: Rows[][] = [[]];
  let room = cellsABatch;
  for (const sheet of sheets) {
    const { used } = sheet;
    if (!used) {
      const range = { top: 0, left: 0, bottom: -1, right: -1 };
      batches.at(-1)?.push({ sheet, range, first: true, last: true });
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
      const range = { ...used, top, bottom: top + count - 1 };
      batches.at(-1)?.push({ sheet, range, first, last: top + count >= end });
      room -= count * width;
      top += count;
    }
  }
  return batches;
}

function loadRows(
  context: Excel.RequestContext,
  { sheet, range, first, last }: Rows,
  withMerges = true,
): () => GridPart {
  const empty = range.bottom < range.top;
  const worksheet = context.workbook.worksheets.getItem(sheet.id);
  const frame = first && sheet.used ? loadFrame(worksheet, sheet.used, withMerges) : undefined;
  const cells = empty ? undefined : rangeAt(worksheet, range);
  cells?.load("values,formulas,numberFormat");
  const lines = cells?.getRowProperties({ rowHidden: true });
  return () => ({
    sheet: sheet.name,
    top: Math.max(0, range.top),
    ...(cells ? cellsOf(cells, range) : { rows: [], formulas: [], formats: [] }),
    hiddenRows: (lines?.value ?? []).flatMap(({ rowHidden }, index) =>
      rowHidden ? [range.top + index] : [],
    ),
    ...(last ? { last } : {}),
    ...(first
      ? {
          frame: {
            visibility: sheet.visibility,
            merges: [],
            hiddenColumns: [],
            ...frame?.(),
          },
        }
      : {}),
  });
}

/** Merges and hidden columns of the sheet. */
function loadFrame(worksheet: Excel.Worksheet, used: Range, withMerges: boolean) {
  const range = rangeAt(worksheet, used);
  const merged = withMerges ? range.getMergedAreasOrNullObject() : undefined;
  merged?.load("address");
  const columns = range.getColumnProperties({ columnHidden: true });
  return () => ({
    merges: merged ? areasOf(merged) : [],
    hiddenColumns: columns.value.flatMap(({ columnHidden }, index) =>
      columnHidden ? [used.left + index] : [],
    ),
  });
}

/** An address without its sheet. @example localRef("'民生 台账'!A1:B2") // "A1:B2" */
export const localRef = (address: string): string =>
  address.slice(address.lastIndexOf("!") + 1).replaceAll("$", "");

/** The cells of a loaded range as rows from column A on, or with fewer empty cells before them. */
export function cellsOf(
  cells: Excel.Range,
  { top, left }: Pick<Range, "top" | "left">,
  before = left,
): Pick<GridPart, "rows" | "formulas" | "formats"> {
  const { values, formulas, numberFormat } = cells as {
    values: unknown[][];
    formulas: unknown[][];
    numberFormat: unknown[][];
  };
  const found: (readonly [number, string])[] = [];
  const rows = values.map((row, index) => {
    const read: (CellValue | undefined)[] = new Array(before).fill(undefined);
    for (const [offset, value] of row.entries()) {
      const formula = formulaOf(formulas[index]?.[offset], value);
      if (formula !== undefined) found.push([cellKey(top + index, left + offset), formula]);
      // Excel has worked every formula out: "" is what this one comes to, and no cell without a result
      read.push(formula !== undefined && value === "" ? "" : cellValue(value));
    }
    return read;
  });
  return { rows, formulas: found, formats: numberFormat.map((row) => formatsOf(row, before)) };
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
