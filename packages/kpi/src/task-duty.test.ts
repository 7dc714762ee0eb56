import type { Period } from "@taizhang/model";
import { decimal } from "@taizhang/quantity";
import { describe, expect, test } from "vitest";
import type { TaskFact } from "./facts.ts";
import { judgeTasks } from "./round.ts";
import { decimalOf } from "./scaled.ts";
import { seriesOf } from "./series.ts";
import { type Duty, dutiesOf } from "./task-duty.ts";
import { figuresOf, type Row } from "./testing/figures.ts";

const main = "2016-10";
const task = (org: string, more: Partial<TaskFact> = {}): TaskFact => ({
  id: "1",
  title: "增加养老床位",
  standing: "own",
  org,
  dims: {},
  kind: "qualitative",
  period: main,
  reported: true,
  ...more,
});
const ledger = (org: string, more: Partial<TaskFact> = {}): TaskFact => {
  const { period: _, ...rest } = task(org, { standing: "ledger", reported: false });
  return { ...rest, ...more };
};
/** 100 beds a year: in October below 73.33 is yellow, below 53.33 red. */
const beds = (org: string, actual: string | null, more: Partial<Row> = {}): Row => ({
  org,
  indicator: "新增床位",
  unit: "张",
  taskId: "1",
  target: "100",
  actual,
  period: main,
  ...more,
});
const members = (...names: string[]) => ({ department: names.map((name) => ({ name })) });

/** Who answers for what, in which state, by which figures. */
const said = ({ id, org, joint, state: { state, light }, targets }: Duty) =>
  [
    `${id}/${org}`,
    ...(joint ? ["共同"] : []),
    state,
    light ?? "无灯",
    ...targets.map(({ actual }) => (actual === undefined ? "未报" : decimalOf(actual))),
  ].join(" ");
const duties = (tasks: readonly TaskFact[], rows: readonly Row[] = [], period: Period | undefined = main) => {
  const figures = figuresOf(
    rows.map((row, line) => ({ line, ...row })),
    tasks,
  );
  return dutiesOf(figures.tasks, period, { main, judge: judgeTasks(seriesOf(figures), main, {}) });
};

describe("各期的任务 dutiesOf", () => {
  const going = { statusText: "正常推进" };
  test.each<[string, readonly TaskFact[], Period | undefined, readonly string[]]>([
    ["这一期报了", [task("甲局", going)], main, ["1/甲局 onTrack green"]],
    [
      "别的月份报的，这一期未报",
      [task("甲局", { ...going, period: "2016-09" })],
      main,
      ["1/甲局 unreported unreported"],
    ],
    ["台账上的，哪一期都在", [ledger("甲局", going)], "2016-08", ["1/甲局 onTrack green"]],
    [
      "台账写了月份，也是哪一期都在",
      [ledger("甲局", { ...going, period: "2016-01" })],
      "2016-08",
      ["1/甲局 onTrack green"],
    ],
    [
      "没有写期的报表，是所汇总的一期的",
      [task("甲局", { ...going, period: "" })],
      main,
      ["1/甲局 onTrack green"],
    ],
    [
      "没有写期的报表，在别的一期是未报",
      [task("甲局", { ...going, period: "" })],
      "2016-09",
      ["1/甲局 unreported unreported"],
    ],
    [
      "季度末就是第三个月",
      [task("甲局", { ...going, period: "2016Q3" })],
      "2016-09",
      ["1/甲局 onTrack green"],
    ],
    [
      "去年同月不是这一期",
      [task("甲局", { ...going, period: "2015-10" })],
      main,
      ["1/甲局 unreported unreported"],
    ],
    [
      "一家报了、一家上月报的：上月的不另算",
      [task("甲局", going), task("乙局", { ...going, period: "2016-09" })],
      main,
      ["1/甲局 onTrack green"],
    ],
    [
      "未报的，上月写的状态、进展、佐证都不算",
      [task("甲局", { statusText: "已完成", progressText: "已办", evidence: "有", period: "2016-09" })],
      main,
      ["1/甲局 unreported unreported"],
    ],
  ])("%s", (_, tasks, period, is) => expect(duties(tasks, [], period).map(said)).toEqual(is));

  test("一期都没有的，各行都算", () => {
    const figures = figuresOf(
      [],
      [task("甲局", going), task("乙局", { ...going, id: "2", period: "2016-09" })],
    );
    const judge = judgeTasks(seriesOf(figures), undefined, {});
    expect(dutiesOf(figures.tasks, undefined, { main: undefined, judge }).map(said)).toEqual([
      "1/甲局 onTrack green",
      "2/乙局 onTrack green",
    ]);
  });
  test("没有位置的，先按编号，再按单位", () => {
    const all = [task("乙局", { id: "2" }), task("乙局"), task("甲局", { id: "2" }), task("丙局")];
    const names = duties(all).map(({ id, org }) => `${id}/${org}`);
    expect(names).toEqual(["1/丙局", "1/乙局", "2/乙局", "2/甲局"]);
    expect(duties([...all].reverse()).map(({ id, org }) => `${id}/${org}`)).toEqual(names);
  });
});

describe("一项任务是谁的", () => {
  const shared = (org: string, more: Partial<TaskFact> = {}) =>
    task(org, { dims: members("甲局", "乙局"), ...more });
  test.each<[string, readonly TaskFact[], readonly Row[], readonly string[]]>([
    [
      "一家报了、一家只有上月的数：还要它报的，列为未报",
      [task("甲区"), task("乙区", { period: "2016-09" })],
      [beds("甲区", "90"), beds("乙区", "20", { period: "2016-09" })],
      ["1/乙区 unreported unreported 20", "1/甲区 onTrack green 90"],
    ],
    [
      "两家各做各的，各看各的数",
      [task("甲局"), task("乙局")],
      [beds("甲局", "90"), beds("乙局", "20")],
      ["1/甲局 onTrack green 90", "1/乙局 behind red 20"],
    ],
    [
      "共同牵头的一条，看第一家的数",
      [shared("甲局"), shared("乙局")],
      [
        beds("甲局", "90", { departments: ["甲局", "乙局"] }),
        beds("乙局", "20", { departments: ["甲局", "乙局"] }),
      ],
      ["1/甲局 共同 onTrack green 90"],
    ],
    [
      "一家的表没有写全牵头单位，也是共同的",
      [task("乙局", { dims: members("乙局") }), shared("甲局")],
      [],
      ["1/甲局 共同 onTrack 无灯"],
    ],
    [
      "数据报送单位不在牵头单位中，数也是这一条的",
      [shared("甲局", { dataOrg: "统计局" })],
      [beds("甲局", "90", { departments: ["甲局", "乙局"], facts: { dataOrg: "统计局" } })],
      ["1/统计局 共同 unreported unreported 未报"],
    ],
    [
      "牵头单位另有没写共同的行，也是这一条的",
      [shared("甲局")],
      [beds("乙局", "20")],
      ["1/甲局 共同 behind red 20"],
    ],
    [
      "同一编号下不是牵头单位的，另是一件",
      [shared("甲局"), task("丁局", { dims: members("丁局") })],
      [beds("甲局", "90", { departments: ["甲局", "乙局"] }), beds("丁局", "20")],
      ["1/甲局 共同 onTrack green 90", "1/丁局 behind red 20"],
    ],
    [
      "数写明共同，任务行没有写",
      [task("乙局")],
      [
        beds("甲局", "90", {
          facts: { jointOrgs: ["甲局", "乙局"] },
          targetFacts: { jointOrgs: ["甲局", "乙局"] },
        }),
      ],
      ["1/乙局 onTrack green 90"],
    ],
    [
      "别的任务的数不相干",
      [task("甲局", { statusText: "正常推进" })],
      [beds("甲局", "20", { taskId: "2" })],
      ["1/甲局 onTrack green"],
    ],
  ])("%s", (_, tasks, rows, is) => expect(duties(tasks, rows).map(said).sort()).toEqual([...is].sort()));

  test.each<[string, readonly TaskFact[], Partial<TaskFact>]>([
    [
      "共同任务以第一家的话为准",
      [shared("乙局", { statusText: "滞后" }), shared("甲局", { statusText: "正常推进" })],
      { org: "甲局", statusText: "正常推进" },
    ],
    [
      "以数据报送单位的话为准",
      [shared("乙局", { statusText: "滞后", dataOrg: "乙局" }), shared("甲局", { statusText: "正常推进" })],
      { org: "乙局", statusText: "滞后" },
    ],
    [
      "第一家没有表，是未报，不听另一家的",
      [shared("乙局", { statusText: "滞后" })],
      { org: "甲局", reported: false },
    ],
    [
      "第一家的表空着，是未报，不听另一家的",
      [shared("乙局", { statusText: "滞后" }), shared("甲局", { reported: false })],
      { org: "甲局", reported: false },
    ],
    [
      "一家两行，取报了的一行",
      [task("甲局", { reported: false, statusText: "空行" }), task("甲局", { statusText: "正常推进" })],
      { statusText: "正常推进", reported: true },
    ],
    [
      "期限和性质听台账的，进展听报表的",
      [
        ledger("甲局", { deadline: "2016-12-31", start: "2016-03-01", kind: "milestone" }),
        task("甲局", { deadline: "2017-06-30", start: "2016-05-01", progressText: "已选址" }),
      ],
      {
        deadline: "2016-12-31",
        start: "2016-03-01",
        kind: "milestone",
        progressText: "已选址",
        reported: true,
      },
    ],
    [
      "台账没有写期限的，听报表的",
      [ledger("甲局"), task("甲局", { deadline: "2017-06-30", start: "2016-05-01" })],
      { deadline: "2017-06-30", start: "2016-05-01" },
    ],
    ["只有台账，没有报", [ledger("甲局")], { reported: false, suspended: false, recurring: false }],
    ["只有台账，而台账写了进展", [ledger("甲局", { reported: true })], { reported: true }],
    [
      "一处写了暂缓、一处写了常态化，都算",
      [ledger("甲局", { recurring: true }), task("甲局", { suspended: true })],
      { suspended: true, recurring: true },
    ],
    [
      "各维取写得最全的一处，一样全的取先写的",
      [
        task("乙局", {
          dims: { ...members("甲局", "乙局"), program: [{ name: "就业" }] },
        }),
        task("甲局", { dims: { ...members("甲局", "乙局", "丙局"), program: [{ name: "教育" }] } }),
      ],
      { dims: { ...members("甲局", "乙局", "丙局"), program: [{ name: "就业" }] } },
    ],
  ])("%s", (_, tasks, is) => expect(duties(tasks).map((duty) => duty.task)).toMatchObject([is]));
});

describe("项目的投资", () => {
  const project = (org: string, more: Partial<TaskFact> = {}) =>
    task(org, { kind: "milestone", statusText: "正常推进", moneyId: "1的投资", ...more });
  const money = (org: string, actual: string | null, more: Partial<Row> = {}): Row =>
    beds(org, actual, { indicator: "完成投资", unit: "元", power: 4, taskId: "1的投资", ...more });
  const months = (...of: (string | null)[]) =>
    of.map((actual, index) =>
      money("甲局", actual, { measure: "inPeriod", period: `2016-${index + 9}`.replace("-9", "-09") }),
    );
  test.each<[string, readonly TaskFact[], readonly Row[], readonly string[]]>([
    ["投资滞后，项目滞后", [project("甲局")], [money("甲局", "20")], ["1/甲局 behind red 20"]],
    ["投资正常，项目正常", [project("甲局")], [money("甲局", "90")], ["1/甲局 onTrack green 90"]],
    [
      "没有写投资的行，不看投资",
      [task("甲局", { kind: "milestone", statusText: "正常推进" })],
      [money("甲局", "20")],
      ["1/甲局 onTrack green"],
    ],
    ["别家的投资不相干", [project("甲局")], [money("乙局", "20")], ["1/甲局 onTrack green"]],
    [
      "共同项目的投资，哪一家报的都算",
      [project("甲局", { dims: members("甲局", "乙局") })],
      [money("乙局", "20")],
      ["1/甲局 共同 behind red 20"],
    ],
    [
      "投资写明共同的，各家都算",
      [project("乙局")],
      [
        money("甲局", "20", {
          facts: { jointOrgs: ["甲局", "乙局"] },
          targetFacts: { jointOrgs: ["甲局", "乙局"] },
        }),
      ],
      ["1/乙局 behind red 20"],
    ],
    ["只有几个月的数，合不成累计，不据以亮灯", [project("甲局")], months("5", "6"), ["1/甲局 onTrack green"]],
    [
      "目标和投资都看，投资是项目的另一面",
      [project("甲局", { kind: "quantitative" })],
      [beds("甲局", "90"), money("甲局", "20")],
      ["1/甲局 behind red 90 20"],
    ],
  ])("%s", (_, tasks, rows, is) => expect(duties(tasks, rows).map(said)).toEqual(is));
});

describe("目标达到没有", () => {
  const state = (row: Row) => duties([task("甲局", { kind: "quantitative" })], [row])[0]?.state.state;
  test.each<[string, Row, string]>([
    ["达到了", beds("甲局", "100"), "done"],
    ["超过数才算的，正好是没有达到", beds("甲局", "100", { targetFacts: { bound: "gt" } }), "onTrack"],
    ["没有目标，报了数", beds("甲局", "100", { target: null }), "onTrack"],
    ["没有报", beds("甲局", null), "unreported"],
    [
      "在区间之内",
      beds("甲局", "105", {
        indicator: "性别比",
        unit: "",
        target: "103",
        targetFacts: { bound: "range", valueMax: decimal("107") },
      }),
      "done",
    ],
    [
      "在区间之外",
      beds("甲局", "108", {
        indicator: "性别比",
        unit: "",
        target: "103",
        targetFacts: { bound: "range", valueMax: decimal("107") },
      }),
      "behind",
    ],
    [
      "全年上限，没有到期末",
      beds("甲局", "3", { indicator: "事故起数", unit: "起", target: "12" }),
      "notDue",
    ],
  ])("%s", (_, row, is) => expect(state(row)).toBe(is));
  test("本月没有报，上月已经达到的也是未报", () => {
    const rows = [beds("甲局", null), beds("甲局", "120", { period: "2016-09" })];
    expect(duties([task("甲局", { kind: "quantitative" })], rows).map(said)).toEqual([
      "1/甲局 unreported unreported 120",
    ]);
  });
});
