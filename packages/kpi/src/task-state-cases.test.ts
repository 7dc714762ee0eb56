import { describe, expect, test } from "vitest";
import type { TaskFact } from "./facts.ts";
import type { Light } from "./light.ts";
import { rollUp } from "./roll-up.ts";
import { type TargetState, type TaskState, taskState, worse } from "./task-state.ts";
import { figuresOf, type Row } from "./testing/figures.ts";

const task = (more: Partial<TaskFact> = {}): TaskFact => ({
  id: "1",
  title: "一",
  standing: "own",
  org: "甲",
  dims: {},
  kind: "qualitative",
  reported: true,
  ...more,
});
const said = ({ state, light, reason, overdue }: TaskState) => [
  state,
  light,
  reason,
  ...(overdue ? ["overdue"] : []),
];

describe("定性任务的状态，由文字", () => {
  const october = { period: "2016-10" };
  test.each<[string, Partial<TaskFact>, object, unknown[]]>([
    ["有新的进展", { progressText: "已开工" }, october, ["onTrack", "green", "freshText"]],
    [
      "与上月相同，标点空格不论",
      { progressText: "已 开工。", previousProgressText: "已开工" },
      october,
      ["behind", "yellow", "sameText"],
    ],
    ["没有写进展", { progressText: " 。" }, october, ["behind", "yellow", "noText"]],
    ["没有进展一栏", {}, october, ["onTrack", undefined, "noTextColumn"]],
    ["没有报", { reported: false }, october, ["unreported", "unreported", "noReport"]],
    [
      "没有报而有文字的，算报了",
      { reported: false, progressText: "已开工" },
      october,
      ["onTrack", "green", "freshText"],
    ],
    [
      "没有报而有状态的，算报了",
      { reported: false, statusText: "正常推进" },
      october,
      ["onTrack", "green", "status"],
    ],
    [
      "没有报，以后才开始",
      { reported: false, start: "2016-11-01" },
      october,
      ["notDue", "notDue", "notStarted"],
    ],
    [
      "没有报，本月开始",
      { reported: false, start: "2016-10-31" },
      october,
      ["unreported", "unreported", "noReport"],
    ],
    [
      "没有报，没有期别，不知开始没有",
      { reported: false, start: "2016-11-01" },
      {},
      ["unreported", "unreported", "noReport"],
    ],
    ["完成，有佐证", { statusText: "已完成", evidence: "验收单" }, october, ["done", "green", "status"]],
    [
      "完成，佐证一栏空白，按期而有新进展",
      { statusText: "已完成", evidence: " ", progressText: "已验收", deadline: "2016-12-31" },
      october,
      ["onTrack", "green", "doneWithoutEvidence"],
    ],
    [
      "完成，佐证一栏空白，进展照抄上月",
      { statusText: "已完成", evidence: "", progressText: "已验收", previousProgressText: "已验收" },
      october,
      ["behind", "yellow", "doneWithoutEvidence"],
    ],
    [
      "完成，佐证一栏空白，过了期限",
      { statusText: "已完成", evidence: "", progressText: "已验收", deadline: "2016-09-30" },
      october,
      ["behind", "red", "pastDeadline"],
    ],
    [
      "完成，没有佐证一栏，以进展为证",
      { statusText: "已完成", progressText: "已验收" },
      october,
      ["done", "green", "status"],
    ],
    [
      "完成，没有佐证一栏，进展空白",
      { statusText: "已完成", progressText: "" },
      october,
      ["behind", "yellow", "doneWithoutEvidence"],
    ],
    ["完成，两栏都没有", { statusText: "已完成" }, october, ["done", "green", "status"]],
    [
      "上月到期，没完成",
      { progressText: "正在办", deadline: "2016-09-30" },
      october,
      ["behind", "red", "pastDeadline"],
    ],
    [
      "本月到期，没完成",
      { progressText: "正在办", deadline: "2016-10-01" },
      october,
      ["onTrack", "green", "freshText"],
    ],
    [
      "上月到期，已完成",
      { statusText: "已完成", evidence: "单", deadline: "2016-09-30" },
      october,
      ["done", "green", "status"],
    ],
    [
      "上月到期，完成而没有佐证",
      { statusText: "已完成", evidence: "", deadline: "2016-09-30" },
      october,
      ["behind", "red", "pastDeadline"],
    ],
    [
      "只写到月的时限",
      { progressText: "正在办", deadline: "2016-09" },
      october,
      ["behind", "red", "pastDeadline"],
    ],
    [
      "写成年份的时限不在月份上到期",
      { progressText: "正在办", deadline: "2015" },
      october,
      ["onTrack", "green", "freshText"],
    ],
    [
      "写不清的时限",
      { progressText: "正在办", deadline: "长期" },
      october,
      ["onTrack", "green", "freshText"],
    ],
    [
      "没有期别，不知到期没有",
      { progressText: "正在办", deadline: "2016-09-30" },
      {},
      ["onTrack", "green", "freshText"],
    ],
    [
      "季度一期之前到期",
      { progressText: "正在办", deadline: "2016-06-30" },
      { period: "2016Q3" },
      ["behind", "red", "pastDeadline"],
    ],
    [
      "季度一期之中到期",
      { progressText: "正在办", deadline: "2016-07-31" },
      { period: "2016Q3" },
      ["onTrack", "green", "freshText"],
    ],
    ["滞后", { statusText: "滞后", progressText: "正在办" }, october, ["behind", "yellow", "status"]],
    [
      "未启动，该开始了",
      { statusText: "未启动", start: "2016-08-01" },
      october,
      ["behind", "yellow", "notStarted"],
    ],
    ["未启动，没写何时开始", { statusText: "未启动" }, october, ["notDue", "notDue", "notStarted"]],
    [
      "未启动，以后才开始",
      { statusText: "未启动", start: "2016-11-01" },
      october,
      ["notDue", "notDue", "notStarted"],
    ],
    [
      "以后才开始，写了进展",
      { progressText: "在筹备", start: "2016-11-01" },
      october,
      ["notDue", "notDue", "notStarted"],
    ],
    [
      "正常推进，与上月相同",
      { statusText: "正常推进", progressText: "已开工", previousProgressText: "已开工" },
      october,
      ["behind", "yellow", "sameText"],
    ],
    [
      "正常推进，有新的进展",
      { statusText: "正常推进", progressText: "已封顶", previousProgressText: "已开工" },
      october,
      ["onTrack", "green", "status"],
    ],
    [
      "正常推进，进展空白",
      { statusText: "正常推进", progressText: "" },
      october,
      ["behind", "yellow", "noText"],
    ],
    [
      "正常推进，两月都空白",
      { statusText: "正常推进", progressText: "", previousProgressText: "" },
      october,
      ["behind", "yellow", "noText"],
    ],
    ["正常推进，没有进展一栏", { statusText: "正常推进" }, october, ["onTrack", "green", "status"]],
    ["暂缓", { suspended: true, progressText: "已停" }, october, ["gone", undefined, "suspended"]],
    ["状态写暂缓", { statusText: "暂缓实施" }, october, ["gone", undefined, "suspended"]],
    [
      "常态化，年中不算完成",
      { statusText: "已完成", evidence: "单", recurring: true },
      october,
      ["onTrack", "green", "recurring"],
    ],
    [
      "常态化，年底算完成",
      { statusText: "已完成", evidence: "单", recurring: true },
      { period: "2016-12" },
      ["done", "green", "status"],
    ],
    [
      "常态化，没有期别不算完成",
      { statusText: "已完成", evidence: "单", recurring: true },
      {},
      ["onTrack", "green", "recurring"],
    ],
    [
      "给了一天，昨天到期",
      { progressText: "正在办", deadline: "2016-10-09" },
      { ...october, today: "2016-10-10" },
      ["behind", "red", "overdue", "overdue"],
    ],
    [
      "给了一天，当天到期",
      { progressText: "正在办", deadline: "2016-10-10" },
      { ...october, today: "2016-10-10" },
      ["onTrack", "green", "freshText"],
    ],
    [
      "给了一天，只写到月的到月底",
      { progressText: "正在办", deadline: "2016-10" },
      { ...october, today: "2016-10-31" },
      ["onTrack", "green", "freshText"],
    ],
    [
      "给了一天，没有时限",
      { progressText: "正在办" },
      { ...october, today: "2016-10-31" },
      ["onTrack", "green", "freshText"],
    ],
    [
      "到期而没有报的，仍是未报",
      { reported: false, deadline: "2016-10-09" },
      { ...october, today: "2016-10-10" },
      ["unreported", "unreported", "noReport"],
    ],
    [
      "到期而已完成的，不是逾期",
      { statusText: "已完成", evidence: "单", deadline: "2016-10-09" },
      { ...october, today: "2016-10-10" },
      ["done", "green", "status"],
    ],
    [
      "到期而暂缓的，不是逾期",
      { suspended: true, deadline: "2016-10-09" },
      { ...october, today: "2016-10-10" },
      ["gone", undefined, "suspended"],
    ],
  ])("%s", (_, more, options, is) => expect(said(taskState(task(more), [], options))).toEqual(is));
});

describe("定量任务的状态，由各目标的灯", () => {
  const of = (...lights: (Light | "done" | undefined)[]): TargetState[] =>
    lights.map((light) => (light === "done" ? { light: "green", done: true } : { light, done: false }));
  test.each<[string, TargetState[], unknown[]]>([
    ["都达到了", of("done", "done"), ["done", "green", "targets"]],
    ["达到了一个", of("done", "green"), ["onTrack", "green", "targets"]],
    ["最差的灯", of("done", "yellow"), ["behind", "yellow", "targets"]],
    ["红灯", of("green", "red", "yellow"), ["behind", "red", "targets"]],
    ["未报", of("green", "unreported"), ["unreported", "unreported", "targets"]],
    ["未到节点", of("notDue"), ["notDue", "notDue", "targets"]],
    ["未到节点，另一个没有灯", of("notDue", undefined), ["onTrack", "notDue", "targets"]],
    ["待下达", of("pending"), ["notDue", "pending", "targets"]],
    ["没有灯的数已报", of(undefined), ["onTrack", undefined, "targets"]],
    ["都不涉及", of("notApplicable", "notApplicable"), ["gone", "notApplicable", "notApplicable"]],
    ["不涉及的不算，其余达到", of("notApplicable", "done"), ["done", "green", "targets"]],
  ])("%s", (_, targets, is) =>
    expect(said(taskState(task({ kind: "quantitative" }), targets, { period: "2016-10" }))).toEqual(is),
  );
  test("到期未完成的逾期，是滞后，至少是黄灯", () =>
    expect(
      said(
        taskState(task({ kind: "quantitative", deadline: "2016-10-09" }), of("green"), {
          period: "2016-10",
          today: "2016-10-10",
        }),
      ),
    ).toEqual(["behind", "yellow", "overdue", "overdue"]));
  test("项目看形象进度和数中较差的", () => {
    const milestones = [
      { what: "开工", due: "2016-03-31", precision: "day", reached: "2016-03-20" },
      { what: "竣工", due: "2016-12-31", precision: "day" },
    ] as never;
    const project = task({ kind: "milestone", milestones });
    expect(said(taskState(project, of("yellow"), { period: "2016-10" }))).toEqual([
      "behind",
      "yellow",
      "targets",
    ]);
    expect(said(taskState(project, of("done"), { period: "2016-10" }))).toEqual([
      "onTrack",
      "green",
      "stages",
    ]);
    expect(said(taskState(project, [], { period: "2016-10" }))).toEqual(["onTrack", "green", "stages"]);
    expect(said(taskState({ ...project, reported: false }, [], { period: "2016-10" }))).toEqual([
      "unreported",
      "unreported",
      "noReport",
    ]);
    expect(said(taskState({ ...project, progressText: "已开工" }, [], {}))).toEqual([
      "onTrack",
      "green",
      "freshText",
    ]);
    expect(
      said(taskState(task({ kind: "milestone", progressText: "已开工" }), of("red"), { period: "2016-10" })),
    ).toEqual(["behind", "red", "targets"]);
  });
});

test("两个状态取较差的，灯也取较差的，逾期的仍逾期", () => {
  const state = (of: TaskState["state"], light: Light | undefined, overdue = false): TaskState => ({
    state: of,
    overdue,
    reason: "status",
    ...(light ? { light } : {}),
  });
  expect(said(worse(state("done", "green"), state("behind", "yellow", true)))).toEqual([
    "behind",
    "yellow",
    "status",
    "overdue",
  ]);
  expect(said(worse(state("behind", "yellow", true), state("done", "green")))).toEqual([
    "behind",
    "yellow",
    "status",
    "overdue",
  ]);
  expect(said(worse(state("unreported", "unreported"), state("onTrack", "red")))).toEqual([
    "unreported",
    "red",
    "status",
  ]);
  expect(said(worse(state("behind", "yellow"), state("behind", "red", true)))).toEqual([
    "behind",
    "red",
    "status",
    "overdue",
  ]);
  expect(said(worse(state("onTrack", undefined), state("notDue", undefined)))).toEqual([
    "onTrack",
    undefined,
    "status",
  ]);
  expect(worse(state("onTrack", undefined), state("gone", undefined))).not.toHaveProperty("light");
  expect(said(worse(state("onTrack", undefined), state("done", "green")))).toEqual([
    "onTrack",
    "green",
    "status",
  ]);
});

describe("任务状态的统计", () => {
  const counts = (tasks: TaskFact[], rows: Row[] = [], options: object = {}, key = {}) => {
    const all = figuresOf(rows.map((row, line) => ({ line, ...row })));
    const found = rollUp({ ...all, tasks }, { period: "2016-10", ...options }).counts.find(
      (one) => JSON.stringify(one.key) === JSON.stringify(key),
    );
    if (!found) return undefined;
    const { total, done, onTrack, behind, overdue, notDue, unreported, joint } = found;
    return Object.fromEntries(
      Object.entries({ total, done, onTrack, behind, overdue, notDue, unreported, joint }).filter(
        ([, n]) => n > 0,
      ),
    );
  };
  const own = (id: string, more: Partial<TaskFact> = {}) =>
    task({ id, title: id, period: "2016-10", ...more });
  const done = { statusText: "已完成", evidence: "单" };
  const late = { statusText: "滞后" };
  test.each<[string, TaskFact[], object]>([
    [
      "各算一项",
      [own("1", done), own("2", late), own("3", { reported: false })],
      { total: 3, done: 1, behind: 1, unreported: 1 },
    ],
    ["暂缓的不在内", [own("1", done), own("2", { suspended: true })], { total: 1, done: 1 }],
    [
      "两家各办同一项，取较差的，只算一项",
      [own("1", done), own("1", { org: "乙", ...late })],
      { total: 1, behind: 1 },
    ],
    ["一家暂缓，一家完成", [own("1", done), own("1", { org: "乙", suspended: true })], { total: 1, done: 1 }],
    [
      "台账列了，没有报",
      [own("1", { standing: "ledger", reported: false, period: undefined as never })],
      { total: 1, unreported: 1 },
    ],
    [
      "台账列了，报了",
      [own("1", { standing: "ledger", reported: false, period: undefined as never }), own("1", done)],
      { total: 1, done: 1 },
    ],
    [
      "台账的时限，报表的进展",
      [
        own("1", { standing: "ledger", reported: false, period: undefined as never, deadline: "2016-09-30" }),
        own("1", { progressText: "在办" }),
      ],
      { total: 1, behind: 1 },
    ],
    [
      "台账说暂缓",
      [own("1", { standing: "ledger", suspended: true, period: undefined as never }), own("1", done)],
      {},
    ],
    [
      "台账说常态化",
      [own("1", { standing: "ledger", recurring: true, period: undefined as never }), own("1", done)],
      { total: 1, onTrack: 1 },
    ],
    [
      "台账写了以后才开始",
      [own("1", { standing: "ledger", reported: false, start: "2016-11-01", period: undefined as never })],
      { total: 1, notDue: 1 },
    ],
    ["上月报过，本月没有报", [own("1", { period: "2016-09", ...done })], { total: 1, unreported: 1 }],
    [
      "上月报过，本月也报了",
      [own("1", { period: "2016-09", ...late }), own("1", done)],
      { total: 1, done: 1 },
    ],
    ["没有写期别的是本期的", [own("1", { period: undefined as never, ...done })], { total: 1, done: 1 }],
    ["期别写错的是本期的", [own("1", { period: "十月", ...done })], { total: 1, done: 1 }],
    [
      "台账写了期别，照样在内",
      [own("1", { standing: "ledger", period: "2016-01", reported: false }), own("2", done)],
      { total: 2, done: 1, unreported: 1 },
    ],
    [
      "共同牵头的算一项",
      [
        own("1", { org: "甲局", ...done, dims: { department: [{ name: "甲局" }, { name: "乙局" }] } }),
        own("1", { org: "乙局", ...late, dims: { department: [{ name: "甲局" }, { name: "乙局" }] } }),
      ],
      { total: 1, done: 1, joint: 1 },
    ],
    [
      "共同牵头的以数据报送单位为准",
      [
        own("1", {
          org: "甲局",
          ...done,
          dataOrg: "乙局",
          dims: { department: [{ name: "甲局" }, { name: "乙局" }] },
        }),
        own("1", { org: "乙局", ...late, dims: { department: [{ name: "甲局" }, { name: "乙局" }] } }),
      ],
      { total: 1, behind: 1, joint: 1 },
    ],
    [
      "共同牵头的第一家没有报，是未报，另一家的话只供核对",
      [
        own("1", {
          org: "甲局",
          reported: false,
          standing: "ledger",
          dims: { department: [{ name: "甲局" }, { name: "乙局" }] },
        }),
        own("1", { org: "乙局", ...done, dims: { department: [{ name: "甲局" }, { name: "乙局" }] } }),
      ],
      { total: 1, unreported: 1, joint: 1 },
    ],
    ["两行中报了的一行算数", [own("1", { reported: false }), own("1", done)], { total: 1, done: 1 }],
  ])("%s", (_, tasks, is) => expect(counts(tasks)).toEqual({ ...is }));

  test("有目标的看目标，另一家的目标不算", () => {
    const numeric = own("1", { kind: "quantitative" });
    const row = (org: string, actual: string | null, more: Partial<Row> = {}): Row => ({
      org,
      taskId: "1",
      target: "10",
      actual,
      period: "2016-10",
      ...more,
    });
    expect(counts([numeric], [row("甲", "10")])).toEqual({ total: 1, done: 1 });
    expect(counts([numeric], [row("甲", "9")])).toEqual({ total: 1, onTrack: 1 });
    expect(counts([numeric], [row("甲", "1"), row("乙", "10")])).toEqual({ total: 1, behind: 1 });
    expect(counts([numeric], [row("甲", "10"), row("乙", "1")])).toEqual({ total: 1, done: 1 });
    expect(counts([numeric], [row("甲", null)])).toEqual({ total: 1, unreported: 1 });
    expect(counts([numeric], [row("甲", "—")])).toEqual({});
    expect(
      counts(
        [numeric, own("2", { org: "乙", kind: "quantitative" })],
        [row("甲", "10"), row("乙", "1", { taskId: "2" })],
      ),
    ).toEqual({ total: 2, done: 1, behind: 1 });
    const strict = { targetFacts: { bound: "gt" as const } };
    expect(counts([numeric], [row("甲", "10", strict)])).toEqual({ total: 1, onTrack: 1 });
    const band = {
      indicator: "性别比",
      unit: "",
      target: "103",
      targetFacts: { bound: "range" as const, valueMax: "107" as never },
    };
    expect(counts([numeric], [row("甲", "105", band)])).toEqual({ total: 1, done: 1 });
    expect(counts([numeric], [row("甲", "108", band)])).toEqual({ total: 1, behind: 1 });
  });
  test("共同任务的目标是大家的", () => {
    const leads = { department: [{ name: "甲局" }, { name: "乙局" }] };
    const tasks = [own("1", { org: "甲局", kind: "quantitative", dims: leads })];
    const rows: Row[] = [
      {
        org: "甲局",
        departments: ["甲局", "乙局"],
        taskId: "1",
        target: "10",
        actual: "1",
        period: "2016-10",
      },
    ];
    expect(counts(tasks, rows)).toEqual({ total: 1, behind: 1, joint: 1 });
    expect(counts(tasks, rows, { by: ["department"] }, { department: "乙局" })).toEqual({
      total: 1,
      behind: 1,
      joint: 1,
    });
  });
  test("各期各是各的，以前的一期不说以后的", () => {
    const tasks = [
      own("1", { period: "2016-09", ...late }),
      own("1", done),
      own("2", { period: "2016-09", ...done }),
    ];
    const rows: Row[] = [
      { org: "甲", actual: "1", period: "2016-09" },
      { org: "甲", actual: "1", period: "2016-10" },
    ];
    const at = (key: object) => counts(tasks, rows, { by: ["period"] }, key);
    expect(at({ period: "2016-09" })).toEqual({ total: 2, behind: 1, done: 1 });
    expect(at({ period: "2016-10" })).toEqual({ total: 2, done: 1, unreported: 1 });
    expect(at({})).toEqual({ total: 2, done: 1, unreported: 1 });
  });
  test("上限只有到期才算完成；没有目标的不算完成", () => {
    const numeric = own("1", { kind: "quantitative" });
    const ceiling = (period: string): Row => ({
      org: "甲",
      taskId: "1",
      indicator: "事故起数",
      unit: "起",
      target: "12",
      actual: "4",
      period,
    });
    expect(counts([numeric], [ceiling("2016-10")])).toEqual({ total: 1, notDue: 1 });
    expect(counts([{ ...numeric, period: "2016-12" }], [ceiling("2016-12")], { period: "2016-12" })).toEqual({
      total: 1,
      done: 1,
    });
    expect(counts([numeric], [{ org: "甲", taskId: "1", actual: "4", period: "2016-10" }])).toEqual({
      total: 1,
      onTrack: 1,
    });
  });
  test("没有写期别的：台账的各期都在，报表的只在本期", () => {
    const undated = { period: undefined as never };
    const rows: Row[] = [
      { org: "甲", actual: "1", period: "2016-09" },
      { org: "甲", actual: "1", period: "2016-10" },
    ];
    const tasks = [
      own("1", { standing: "ledger", reported: false, ...undated }),
      own("2", { ...done, ...undated }),
      own("3", { standing: "ledger", period: "2016-01", reported: false }),
    ];
    const at = (period: string) => counts(tasks, rows, { by: ["period"] }, { period });
    expect(at("2016-10")).toEqual({ total: 3, done: 1, unreported: 2 });
    expect(at("2016-09")).toEqual({ total: 3, unreported: 3 });
  });
  test("何时开始、何时到期，以台账为准", () => {
    const plan = own("1", {
      standing: "ledger",
      reported: false,
      period: undefined as never,
      deadline: "2016-12-31",
      start: "2016-01-01",
    });
    const late = own("1", { progressText: "在办", deadline: "2016-06-30", start: "2016-11-01" });
    expect(counts([plan, late])).toEqual({ total: 1, onTrack: 1 });
    expect(counts([late])).toEqual({ total: 1, behind: 1 });
  });
  test("给了一天，逾期在滞后之中", () =>
    expect(
      counts([own("1", { progressText: "在办", deadline: "2016-10-01" }), own("2", late)], [], {
        today: "2016-10-05",
      }),
    ).toEqual({ total: 2, behind: 2, overdue: 1 }));
});
