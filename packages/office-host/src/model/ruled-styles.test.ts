import { expect, test } from "vitest";
import { calculator } from "../node/start-calculator.ts";
import { excelWith } from "../testing/excel-with.ts";
import { ruledStyles } from "./ruled-styles.ts";

type Rule = (format: Excel.ConditionalFormatCollection) => Excel.ConditionalRangeFormat;

/** Which of the five cells a rule colours. */
async function coloured(rule: Rule): Promise<number[]> {
  const { Excel, book } = excelWith({ 甲: [[1], [20], ["绿"], ["●绿"], [""]] });
  book.calculator = await calculator();
  await Excel.run(async (context) => {
    const formats = context.workbook.worksheets.getItem("甲").getRange("A1:A5").conditionalFormats;
    rule(formats).fill.color = "#00FF00";
    await context.sync();
  });
  const sheet = book.sheets[0];
  if (!sheet) throw new Error("no sheet");
  const styleOf = ruledStyles(book, sheet, { top: 0, left: 0, bottom: 4, right: 0 });
  return [0, 1, 2, 3, 4].filter((row) => styleOf(row, 0)?.fillColor === "#00FF00");
}

const cases: [string, Rule, number[]][] = [
  [
    "a formula",
    (formats) => {
      const { custom } = formats.add("Custom");
      custom.rule.formula = "=ISNUMBER($A1)";
      return custom.format;
    },
    [0, 1],
  ],
  [
    "a value",
    (formats) => {
      const { cellValue } = formats.add("CellValue");
      cellValue.rule = { formula1: '="绿"', operator: "EqualTo" };
      return cellValue.format;
    },
    [2],
  ],
  [
    "a span of values",
    (formats) => {
      const { cellValue } = formats.add("CellValue");
      cellValue.rule = { formula1: "10", formula2: "30", operator: "Between" };
      return cellValue.format;
    },
    [1],
  ],
  [
    "a text",
    (formats) => {
      const { textComparison } = formats.add("ContainsText");
      textComparison.rule = { operator: "Contains", text: "绿" };
      return textComparison.format;
    },
    [2, 3],
  ],
];

test.each(cases)("%s", async (_, rule, rows) => expect(await coloured(rule)).toEqual(rows));

test("where two rules colour one cell, the newer wins, unless it stops the other", async () => {
  const rule: Rule = (formats) => {
    formats.add("Custom").custom.rule.formula = "=TRUE";
    const newer = formats.add("Custom");
    newer.custom.rule.formula = "=$A1=1";
    return newer.custom.format;
  };
  expect(await coloured(rule)).toEqual([0]);
});
