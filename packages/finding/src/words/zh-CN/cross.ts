import type { CrossFacts } from "../../facts/cross.ts";
import type { WordsOf } from "../../sentences.ts";
import { withMinus, withoutSign } from "../minus.ts";

/** What the first of two figures is beside the second, from their difference. */
const beside = (difference: string): string =>
  difference.startsWith("-") ? `少${withoutSign(difference)}` : `多${difference}`;

/** More below than above is 层层加码, and no target was left unassigned. */
const targetsAsk = (raised: boolean, own: boolean): string =>
  own
    ? `请核对目标是否一致${raised ? "，自行加码的请明确按哪个目标考核" : ""}`
    : raised
      ? "下级目标加码的请确认，并明确按哪个目标考核"
      : "请核对目标是否全部分解到位";

/** What the rate of the whole is worked out from. */
const wholeRate = ({ of, numerator, denominator }: FindingRate): string =>
  of === "growth"
    ? "应以本年累计合计与上年同期合计计算"
    : of === "ratio"
      ? `应以各行的分子${numerator ? `（${numerator}）` : ""}合计除以分母${denominator ? `（${denominator}）` : ""}合计`
      : "应以完成数合计除以目标合计";
type FindingRate = Pick<CrossFacts["X05"], "of" | "numerator" | "denominator">;

export const crossZhCN: WordsOf<CrossFacts> = {
  X01: ({ label, header, total, sum, difference, parts, missing }, ref) =>
    `${ref}“${label}”的${header}是${withMinus(total)}，${parts}项明细相加为${withMinus(sum)}，合计比明细之和${beside(difference)}；请核对合计和明细${missing > 0 ? `（另有${missing}项明细是空的）` : ""}。`,
  X02: ({ total, sum, difference, parts }, ref) =>
    `${ref && `${ref}的`}资金总额是${total}，${parts}项来源相加为${sum}，总额比来源之和${beside(difference)}；请核对总额和各项来源。`,
  X03: ({ label, part, whole, of }, ref) =>
    `${ref}“${label}”是${withMinus(part)}，大于所属的“${of}”${withMinus(whole)}，其中项不应大于总项；请核对这两个数。`,
  X04: ({ kind, name, indicator, above, below, difference, own, departments }, ref) =>
    kind === "target"
      ? `${ref}“${name}”的“${indicator}”目标，上级表是${withMinus(above)}，${own ? "本单位填的" : "下级合计"}是${withMinus(below)}，上级${beside(difference)}；${targetsAsk(difference.startsWith("-"), own)}。`
      : `${ref}“${name}”的“${indicator}”完成数，上级表是${withMinus(above)}，${departments ? `${departments}个部门上报的合计` : "本单位上报的"}是${withMinus(below)}，上级${beside(difference)}；请双方核对，以核实的数为准。`,
  X05: (facts, ref) => {
    const [done, result] = facts.how === "sum" ? ["相加", "之和"] : ["平均", "的平均数"];
    const wanted = facts.expected ? `按完成数合计除以目标合计应为${facts.expected}` : wholeRate(facts);
    return facts.kind === "formula"
      ? `${ref}用公式“=${facts.formula}”把各行的率${done}，率不能${done}，${wanted}；请改写公式。`
      : `${ref}的${facts.value}正好是各行的率${result}，率不能${done}，${wanted}；请核对这个数的来历。`;
  },
  X06: ({ value, units }, ref) =>
    `${ref}的合计${value}把不同单位（${units.join("、")}）的数加在了一起，没有意义，汇总不用这个数；请按指标分别合计，或不写合计。`,
};
