import type { Field } from "../field.ts";
import type { Draft } from "./column-meaning.ts";
import type { Block } from "./cross-block.ts";
import { isRateOf } from "./figure-relations.ts";

/** Of these one column a row speaks. */
const single: ReadonlySet<Field> = new Set<Field>([
  "target",
  "actualCumulative",
  "actualPeriod",
  "actualLastYear",
  "actualLastCumulative",
  "completion",
  "investmentPlan",
  "investmentActual",
  "division",
]);
/** Of another time than the report's, or of what was decided before. */
const elsewhen =
  /历年|历史|以来|上年|去年|次年|下年|明年|调整前|原定|原计划|原目标|[三五十]年(?!度)|十[三四五]五|规划期|预计|预估/;
const step =
  /^(?:累计)?已?(?:签约|立项|下达|申报|招标|启动|开工|动工|申请|受理|摸排|挂网|备案|报名|交办|入库)(?!.*完成)/;

/**
 * Makes sure which of several columns of one field speaks for the row: 累计完成 before 已开工 and 历年累计完成, this year's
 * target before that of five years, the amount that the printed rate comes from before all others, and of 乡镇 and 行政村
 * the finer (同义列的主次). The others keep their field and are less sure than it is.
 */
export function rankRivals(
  drafts: readonly Draft[],
  blocks: ReadonlyMap<number, Block> | undefined,
  year: number | undefined,
): void {
  const found = new Map<string, Draft[]>();
  for (const draft of drafts) {
    if (!single.has(draft.field)) continue;
    const block = blocks?.get(draft.index);
    const key = `${draft.field}/${block?.indicator ?? ""}/${block?.division ?? ""}`;
    found.set(key, [...(found.get(key) ?? []), draft]);
  }
  for (const rivals of found.values()) {
    if (rivals.length < 2) continue;
    const standing = rivals.map((draft) =>
      Math.round((draft.confidence - doubts(draft, drafts, rivals, year)) * 100),
    );
    const best = Math.max(...standing);
    if (standing.filter((one) => one === best).length === rivals.length) continue;
    for (const [at, draft] of rivals.entries()) {
      const is = standing[at] as number;
      if (is === best) continue;
      draft.confidence = Math.max(0.3, Math.min(is / 100, draft.confidence, best / 100 - 0.05));
      draft.evidence = [...draft.evidence, { rule: "besideBetter", saw: draft.path.at(-1)?.shown ?? "" }];
    }
  }
}

/** What speaks against a column, beside others of its field. */
function doubts(
  draft: Draft,
  drafts: readonly Draft[],
  rivals: readonly Draft[],
  year: number | undefined,
): number {
  const text = draft.path.map(({ plain }) => plain).join("");
  const own = draft.path.find((heading) => heading.year)?.year;
  let doubt = 0;
  if (elsewhen.test(text)) doubt += 0.3;
  // 9月份完成投资 beside 1—9月累计完成投资: part of it.
  if (
    draft.field === "investmentActual" &&
    rivals.some(isCumulative) &&
    ofMonth.test(text) &&
    !isCumulative(draft)
  )
    doubt += 0.15;
  if (step.test(draft.path.at(-1)?.name ?? "")) doubt += 0.15;
  if (own !== undefined && year !== undefined && own !== year) doubt += 0.25;
  if (isRated(draft, drafts, rivals)) doubt -= 0.2;
  if (draft.field === "division" && rivals.some(({ data }) => data.distinct > draft.data.distinct))
    doubt += 0.3;
  return doubt;
}

const ofMonth = /本[月季旬周]|当[月季旬周]|单月|\d月|一月|季度/;
const isCumulative = ({ path }: Draft): boolean =>
  path.some(({ name }) => /累计|至X月|[年以]来|本年/.test(name));

/** A printed rate comes from this column and from none of its rivals. */
function isRated(draft: Draft, drafts: readonly Draft[], rivals: readonly Draft[]): boolean {
  const isTarget = draft.field === "target";
  if (!isTarget && draft.field !== "actualCumulative") return false;
  const others = drafts.filter(({ field }) => field === (isTarget ? "actualCumulative" : "target"));
  const rates = drafts.filter(({ field }) => field === "completion");
  const gives = (one: Draft): boolean =>
    rates.some((rate) =>
      others.some((other) =>
        isRateOf(rate.data, (isTarget ? one : other).data, (isTarget ? other : one).data),
      ),
    );
  return gives(draft) && !rivals.some((one) => one !== draft && gives(one));
}
