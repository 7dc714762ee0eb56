import { expect, test } from "vitest";
import { excelWith } from "../testing/excel-with.ts";
import { unsavedOf } from "./unsaved.ts";

test("a workbook of values and formulas is saved whole", () => {
  const { book } = excelWith({ 甲: [[1, "=A1*2"]] });
  expect(unsavedOf(book)).toEqual([]);
});

test("what the file lacks is said, sheet by sheet", async () => {
  const { book, Excel, user } = excelWith({ 甲: [[1], [2]], 乙: [[3]] });
  user.format("甲", "A1", { fillColor: "#FFFF00" });
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("甲");
    sheet.getRange("A1:A2").conditionalFormats.add("DataBar");
    sheet.charts.add("Line", sheet.getRange("A1:A2"));
    sheet.getRange("A2").rowHidden = true;
    context.workbook.names.add("名", sheet.getRange("A1"));
    context.workbook.worksheets.getItem("乙").visibility = "VeryHidden";
    await context.sync();
  });
  expect(unsavedOf(book)).toEqual([
    { what: "names", count: 1 },
    { sheet: "甲", what: "looks", count: 1 },
    { sheet: "甲", what: "hidden rows", count: 1 },
    { sheet: "甲", what: "charts", count: 1 },
    { sheet: "甲", what: "conditional formats", count: 1 },
    { sheet: "乙", what: "very hidden", count: 1 },
  ]);
});
