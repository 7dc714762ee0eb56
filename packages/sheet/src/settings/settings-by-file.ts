import { type Finding, type FindingCode, finding } from "@taizhang/finding";
import { cellPlace } from "@taizhang/grid";
import type { SheetReading } from "../table.ts";
import { readSettings } from "./read-settings.ts";
import { noSettings, type Settings, settingsSheetName } from "./settings.ts";

/** What holds a return to its ledger: only the ledger's office releases these. */
const guards: ReadonlySet<FindingCode> = new Set(["T08", "S09"]);

/**
 * The settings that hold for each file (各文件的设置): those given, else the ledger's, else the file's own where no ledger
 * is given. What a department explains in its own workbook counts beside a ledger as well, but it switches no rule off
 * there, and does not release what holds it to the ledger.
 */
export function settingsByFile(
  readings: readonly SheetReading[],
  { settings, ledger = [] }: { readonly settings?: Settings; readonly ledger?: readonly SheetReading[] },
): { settingsOf: (file: string) => Settings; findings: readonly Finding[] } {
  if (settings) return { settingsOf: () => settings, findings: [] };
  const findings: Finding[] = [];
  const own = new Map<string, Settings>();
  const read = ({ grid, file }: SheetReading, about: readonly SheetReading[]): Settings => {
    const sheets = about.filter((one) => !isSettings(one)).map((one) => one.grid);
    const found = readSettings([grid], file, sheets);
    findings.push(...found.findings);
    return found.settings;
  };
  const isSettings = ({ grid }: SheetReading) => grid.name.trim() === settingsSheetName;
  const [above, ...further] = ledger.filter(isSettings);
  const ruling = above && read(above, [...ledger, ...readings]);
  const twice = ({ grid, file }: SheetReading) =>
    findings.push(finding("R03", { kind: "twice", text: grid.name }, [cellPlace(file, grid.name, "A1")]));
  for (const one of further) if (one.file === above?.file) twice(one);
  for (const reading of readings) {
    if (!isSettings(reading)) continue;
    if (own.has(reading.file)) {
      twice(reading);
      continue;
    }
    if (above && above.file === reading.file) continue;
    const file = read(
      reading,
      readings.filter((one) => one.file === reading.file),
    );
    const beside = ruling ?? (ledger.length > 0 ? noSettings : undefined);
    const said = file.explanations.filter(({ code }) => !guards.has(code));
    own.set(reading.file, beside ? { ...beside, explanations: [...beside.explanations, ...said] } : file);
  }
  return { settingsOf: (file) => own.get(file) ?? ruling ?? noSettings, findings };
}

/**
 * The settings of a whole roll-up, for its lights and its pace (汇总用的设置): the ledger's where one is given, else
 * those of the one file that has any; files that differ have none in common, and the usual ones hold.
 */
export function settingsOfAll(
  readings: readonly SheetReading[],
  ledger: readonly SheetReading[] = [],
): Settings {
  const ruling = ledger.length > 0 ? ledger : readings;
  const [only, another] = ruling.filter(({ grid }) => grid.name.trim() === settingsSheetName);
  return only && !another ? readSettings([only.grid]).settings : noSettings;
}
