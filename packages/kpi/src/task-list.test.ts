import { describe, expect, test } from "vitest";
import { rollUp } from "./roll-up.ts";
import { taskLights } from "./task-lights.ts";
import { taskList } from "./task-list.ts";
import { bedRow, bedTask } from "./testing/bed-tasks.ts";
import { figuresOf, type Row } from "./testing/figures.ts";

const figures = figuresOf(
  [
    bedRow("甲局", "1", "100"),
    bedRow("甲局", "2", "85"),
    bedRow("甲局", "3", "20"),
    bedRow("乙局", "4", null),
    bedRow("乙局", "5", "0", { targetFacts: { start: "2016-11-01" } }),
  ],
  [
    bedTask("1", "甲局"),
    bedTask("2", "甲局"),
    bedTask("3", "甲局", {
      deadline: "2016-10-10",
      leader: "张某",
      owner: "李某",
      problemText: "征地未完成",
    }),
    bedTask("4", "乙局", { reported: false }),
    bedTask("5", "乙局"),
    bedTask("6", "乙局", { suspended: true }),
    bedTask("7", "乙局", {
      kind: "qualitative",
      statusText: "已完成",
      progressText: "无",
      dims: { department: [{ name: "乙局" }, { name: "甲局" }] },
    }),
  ],
);

describe("任务清单", () => {
  test("每项任务一行：状态、灯、滞后幅度和判定的规则", () => {
    const rows = taskList(figures, { today: "2016-10-31" });
    expect(
      rows.map(({ title, org, state, light, lag, reason, overdue, joint }) =>
        [title, org, state, light, lag, reason, overdue, joint].join(" "),
      ),
    ).toEqual([
      "任务1 甲局 done green -16.67 targets false false",
      "任务2 甲局 onTrack green -1.67 targets false false",
      "任务3 甲局 behind red 63.33 overdue true false",
      "任务4 乙局 unreported unreported  targets false false",
      "任务5 乙局 notDue notDue 0 targets false false",
      "任务6 乙局 gone   suspended false false",
      "任务7 乙局 behind yellow  doneWithoutEvidence false true",
    ]);
  });

  test("一行里有人、有原因、有各目标的数", () => {
    expect(taskList(figures)[2]).toEqual({
      taskId: "3",
      title: "任务3",
      org: "甲局",
      dims: { department: [{ name: "甲局" }] },
      kind: "quantitative",
      deadline: "2016-10-10",
      leader: "张某",
      owner: "李某",
      problemText: "征地未完成",
      state: "behind",
      light: "red",
      reason: "targets",
      overdue: false,
      joint: false,
      lag: "63.33",
      targets: [
        { indicator: "新增床位3", unit: "张", target: "100", actual: "20", completion: "0.2", light: "red" },
      ],
    });
  });

  test("几个目标取落后最多的；没有可比的数的，没有幅度", () => {
    const list = (...rows: Row[]) =>
      taskList(
        figuresOf(
          rows.map((row, line) => ({ ...row, line })),
          [bedTask("1", "甲局")],
        ),
      )[0];
    const [least, most] = [bedRow("甲局", "1", "80"), bedRow("甲局", "1", "30", { indicator: "新增车位" })];
    const ceiling = bedRow("甲局", "1", "5", { indicator: "生产安全事故起数", unit: "起" });
    expect(list(least, most)?.lag).toBe("53.33");
    expect(list(most, least)?.lag).toBe("53.33");
    expect(list(least, ceiling)?.lag).toBe("3.33");
    expect(list(ceiling)?.lag).toBeNull();
    expect(list(least, most)?.targets.map(({ actual }) => actual)).toEqual(["80", "30"]);
  });

  test("没有台账编号的，以标题为编号，清单上不写；台账编号以标题开头的，照写", () => {
    const ids = (id: string) =>
      taskList(figuresOf([], [bedTask(id, "甲局", { title: "床位", kind: "qualitative" })]))[0];
    expect(ids("甲局 床位")).not.toHaveProperty("taskId");
    expect(ids("床位")).not.toHaveProperty("taskId");
    expect(ids("床位-01")).toMatchObject({ taskId: "床位-01" });
  });

  test("写明在哪一格；目标待下达、单位不能合在一起的，没有数", () => {
    const at = { kind: "cell", file: "甲局.xlsx", sheet: "台账", ref: "B3" } as const;
    const pending = bedRow("甲局", "1", "5", {
      targetFacts: { status: "pending", value: undefined as never },
    });
    const [placed] = taskList(figuresOf([pending], [bedTask("1", "甲局", { at })]));
    expect(placed).toMatchObject({ at, targets: [{ unit: "张", target: null, completion: null }] });
    expect(taskList(figures)[0]).not.toHaveProperty("at");
    const [money, beds] = [
      bedRow("甲局", "1", "5", { unit: "元" }),
      bedRow("甲局", "1", "5", { target: null }),
    ];
    const { actual: _, ...aim } = money;
    expect(taskList(figuresOf([aim, beds], [bedTask("1", "甲局")]))[0]?.targets).toEqual([
      { indicator: "新增床位1", unit: "张", target: null, actual: "5", completion: null, light: null },
    ]);
  });

  test("与任务状态统计、亮灯统计是同一批任务", () => {
    for (const options of [{}, { today: "2016-10-31" }, { preset: "strict" }]) {
      const rows = taskList(figures, options).filter(({ state }) => state !== "gone");
      const [counts] = rollUp(figures, options).counts;
      const of = (state: string) => rows.filter((one) => one.state === state).length;
      expect(counts).toMatchObject({
        total: rows.length,
        done: of("done"),
        onTrack: of("onTrack"),
        behind: of("behind"),
        notDue: of("notDue"),
        unreported: of("unreported"),
        overdue: rows.filter(({ overdue }) => overdue).length,
      });
      const lights: Record<string, number> = {};
      for (const { light } of rows) lights[light ?? "none"] = (lights[light ?? "none"] ?? 0) + 1;
      expect(taskLights(figures, options).lights).toEqual(lights);
    }
  });

  test("没有任务就没有；不认识的亮灯标准、写得不合规的日期不收", () => {
    expect(taskList(figuresOf([bedRow("甲局", "1", "5")]))).toEqual([]);
    expect(() => taskList(figures, { preset: "宽" })).toThrow(RangeError);
    expect(() => taskList(figures, { today: "2016-10-1" })).toThrow("write 2016-10-01");
  });
});
