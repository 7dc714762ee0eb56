import { decimal } from "@taizhang/quantity";
import { describe, expect, test } from "vitest";
import { factsOf } from "./engine/facts-of.ts";
import type { ObservationFact, TargetFact, TaskFact } from "./facts.ts";
import { pace } from "./pace.ts";
import { rollUp } from "./roll-up.ts";
import { taskState } from "./task-state.ts";
import { figuresOf } from "./testing/figures.ts";

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
