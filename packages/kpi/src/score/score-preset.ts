import { type Dated, inForce } from "../dated.ts";
import { assessmentRules } from "../generated/assessment-rules.ts";
import { scorePresets as presets } from "../generated/score-presets.ts";

/** How one indicator is scored; shares are of its weight, decimals as text (计分办法). */
export type ScoreRule =
  /** The weight times the rate, up to `cap`; beyond 1 a bonus of `per` times what is over, at most `atMost`. */
  | {
      readonly kind: "linear";
      readonly cap: string;
      readonly bonus?: { readonly per: string; readonly atMost: string };
    }
  /** The share of the first step that the rate reaches. */
  | {
      readonly kind: "steps";
      readonly steps: readonly { readonly atLeast: string; readonly share: string }[];
      readonly otherwise: { readonly share: string };
    }
  /** `points` off for each full `each` that the rate is short of 1, at most `atMost`. */
  | { readonly kind: "deduct"; readonly each: string; readonly points: string; readonly atMost: string }
  /** In proportion to the best of the group. */
  | { readonly kind: "best" }
  /** 功效系数: `base` + `span` × (x − 不允许值) / (满意值 − 不允许值), of a hundred. */
  | { readonly kind: "efficacy"; readonly base: string; readonly span: string };

/** What is common to all indicators of an assessment (考核通则). */
export interface AssessmentRule {
  /** Printed digits of a score after the point. */
  readonly places: number;
  /** How a ceiling that is passed is rated: T/A or 2−A/T. */
  readonly ceilingRate: "inverse" | "mirror";
  /** 报送扣分: points for each return that never came, and the most that they take. */
  readonly reporting: { readonly each: string; readonly atMost: string };
  /** From the highest on, by the share of the declared total. */
  readonly grades: readonly { readonly atLeast: string; readonly grade: string }[];
  readonly lowest: string;
  /** The grade that 一票否决 sets. */
  readonly vetoGrade: string;
}

const rules = new Map<string, readonly Dated<ScoreRule>[]>(Object.entries(presets));
const common: readonly Dated<AssessmentRule>[] = assessmentRules;

/** The names of the score presets (计分办法名称). */
export const scorePresets: readonly string[] = [...rules.keys()];

/**
 * The rule of a preset in force on a day, with its source; undefined for an unknown name (计分规则). For a day before the
 * first version the first is given, marked `early`; `own` presets hold from the beginning.
 * @example scoreRule("deduct")?.value // { kind: "deduct", each: "0.03", points: "1", atMost: "15" }
 */
export const scoreRule = (preset: string, on?: string): Dated<ScoreRule> | undefined => {
  const versions = rules.get(preset);
  return versions && inForce(versions, on);
};

/** What is common to all presets on a day, with its source: digits, non-reporting, grades (考核通则). */
export const assessmentRule = (on?: string): Dated<AssessmentRule> => inForce(common, on);
