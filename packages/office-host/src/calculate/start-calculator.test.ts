import { expect, test } from "vitest";
import { calculator } from "../node/start-calculator.ts";
import { excelWith } from "../testing/excel-with.ts";

/** A workbook with a calculator. */
async function calculated(sheets: Record<string, unknown[][]>) {
  const excel = excelWith(sheets);
  excel.book.calculator = await calculator();
  for (const { id } of excel.book.sheets) excel.book.uncalculated.set(id, "all");
  return excel;
}

const read = (Excel: typeof globalThis.Excel, sheet: string, address: string) =>
  Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem(sheet).getRange(address).load("values");
    await context.sync();
    return range.values;
  });

test.each([
  ["=A1+A2", 3.3000000000000003],
  ["=SUM(A1:A3)", 3.3],
  ['=A3&"局"', "甲局"],
  ["=A1>1", true],
  ["=1/0", "#DIV/0!"],
  ['=SUMIFS(A1:A2,A1:A2,">1.5")', 2.2],
  ["='乙 表'!A1*2", 14],
  ["=TAIZHANG.完成率(1,2)", "#NAME?"],
  ['=HYPERLINK("#\'乙 表\'!A1","“7”的""出处""")', '“7”的"出处"'],
])("%s", async (formula, value) => {
  const { Excel } = await calculated({ 甲: [[1.1], [2.2], ["甲"], [formula]], "乙 表": [[7]] });
  const [[given]] = (await read(Excel, "甲", "A4")) as [[unknown]];
  if (typeof value === "number") expect(given).toBeCloseTo(value, 12);
  else expect(given).toBe(value);
});

test("what is written in a request is worked out when the same request reads it", async () => {
  const { Excel, user } = await calculated({ 甲: [[1], ["=A1*10"]] });
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("甲");
    sheet.getRange("A1").values = [[5]];
    sheet.getRange("B1").formulas = [["=A2+1"]];
    const range = sheet.getRange("A2:B2").load("values");
    const other = sheet.getRange("B1").load("values");
    await context.sync();
    expect([range.values, other.values]).toEqual([[[50, ""]], [[51]]]);
  });
  user.undo();
  expect(await read(Excel, "甲", "A1:B2")).toEqual([
    [1, ""],
    [10, ""],
  ]);
});
