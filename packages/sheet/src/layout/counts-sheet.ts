import type { Lang } from "@taizhang/finding";
import { cellRef, columnName, type LayoutCell, type SheetLayout } from "@taizhang/grid";
import type { GroupBy, TaskCounts } from "@taizhang/kpi";
import { layoutWords } from "./words.ts";

const headerRow = 1;
const states = ["done", "onTrack", "behind", "overdue", "notDue", "unreported"] as const;
/** 逾期 is part of 滞后 and does not enter the sum. */
const summed = states.filter((state) => state !== "overdue");

/** How many tasks are in which state, by group, with 任务总数 and 任务完成率 as formulas (汇总表·任务办理情况). */
export function countsSheet(counts: readonly TaskCounts[], by: readonly GroupBy[], lang: Lang): SheetLayout {
  const { sheets, counts: words, dimensions, total, jointFoot } = layoutWords[lang];
  const groups = by.map((dimension) => dimensions[dimension] ?? dimension);
  const headings = [
    ...(groups.length > 0 ? groups : [""]),
    words.total,
    ...states.map((state) => words[state]),
    words.rate,
  ];
  const offset = Math.max(groups.length, 1);
  const columnOf = (state: (typeof states)[number]) => offset + 1 + states.indexOf(state);
  const rows = counts.map((count, index): LayoutCell[] => {
    const row = headerRow + 1 + index;
    const isTotal = by.every((dimension) => count.key[dimension] === undefined);
    const style = isTotal ? "total" : "number";
    const ref = (column: number) => cellRef(row, column);
    const keys = groups.length > 0 ? by.map((dimension) => count.key[dimension] ?? total) : [total];
    return [
      ...keys.map((value): LayoutCell => ({ value, style: isTotal ? "total" : "text" })),
      { value: count.total, formula: summed.map((state) => ref(columnOf(state))).join("+"), style },
      ...states.map((state): LayoutCell => ({ value: count[state], style })),
      {
        value: count.total === 0 ? "" : count.done / count.total,
        formula: `IF(${ref(offset)}=0,"",${ref(columnOf("done"))}/${ref(offset)})`,
        format: "0.0%",
        style,
      },
    ];
  });
  const joint = counts.find(({ key }) => by.every((dimension) => key[dimension] === undefined))?.joint ?? 0;
  const last = columnName(headings.length - 1);
  return {
    name: sheets.counts,
    rows: [
      [{ value: sheets.counts, style: "title" }],
      headings.map((value): LayoutCell => ({ value, style: "header" })),
      ...rows,
      ...(joint > 0 && by.length > 0 ? [[{ value: jointFoot(joint), style: "note" as const }]] : []),
    ],
    merges: [`A1:${last}1`],
    widths: headings.map((_, index) => (index < offset ? 20 : 12)),
    heights: { 0: 28 },
    freeze: cellRef(headerRow + 1, offset),
    print: { landscape: true, fitToWidth: true, repeatRows: [headerRow + 1, headerRow + 1] },
  };
}
