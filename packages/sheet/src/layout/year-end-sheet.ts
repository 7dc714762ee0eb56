import type { Lang } from "@taizhang/finding";
import type { LayoutCell, SheetLayout } from "@taizhang/grid";
import type { YearEnd } from "@taizhang/kpi";
import { type Decimal, placesOf } from "@taizhang/quantity";
import { listSheet } from "./list-sheet.ts";
import { listWords } from "./list-words.ts";
import { numberCell } from "./number-cell.ts";
import { periodWords } from "./words.ts";

/** The year's end of each total as it may come out (年底预测). */
export function yearEndSheet(rows: readonly YearEnd[], lang: Lang): SheetLayout {
  const { yearEnds: words } = listWords[lang];
  const amount = (value: Decimal | null | undefined): LayoutCell =>
    value === null || value === undefined
      ? { value: null, style: "text" }
      : numberCell(Number(value), placesOf(value));
  const text = (value: string): LayoutCell => ({ value, style: "text" });
  return listSheet(
    words,
    rows.map((row, index): LayoutCell[] => [
      { value: index + 1, style: "number" },
      text(row.indicator),
      text(row.unit),
      amount(row.target),
      amount(row.straight),
      amount(row.shaped),
      amount(row.least),
      amount(row.most),
      text(row.meets ? words.meets[row.meets] : ""),
      text(row.months.map(lang === "en" ? String : periodWords).join("、")),
    ]),
    { widths: [6, 30, 10, 14, 14, 14, 14, 14, 12, 40], freeze: "C4" },
  );
}
