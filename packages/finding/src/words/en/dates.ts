import type { DateFacts } from "../../facts/dates.ts";
import type { WordsOf } from "../../say.ts";

export const datesEn: WordsOf<DateFacts> = {
  D01: ({ text, vague }, ref) =>
    vague
      ? `${ref} “${text}” names no day, so nobody can tell when it is due; please confirm, or give year and month, as “2024年6月底前”.`
      : `${ref} “${text}” cannot be read as a date, where year and month were expected; please write it as “2024年6月底前”.`,
  D02: ({ text, plan }, ref) =>
    `${ref} “${text}” lies outside the plan period ${plan}; please check the year, or confirm that the project runs longer.`,
  D03: ({ start, deadline }, ref) =>
    `${ref} starts on “${start}”, after its end on “${deadline}”; please check both dates.`,
};
