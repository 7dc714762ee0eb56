import { type Decimal, decimal } from "@taizhang/quantity";
import type { Dated } from "../dated.ts";
import { groupBy } from "../group-by.ts";
import type { AssessedItem, AssessedOrg, Assessment } from "./assessment.ts";
import { type Breadth, breadthOf } from "./breadth.ts";
import { itemScore } from "./item-score.ts";
import type { RankedScore } from "./org-score.ts";
import { orgScore, type ScoredItem } from "./org-score.ts";
import type { Peers } from "./peers.ts";
import { ranking } from "./ranking.ts";
import {
  type AssessmentRule,
  assessmentRule,
  type ScoreRule,
  scorePresets,
  scoreRule,
} from "./score-preset.ts";
import { scoringRate } from "./scoring-rate.ts";

/** The scores of an assessment (考核得分). */
export interface Scores {
  readonly preset: string;
  readonly rule: Dated<ScoreRule>;
  readonly common: Dated<AssessmentRule>;
  readonly total: Decimal;
  /** Group by group, in each by place; who has no place stands at the foot, by name. */
  readonly orgs: readonly RankedScore[];
  /** The groups whose places compare orgs of very different breadth. */
  readonly breadth: readonly Breadth[];
}

/**
 * The scores, places and grades of an assessment, each with its derivation line by line (年度考核得分). Items are
 * rounded to the printed digits and sums add what is printed, so that the sheet adds up and ranks on what it shows.
 * The order of orgs and items changes no score. An unknown preset throws. The domain page §3.
 * @example score({ preset: "linear", orgs: [{ org: "子县", items: [item] }] }).orgs[0].final // "93.33"
 */
export function score(assessment: Assessment): Scores {
  const { preset, on, total = decimal("100") } = assessment;
  const rule = ruleOf(preset, on);
  const common = assessment.rule ? { since: "", source: "", value: assessment.rule } : assessmentRule(on);
  const groups = [...groupBy(assessment.orgs, ({ group = "" }) => group)].sort(([a], [b]) =>
    a < b ? -1 : 1,
  );
  const orgs = groups.flatMap(([, group]) => {
    const peers = peersOf(group, common.value);
    const scored = group.map((org) =>
      orgScore(
        org,
        org.items.map((item): ScoredItem => {
          const own = item.preset === undefined ? rule.value : ruleOf(item.preset, on).value;
          const context = { rule: own, common: common.value, peers: peers.get(keyOf(item)) ?? [] };
          return { ...item, ...itemScore(item, context) };
        }),
        total,
        common.value,
      ),
    );
    const places = ranking(scored.map(({ final, unranked }) => ({ value: unranked ? null : final })));
    return scored
      .map((one, index): RankedScore => ({ ...one, rank: places[index] ?? null }))
      .sort((a, b) => footLast(a.rank) - footLast(b.rank) || (a.org < b.org ? -1 : 1));
  });
  return { preset, rule, common, total, orgs, breadth: breadthOf(orgs) };
}

const footLast = (rank: number | null): number => rank ?? Number.MAX_SAFE_INTEGER;
const keyOf = ({ key, indicator }: AssessedItem): string => key ?? indicator;

function ruleOf(preset: string, on: string | undefined): Dated<ScoreRule> {
  const rule = scoreRule(preset, on);
  if (!rule)
    throw new RangeError(`No such preset of scores: ${preset}; there are ${scorePresets.join(", ")}`);
  return rule;
}

/** The reported figures of each indicator in a group, by name so that their order changes nothing. */
function peersOf(group: readonly AssessedOrg[], common: AssessmentRule): Map<string, Peers> {
  const all = group.flatMap(({ org, items }) => items.map((item) => ({ org, item })));
  const byName = [...all].sort((a, b) => (a.org < b.org ? -1 : a.org > b.org ? 1 : 0));
  return new Map(
    [...groupBy(byName, ({ item }) => keyOf(item))].map(([key, some]) => [
      key,
      some.flatMap(({ org, item }) => {
        const { actual, target, atLeast } = item;
        if (actual.status !== "reported" || atLeast || item.partial || item.notDue) return [];
        const rate = target === undefined ? undefined : scoringRate(item, target, actual.amount, common).rate;
        return [{ org, actual: actual.amount, unit: item.unit, ...(rate ? { rate } : {}) }];
      }),
    ]),
  );
}
