import { finding } from "@taizhang/finding";
import { textOf } from "@taizhang/grid";
import type { Cell, Entry } from "../entry.ts";
import { fold } from "../recognise/heading.ts";
import { labelOf } from "./column-cells.ts";
import { detailsOf } from "./details.ts";
import { fixCell } from "./edit-cell.ts";
import { groupKey, groupsOf, holdsSubtotal, subtotalsIn } from "./rows-adding-up.ts";
import { eachTable, type Rule, type SeenRow } from "./rule.ts";
import { figures, names, printed } from "./seen.ts";
import { type TableView, textIn } from "./subject.ts";

/**
 * S04 小计行混入明细: a row that nothing calls a subtotal, but whose figures are the sums of the rows above it, below
 * it in its section, or of all others, or that is numbered as a detail, so it would be counted twice: B. A row that only its label calls so, or that
 * recognition left out for its figures: D. Rows of different indicators that happen to add up are no subtotal. A zone
 * that the sheet says another place holds is left out, and one of which a remark leaves that open is counted: C.
 */
export const hiddenSubtotal: Rule = {
  code: "S04",
  sees: rowOf,
  differs,
  check: eachTable(function* (view) {
    const found = new Set<number>();
    for (const group of groupsOf(view))
      for (const { entry, details } of subtotalsIn(view, group)) {
        if (found.has(entry.row)) continue;
        found.add(entry.row);
        yield marked(view, entry, details, true);
      }
    for (const entry of numberedSubtotals(view)) {
      found.add(entry.row);
      const label = labelOf(entry);
      const cell = [...entry.cells.values()].find(({ text, carried }) => text === label && !carried);
      yield finding("S04", { label, counted: true, number: textIn(entry, "seq") }, [
        cell?.at ?? view.at(entry.row, view.table.range.left),
      ]);
    }
    const silent = rowsToldBy(view, "sumOfRows");
    const groups = rowsToldBy(view, "groupOfPlaces");
    for (const entry of view.entries) {
      if (found.has(entry.row)) continue;
      if (entry.kind === "data" && (isTotalWord(entry.task) || isTotalWord(entry.division ?? ""))) {
        found.add(entry.row);
        yield marked(view, entry, [], false);
      } else if (groups.has(entry.row)) {
        found.add(entry.row);
        yield marked(view, entry, [], false);
      } else if (silent.has(entry.row) && !/[省市县区州盟旗]$/.test(labelOf(entry))) {
        found.add(entry.row);
        yield marked(view, entry, detailsOf(view, entry), false);
      }
    }
    yield* heldZones(view);
  }),
  examples: [
    {
      title: "没写“合计”的全市行正好是各区之和",
      rows: [
        ["区县", "城镇新增就业（人）", "", "失业人员再就业（人）", ""],
        ["", "目标", "完成", "目标", "完成"],
        ["主城片", 17000, 16300, 2600, 2350],
        ["东坡区", 8000, 7900, 1200, 1100],
        ["彭山区", 3000, 2900, 500, 450],
        ["仁寿县", 6000, 5500, 900, 800],
      ],
      merges: ["A1:A2", "B1:C1", "D1:E1"],
      finds: [{ ref: "A3", severity: "D", fix: ["主城片小计"] }],
    },
    {
      title: "名称说的是几个区县，已按小计行处理",
      rows: [
        ["区县", "城镇新增就业（人）", "", "失业人员再就业（人）", ""],
        ["", "目标", "完成", "目标", "完成"],
        ["东坡区", 8000, 7900, 1200, 1100],
        ["彭山区", 3000, 2900, 500, 450],
        ["仁寿县", 6000, 5500, 900, 800],
        ["三个区县", 17000, 16300, 2600, 2350],
        ["青神县", 1500, 1450, 210, 190],
      ],
      merges: ["A1:A2", "B1:C1", "D1:E1"],
      finds: [{ ref: "A6", severity: "D" }],
    },
    {
      title: "开发区的数写明含在所在的区内，没有另行相加",
      rows: [
        ["区县", "年度目标（户）", "累计完成（户）", "备注"],
        ["南关区", 100, 80, ""],
        ["宽城区", 20, 15, ""],
        ["净月开发区", 50, 40, "数据含在南关区内"],
      ],
      finds: [{ ref: "A4", severity: "C" }],
    },
    {
      title: "没有说清开发区的数是不是都含在区里",
      rows: [
        ["区县", "年度目标（户）", "累计完成（户）", "备注"],
        ["南关区", 100, 80, "含净月开发区部分企业"],
        ["宽城区", 20, 15, ""],
        ["净月开发区", 50, 40, ""],
      ],
      finds: [{ ref: "D2", severity: "C" }],
    },
    {
      title: "板块里的合并数",
      rows: [
        ["单位", "招商引资到位资金（万元）", "", "固定资产投资（万元）", ""],
        ["", "目标", "完成", "目标", "完成"],
        ["区商务局", 800, 790, 1200, 1100],
        ["区经信局", 300, 290, 500, 450],
        ["区农业局", 600, 550, 900, 800],
        ["经济口", 1700, 1630, 2600, 2350],
        ["区住建局", 150, 145, 210, 190],
        ["区城管局", 120, 100, 300, 280],
      ],
      merges: ["A1:A2", "B1:C1", "D1:E1"],
      finds: [{ ref: "A6", severity: "B", fix: ["经济口小计"] }],
    },
    {
      title: "小计行编了序号",
      rows: [
        ["序号", "任务名称", "计量单位", "年度目标", "累计完成", "责任单位"],
        [1, "残疾人就业", "人", 220, 183, "区残联"],
        [2, "残疾人培训", "人", 300, 270, "区残联"],
        [3, "就业和培训小计", "人", 520, 453, "区残联"],
        [4, "康复站", "个", 2, 1, "区残联"],
      ],
      finds: [{ ref: "B4", severity: "B" }],
    },
    {
      title: "长表里按单位列的同一指标",
      rows: [
        ["责任单位", "指标名称", "计量单位", "年度目标", "累计完成"],
        ["卫生系统", "招商引资到位资金", "万元", 2350, 1985],
        ["区卫计局", "招商引资到位资金", "万元", 1200, 1010],
        ["区医院", "招商引资到位资金", "万元", 800, 705],
        ["区疾控中心", "招商引资到位资金", "万元", 350, 270],
      ],
      finds: [{ ref: "A2", severity: "B", fix: ["卫生系统小计"] }],
    },
    {
      title: "写明了合计就不会重复计算",
      rows: [
        ["区县", "城镇新增就业（人）", "", "失业人员再就业（人）", ""],
        ["", "目标", "完成", "目标", "完成"],
        ["东坡区", 8000, 7900, 1200, 1100],
        ["彭山区", 3000, 2900, 500, 450],
        ["仁寿县", 6000, 5500, 900, 800],
        ["合计", 17000, 16300, 2600, 2350],
      ],
      merges: ["A1:A2", "B1:C1", "D1:E1"],
      finds: [],
    },
    {
      title: "不同指标碰巧相加",
      rows: [
        ["任务名称", "计量单位", "年度目标", "累计完成", "责任单位"],
        ["城镇新增就业", "人", 1300, 1200, "区人社局"],
        ["失业人员再就业", "人", 800, 700, "区人社局"],
        ["困难人员就业", "人", 300, 300, "区人社局"],
        ["职业培训", "人", 200, 200, "区人社局"],
      ],
      finds: [],
    },
    {
      title: "只有一列相符不足为凭",
      rows: [
        ["区县", "城镇新增就业（人）", "", "失业人员再就业（人）", ""],
        ["", "目标", "完成", "目标", "完成"],
        ["东坡区", 900, 790, 120, 110],
        ["彭山区", 400, 290, 50, 45],
        ["仁寿县", 300, 350, 60, 40],
        ["青神县", 200, 180, 30, 27],
      ],
      merges: ["A1:A2", "B1:C1", "D1:E1"],
      finds: [],
    },
  ],
};

/** The cell that names the row: its place or its org, for the rows of a group are of one indicator. */
const labelCell = (entry: Entry): Cell | undefined => {
  for (const field of ["division", "lead", "task", "indicator", "program"] as const) {
    const cell = entry.cells.get(field);
    if (cell && !cell.carried && cell.text !== "") return cell;
  }
  return undefined;
};

/** Subtotals whose number goes on from the detail above them, so that they pass for one. */
function* numberedSubtotals(view: TableView): Generator<Entry> {
  if (!view.has("seq") || !view.entries.some(({ kind }) => kind === "subtotal")) return;
  let above: Entry | undefined;
  for (const entry of view.entries) {
    if (entry.row === above?.row) continue;
    const number = Number(textIn(entry, "seq") || Number.NaN);
    if (entry.kind === "subtotal" && above?.kind === "data" && number === Number(textIn(above, "seq")) + 1)
      yield entry;
    if (entry.kind === "subtotal" || entry.kind === "data") above = entry;
  }
}

/** Zones that another place holds, or of which a remark leaves that open (含在某区). */
function* heldZones(view: TableView) {
  const { grid, rows } = view.table;
  for (const { row, evidence } of rows) {
    const { rule, saw = "" } = evidence.at(-1) ?? {};
    if (rule === "heldByPlace") {
      const entry = view.entries.find((one) => one.row === row);
      const cell = entry && labelCell(entry);
      if (cell)
        yield finding("S04", { label: cell.text, counted: false, heldBy: saw }, [cell.at], { severity: "C" });
    } else if (rule === "heldUnclear") {
      const texts = (grid.rows[row] ?? []).map((value) => textOf(value ?? null).trim());
      const column = texts.findIndex((text) => fold(text).includes(saw));
      const facts = { label: texts[column] ?? saw, counted: true, isRemark: true };
      yield finding("S04", facts, [view.at(row, column)], { severity: "C" });
    }
  }
}

const isTotalWord = (label: string): boolean =>
  label.endsWith("计") && label.length <= 12 && /(?:小计|合计|总计|共计)$/.test(label);

/** Rows that recognition took for totals by their figures, or for subtotals by a name alone: they are not counted, and that is worth a hint. */
const rowsToldBy = (view: TableView, by: string): ReadonlySet<number> =>
  new Set(
    view.table.rows.filter(({ evidence }) => evidence.some(({ rule }) => rule === by)).map(({ row }) => row),
  );

function marked(view: TableView, entry: Entry, details: readonly Entry[], counted: boolean) {
  const [first, last] = [details[0], details.at(-1)];
  const cell = labelCell(entry);
  return finding(
    "S04",
    {
      label: cell?.text ?? labelOf(entry),
      counted,
      ...(first && last ? { rows: `${first.row + 1}–${last.row + 1}` } : {}),
    },
    [cell?.at ?? view.at(entry.row, view.table.range.left)],
    {
      related: details.flatMap((detail) => labelCell(detail)?.at ?? []),
      ...(counted ? {} : { severity: "D" as const }),
      fix:
        first && cell && !cell.carried
          ? fixCell("markSubtotal", view.table.grid, cell.at, `${cell.text}小计`)
          : undefined,
    },
  );
}

/** The names and the figures of the row. */
function rowOf(seen: SeenRow): string | undefined {
  if (seen.entries.some(({ kind }) => kind !== "data")) return undefined;
  return (
    names(seen) + printed(seen, "task", "division", "indicator", "seq", "program", "lead") + figures(seen)
  );
}

/** A row that no label calls a total matters where rows of its group add up, before or after. */
function differs(before: SeenRow, now: SeenRow, hadFindings: boolean): boolean {
  const entries = [...before.entries, ...now.entries];
  if (now.view.hasSums || now.view.table.shape === "crossTab") return true;
  if (entries.some(({ task, division = "" }) => isTotalWord(task) || isTotalWord(division))) return true;
  const keys = new Set(entries.map(groupKey));
  // A group that held a subtotal had a finding.
  const views = hadFindings ? [before.view, now.view] : [now.view];
  return [...keys].some((key) => key !== undefined && views.some((view) => holdsSubtotal(view, key)));
}
