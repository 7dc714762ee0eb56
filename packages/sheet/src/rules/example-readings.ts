import type { Finding } from "@taizhang/finding";
import { columnIndex, type Grid, gridOf, parseCell, parseRange } from "@taizhang/grid";
import { check } from "../check.ts";
import { recogniseSheet } from "../recognise/recognise.ts";
import type { SheetReading } from "../table.ts";
import type { Example, ExampleSheet } from "./rule.ts";

/** The grid of an example's sheet (例表). */
export function gridOfExample({
  name = "台账",
  rows,
  formulas = {},
  formats = {},
  merges = [],
  hiddenRows = [],
  hiddenColumns = [],
  hiddenSheet = false,
}: ExampleSheet): Grid {
  const codes: (string | undefined)[][] = [];
  for (const [ref, code] of Object.entries(formats)) {
    const place = parseCell(ref);
    if (!place) throw new RangeError(`Not a cell: ${ref}`);
    const line = codes[place.row] ?? [];
    line[place.column] = code;
    codes[place.row] = line;
  }
  return gridOf(name, rows, {
    formulas: new Map(
      Object.entries(formulas).map(([ref, formula]) => {
        const place = parseCell(ref);
        if (!place) throw new RangeError(`Not a cell: ${ref}`);
        return [place.row * 16_384 + place.column, formula];
      }),
    ),
    formats: codes,
    merges: merges.map((ref) => {
      const range = parseRange(ref);
      if (!range) throw new RangeError(`Not a block: ${ref}`);
      return range;
    }),
    hiddenRows: new Set(hiddenRows.map((row) => row - 1)),
    visibility: hiddenSheet ? "hidden" : "visible",
    hiddenColumns: new Set(hiddenColumns.map((name) => columnIndex(name) ?? -1)),
  });
}

/** What recognition makes of an example's sheet. */
export const readingOfExample = (sheet: ExampleSheet): SheetReading =>
  recogniseSheet(gridOfExample(sheet), sheet.file ?? "例.xlsx");

/** What `check` finds in an example, with all that it gives beside its sheet. */
export const runExample = (example: Example): Finding[] =>
  check([example, ...(example.beside ?? [])].map(readingOfExample), {
    ...(example.ledger ? { ledger: [readingOfExample({ file: "台账.xlsx", ...example.ledger })] } : {}),
    ...(example.last ? { last: [readingOfExample({ file: "上月.xlsx", ...example.last })] } : {}),
    ...(example.on ? { on: example.on } : {}),
    ...(example.period ? { period: example.period } : {}),
    ...(example.within ? { within: example.within } : {}),
  });
