import type { ValueFacts } from "../../facts/values.ts";
import type { WordsOf } from "../../say.ts";

const otherOf = { target: "目标", lastYear: "上年同期", lastCumulative: "上月累计" } as const;
const timesOf = (times: string): string => (times === "10000" ? "1万" : "1亿");

export const valuesZhCN: WordsOf<ValueFacts> = {
  V01: ({ text, reads }, ref) => `${ref}“${text}”是以文本保存的数字，本表求和会漏掉它；请改为数字${reads}。`,
  V02: ({ text, amount, unit, sheetUnit }, ref) =>
    `${ref}“${text}”把数字和单位写在一格里，本表求和会漏掉它；${
      sheetUnit && sheetUnit !== unit
        ? `本行单位是${sheetUnit}，请换算后只填数字`
        : `请只填数字${amount}，单位“${unit}”写到计量单位栏`
    }。`,
  V03: (facts, ref) => {
    if (facts.kind === "missing")
      return `“${facts.indicator}”（${ref}）有数字却没有计量单位，${facts.expected ? `别处写的是“${facts.expected}”；请补上${facts.expected}` : "看不出是人、户还是万元；请补上计量单位"}。`;
    if (facts.kind === "missingAll")
      return `这张表有${facts.count}行填了数字，却没有一处写明计量单位；请补上计量单位列，或在指标名称、列名里写明。`;
    return `${ref}“${facts.indicator}”的单位写作“${facts.unit}”，同一指标应为“${facts.expected}”；请核对单位，连同数字一并改正。`;
  },
  V04: ({ value, other, otherKind, unit, times }, ref) =>
    `${ref}填的是${value}${unit ?? ""}，与${otherOf[otherKind]}${other}${unit ?? ""}相差约${timesOf(times)}倍，像是万与元的量级混了；请核对。`,
  V05: ({ value, scale, expected, basis }, ref) => {
    if (value.endsWith("%") && expected)
      return `${ref}显示为${value}，按目标和完成数复算应为${expected}，多了两位；请改为${expected}。`;
    const found = scale === "percent" ? "百分数（如96）" : "小数（如0.96）";
    const wanted = scale === "percent" ? "小数" : "百分数";
    const why = { recomputed: "按目标和完成数复算", column: "本列其他各行", header: "列名" }[basis];
    return `${ref}“${value}”是按${found}写的，${why}${basis === "column" ? "都是" : basis === "header" ? "写明是" : "应为"}${wanted}；请${expected ? `改为${expected}` : `按${wanted}写法统一`}。`;
  },
  V06: ({ value, unit, indicator }, ref) =>
    `${ref}“${indicator}”填的是${value}${unit}，以${unit}计的数应是整数；请核对是否写错了数字或单位。`,
  V07: ({ kind, value, unit, indicator }, ref) =>
    kind === "negative"
      ? `${ref}“${indicator}”填的是${value}${unit ?? ""}，这类数一般不小于0；请核对正负号。`
      : `${ref}“${indicator}”填的是${value}%，占比一般不超过100%；请核对数字或口径。`,
  V08: ({ value, year, reads }, ref) =>
    `${ref}填的是${value}，像是把年份${year}和数字${reads}连在了一起；请核对，如是请改为${reads}。`,
};
