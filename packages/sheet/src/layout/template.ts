import type { Lang } from "@taizhang/finding";
import { columnName, type LayoutCell, type SheetLayout } from "@taizhang/grid";
import { ledgerForm } from "./ledger-form.ts";

/** How many rows are ready to be filled; more can be added below. */
const readyRows = 200;
const headerRow = 3;

/** Names and headings of the ledger and its page of instructions. */
export const ledgerWords = {
  "zh-CN": {
    sheet: "任务分解表",
    help: "填写说明",
    title: "目标任务分解表",
    org: "填报单位：",
    day: "截至日期：",
    column: "列名",
    how: "填写要求",
    rules: [
      "一行一个目标。数字单独填一格，计量单位填在“计量单位”列，不要写成“2000万元”。",
      "空着表示未报，0表示数值为0，“—”表示不涉及，三者不同。",
      "合计、小计由汇总时计算，表里不必填写；要填的，请在首列写明“合计”或“小计”。",
      "带下拉选项的列请从中选取；没有合适选项的可直接填写。",
      "填好后可用taizhang check检查，不改动原表。",
    ],
  },
  en: {
    sheet: "任务分解表",
    help: "Instructions",
    title: "Targets by task and department",
    org: "填报单位：",
    day: "截至日期：",
    column: "Column",
    how: "How to fill it in",
    rules: [
      "One target a row. A number stands alone in its cell, its unit in the column Unit; not “2000万元”.",
      "Empty means no figure yet, 0 means zero, “—” means not applicable: three different things.",
      "Totals are calculated in the roll-up; if you write them, say 合计 or 小计 in the first column.",
      "Choose from the lists where there are any; other words may be typed.",
      "Check the sheet with taizhang check; it never changes your file.",
    ],
  },
} as const;

/** An empty ledger with drop-downs and a page of instructions (空白任务分解表). */
export function templateLayouts(lang: Lang = "zh-CN"): SheetLayout[] {
  return [formSheet(lang), helpSheet(lang)];
}

function formSheet(lang: Lang): SheetLayout {
  const { sheet, title, org, day } = ledgerWords[lang];
  const last = columnName(ledgerForm.length - 1);
  const lastRow = headerRow + readyRows;
  return {
    name: sheet,
    rows: [
      [{ value: title, style: "title" }],
      [{ value: org, style: "note" }, null, null, null, { value: day, style: "note" }],
      // Headings stay Chinese in every language: the sheet goes to departments, and is read back by them.
      ledgerForm.map(({ heading }): LayoutCell => ({ value: heading["zh-CN"], style: "header" })),
      ...Array.from({ length: readyRows }, () =>
        ledgerForm.map(
          ({ field }): LayoutCell => ({
            value: null,
            style: "input",
            ...(field === "id" ? { format: "@" } : {}),
          }),
        ),
      ),
    ],
    merges: [`A1:${last}1`, "A2:D2", "E2:H2"],
    widths: ledgerForm.map(({ width }) => width),
    heights: { 0: 28, 2: 32 },
    freeze: "E4",
    choices: ledgerForm.flatMap(({ choices }, index) =>
      choices
        ? [
            {
              ref: `${columnName(index)}${headerRow + 1}:${columnName(index)}${lastRow}`,
              list: choices[lang],
            },
          ]
        : [],
    ),
    print: { landscape: true, fitToWidth: true, repeatRows: [headerRow, headerRow] },
  };
}

/** The page that says what goes into which column (填写说明). */
export function helpSheet(lang: Lang): SheetLayout {
  const { help, column, how, rules } = ledgerWords[lang];
  return {
    name: help,
    rows: [
      [{ value: help, style: "title" }],
      ...rules.map((rule, index): LayoutCell[] => [
        { value: index + 1, style: "number" },
        { value: rule, style: "text" },
      ]),
      [],
      [
        { value: column, style: "header" },
        { value: how, style: "header" },
      ],
      ...ledgerForm.map((one): LayoutCell[] => [
        {
          value: lang === "en" ? `${one.heading["zh-CN"]} ${one.heading.en}` : one.heading["zh-CN"],
          style: "text",
        },
        { value: one.help[lang], style: "text" },
      ]),
    ],
    merges: ["A1:B1"],
    widths: [34, 80],
    print: { fitToWidth: true },
  };
}
