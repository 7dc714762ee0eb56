import { finding } from "@taizhang/finding";
import { unitOf } from "@taizhang/quantity";
import type { Entry } from "../entry.ts";
import { actualOf, amountIn, amountOfCell } from "./amounts.ts";
import { eachTable, type Rule, type SeenRow } from "./rule.ts";
import { figures, names, printed } from "./seen.ts";
import { placeOf, type TableView, textIn, valueIn } from "./subject.ts";

/**
 * T01 定量目标缺失且未标待下达. Only a row that must have a number: its kind says 定量, or its neighbours have
 * numbers in the column and it has a unit of its own or an actual. A qualitative row without a number is fine.
 */
export const targetMissing: Rule = {
  code: "T01",
  sees: rowOf,
  check: eachTable(function* (view) {
    if (!view.has("target")) return;
    let known: ReadonlyMap<string, number> | undefined;
    const numbered = () => {
      known ??= numberedTargets(view);
      return known;
    };
    for (const entry of view.data) {
      if (valueIn(view, entry, "target") !== null && valueIn(view, entry, "target") !== "") continue;
      if (targetStands(entry) || growthStands(view, entry) || !mustHaveTarget(view, entry, numbered))
        continue;
      const unit = entry.cells.get("unit")?.text || entry.unit;
      yield finding("T01", { indicator: entry.indicator || entry.task, ...(unit ? { unit } : {}) }, [
        placeOf(view, entry, "target"),
      ]);
    }
  }),
  examples: [
    {
      title: "类型写明定量",
      rows: [
        ["任务名称", "任务类型", "计量单位", "年度目标", "责任单位"],
        ["城镇新增就业", "定量", "人", 1300, "区人社局"],
        ["残疾人就业", "定量", "人", "", "区残联"],
      ],
      finds: [{ ref: "D3" }],
    },
    {
      title: "有单位、有完成数，唯独没有目标",
      rows: [
        ["任务名称", "计量单位", "年度目标", "累计完成", "责任单位"],
        ["城镇新增就业", "人", 1300, 1255, "区人社局"],
        ["残疾人就业", "人", null, 180, "区残联"],
        ["新建公厕", "座", 5, 3, "区城管局"],
      ],
      finds: [{ ref: "C3" }],
    },
    {
      title: "有单位、还没有完成数",
      rows: [
        ["任务名称", "计量单位", "年度目标", "牵头单位", "完成时限"],
        ["城镇新增就业", "人", 1300, "区人社局", "2016年12月底前"],
        ["残疾人就业", "人", "", "区残联", "2016年12月底前"],
        ["新建公厕", "座", 5, "区城管局", "2016年10月底前"],
      ],
      finds: [{ ref: "C3" }],
    },
    {
      title: "待下达",
      rows: [
        ["任务名称", "计量单位", "年度目标", "累计完成", "责任单位"],
        ["城镇新增就业", "人", 1300, 1255, "区人社局"],
        ["新增学位", "个", "待下达", 0, "区教育局"],
      ],
      finds: [],
    },
    {
      title: "定性任务",
      rows: [
        ["任务名称", "任务类型", "计量单位", "年度目标", "累计完成"],
        ["城镇新增就业", "定量", "人", 1300, 1255],
        ["修订救助办法", "定性", "", "", ""],
        ["建立联席会议制度", "", "", "", "已召开2次"],
      ],
      finds: [],
    },
    {
      title: "同一年份下只下达了增速",
      rows: [
        ["指标名称", "单位", "2025年", null, "责任单位"],
        [null, null, "目标", "比上年增长（%）", null],
        ["地区生产总值", "亿元", null, "6左右", "区发改局"],
        ["社会消费品零售总额", "亿元", 68.3, 5.5, "区商务局"],
        ["城镇新增就业", "人", 3800, null, "区人社局"],
      ],
      merges: ["A1:A2", "B1:B2", "C1:D1", "E1:E2"],
      finds: [],
    },
    {
      title: "写“—”表示不涉及",
      rows: [
        ["任务名称", "计量单位", "年度目标", "累计完成", "责任单位"],
        ["城镇新增就业", "人", 1300, 1255, "区人社局"],
        ["信访接待", "次", "—", 12, "区信访局"],
      ],
      finds: [],
    },
  ],
};

/** Anything in the target cell, a node or a stretch target counts: 待下达, 完成主体, a formula, an error. */
const targetStands = (entry: Entry): boolean =>
  amountIn(entry, "target").status !== "missing" ||
  textIn(entry, "target") !== "" ||
  entry.cells.get("target")?.formula !== undefined ||
  textIn(entry, "stretch") !== "" ||
  entry.nodes.some((cell) => cell.text !== "" || cell.formula !== undefined);

/** 2025年 over 目标 and 比上年增长: a growth alone is the target. */
function growthStands(view: TableView, entry: Entry): boolean {
  const [group, leaf] = view.columnsOf("target")[0]?.path ?? [];
  if (group === undefined || leaf === undefined) return false;
  return [entry.cells.get("yearOnYear"), ...entry.repeats].some(
    (cell) => cell?.column.field === "yearOnYear" && cell.column.path[0] === group && cell.text !== "",
  );
}

/** How many neighbours have a number for a target: in a cross-tab those of the same indicator. */
function numberedTargets(view: TableView): ReadonlyMap<string, number> {
  const count = new Map<string, number>();
  for (const entry of view.data) {
    if (amountIn(entry, "target").status !== "reported") continue;
    const group = groupOf(view, entry);
    count.set(group, (count.get(group) ?? 0) + 1);
  }
  return count;
}

const groupOf = (view: TableView, entry: Entry): string =>
  view.table.shape === "crossTab" ? entry.indicator : "";

function mustHaveTarget(view: TableView, entry: Entry, numbered: () => ReadonlyMap<string, number>): boolean {
  const kind = textIn(entry, "kind");
  if (/定性|节点|里程碑|项目|形象/.test(kind) || !entry.indicator) return false;
  if (/暂缓|调出|取消|终止|不涉及/.test(textIn(entry, "status") + textIn(entry, "note"))) return false;
  if (kind.includes("定量")) return true;
  if ((numbered().get(groupOf(view, entry)) ?? 0) < 1) return false;
  const actual = actualOf(entry);
  const countsActual = actual !== undefined && amountOfCell(actual.cell, entry).amount !== undefined;
  if (view.table.shape === "crossTab") return countsActual;
  const unitCell = entry.cells.get("unit");
  const unit = unitCell && !unitCell.carried ? unitOf(unitCell.text) : undefined;
  // A rate without a target is often a figure to watch, not a task.
  if (unit?.unit && unit.dimension !== "ratio") return true;
  return countsActual && typeof actual?.cell.value === "number" && (unit !== undefined || !view.has("unit"));
}

/** Whether the row has a number for a target; all of a row that has none. */
function rowOf(seen: SeenRow): string {
  const { view, entries } = seen;
  if (!view.has("target")) return "";
  return entries
    .map((entry) => {
      const value = valueIn(view, entry, "target");
      if (value === null || value === "")
        return names(seen) + figures(seen) + printed(seen, "unit", "kind", "status", "note");
      return `${amountIn(entry, "target").status}${view.table.shape === "crossTab" ? entry.indicator : ""}`;
    })
    .join("|");
}
