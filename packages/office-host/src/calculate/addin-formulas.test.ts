import { describe, expect, test } from "vitest";
import { recalculateAll } from "../model/writing.ts";
import { calculator } from "../node/start-calculator.ts";
import { excelWith } from "../testing/excel-with.ts";
import { callIn } from "./addin-call.ts";
import { addinFormulas } from "./addin-formulas.ts";

describe("找出函数调用", () => {
  test.each([
    ["=TAIZHANG.灯(A1,0.5)", "灯", ["A1", "0.5"]],
    ["=IF(taizhang.LIGHT(A1)=1,2,3)", "LIGHT", ["A1"]],
    ["=TAIZHANG.部门(\"a,b)\",'甲,乙(1)'!B2)", "部门", ['"a,b)"', "'甲,乙(1)'!B2"]],
    ["=TAIZHANG.完成率(SUM(A1,A2),MAX({1,2}))", "完成率", ["SUM(A1,A2)", "MAX({1,2})"]],
    ["=TAIZHANG.灯(TAIZHANG.完成率(A1,B1),C1)", "完成率", ["A1", "B1"]],
    ["=TAIZHANG.PACE(A1,,B1)", "PACE", ["A1", "", "B1"]],
    ["=TAIZHANG.NOW()", "NOW", []],
  ])("%s", (formula, name, args) => expect(callIn(formula, "TAIZHANG")).toMatchObject({ name, args }));

  test.each(['="TAIZHANG.灯(1)"', "=MYTAIZHANG.灯(1)", "='TAIZHANG.灯(1)'!A1", "=TAIZHANG.灯(1", "=SUM(A1)"])(
    "%s has none",
    (formula) => expect(callIn(formula, "TAIZHANG")).toBeUndefined(),
  );
});

describe("单元格里的加载项函数", () => {
  /** A workbook whose add-in halves numbers; what it was asked is kept. */
  async function calculated(sheets: Record<string, unknown[][]>) {
    const excel = excelWith(sheets);
    const { book } = excel;
    const asked: unknown[] = [];
    book.calculator = await calculator();
    book.addinFormulas = addinFormulas({
      namespace: "TAIZHANG",
      ids: new Map([
        ["一半", "HALF"],
        ["HALF", "HALF"],
      ]),
      call: async (id, values) => {
        asked.push([id, ...values]);
        const [value] = values;
        return typeof value === "number"
          ? { failed: false, value: value / 2 }
          : { failed: false, value: { type: "Error", basicValue: "#N/A" } };
      },
      onAnswer: () => recalculateAll(book),
    });
    recalculateAll(book);
    const [sheet] = book.sheets;
    const shown = (row: number, column: number) => sheet?.rows[row]?.[column]?.value;
    return { ...excel, asked, shown };
  }
  const answered = () => new Promise((done) => setTimeout(done, 20));

  test("is asked once for the same, and what leans on it follows", async () => {
    const { asked, shown, user, book } = await calculated({
      甲: [[8, "=TAIZHANG.一半(A1)", "=B1+1", '=TAIZHANG.half(A1)&"个"']],
    });
    expect(shown(0, 1)).toEqual({ error: "#BUSY!" });
    await answered();
    expect([1, 2, 3].map((column) => shown(0, column))).toEqual([4, 5, "4个"]);
    expect(asked).toEqual([["HALF", 8]]);
    user.type("甲", "A1", 20);
    recalculateAll(book);
    await answered();
    expect([1, 2, 3].map((column) => shown(0, column))).toEqual([10, 11, "10个"]);
  });

  test("one in another, of another sheet, and an error", async () => {
    const { shown } = await calculated({
      甲: [
        [
          "=TAIZHANG.一半(TAIZHANG.一半('乙 表'!A1))",
          "=TAIZHANG.一半(A2)",
          "=TAIZHANG.没有(1)",
          "=TAIZHANG.一半(SUM('乙 表'!A1:A2))",
        ],
      ],
      "乙 表": [[12], [4]],
    });
    await answered();
    expect([0, 1, 2, 3].map((column) => shown(0, column))).toEqual([
      3,
      { error: "#N/A" },
      { error: "#NAME?" },
      8,
    ]);
  });
});
