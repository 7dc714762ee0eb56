import { finding } from "@taizhang/finding";
import {
  absolute,
  add,
  compare,
  type Decimal,
  decimal,
  halfWidth,
  multiply,
  round,
  roundText,
  shift,
  subtract,
} from "@taizhang/quantity";
import type { Amount, Entry } from "../entry.ts";
import type { Field } from "../field.ts";
import { isOtherGrowth } from "../read/other-growth.ts";
import type { Column } from "../table.ts";
import { amountIn, inOneUnit, tolerance } from "./amounts.ts";
import { indicatorOf } from "./indicator-of.ts";
import { plainGrowth } from "./plain-figures.ts";
import { rateIn } from "./rate.ts";
import { eachTable, type Rule } from "./rule.ts";
import type { TableView } from "./subject.ts";

/** Growth of these is at comparable prices: it cannot be worked out from amounts at current prices. */
const comparable = /生产总值|GDP|增加值|总产值|可比价|不变价/i;
const ofRate = /[%％‰]|百分[点比]|千分[点比]/;
const one = "1" as Decimal;

/**
 * T05 增幅×基期≠绝对值: the target is not baseline × (1 + growth), or the actual is not last year's × (1 + 同比), beyond
 * what rounding of the three allows. Round targets are usual: one part in a hundred is left alone, a tenth of a
 * percentage point of 同比 as well.
 */
export const growth: Rule = {
  code: "T05",
  check: eachTable(function* (view) {
    const ofActuals = view.has("yearOnYear") && view.has("actualLastYear") && view.has("actualCumulative");
    if (!ofActuals && !view.has("baseline")) return;
    for (const entry of view.data) {
      if (!view.has("baseline") && plainGrowth(view, entry)) continue;
      if (comparable.test(entry.indicator + entry.task)) continue;
      const found = actualKind(view, entry) ?? targetKind(view, entry);
      if (!found) continue;
      const { kind, field, base, value, baseField, rate } = found;
      const cell = entry.cells.get(field);
      if (!cell || cell.carried) continue;
      const places = Math.max(value.places, base.places);
      yield finding(
        "T05",
        {
          kind,
          value: value.amount ?? "",
          base: base.amount ?? "",
          rate,
          expected: roundText(grown(base.amount ?? one, decimal(rate)), Math.min(places, 4)),
        },
        [cell.at],
        { related: [baseField, "yearOnYear" as const].flatMap((one) => entry.cells.get(one)?.at ?? []) },
      );
    }
  }),
  examples: [
    {
      title: "目标没有按增幅算够",
      rows: [
        ["任务名称", "计量单位", "上年基数", "增幅（%）", "年度目标", "责任单位"],
        ["社会消费品零售总额", "亿元", 120, 10, 150, "区商务局"],
        ["城镇新增就业", "人", 1200, 10, 1320, "区人社局"],
      ],
      finds: [{ ref: "E2" }],
    },
    {
      title: "原文写明增长8%，目标低于这个数",
      rows: [
        ["任务名称", "目标要求（原文）", "计量单位", "上年基数", "年度目标", "责任单位"],
        ["社会消费品零售总额", "全年增长8%以上", "亿元", 120, 121, "区商务局"],
        ["城镇新增就业", "全年新增1320人", "人", 1200, 1320, "区人社局"],
      ],
      finds: [{ ref: "E2" }],
    },
    {
      title: "月报里增幅夹在基数和目标之间",
      rows: [
        ["指标名称", "计量单位", "上年基数", "增幅（%）", "年度目标", "累计完成"],
        ["一般公共预算收入", "万元", 1000, 15, 1100, 900],
        ["社会消费品零售总额", "万元", 2000, 10, 2200, 1800],
      ],
      finds: [{ ref: "E2" }],
    },
    {
      title: "同比与两年的数不符",
      rows: [
        ["任务名称", "计量单位", "年度目标", "累计完成", "上年同期累计", "同比增长（%）"],
        ["社会消费品零售总额", "亿元", 150, 110, 100, 25],
        ["城镇新增就业", "人", 1300, 1255, 1190, 5.5],
      ],
      finds: [{ ref: "D2" }],
    },
    {
      title: "四舍五入之内的都对",
      rows: [
        ["任务名称", "计量单位", "年度目标", "累计完成", "上年同期累计", "同比增长（%）"],
        ["社会消费品零售总额", "亿元", 150, 110.3, 100.7, 9.5],
        ["城镇新增就业", "人", 1300, 1255, 1190, 5.5],
        ["技能培训", "人次", 800, 640, 800, -20],
      ],
      finds: [],
    },
    {
      title: "可比价增速推不出现价总量",
      rows: [
        ["指标名称", "计量单位", "上年基数", "增速（%）", "年度目标", "责任单位"],
        ["地区生产总值", "亿元", 120, 8, 140, "区发改局"],
        ["规模以上工业增加值", "亿元", 60, 13, 62, "区经信局"],
      ],
      finds: [],
    },
    {
      title: "月报里的同比说的是完成数",
      rows: [
        ["指标名称", "计量单位", "上年基数", "年度目标", "累计完成", "同比增幅（%）"],
        ["一般公共预算收入", "万元", 1000, 1150, 900, 12],
        ["社会消费品零售总额", "万元", 2000, 2200, 1800, 7.5],
      ],
      finds: [],
    },
    {
      title: "目标取整不算",
      rows: [
        ["任务名称", "计量单位", "上年基数", "增幅（%）", "年度目标", "责任单位"],
        ["城镇新增就业", "人", 1183, 10, 1300, "区人社局"],
        ["招商引资", "亿元", 86, 15, 99, "区商务局"],
      ],
      finds: [],
    },
    {
      title: "当月同比和率的增减另有所指",
      rows: [
        ["任务名称", "计量单位", "年度目标", "累计完成", "上年同期累计", "当月同比（%）"],
        ["社会消费品零售总额", "亿元", 150, 110, 100, 25],
        ["城镇登记失业率", "%", 4.3, 3.9, 4.1, -0.2],
      ],
      finds: [],
    },
    {
      title: "以百分点计的指标，同比是两年之差",
      rows: [
        ["任务名称", "计量单位", "年度目标", "累计完成", "上年同期累计", "同比（%）"],
        ["新增绿化覆盖率", "个百分点", 0.21, 0.05, 0.07, -0.02],
        ["城镇新增就业", "人", 1300, 1255, 1190, 5.5],
      ],
      finds: [],
    },
  ],
};

interface Found {
  readonly kind: "target" | "actual";
  readonly field: Field;
  readonly baseField: Field;
  readonly base: Amount;
  readonly value: Amount;
  readonly rate: Decimal;
}

/** base × (1 + rate%). */
const grown = (base: Decimal, rate: Decimal): Decimal => multiply(base, add(one, shift(rate, -2)));

interface Growth {
  readonly rates: readonly Decimal[];
  readonly places: number;
}

/** The growth that the row prints, in percent; a bare fraction may mean either. */
function growthOf(view: TableView, entry: Entry, of: "target" | "actual"): Growth | undefined {
  const [column, another] = view.columnsOf("yearOnYear");
  if (!column || another || isAimed(view, column) !== (of === "target") || isOtherGrowth(column))
    return undefined;
  if (column.unit !== undefined && column.unit !== "%") return undefined;
  const cell = entry.cells.get("yearOnYear");
  const rate = rateIn(cell);
  if (!rate) return undefined;
  const bare = rate.scale === undefined && compare(absolute(rate.printed), one) < 0;
  return {
    rates: bare ? [rate.printed, shift(rate.printed, 2)] : [rate.printed],
    places: rate.places - (bare ? 2 : 0),
  };
}

/**
 * Whether the growth is what is aimed at: in a ledger always, beside actuals where the plain word 增幅 stands between the
 * baseline and the target.
 */
function isAimed(view: TableView, { index, path }: Column): boolean {
  if (!view.has("actualCumulative")) return true;
  const [baseline, target] = (["baseline", "target"] as const).map(
    (field) => view.columnsOf(field)[0]?.index,
  );
  if (baseline === undefined || target === undefined) return false;
  const word = path.join("");
  return (
    baseline < index && index < target && !/同比|上年同期|比|较/.test(word) && /增幅|增长|增速/.test(word)
  );
}

function pair(entry: Entry, valueField: Field, baseField: Field) {
  const [value, base] = [amountIn(entry, valueField), amountIn(entry, baseField)];
  if (value.status !== "reported" || base.status !== "reported" || value.amountMax) return undefined;
  if (value.unit === "%" || base.unit === "%" || entry.unit === "%") return undefined;
  const both = inOneUnit(base, value);
  if (!both || both[0].startsWith("-") || both[0] === "0") return undefined;
  return { value, base: { ...base, amount: both[0] } };
}

function actualKind(view: TableView, entry: Entry): Found | undefined {
  // The change of a rate is a difference in 百分点, and no growth.
  if (ofRate.test(entry.unit ?? "") || indicatorOf(entry).accounting === "ratio") return undefined;
  const growth = growthOf(view, entry, "actual");
  const figures = growth && pair(entry, "actualCumulative", "actualLastYear");
  if (!figures) return undefined;
  const { value, base } = figures;
  const room = add(roomOf(figures, growth), multiply(base.amount, "0.001" as Decimal));
  if (growth.rates.some((rate) => isNear(value.amount, grown(base.amount, rate), room))) return undefined;
  const [rate] = growth.rates;
  return rate === undefined
    ? undefined
    : { kind: "actual", field: "actualCumulative", baseField: "actualLastYear", ...figures, rate };
}

function targetKind(view: TableView, entry: Entry): Found | undefined {
  const figures = pair(entry, "target", "baseline");
  if (!figures) return undefined;
  const { value, base } = figures;
  const column = growthOf(view, entry, "target");
  const text = column ? undefined : growthInText(entry);
  const growth = column ?? text;
  const [rate] = growth?.rates ?? [];
  if (!growth || rate === undefined || value.amount === undefined) return undefined;
  const room = add(roomOf(figures, growth), multiply(value.amount, "0.01" as Decimal));
  const agrees = growth.rates.some((rate) => {
    const expected = grown(base.amount, rate);
    // What the text promises is a floor: more is no contradiction.
    return isNear(value.amount, expected, room) || (text && compare(value.amount ?? one, expected) > 0);
  });
  return agrees ? undefined : { kind: "target", field: "target", baseField: "baseline", ...figures, rate };
}

function growthInText(entry: Entry): Growth | undefined {
  const text = halfWidth(
    (["definition", "task"] as const).map((field) => entry.cells.get(field)?.text ?? "").join("\n"),
  );
  const found = [...text.matchAll(/(?<!(?:未|负|零))增长\s*(\d{1,3}(?:\.\d+)?)\s*%/g)];
  const [only] = found;
  const printed = only?.[1];
  if (found.length !== 1 || printed === undefined) return undefined;
  return { rates: [decimal(printed)], places: /\.(\d+)/.exec(printed)?.[1]?.length ?? 0 };
}

/** How far roundings of the three figures may move the product. */
const roomOf = (
  { value, base }: { value: Amount; base: Amount & { amount: Decimal } },
  { places }: Growth,
): Decimal =>
  [
    value.places > 0 ? tolerance(value.places, 1) : one,
    base.places > 0 ? multiply(tolerance(base.places, 1), "2" as Decimal) : ("0" as Decimal),
    multiply(base.amount, shift(tolerance(Math.max(places, 0), 1), -2)),
  ].reduce(add);

const isNear = (value: Decimal | undefined, expected: Decimal, room: Decimal): boolean =>
  value !== undefined && compare(absolute(subtract(value, round(expected, 6))), room) <= 0;
