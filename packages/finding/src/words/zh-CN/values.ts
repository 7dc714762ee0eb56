import type { ValueFacts } from "../../facts/values.ts";
import type { WordsOf } from "../../sentences.ts";
import { withMinus } from "../minus.ts";

const otherOf = { target: "目标", lastYear: "上年同期", lastCumulative: "上月累计" } as const;
const timesOf = (times: string): string => (times === "10000" ? "1万" : "1亿");
/** What may have been mixed up: 万元 and 元 only where the figure is money. */
const mixedUp = (unit: string | undefined, times: string): string => {
  const power = times === "10000" ? "万" : "亿";
  return unit === undefined || unit.includes("元") ? `${power}元与元` : `以“${power}”计的数与未折算的数`;
};

export const valuesZhCN: WordsOf<ValueFacts> = {
  V01: ({ text, reads, or }, ref) =>
    or !== undefined
      ? `${ref}“${text}”是文本，汇总时没有计入；可能是负数${withMinus(reads)}，也可能是加了括号的${or}；请核对后改为数字。`
      : `${ref}“${text}”是以文本保存的数字，本表求和会漏掉它；请改为数字${reads}。`,
  V02: ({ text, amount, unit, sheetUnit }, ref) =>
    `${ref}“${text}”把数字和计量单位写在同一格，本表求和会漏掉它；${
      sheetUnit && sheetUnit !== unit
        ? `本行计量单位是“${sheetUnit}”，请换算后只填数字`
        : `请只填数字${amount}，计量单位“${unit}”写在计量单位列或列名里`
    }。`,
  V03: (facts, ref) => {
    if (facts.kind === "missing")
      return `“${facts.indicator}”（${ref}）有数字，没有写计量单位，${facts.expected ? `别处写的是“${facts.expected}”；请补上“${facts.expected}”` : "无法判断是人、户还是万元；请补上计量单位"}。`;
    if (facts.kind === "missingAll")
      return facts.noted
        ? `表的上方写着“单位：${facts.noted}”，看不出${facts.count}行数字各用哪一个；请补上计量单位列，或在指标名称、列名里写明。`
        : `这张表有${facts.count}行填了数字，但没有一处写明计量单位；请补上计量单位列，或在指标名称、列名里写明。`;
    if (facts.kind === "name")
      return `${ref}“${facts.indicator}”的计量单位写作“${facts.unit}”，${facts.by === "printed" ? `名称里写的是“${facts.expected}”` : facts.expected === "%" ? "从名称看是率，应以“%”计" : `从名称看是金额，应以“${facts.expected}”等计`}；请核对计量单位，连同数字一并改正。`;
    return `${ref}“${facts.indicator}”的计量单位写作“${facts.unit}”，同一指标应为“${facts.expected}”；请核对计量单位，连同数字一并改正。`;
  },
  V04: ({ value, other, otherKind, unit, otherUnit = unit, times, mixed }, ref) =>
    `${ref}填的是${withMinus(value)}${unit ?? ""}，与${otherOf[otherKind]}${withMinus(other)}${otherUnit ?? ""}相差约${timesOf(times)}倍，疑似量级有误，如${mixed ?? mixedUp(unit, times)}混用；请核对数字和计量单位。`,
  V05: ({ value, scale, expected, basis }, ref) => {
    if (value.endsWith("%") && expected)
      return `${ref}显示为${value}，按目标和完成数复算应为${expected}，放大了100倍；请改为${expected}。`;
    const [found, wanted] = scale === "percent" ? ["百分数", "小数"] : ["小数", "百分数"];
    const why = {
      recomputed: expected
        ? `按目标和完成数复算，以${wanted}计应为${expected}`
        : `按目标和完成数复算，应按${wanted}填写`,
      growth: `按完成数和上年同期数复算，以${wanted}计应为${expected ?? ""}`,
      column: `本列其他各行按${wanted}填写`,
      header: `列名要求按${wanted}填写`,
      others: `其他单位的同一指标按${wanted}填写`,
    }[basis];
    const alike = basis === "others" ? `，同一行其他数如也按${found}填写，请一并改正` : "";
    return `${ref}“${value}”是按${found}填写的，${why}；请${expected ? `改为${expected}` : `统一按${wanted}填写`}${alike}。`;
  },
  V06: ({ value, unit, indicator }, ref) =>
    `${ref}“${indicator}”填的是${value}${unit}，以“${unit}”计数应为整数；请核对数字和计量单位。`,
  V07: ({ kind, value, unit, indicator }, ref) =>
    kind === "negative"
      ? `${ref}“${indicator}”填的是${withMinus(value)}${unit ?? ""}，这类数一般不小于0；请核对正负号。`
      : `${ref}“${indicator}”填的是${value}%，占比一般不超过100%；请核对数字或口径。`,
  V08: ({ value, year, reads }, ref) =>
    reads
      ? `${ref}填的是${value}，疑似年份${year}与数字${reads}连写；请核对，确系连写的请改为${reads}。`
      : `${ref}“${value}”以年份${year}开头，疑似转载时数字被替换或连写；请对照原文件核对。`,
  V09: ({ kind, text, count }, ref) =>
    ref !== ""
      ? {
          stray: `${ref}等${count}格有乱码（如“${text}”），看不出原来写的是什么；请对照原件改正。`,
          traditional: `${ref}等${count}格有繁体字（如“${text}”），名称可能因此对不上；请改为简体。`,
          gloss: `${ref}等${count}格夹着拼音注（如“${text}”），名称可能因此对不上；请去掉拼音注。`,
        }[kind]
      : {
          stray: `文中有${count}处多余的符号（如“${text}”），疑似转载或转换时带入，解析时已略过；请对照原文件核对。`,
          traditional: `文中有${count}处繁体字（如“${text}”），已按简体识别，原文未改；请对照原文件核对。`,
          gloss: `文中有${count}处夹注拼音（如“${text}”），疑似转载时带入，解析时已略过；请对照原文件核对。`,
        }[kind],
  V10: (facts, ref) => {
    const { kind, text } = facts;
    if (kind === "merged")
      return `${ref}“${text}”写在合并单元格里，是${facts.rows}行共同的数，分不清各行占多少；请分别填写各行的数，确实分不开的写明由哪几家共同完成。`;
    const said = {
      range: "写的是一个范围",
      about: "写的是约数",
      fraction: "写的是几分之几，看不出是多少",
      letter: "里有字母（如把0写成O），认不出是哪个数",
      bound: "只写了不低于或不高于多少",
      several: "写了不止一个数",
      unclear: "认不出是哪个数",
      each: "写的是每月（季、周）的数，看不出全年一共是多少",
      words: "是文字，没有可以相加的数",
      day: "显示为日期，看不出填的是多少（录入“3-5”这类内容时会自动变成日期）",
    }[kind];
    const rest =
      kind === "day" ? "" : kind === "words" ? "，文字说明写到工作进展或备注栏" : "，需要说明的写到备注栏";
    return `${ref}“${text}”${said}，汇总时没有计入；请填写确切的数${rest}。`;
  },
};
