import { become, type Draft, numeric } from "./column-meaning.ts";
import { isRateOf } from "./figure-relations.ts";

const wholes = new Set(["target", "node", "investmentPlan", "investmentTotal", "stretch", "funding"]);
const parts = new Set(["actualCumulative", "actualPeriod", "investmentActual", "funding"]);

/** The rate comes from some target and some actual of the table. */
const isProven = (rate: Draft, drafts: readonly Draft[]): boolean =>
  drafts.some(
    (whole) =>
      wholes.has(whole.field) &&
      drafts.some(
        (part) => part !== whole && parts.has(part.field) && isRateOf(rate.data, whole.data, part.data),
      ),
  );

/**
 * 开工率, 合格率 and 上季度签约率 beside a rate that target and actual give: rates of something else, where neither the figures nor
 * a listed word says otherwise (旁率).
 */
export function settleOtherRates(drafts: readonly Draft[]): void {
  const rates = drafts.filter((draft) => draft.field === "completion" && numeric(draft.data));
  if (rates.length < 2) return;
  const proven = rates.filter((rate) => isProven(rate, drafts));
  for (const rate of rates) {
    if (proven.includes(rate) || rate.heading.evidence[0]?.rule === "word") continue;
    const group = proven.some(({ heading }) => heading.group === rate.heading.group);
    const name = rate.path.at(-1)?.name ?? "";
    if (group && /率$/.test(name) && !/完成|达成|进度|执行|目标|任务|计划|支出|支付/.test(name))
      become(rate, "other", 0.65, "rateOfOther");
  }
}

/** 增减（起）, 增减（人）: a difference in what is counted, and no growth in percent (增减量). */
export function settleDifferences(drafts: readonly Draft[]): void {
  for (const draft of drafts) {
    const { unit, name = "" } = draft.path.at(-1) ?? {};
    if (draft.field === "yearOnYear" && unit !== "%" && /[增减](?:加|少|收|长)?(?:额|数|量)$/.test(name))
      become(draft, "other", 0.75, "unitOfCount");
    if (draft.field !== "yearOnYear" || !unit || /%|点|‰/.test(unit)) continue;
    if (/增减|增加|变化|[±+]/.test(name)) become(draft, "other", 0.75, "unitOfCount");
  }
}

/** 2026年目标（亿元） | 目标增速（%）: the growth that the target means, and no second target (目标增速). */
export function settleAimedGrowth(drafts: readonly Draft[]): void {
  const targets = drafts.filter(({ field }) => field === "target");
  const isGrowth = ({ path }: Draft): boolean => /增速|增幅|增长率?$/.test(path.at(-1)?.name ?? "");
  for (const draft of targets) {
    const unit = draft.path.at(-1)?.unit;
    if (!isGrowth(draft)) continue;
    const beside = targets.some(
      (other) =>
        Math.abs(other.index - draft.index) === 1 &&
        !isGrowth(other) &&
        other.heading.group === draft.heading.group,
    );
    if (beside && (unit === undefined || unit === "%")) become(draft, "other", 0.7, "besideTarget");
  }
}

/** 现状（2024年） | 2025年 | 2026年 | 2027年: what is aimed at in each of the years that follow (逐年目标). */
export function settleYears(drafts: readonly Draft[], isAimed: boolean): void {
  if (drafts.some(({ field }) => field === "target" || parts.has(field))) return;
  const base = drafts.find(({ field }) => field === "baseline");
  if (!base && !isAimed) return;
  const since = base?.path.find((heading) => heading.year)?.year ?? 0;
  const years = drafts.filter(
    (draft) =>
      draft.field === "other" &&
      draft.heading.field === undefined &&
      /^X年$/.test(draft.path.at(-1)?.name ?? "") &&
      (draft.path.at(-1)?.year ?? 0) > since &&
      draft.index > (base?.index ?? -1) &&
      draft.data.numbers + draft.data.amounts > 0,
  );
  if (years.length > 1) for (const draft of years) become(draft, "target", 0.7, "yearsAhead");
}
