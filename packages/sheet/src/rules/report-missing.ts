import { finding } from "@taizhang/finding";
import { isBlank } from "@taizhang/grid";
import { comparePeriods } from "@taizhang/model";
import type { Entry } from "../entry.ts";
import { taskKey } from "../facts/ledger-index.ts";
import type { Owner } from "../facts/owner.ts";
import { isGroup } from "../facts/row-claim.ts";
import { put } from "../multimap.ts";
import { amountText } from "../read/amount.ts";
import { amountIn, amountOfCell } from "./amounts.ts";
import { ownersIn } from "./owners-in.ts";
import type { Rule, SeenRow } from "./rule.ts";
import { figures, names, printed } from "./seen.ts";
import { placeOf, type Subject, type TableView, textIn, valueIn } from "./subject.ts";

/**
 * M04 应报未报: a row with a target and no word on it — no figure, no status, no progress — in a return where the
 * others report, a return of an org and a period without any figure, and an org of the ledger of which no return came. A
 * blank form that names neither, the sheets of a workbook's later months and a row that is not due yet are left alone, and
 * so are the others where only some files are checked.
 */
export const reportMissing: Rule = {
  code: "M04",
  sees: rowOf,
  *check(subject) {
    const last = lastFilled(subject);
    for (const view of subject.tables) yield* figuresMissing(view, last);
    yield* returnsMissing(subject);
  },
  examples: [
    {
      title: "有目标，完成数、进展都是空的",
      rows: [
        ["任务名称", "计量单位", "年度目标", "累计完成", "工作进展"],
        ["城镇新增就业", "人", 1300, 1255, "举办招聘会12场"],
        ["残疾人就业", "人", 220, 180, ""],
        ["新建公厕", "座", 5, "", ""],
      ],
      finds: [{ ref: "D4" }],
    },
    {
      title: "本月和累计都没有填",
      rows: [
        ["任务名称", "计量单位", "年度目标", "本月完成", "本年累计完成", "办理状态"],
        ["城镇新增就业", "人", 1300, 120, 1255, "正常推进"],
        ["残疾人就业", "人", 220, "", "", ""],
        ["新建公厕", "座", 5, 0, 3, "滞后"],
      ],
      finds: [{ ref: "E3" }],
    },
    {
      title: "报来的是空表",
      rows: [
        ["填报单位：区民政局", "", "报告期：2016年10月", "", ""],
        ["任务名称", "计量单位", "年度目标", "上月累计", "本年累计完成"],
        ["救助", "人次", 100, 5, ""],
        ["新建床位", "张", 60, 20, ""],
      ],
      finds: [{ ref: "E3" }],
    },
    {
      title: "一个月一张表，后几个月的还没有到",
      rows: [
        ["填报单位：区民政局", "", "报告期：2016年5月", "", ""],
        ["任务名称", "计量单位", "年度目标", "上月累计", "本年累计完成"],
        ["救助", "人次", 100, 5, 6],
      ],
      beside: [
        {
          name: "6月",
          rows: [
            ["填报单位：区民政局", "", "报告期：2016年6月", "", ""],
            ["任务名称", "计量单位", "年度目标", "上月累计", "本年累计完成"],
            ["救助", "人次", 100, "", ""],
          ],
        },
      ],
      finds: [],
    },
    {
      title: "一个区没有报",
      rows: [
        ["区县", "指标名称", "计量单位", "年度目标", "累计完成"],
        ["东坡区", "城镇新增就业", "人", 8000, 7900],
        ["彭山区", "城镇新增就业", "人", 3000, null],
        ["仁寿县", "城镇新增就业", "人", 6000, 5500],
      ],
      finds: [{ ref: "E3" }],
    },
    {
      title: "台账里的单位没有报来",
      file: "人社局.xlsx",
      rows: [
        ["填报单位：区人社局", "", "", "", ""],
        ["任务名称", "计量单位", "年度目标", "累计完成", "工作进展"],
        ["城镇新增就业", "人", 1300, 1255, ""],
      ],
      beside: [
        {
          name: "残联",
          file: "残联.xlsx",
          rows: [
            ["填报单位：残联", "", "", "", ""],
            ["任务名称", "计量单位", "年度目标", "累计完成", "工作进展"],
            ["残疾人就业", "人", 220, 180, ""],
          ],
        },
      ],
      ledger: {
        rows: [
          ["任务名称", "计量单位", "年度目标", "牵头单位"],
          ["城镇新增就业", "人", 1300, "人社局"],
          ["残疾人就业", "人", 220, "残联"],
          ["新建公厕", "座", 5, "环卫局"],
        ],
      },
      finds: [{ ref: "" }],
    },
    {
      title: "0和“—”都是报了",
      rows: [
        ["任务名称", "计量单位", "年度目标", "累计完成", "工作进展"],
        ["城镇新增就业", "人", 1300, 1255, ""],
        ["残疾人就业", "人", 220, 0, ""],
        ["新建公厕", "座", 5, "—", ""],
      ],
      finds: [],
    },
    {
      title: "写明还没有到节点",
      rows: [
        ["任务名称", "计量单位", "年度目标", "累计完成", "工作进展"],
        ["城镇新增就业", "人", 1300, 1255, ""],
        ["残疾人就业", "人", 220, 180, ""],
        ["新建公厕", "座", 5, "", "未到节点"],
      ],
      finds: [],
    },
    {
      title: "还没有下发填报的空表",
      rows: [
        ["任务名称", "计量单位", "年度目标", "本月完成", "累计完成"],
        ["城镇新增就业", "人", 1300, "", ""],
        ["残疾人就业", "人", 220, "", ""],
        ["新建公厕", "座", 5, "", ""],
      ],
      finds: [],
    },
  ],
};

const words = ["status", "progress", "problem", "nextStep", "stage", "note", "completion"] as const;

function isSilent(entry: Entry): boolean {
  for (const field of ["actualCumulative", "actualPeriod"] as const) {
    const cell = entry.cells.get(field);
    if (cell && (cell.carried || amountOfCell(cell, entry).status !== "missing")) return false;
  }
  if (entry.repeats.some(({ column, text }) => column.field.startsWith("actual") && text !== ""))
    return false;
  return words.every((field) => textIn(entry, field) === "");
}

/** The last period of which each file reports anything; a period that was asked for goes before. */
function lastFilled({ tables, context }: Subject): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const { table, data } of tables) {
    const { file, period } = table;
    const before = found.get(file);
    if (context.period !== undefined) found.set(file, context.period);
    else if (period && !(before && comparePeriods(period.value, before) <= 0) && !data.every(isSilent))
      found.set(file, period.value);
  }
  return found;
}

/** Whether a form was to be filled in: it says whose it is and of which period, which is no later than the file has come. */
function isExpected(view: TableView, last: ReadonlyMap<string, string>) {
  const { org, period, role, file } = view.table;
  // A form with ids was sent out: whether it came back empty is for its collection to say.
  if (!org || !period || role !== "return" || view.has("id")) return false;
  // A plan of the year that was just handed out has its columns of figures blank as well.
  if (period.value.length === 4) return false;
  const until = last.get(file);
  return until === undefined || comparePeriods(period.value, until) <= 0;
}

function* figuresMissing(view: TableView, last: ReadonlyMap<string, string>) {
  if (view.table.role === "ledger" || !(view.has("actualCumulative") || view.has("actualPeriod"))) return;
  const blank = view.data.filter(
    (entry) =>
      isBlank(valueIn(view, entry, "actualCumulative")) && isBlank(valueIn(view, entry, "actualPeriod")),
  );
  const isDue = (entry: Entry) => amountIn(entry, "target").status === "reported";
  const silent = blank.filter((entry) => isDue(entry) && isSilent(entry));
  const due = view.data.filter(isDue).length;
  const [first, ...rest] = silent;
  if (!first || (silent.length * 2 > due && !isExpected(view, last))) return;
  const { org, period } = view.table;
  if (silent.length === due && org && period) {
    const placeIn = (entry: Entry) => placeOf(view, entry, "actualCumulative", "actualPeriod");
    const facts = { kind: "form" as const, org: org.name, rows: due, period: period.value };
    yield finding("M04", facts, [placeIn(first)], { related: rest.slice(0, 200).map(placeIn) });
    return;
  }
  for (const entry of silent) {
    const target = amountIn(entry, "target");
    yield finding(
      "M04",
      {
        kind: "figure",
        indicator: entry.indicator,
        target: amountText(target),
        ...(entry.unit ? { unit: entry.unit } : {}),
      },
      [placeOf(view, entry, "actualCumulative", "actualPeriod")],
    );
  }
}

/** The leads of the ledger of which no sheet among the returns is, by any of their names, and whose rows nobody returned. */
function* returnsMissing(subject: Subject) {
  const { tables, ledger, context } = subject;
  const returns = tables.filter(({ table }) => table.role !== "ledger");
  if (ledger.length === 0 || returns.length === 0 || returns.some(({ table }) => table.role === "summary"))
    return;
  const { names, ownerOf } = ownersIn(subject);
  const reported = new Set<string>();
  const leadsReported = (owner: Owner | undefined): readonly string[] => {
    if (!owner || owner.as === "others") return [];
    const { row, as, speaker = owner.listedBy } = owner;
    // What one of a group or a place below the lead has is no report of the lead's.
    const isLeads = as === "own" || as === "check" || owner.listedBy !== undefined;
    // A town's sheet, or one that somebody else reports for the leads, is their report.
    const leads = !isLeads
      ? row.leads.filter(isGroup)
      : speaker !== undefined && row.leads.includes(speaker)
        ? [speaker]
        : row.leads;
    return leads.map((name) => names(row.table, name).name);
  };
  for (const { table, data } of returns) {
    const printed = new Set(table.org ? [table.org.name] : []);
    for (const { leads } of data) for (const name of leads) printed.add(name);
    for (const name of printed) reported.add(names(table, name).name);
  }
  const silent = new Map<string, Entry[]>();
  for (const { table, data } of ledger)
    for (const entry of data) {
      const [lead] = entry.leads;
      const name = lead === undefined ? undefined : names(table, lead).name;
      if (name !== undefined && !reported.has(name)) put(silent, name, entry);
    }
  if (silent.size > 0)
    for (const { data } of returns)
      for (const entry of data)
        for (const name of leadsReported(ownerOf(entry))) {
          silent.delete(name);
          reported.add(name);
        }
  // A check of one department's file says nothing about the others.
  if (silent.size > reported.size) return;
  for (const [org, entries] of silent) {
    const tasks = new Set(entries.map(taskKey)).size;
    const related = entries.flatMap(({ cells }) => cells.get("lead")?.at ?? []);
    yield finding(
      "M04",
      { kind: "org", org, tasks, ...(context.period ? { period: context.period } : {}) },
      [{ kind: "record", type: "return", id: org, field: "" }],
      { related: related.slice(0, 200) },
    );
  }
}

/** Whose the row is; whether it reports and has a number for a target; all of a row without a figure. */
function rowOf(seen: SeenRow): string {
  const { view, entries, subject } = seen;
  const owned = subject.ledger.length === 0 ? "" : names(seen) + printed(seen, "id", "target");
  const parts = entries.map((entry) =>
    isBlank(valueIn(view, entry, "actualCumulative")) && isBlank(valueIn(view, entry, "actualPeriod"))
      ? names(seen) + figures(seen) + printed(seen, ...words)
      : `${amountIn(entry, "target").status}|${entry.leads.join("、")}`,
  );
  return [owned, ...parts].join("|");
}
