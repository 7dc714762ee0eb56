import type { Finding } from "@taizhang/finding";
import type { SheetReading } from "../table.ts";
import { rulesSheetName } from "./rules-sheet-name.ts";
import { readTeamRules, type TeamRule } from "./team-rule.ts";

const none: readonly TeamRule[] = [];

/** The rules of a team's own that hold for each file: those given, else the ledger's, else the file's own (各文件的自编规则). */
export function teamRulesByFile(
  readings: readonly SheetReading[],
  {
    teamRules,
    ledger = [],
  }: { readonly teamRules?: readonly TeamRule[]; readonly ledger?: readonly SheetReading[] },
): { teamRulesOf: (file: string) => readonly TeamRule[]; findings: readonly Finding[] } {
  if (teamRules) return { teamRulesOf: () => teamRules, findings: [] };
  const findings: Finding[] = [];
  const isRules = ({ grid }: SheetReading) => grid.name.trim() === rulesSheetName;
  const read = ({ grid, file }: SheetReading) => {
    const found = readTeamRules([grid], file);
    findings.push(...found.findings);
    return found.rules;
  };
  const above = ledger.find(isRules);
  if (above) {
    const rules = read(above);
    return { teamRulesOf: () => rules, findings };
  }
  const own = new Map<string, readonly TeamRule[]>();
  for (const reading of readings)
    if (isRules(reading) && !own.has(reading.file)) own.set(reading.file, read(reading));
  return { teamRulesOf: (file) => own.get(file) ?? none, findings };
}
