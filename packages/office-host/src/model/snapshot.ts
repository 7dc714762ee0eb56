import { cellRef } from "@taizhang/grid";
import type { Book } from "./book.ts";
import type { Sheet } from "./sheet.ts";

/**
 * The whole workbook as plain JSON, for comparing it before and after (快照). Cells by address, without those that
 * hold nothing; nothing of who selected what.
 */
export function snapshot(book: Book): Readonly<Record<string, unknown>> {
  const { names, settings, properties, customProperties, protection, sheets } = book;
  return JSON.parse(
    JSON.stringify(
      { names, settings, properties, customProperties, protection, sheets: sheets.map(sheetSnapshot) },
      (_, value) =>
        value instanceof Map ? Object.fromEntries(value) : value instanceof Set ? [...value].sort() : value,
    ),
  ) as Record<string, unknown>;
}

function sheetSnapshot(sheet: Sheet): Record<string, unknown> {
  const { rows, selection: _, ...rest } = sheet;
  const cells: Record<string, unknown> = {};
  rows.forEach((row, at) => {
    row?.forEach((cell, column) => {
      if (cell) cells[cellRef(at, column)] = cell;
    });
  });
  return { ...rest, cells };
}
