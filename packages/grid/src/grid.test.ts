import { expect, test } from "vitest";
import { isBlank, isCellError, textOf } from "./cell.ts";
import { cellKey, columnCount, formatAt, formulaAt, gridOf, isUncalculated, valueAt } from "./grid.ts";
import { layoutCell } from "./layout.ts";

const grid = gridOf("台账", [["任务", "目标"], undefined, ["新增就业", undefined, null, 0]], {
  formulas: new Map([
    [cellKey(2, 2), "B3*2"],
    [cellKey(2, 3), "B3-B3"],
  ]),
  formats: [undefined, undefined, [undefined, undefined, "0.0%"]],
});

test("cells that the file does not hold are null", () => {
  expect(valueAt(grid, 0, 1)).toBe("目标");
  expect(valueAt(grid, 1, 0)).toBeNull();
  expect(valueAt(grid, 2, 1)).toBeNull();
  expect(valueAt(grid, 99, 99)).toBeNull();
  expect(columnCount(grid)).toBe(4);
});

test("a formula without a value is uncalculated, one that gives 0 is not", () => {
  expect(isUncalculated(grid, 2, 2)).toBe(true);
  expect(isUncalculated(grid, 2, 3)).toBe(false);
  expect(isUncalculated(grid, 2, 1)).toBe(false);
  expect(formulaAt(grid, 2, 2)).toBe("B3*2");
  expect(formatAt(grid, 2, 2)).toBe("0.0%");
});

test.each([
  [null, "", true],
  ["　 ", "　 ", true],
  [0, "0", false],
  [0.1 + 0.2, "0.3", false],
  [true, "TRUE", false],
  [{ error: "#REF!" }, "#REF!", false],
  [Number.NaN, "", false],
])("%j reads as text %j", (value, text, blank) => {
  expect(textOf(value)).toBe(text);
  expect(isBlank(value)).toBe(blank);
});

test("a layout's bare value is a cell, and so is an error", () => {
  expect(layoutCell(5)).toEqual({ value: 5 });
  expect(layoutCell({ error: "#N/A" })).toEqual({ value: { error: "#N/A" } });
  expect(layoutCell({ value: 5, style: "total" })).toEqual({ value: 5, style: "total" });
  expect(isCellError({ error: "#N/A" })).toBe(true);
});
