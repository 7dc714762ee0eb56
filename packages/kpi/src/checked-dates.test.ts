import { decimal } from "@taizhang/quantity";
import { describe, expect, test } from "vitest";
import { changesOf } from "./cell-changes.ts";
import { targetInForce } from "./chosen-target.ts";
import { factsOf } from "./engine/facts-of.ts";
import { escalation } from "./escalation.ts";
import { explainForecast } from "./explain/forecast.ts";
import { explainEscalation, explainProject, explainTarget } from "./explain/task.ts";
import type { ObservationFact, TargetFact, TaskFact } from "./facts.ts";
import { followUps } from "./follow-up.ts";
import { forecast } from "./forecast.ts";
import { pace } from "./pace.ts";
import { projectProgress } from "./project-stage.ts";
import { rollUp } from "./roll-up.ts";
import { assessmentOf } from "./score/assessment-of.ts";
import { taskLights } from "./task-lights.ts";
import { taskState } from "./task-state.ts";
import { figuresOf } from "./testing/figures.ts";
import { yearEnds } from "./year-end.ts";

const row = (facts: Partial<ObservationFact> = {}, targetFacts: Partial<TargetFact> = {}) =>
  figuresOf([{ org: "甲", period: "2026-10", target: "300", actual: "200", facts, targetFacts }]);
const task: TaskFact = {
  id: "1",
  title: "修路",
  standing: "own",
  org: "甲",
  dims: {},
  kind: "qualitative",
  reported: true,
};
const withTask = (more: Partial<TaskFact>) => ({ ...row(), tasks: [{ ...task, ...more }] });
const version = (from: string) => row({}, { versions: [{ from, value: decimal("240") }] });
const stage = (due: string) => withTask({ milestones: [{ what: "开工", due, precision: "day" }] });

describe("期别和日期写得不合规的，写明是哪一条、哪一项、应当怎样写", () => {
  test.each([
    [
      row({ period: "2026-9" }),
      'observations[0] (城镇新增就业, 甲): period "2026-9" is no period: write 2026-09',
    ],
    [
      row({ submitted: "2026/11/1" }),
      'observations[0] (城镇新增就业, 甲): submitted "2026/11/1" is no day: write 2026-11-01',
    ],
    [
      row({}, { period: "2026年" }),
      'targets[0] (城镇新增就业, 甲): period "2026年" is no period: write it like 2026-09',
    ],
    [
      version("2026/07/01"),
      'targets[0] (城镇新增就业, 甲): versions.from "2026/07/01" is no day: write 2026-07-01',
    ],
    [
      row({}, { deadline: "2026-6-30" }),
      'targets[0] (城镇新增就业, 甲): deadline "2026-6-30" is no day or month: write 2026-06-30',
    ],
    [
      row({}, { start: "2026-02-31" }),
      'targets[0] (城镇新增就业, 甲): start "2026-02-31" is no day or month: write it like 2026-09-30 or 2026-09',
    ],
    [
      row({}, { nodes: [{ through: "2026-3", value: decimal("5") }] }),
      'targets[0] (城镇新增就业, 甲): nodes.through "2026-3" is no period: write 2026-03',
    ],
    [
      withTask({ deadline: "2026.6.30" }),
      'tasks[0] (修路): deadline "2026.6.30" is no day or month: write 2026-06-30',
    ],
    [stage("2026-6-1"), 'tasks[0] (修路): milestones.due "2026-6-1" is no day: write 2026-06-01'],
  ])("%#", (figures, says) => {
    expect(() => rollUp(figures, { period: "2026-10" })).toThrow(new RangeError(says));
    if (figures.tasks.length === 0) expect(() => factsOf(figures)).toThrow(new RangeError(says));
  });

  test.each([
    [{ period: "2026-9" }, 'options: period "2026-9" is no period: write 2026-09'],
    [{ due: "2026-10-5" }, 'options: due "2026-10-5" is no day: write 2026-10-05'],
    [{ today: "20261005" }, 'options: today "20261005" is no day: write it like 2026-09-30'],
  ])("所问的 %o", (asked, says) => {
    expect(() => rollUp(row(), asked)).toThrow(new RangeError(says));
  });

  test("数额给的是数而不是文字的，写明", () => {
    const [one] = row().observations;
    const observations = [{ ...one, value: { status: "reported", amount: 200 } }] as never;
    expect(() => rollUp({ ...row(), observations }, {})).toThrow(
      new RangeError(
        'observations[0] (城镇新增就业, 甲): value.amount 200 is no exact decimal as text: write "200" or decimal("200")',
      ),
    );
    expect(() => rollUp(row({}, { value: 300 as never }))).toThrow(/targets\[0\].*value 300/);
  });

  test("序时进度和任务状态也一样", () => {
    const period = "2026-04";
    expect(() => pace({ period, deadline: "2026-6-30" })).toThrow(/deadline "2026-6-30".*write 2026-06-30/);
    expect(() => pace({ period, start: "约2017-05-01" })).toThrow(/start "约2017-05-01"/);
    expect(() => pace({ period: "2026-4" })).toThrow(/write 2026-04/);
    expect(() => taskState({ ...task, deadline: "2026-6-30" })).toThrow(/修路: deadline/);
    expect(() => taskState(task, [], { today: "2026-6-30" })).toThrow(/options: today/);
  });

  const target = row({}, { versions: [{ from: "2026/07/01", value: decimal("240") }] })
    .targets[0] as TargetFact;
  const at = (period: string) => ({ period, amount: decimal("1") });
  const noPeriod = (where: string, text: string, write: string) =>
    `${where}: period "${text}" is no period: write ${write}`;
  test.each<[string, () => unknown, string]>([
    [
      "预测，今年的月份",
      () => forecast({ actuals: [at("2026-08"), at("2026-9")] }),
      noPeriod("actuals[1]", "2026-9", "2026-09"),
    ],
    [
      "预测，上年的月份",
      () => forecast({ actuals: [at("2026-08")], lastYear: [at("2025/8")] }),
      noPeriod("lastYear[0]", "2025/8", "2025-08"),
    ],
    ["预测，空着", () => forecast({ actuals: [at("")] }), noPeriod("actuals[0]", "", "it like 2026-09")],
    [
      "预测的推导",
      () => explainForecast({ actuals: [at("2026-9")] }),
      noPeriod("actuals[0]", "2026-9", "2026-09"),
    ],
    [
      "督办",
      () => escalation([{ period: "2026年9月", light: "red" }]),
      noPeriod("months[0]", "2026年9月", "2026-09"),
    ],
    [
      "督办的推导",
      () => explainEscalation([{ period: "九月", light: "red" }]),
      noPeriod("months[0]", "九月", "it like 2026-09"),
    ],
    [
      "生效目标，版本的日期",
      () => targetInForce(target, "2026-08"),
      'target (城镇新增就业, 甲): versions.from "2026/07/01" is no day: write 2026-07-01',
    ],
    [
      "生效目标，报告期",
      () => targetInForce({ ...target, versions: [] }, "2026-8"),
      noPeriod("targetInForce", "2026-8", "2026-08"),
    ],
    [
      "生效目标的推导",
      () => explainTarget(target, "2026-08"),
      'target (城镇新增就业, 甲): versions.from "2026/07/01" is no day: write 2026-07-01',
    ],
    ["项目的报告期", () => projectProgress([], "2026-8"), noPeriod("projectProgress", "2026-8", "2026-08")],
    ["项目的推导", () => explainProject([], "2026-8"), noPeriod("projectProgress", "2026-8", "2026-08")],
    [
      "督办清单，所问的期",
      () => followUps(row(), { period: "2026-9" }),
      noPeriod("options", "2026-9", "2026-09"),
    ],
    [
      "年底预测，所问的期",
      () => yearEnds(row(), { period: "2026-9" }),
      noPeriod("options", "2026-9", "2026-09"),
    ],
    [
      "同比环比，所问的期",
      () => changesOf(row(), { period: "2026-9" }),
      noPeriod("options", "2026-9", "2026-09"),
    ],
    [
      "亮灯统计，所问的期",
      () => taskLights(row(), { period: "2026-9" }),
      noPeriod("options", "2026-9", "2026-09"),
    ],
    [
      "考核，所问的期",
      () => assessmentOf(row(), { period: "2026-9" }),
      noPeriod("options", "2026-9", "2026-09"),
    ],
    ["事实，所问的期", () => factsOf(row(), { period: "2026-9" }), noPeriod("options", "2026-9", "2026-09")],
    [
      "任务状态，所问的期",
      () => taskState(task, [], { period: "2026-9" }),
      noPeriod("options", "2026-9", "2026-09"),
    ],
  ])("直接调用的也一样：%s", (_, call, says) => expect(call).toThrow(new RangeError(says)));

  test.each([
    [row({ period: "2026Q3", submitted: "2026-10-08" })],
    [row({ period: "九月" })],
    [version("2026-07-01")],
    [row({}, { start: "2026-03", deadline: "长期" })],
    [row({}, { deadline: "" })],
    [stage("--06-30")],
    [stage("---25")],
  ])("写得合规的、空着的、不带数字的词，照常 %#", (figures) => {
    expect(() =>
      rollUp(figures, { period: "2026-10", due: "2026-10-31", today: "2026-11-01" }),
    ).not.toThrow();
  });
});
