import { type CellValue, cellKey, cellPlace, type Edit, type Grid, gridOf, valueAt } from "@taizhang/grid";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { applyEdits } from "../apply-edits.ts";
import { formulaValue } from "./formula-value.ts";
import { recalculated } from "./recalculated.ts";

const sheet = (rows: readonly (readonly CellValue[])[], formulas: Readonly<Record<string, string>>): Grid =>
  gridOf("表", rows, {
    formulas: new Map(
      Object.entries(formulas).map(([ref, text]) => {
        const column = ref.charCodeAt(0) - 65;
        return [cellKey(Number(ref.slice(1)) - 1, column), text];
      }),
    ),
  });

const put = (grid: Grid, ref: string, after: CellValue): Edit => {
  const [row, column] = [Number(ref.slice(1)) - 1, ref.charCodeAt(0) - 65];
  return {
    kind: "setCell",
    at: cellPlace("a.xlsx", "表", ref),
    before: { value: valueAt(grid, row, column) },
    after: { value: after },
  };
};

const results = (grid: Grid, edits: readonly Edit[]) =>
  Object.fromEntries(recalculated([grid], edits).map(({ at, after }) => [at.ref, after.value]));

describe("formulas that follow a mended cell", () => {
  test("合计跟着改正的数算出来，再往上的合计也一样，没有关系的公式不动", () => {
    const grid = sheet(
      [
        ["1000", 1],
        [2000, 2],
        [2000, 3],
        [2000, 3],
        [0.2, null],
      ],
      { A3: "SUM(A1:A2)", A4: "A3", B3: "SUM(B1:B2)" },
    );
    expect(results(grid, [put(grid, "A1", 1000)])).toEqual({ A3: 3000, A4: 3000 });
  });

  test("完成率按改正的数算出来，除不尽的与电子表格一样", () => {
    const grid = sheet([[3, "1", 1 / 3, 33.3, ""]], {
      C1: "B1/A1",
      D1: "ROUND(B1/A1*100,1)",
      E1: 'IF(A1=0,0,"")',
    });
    expect(results(grid, [put(grid, "B1", 2)])).toEqual({ C1: 2 / 3, D1: 66.7 });
  });

  test.each([
    ["another sheet", "SUM(表2!A1:A2)"],
    ["a function that is not known here", "SUMPRODUCT(A1:A2)"],
    ["a division by nothing", "A1/B1"],
    ["itself", "A3+A1"],
  ])("a formula over %s is left to the spreadsheet", (_, formula) => {
    const grid = sheet(
      [
        ["1", null],
        [2, null],
        [3, null],
      ],
      { A3: formula },
    );
    expect(results(grid, [put(grid, "A1", 1)])).toEqual({});
  });

  test("a formula whose cell showed something else is left to the spreadsheet", () => {
    const grid = sheet([["1"], [2], [7]], { A3: "SUM(A1:A2)" });
    expect(results(grid, [put(grid, "A1", 1)])).toEqual({});
  });

  test("sums of chance figures come to their exact sum, and the batch applies", () => {
    const figure = fc.integer({ min: -99_999, max: 99_999 }).map((cents) => cents / 100);
    fc.assert(
      fc.property(fc.array(figure, { minLength: 2, maxLength: 12 }), fc.nat(), (figures, at) => {
        const cents = (list: readonly number[]) => list.reduce((sum, one) => sum + Math.round(one * 100), 0);
        const row = at % figures.length;
        const other = figures.filter((_, index) => index !== row);
        const grid = sheet(
          [...figures.map((one, index) => [index === row ? `${one}` : one]), [cents(other) / 100]],
          { [`A${figures.length + 1}`]: `SUM(A1:A${figures.length})` },
        );
        const edit = put(grid, `A${row + 1}`, figures[row] ?? 0);
        const following = recalculated([grid], [edit]);
        expect(following.map(({ after }) => after.value)).toEqual([cents(figures) / 100]);
        expect(applyEdits([grid], [edit, ...following]).skipped).toEqual([]);
      }),
    );
  });
});

test.each([
  ["1+2*3-4/2", "5"],
  ["-(2-5)", "3"],
  ["SUM(A1:B1,10)", "13"],
  ['IF(A1>=1,IF(B1<>"",B1,9),8)', "2"],
  ['IF(A1=0,"",B1/A1)', "2"],
  ["ROUND(2.345,2)", "2.35"],
])("%s is %s", (formula, value) => {
  expect(formulaValue(formula, (_, column) => [1, 2][column] ?? null)).toBe(value);
});

test("no text makes it throw", () => {
  const piece = fc.constantFrom(
    "SUM(",
    "IF(",
    "ROUND(",
    ")",
    ",",
    "A1",
    "B2:C3",
    "+",
    "/",
    "=",
    '"x"',
    "3",
    " ",
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
      expect(() => formulaValue(pieces.join(""), () => 1)).not.toThrow();
    }),
    { numRuns: 1_000 },
  );
});
