import { describe, expect, test } from "vitest";
import { rollUp } from "./roll-up.ts";
import { figuresOf, type Row } from "./testing/figures.ts";

const row = (standing: "own" | "superior", taskTitle: string, target: string, actual: string): Row => ({
  org: "甲区",
  file: standing === "own" ? "甲区.xlsx" : "全市.xlsx",
  standing,
  taskId: `\n${taskTitle}`,
  target,
  actual,
  facts: { taskTitle },
  targetFacts: { taskTitle },
});
const total = (...rows: Row[]) => {
  const [cell] = rollUp(figuresOf(rows.map((one, line) => ({ line, ...one })))).cells;
  return { target: cell?.target, actual: cell?.actual };
};

test("分地区表只有指标名，自报的另有任务名：是一项，只计一次，以自报数为准", () => {
  const rows = [row("superior", "城镇新增就业", "600", "400"), row("own", "就业", "600", "410")] as const;
  expect(total(...rows)).toEqual({ target: "600", actual: "410" });
  expect(total(...[...rows].reverse())).toEqual({ target: "600", actual: "410" });
});

test("上级的表另有任务名的，仍是两项", () =>
  expect(total(row("superior", "乙事", "600", "400"), row("own", "甲事", "600", "410"))).toEqual({
    target: "1200",
    actual: "810",
  }));

describe("一家有几项任务，上级的表只有指标名", () => {
  const own = [row("own", "甲事", "10", "5"), row("own", "乙事", "10", "6")];
  const column = row("superior", "城镇新增就业", "20", "12");
  const noTask: Row = { org: "甲区", file: "全市.xlsx", standing: "superior", target: "20", actual: "12" };
  const cellOf = (...rows: Row[]) =>
    rollUp(figuresOf(rows.map((one, line) => ({ line, ...one }))), { by: ["division"] }).cells[0];
  test.each([
    ["按列写指标名的", column],
    ["不写任务的", noTask],
  ])("%s：目标和完成数都不再加一遍，只作核对", (_, superior) => {
    for (const rows of [
      [...own, superior],
      [superior, ...own],
    ])
      expect(cellOf(...rows)).toMatchObject({
        target: "20",
        actual: "11",
        expected: 1,
        reported: 1,
        notes: [],
      });
  });
  test.each([
    ["按列写指标名的", column],
    ["不写任务的", noTask],
  ])("%s：本单位没有报的，写明上级有数，不用它代替", (_, superior) => {
    const blank = own.map((one): Row => ({ ...one, actual: null }));
    expect(cellOf(...blank, superior)).toMatchObject({
      target: "20",
      actual: null,
      missing: ["甲区"],
      notes: [{ code: "superiorHasFigure", args: { org: "甲区", amount: "12" } }],
    });
  });
  test("上级的表逐项列了任务，另有一行只有指标名，那一行自成一项", () =>
    expect(
      total(row("superior", "甲事", "10", "5"), row("superior", "乙事", "10", "6"), { ...column, line: 9 }),
    ).toEqual({ target: "40", actual: "23" }));
});
