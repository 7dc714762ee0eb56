import type { Finding } from "@taizhang/finding";
import type { SheetReading } from "../table.ts";
import { readSettings } from "./read-settings.ts";
import { noSettings, type Settings, settingsSheetName } from "./settings.ts";

/**
 * The settings that hold for each file (各文件的设置): those given, else the ledger's, else the file's own. What a
 * department explains in its own workbook counts in any case; switching rules off is not for the file that is checked
 * against another's ledger.
 */
export function settingsByFile(
  readings: readonly SheetReading[],
  { settings, ledger = [] }: { readonly settings?: Settings; readonly ledger?: readonly SheetReading[] },
): { settingsOf: (file: string) => Settings; findings: readonly Finding[] } {
  if (settings) return { settingsOf: () => settings, findings: [] };
  const findings: Finding[] = [];
  const own = new Map<string, Settings>();
  const read = ({ grid, file }: SheetReading): Settings => {
    const found = readSettings([grid], file);
    findings.push(...found.findings);
    return found.settings;
  };
  const isSettings = ({ grid }: SheetReading) => grid.name.trim() === settingsSheetName;
  const above = ledger.find(isSettings);
  const ruling = above && read(above);
  for (const reading of readings) {
    if (!isSettings(reading) || own.has(reading.file)) continue;
    if (above && above.file === reading.file) continue;
    const file = read(reading);
    own.set(
      reading.file,
      ruling ? { ...ruling, explanations: [...ruling.explanations, ...file.explanations] } : file,
    );
  }
  return { settingsOf: (file) => own.get(file) ?? ruling ?? noSettings, findings };
}

/**
 * The settings of a whole roll-up, for its lights and its pace (汇总用的设置): the ledger's, else those of the one file
 * that has any; files that differ have none in common, and the usual ones hold.
 */
export function settingsOfAll(
  readings: readonly SheetReading[],
  ledger: readonly SheetReading[] = [],
): Settings {
  for (const list of [ledger, readings]) {
    const sheets = list.filter(({ grid }) => grid.name.trim() === settingsSheetName);
    const [only, another] = sheets;
    if (only) return another ? noSettings : readSettings([only.grid]).settings;
  }
  return noSettings;
}
