import type { LayoutCell, SheetLayout } from "@taizhang/grid";
import { findingsSheet } from "@taizhang/sheet";
import type { Ask } from "./protocol.ts";

const names = { "zh-CN": "检查结果", en: "Check result" } as const;

/** The sheet 检查结果: every finding with a link to its cell in this workbook (导出). */
export function findingsLayout({ findings, lang, file }: Ask<"findingsSheet">): SheetLayout {
  const layout = findingsSheet(findings, lang, (from) => (from === file ? "" : encodeURI(from)));
  const title: LayoutCell = { value: names[lang], style: "title" };
  return { ...layout, name: names[lang], rows: [[title], ...layout.rows.slice(1)] };
}
