import {
  cellKey,
  formatAt,
  formulaAt,
  type Grid,
  layoutCell,
  type SheetLayout,
  valueAt,
} from "@taizhang/grid";
import ExcelJS from "exceljs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { readWorkbook, validSheetNames, writeWorkbook } from "./index.ts";

const ledger: SheetLayout = {
  name: "民生/台账",
  rows: [
    [{ value: "二〇一六年民生台账", style: "title" }, null, null],
    [
      { value: "任务", style: "header" },
      { value: "目标", style: "header" },
      { value: "灯", style: "header" },
    ],
    [
      { value: "=SUM(A1:A9)", style: "text" },
      { value: 1255.5, format: "#,##0.00", style: "number" },
      { value: "绿", locked: false, style: "input" },
    ],
    [" 前后有空格 \n第二行", { value: 2511, formula: "=B3*2", style: "total" }, true],
    [
      { value: "见附件", style: "link", link: "01 民政局.xlsx#'台 账'!B2" },
      { error: "#N/A" },
      { value: "回目录", link: "#'民生_台账'!A1" },
    ],
    [{ value: "<&>\"'\u0000_x0041_\r\n", formula: 'A3&"<"' }, -0.1, 1e21],
  ],
  merges: ["A1:C1"],
  widths: [30, undefined, 8],
  heights: { 0: 30 },
  freeze: "B3",
  choices: [
    { ref: "C3:C9", list: ["绿", "黄", "红"] },
    { ref: "A3:A9", list: ["甲,乙", "丙"] },
  ],
  lights: [{ ref: "C3:C9", equals: "绿", light: "green" }],
  hiddenColumns: [3],
  autoFilter: "A2:C5",
  protect: true,
  print: { landscape: true, repeatRows: [1, 2], fitToWidth: true },
};

test("what we write, we read", () => {
  const { value, findings } = readWorkbook(
    writeWorkbook([ledger, { name: "隐藏", rows: [[1]], visibility: "hidden" }]),
    {
      file: "a.xlsx",
    },
  );
  expect(findings).toEqual([]);
  expect(value?.sheets.map(({ name, visibility }) => [name, visibility])).toEqual([
    ["民生_台账", "visible"],
    ["隐藏", "hidden"],
    ["下拉选项", "hidden"],
  ]);
  const grid = value?.sheets[0];
  expect(grid?.rows).toEqual([
    ["二〇一六年民生台账"],
    ["任务", "目标", "灯"],
    ["=SUM(A1:A9)", 1255.5, "绿"],
    [" 前后有空格 \n第二行", 2511, true],
    ["见附件", { error: "#N/A" }, "回目录"],
    ["<&>\"'\u0000_x0041_\r\n", -0.1, 1e21],
  ]);
  expect([...(grid?.formulas ?? [])]).toEqual([
    [cellKey(3, 1), "B3*2"],
    [cellKey(5, 0), 'A3&"<"'],
  ]);
  expect(grid?.formats[2]?.[1]).toBe("#,##0.00");
  expect(grid?.merges).toEqual([{ top: 0, left: 0, bottom: 0, right: 2 }]);
});

test("exceljs reads what we write", async () => {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(writeWorkbook([ledger], { title: "台账", date: "2016-10-31" }).buffer as ArrayBuffer);
  const sheet = book.getWorksheet("民生_台账");
  expect(book.title).toBe("台账");
  expect(sheet?.getCell("A3").value).toBe("=SUM(A1:A9)");
  expect(sheet?.getCell("B4").value).toEqual({ formula: "B3*2", result: 2511 });
  expect(sheet?.getCell("B3").numFmt).toBe("#,##0.00");
  expect(sheet?.getCell("C3").protection).toMatchObject({ locked: false });
  expect(sheet?.getCell("C3").dataValidation).toMatchObject({ type: "list", formulae: ['"绿,黄,红"'] });
  expect(sheet?.getCell("A3").dataValidation).toMatchObject({
    type: "list",
    formulae: ["下拉选项!$A$1:$A$2"],
  });
  expect(sheet?.getCell("A2").isMerged).toBe(false);
  expect(sheet?.getCell("C1").isMerged).toBe(true);
  expect(sheet?.views[0]).toMatchObject({ state: "frozen", xSplit: 1, ySplit: 2 });
  expect(sheet?.getColumn(4).hidden).toBe(true);
  expect(sheet?.autoFilter).toBe("A2:C5");
  expect(sheet?.pageSetup).toMatchObject({
    orientation: "landscape",
    fitToWidth: 1,
    fitToHeight: 0,
    printTitlesRow: "1:2",
  });
  expect((sheet as unknown as { conditionalFormattings: unknown[] }).conditionalFormattings).toHaveLength(1);
});

test("the same sheets give the same bytes", () => {
  expect(writeWorkbook([ledger])).toEqual(writeWorkbook([ledger]));
});

test("random sheets read as they were written", () => {
  const text = fc.string({ unit: "binary", maxLength: 12 });
  const value = fc.oneof(
    text,
    fc.integer(),
    fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => number + 0),
    fc.boolean(),
    fc.constantFrom(null, { error: "#N/A" }),
  );
  const cell = fc.record(
    {
      value,
      format: fc.constantFrom("0.00%", '0.0"万"', "yyyy-mm-dd"),
      formula: fc.constantFrom("A1+1", 'IF(B2<>"&",1,2)'),
    },
    { requiredKeys: ["value"] },
  );
  const rows = fc.array(fc.array(fc.oneof(value, cell), { maxLength: 8 }), { maxLength: 8 });
  fc.assert(
    fc.property(rows, text, (cells, name) => {
      const { value: book, findings } = readWorkbook(writeWorkbook([{ name, rows: cells }]), { file: "a" });
      expect(findings).toEqual([]);
      const grid = book?.sheets[0] as Grid;
      expect(grid.name).toBe(validSheetNames([name])[0]);
      for (const [row, line] of cells.entries())
        for (const [column, one] of line.entries()) {
          const { value: written, formula, format } = layoutCell(one);
          expect(valueAt(grid, row, column)).toEqual(written);
          expect(formulaAt(grid, row, column)).toBe(formula);
          if (written !== null || formula !== undefined) expect(formatAt(grid, row, column)).toBe(format);
        }
    }),
    { numRuns: 300 },
  );
});
