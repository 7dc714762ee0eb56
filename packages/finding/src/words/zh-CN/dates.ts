import type { DateFacts } from "../../facts/dates.ts";
import type { WordsOf } from "../../sentences.ts";

export const datesZhCN: WordsOf<DateFacts> = {
  D01: ({ text, vague }, ref) =>
    vague
      ? `${ref}“${text}”没有具体日期，无法判断是否到期；请确认，能明确的请写到月份，如“6月底前”。`
      : `${ref}“${text}”看不出具体时间，时限应写到月份；请改为“6月底前”这样的写法。`,
  D02: ({ text, plan }, ref) =>
    `${ref && `${ref}的`}时限“${text}”不在${plan}计划期内；请核对年份，属跨年项目的确认即可。`,
  D03: ({ start, deadline }, ref) =>
    `${ref && `${ref}的`}开始时间“${start}”晚于完成时限“${deadline}”；请核对这两个日期。`,
};
