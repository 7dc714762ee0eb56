import type { Milestone } from "@taizhang/model";
import { describe, expect, test } from "vitest";
import type { TaskFact } from "./facts.ts";
import { type StateOptions, type TargetState, taskState } from "./task-state.ts";

const task = (more: Partial<TaskFact>): TaskFact => ({
  id: "1",
  title: "修订城市管理办法",
  standing: "own",
  org: "区城管局",
  dims: {},
  kind: "qualitative",
  reported: true,
  ...more,
});
const october: StateOptions = { period: "2016-10" };
const green: TargetState = { light: "green", done: false };
const met: TargetState = { light: "green", done: true };

interface Case {
  readonly name: string;
  readonly task: Partial<TaskFact>;
  readonly targets?: readonly TargetState[];
  readonly options?: StateOptions;
  readonly is: string;
}

const stage = (what: string, due: string, reached?: string): Milestone => ({
  what,
  due,
  precision: "month",
  ...(reached ? { reached } : {}),
});
const project = (...milestones: Milestone[]): Partial<TaskFact> => ({ kind: "milestone", milestones });

const cases: readonly Case[] = [
  {
    name: "项目到了应到的阶段，正常推进",
    task: project(stage("开工", "2016-03-31", "2016-03-20"), stage("竣工", "2016-12-31")),
    is: "onTrack green stages",
  },
  {
    name: "项目的阶段落后，滞后，不看状态怎么写",
    task: { ...project(stage("开工", "2016-03-31"), stage("竣工", "2016-12-31")), statusText: "正常推进" },
    is: "behind yellow stages",
  },
  {
    name: "项目全部阶段都到了，已完成",
    task: project(stage("竣工", "2016-09-30", "2016-09-20")),
    is: "done green stages",
  },
  {
    name: "项目第一个阶段还没到期，未到节点",
    task: project(stage("开工", "2016-11-30")),
    is: "notDue notDue stages",
  },
  {
    name: "项目的阶段正常而投资滞后，取差的",
    task: project(stage("开工", "2016-03-31", "2016-03-20"), stage("竣工", "2016-12-31")),
    targets: [{ light: "red", done: false }],
    is: "behind red targets",
  },
  {
    name: "项目的投资完成而阶段落后，取差的",
    task: project(stage("开工", "2016-03-31"), stage("竣工", "2016-09-30")),
    targets: [met],
    is: "behind red stages",
  },
  {
    name: "项目这一期没有报，是未报，不是滞后",
    task: { ...project(stage("开工", "2016-03-31")), reported: false },
    is: "unreported unreported noReport",
  },
  {
    name: "没有报告期，不看阶段",
    task: { ...project(stage("开工", "2016-03-31")), statusText: "正常推进" },
    options: {},
    is: "onTrack green status",
  },
  { name: "办理状态：正常推进", task: { statusText: "正常推进" }, is: "onTrack green status" },
  { name: "办理状态：滞后", task: { statusText: "进展缓慢" }, is: "behind yellow status" },
  { name: "已完成并有佐证", task: { statusText: "已完成", evidence: "文件已印发" }, is: "done green status" },
  {
    name: "没有佐证列，有进展文字",
    task: { statusText: "已完成", progressText: "9月印发" },
    is: "done green status",
  },
  {
    name: "佐证列空着，不算完成，有新进展的是正常推进",
    task: { statusText: "已完成", progressText: "9月印发", evidence: " " },
    is: "onTrack green doneWithoutEvidence",
  },
  { name: "两列都没有，以状态为准", task: { statusText: "办结" }, is: "done green status" },
  {
    name: "常态化工作年底前不算完成",
    task: { statusText: "已完成", evidence: "台账", recurring: true },
    is: "onTrack green recurring",
  },
  {
    name: "常态化工作到年底可以完成",
    task: { statusText: "已完成", evidence: "台账", recurring: true },
    options: { period: "2016-12" },
    is: "done green status",
  },
  {
    name: "新的进展文字",
    task: { progressText: "完成初稿", previousProgressText: "开展调研" },
    is: "onTrack green freshText",
  },
  {
    name: "照抄上月",
    task: { progressText: "开展调研。", previousProgressText: "开展 调研" },
    is: "behind yellow sameText",
  },
  { name: "报了但没写进展", task: { progressText: "" }, is: "behind yellow noText" },
  { name: "表里没有进展列", task: {}, is: "onTrack - noTextColumn" },
  { name: "没报", task: { reported: false }, is: "unreported unreported noReport" },
  {
    name: "没报，但还没到开始时间",
    task: { reported: false, start: "2016-11-01" },
    is: "notDue notDue notStarted",
  },
  {
    name: "未启动，时限未到",
    task: { statusText: "未启动", deadline: "2016-12-31" },
    is: "notDue notDue notStarted",
  },
  {
    name: "未启动，开始时间已过",
    task: { statusText: "未启动", start: "2016-03-01" },
    is: "behind yellow notStarted",
  },
  {
    name: "过了时限还没完成",
    task: { statusText: "正常推进", deadline: "2016-06-30" },
    is: "behind red pastDeadline",
  },
  {
    name: "本月到期，没有给定日期，不算逾期",
    task: { statusText: "正常推进", deadline: "2016-10-20" },
    is: "onTrack green status",
  },
  {
    name: "给定日期已过时限：逾期",
    task: { statusText: "正常推进", deadline: "2016-10-20" },
    options: { ...october, today: "2016-10-25" },
    is: "behind overdue red overdue",
  },
  {
    name: "只写到月的时限，月内不逾期",
    task: { statusText: "正常推进", deadline: "2016-10" },
    options: { ...october, today: "2016-10-25" },
    is: "onTrack green status",
  },
  {
    name: "已完成的不会逾期",
    task: { statusText: "已完成", deadline: "2016-06-30" },
    options: { ...october, today: "2016-10-25" },
    is: "done green status",
  },
  { name: "暂缓不计", task: { statusText: "暂缓实施" }, is: "gone - suspended" },
  { name: "调出不计", task: { suspended: true, statusText: "已完成" }, is: "gone - suspended" },
  {
    name: "定量：取最差的灯",
    task: { kind: "quantitative" },
    targets: [green, { light: "red", done: false }],
    is: "behind red targets",
  },
  {
    name: "定量：黄灯也是滞后",
    task: { kind: "quantitative" },
    targets: [green, { light: "yellow", done: false }],
    is: "behind yellow targets",
  },
  {
    name: "定量：一项达标一项推进",
    task: { kind: "quantitative" },
    targets: [green, met],
    is: "onTrack green targets",
  },
  {
    name: "定量：全部达标才完成",
    task: { kind: "quantitative" },
    targets: [met, met],
    is: "done green targets",
  },
  {
    name: "定量：不涉及的一项不影响",
    task: { kind: "quantitative" },
    targets: [met, { light: "notApplicable", done: false }],
    is: "done green targets",
  },
  {
    name: "定量：全部不涉及就不计",
    task: { kind: "quantitative" },
    targets: [{ light: "notApplicable", done: false }],
    is: "gone notApplicable notApplicable",
  },
  {
    name: "定量：有一项未报",
    task: { kind: "quantitative" },
    targets: [green, { light: "unreported", done: false }],
    is: "unreported unreported targets",
  },
  {
    name: "定量：未到节点",
    task: { kind: "quantitative" },
    targets: [{ light: "notDue", done: false }],
    is: "notDue notDue targets",
  },
  {
    name: "定量：印的状态不作数",
    task: { kind: "quantitative", statusText: "已完成" },
    targets: [{ light: "red", done: false }],
    is: "behind red targets",
  },
  {
    name: "定量：没有灯但报了数",
    task: { kind: "quantitative" },
    targets: [{ light: undefined, done: false }],
    is: "onTrack - targets",
  },
  {
    name: "定量常态化：年底前不算完成",
    task: { kind: "quantitative", recurring: true },
    targets: [met],
    is: "onTrack green recurring",
  },
  {
    name: "定量逾期",
    task: { kind: "quantitative", deadline: "2016-06-30" },
    targets: [green],
    options: { ...october, today: "2016-10-25" },
    is: "behind overdue yellow overdue",
  },
  {
    name: "项目：取形象与资金中较差的",
    task: { kind: "milestone", statusText: "正常推进" },
    targets: [{ light: "red", done: false }],
    is: "behind red targets",
  },
  {
    name: "项目的目标都不涉及，看工程",
    task: { kind: "milestone", statusText: "正常推进" },
    targets: [{ light: "notApplicable", done: false }],
    is: "onTrack green status",
  },
  {
    name: "项目的工程滞后而投资未报，是滞后",
    task: { kind: "milestone", statusText: "滞后" },
    targets: [{ light: "unreported", done: false }],
    is: "behind yellow status",
  },
  {
    name: "项目：资金完成、工程滞后",
    task: { kind: "milestone", statusText: "滞后" },
    targets: [met],
    is: "behind yellow status",
  },
];

describe("任务状态 taskState", () => {
  test.each(cases)("$name", ({ task: more, targets = [], options = october, is }) => {
    const { state, overdue, light = "-", reason } = taskState(task(more), targets, options);
    expect([state, ...(overdue ? ["overdue"] : []), light, reason].join(" ")).toBe(is);
  });
});
