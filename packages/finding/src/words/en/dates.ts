import type { DateFacts } from "../../facts/dates.ts";
import type { WordsOf } from "../../sentences.ts";

export const datesEn: WordsOf<DateFacts> = {
  D01: ({ text, vague }, ref) =>
    vague
      ? `${ref} “${text}” names no date, so nobody can tell when it is due; please confirm, or name the month where it is known, such as “6月底前”.`
      : `${ref} “${text}” cannot be read as a date, where a month at least was expected; please write it like “6月底前”.`,
  D02: ({ text, plan }, ref) =>
    `The deadline “${text}”${ref && ` in ${ref}`} lies outside the plan period ${plan}; please check the year, or confirm that the project runs longer.`,
  D03: ({ start, deadline }, ref) =>
    `The start “${start}”${ref && ` in ${ref}`} lies after the deadline “${deadline}”; please check both dates.`,
};
