import { finding } from "@taizhang/finding";
import {
  absolute,
  compare,
  type Decimal,
  decimalOfNumber,
  divide,
  multiply,
  round,
  roundText,
  shift,
  subtract,
  toNumber,
  zero,
} from "@taizhang/quantity";
import type { Amount, Cell, Entry } from "../entry.ts";
import { ratePartsOf } from "../read/rate-parts.ts";
import { fieldsHeld } from "./column-holds.ts";
import { fixCell } from "./edit-cell.ts";
import { plainRate } from "./plain-figures.ts";
import { agrees, type Candidate, candidatesOf, type Rate, rateIn } from "./rate.ts";
import { ratesMistreated } from "./rate-formula.ts";
import { eachTable, type Rule } from "./rule.ts";
import type { TableView } from "./subject.ts";

/**
 * M02 完成率复算不符. Any convention of the domain page §3 within the printed digits is right, in percent or as a
 * fraction (the scale is V05's business). The fix is offered where only A/T is possible.
 */
export const completionRecomputed: Rule = {
  code: "M02",
  check: eachTable(function* (view, { settingsOf }) {
    const { rateTolerance = 0 } = settingsOf(view.table.file).parameters;
    const isPrinted = fieldsHeld(view, ["completion"]).length > 0;
    for (const entry of view.entries) {
      const contradicted = rateOfParts(entry);
      if (contradicted) yield contradicted;
      if (!isPrinted) continue;
      if (plainRate(view, entry) !== undefined || isOverall(view, cellOf(entry))) continue;
      const cell = entry.cells.get("completion");
      const rate = rateIn(cell);
      if (!cell || !rate || isOneOfSeveral(cell, entry)) continue;
      const candidates = candidatesOf(entry);
      const [first] = candidates;
      if (!first || candidates.some((one) => agrees(rate, one, "percent"))) continue;
      if (rate.scale === undefined && candidates.some((one) => agrees(rate, one, "fraction"))) continue;
      if (rateTolerance > 0 && candidates.some((one) => isNear(rate, one, rateTolerance))) continue;
      if (rate.scale === "percent" && isHundredfold(rate.printed, candidates, rate.places)) continue;
      if (cell.formula !== undefined && ratesMistreated(view, cell)) continue;
      const percent =
        rate.scale === "percent" ||
        Math.abs(Number(rate.printed)) > 2 ||
        /[%％]/.test(cell.column.path.join(""));
      const places = Math.min(Math.max(rate.places, percent ? 1 : 3), 4);
      const wanted = percent ? multiply(first.rate, "100" as Decimal) : first.rate;
      const value = round(wanted, places);
      const usual = candidates.filter(({ ofMonth, rate: one }) => !ofMonth && one !== "1");
      const only = usual.length === 1 && first.plain && entry.nodes.length === 0;
      const clean =
        first.target.marks.length === 0 && first.actual.marks.length === 0 && typeof cell.value === "number";
      const stored = rate.scale === "percent" ? round(first.rate, places + 2) : value;
      const sign = percent ? "%" : "";
      yield finding(
        "M02",
        {
          value: rate.printed + sign,
          expected: roundText(value, places) + sign,
          target: said(first.target),
          actual: said(first.actual),
        },
        [cell.at],
        {
          related: (["target", "actualCumulative", "actualPeriod"] as const).flatMap(
            (field) => entry.cells.get(field)?.at ?? [],
          ),
          fix:
            only && clean ? fixCell("recomputeRate", view.table.grid, cell.at, toNumber(stored)) : undefined,
        },
      );
    }
  }),
  examples: [
    {
      title: "完成率算错",
      rows: [
        ["任务名称", "计量单位", "年度目标", "累计完成", "完成率（%）"],
        ["城镇新增就业", "人", 27800, 52242, 178.2],
        ["残疾人就业", "人", 200, 180, 90],
      ],
      finds: [{ ref: "E2", fix: [187.9] }],
    },
    {
      title: "百分比格式的完成率算错",
      rows: [
        ["任务名称", "计量单位", "年度目标", "累计完成", "完成率"],
        ["城镇新增就业", "人", 1000, 960, 0.86],
        ["残疾人就业", "人", 200, 180, 0.9],
      ],
      formats: { E2: "0%", E3: "0%" },
      finds: [{ ref: "E2", fix: [0.96] }],
    },
    {
      title: "率与旁边的分子、分母对不上",
      rows: [
        ["地区", "指标名称", "计量单位", "年度目标", "应参保人数", "已参保人数", "累计完成"],
        ["东坡区", "参保率", "%", 95, 1000, 900, 90],
        ["彭山区", "参保率", "%", 95, 300, 100, 95],
      ],
      finds: [{ ref: "G3" }],
    },
    {
      title: "率与分子、分母相符，不与目标相除",
      rows: [
        ["地区", "年度目标（%）", "应参保人数", "实际参保人数", "参保率（%）"],
        ["东坡区", 95, 1000, 900, 90],
        ["彭山区", 95, 3000, 3000, 100],
      ],
      finds: [],
    },
    {
      title: "96.54%填成了9654，大一百倍",
      rows: [
        ["任务名称", "计量单位", "年度目标", "累计完成", "指标完成率（%）"],
        ["城镇新增就业", "人", 1300, 1255, 9654],
        ["技能培训", "人", 100, 90, 9000],
        ["残疾人就业", "人", 200, 180, 90],
      ],
      finds: [
        { ref: "E2", fix: [96.5] },
        { ref: "E3", fix: [90] },
      ],
    },
    {
      title: "合计行的完成率也要复算",
      rows: [
        ["任务名称", "区县", "计量单位", "年度目标", "累计完成", "完成率（%）"],
        ["城镇新增就业", "东坡区", "人", 1000, 900, 90],
        ["城镇新增就业", "彭山区", "人", 3000, 1500, 50],
        ["合计", "", "人", 4000, 2400, 66],
      ],
      finds: [{ ref: "F4", fix: [60] }],
    },
    {
      title: "另有一列投资完成率：任务的完成率照样复算",
      rows: [
        ["任务名称", "计量单位", "目标任务", null, null, "资金投入", null, null],
        [
          null,
          null,
          "年度目标",
          "累计完成",
          "完成率（%）",
          "计划投资（万元）",
          "完成投资（万元）",
          "投资完成率（%）",
        ],
        ["更换燃气管道", "公里", 120, 96, 85, 9600, 7850, 81.8],
        ["新增停车泊位", "个", 5000, 4350, 87, 8200, 7120, 86.8],
      ],
      merges: ["A1:A2", "B1:B2", "C1:E1", "F1:H1"],
      finds: [{ ref: "E3" }],
    },
    {
      title: "四舍五入和截尾都算对",
      rows: [
        ["任务名称", "计量单位", "年度目标", "累计完成", "完成率（%）"],
        ["城镇新增就业", "人", 27800, 52242, 187.9],
        ["失业人员再就业", "人", 4400, 5358, 121.7],
        ["困难人员就业", "人", 2000, 2464, 123],
      ],
      finds: [],
    },
    {
      title: "越低越好的指标有几种算法",
      rows: [
        ["指标名称", "计量单位", "年度目标", "累计完成", "完成率（%）"],
        ["城镇登记失业率", "%", "4.3%以内", 4.17, 103.1],
        ["亿元GDP死亡率", "人", "≤0.1", 0.08, 120],
        ["信访积案", "件", "≤12", 6, 50],
        ["较大事故起数", "起", "≤3", 0, 100],
      ],
      finds: [],
    },
    {
      title: "按100%封顶",
      rows: [
        ["任务名称", "计量单位", "年度目标", "累计完成", "完成率"],
        ["城镇新增就业", "人", 1000, 1879, "100%"],
        ["残疾人就业", "人", 200, 180, "90%"],
      ],
      finds: [],
    },
    {
      title: "几项指标合用一个总完成率",
      rows: [
        ["乡镇", "下达任务", null, "完成情况", null, "总完成率（%）"],
        [null, "人工造林（亩）", "封山育林（亩）", "人工造林（亩）", "封山育林（亩）", null],
        ["盘石镇", 1200, 3000, 1200, 2400, 85.7],
        ["大营镇", 900, 2600, 850, 2080, 83.7],
      ],
      merges: ["A1:A2", "B1:C1", "D1:E1", "F1:F2"],
      finds: [],
    },
    {
      title: "小数写法",
      rows: [
        ["任务名称", "计量单位", "年度目标", "累计完成", "完成率"],
        ["城镇新增就业", "人", 1000, 960, 0.96],
        ["残疾人就业", "人", 200, 180, 0.9],
      ],
      finds: [],
    },
    {
      title: "目标是区间或没有目标",
      rows: [
        ["任务名称", "计量单位", "年度目标", "累计完成", "完成率（%）"],
        ["新建幼儿园", "所", "1—2", 1, 100],
        ["修订救助办法", "", "印发实施", "已印发", 100],
        ["城镇新增就业", "人", 1000, 960, 96],
      ],
      finds: [],
    },
  ],
};

/** The rate that its printed numerator and denominator do not give. */
function rateOfParts(entry: Entry) {
  const parts = ratePartsOf(entry);
  const cell = parts && entry.cells.get("actualCumulative");
  const rate = rateIn(cell);
  if (!parts || !cell || !rate) return undefined;
  const [top, bottom] = parts.map(({ amount }) => amount);
  if (top?.amount === undefined || bottom?.amount === undefined || top.unit !== bottom.unit) return undefined;
  const exact = divide(top.amount, bottom.amount, 14);
  if (exact === undefined) return undefined;
  const candidate = { rate: exact, slack: zero, target: bottom, actual: top, plain: false, ofMonth: false };
  if (agrees(rate, candidate, "percent") || (rate.scale === undefined && agrees(rate, candidate, "fraction")))
    return undefined;
  const places = Math.min(Math.max(rate.places, 1), 4);
  const expected = `${roundText(multiply(exact, "100" as Decimal), places)}%`;
  const facts = { value: `${rate.printed}%`, expected, target: bottom.amount, actual: top.amount };
  return finding("M02", { ...facts, kind: "parts" }, [cell.at], {
    related: parts.map((part) => part.cell.at),
  });
}

const ofMoney = ({ column }: Cell): boolean => /投资|资金|支出|拨付/.test(column.path.join(""));

/** Beside another completion rate nobody can say what each is of, unless that one is plainly of the money. */
const isOneOfSeveral = (cell: Cell, { repeats }: Entry): boolean =>
  repeats.some((other) => other.column.field === "completion" && (ofMoney(cell) || !ofMoney(other)));

const cellOf = ({ cells }: Entry): Cell | undefined => cells.get("completion");

/** 总完成率 beside several indicators is none of theirs, and how it was made of them nobody can say. */
const isOverall = (view: TableView, cell: Cell | undefined): boolean =>
  cell !== undefined &&
  cell.column.indicator === undefined &&
  view.columnsOf("target").filter(({ indicator }) => indicator !== undefined).length > 1;

const said = ({ amount, unit = "", power }: Amount): string =>
  (amount ?? "") + (unit === "" ? "" : `${power === 4 ? "万" : power === 8 ? "亿" : ""}${unit}`);

/** 9600% where 96% was meant: that is the scale and V05. */
const isHundredfold = (
  printed: Decimal,
  candidates: ReturnType<typeof candidatesOf>,
  places: number,
): boolean =>
  Math.abs(Number(printed)) > 1000 &&
  candidates.some((one) =>
    agrees({ printed: multiply(printed, "0.01" as Decimal), places: places + 2 }, one, "percent"),
  );

/** True where the printed rate is within so many percentage points of the candidate, as an office allows for itself. */
function isNear(rate: Rate, { rate: wanted }: Candidate, points: number): boolean {
  const percent = multiply(wanted, "100" as Decimal);
  const scales = rate.scale === "percent" ? [rate.printed] : [rate.printed, shift(rate.printed, 2)];
  return scales.some(
    (one) => compare(absolute(subtract(one, percent)), decimalOfNumber(points) ?? zero) <= 0,
  );
}
