import { finding } from "@taizhang/finding";
import type { CellPlace } from "@taizhang/grid";
import { add, compare, type Decimal, isCountUnit, subtract } from "@taizhang/quantity";
import type { Amount, Cell, Entry } from "../entry.ts";
import { amountIn, inOneUnit, near, tolerance } from "./amounts.ts";
import { indicatorOf } from "./indicator-of.ts";
import { monthColumns, monthsDiffer } from "./months-of-year.ts";
import { plainSum } from "./plain-figures.ts";
import type { Rule } from "./rule.ts";
import { type Counterpart, counterparts } from "./same-row.ts";
import { type TableView, valueIn } from "./subject.ts";

/**
 * M01 累计≠上月累计+本月，或下降. Within the row, where the months of the year stand beside it as well, and against last month's return where it is given. January starts
 * anew. Stocks, rates and figures that may be negative rise and fall as they like.
 */
export const cumulativeFollows: Rule = {
  code: "M01",
  *check({ tables, last }) {
    const before = counterparts(last);
    for (const view of tables) {
      if (!view.has("actualCumulative") && !view.has("actualLastCumulative")) continue;
      const isPast = saysCumulative(view);
      const months = monthColumns(view);
      const january = view.period?.endsWith("-01") === true;
      for (const entry of view.entries) {
        const apart = months.length > 0 && accumulates(entry) ? monthsDiffer(entry, months) : undefined;
        if (apart) yield apart;
        if (last.length === 0 && (plainSum(view, entry) || !hasPast(view, entry))) continue;
        if (!accumulates(entry)) continue;
        const own = isPast ? inRow(entry, january) : undefined;
        if (own) yield own;
        else if (!january && entry.kind === "data") yield* against(view, entry, before(entry));
      }
    }
  },
  examples: [
    {
      title: "上月累计加本月不等于累计",
      rows: [
        ["任务名称", "计量单位", "年度目标", "上月累计", "本月完成", "本年累计完成"],
        ["城镇新增就业", "人", 1300, 1100, 120, 1250],
        ["残疾人就业", "人", 220, 160, 20, 180],
      ],
      finds: [{ ref: "F2" }],
    },
    {
      title: "累计比上月累计还少",
      rows: [
        ["任务名称", "计量单位", "年度目标", "上月累计", "本月完成", "本年累计完成"],
        ["城镇新增就业", "人", 1300, 1100, "", 1000],
        ["残疾人就业", "人", 220, 160, 20, 180],
      ],
      finds: [{ ref: "F2" }],
    },
    {
      title: "本月填了负数，累计比上月少",
      rows: [
        ["任务名称", "计量单位", "年度目标", "上月累计", "本月完成", "累计完成", "责任单位"],
        ["发放救助金", "万元", 1200, 900, -20, 880, "区民政局"],
        ["残疾人就业", "人", 220, 160, 20, 180, "区残联"],
      ],
      finds: [{ ref: "F2" }],
    },
    {
      title: "累计比上月报表报的还少",
      rows: [
        ["任务名称", "计量单位", "年度目标", "累计完成", "责任单位"],
        ["城镇新增就业", "人", 1300, 1000, "区人社局"],
        ["残疾人就业", "人", 220, 180, "区残联"],
      ],
      last: {
        rows: [
          ["任务名称", "计量单位", "年度目标", "累计完成", "责任单位"],
          ["城镇新增就业", "人", 1300, 1100, "区人社局"],
          ["残疾人就业", "人", 220, 160, "区残联"],
        ],
      },
      finds: [{ ref: "D2" }],
    },
    {
      title: "各月相加不等于累计",
      rows: [
        ["责任单位", "任务名称", "计量单位", "年度目标", "1月", "2月", "3月", "4月", "累计完成"],
        ["区人社局", "城镇新增就业", "人", 120, 10, 10, 12, 8, 45],
        ["区民政局", "新增养老床位", "张", 60, 5, 5, 4, 5, 19],
      ],
      finds: [{ ref: "I2" }],
    },
    {
      title: "各月相加正好，后面的月份还没到；时点数不相加",
      rows: [
        ["责任单位", "任务名称", "计量单位", "年度目标", "1月", "2月", "3月", "4月", "累计完成"],
        ["区人社局", "城镇新增就业", "人", 120, 10, 10, 12, "", 32],
        ["区民政局", "养老保险参保人数", "人", 60, 51, 52, 54, 55, 55],
      ],
      finds: [],
    },
    {
      title: "三个数正好衔接",
      rows: [
        ["任务名称", "计量单位", "年度目标", "上月累计", "本月完成", "本年累计完成"],
        ["城镇新增就业", "人", 1300, 1100, 120, 1220],
        ["慈善救助", "万元", 300, 102.35, 20.5, 122.85],
      ],
      finds: [],
    },
    {
      title: "一月份重新起算",
      name: "2016年1月",
      rows: [
        ["2016年1月民生实事进展情况", "", "", "", "", ""],
        ["任务名称", "计量单位", "年度目标", "上月累计", "本月完成", "本年累计完成"],
        ["城镇新增就业", "人", 1300, 1280, 120, 120],
        ["残疾人就业", "人", 220, 215, 20, 20],
      ],
      finds: [],
    },
    {
      title: "时点数和率可升可降",
      rows: [
        ["指标名称", "计量单位", "年度目标", "上月累计", "本月完成", "本年累计完成"],
        ["城镇登记失业率", "%", 4.3, 4.1, 4.0, 4.05],
        ["在园幼儿人数", "人", 5000, 4900, 4850, 4850],
      ],
      finds: [],
    },
    {
      title: "上月完成是上月一个月的数",
      rows: [
        ["任务名称", "计量单位", "年度目标", "上月完成", "本月完成", "累计完成"],
        ["城镇新增就业", "人", 1300, 90, 100, 1100],
        ["技能培训", "人次", 500, 40, 50, 400],
      ],
      finds: [],
    },
    {
      title: "四舍五入在误差之内",
      rows: [
        ["任务名称", "计量单位", "年度目标", "上月累计", "本月完成", "本年累计完成"],
        ["招商引资到位资金", "亿元", 62, 41.3, 5.2, 46.6],
        ["残疾人就业", "人", 220, 160, 20, 180],
      ],
      finds: [],
    },
  ],
};

/** Last month's cumulative stands in the row. */
const hasPast = (view: TableView, entry: Entry): boolean => {
  const value = valueIn(view, entry, "actualLastCumulative");
  return value !== null && value !== "";
};

/** 上月完成 may be that month's alone; 上月累计, 截至上月底 and 1—7月 are not. */
const saysCumulative = ({ columnsOf }: TableView): boolean =>
  columnsOf("actualLastCumulative").every(({ path }) =>
    /累计|[止底末]|截[至止]|以来|\d\s*[-—–~～至到]\s*\d+月/.test(path.join("")),
  );

/** Flows that only grow. */
function accumulates(entry: Entry): boolean {
  const { accounting, mayBeNegative } = indicatorOf(entry);
  return accounting === "flow" && !mayBeNegative;
}

const counts = ({ unit, power, places }: Amount): boolean =>
  places === 0 && power === 0 && (unit === undefined || isCountUnit(unit));

const room = (list: readonly Amount[], roundings: number) =>
  list.every(counts) ? tolerance(30, 1) : tolerance(Math.max(...list.map(({ places }) => places)), roundings);

function inRow(entry: Entry, january: boolean) {
  const cell = entry.cells.get("actualCumulative");
  const [now, before, month] = (["actualCumulative", "actualLastCumulative", "actualPeriod"] as const).map(
    (field) => amountIn(entry, field),
  );
  if (!cell || cell.carried || now?.status !== "reported" || !before || !month) return undefined;
  const related = (["actualLastCumulative", "actualPeriod"] as const).flatMap(
    (field) => entry.cells.get(field)?.at ?? [],
  );
  const past = inOneUnit(before, now);
  const grown = inOneUnit(month, now);
  if (january && grown && near(grown[0], grown[1], room([now, month], 2))) return undefined;
  if (past && grown && before.status === "reported" && month.status === "reported") {
    const expected = add(past[0], grown[0]);
    if (near(expected, past[1], room([now, before, month], 3)))
      return falls(past, room([now, before], 2)) ? fallen(past, cell, related) : undefined;
    return finding(
      "M01",
      { kind: "sum", found: past[1], last: past[0], period: grown[0], expected },
      [cell.at],
      { related },
    );
  }
  if (january || !past || before.status !== "reported") return undefined;
  return falls(past, room([now, before], 2)) ? fallen(past, cell, related) : undefined;
}

/** The cumulative is less than it was, even where a month below zero explains it: 本月冲减 is for somebody to say. */
const falls = ([past, now]: readonly [Decimal, Decimal], tolerated: Decimal): boolean =>
  compare(now, past) < 0 && !near(past, now, tolerated);

const fallen = ([last, found]: readonly [Decimal, Decimal], cell: Cell, related: readonly CellPlace[]) =>
  finding("M01", { kind: "falls", found, last }, [cell.at], { related });

function* against(view: TableView, entry: Entry, found: Counterpart | undefined) {
  if (!found || !follows(view, found.view)) return;
  const reported = amountIn(found.entry, "actualCumulative");
  const other = found.entry.cells.get("actualCumulative");
  if (reported.status !== "reported" || !other) return;
  const cell = entry.cells.get("actualCumulative");
  const stated = amountIn(entry, "actualLastCumulative");
  const now = amountIn(entry, "actualCumulative");
  const month = amountIn(entry, "actualPeriod");
  const statedCell = entry.cells.get("actualLastCumulative");
  const consecutive = monthsBetween(view, found.view) === 1;
  const both = inOneUnit(reported, stated);
  if (both && statedCell && stated.status === "reported" && consecutive) {
    if (!near(...both, room([stated, reported], 2)))
      yield finding("M01", { kind: "lastDiffers", found: both[1], last: both[0] }, [statedCell.at], {
        related: [other.at],
      });
    return;
  }
  const past = inOneUnit(reported, now);
  if (!cell || cell.carried || now.status !== "reported" || !past) return;
  const grown = inOneUnit(month, now);
  if (falls(past, room([now, reported], 2))) yield fallen(past, cell, [other.at]);
  else if (
    consecutive &&
    grown &&
    month.status === "reported" &&
    !near(subtract(past[1], grown[0]), past[0], room([now, reported, month], 3))
  )
    yield finding(
      "M01",
      { kind: "sum", found: past[1], last: past[0], period: grown[0], expected: add(past[0], grown[0]) },
      [cell.at],
      { related: [other.at] },
    );
}

/** The other table is of the same year and not of a later month; where a sheet names no period it is believed. */
function follows(now: TableView, before: TableView): boolean {
  const months = monthsBetween(now, before);
  if (months === undefined) return !now.year || !before.year || now.year === before.year;
  return months >= 0 && now.year === before.year;
}

function monthsBetween(
  { table: { period: now } }: TableView,
  { table: { period: before } }: TableView,
): number | undefined {
  const [a, b] = [now, before].map((one) => /^(\d{4})-(\d\d)$/.exec(one?.value ?? ""));
  if (!a || !b) return undefined;
  return (Number(a[1]) - Number(b[1])) * 12 + Number(a[2]) - Number(b[2]);
}
