import { expect, test } from "vitest";
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
