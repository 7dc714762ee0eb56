import { locate } from "../model/address.ts";
import type { Book } from "../model/book.ts";
import { shownText } from "../model/number-text.ts";
import { cellAt, type Sheet, styleAt } from "../model/sheet.ts";
import type { Chart } from "../model/sheet-objects.ts";

/** A series of a chart as it stands in the cells now (系列). */
export interface ChartLine {
  readonly name: string;
  readonly points: readonly {
    readonly name: string;
    /** Absent where the cell holds no number. */
    readonly amount?: number;
    readonly text: string;
  }[];
}

/** What the chart's cells hold, series by series. */
export function chartLines(book: Book, sheet: Sheet, { series }: Chart): ChartLine[] {
  return series.map(({ values, categories, settings }) => {
    const names = cellsOf(book, sheet, categories).map(({ text }) => text);
    return {
      name: String(settings.Name ?? ""),
      points: cellsOf(book, sheet, values).map(({ value, text }, index) => ({
        name: names[index] ?? `${index + 1}`,
        ...(typeof value === "number" ? { amount: value } : {}),
        text,
      })),
    };
  });
}

function cellsOf(book: Book, base: Sheet, address: string | undefined) {
  const place = address ? locate(book, base, address) : undefined;
  if (!place) return [];
  const { sheet, blocks } = place;
  return blocks.flatMap(({ top, left, bottom, right }) => {
    const cells: { readonly value: unknown; readonly text: string }[] = [];
    for (let row = top; row <= bottom; row++)
      for (let column = left; column <= right; column++) {
        const value = cellAt(sheet, row, column)?.value ?? null;
        const { numberFormat = "General" } = styleAt(sheet, row, column) ?? {};
        cells.push({ value, text: shownText(value, numberFormat) });
      }
    return cells;
  });
}
