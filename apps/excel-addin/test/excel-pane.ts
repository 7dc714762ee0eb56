import type { Grid } from "@taizhang/grid";
import { actor, type Book, OfficeHost, openBook } from "@taizhang/office-host";
import { connect } from "@taizhang/office-host/node";
import { writeWorkbook } from "@taizhang/xlsx";
import { onTestFinished } from "vitest";
import { checkWorkbook } from "../src/acts/check/check.ts";
import type { Pane } from "../src/acts/pane/pane.ts";
import { sameThreadEngine } from "../src/engine/same-thread.ts";
import { firstState } from "../src/state/pane.ts";
import { paneReducer } from "../src/state/pane-reducer.ts";
import { storeOf } from "../src/state/store.ts";
import { excelWorkbook } from "../src/workbook/excel-workbook.ts";

/** Excel as the host plays it, with this workbook, and the port over the real Office.js. */
export function excelWith(
  book: Book,
  requirements: Readonly<Record<string, string>> = {},
  patience?: number,
) {
  book.journal.clear();
  const host = new OfficeHost(book);
  const connection = connect(host, { requirements });
  onTestFinished(connection.install());
  return {
    book,
    host,
    user: actor(book),
    other: actor(book, "Remote"),
    workbook: excelWorkbook(patience === undefined ? {} : { patience }),
    ...connection,
  };
}

/** Excel with these sheets. */
export const excelOf = (grids: readonly Grid[]) =>
  excelWith(openBook(writeWorkbook(grids.map(layoutOf)), "台账.xlsx"));

/** A pane beside that Excel, checked; its round trips so far are forgotten. */
export async function paneIn(excel: ReturnType<typeof excelWith>): Promise<Pane> {
  const pane: Pane = {
    workbook: excel.workbook,
    engine: sameThreadEngine(),
    store: storeOf(paneReducer, firstState),
    now: () => 0,
  };
  await checkWorkbook(pane);
  excel.host.forget();
  return pane;
}

const layoutOf = (grid: Grid) => ({
  name: grid.name,
  rows: grid.rows.map((row, index) =>
    (row ?? []).map((value, column) => {
      const formula = grid.formulas.get(index * 16_384 + column);
      const format = grid.formats[index]?.[column];
      return {
        value: value ?? null,
        ...(formula === undefined ? {} : { formula }),
        ...(format === undefined ? {} : { format }),
      };
    }),
  ),
});
