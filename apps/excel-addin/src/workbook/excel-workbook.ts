import { addSheetsTo } from "./add-sheets.ts";
import { listenTo } from "./listen-excel.ts";
import { setMarks, someMarks } from "./marks-excel.ts";
import { openAnother } from "./open-another.ts";
import { readBlocks } from "./read-blocks.ts";
import { localRef, readOutline, readParts } from "./read-excel.ts";
import { removeSheetsFrom } from "./remove-sheets.ts";
import { run, setPatience, usualPatience } from "./run-excel.ts";
import { reveal, unlocked } from "./show-excel.ts";
import type { Workbook } from "./workbook.ts";
import { writeCells } from "./write-excel.ts";

export interface ExcelOptions {
  /** Milliseconds without an answer after which Excel counts as lost. */
  readonly patience?: number;
}

/** The open workbook of Excel, through Office.js (Excel工作簿). */
export function excelWorkbook({ patience = usualPatience }: ExcelOptions = {}): Workbook {
  setPatience(patience);
  /** Sheets' names by id, as last read: events carry ids only. */
  const names = new Map<string, string>();
  return {
    ping: () =>
      run(async (context) => {
        context.workbook.load("name");
        await context.sync();
      }),
    outline: () =>
      run(async (context) => {
        const outline = await readOutline(context);
        names.clear();
        for (const { id, name } of outline.sheets) names.set(id, name);
        return outline;
      }),
    read: (what, onPart) => run((context) => readParts(context, what, onPart)),
    readBlocks: (what) => run((context) => readBlocks(context, what)),
    write: (writes, options) =>
      run((context) => writeCells(context, writes, options), { writesFrom: 2, asOneStep: true }),
    addSheets: (sheets) => run((context) => addSheetsTo(context, sheets), { writesFrom: 2, asOneStep: true }),
    removeSheets: (own) => run((context) => removeSheetsFrom(context, own), { writesFrom: 2 }),
    mark: (marks) =>
      run((context) => setMarks(context, [...names.values()], marks), { writesFrom: 2, asOneStep: true }),
    hasMarks: () => run((context) => someMarks(context, [...names.values()])),
    openAnother: (bytes) => openAnother(bytes),
    recall: (name) =>
      run(async (context) => {
        const setting = context.workbook.settings.getItemOrNullObject(`taizhang.${name}`);
        setting.load("value");
        await context.sync();
        return setting.isNullObject || typeof setting.value !== "string" ? undefined : setting.value;
      }),
    remember: (name, text) =>
      run(
        async (context) => {
          context.workbook.settings.add(`taizhang.${name}`, text);
          await context.sync();
        },
        { writesFrom: 1 },
      ),
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
