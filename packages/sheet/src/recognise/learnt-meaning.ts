import { doneFields, type Field } from "../field.ts";
import { learntColumns, learntTables } from "../generated/learnt.ts";
import { cluesOf, cluesOfTable } from "./clues.ts";
import type { Draft } from "./column-meaning.ts";
import { rolesOf } from "./figure-relations.ts";
import { hiddenWords } from "./header-words.ts";
import { type Likely, likeliest, weightsOf } from "./learnt-weights.ts";

/** What the clues say of a column, against the rules (据线索). */
export type Opinion = Likely<Field>;

const weights = weightsOf<Field>(learntColumns);
const tableWeights = weightsOf<"targets" | "other">(learntTables);

/** How likely a table is one of targets, by all that its headings and its title say, from 0 to 1. */
export function likelihoodOf(drafts: readonly Draft[], isCrossTab: boolean, title: string): number {
  if (hiddenWords().size > 0) return weigh(drafts, isCrossTab, title);
  // All that the clues of a table are made of: the files of one form have the same of it.
  let key = `${isCrossTab}${title}`;
  for (const { field, path } of drafts) {
    key += `\u0001${field}`;
    for (const { name } of path) key += `\u0002${name}`;
  }
  const before = known.get(key);
  if (before !== undefined) return before;
  const likelihood = weigh(drafts, isCrossTab, title);
  if (known.size >= mostKnown) known.clear();
  known.set(key, likelihood);
  return likelihood;
}

const known = new Map<string, number>();
const mostKnown = 200;

function weigh(drafts: readonly Draft[], isCrossTab: boolean, title: string): number {
  const { what, share } = likeliest(tableWeights(), cluesOfTable(drafts, isCrossTab, title));
  return what === "targets" ? share : 1 - share;
}

/**
 * The columns of which the clues say something else than the rules, and how sure that is. What a listed word says of
 * itself stands; where the rules know nothing little is needed, and the surer they are the more.
 */
export function opinionsOn(
  drafts: readonly Draft[],
  title: string,
  year: number | undefined,
): ReadonlyMap<number, Opinion> {
  const opinions = new Map<number, Opinion>();
  const unsure = drafts.filter((draft) => leastFor(draft) <= 1);
  if (unsure.length === 0) return opinions;
  const roles = rolesOf(
    drafts.map(({ data }) => data),
    new Set(unsure.map(({ data }) => data)),
  );
  for (const draft of unsure) {
    const least = leastFor(draft);
    const likely = likeliest(weights(), cluesOf(draft, drafts, title, year, roles));
    const enough = !counted.has(likely.what)
      ? least
      : Math.max(least, counted.has(draft.field) ? leastInstead : leastCounted);
    if (counted.has(likely.what) && isOfAnotherUnit(draft, drafts)) continue;
    if (likely.what !== draft.field && likely.share >= enough) opinions.set(draft.index, likely);
  }
  return opinions;
}

/** 劳务收入（万元） beside 任务（人） under one heading: no figure of that target. */
const isOfAnotherUnit = (draft: Draft, drafts: readonly Draft[]): boolean => {
  const { heading, path } = draft;
  const unit = path.at(-1)?.unit;
  return (
    unit !== undefined &&
    heading.group !== undefined &&
    drafts.some(
      (other) =>
        other.field === "target" &&
        other.heading.group === heading.group &&
        other.path.at(-1)?.unit !== undefined &&
        other.path.at(-1)?.unit !== unit,
    )
  );
};

/** What enters totals must not be guessed. */
const counted: ReadonlySet<Field> = new Set<Field>(["target", ...doneFields]);
const leastCounted = 0.55;
/** Still less may one thing that is counted be taken for another. */
const leastInstead = 0.85;

/** How sure the clues must be to be heard. */
function leastFor({ field, heading, confidence, evidence, path }: Draft): number {
  if (path.length === 0) return 2;
  if (field === "other" && heading.field === undefined) return 0.4;
  if (confidence >= 0.85) return 2;
  // What a whole last word says together with the data is more than its letters say.
  return confidence >= 0.8 || evidence.at(-1)?.rule === "lastWord" ? 0.85 : 0.6;
}

/** A column of which the clues have been heard. */
export function opinionated(draft: Draft, { what, share }: Opinion): Draft {
  const confidence = Math.min(0.75, Math.round(share * 80) / 100);
  const evidence = [{ rule: "clues", saw: draft.path.at(-1)?.shown ?? "" }];
  return {
    ...draft,
    field: what,
    confidence,
    evidence,
    heading: { ...draft.heading, field: what, confidence, evidence },
  };
}
