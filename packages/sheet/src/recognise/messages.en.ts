import type { ReasonCode } from "../table.ts";

/** Why a sheet is, or is not, a target sheet, in English. */
export const en: Readonly<Record<ReasonCode, string>> = {
  targets: "This sheet holds tasks or indicators with targets; it can be checked and rolled up.",
  empty: "This sheet is empty.",
  noHeader: "No header row was found; please keep a row with column names such as 任务名称 and 年度目标.",
  noTargetColumn:
    "The header has no target column; it looks like statistics and is left out of checks and totals. If it is a target sheet, please add a column 年度目标.",
  turned:
    "This sheet has target, actual and the like under each other, so that each column holds targets and actuals by turns; it is left out of checks and totals. Please give each of them a column (Paste Special, Transpose).",
  noData: "The header is that of a target sheet, but nothing has been filled in yet.",
  list: "This looks like a list of names or things, without tasks and targets; it is left out of checks and totals.",
  text: "This looks like text, not a table; it is left out of checks and totals.",
  result:
    "Taizhang made this sheet from other sheets' figures (a summary, a list or scores); it is left out of checks and totals, so that nothing counts twice.",
  settings: "This sheet holds Taizhang's own settings or rules; it is no target sheet.",
};
