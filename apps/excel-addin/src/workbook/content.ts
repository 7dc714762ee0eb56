import { type CellContent, isCellError } from "@taizhang/grid";

/** True if two cells hold the same, formulas by their text (内容相同). */
export const sameContent = (a: CellContent, b: CellContent): boolean =>
  a.formula === b.formula &&
  (a.formula !== undefined ||
    (isCellError(a.value) ? isCellError(b.value) && a.value.error === b.value.error : a.value === b.value));

/**
 * What to hand to Excel so that the cell holds exactly this. A text that Excel would read as something else (a number,
 * a date, a formula) gets an apostrophe, which is no part of it; a cell of the text format needs none.
 * @example enteredOf({ value: "1255" }) // "'1255"
 */
export function enteredOf({ value, formula, format }: CellContent): string | number | boolean {
  if (formula !== undefined) return `=${formula}`;
  if (value === null) return "";
  if (isCellError(value)) return value.error;
  if (typeof value !== "string" || value === "") return value;
  return format === "@" ? value : asText(value);
}

/** A text that stays a text when it is entered. @example asText("=1+1") // "'=1+1" */
export const asText = (text: string): string => (staysText.test(text) ? text : `'${text}`);

/** Begins with a Chinese character, a bracket of Chinese print or a list mark, or is words of letters only. */
const staysText = /^(?:[\u4e00-\u9fff《〈“【●▲◆○✓☑]|(?!(?:true|false)$)[A-Za-z][A-Za-z ]*$)/i;
