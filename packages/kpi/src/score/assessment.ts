import type { Bound, Direction, Value } from "@taizhang/model";
import type { Decimal } from "@taizhang/quantity";
import type { Source } from "../roll-up-cell.ts";
import type { AssessmentRule } from "./score-preset.ts";

/** One indicator of one org as it is assessed (考核指标). Target and actual stand in `unit`. */
export interface AssessedItem {
  readonly indicator: string;
  /** What makes it the same indicator at every org of the group; default the name. */
  readonly key?: string;
  readonly unit: string;
  readonly direction: Direction;
  readonly bound?: Bound;
  /** 权重, in points of the declared total. */
  readonly weight: Decimal;
  readonly target?: Decimal;
  readonly targetMax?: Decimal;
  readonly actual: Value;
  /** True where the actual is 至少: reports below are missing. */
  readonly atLeast?: boolean;
  /** True where reports below are missing and the actual, of what bounds nothing, is only that of the others. */
  readonly partial?: boolean;
  /** Its own preset, instead of the assessment's. */
  readonly preset?: string;
  /** True for a ceiling or band over a time that has not ended: "only the year's end decides" (未到期末). */
  readonly notDue?: boolean;
  /** 满意值 and 不允许值 of `efficacy`. */
  readonly satisfied?: Decimal;
  readonly unacceptable?: Decimal;
  /** 定性: scored by people alone. */
  readonly qualitative?: boolean;
  /** Points that people gave, from 0 to the weight (评定得分); they go before any rule. */
  readonly given?: Decimal;
  readonly sources?: readonly Source[];
}

/** Points that stand outside the declared total (加分、减分), as positive numbers with their reason; others are not counted. */
export interface Adjustment {
  readonly points: Decimal;
  readonly reason: string;
}

/** One org with all that its score is made from (被考核单位). */
export interface AssessedOrg {
  readonly org: string;
  /** 组别: ranks and the best are within it; "" where there are no groups. */
  readonly group?: string;
  readonly items: readonly AssessedItem[];
  readonly bonuses?: readonly Adjustment[];
  readonly deductions?: readonly Adjustment[];
  /** The periods whose return never came (未报期数). */
  readonly missedReturns?: readonly string[];
  /** 一票否决: each matter sets the grade and leaves the score. */
  readonly vetoes?: readonly string[];
}

/** An assessment: who is assessed, by what (年度考核). */
export interface Assessment {
  readonly orgs: readonly AssessedOrg[];
  /** The preset of every item without its own. */
  readonly preset: string;
  /** The declared total of the weights, 应有总分; default 100. */
  readonly total?: Decimal;
  /** The day on which presets are looked up; default the latest. */
  readonly on?: string;
  /** Instead of the common rule in force. */
  readonly rule?: AssessmentRule;
}
