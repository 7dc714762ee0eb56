import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { readWorkbook } from "@taizhang/xlsx";
import { describe, expect, test } from "vitest";
import { OfficeHost } from "./host.ts";
import { openBook, saveBook } from "./model/file.ts";
import { snapshot } from "./model/snapshot.ts";
import { connect } from "./node/connect.ts";
import { excelWith } from "./testing/excel-with.ts";

const twoWrites = (excel: typeof Excel) =>
  excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("甲");
    sheet.getRange("A1").values = [["一"]];
    sheet.getRange("A2").values = [["二"]];
    await context.sync();
  });

describe("faults", () => {
  const cases = [
    { at: "before", holds: [] },
    { at: "after", holds: ["一", "二"] },
  ] as const;
  test.each(cases)("an error $at the work", async ({ at, holds }) => {
    const { Excel, host, book } = excelWith({ 甲: [] });
    host.faults.on(1, { error: "GeneralException", at });
    await expect(twoWrites(Excel)).rejects.toMatchObject({ code: "GeneralException" });
    expect(book.sheets[0]?.rows.flat().map((cell) => cell?.value)).toEqual(holds);
    await twoWrites(Excel); // once only
  });

  test("an error at an act keeps what was done before it", async () => {
    const { Excel, host, book } = excelWith({ 甲: [] });
    host.faults.on(1, { error: "Timeout", at: 1 });
    await expect(twoWrites(Excel)).rejects.toMatchObject({ code: "Timeout" });
    expect(book.sheets[0]?.rows.flat().map((cell) => cell?.value)).toEqual(["一"]);
  });

  test("another user writes between two syncs", async () => {
    const { Excel, host, other } = excelWith({ 甲: [["旧"]] });
    host.faults.on(2, { before: () => other.type("甲", "A1", "新") });
    await Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem("甲").getRange("A1").load("values");
      await context.sync();
      expect(range.values).toEqual([["旧"]]);
      range.load("values");
      await context.sync();
      expect(range.values).toEqual([["新"]]);
    });
  });

  test("while a cell is edited nothing goes; afterwards all does", async () => {
    const { Excel, host, book } = excelWith({ 甲: [] });
    host.editing = true;
    await expect(twoWrites(Excel)).rejects.toMatchObject({ code: "InvalidOperationInCellEditMode" });
    expect(host.batches.at(-1)).toMatchObject({ wrote: false, error: "InvalidOperationInCellEditMode" });
    host.editing = false;
    await twoWrites(Excel);
    expect(book.sheets[0]?.rows.length).toBe(2);
  });
});

describe("limits of Excel", () => {
  const fill = (Excel: typeof globalThis.Excel, rows: number, text: string) =>
    Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem("甲").getRangeByIndexes(0, 0, rows, 1);
      range.values = Array(rows).fill([text]);
      await context.sync();
    });

  test("a request over 5 MB", async () => {
    const { Excel, book } = excelWith({ 甲: [] });
    await expect(fill(Excel, 600, "x".repeat(10_000))).rejects.toMatchObject({
      code: "RequestPayloadSizeLimitExceeded",
    });
    expect(book.sheets[0]?.rows).toEqual([]);
  });

  test("a reply over 5 MB", async () => {
    const { Excel, user } = excelWith({ 甲: [] });
    user.type("甲", "A1", Array(600).fill(["x".repeat(10_000)]));
    const read = Excel.run(async (context) => {
      context.workbook.worksheets.getItem("甲").getUsedRange().load("values");
      await context.sync();
    });
    await expect(read).rejects.toMatchObject({ code: "ResponsePayloadSizeLimitExceeded" });
  });

  test("a range over 5 million cells", async () => {
    const { Excel } = excelWith({ 甲: [] });
    const read = Excel.run(async (context) => {
      context.workbook.worksheets.getItem("甲").getRange("A:F").load("values");
      await context.sync();
    });
    await expect(read).rejects.toMatchObject({ code: "ResponsePayloadSizeLimitExceeded" });
  });
});

describe("the undo list", () => {
  test("one request is one step; undoing gives back every cell, format, sheet and rule", async () => {
    const { Excel, book, user } = excelWith({
      甲: [
        ["a", 1],
        ["b", 2],
      ],
    });
    const before = snapshot(book);
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("甲");
      sheet.getRange("A1:B2").values = [
        ["c", 3],
        ["", 4],
      ];
      sheet.getRange("A1").format.fill.color = "#FF0000";
      sheet.getRange("B:B").format.columnWidth = 99;
      sheet.getRange("1:1").insert("Down");
      sheet.getRange("A1:B1").merge();
      sheet.getRange("A2:B3").conditionalFormats.add("Custom").custom.rule.formula = "=TRUE";
      context.workbook.worksheets.add("汇总").getRange("A1").values = [["x"]];
      context.workbook.settings.add("k", 1);
      await context.sync();
    });
    const after = snapshot(book);
    expect(book.journal.done.length).toBe(1);
    expect(user.undo()).toBe(true);
    expect(snapshot(book)).toEqual(before);
    expect(user.redo()).toBe(true);
    expect(snapshot(book)).toEqual(after);
    expect([user.undo(), user.undo()]).toEqual([true, false]);
  });

  test("reading makes no step", async () => {
    const { Excel, book, host } = excelWith({ 甲: [["a"]] });
    await Excel.run(async (context) => {
      context.workbook.worksheets.load("items/name");
      context.workbook.worksheets.getItem("甲").getRange("A1").select();
      await context.sync();
    });
    expect(book.journal.done).toEqual([]);
    expect(host.syncs.map(({ wrote }) => wrote)).toEqual([false]);
  });
});

describe("files", () => {
  const file = resolve(import.meta.dirname, "../../../examples/nanguan-2016/台账.xlsx");

  test("the example ledger opens, is read by the add-in, and is saved with the same cells", async () => {
    const bytes = readFileSync(file);
    const grids = readWorkbook(bytes, { file }).value?.sheets ?? [];
    const book = openBook(bytes, "台账.xlsx");
    const { Excel } = connect(new OfficeHost(book));
    await Excel.run(async (context) => {
      const sheets = context.workbook.worksheets.load("items/name,items/visibility");
      await context.sync();
      const used = sheets.items.map((sheet) => sheet.getUsedRange(true).load("values,rowCount"));
      await context.sync();
      expect(sheets.items.map(({ name }) => name)).toEqual(grids.map(({ name }) => name));
      expect(used.every(({ rowCount }) => rowCount > 0)).toBe(true);
    });
    const again = readWorkbook(saveBook(book), { file }).value?.sheets ?? [];
    const plain = (sheets: typeof grids) =>
      sheets.map(({ name, rows, formulas, merges }) => ({
        name,
        cells: rows.flatMap((row, at) =>
          (row ?? []).flatMap((value, column) =>
            value === null || value === undefined ? [] : [[at, column, value]],
          ),
        ),
        formulas: [...formulas],
        merges,
      }));
    expect(plain(again)).toEqual(plain(grids));
  });
});
