import { describe, expect, test } from "vitest";
import { changesOf } from "./cell-changes.ts";
import { factsOf } from "./engine/facts-of.ts";
import type { Figures } from "./facts.ts";
import { followUps } from "./follow-up.ts";
import { rollUp } from "./roll-up.ts";
import { assessmentOf } from "./score/assessment-of.ts";
import { taskLights } from "./task-lights.ts";
import { taskList } from "./task-list.ts";
import { bedTask } from "./testing/bed-tasks.ts";
import { figuresOf } from "./testing/figures.ts";
import { yearEnds } from "./year-end.ts";

// Figures from JSON or untyped code: what is lacking is said with its place and a remedy, and never as a TypeError.

const whole = figuresOf(
  [{ org: "子县", period: "2026-10", target: "300", actual: "200" }],
  [bedTask("1", "子县", { title: "修路" })],
);
/** The figures with one field of the first fact of a list otherwise; undefined takes it away. */
const but = (list: keyof Figures, field: string, value?: unknown): Figures => {
  const { [field]: _, ...rest } = whole[list][0] as unknown as Record<string, unknown>;
  return { ...whole, [list]: [value === undefined ? rest : { ...rest, [field]: value }] };
};
const without = (list: keyof Figures): Figures => {
  const { [list]: _, ...rest } = whole;
  return rest as Figures;
};

describe("缺一个清单、缺一项的，写明是哪里、应当怎样写", () => {
  test.each<[string, Figures, string]>([
    ["没有任务清单", without("tasks"), "figures: tasks is missing: write tasks: [] where there are none"],
    [
      "没有目标清单",
      without("targets"),
      "figures: targets is missing: write targets: [] where there are none",
    ],
    [
      "没有填报清单",
      without("observations"),
      "figures: observations is missing: write observations: [] where there are none",
    ],
    [
      "清单不是清单",
      { ...whole, tasks: {} as never },
      "figures: tasks is no list: write tasks: [] where there are none",
    ],
    [
      "目标没有维度",
      but("targets", "dims"),
      "targets[0] (城镇新增就业, 子县): dims is missing: write dims: {} where it is listed under nothing",
    ],
    [
      "维度是空值",
      but("observations", "dims", null),
      "observations[0] (城镇新增就业, 子县): dims is missing: write dims: {} where it is listed under nothing",
    ],
    [
      "维度里写的是名称",
      but("observations", "dims", { division: "子县" }),
      'observations[0] (城镇新增就业, 子县): dims.division is no list: write division: [{ name: "子县" }]',
    ],
    [
      "没有指标",
      but("targets", "indicator"),
      "targets[0]: indicator is missing: give what inferIndicator(name, unit) of @taizhang/model gives",
    ],
    [
      "指标只有名称",
      but("observations", "indicator", { name: "城镇新增就业" }),
      "observations[0]: indicator is missing: give what inferIndicator(name, unit) of @taizhang/model gives",
    ],
    [
      "没有单位名称",
      but("observations", "org"),
      "observations[0] (城镇新增就业, undefined): org is missing: name the org whose figure it is",
    ],
    [
      "没有计量单位",
      but("targets", "unit"),
      'targets[0] (城镇新增就业, 子县): unit is missing: write "" where none is known',
    ],
    [
      "没有万、亿",
      but("targets", "power"),
      "targets[0] (城镇新增就业, 子县): power is missing: write 0, or 4 where the unit is 万",
    ],
    [
      "没有填报值",
      but("observations", "value"),
      'observations[0] (城镇新增就业, 子县): value is missing: write { status: "missing" } for a blank',
    ],
    [
      "任务没有编号",
      but("tasks", "id"),
      "tasks[0] (修路): id is missing: give the number of the task, or its title",
    ],
    [
      "任务没有标题",
      but("tasks", "title"),
      "tasks[0] (undefined): title is missing: give the text of the task",
    ],
    [
      "任务没有单位",
      but("tasks", "org"),
      "tasks[0] (修路): org is missing: name the org that answers for it",
    ],
    [
      "任务没有维度",
      but("tasks", "dims"),
      "tasks[0] (修路): dims is missing: write dims: {} where it is listed under nothing",
    ],
  ])("%s", (_, figures, says) => expect(() => rollUp(figures)).toThrow(new RangeError(says)));

  test("不管从哪里进来", () => {
    const says = "figures: targets is missing: write targets: [] where there are none";
    for (const of of [rollUp, taskList, taskLights, followUps, yearEnds, changesOf, factsOf, assessmentOf])
      expect(() => of(without("targets"))).toThrow(new RangeError(says));
  });

  test("维度没有值的、目标没有数的，可以", () => {
    expect(rollUp(but("targets", "dims", { division: undefined })).cells).toEqual(rollUp(whole).cells);
    expect(() => rollUp(but("targets", "value"))).not.toThrow();
  });
});
