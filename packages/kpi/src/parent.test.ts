import { describe, expect, test } from "vitest";
import { rollUp } from "./roll-up.ts";
import { cellOf, codes, figuresOf, type Row } from "./testing/figures.ts";

const total = (rows: readonly Row[], options = {}) => cellOf(rollUp(figuresOf(rows), options));

describe("节点检查 (law 6)", () => {
  const rows = (parent: string): Row[] => [
    { org: "子县", indicator: "投资", unit: "元", power: 8, actual: "1.2" },
    { org: "丑区", indicator: "投资", unit: "元", power: 8, actual: "3.4" },
    { org: "全市", indicator: "投资", unit: "元", power: 8, actual: parent, standing: "total" },
  ];
  test("half the last digit × (parts + 1) is allowed: 0.15 for two parts with one place", () => {
    expect(total(rows("4.7"))).toMatchObject({
      actual: "4.6",
      parentReported: "4.7",
      difference: "0.1",
      notes: [],
    });
    expect(codes(total(rows("4.8")))).toEqual(["parentDiffers"]);
  });
  test("whole counts compare exactly", () => {
    const cell = total([
      { org: "子县", actual: "3" },
      { org: "丑区", actual: "4" },
      { org: "全市", actual: "8", standing: "total" },
    ]);
    expect(cell).toMatchObject({ parentReported: "8", difference: "1" });
    expect(codes(cell)).toEqual(["parentDiffers"]);
  });
  test("the superior's own figure can be traced, and is no source of the sum", () => {
    const [cell] = rollUp(figuresOf(rows("4.8"))).cells;
    expect(cell?.parentSources).toHaveLength(1);
    expect(cell?.sources).toHaveLength(2);
    expect(cell?.sources).not.toContainEqual(cell?.parentSources?.[0]);
    expect(rollUp(figuresOf(rows("4.8").slice(0, 2))).cells[0]).not.toHaveProperty("parentSources");
  });
  test("a total of one department is no total of all", () => {
    const rolled = rollUp(
      figuresOf([
        { org: "甲局", departments: ["甲局"], actual: "3" },
        { org: "乙局", departments: ["乙局"], actual: "4" },
        { org: "甲局", departments: ["甲局"], actual: "3", standing: "total", file: "合计.xlsx" },
      ]),
      { by: ["department"] },
    );
    expect(cellOf(rolled).parentReported).toBeNull();
    expect(cellOf(rolled, { department: "甲局" }).parentReported).toBe("3");
  });
  test("the parent's own target stands in where those below have none, and is checked where they have", () => {
    const parent: Row = { org: "全市", target: "100", standing: "total" };
    const own = { org: "子县", actual: "60" };
    expect(total([parent, own])).toMatchObject({ target: "100", actual: "60", completion: "0.6" });
    expect(codes(total([parent, { ...own, target: "90" }]))).toEqual(["parentTargetDiffers"]);
  });
});
