import type { ValueFacts } from "../../facts/values.ts";
import type { WordsOf } from "../../sentences.ts";
import { withMinus } from "../minus.ts";

const otherOf = {
  target: "the target",
  lastYear: "the same period last year",
  lastCumulative: "last month's cumulative figure",
} as const;
const after = (unit: string | undefined): string => (unit ? ` ${unit}` : "");
/** What may have been mixed up: 万元 and 元 only where the figure is money. */
const mixedUp = (unit: string | undefined, times: string): string => {
  const power = times === "10000" ? "万" : "亿";
  return unit === undefined || unit.includes("元")
    ? `${power}元 and 元`
    : `figures in ${power} and plain figures`;
};

export const valuesEn: WordsOf<ValueFacts> = {
  V01: ({ text, reads, or }, ref) =>
    or !== undefined
      ? `${ref} “${text}” is a text and was not counted; it may be ${withMinus(reads)} as accountants write it, or ${or} in brackets; please check and turn it into a number.`
      : `${ref} “${text}” is a number stored as text, which the sheet's sums leave out; please turn it into the number ${reads}.`,
  V02: ({ text, amount, unit, sheetUnit }, ref) =>
    `${ref} “${text}” holds number and unit in one cell, which the sheet's sums leave out; ${
      sheetUnit && sheetUnit !== unit
        ? `the row's unit is ${sheetUnit}: please convert and enter the number alone`
        : `please enter ${amount} alone and name the unit “${unit}” in the unit column or the heading`
    }.`,
  V03: (facts, ref) => {
    if (facts.kind === "missing")
      return `“${facts.indicator}” (${ref}) has a number but no unit; ${facts.expected ? `elsewhere it is “${facts.expected}”: please fill in “${facts.expected}”` : "it may be people, households or money: please fill in the unit"}.`;
    if (facts.kind === "missingAll")
      return facts.noted
        ? `The note above this table names the units ${facts.noted}, and nothing says which of them each of the ${facts.count} rows has; please add a unit column, or name the unit in the headings.`
        : `${facts.count} rows of this table hold numbers, but no unit is stated anywhere; please add a unit column, or name the unit in the headings.`;
    if (facts.kind === "name")
      return `${ref} gives “${facts.indicator}” in “${facts.unit}”, but ${facts.by === "printed" ? `the name says “${facts.expected}”` : facts.expected === "%" ? "by its name it is a rate, in %" : `by its name it is money, as in “${facts.expected}”`}; please check the unit together with the number.`;
    return `${ref} gives “${facts.indicator}” in “${facts.unit}”, where “${facts.expected}” was expected for this indicator; please check the unit together with the number.`;
  },
  V04: ({ value, other, otherKind, unit, otherUnit = unit, times, mixed }, ref) =>
    `${ref} is ${withMinus(value)}${after(unit)}, about ${times} times off ${otherOf[otherKind]} (${withMinus(other)}${after(otherUnit)}), as if ${mixed?.replace("与", " and ") ?? mixedUp(unit, times)} were mixed up; please check the number and its unit.`,
  V05: ({ value, scale, expected, basis }, ref) => {
    if (value.endsWith("%") && expected)
      return `${ref} shows ${value}, but target and actual give ${expected}, a hundredth of that; please write ${expected}.`;
    const [found, wanted] =
      scale === "percent" ? ["a percentage", "a fraction"] : ["a fraction", "a percentage"];
    const why = {
      recomputed: `target and actual give ${expected ? `${expected} as ${wanted}` : wanted}`,
      growth: `this year's and last year's figures give ${expected ?? ""} as ${wanted}`,
      column: `the other rows of the column are written as ${wanted}`,
      header: `the heading asks for ${wanted}`,
      others: `other organisations give the same indicator as ${wanted}`,
    }[basis];
    const alike =
      basis === "others" ? ", and mend the other figures of the row if they are written so too" : "";
    return `${ref} “${value}” is written as ${found}, but ${why}; please write ${expected ?? `${wanted} throughout`}${alike}.`;
  },
  V06: ({ value, unit, indicator }, ref) =>
    `${ref} gives “${indicator}” as ${value} ${unit}, where a whole number was expected; please check the number and its unit.`,
  V07: ({ kind, value, unit, indicator }, ref) =>
    kind === "negative"
      ? `${ref} gives “${indicator}” as ${withMinus(value)}${after(unit)}, where such a figure is not usually below 0; please check the sign.`
      : `${ref} gives “${indicator}” as ${value}%, where a share is not usually above 100%; please check the number or its definition.`,
  V08: ({ value, year, reads }, ref) =>
    reads
      ? `${ref} is ${value}, which looks like the year ${year} run together with ${reads}; please check, and write ${reads} if so.`
      : `${ref ? `${ref} ` : ""}“${value}” begins with the year ${year}, as if digits were replaced or run together when the text was copied; please check against the original.`,
  V09: ({ kind, text, count }, ref) =>
    ref !== ""
      ? {
          stray: `${ref} is one of ${count} cell(s) with stray signs (“${text}”), and what they stood for cannot be told; please correct them from the original.`,
          traditional: `${ref} is one of ${count} cell(s) with traditional letters (“${text}”), which keep names from matching; please write them in simplified letters.`,
          gloss: `${ref} is one of ${count} cell(s) with a pinyin gloss (“${text}”), which keeps names from matching; please take it out.`,
        }[kind]
      : `${
          {
            stray: `The text has ${count} stray sign(s) such as “${text}”, left out in reading`,
            traditional: `The text has traditional letters in ${count} place(s), such as “${text}”, read as their simplified forms`,
            gloss: `The text has ${count} pinyin gloss(es) such as “${text}”, left out in reading`,
          }[kind]
        }; the source is unchanged; please check against the original.`,
  V10: (facts, ref) => {
    const { kind, text } = facts;
    if (kind === "merged")
      return `${ref} “${text}” stands in a merged cell over ${facts.rows} rows, and how much of it belongs to each cannot be told; please fill in each row's figure, or say who has done it together.`;
    const said = {
      range: "is a range",
      about: "is an approximate number",
      fraction: "is a fraction of something, and how much that is cannot be told",
      letter: "holds a letter (such as O for 0), so the number cannot be told",
      bound: "only says at least or at most how much",
      several: "holds more than one number",
      unclear: "cannot be read as any one number",
      each: "is so many each month, quarter or week, and what the year is to have cannot be told",
      words: "is words without a number that adds",
      day: "is shown as a date, so the number meant cannot be told (Excel turns entries such as 3-5 into dates)",
    }[kind];
    const rest =
      kind === "day"
        ? ""
        : kind === "words"
          ? ", and put the words under progress or remarks"
          : ", and explain it under remarks if need be";
    return `${ref} “${text}” ${said} and was not counted in the totals; please enter the exact number${rest}.`;
  },
};
