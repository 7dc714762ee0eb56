import { finding } from "@taizhang/finding";
import { compare, type Decimal, divide, multiply, round } from "@taizhang/quantity";
import type { Entry } from "../entry.ts";
import { remembered } from "../remembered.ts";
import { actualOf, amountIn, amountOfCell, inOneUnit } from "./amounts.ts";
import { directionOf } from "./direction.ts";
import { rateIn } from "./rate.ts";
import { eachTable, type Rule } from "./rule.ts";
import { valueIn } from "./subject.ts";

/** A letter that every word below holds. */
const quick = /[完结标号竣未滞缓期落]/;
const done =
  /^(?:已|全面|全部|提前|超额|圆满|年度任务已|任务已)*(?:完成|办结|达标|销号|竣工|完成任务|完成年度目标|完成目标)(?:任务|目标)?$/;
const undone = /未完成|滞后|未达标|未启动|未开工|进展缓慢|逾期|尚未|未动工|落后/;
/** Done with a step of the way, not with the year. */
const onlyStep = /序时|节点|阶段|本月|季度|半年|进度|计划/;

/** Whether a state says that the work is done, or that it is not; undefined where it says neither. */
const saidBy = remembered((text): boolean | undefined => {
  const status = text.replace(/[\s。，（）()]/g, "");
  if (status === "" || status.length > 12 || onlyStep.test(status)) return undefined;
  return undone.test(status) ? false : done.test(status) ? true : undefined;
});

/**
 * M03 状态与完成率矛盾: 已完成 while the actual is below the target, or 未完成, 滞后 while it is reached. Words that speak
 * of a step (完成序时进度) are no contradiction, nor is 正常推进 at 100%.
 */
export const statusContradicts: Rule = {
  code: "M03",
  check: eachTable(function* (view) {
    if (!view.has("status")) return;
    for (const entry of view.data) {
      const raw = valueIn(view, entry, "status");
      if (typeof raw !== "string" || !quick.test(raw)) continue;
      const says = saidBy(raw);
      const cell = says === undefined ? undefined : entry.cells.get("status");
      if (says === undefined || !cell || cell.carried) continue;
      const found = reached(entry);
      if (!found || found.reached === says || (says && atNode(entry))) continue;
      const related = (["target", "actualCumulative", "completion"] as const).flatMap(
        (field) => entry.cells.get(field)?.at ?? [],
      );
      yield finding("M03", { status: cell.text, rate: found.rate(), done: says }, [cell.at], { related });
    }
  }),
  examples: [
    {
      title: "状态写已完成，完成数还差得远",
      rows: [
        ["任务名称", "计量单位", "年度目标", "累计完成", "办理状态", "责任单位"],
        ["城镇新增就业", "人", 1300, 975, "已完成", "区人社局"],
        ["残疾人就业", "人", 220, 230, "已完成", "区残联"],
      ],
      finds: [{ ref: "E2" }],
    },
    {
      title: "状态写滞后，完成数已超过目标",
      rows: [
        ["任务名称", "计量单位", "年度目标", "累计完成", "办理状态", "责任单位"],
        ["城镇新增就业", "人", 1300, 1405, "滞后", "区人社局"],
        ["残疾人就业", "人", 220, 180, "正常推进", "区残联"],
      ],
      finds: [{ ref: "E2" }],
    },
    {
      title: "只有完成率可看",
      rows: [
        ["任务名称", "年度目标", "完成率", "办理状态", "责任单位"],
        ["东岭路改造", "完成主体工程", "60%", "已完成", "区住建局"],
        ["城镇新增就业（人）", 1300, "96.5%", "正常推进", "区人社局"],
      ],
      finds: [{ ref: "D2" }],
    },
    {
      title: "状态与数字一致",
      rows: [
        ["任务名称", "计量单位", "年度目标", "累计完成", "办理状态", "责任单位"],
        ["城镇新增就业", "人", 1300, 1405, "已完成", "区人社局"],
        ["残疾人就业", "人", 220, 100, "滞后", "区残联"],
        ["新建公厕", "座", 5, 5, "正常推进", "区城管局"],
      ],
      finds: [],
    },
    {
      title: "完成的是序时进度",
      rows: [
        ["任务名称", "计量单位", "年度目标", "累计完成", "办理状态", "责任单位"],
        ["城镇新增就业", "人", 1300, 1080, "完成序时进度", "区人社局"],
        ["残疾人就业", "人", 220, 200, "已完成本月任务", "区残联"],
      ],
      finds: [],
    },
    {
      title: "越低越好的指标低于目标就是完成",
      rows: [
        ["指标名称", "计量单位", "年度目标", "累计完成", "办理状态", "责任单位"],
        ["城镇登记失业率", "%", "4.3%以内", 3.57, "已完成", "区人社局"],
        ["新建公厕", "座", 5, 5, "已完成", "区城管局"],
      ],
      finds: [],
    },
    {
      title: "定性任务没有数字可比",
      rows: [
        ["任务名称", "计量单位", "年度目标", "累计完成", "办理状态", "责任单位"],
        ["修订救助办法", "", "印发实施", "", "已完成", "区民政局"],
        ["新建公厕", "座", 5, 3, "推进中", "区城管局"],
      ],
      finds: [],
    },
  ],
};

/** Whether the target is reached, from the figures or else the printed rate, and the rate in percent for whoever asks. */
function reached(entry: Entry): { reached: boolean; rate: () => string } | undefined {
  const target = amountIn(entry, "target");
  const actual = actualOf(entry);
  if (target.status === "reported" && actual && actual.field === "actualCumulative") {
    const both = inOneUnit(actual.amount, target);
    if (!both) return undefined;
    const [a, t] = both;
    const { direction } = directionOf(entry, target);
    if (direction === "within" || target.bound === "approx") return undefined;
    const met = direction === "down" ? compare(a, t) <= 0 : compare(a, t) >= 0;
    // Below by less than a rounding: 99.96% is printed as 100.0%.
    if (!met && direction === "up" && isFull(printedRate(entry))) return undefined;
    const rate = (): string => {
      const ratio = divide(a, t, 6);
      return ratio === undefined ? a : round(multiply(ratio, "100" as Decimal), 1);
    };
    return { reached: met, rate };
  }
  const printed = printedRate(entry);
  return printed === undefined ? undefined : { reached: isFull(printed), rate: () => printed };
}

const isFull = (rate: Decimal | undefined): boolean =>
  rate !== undefined && compare(rate, "100" as Decimal) >= 0;

/** The rate that stands in the row, where it surely is one in percent. */
function printedRate(entry: Entry): Decimal | undefined {
  const cell = entry.cells.get("completion");
  const rate = rateIn(cell);
  return rate?.scale === "percent" || (rate && /[%％]/.test(cell?.column.path.join("") ?? ""))
    ? rate.printed
    : undefined;
}

/** Done with the node that is due: a return with nodes may mean that. */
function atNode(entry: Entry): boolean {
  const actual = actualOf(entry);
  return entry.nodes.some((cell) => {
    const node = amountOfCell(cell, entry);
    const both = actual && node.status === "reported" ? inOneUnit(actual.amount, node) : undefined;
    return both !== undefined && compare(...both) >= 0;
  });
}
