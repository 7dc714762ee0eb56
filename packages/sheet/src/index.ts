/**
 * From a grid to understood tables: recognition of target sheets, their entries and amounts.
 * @packageDocumentation
 */
export { applyEdits } from "./apply-edits.ts";
export { type CheckContext, check } from "./check.ts";
export { checkFormats } from "./check-formats.ts";
export type { FindingChanges } from "./checking/results.ts";
export {
  type CollectLayoutOptions,
  collectLayouts,
  periodOfRegister,
  type RegisterPeriods,
  reportedBefore,
  sentBackBefore,
} from "./collect/collect-layouts.ts";
export {
  type Collected,
  type CollectedRow,
  type CollectInput,
  collectReturns,
} from "./collect/collect-returns.ts";
export type { CollectState, RegisterLine } from "./collect/register-line.ts";
export type { Amount, AmountMark, Cell, Entry } from "./entry.ts";
export { type FiguresContext, figuresOf } from "./facts/figures.ts";
export { type Field, fields } from "./field.ts";
export { findingsSheet } from "./layout/findings-sheet.ts";
export { type LedgerOptions, ledgerLayouts } from "./layout/ledger-sheet.ts";
export { type ScoreInput, scoreLayouts } from "./layout/score-sheets.ts";
export { type SummaryInput, summaryLayouts } from "./layout/summary.ts";
export { templateLayouts } from "./layout/template.ts";
export { type KnownOrg, type OrgNames, orgNames, type PrintedOrg } from "./orgs/org-names.ts";
export { readAmount } from "./read/amount.ts";
export { readEntries } from "./read/entries.ts";
export type { ColumnCorrection, Correction, HeaderCorrection } from "./recognise/correction.ts";
export { fieldLabel, fieldWords } from "./recognise/header-words.ts";
export { type RecogniseOptions, recogniseSheet } from "./recognise/recognise.ts";
export { sayReason } from "./recognise/say-reason.ts";
export { recogniseWorkbook } from "./recognise/workbook.ts";
export { explain } from "./settings/explain.ts";
export { type FindingKey, findingKeys } from "./settings/finding-key.ts";
export { noteReleases } from "./settings/note-releases.ts";
export { openSecrecyMarks } from "./settings/open-secrecy-marks.ts";
export { readSettings, type SettingsRead } from "./settings/read-settings.ts";
export {
  type Explanation,
  lengthOfReason,
  noSettings,
  type Parameters,
  type RuleSetting,
  type Settings,
  settingsSheetName,
  usualReasonLength,
} from "./settings/settings.ts";
export { settingsOfAll } from "./settings/settings-by-file.ts";
export { settingsLayout } from "./settings/settings-sheet.ts";
export type { AssignedRow, SplitBy } from "./split/assignments.ts";
export { type SplitFile, splitLedger } from "./split/split-ledger.ts";
export type { SplitOptions } from "./split/split-options.ts";
export { type Checking, startChecking } from "./start-checking.ts";
export type { Column, Evidence, ReasonCode, RowKind, SheetReading, Table, TableRow } from "./table.ts";
export { rulesSheetName } from "./team-rules/rules-sheet-name.ts";
export { readTeamRules, type TeamRule, teamRulesLayout } from "./team-rules/team-rule.ts";
