import type { Lang } from "@taizhang/finding";
import { type SheetReading, sayReason } from "@taizhang/sheet";
import { grouped } from "./grouped.ts";
import type { RollupDocument } from "./output/rollup.ts";

/** The files in which no sheet is a target sheet: that nothing was found in them says nothing. */
export function withoutTables({
  readings,
}: {
  readonly readings: readonly SheetReading[];
}): Map<string, SheetReading[]> {
  const files = grouped(readings, ({ file }) => file);
  for (const [file, sheets] of files) if (sheets.some(({ tables }) => tables.length > 0)) files.delete(file);
  return files;
}

/**
 * The sheets that no total has a figure of, with the reason (未计入的表): all of a file without target sheets, and beside target
 * sheets those that hold figures
 * beyond a numbering, so that instructions are not among them.
 */
export function leftOut(readings: readonly SheetReading[], lang: Lang): RollupDocument["leftOut"] {
  const without = withoutTables({ readings });
  return readings
    .filter(
      ({ file, grid, tables, reason: { code } }) =>
        tables.length === 0 &&
        !["empty", "settings", "result"].includes(code) &&
        (without.has(file) ||
          grid.rows.some((row) => row?.some((value, column) => column > 0 && typeof value === "number"))),
    )
    .map(({ file, grid, reason }) => ({ file, sheet: grid.name, reason: sayReason(reason, lang) }));
}
