import { finding } from "@taizhang/finding";
import { compare, type Decimal, multiply, parseDecimal } from "@taizhang/quantity";
import { actualOf, amountIn, inOneUnit } from "./amounts.ts";
import { eachTable, type Rule } from "./rule.ts";
import { valueIn } from "./subject.ts";

/** V08 疑似串入年份: 20220个 where the year 2022 and a 0 were typed together; the rest of the digits fits the target. */
export const yearInNumber: Rule = {
  code: "V08",
  check: eachTable(function* (view) {
    for (const entry of view.data) {
      const raw = valueIn(view, entry, "actualCumulative") ?? valueIn(view, entry, "actualPeriod");
      if (typeof raw === "number" ? raw < 20_000 : typeof raw !== "string") continue;
      const actual = actualOf(entry);
      const target = amountIn(entry, "target");
      const { amount, power } = actual?.amount ?? {};
      if (!actual || !amount || power !== 0 || !/^20[0-4]\d{2,6}$/.test(amount) || actual.cell.carried)
        continue;
      const year = amount.slice(0, 4);
      if (view.year && Math.abs(view.year - Number(year)) > 1) continue;
      const rest = parseDecimal(amount.slice(4));
      const both = target.status === "reported" ? inOneUnit(actual.amount, target) : undefined;
      if (rest === undefined || !both || amount.length < 5) continue;
      const [a, t] = both;
      if (compare(a, multiply(t, "20" as Decimal)) < 0 || compare(rest, multiply(t, "2" as Decimal)) > 0)
        continue;
      const cell = entry.cells.get("target");
      yield finding("V08", { value: amount, year, reads: rest }, [actual.cell.at], {
        related: cell ? [cell.at] : [],
      });
    }
  }),
  examples: [
    {
      title: "年份和数字连在一起",
      rows: [
        ["2022年民生实事进展", "", "", "", ""],
        ["任务名称", "计量单位", "年度目标", "累计完成", "责任单位"],
        ["新建公厕", "座", 5, 20220, "区城管局"],
        ["城镇新增就业", "人", 1300, 1255, "区人社局"],
      ],
      finds: [{ ref: "D3" }],
    },
    {
      title: "连着两位数",
      rows: [
        ["2022年民生实事进展", "", "", "", ""],
        ["任务名称", "计量单位", "年度目标", "累计完成", "责任单位"],
        ["改造老旧小区", "个", 30, 202228, "区住建局"],
        ["城镇新增就业", "人", 1300, 1255, "区人社局"],
      ],
      finds: [{ ref: "D3" }],
    },
    {
      title: "表上没写年份",
      rows: [
        ["任务名称", "计量单位", "年度目标", "累计完成", "责任单位"],
        ["新建公厕", "座", 5, 20233, "区城管局"],
        ["城镇新增就业", "人", 1300, 1255, "区人社局"],
      ],
      finds: [{ ref: "D2" }],
    },
    {
      title: "数字本来就这么大",
      rows: [
        ["2022年民生实事进展", "", "", "", ""],
        ["任务名称", "计量单位", "年度目标", "累计完成", "责任单位"],
        ["城镇新增就业", "人", 25000, 20220, "区人社局"],
        ["新建公厕", "座", 5, 3, "区城管局"],
      ],
      finds: [],
    },
    {
      title: "四位数不像连写",
      rows: [
        ["2022年民生实事进展", "", "", "", ""],
        ["任务名称", "计量单位", "年度目标", "累计完成", "责任单位"],
        ["城镇新增就业", "人", 50, 2022, "区人社局"],
        ["新建公厕", "座", 5, 3, "区城管局"],
      ],
      finds: [],
    },
    {
      title: "没有目标可比",
      rows: [
        ["2022年民生实事进展", "", "", "", ""],
        ["任务名称", "计量单位", "年度目标", "累计完成", "责任单位"],
        ["接待来访", "人次", "—", 20225, "区信访局"],
        ["新建公厕", "座", 5, 3, "区城管局"],
      ],
      finds: [],
    },
  ],
};
