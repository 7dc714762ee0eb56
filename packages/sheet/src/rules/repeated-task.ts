import { finding } from "@taizhang/finding";
import type { Entry } from "../entry.ts";
import type { Field } from "../field.ts";
import { amountIn } from "./amounts.ts";
import { rowsWith } from "./row-index.ts";
import type { Rule, SeenRow } from "./rule.ts";
import { names, printed } from "./seen.ts";
import { placeOf, type Subject, type TableView, textIn } from "./subject.ts";
import { textKey } from "./text-key.ts";

/** What may tell two rows of one name apart. */
const apart: readonly Field[] = [
  "definition",
  "unit",
  "targetSource",
  "baseline",
  "period",
  "stage",
  "start",
  "fundingSource",
  "kind",
  "support",
  "reporter",
];

/**
 * S07 重复任务: same org, indicator and period twice on one sheet. In another program it may be another task of the
 * same name unless its target is the same too; rows under one merged name are parts of one task. On two sheets of one
 * org and period it is a finding where the figures differ: copies that agree are counted once and do no harm.
 */
export const repeatedTask: Rule = {
  code: "S07",
  sees: (seen) =>
    names(seen) +
    printed(seen, ...apart, ...compared, ...(besideOf(seen.subject, seen.view).length > 1 ? figures : [])),
  differs: (before, now) =>
    [before, now].some((seen) => !seen.entries.every((entry) => isAlone(seen, entry))),
  *check({ tables }: Subject) {
    const bySheet = new Map<string, TableView[]>();
    for (const view of tables) {
      const sheet = sheetOf(view);
      bySheet.set(sheet, [...(bySheet.get(sheet) ?? []), view]);
    }
    for (const views of bySheet.values()) yield* inSheet(views);
    for (const views of besides(tables).values()) if (views.length > 1) yield* acrossSheets(views);
  },
  examples: [
    {
      title: "同一任务列了两行",
      rows: [
        ["任务名称", "计量单位", "年度目标", "累计完成", "责任单位"],
        ["城镇新增就业", "人", 1300, 1255, "区人社局"],
        ["残疾人就业", "人", 220, 180, "区残联"],
        ["城镇新增就业", "人", 1300, 1255, "区人社局"],
      ],
      finds: [{ ref: "A4" }],
    },
    {
      title: "多了空格仍是同一任务",
      rows: [
        ["任务名称", "计量单位", "年度目标", "累计完成", "责任单位"],
        ["城镇新增就业", "人", 1300, 1255, "区人社局"],
        ["城镇 新增就业", "人", 1300, 1250, "区人社局"],
      ],
      finds: [{ ref: "A3" }],
    },
    {
      title: "交叉表里一个区列了两行",
      rows: [
        ["区县", "城镇新增就业（人）", "", "失业人员再就业（人）", ""],
        ["", "目标", "完成", "目标", "完成"],
        ["东坡区", 8000, 7900, 1200, 1100],
        ["彭山区", 3000, 2900, 500, 450],
        ["东坡区", 8000, 7900, 1200, 1100],
      ],
      merges: ["A1:A2", "B1:C1", "D1:E1"],
      finds: [{ ref: "A5" }],
    },
    {
      title: "不同单位的同一指标",
      rows: [
        ["任务名称", "计量单位", "年度目标", "累计完成", "责任单位"],
        ["招商引资", "亿元", 3, 2, "区商务局"],
        ["招商引资", "亿元", 3, 2, "区经信局"],
      ],
      finds: [],
    },
    {
      title: "目标来源不同",
      rows: [
        ["任务名称", "目标来源", "计量单位", "年度目标", "累计完成", "责任单位"],
        ["城镇新增就业", "市下达", "人", 1300, 1255, "区人社局"],
        ["城镇新增就业", "区自定", "人", 1300, 1255, "区人社局"],
      ],
      finds: [],
    },
    {
      title: "合并在一个任务名下的几行",
      rows: [
        ["任务名称", "计量单位", "年度目标", "累计完成", "责任单位"],
        ["新建幼儿园", "所", 3, 2, "区教育局"],
        ["", "个", 900, 600, "区教育局"],
      ],
      merges: ["A2:A3"],
      finds: [],
    },
    {
      title: "两个板块里同名而目标不同",
      rows: [
        ["任务名称", "计量单位", "年度目标", "累计完成", "责任单位"],
        ["一、城市建设", "", "", "", ""],
        ["新建公厕", "座", 5, 3, "区城管局"],
        ["二、美丽乡村", "", "", "", ""],
        ["新建公厕", "座", 12, 8, "区城管局"],
      ],
      merges: ["A2:E2", "A4:E4"],
      finds: [],
    },
    {
      title: "同一单位同一月的两张表，同一指标的数不一样",
      name: "一表",
      rows: [
        ["填报单位：区人社局", null, null, "2016年10月"],
        ["任务名称", "指标名称", "计量单位", "年度目标", "累计完成", "责任单位"],
        ["扩大就业", "城镇新增就业", "人", 1000, 500, "区人社局"],
      ],
      beside: [
        {
          name: "二表",
          rows: [
            ["填报单位：区人社局", null, null, "2016年10月"],
            ["任务名称", "指标名称", "计量单位", "年度目标", "累计完成", "责任单位"],
            ["扩大就业", "城镇新增就业", "人", 1000, 520, "区人社局"],
          ],
        },
      ],
      finds: [{ ref: "A3" }],
    },
    {
      title: "两张表的数一样，是同一个数写了两处",
      name: "一表",
      rows: [
        ["填报单位：区人社局", null, null, "2016年10月"],
        ["任务名称", "指标名称", "计量单位", "年度目标", "累计完成", "责任单位"],
        ["扩大就业", "城镇新增就业", "人", 1000, 500, "区人社局"],
      ],
      beside: [
        {
          name: "二表",
          rows: [
            ["填报单位：区人社局", null, null, "2016年10月"],
            ["任务名称", "指标名称", "计量单位", "年度目标", "累计完成", "责任单位"],
            ["扩大就业", "城镇新增就业", "人", 1000, 500, "区人社局"],
          ],
        },
      ],
      finds: [],
    },
  ],
};

const figures: readonly Field[] = ["actualCumulative", "actualPeriod"];

/** The long tables that say of one org and one period what it did, where there are several on different sheets. */
function besides(tables: readonly TableView[]): Map<string, TableView[]> {
  const groups = new Map<string, TableView[]>();
  for (const view of tables) {
    const { org, period, role, shape } = view.table;
    if (!org || !period || role !== "return" || shape !== "long") continue;
    const key = `${textKey(org.name)}\n${period.value}`;
    const group = groups.get(key);
    if (group) group.push(view);
    else groups.set(key, [view]);
  }
  return groups;
}

const grouped = new WeakMap<Subject, Map<string, TableView[]>>();

function besideOf(subject: Subject, { table: { org, period } }: TableView): readonly TableView[] {
  if (!org || !period) return [];
  const groups = grouped.get(subject) ?? besides(subject.tables);
  grouped.set(subject, groups);
  return groups.get(`${textKey(org.name)}\n${period.value}`) ?? [];
}

function* acrossSheets(views: readonly TableView[]) {
  const firsts = new Map<string, Row>();
  for (const view of views)
    for (const entry of view.data) {
      const key = keyOf(view, entry);
      if (!key) continue;
      const first = firsts.get(key);
      if (!first) firsts.set(key, { view, entry });
      else if (
        sheetOf(first.view) !== sheetOf(view) &&
        isSame(first.entry, entry) &&
        figures.some((field) => differ(first.entry, entry, field))
      )
        yield repeated({ view, entry }, first);
    }
}

const sheetOf = ({ table: { file, grid } }: TableView): string => `${file}\n${grid.name}`;

function differ(one: Entry, other: Entry, field: Field): boolean {
  const [x, y] = [amountIn(one, field), amountIn(other, field)];
  return x.status === "reported" && y.status === "reported" && x.amount !== y.amount;
}

interface Row {
  readonly view: TableView;
  readonly entry: Entry;
}

/** Rows of one name are compared with at most so many others of it. */
const mostAlike = 50;

function* inSheet(views: readonly TableView[]) {
  const names = new Set<string>();
  const shared = new Set<string>();
  for (const { data } of views)
    for (const entry of data) {
      const name = nameOf(entry);
      if (names.has(name)) shared.add(name);
      else names.add(name);
    }
  if (shared.size === 0) return;
  const seen = new Map<string, Row[]>();
  for (const view of views) {
    const rows = new Set<number>();
    for (const entry of view.data) {
      if (!shared.has(nameOf(entry)) || rows.has(entry.row)) continue;
      const key = keyOf(view, entry);
      if (!key) continue;
      const before = seen.get(key) ?? [];
      const first = before.find((other) => isSame(other.entry, entry));
      if (first) {
        rows.add(entry.row);
        yield repeated({ view, entry }, first);
      } else if (before.length < mostAlike) seen.set(key, [...before, { entry, view }]);
    }
  }
}

function repeated({ view, entry }: Row, first: Row) {
  const org = entry.division ?? entry.leads.join("、");
  const name =
    view.table.shape === "crossTab"
      ? (entry.division ?? entry.org ?? entry.indicator)
      : entry.task || entry.indicator;
  const other = nameAt(first.view, first.entry);
  const { file, grid } = first.view.table;
  const sheet =
    sheetOf(first.view) === sheetOf(view) ? "" : `${file === view.table.file ? "" : file}《${grid.name}》`;
  return finding(
    "S07",
    { name, first: sheet + other.ref, ...(org && org !== name ? { org } : {}) },
    [nameAt(view, entry)],
    { related: [other] },
  );
}

/** A name that tells most rows apart at once; only rows that share it are looked at closely. */
const nameOf = ({ task, indicator, division = "" }: Entry): string =>
  task === indicator && division === "" ? task : `${task}|${indicator}|${division}`;

const nameAt = (view: TableView, entry: Entry) =>
  view.table.shape === "crossTab"
    ? ((entry.cells.get("division") ?? entry.cells.get("lead"))?.at ??
      view.at(entry.row, view.table.range.left))
    : ((entry.cells.get("task")?.carried ? undefined : entry.cells.get("task")?.at) ??
      placeOf(view, entry, "indicator", "task"));

function keyOf(view: TableView, entry: Entry): string | undefined {
  const name = textKey(entry.task) + (entry.indicator === entry.task ? "" : `|${textKey(entry.indicator)}`);
  if (name === "") return undefined;
  if (view.table.shape === "crossTab")
    return entry.division
      ? JSON.stringify(["crossTab", name, textKey(entry.division), textIn(entry, "period")])
      : undefined;
  if (entry.cells.get("task")?.carried && !view.has("indicator")) return undefined;
  return JSON.stringify([
    name,
    textKey(entry.division ?? ""),
    textKey(entry.leads.join("、")),
    ...apart.map((field) => textKey(textIn(entry, field))),
    ...entry.nodes.map(({ column }) => column.node ?? ""),
  ]);
}

/** Of one key: in one program always the same, else only with the same target; qualitative rows must agree in all. */
function isSame(a: Entry, b: Entry): boolean {
  const [x, y] = [amountIn(a, "target"), amountIn(b, "target")];
  const sameTarget = x.status === "reported" && y.status === "reported" && x.amount === y.amount;
  if (a.program !== b.program) return sameTarget;
  if (x.status === "reported" || y.status === "reported" || a.table.shape === "crossTab") return true;
  return (
    textIn(a, "deadline") === textIn(b, "deadline") &&
    textIn(a, "acceptance") === textIn(b, "acceptance") &&
    textIn(a, "target") === textIn(b, "target")
  );
}

const compared: readonly Field[] = [
  "task",
  "indicator",
  "division",
  "lead",
  "target",
  "deadline",
  "acceptance",
];

/** No other row of the sheet bears its name: then nothing that stands in it matters. */
function isAlone({ view, subject }: SeenRow, entry: Entry): boolean {
  const name = nameOf(entry);
  const beside = besideOf(subject, view);
  return subject.tables
    .filter((one) => sheetOf(one) === sheetOf(view) || beside.includes(one))
    .every((one) => rowsWith(one, nameOf, name).every((row) => one === view && row === entry.row));
}
