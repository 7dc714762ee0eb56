import { columnName, type Grid, textOf } from "@taizhang/grid";
import { actor, newBook, OfficeHost } from "@taizhang/office-host";
import { connect } from "@taizhang/office-host/node";
import { onTestFinished } from "vitest";
import { excelWorkbook } from "../src/workbook/excel-workbook.ts";
import type { Workbook } from "../src/workbook/workbook.ts";

/** Excel as the host plays it, with these sheets, and the port over the real Office.js. */
export function excelOf(grids: readonly Grid[], requirements: Readonly<Record<string, string>> = {}) {
  const book = newBook(grids.map(({ name }) => name));
  const user = actor(book);
  for (const grid of grids) typeGrid(user, grid);
  book.journal.clear();
  const host = new OfficeHost(book);
  const connection = connect(host, { requirements });
  const uninstall = connection.install();
  onTestFinished(uninstall);
  const workbook: Workbook = excelWorkbook();
  return { book, host, user, other: actor(book, "Remote"), workbook, ...connection };
}

type User = ReturnType<typeof actor>;

function typeGrid(user: User, grid: Grid): void {
  const width = Math.max(1, ...grid.rows.map((row) => row?.length ?? 0));
  if (grid.rows.length === 0) return;
  const rows = Array.from({ length: grid.rows.length }, (_, row) =>
    Array.from({ length: width }, (_, column) => {
      const formula = grid.formulas.get(row * 16_384 + column);
      if (formula !== undefined) return `=${formula}`;
      const value = grid.rows[row]?.[column] ?? null;
      if (typeof value === "string") return `'${value}`;
      return typeof value === "object" && value !== null ? textOf(value) : value;
    }),
  );
  user.type(grid.name, `A1:${columnName(width - 1)}${grid.rows.length}`, rows);
}
