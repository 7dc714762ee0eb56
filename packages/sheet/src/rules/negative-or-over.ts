import { finding } from "@taizhang/finding";
import type { CellValue } from "@taizhang/grid";
import type { Decimal } from "@taizhang/quantity";
import { compare, isCountUnit, unitText } from "@taizhang/quantity";
import type { Entry } from "../entry.ts";
import { amountFields } from "../field.ts";
import { remembered } from "../remembered.ts";
import { amountOfCell } from "./amounts.ts";
import { candidates, fieldsHeld } from "./column-holds.ts";
import { indicatorOf } from "./indicator-of.ts";
import { eachTable, type Rule } from "./rule.ts";

/** Changes and balances: below zero is normal. */
const change = /净|增减|增速|增幅|增长|增量|差|变化|变动|升|降|减|盈|亏|结余|同比|环比|利润|温/;

/** Parts of a whole, which cannot be more than all of it. 完成率 and 毛入学率 can, and are not here. */
const share =
  /(?:占比|比重|覆盖率|普及率|合格率|优良率|达标率|(?<!毛)入学率|巩固率|参保率|参合率|满意率|满意度|知晓率|签约率|建档率|接种率|登记率|办结率|及时率|准确率|处理率|处置率|绿化率|绿地率|通水率|化解率|就业率|失业率|死亡率|贫困发生率|规范率|受理率|安全率)$/;

/** V07 负数或占比越界: fewer than no people, a share of more than all. Rates of completion may exceed 100%. */
export const negativeOrOver: Rule = {
  code: "V07",
  check: eachTable(function* (view) {
    const fields = fieldsHeld(view, amountFields);
    for (const { entry, field } of candidates(view, view.entries, fields, mayBeOff)) {
      const cell = entry.cells.get(field);
      if (!cell || cell.carried || cell.text === "") continue;
      const { status, amount, unit, power } = amountOfCell(cell, entry);
      if (status !== "reported" || amount === undefined) continue;
      const kind = kindOf(entry, amount, unit, field.startsWith("investment") || field === "funding");
      if (kind)
        yield finding(
          "V07",
          {
            kind,
            value: amount,
            indicator: entry.indicator,
            ...(unit ? { unit: unitText({ unit, power }) } : {}),
          },
          [cell.at],
        );
    }
  }),
  examples: [
    {
      title: "人数是负数",
      rows: [
        ["任务名称", "计量单位", "年度目标", "累计完成", "责任单位"],
        ["城镇新增就业", "人", 1300, -1255, "区人社局"],
        ["残疾人就业", "人", 220, 180, "区残联"],
      ],
      finds: [{ ref: "D2" }],
    },
    {
      title: "本月发放的金额是负数",
      rows: [
        ["任务名称", "计量单位", "年度目标", "上月累计", "本月完成", "累计完成"],
        ["发放救助金", "万元", 1200, 900, -20, 880],
        ["利润总额", "万元", 300, -40, -15, -55],
      ],
      finds: [{ ref: "E2" }],
    },
    {
      title: "覆盖率超过100%",
      rows: [
        ["指标名称", "计量单位", "年度目标", "累计完成", "责任单位"],
        ["养老保险覆盖率", "%", 98, 102, "区人社局"],
        ["残疾人就业", "人", 220, 180, "区残联"],
      ],
      finds: [{ ref: "D2" }],
    },
    {
      title: "投资是负数",
      rows: [
        ["项目名称", "总投资（万元）", "年度计划投资（万元）", "累计完成投资（万元）", "责任单位"],
        ["南湖小学扩建", 3000, 1200, -600, "区教育局"],
        ["东岭路改造", 800, 800, 400, "区住建局"],
      ],
      finds: [{ ref: "D2" }],
    },
    {
      title: "完成率超过100%是常事",
      rows: [
        ["任务名称", "计量单位", "年度目标", "累计完成", "完成率（%）"],
        ["城镇新增就业", "人", 1000, 1879, 187.9],
        ["残疾人就业", "人", 200, 220, 110],
      ],
      finds: [],
    },
    {
      title: "增速和净增可以是负数",
      rows: [
        ["指标名称", "计量单位", "年度目标", "累计完成", "责任单位"],
        ["规上工业增加值增速", "%", 8, -1.2, "区经信局"],
        ["净增市场主体", "户", 300, -12, "区市监局"],
      ],
      finds: [],
    },
    {
      title: "占比不到100%",
      rows: [
        ["指标名称", "计量单位", "年度目标", "累计完成", "责任单位"],
        ["养老保险覆盖率", "%", 98, 99.5, "区人社局"],
        ["清洁能源占比", "%", 30, 28, "区发改局"],
      ],
      finds: [],
    },
  ],
};

function kindOf(entry: Entry, amount: Decimal, unit: string | undefined, money: boolean) {
  if (amount.startsWith("-")) {
    const counted = money || (unit !== undefined && isCountUnit(unit));
    if (change.test(entry.indicator) || change.test(entry.task)) return undefined;
    const { mayBeNegative, accounting } = indicatorOf(entry);
    if (mayBeNegative || !(counted || (unit === "元" && accounting === "flow"))) return undefined;
    return "negative" as const;
  }
  const over = unit === "%" && share.test(entry.indicator) && compare(amount, "100" as Decimal) > 0;
  return over ? ("share" as const) : undefined;
}

const isShare = remembered((unit) => /%|百分/.test(unit), 1_000);

/** A negative number, a number above 1 that may be a share, or a text. */
const mayBeOff = (value: CellValue, { unit }: Entry): boolean =>
  typeof value === "number"
    ? value < 0 || (value > 1 && (unit === undefined || isShare(unit)))
    : typeof value === "string" && /\d/.test(value);
