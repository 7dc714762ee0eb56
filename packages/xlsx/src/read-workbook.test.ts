import { cellKey } from "@taizhang/grid";
import ExcelJS from "exceljs";
import { expect, test } from "vitest";
import { readWorkbook } from "./index.ts";

test("reads what exceljs writes", async () => {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet("民生 台账");
  sheet.getCell("A1").value = "任务";
  sheet.mergeCells("A1:C1");
  sheet.getCell("A2").value = 1255.5;
  sheet.getCell("A2").numFmt = "#,##0.00";
  sheet.getCell("B2").value = { formula: "A2*2", result: 2511 };
  sheet.getCell("C2").value = { richText: [{ text: "甲" }, { font: { bold: true }, text: "乙" }] };
  sheet.getCell("D2").value = new Date(Date.UTC(2016, 9, 31));
  sheet.getCell("E2").value = true;
  sheet.getCell("F2").value = { error: "#N/A" };
  sheet.getCell("G2").value = { formula: 'A2&""', result: "1255.5" };
  for (let row = 3; row <= 5; row++) sheet.getCell(`A${row}`).value = row;
  sheet.getCell("B3").value = { formula: "A3*$A$2", result: 1, shareType: "shared", ref: "B3:B5" } as never;
  sheet.getCell("B4").value = { sharedFormula: "B3", result: 2 } as never;
  sheet.getCell("B5").value = { sharedFormula: "B3", result: 3 } as never;
  sheet.getRow(4).hidden = true;
  sheet.getColumn(3).hidden = true;
  book.addWorksheet("隐藏", { state: "veryHidden" }).getCell("B2").value = 1;
  const bytes = new Uint8Array(await book.xlsx.writeBuffer());
  const { value, findings } = readWorkbook(bytes, { file: "a.xlsx" });
  expect(findings).toEqual([]);
  expect(value?.sheets.map((one) => [one.name, one.visibility])).toEqual([
    ["民生 台账", "visible"],
    ["隐藏", "veryHidden"],
  ]);
  const grid = value?.sheets[0];
  expect(grid?.rows[1]).toEqual([1255.5, 2511, "甲乙", 42674, true, { error: "#N/A" }, "1255.5"]);
  expect(grid?.formulas.get(cellKey(4, 1))).toBe("A5*$A$2");
});
