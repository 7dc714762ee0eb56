import { addSheetsTo } from "./add-sheets.ts";
import { failureOf } from "./failure.ts";
import { listenTo } from "./listen-excel.ts";
import { setMarks, someMarks } from "./marks-excel.ts";
import { localRef, readOutline, readParts } from "./read-excel.ts";
import { reveal, unlocked } from "./show-excel.ts";
import type { Workbook } from "./workbook.ts";
import { writeCells } from "./write-excel.ts";

/** The open workbook of Excel, through Office.js (Excel工作簿). */
export function excelWorkbook(): Workbook {
  /** Sheets' names by id, as last read: events carry ids only. */
  const names = new Map<string, string>();
  return {
    outline: () =>
      run(async (context) => {
        const outline = await readOutline(context);
        names.clear();
        for (const { id, name } of outline.sheets) names.set(id, name);
        return outline;
      }),
    read: (what, onPart) => run((context) => readParts(context, what, onPart)),
    write: (writes) => runAsOneStep((context) => writeCells(context, writes)),
    addSheets: (sheets) => runAsOneStep((context) => addSheetsTo(context, sheets)),
    removeSheets: (own) =>
      run(async (context) => {
        for (const name of own) context.workbook.worksheets.getItem(name).delete();
        await context.sync();
      }),
    mark: (marks) => runAsOneStep((context) => setMarks(context, [...names.values()], marks)),
    hasMarks: () => run((context) => someMarks(context, [...names.values()])),
    recall: (name) =>
      run(async (context) => {
        const setting = context.workbook.settings.getItemOrNullObject(`taizhang.${name}`);
        setting.load("value");
        await context.sync();
        return setting.isNullObject || typeof setting.value !== "string" ? undefined : setting.value;
      }),
    remember: (name, text) =>
      run(async (context) => {
        context.workbook.settings.add(`taizhang.${name}`, text);
        await context.sync();
      }),
    select: (sheet, ref) =>
      run(async (context) => {
        const worksheet = context.workbook.worksheets.getItem(sheet);
        const range = worksheet.getRange(ref);
        range.load("rowHidden,columnHidden");
        worksheet.activate();
        range.select();
        await context.sync();
        return range.rowHidden ? { hidden: "row" } : range.columnHidden ? { hidden: "column" } : {};
      }),
    reveal: (sheet, ref) => run((context) => reveal(context, sheet, ref)),
    unlocked: (cells) => run((context) => unlocked(context, cells)),
    selection: () =>
      run(async (context) => {
        const range = context.workbook.getSelectedRange();
        range.load("address");
        range.worksheet.load("name");
        await context.sync();
        return { sheet: range.worksheet.name, ref: localRef(range.address) };
      }),
    listen: (onEvent) => run((context) => listenTo(context, names, onEvent)),
  };
}

/** One batch; whatever goes wrong comes back as a `HostFailure`. */
async function run<T>(batch: (context: Excel.RequestContext) => Promise<T>): Promise<T> {
  try {
    return await Excel.run(batch);
  } catch (error) {
    throw failureOf(error);
  }
}

/** One batch that Excel undoes in one step, where it can. */
async function runAsOneStep<T>(batch: (context: Excel.RequestContext) => Promise<T>): Promise<T> {
  if (!Office.context?.requirements?.isSetSupported("ExcelApi", "1.20")) return run(batch);
  try {
    return await Excel.run({ mergeUndoGroup: true }, batch);
  } catch (error) {
    throw failureOf(error);
  }
}
