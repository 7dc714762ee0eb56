import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  cellRef,
  columnIndex,
  columnName,
  contains,
  lastColumn,
  lastRow,
  parseCell,
  parseRange,
  quoteSheet,
  rangeRef,
} from "./reference.ts";

const row = fc.integer({ min: 0, max: lastRow });
const column = fc.integer({ min: 0, max: lastColumn });

describe("A1 references", () => {
  test.each([
    [0, "A"],
    [25, "Z"],
    [26, "AA"],
    [701, "ZZ"],
    [702, "AAA"],
    [16_383, "XFD"],
  ])("column %i is %s", (index, name) => {
    expect(columnName(index)).toBe(name);
    expect(columnIndex(name.toLowerCase())).toBe(index);
  });

  test("a cell's reference names the cell", () =>
    fc.assert(
      fc.property(row, column, (r, c) => {
        expect(parseCell(cellRef(r, c))).toEqual({ row: r, column: c });
      }),
    ));

  test("a block's reference names the block", () =>
    fc.assert(
      fc.property(row, column, row, column, (r1, c1, r2, c2) => {
        const block = {
          top: Math.min(r1, r2),
          left: Math.min(c1, c2),
          bottom: Math.max(r1, r2),
          right: Math.max(c1, c2),
        };
        expect(parseRange(rangeRef(block))).toEqual(block);
        expect(contains(block, r1, c2)).toBe(true);
      }),
    ));

  test("$ and turned corners are read", () =>
    expect(parseRange("$C$5:A1")).toEqual({ top: 0, left: 0, bottom: 4, right: 2 }));

  test.each(["", "A", "1", "A0", "XFE1", "A1048577", "A1:B2:C3", "ABCD1", "A1:", "甲1", "__proto__"])(
    "%j is no reference",
    (text) => expect(parseRange(text)).toBeUndefined(),
  );

  test.each([
    ["汇总", "汇总"],
    ["民生 台账", "'民生 台账'"],
    ["It's", "'It''s'"],
    ["A1", "'A1'"],
    ["R1C1", "'R1C1'"],
    ["2016-10", "'2016-10'"],
  ])("the sheet %s is written %s in a formula", (name, written) => expect(quoteSheet(name)).toBe(written));
});
