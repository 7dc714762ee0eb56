import { describe, expect, test } from "vitest";
import type { TaskFact } from "./facts.ts";
import { rollUp } from "./roll-up.ts";
import type { TaskCounts } from "./roll-up-cell.ts";
import { taskLights } from "./task-lights.ts";
import { bedRow, bedTask } from "./testing/bed-tasks.ts";
import { figuresOf, type Row } from "./testing/figures.ts";

const task = (id: string, org: string, more: Partial<TaskFact> = {}): TaskFact =>
  bedTask(id, org, { dims: { department: [{ name: org, code: `code-${org}` }] }, ...more });
const countsOf = (rows: readonly Row[], tasks: readonly TaskFact[], options = {}) =>
  rollUp(figuresOf(rows, tasks), { by: ["department"], ...options }).counts;
const numbers = ({ total, done, onTrack, behind, overdue, notDue, unreported, joint }: TaskCounts) => ({
  total,
  done,
  onTrack,
  behind,
  overdue,
  notDue,
  unreported,
  joint,
});
const none = { total: 0, done: 0, onTrack: 0, behind: 0, overdue: 0, notDue: 0, unreported: 0, joint: 0 };

describe("任务状态统计 counts", () => {
  const rows = [
    bedRow("甲局", "1", "100"),
    bedRow("甲局", "2", "85"),
    bedRow("甲局", "3", "20"),
    bedRow("乙局", "4", null),
    bedRow("乙局", "5", "0", { targetFacts: { start: "2016-11-01" } }),
  ];
  const tasks = [
    ...["1", "2", "3"].map((id) => task(id, "甲局", id === "3" ? { deadline: "2016-10-10" } : {})),
    task("4", "乙局", { reported: false }),
    task("5", "乙局"),
    task("6", "乙局", { suspended: true }),
    task("7", "乙局", { kind: "qualitative", statusText: "正常推进" }),
  ];

  test("lights of tasks, each once: they add up to the total", () => {
    const figures = figuresOf(rows, tasks);
    const { total, done, lights } = taskLights(figures);
    const all = rollUp(figures).counts[0];
    expect([total, done]).toEqual([all?.total, all?.done]);
    expect(Object.values(lights).reduce((sum, count) => sum + count, 0)).toBe(total);
    expect(lights).toEqual({ green: 3, red: 1, unreported: 1, notDue: 1 });
  });

  test("the five states, by department and in total; 暂缓 leaves the count", () => {
    const [all, first, second] = countsOf(rows, tasks) as [TaskCounts, TaskCounts, TaskCounts];
    expect(numbers(first)).toEqual({ ...none, total: 3, done: 1, onTrack: 1, behind: 1 });
    expect(first).toMatchObject({ key: { department: "甲局" }, codes: { department: "code-甲局" } });
    expect(numbers(second)).toEqual({ ...none, total: 3, notDue: 1, unreported: 1, onTrack: 1 });
    expect(numbers(all)).toEqual({
      ...none,
      total: 6,
      done: 1,
      onTrack: 2,
      behind: 1,
      notDue: 1,
      unreported: 1,
    });
  });

  test("逾期 only with a given day", () => {
    expect(countsOf(rows, tasks, { today: "2016-10-25" })[0]).toMatchObject({ behind: 1, overdue: 1 });
    expect(countsOf(rows, tasks)[0]).toMatchObject({ behind: 1, overdue: 0 });
  });

  test("a joint task is listed under each lead and counted once", () => {
    const dims = { department: [{ name: "甲局" }, { name: "乙局" }] };
    const shared = (org: string, statusText: string) =>
      task("9", org, { dims, kind: "qualitative", statusText });
    const counts = countsOf([], [shared("甲局", "正常推进"), shared("乙局", "滞后")]);
    expect(
      counts.map(({ key, total, onTrack, behind, joint }) => [key, total, onTrack, behind, joint]),
    ).toEqual([
      [{}, 1, 1, 0, 1],
      [{ department: "甲局" }, 1, 1, 0, 1],
      [{ department: "乙局" }, 1, 1, 0, 1],
    ]);
  });

  test("a task of two members is joint, whatever the org of its row is called", () => {
    const dims = { department: [{ name: "甲局" }, { name: "乙局" }] };
    const counts = countsOf([], [task("9", "子县", { dims, kind: "qualitative", statusText: "正常推进" })]);
    expect(counts.map(({ total, joint }) => [total, joint])).toEqual([
      [1, 1],
      [1, 1],
      [1, 1],
    ]);
  });

  test("the row of the ledger and its return are one task; without a return it is 未报", () => {
    const { period: _, ...ledger } = task("1", "甲局", {
      standing: "ledger",
      reported: false,
      kind: "qualitative",
    });
    const report = task("1", "甲局", { kind: "qualitative", progressText: "完成选址", reported: true });
    expect(countsOf([], [ledger, report])[0]).toMatchObject({ total: 1, onTrack: 1, unreported: 0 });
    expect(countsOf([], [ledger, task("2", "甲局")])[0]).toMatchObject({ total: 2, unreported: 1 });
  });

  test("one task given to several divisions counts once in total, with the worst of their states", () => {
    const of = (division: string, statusText: string) =>
      task("1", `${division}民政局`, {
        kind: "qualitative",
        statusText,
        dims: { division: [{ name: division }] },
      });
    const counts = rollUp(figuresOf([], [of("子县", "正常推进"), of("丑区", "滞后")]), {
      by: ["division"],
    }).counts;
    const countIn = (key: object) => counts.find((one) => JSON.stringify(one.key) === JSON.stringify(key));
    expect(countIn({})).toMatchObject({ total: 1, onTrack: 0, behind: 1 });
    expect(countIn({ division: "子县" })).toMatchObject({ total: 1, onTrack: 1, behind: 0 });
    expect(countIn({ division: "丑区" })).toMatchObject({ total: 1, onTrack: 0, behind: 1 });
  });

  test("a task that only an earlier month's return has is 未报 and not forgotten", () => {
    const september = task("1", "甲局", { kind: "qualitative", statusText: "正常推进", period: "2016-09" });
    const october = task("2", "甲局", { kind: "qualitative", statusText: "正常推进" });
    expect(countsOf([bedRow("甲局", "8", "1")], [september, october])[0]).toMatchObject({
      total: 2,
      onTrack: 1,
      unreported: 1,
    });
  });

  test("by period, each is as it stood; a task without a return of that period is 未报", () => {
    const of = (period: string, org: string, statusText: string) =>
      task("1", org, { kind: "qualitative", period, statusText });
    const tasks = [
      of("2016-09", "甲局", "正常推进"),
      of("2016-10", "甲局", "滞后"),
      { ...of("2016-09", "乙局", "正常推进"), id: "2" },
    ];
    const counted = (by: string[]) =>
      rollUp(figuresOf([bedRow("丙局", "8", "1"), bedRow("丙局", "8", "1", { period: "2016-09" })], tasks), {
        by,
      }).counts.map(({ key, onTrack, behind, unreported }) => [key, onTrack, behind, unreported]);
    expect(counted(["period"])).toEqual([
      [{}, 0, 1, 1],
      [{ period: "2016-09" }, 2, 0, 0],
      [{ period: "2016-10" }, 0, 1, 1],
    ]);
    expect(counted(["period", "department"])).toEqual([
      [{}, 0, 1, 1],
      [{ period: "2016-09", department: "甲局" }, 1, 0, 0],
      [{ period: "2016-09", department: "乙局" }, 1, 0, 0],
      [{ period: "2016-10", department: "甲局" }, 0, 1, 0],
      [{ period: "2016-10", department: "乙局" }, 0, 0, 1],
    ]);
  });

  test("a task that one of its orgs shares is joint once; what has left the count is neither", () => {
    const dims = { department: [{ name: "甲局" }, { name: "乙局" }] };
    const shared = task("9", "甲局", { dims, kind: "qualitative", statusText: "正常推进" });
    const third = task("9", "丙局", { kind: "qualitative", statusText: "滞后" });
    expect(countsOf([], [shared, third])[0]).toMatchObject({ total: 1, behind: 1, joint: 1 });
    expect(countsOf([], [{ ...shared, suspended: true }, third])[0]).toMatchObject({
      total: 1,
      behind: 1,
      joint: 0,
    });
    expect(countsOf([], [{ ...shared, suspended: true }])[0]).toMatchObject({ total: 0, joint: 0 });
  });
});

test("只计已审的：没有审的报表里的任务列为未报，台账里的任务照样应报", () => {
  const said = { kind: "qualitative" as const, statusText: "正常推进" };
  const tasks = [
    task("1", "甲局", { ...said, state: "reviewed" }),
    task("2", "乙局", { ...said }),
    task("3", "丙局", { ...said, state: "sentBack" }),
    task("4", "丁局", { kind: "qualitative", standing: "ledger", reported: false }),
  ];
  const of = (returns?: "latest" | "reviewed") => countsOf([], tasks, returns ? { returns } : {})[0];
  expect(of()).toMatchObject({ total: 4, onTrack: 2, unreported: 2 });
  expect(of("latest")).toMatchObject({ total: 4, onTrack: 2, unreported: 2 });
  expect(of("reviewed")).toMatchObject({ total: 4, onTrack: 1, unreported: 3 });
  expect(taskLights(figuresOf([], tasks), { returns: "reviewed" }).lights).toEqual({
    green: 1,
    unreported: 3,
  });
});
