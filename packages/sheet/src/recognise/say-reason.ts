import type { SheetReading } from "../table.ts";
import { en } from "./messages.en.ts";
import { zhCN } from "./messages.zh-CN.ts";

/** The sentence that says why a sheet is, or is not, a target sheet (识别说明). @example sayReason({ code: "empty", args: {} }, "zh-CN") // "这张表是空的。" */
export const sayReason = ({ code }: SheetReading["reason"], lang: "zh-CN" | "en"): string =>
  (lang === "en" ? en : zhCN)[code];
