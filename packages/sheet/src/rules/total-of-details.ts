import { type Finding, finding } from "@taizhang/finding";
import { compare, type Decimal, isCountUnit, subtract, sum, unitOf } from "@taizhang/quantity";
import type { Entry } from "../entry.ts";
import { moneyFields } from "../field.ts";
import type { Column } from "../table.ts";
import { amountOfCell, near, tolerance } from "./amounts.ts";
import { amountColumns, cellInColumn, cellLike, labelOf } from "./column-cells.ts";
import { detailsOf } from "./details.ts";
import { indicatorOf } from "./indicator-of.ts";
import { withoutUpper } from "./levels-in-table.ts";
import { isOneOfHalves } from "./one-of-halves.ts";
import { partsOf } from "./parts-of-total.ts";
import { eachTable, type Rule } from "./rule.ts";
import { figures, names, printed } from "./seen.ts";
import { textKey } from "./text-key.ts";

/**
 * X01 明细≠合计, and X04 where the row is a place and not a sum: a superior's own target (全市) may be less than what
 * its units took on. Only what adds is added: one indicator, one unit, no rates; half the last printed digit for each
 * part and the total, whole things exactly (the domain page §4, law 6).
 */
export const totalOfDetails: Rule = {
  code: "X01",
  sees: (seen) => (seen.view.hasSums ? names(seen) + figures(seen) + printed(seen, "seq", "lead") : ""),
  check: eachTable(function* (view) {
    for (const entry of view.entries) {
      if (entry.kind !== "total" && entry.kind !== "subtotal") continue;
      const details = detailsOf(view, entry);
      if (details.length < 2) continue;
      for (const column of amountColumns(view, entry)) yield* compared(entry, column, details);
    }
  }),
  examples: [
    {
      title: "合计与各区之和不符",
      rows: [
        ["区县", "指标名称", "计量单位", "年度目标", "累计完成"],
        ["东坡区", "城镇新增就业", "人", 8000, 7900],
        ["彭山区", "城镇新增就业", "人", 3000, 2900],
        ["仁寿县", "城镇新增就业", "人", 6000, 5500],
        ["合计", "城镇新增就业", "人", 17000, 16200],
      ],
      finds: [{ ref: "E5" }],
    },
    {
      title: "交叉表的合计行",
      rows: [
        ["区县", "城镇新增就业（人）", "", "失业人员再就业（人）", ""],
        ["", "目标", "完成", "目标", "完成"],
        ["东坡区", 8000, 7900, 1200, 1100],
        ["彭山区", 3000, 2900, 500, 450],
        ["合计", 11000, 10800, 1700, 1560],
      ],
      merges: ["A1:A2", "B1:C1", "D1:E1"],
      finds: [{ ref: "E5" }],
    },
    {
      title: "街道在上、指标在左，合计栏与各街道之和不符",
      rows: [
        ["指标", "单位", "新春街道", "", "桃源街道", "", "合计", ""],
        ["", "", "目标", "完成", "目标", "完成", "目标", "完成"],
        ["新增就业", "人", 300, 240, 200, 150, 500, 390],
        ["发放低保金", "万元", 100, 80, 50, 40, 150, 125],
      ],
      merges: ["A1:A2", "B1:B2", "C1:D1", "E1:F1", "G1:H1"],
      finds: [{ ref: "H4" }],
    },
    {
      title: "小计只管本板块",
      rows: [
        ["项目名称", "总投资（万元）", "年度计划投资（万元）", "累计完成投资（万元）", "责任单位"],
        ["一、学校建设", "", "", "", ""],
        ["南湖小学扩建", 3000, 1200, 600, "区教育局"],
        ["东岭幼儿园", 1500, 1000, 700, "区教育局"],
        ["小计", 4500, 2200, 1400, ""],
        ["二、道路建设", "", "", "", ""],
        ["东岭路改造", 800, 800, 400, "区住建局"],
        ["南环路新建", 1200, 600, 300, "区住建局"],
        ["小计", 2000, 1400, 700, ""],
      ],
      merges: ["A2:E2", "A6:E6"],
      finds: [{ ref: "D5" }],
    },
    {
      title: "小数四舍五入在误差之内",
      rows: [
        ["区县", "指标名称", "计量单位", "年度目标", "累计完成"],
        ["东坡区", "招商引资到位资金", "亿元", 62.3, 59.53],
        ["彭山区", "招商引资到位资金", "亿元", 31.2, 30.11],
        ["仁寿县", "招商引资到位资金", "亿元", 18.4, 17.25],
        ["合计", "招商引资到位资金", "亿元", 111.9, 106.9],
      ],
      finds: [],
    },
    {
      title: "小数加得一分不差",
      rows: [
        ["区县", "指标名称", "计量单位", "年度目标", "累计完成"],
        ["东坡区", "招商引资到位资金", "万元", 1502.85, 59531],
        ["彭山区", "招商引资到位资金", "万元", 438.49, 1199],
        ["仁寿县", "招商引资到位资金", "万元", 752.08, 0],
        ["合计", "招商引资到位资金", "万元", 2693.42, 60730],
      ],
      finds: [],
    },
    {
      title: "失业率不相加",
      rows: [
        ["区县", "城镇登记失业率（%）", "", "城镇新增就业（人）", ""],
        ["", "目标", "完成", "目标", "完成"],
        ["东坡区", 4.3, 3.5, 8000, 7900],
        ["彭山区", 4.3, 3.6, 3000, 2900],
        ["全市", 4.3, 3.57, 11000, 10800],
      ],
      merges: ["A1:A2", "B1:C1", "D1:E1"],
      finds: [],
    },
    {
      title: "街道在上，合计正好，率不相加",
      rows: [
        ["指标", "单位", "新春街道", "", "桃源街道", "", "合计", ""],
        ["", "", "目标", "完成", "目标", "完成", "目标", "完成"],
        ["新增就业", "人", 300, 240, 200, 150, 500, 390],
        ["城镇登记失业率", "%", 4.3, 4.1, 4.3, 4.2, 4.3, 4.15],
      ],
      merges: ["A1:A2", "B1:B2", "C1:D1", "E1:F1", "G1:H1"],
      finds: [],
    },
    {
      title: "目标是增速，不相加",
      rows: [
        ["2025年9月规上工业增加值完成情况（单位：亿元）"],
        ["地区", "年度目标", "1-9月累计", "同比（%）"],
        ["全市", "增长8%", 300, 7.4],
        ["南关区", "增长8%", 100, 8],
        ["宽城区", "增长9%", 100, 7],
        ["朝阳区", "增长7%", 100, 7.5],
      ],
      finds: [],
    },
    {
      title: "部分地区的合计只与所指的地区比",
      rows: [
        ["区县", "指标名称", "计量单位", "年度目标", "累计完成"],
        ["仁寿县", "城镇新增就业", "人", 6000, 5500],
        ["东坡区", "城镇新增就业", "人", 8000, 7900],
        ["彭山区", "城镇新增就业", "人", 3000, 2900],
        ["天府开发区", "城镇新增就业", "人", 1000, 900],
        ["两城区合计", "城镇新增就业", "人", 11000, 10800],
        ["总计（不含开发区）", "城镇新增就业", "人", 17000, 16300],
        ["总计", "城镇新增就业", "人", 18000, 17200],
      ],
      finds: [],
    },
    {
      title: "市和所辖的区列在一张表里，只加一层",
      rows: [
        ["地区", "指标名称", "计量单位", "年度目标", "累计完成"],
        ["全省", "城镇新增就业", "人", 450, 360],
        ["长春市", "城镇新增就业", "人", 300, 240],
        ["南关区", "城镇新增就业", "人", 100, 80],
        ["宽城区", "城镇新增就业", "人", 200, 160],
        ["吉林市", "城镇新增就业", "人", 150, 120],
        ["昌邑区", "城镇新增就业", "人", 150, 120],
      ],
      finds: [],
    },
    {
      title: "区和所辖的街道列在一张表里，只加一层",
      rows: [
        ["地区", "指标名称", "计量单位", "年度目标", "累计完成"],
        ["全市", "改造危房", "户", 500, 400],
        ["市本级", "改造危房", "户", 100, 100],
        ["南关区", "改造危房", "户", 200, 150],
        ["新春街道", "改造危房", "户", 120, 90],
        ["桃源街道", "改造危房", "户", 80, 60],
        ["宽城区", "改造危房", "户", 200, 150],
      ],
      finds: [],
    },
    {
      title: "一张名单分左右两半，右边的合计是两半之和",
      rows: [
        ["桓台县2024年6月新建公厕进度（单位：座）", "", "", "", "", ""],
        ["镇（街道）", "年度目标", "累计完成", "镇（街道）", "年度目标", "累计完成"],
        ["索镇街道", 4, 2, "田庄镇", 3, 1],
        ["起凤镇", 2, 1, "荆家镇", 2, 2],
        ["马桥镇", 3, 2, "合计", 14, 8],
      ],
      finds: [],
    },
    {
      title: "其中行不另加",
      rows: [
        ["区县", "指标名称", "计量单位", "年度目标", "累计完成"],
        ["东坡区", "城镇新增就业", "人", 8000, 7900],
        ["其中：高校毕业生", "城镇新增就业", "人", 800, 700],
        ["彭山区", "城镇新增就业", "人", 3000, 2900],
        ["合计", "城镇新增就业", "人", 11000, 10800],
      ],
      finds: [],
    },
    {
      title: "有一个区还没报，合计多出来的可能就是它",
      rows: [
        ["区县", "指标名称", "计量单位", "年度目标", "累计完成", "备注"],
        ["东坡区", "城镇新增就业", "人", 8000, 7900, ""],
        ["彭山区", "城镇新增就业", "人", 3000, "", "正在核实"],
        ["仁寿县", "城镇新增就业", "人", 6000, 5500, ""],
        ["合计", "城镇新增就业", "人", 17000, 16100, ""],
      ],
      finds: [],
    },
    {
      title: "明细是不同的指标，不能相加",
      rows: [
        ["任务名称", "计量单位", "年度目标", "累计完成", "责任单位"],
        ["城镇新增就业", "人", 1300, 1255, "区人社局"],
        ["职业技能培训", "人", 300, 280, "区人社局"],
        ["合计", "", 2, 2, ""],
      ],
      finds: [],
    },
  ],
};

function* compared(entry: Entry, column: Column, details: readonly Entry[]): Generator<Finding> {
  const cell = cellInColumn(entry, column);
  if (!cell || cell.carried) return;
  const whole = amountOfCell(cell, entry);
  if (whole.status !== "reported" || whole.amount === undefined) return;
  // 增长8% of each place is no part of the city's, though the row counts 亿元.
  if (whole.unit === "%") return;
  const scope = sameIndicator(entry, column, details);
  if (!scope || !adds(entry, scope, column)) return;
  const found = partsOf(scope, column, whole);
  if (!found || found.amounts.length < 2) return;
  const { amounts, places, unmarked, missing } = found;
  const added = sum(amounts);
  const exact = places === 0 && (whole.unit === undefined || isCountUnit(whole.unit)) && whole.power === 0;
  const room = exact ? ("0" as Decimal) : tolerance(places, amounts.length + 1);
  if (near(whole.amount, added, room)) return;
  const lower = withoutUpper(details, column, whole.amount);
  if (lower.length < details.length) {
    yield* compared(entry, column, lower);
    return;
  }
  // The sheet's SUM left the texts out: that they are texts is the finding (V01, V02).
  if (unmarked !== amounts.length && near(whole.amount, sum(found.plain), room)) return;
  if (missing > 0 && compare(whole.amount, added) > 0) return;
  if (isOneOfHalves(entry.table)) return;
  const difference = subtract(whole.amount, added);
  const parent = superiorTarget(entry, column);
  const related = scope.flatMap((detail) => cellLike(detail, column)?.at ?? []);
  const label = labelOf(entry);
  if (parent)
    yield finding(
      "X04",
      {
        kind: "target",
        name: label,
        indicator: entry.indicator,
        above: whole.amount,
        below: added,
        difference,
        own: false,
      },
      [cell.at],
      { related, ...(compare(added, whole.amount) > 0 ? { severity: "D" as const } : {}) },
    );
  else
    yield finding(
      "X01",
      {
        label,
        header: column.path.join("·"),
        total: whole.amount,
        sum: added,
        difference,
        parts: amounts.length,
        missing,
      },
      [cell.at],
      { related },
    );
}

/** The details of the total's own indicator; all of them where they are of one, or hold money of projects. */
function sameIndicator(
  entry: Entry,
  column: Column,
  details: readonly Entry[],
): readonly Entry[] | undefined {
  if (entry.table.shape === "crossTab" || moneyFields.has(column.field)) return details;
  const own = textKey(entry.indicator);
  const names = new Set(details.map(({ indicator }) => textKey(indicator)));
  if (names.size === 1) return details;
  const same = details.filter(({ indicator }) => textKey(indicator) === own);
  if (same.length > 1) return same;
  const unit = column.unit ?? entry.table.unitNote;
  return unit && unitOf(unit)?.dimension === "money" ? details : undefined;
}

/** Whether the figures of the column add up at all, as the indicator's name and unit say. */
function adds(entry: Entry, scope: readonly Entry[], column: Column): boolean {
  // Money of different projects adds; other figures only within one indicator
  if (moneyFields.has(column.field)) return true;
  const [first] = scope;
  if (!first) return false;
  const of = entry.table.shape === "crossTab" ? entry : first;
  if (new Set(scope.map(({ unit }) => unit ?? "")).size > 1) return false;
  return (
    indicatorOf(of.unit ? of : { ...of, ...(column.unit ? { unit: column.unit } : {}) }).acrossOrgs === "sum"
  );
}

/** 全市, 眉山市: a place with a target of its own, which its units need not add up to. 合计 and 总计 are sums. */
function superiorTarget(entry: Entry, column: Column): boolean {
  if (entry.kind !== "total" || !["target", "node", "stretch"].includes(column.field)) return false;
  return /^(?:全[省市区县州旗镇乡盟]|.{2,8}[省市区县州盟旗])$/.test(
    entry.cells.has("division") ? labelOf(entry) : (entry.division ?? labelOf(entry)),
  );
}
