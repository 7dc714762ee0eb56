import type { Finding, Lang } from "@taizhang/finding";
import type { SheetLayout } from "@taizhang/grid";
import type { Figures, FollowUp, GroupBy, LightRule, RollUp, YearEnd } from "@taizhang/kpi";
import { countsSheet } from "./counts-sheet.ts";
import { findingsSheet } from "./findings-sheet.ts";
import { followUpSheet } from "./follow-up-sheet.ts";
import { sourceRows } from "./source-rows.ts";
import { summarySheet } from "./summary-sheet.ts";
import { layoutWords } from "./words.ts";
import { yearEndSheet } from "./year-end-sheet.ts";

/** What a summary workbook is made from. */
export interface SummaryInput {
  readonly rollUp: RollUp;
  /** The figures that were rolled up: every total's formula adds their rows. */
  readonly figures: Figures;
  readonly findings: readonly Finding[];
  /** 督办清单 and 年底预测, from `followUps` and `yearEnds`; a sheet each, where there are some. */
  readonly followUps?: readonly FollowUp[];
  readonly yearEnds?: readonly YearEnd[];
  readonly by: readonly GroupBy[];
  /** The rule of the lights, from `lightRule`. */
  readonly rule: LightRule;
  readonly lang: Lang;
  /** The link to a source file, relative to where the summary will lie. */
  readonly linkTo: (file: string) => string;
}

/**
 * The sheets of a summary workbook (汇总工作簿): the roll-up with live formulas, task states, the sources of every
 * number with links to their cells, and the findings with links to theirs.
 */
export function summaryLayouts({
  rollUp,
  figures,
  findings,
  followUps = [],
  yearEnds = [],
  by,
  rule,
  lang,
  linkTo,
}: SummaryInput): SheetLayout[] {
  const sources = sourceRows(rollUp.cells, figures, layoutWords[lang], linkTo);
  return [
    summarySheet(rollUp.cells, by, sources, rule, lang),
    ...(rollUp.counts.some(({ total }) => total > 0) ? [countsSheet(rollUp.counts, by, lang)] : []),
    ...(followUps.length > 0 ? [followUpSheet(followUps, lang, linkTo)] : []),
    ...(yearEnds.length > 0 ? [yearEndSheet(yearEnds, lang)] : []),
    findingsSheet(findings, lang, linkTo),
    sources.sheet,
  ];
}
