import type { CellValue } from "@taizhang/grid";
import { format, isDateFormat, isPercentFormat, isTextFormat } from "numfmt";

/** What the cell shows, with its number format; never ##### for a narrow column (显示文本). */
export function shownText(value: CellValue, code: string): string {
  if (value === null) return "";
  if (typeof value === "object") return value.error;
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  try {
    return format(code, value, { locale: "zh-CN", throws: true });
  } catch {
    return String(value); // a code that the library cannot read
  }
}

/** Office.js's `NumberFormatCategory`. */
export function formatCategory(code: string): string {
  if (code === "General") return "General";
  if (isTextFormat(code)) return "Text";
  if (isDateFormat(code)) return /[yd]/i.test(code) ? "Date" : "Time";
  if (isPercentFormat(code)) return "Percentage";
  if (/E[+-]/i.test(code)) return "Scientific";
  if (/\?\/\?|\/\d/.test(code)) return "Fraction";
  if (/[¥$€￥]/.test(code)) return /_\*|\* /.test(code) ? "Accounting" : "Currency";
  return /^[#,0]*0?(?:\.0+)?_?\)?$/.test(code) ? "Number" : "Custom";
}
