import { type RecogniseOptions, recogniseWorkbook, type SheetReading } from "@taizhang/sheet";

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
  const refused = new Set(readings.flatMap(({ tables, file }) => (tables.length === 0 ? [file] : [])));
  const byFile = new Map<string, SheetReading[]>();
  for (const reading of readings) {
    const same = byFile.get(reading.file);
    if (same) same.push(reading);
    else byFile.set(reading.file, [reading]);
  }
  return [...byFile].flatMap(([file, own]) => {
    if (!refused.has(file)) return own;
    const grids = own.map(({ grid }) => grid);
    return recogniseWorkbook(grids, file, { ...options, targetsElsewhere: true });
  });
}
