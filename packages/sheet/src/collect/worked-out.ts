import type { Finding } from "@taizhang/finding";
import { parseRange } from "@taizhang/grid";
import type { ReturnedTable } from "./returned.ts";

/** A file's sheet as one key. */
export const sheetKey = (file: string, sheet: string): string => `${file}\n${sheet}`;

/**
 * The form's own formulas for 同比 and 完成率, which a program that fills the form leaves without a result: no total uses
 * them, and the roll-up works them out.
 */
export function workedOut(tables: readonly ReturnedTable[]): (one: Finding) => boolean {
  const rates = new Set(
    tables.flatMap(({ file, table: { grid, columns } }) =>
      columns
        .filter(({ field }) => field === "yearOnYear" || field === "completion")
        .map(({ index }) => `${sheetKey(file, grid.name)}\n${index}`),
    ),
  );
  return ({ code, at }) =>
    code === "F02" &&
    at.every((place) => {
      const range = place.kind === "cell" ? parseRange(place.ref) : undefined;
      return (
        place.kind === "cell" &&
        range !== undefined &&
        range.left === range.right &&
        rates.has(`${sheetKey(place.file, place.sheet)}\n${range.left}`)
      );
    });
}
