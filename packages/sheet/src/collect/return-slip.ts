import { catalog, say } from "@taizhang/finding";
import { type LayoutCell, quoteSheet, type SheetLayout } from "@taizhang/grid";
import { layoutWords, periodWords } from "../layout/words.ts";
import { dayWords } from "../split/return-layout.ts";
import type { Collected } from "./collect-returns.ts";
import type { RegisterLine } from "./register-line.ts";
import { baseName, listSheet, number, text } from "./register-sheet.ts";

const headings = [
  "序号",
  "级别",
  "编号",
  "问题",
  "说明和改法",
  "文件",
  "工作表",
  "单元格",
  "改正情况",
] as const;

/**
 * What a department must correct and send again (退回单), or undefined where it need not. Each line links to its cell
 * in the file that was sent.
 */
export function returnSlip(
  { org, state, toCorrect, unanswered, files }: RegisterLine,
  { period = "" }: Collected,
  {
    due,
    today,
    linkTo,
  }: { readonly due?: string; readonly today?: string; readonly linkTo: (file: string) => string },
): SheetLayout | undefined {
  if (state !== "sentBack" || toCorrect.length === 0) return undefined;
  const severities = layoutWords["zh-CN"].severities;
  const lines = toCorrect.map((found, index): LayoutCell[] => {
    const place = found.at.find((one) => one.kind === "cell");
    const cell = place?.kind === "cell" ? place : undefined;
    return [
      number(index + 1),
      { value: severities[found.severity], style: found.severity === "A" ? "severityA" : "severityB" },
      text(found.code),
      text(catalog[found.code].title["zh-CN"]),
      text(say(found)),
      text(cell ? baseName(cell.file) : ""),
      text(cell?.sheet ?? ""),
      cell
        ? {
            value: cell.ref,
            style: "link",
            link: `${linkTo(cell.file)}#${quoteSheet(cell.sheet)}!${cell.ref}`,
          }
        : text(""),
      { value: null, style: "input" },
    ];
  });
  const head = [
    `${org}：`,
    `你单位${periodWords(period)}报表（${files.map(baseName).join("、")}）有${toCorrect.length}处需要改正或说明${
      unanswered.length > 0 ? `，另有${unanswered.length}项未填报` : ""
    }，现退回。请按下表改正${due === undefined ? "" : today !== undefined && today > due ? "，尽快" : `，于${dayWords(due)}前`}重新报送；级别为B的，情况属实的可在备注里说明。`,
  ];
  return {
    ...listSheet("退回单", "报表退回单", headings, lines, {
      widths: [6, 14, 8, 20, 70, 24, 14, 10, 24],
      foot: "经办人：　　　　　　　　退回日期：",
      head,
    }),
    heights: { 0: 28, 2: 34 },
  };
}
