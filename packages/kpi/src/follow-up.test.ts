import { describe, expect, test } from "vitest";
import type { TaskFact } from "./facts.ts";
import { followUps } from "./follow-up.ts";
import { figuresOf, type Row } from "./testing/figures.ts";

/** 100 beds a year; in September the pace is 75%, in October 83.33%: below 65 and 73.33 is behind. */
const row = (period: string, actual: string | null, more: Partial<Row> = {}): Row => ({
  org: "甲局",
  taskId: "1",
  indicator: "新增床位",
  unit: "张",
  target: "100",
  actual,
  period,
  departments: ["甲局"],
  ...more,
});
const task = (period: string, more: Partial<TaskFact> = {}): TaskFact => ({
  id: "1",
  title: "增加养老床位",
  standing: "own",
  org: "甲局",
  dims: { department: [{ name: "甲局" }] },
  kind: "quantitative",
  period,
  reported: true,
  ...more,
});
const both = ["2016-09", "2016-10"];

describe("督办清单", () => {
  const cases: readonly [string, [string | null, string | null], string | undefined, string | undefined][] = [
    ["连续两月滞后", ["40", "50"], undefined, "twoMonths"],
    ["上月滞后、本月赶上", ["40", "80"], undefined, undefined],
    ["上月正常、本月滞后", ["70", "50"], undefined, undefined],
    ["上月未报不算滞后", [null, "50"], undefined, undefined],
    ["三季度末滞后", ["40", null], "2016-09", "thirdQuarter"],
    ["三季度末正常", ["70", null], "2016-09", undefined],
    ["本月未报是催报，不是督办", ["40", null], undefined, undefined],
  ];
  test.each(cases)("%s", (_, [september, october], period, reason) => {
    const figures = figuresOf(
      [row("2016-09", september), row("2016-10", october)],
      both.map((one) => task(one)),
    );
    const found = followUps(figures, { period: period ?? "2016-10" });
    expect(found.map((one) => one.reason)).toEqual(reason === undefined ? [] : [reason]);
  });

  test("the row carries what the list prints: lag, targets, people, reasons, place", () => {
    const said = { problemText: "征地未完成", leader: "张某", owner: "李某", progressText: "已完成50张" };
    const figures = figuresOf(
      [row("2016-09", "40"), row("2016-10", "50")],
      both.map((one) => task(one, { deadline: "2016-12-31", ...said })),
    );
    expect(followUps(figures)).toEqual([
      {
        taskId: "1",
        title: "增加养老床位",
        org: "甲局",
        dims: { department: [{ name: "甲局" }] },
        deadline: "2016-12-31",
        ...said,
        light: "red",
        overdue: false,
        lag: "33.33",
        targets: [
          { indicator: "新增床位", unit: "张", target: "100", actual: "50", completion: "0.5", light: "red" },
        ],
        reason: "twoMonths",
        periods: ["2016-09", "2016-10"],
      },
    ]);
  });

  test("a text copied twice is behind twice, and has no number to lag by", () => {
    const texts = ["正在推进", "正在推进"].map((progressText, index) =>
      task(both[index] as string, { kind: "qualitative", progressText, previousProgressText: progressText }),
    );
    const [found] = followUps(figuresOf([], texts));
    expect(found).toMatchObject({ reason: "twoMonths", light: "yellow", lag: null, targets: [] });
  });

  test("past its deadline on the given day is behind, though its number is green", () => {
    const figures = figuresOf(
      [row("2016-09", "90"), row("2016-10", "90")],
      both.map((one) => task(one, { deadline: "2016-08-31" })),
    );
    expect(followUps(figures, { today: "2016-11-05" })[0]).toMatchObject({
      overdue: true,
      reason: "twoMonths",
    });
    expect(followUps(figures)).toEqual([]);
  });

  test.each([
    ["2016-09-30", "2016-09", "thirdQuarter"],
    ["2016-10-31", "2016-09", undefined],
    ["2016-09-30", "2016-10", "twoMonths"],
    ["2016-10-31", "2016-10", undefined],
  ])("时限%s的，11月5日看%s的：各月按当月末的情况判", (deadline, period, reason) => {
    const figures = figuresOf(
      [row("2016-09", "90"), row("2016-10", "90")],
      both.map((one) => task(one, { deadline })),
    );
    expect(followUps(figures, { period, today: "2016-11-05" })[0]?.reason).toBe(reason);
  });

  test("一项任务有几行的，各行的编号和进展都列出，相同的只列一次", () => {
    const rows = [
      { ledgerId: "A-1", progressText: "床位已建成" },
      { ledgerId: "A-2", progressText: "中心未动工" },
      { ledgerId: "A-2", progressText: "中心未动工" },
    ];
    const figures = figuresOf(
      [row("2016-09", "40"), row("2016-10", "50")],
      both.flatMap((period) => rows.map((more) => task(period, more))),
    );
    expect(followUps(figures)[0]).toMatchObject({
      taskId: "A-1、A-2",
      progressText: "床位已建成；中心未动工",
    });
  });

  test("each task by itself: what was behind last month must be the same task of the same org", () => {
    const months = (id: string, org: string, september: string, october: string) => ({
      rows: [september, october].map((actual, index) =>
        row(both[index] as string, actual, { taskId: id, org, departments: [org] }),
      ),
      tasks: both.map((period) =>
        task(period, { id, title: `事项${id}`, org, dims: { department: [{ name: org }] } }),
      ),
    });
    const all = [
      months("1", "甲局", "70", "50"),
      months("2", "甲局", "40", "80"),
      months("1", "乙局", "40", "80"),
      months("3", "乙局", "40", "50"),
    ];
    const figures = figuresOf(
      all.flatMap(({ rows }) => rows).map((one, line) => ({ ...one, line })),
      all.flatMap(({ tasks }) => tasks),
    );
    expect(followUps(figures).map(({ taskId, org }) => [taskId, org])).toEqual([["3", "乙局"]]);
  });

  test("without a period nothing can be two months behind", () => {
    expect(followUps(figuresOf([], []))).toEqual([]);
    expect(followUps(figuresOf([row("2016", "1")], [task("2016")]), { period: "某月" })).toEqual([]);
  });
});
