import { finding } from "@taizhang/finding";
import { absolute, compare, type Decimal, isCountUnit, multiply, unitText } from "@taizhang/quantity";
import type { Amount } from "../entry.ts";
import type { Field } from "../field.ts";
import { actualOf, amountIn, inOneUnit } from "./amounts.ts";
import { plainlyClose } from "./plain-figures.ts";
import { eachTable, type Rule } from "./rule.ts";

const others = [
  ["target", "target"],
  ["actualLastCumulative", "lastCumulative"],
  ["actualLastYear", "lastYear"],
] as const satisfies readonly (readonly [Field, string])[];

/** V04 万/元量级疑错: an actual some ten thousand or hundred million times off its target or an earlier figure. */
export const magnitude: Rule = {
  code: "V04",
  check: eachTable(function* (view) {
    for (const entry of view.data) {
      if (others.every(([field]) => plainlyClose(view, entry, "actualCumulative", field))) continue;
      const actual = actualOf(entry);
      if (!actual || actual.cell.carried || actual.amount.unit === "%") continue;
      for (const [field, otherKind] of others) {
        const other = amountIn(entry, field);
        const both = other.status === "reported" ? inOneUnit(actual.amount, other) : undefined;
        const times = both && timesApart(...both, other.unit);
        if (!both || !times) continue;
        const cell = entry.cells.get(field);
        yield finding(
          "V04",
          {
            value: actual.amount.amount ?? both[0],
            other: other.amount ?? both[1],
            otherKind,
            times,
            ...unitsOf(actual.amount, other),
            ...mixedUp(actual.amount, both, times),
          },
          [actual.cell.at],
          { related: cell ? [cell.at] : [] },
        );
        break;
      }
    }
  }),
  examples: [
    {
      title: "目标用万元，完成数填成了元",
      rows: [
        ["任务名称", "计量单位", "年度目标", "累计完成", "责任单位"],
        ["慈善救助", "万元", 300, 2600000, "区民政局"],
        ["城镇新增就业", "人", 1300, 1255, "区人社局"],
      ],
      finds: [{ ref: "D2" }],
    },
    {
      title: "目标用元，完成数填成了万元",
      rows: [
        ["任务名称", "计量单位", "年度目标", "累计完成", "责任单位"],
        ["招商引资", "元", 30000000, 2860.5, "区商务局"],
        ["城镇新增就业", "人", 1300, 1255, "区人社局"],
      ],
      finds: [{ ref: "D2" }],
    },
    {
      title: "与上年同期相差一万倍",
      rows: [
        ["任务名称", "计量单位", "累计完成", "上年同期累计", "年度目标"],
        ["慈善救助", "万元", 2600000, 255, "待下达"],
        ["城镇新增就业", "人", 1255, 1190, 1300],
      ],
      finds: [{ ref: "C2" }],
    },
    {
      title: "目标是50000万元，完成数像是用亿元填的；目标写“3.5万”，完成数没有带“万”",
      rows: [
        ["任务名称", "计量单位", "年度目标", "累计完成"],
        ["财政收入", "万元", 50000, 4.1],
        ["农村公路养护", "公里", "3.5万", 2.8],
      ],
      finds: [{ ref: "D2" }, { ref: "D3" }],
    },
    {
      title: "刚开始，只完成了一两个",
      rows: [
        ["任务名称", "计量单位", "年度目标", "累计完成", "责任单位"],
        ["城镇新增就业", "人", 13000, 1, "区人社局"],
        ["慈善救助", "万元", 300, 2, "区民政局"],
      ],
      finds: [],
    },
    {
      title: "超额几倍不算",
      rows: [
        ["任务名称", "计量单位", "年度目标", "累计完成", "责任单位"],
        ["城镇新增就业", "人", 60, 577, "区人社局"],
        ["慈善救助", "万元", 300, 3000, "区民政局"],
      ],
      finds: [],
    },
    {
      title: "单位不同换算后相当",
      rows: [
        ["任务名称", "计量单位", "年度目标", "累计完成", "责任单位"],
        ["招商引资", "亿元", "30000万元", 2.86, "区商务局"],
        ["城镇新增就业", "人", 1300, 1255, "区人社局"],
      ],
      finds: [],
    },
  ],
};

/** Both figures are said as they are printed, each with its own unit. */
function unitsOf(actual: Amount, other: Amount) {
  const [unit, otherUnit] = [actual, other].map((one) =>
    one.unit ? unitText({ ...one, unit: one.unit }) : "",
  );
  return { ...(unit ? { unit } : {}), ...(otherUnit && otherUnit !== unit ? { otherUnit } : {}) };
}

/** The units of money that the figure seems to mix up: 4.1 beside 50000万元 is in 亿元. */
function mixedUp({ unit, power }: Amount, [a, b]: readonly [Decimal, Decimal], times: string) {
  if (unit !== "元") return {};
  const shifted = (times === "10000" ? 4 : 8) * (compare(absolute(a), absolute(b)) < 0 ? 1 : -1);
  const meant = power + shifted;
  if (meant !== 0 && meant !== 4 && meant !== 8) return {};
  const [less, more] = [power, meant].sort((one, two) => one - two);
  return { mixed: `${unitText({ unit, power: more ?? 0 })}与${unitText({ unit, power: less ?? 0 })}` };
}

/** "10000" or "100000000" where the first is about so many times more or less than the second. */
function timesApart(a: Decimal, b: Decimal, unit: string | undefined): string | undefined {
  const [x, y] = [absolute(a), absolute(b)];
  if (x === "0" || y === "0") return undefined;
  for (const times of ["10000", "100000000"] as Decimal[]) {
    const [low, high] = [multiply(times, "0.5" as Decimal), multiply(times, "2" as Decimal)];
    if (compare(x, multiply(y, low)) >= 0 && compare(x, multiply(y, high)) <= 0) return times;
    // Few of many is how a year begins; parts of a person are not.
    const whole = !a.includes(".") && (unit === undefined || isCountUnit(unit));
    if (!whole && compare(y, multiply(x, low)) >= 0 && compare(y, multiply(x, high)) <= 0) return times;
  }
  return undefined;
}
