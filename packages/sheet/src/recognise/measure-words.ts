import type { Field } from "../field.ts";
import { fieldOfParts, fieldOfWord, isGroupWord, lastLettersOf } from "./header-words.ts";

/** Fields that measure an indicator: the columns of a block of a cross-tab (计量列). */
export const measures: ReadonlySet<Field> = new Set<Field>([
  "target",
  "stretch",
  "baseline",
  "node",
  "actualPeriod",
  "actualCumulative",
  "actualLastCumulative",
  "actualLastYear",
  "completion",
  "yearOnYear",
]);

const lastLetters = lastLettersOf(measures);

/** A flat heading such as 城镇新增就业完成数 taken apart: the indicator and the measure word at its end (词干). */
export function splitStem(name: string): { stem: string; field: Field } | undefined {
  if (
    !lastLetters.has(name.at(-1)) ||
    /^(?:是否|能否|可否|预计|剩余|未|尚|下步|下一|下阶段|后续|占|折|与|相当于)/.test(name)
  )
    return undefined;
  for (let cut = 2; cut < name.length - 1; cut++) {
    const field = fieldOfWord(name.slice(cut));
    const stem = name.slice(0, cut);
    if (field && measures.has(field)) return isKnownWord(stem) ? undefined : { stem, field };
  }
  return undefined;
}

const tails = /(?:目标任务)?(?:完成|进展|落实|推进)?情况(?:统计)?$|目标任务$/;

/** An indicator's name as it heads a block: 城镇新增就业完成情况 → 城镇新增就业. */
export const trimGroup = (name: string): string => name.replace(tails, "");

/** A word that qualifies columns and cannot be an indicator. */
export const isKnownWord = (name: string): boolean =>
  name === "" ||
  isGroupWord(name) ||
  fieldOfWord(name) !== undefined ||
  /^(?:比|较)(?:上|去|X)/.test(name) ||
  /^(?:至?X[年月]|X季度|上半年|下半年|前三季度|全年|本年|今年|当年|年度|上年|去年|本月|当月|每月|每季|分月|分季|单月|单季|上月|上季|上期|前期|期初|期末|本季|上旬|中旬|下旬|本旬|上周|本周|昨日|今日|当日|累计|截至|截止|其中|占|是否)/.test(
    name,
  ) ||
  isGroupWord(trimGroup(name)) ||
  (fieldOfParts(name) !== undefined && /^(?:完成|目标|任务|计划|投资|资金|责任|进度)/.test(name));
