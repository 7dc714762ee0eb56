import type { FindingCode, Severity } from "@taizhang/finding";
import type { Correction } from "../recognise/correction.ts";

/** The name of the sheet that keeps the settings in a workbook. */
export const settingsSheetName = "台账设置";

/** How one rule of the catalogue is used here (规则设置). What is left out stays as the catalogue has it. */
export interface RuleSetting {
  readonly off?: true;
  readonly severity?: Severity;
}

/** What a user said of one finding (说明、放行、忽略). It holds for a finding with the same code, row and value. */
export interface Explanation {
  readonly code: FindingCode;
  /** The row's 台账编号, else its text; for a name its words; "" for a whole column or sheet. */
  readonly row: string;
  /** What stood in the cell, and the figures that it was compared with. Another value is another finding. */
  readonly value: string;
  readonly reason: string;
  /** Who says so. A release (放行) of an A finding counts only with a name. */
  readonly by?: string;
  /** The day it was written: "2016-10-25". */
  readonly day?: string;
  /** Where given, the finding must be on this sheet, in this column (its heading), of this period. */
  readonly sheet?: string;
  readonly column?: string;
  readonly period?: string;
}

/** What a workbook keeps about its own checks and totals: the sheet 台账设置 as data (设置). */
export interface Settings {
  readonly rules: Readonly<Partial<Record<FindingCode, RuleSetting>>>;
  readonly parameters: Parameters;
  readonly corrections: readonly Correction[];
  readonly explanations: readonly Explanation[];
}

/** Numbers and choices that offices set for themselves (参数). What is left out has its usual value. */
export interface Parameters {
  /** The fewest characters of an explanation; 6 (说明最少字数). */
  readonly reasonLength?: number;
  /** What the weights of a table add up to, where the table does not say it (权重应有总分). */
  readonly weightTotal?: number;
  /** How far a completion rate may be from the recomputed one, in percentage points, beyond rounding; 0 (完成率允许误差). */
  readonly rateTolerance?: number;
  /** The name of a light preset of `@taizhang/kpi` (亮灯标准). */
  readonly light?: string;
  /** How time passes: by month (default) or by day (序时进度). */
  readonly pace?: "month" | "day";
}

/** Settings that change nothing. */
export const noSettings: Settings = { rules: {}, parameters: {}, corrections: [], explanations: [] };

/** The usual fewest characters of an explanation. The domain page §6. */
export const usualReasonLength = 6;

/** The letters and digits of a reason: ...... says nothing (说明字数). */
export const lengthOfReason = (reason: string): number => [...reason.replace(/[^\p{L}\p{N}]/gu, "")].length;
