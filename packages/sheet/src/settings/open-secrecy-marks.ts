import type { Finding } from "@taizhang/finding";
import { secrecyMarks } from "../rules/secrecy-mark.ts";
import type { SheetReading } from "../table.ts";
import { applySettings } from "./apply-settings.ts";
import { settingsByFile } from "./settings-by-file.ts";

/**
 * The secrecy marks on these sheets that nobody has released (未放行的涉密标志). Where there is one, a host stops: it
 * neither shows nor adds up what the workbook holds.
 * @example openSecrecyMarks(recogniseWorkbook(grids, "民政局.xlsx")).length > 0
 */
export function openSecrecyMarks(readings: readonly SheetReading[]): Finding[] {
  const marks = [...secrecyMarks(readings)];
  if (marks.length === 0) return marks;
  const { settingsOf } = settingsByFile(readings, {});
  return applySettings(marks, readings, settingsOf).filter(({ status }) => status === "open");
}
