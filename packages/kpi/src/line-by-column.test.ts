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
        notes: [
          {
            code: "superiorDiffers",
            args: { org: "甲区", by: "", reported: "12", used: "11", difference: "1" },
          },
        ],
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

describe("共同任务的牵头单位，上级的表只有它一家的数", () => {
  const leads = ["甲局", "乙局"];
  const joint = (org: string, actual: string | null): Row => ({
    ...{ org, actual, departments: leads, taskId: "1", target: "10", file: `${org}.xlsx` },
    ...{ facts: { taskTitle: "甲事" }, targetFacts: { taskTitle: "甲事" } },
  });
  const superior = (org: string, actual: string, more: Partial<Row> = {}): Row => ({
    ...{ org, actual, target: actual, departments: [org], standing: "superior", file: "全市.xlsx" },
    ...more,
  });
  const named = { facts: { taskTitle: "城镇新增就业" }, targetFacts: { taskTitle: "城镇新增就业" } };
  const alone: Row = {
    org: "甲局",
    departments: ["甲局"],
    actual: "3",
    target: "5",
    taskId: "2",
    file: "甲局.xlsx",
  };
  const cellOf = (...rows: Row[]) =>
    rollUp(figuresOf(rows.map((one, line) => ({ line, ...one }))), { by: ["department"] }).cells[0];
  test.each<[string, Row[], object]>([
    ["没有写任务", [joint("甲局", "8"), superior("甲局", "8")], { target: "10", actual: "8", expected: 1 }],
    [
      "只写指标名",
      [joint("甲局", "8"), superior("甲局", "8", named)],
      { target: "10", actual: "8", expected: 1 },
    ],
    [
      "另一家牵头单位的数也不加",
      [joint("甲局", "8"), superior("乙局", "8")],
      { target: "10", actual: "8", expected: 1 },
    ],
    [
      "单位自己另有一项：上级的数是两项合在一起的",
      [joint("甲局", "8"), alone, superior("甲局", "11")],
      { target: "15", actual: "11", expected: 1 },
    ],
    [
      "不是牵头单位的照常计入",
      [joint("甲局", "8"), superior("丁局", "4")],
      { target: "14", actual: "12", expected: 2 },
    ],
    [
      "上级的表自己也列了共同任务，另一行是另一项",
      [joint("甲局", "8"), superior("甲局", "8", { taskId: "1" }), superior("甲局", "4", { line: 9 })],
      { target: "14", actual: "12", expected: 1 },
    ],
  ])("%s", (_, rows, is) => {
    expect(cellOf(...rows)).toMatchObject(is);
    expect(cellOf(...[...rows].reverse())).toMatchObject(is);
  });
  test("共同任务没有报，写明上级有数", () =>
    expect(cellOf(joint("甲局", null), superior("甲局", "8"))).toMatchObject({
      actual: null,
      missing: ["甲局"],
      notes: [{ code: "superiorHasFigure", args: { org: "甲局", amount: "8" } }, { code: "joint" }],
    }));
  test("单位自己没写任务的一行，仍归它自己的一项", () =>
    expect(
      cellOf(
        joint("甲局", "8"),
        { ...alone, actual: null },
        { ...alone, taskId: "", target: null, file: "补.xlsx" },
      ),
    ).toMatchObject({ target: "15", actual: "11", expected: 1, missing: [] }));
});
