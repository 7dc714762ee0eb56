/** The file's end or its parts do not fit together: it was cut off, or did not arrive whole (文件残缺). */
export const isCut = (detail: string): boolean => /zip|deflate|CRC/.test(detail);

/** A table as plain text, by the name of its file (文本表格). */
export const isCsv = (detail: string): boolean => detail === "csv";

/** What there is too much of, by the limit that a reader names (超出的是什么). */
export function tooMuchOf(detail: string): "cells" | "formulas" | "merges" | "sheets" | "parts" | "bytes" {
  if (/^sharedStrings|: cells$/.test(detail)) return "cells";
  if (/^formulas/.test(detail)) return "formulas";
  if (/mergeCell$/.test(detail)) return "merges";
  if (/^\d+ > \d+$/.test(detail)) return "sheets";
  return /^zip/.test(detail) ? "parts" : "bytes";
}
