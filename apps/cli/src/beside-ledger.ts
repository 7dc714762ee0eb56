import { type RecogniseOptions, recogniseWorkbook, type SheetReading } from "@taizhang/sheet";
import { grouped } from "./grouped.ts";

/**
 * The readings of one run, with the sheets that were refused for want of targets looked at again where another file is the
 * ledger (台账): after 下发 the returns hold what was done, and the targets stand there.
 */
export function besideLedger(
  readings: readonly SheetReading[],
  options: RecogniseOptions,
): readonly SheetReading[] {
  const hasLedger = readings.some(({ tables }) => tables.some(({ role }) => role === "ledger"));
  if (options.targetsElsewhere || !hasLedger) return readings;
  const byFile = grouped(readings, ({ file }) => file);
  return [...byFile].flatMap(([file, own]) => {
    if (own.every(({ tables }) => tables.length > 0)) return own;
    const grids = own.map(({ grid }) => grid);
    return recogniseWorkbook(grids, file, { ...options, targetsElsewhere: true });
  });
}
