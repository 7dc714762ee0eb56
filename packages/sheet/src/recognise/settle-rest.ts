import type { Field } from "../field.ts";
import { become, type Draft, leafName, leafOf, numeric, parentOf, share } from "./column-meaning.ts";

const planned = /^(?:年度|全年|本年|X年)?(?:计划|任务|目标|下达|应)(?!投资|生育)/;
const today = /^(?:当日|今日|本日|昨日|当天|本周|当周|本旬|当旬|本月|当月|X月)(?:已|新增|完成)?/;
const done = /^(?:本年|全年|X年|至X月)?(?:累计|实际|已)(?:完成|新增)?/;
const prefixes: readonly (readonly [RegExp, Field])[] = [
  [planned, "target"],
  [today, "actualPeriod"],
  [done, "actualCumulative"],
];

/**
 * 计划播种面积, 当日播种面积, 累计播种面积: the same noun behind words of plan and deed. Columns that share a noun are
 * its target and its actuals, whatever the noun is (同一名词).
 */
export function settleNouns(drafts: readonly Draft[]): void {
  const nouns = new Map<string, { draft: Draft; field: Field }[]>();
  for (const draft of drafts) {
    // 计划投入 | 已投入: money, which its words say by themselves.
    if (!numeric(draft.data) || draft.heading.field?.startsWith("investment")) continue;
    const name = leafOf(draft)?.name ?? "";
    for (const [prefix, field] of prefixes) {
      const noun = name.replace(prefix, "");
      if (noun === name || noun.length < 2 || (isListed(draft) && draft.heading.field !== field)) continue;
      nouns.set(noun, [...(nouns.get(noun) ?? []), { draft, field }]);
      break;
    }
  }
  for (const members of nouns.values()) {
    const fields = new Set(members.map(({ field }) => field));
    if (!fields.has("target") || fields.size < 2) continue;
    for (const { draft, field } of members) if (!isListed(draft)) become(draft, field, 0.75, "sameNoun");
  }
}

/**
 * 更新及时率目标 | 更新及时率, 合格率要求 | 实际合格率: what the target is named for is what was reached of it (同名实绩).
 */
export function settleNamesakes(drafts: readonly Draft[]): void {
  for (const target of drafts) {
    if ((target.field !== "target" && target.field !== "definition") || !numeric(target.data)) continue;
    const noun = /^(.{3,})(?:目标|任务|要求|指标)(?:数|量|值)?$/.exec(leafName(target))?.[1];
    if (!noun) continue;
    const found = drafts.filter(
      (draft) =>
        draft.index > target.index &&
        numeric(draft.data) &&
        draft.heading.group === undefined &&
        !isListed(draft) &&
        leafName(draft).replace(/^(?:实际|累计|目前|现)/, "") === noun,
    );
    const [own] = found;
    if (!own || found.length > 1 || own.evidence.some(({ rule }) => rule === "corrected")) continue;
    if (target.field !== "target") become(target, "target", 0.7, "sameNoun");
    if (own.field !== "actualCumulative") become(own, "actualCumulative", 0.7, "sameNoun");
  }
}

/** 市定标准 | 现有数 | 缺口数: behind what is aimed at, and where nothing else was done, what there is now (现有数). */
export function settleStock(drafts: readonly Draft[]): void {
  if (drafts.some(({ field }) => field.startsWith("actual") || field === "investmentActual")) return;
  const target = drafts.find(({ field, data }) => field === "target" && numeric(data));
  const [stock, another] = drafts.filter(({ field }) => field === "baseline");
  if (!target || !stock || another || stock.index < target.index) return;
  if (/^(?:目前|当前|我.)?现(?:有|状)/.test(leafName(stock)))
    become(stock, "actualCumulative", 0.65, "onlyStock");
}

/** A listed word needs no noun: 计划播种面积 is a target by itself, and tells of 当日播种面积. */
const isListed = ({ heading }: Draft): boolean => heading.evidence[0]?.rule === "word";

/**
 * 年度预算 | 1—10月完成 | 占预算（%）: revenue is measured against its budget. Where the rate says so and nothing else is
 * aimed at, the budget is the target and no source of funds (预算作目标).
 */
export function settleBudget(drafts: readonly Draft[]): void {
  const budgets = drafts.filter(({ field, data }) => field === "funding" && numeric(data));
  for (const budget of budgets) {
    if (!/预算/.test(leafName(budget))) continue;
    const group = drafts.filter(({ heading }) => heading.group === budget.heading.group);
    if (group.some((one) => one !== budget && budgetOrAim.has(one.field))) continue;
    const isRated = group.some(
      ({ field, path }) => field === "completion" && ofBudget.test(path.at(-1)?.name ?? ""),
    );
    // 营业收入 over 年度预算, 累计完成 and 完成率: an indicator is measured against it.
    const isBlock =
      budget.heading.group !== undefined &&
      group.some(({ field }) => field === "actualCumulative") &&
      group.some(({ field }) => field === "completion");
    if (isRated || isBlock) become(budget, "target", 0.75, "rateOfBudget");
  }
}

const budgetOrAim: ReadonlySet<Field> = new Set<Field>(["funding", "target", "investmentPlan"]);
const ofBudget =
  /^(?:占|为|完成)(?:年初|年度|全年|本年|调整)*预算|^(?:年度|全年|本年)?预算(?:完成|执行|实现)/;

/** 上年结转 | 本年下达 | 可用资金: an amount in the midst of money is money (资金列之间). */
export function settleMoney(drafts: readonly Draft[]): void {
  for (const [index, draft] of drafts.entries())
    if (
      draft.field === "other" &&
      draft.heading.field === undefined &&
      numeric(draft.data) &&
      drafts[index - 1]?.field === "funding" &&
      drafts[index + 1]?.field === "funding"
    )
      become(draft, "funding", 0.6, "amongMoney");
}

const whole = /^(?:合计|小计|总计|总额|计|总投资|投资额)$/;
const source =
  /^(?:其中)?(?:中央|国家|省|市|县|区|地方|本级|上级|自筹|银行|贷款|专项债|债券|社会|财政|企业|单位|其他|群众|业主|预算内)/;

/** 合计 | 中央 | 省级 | 市县 under 年度投资计划: the plan, and where its money comes from (计划分来源). */
export function settleSources(drafts: readonly Draft[]): void {
  for (const draft of drafts) {
    const parent = draft.field === "investmentPlan" ? parentOf(draft)?.shown : undefined;
    if (!parent || !whole.test(leafName(draft))) continue;
    const others = drafts.filter((other) => other !== draft && parentOf(other)?.shown === parent);
    if (others.length < 2 || !others.every((other) => source.test(leafName(other)) && numeric(other.data)))
      continue;
    for (const other of others) become(other, "funding", 0.75, "partOfPlan");
  }
}

/** 累计支出, 已拨付 beside money and no target: money that was spent (已支出). */
export function settlePayments(drafts: readonly Draft[]): void {
  const has = (...fields: readonly Field[]): boolean => drafts.some(({ field }) => fields.includes(field));
  if (!has("investmentTotal", "funding", "investmentPlan")) return;
  if (has("unit", "indicator", "investmentActual")) return;
  if (drafts.some(({ field, data }) => ["target", "node", "stretch"].includes(field) && numeric(data)))
    return;
  for (const draft of drafts)
    if (
      draft.field === "actualCumulative" &&
      numeric(draft.data) &&
      /支出|拨付|支付|报账/.test(leafName(draft)) &&
      !draft.path.some(({ unit }) => unit !== undefined && !/元$/.test(unit))
    )
      become(draft, "investmentActual", 0.7, "besideMoney");
}

/**
 * 总投资 | 2016年计划 | 1—10月完成: the plan of the year beside a project's 总投资, where neither has a unit that sets it apart
 * from the other, is of the same money (项目的年度计划).
 */
export function settleYearPlan(drafts: readonly Draft[]): void {
  const has = (...fields: readonly Field[]): boolean => drafts.some(({ field }) => fields.includes(field));
  const plans = drafts.filter(({ field }) => field === "target");
  const [plan] = plans;
  const [whole, another] = drafts.filter(({ field }) => field === "investmentTotal");
  if (!plan || plans.length > 1 || !whole || another || !numeric(plan.data) || !numeric(whole.data)) return;
  if (has("unit", "indicator", "investmentPlan", "node", "stretch") || plan.heading.group) return;
  if (!/^(?:本年度?|年度|当年|X年度?|全年)计划$/.test(leafName(plan))) return;
  if ([plan, whole].some(({ path }) => path.some(({ unit }) => unit !== undefined))) return;
  become(plan, "investmentPlan", 0.8, "besideInvestment");
}

/**
 * 计划投资 | 本月完成 | 累计完成: where nothing but money is planned, and no column of units says otherwise, money is what was
 * done (只计投资).
 */
export function settleSpending(drafts: readonly Draft[]): void {
  const has = (...fields: readonly Field[]): boolean => drafts.some(({ field }) => fields.includes(field));
  if (!has("investmentPlan") || has("target", "node", "stretch", "unit")) return;
  const years = yearsOf(drafts, "investmentPlan");
  // 至2015年底完成投资 before 2016年计划: what was spent before the plan began.
  const isBefore = (draft: Draft) => yearsOf([draft]).some((year) => years.some((one) => year < one));
  if (drafts.some((draft) => draft.field === "investmentActual" && !isBefore(draft))) return;
  for (const draft of drafts)
    if (
      (draft.field === "actualCumulative" || draft.field === "actualPeriod") &&
      numeric(draft.data) &&
      /^(?:(?:项目)?(?:开工|建设|启动)以来)?$/.test(draft.heading.group ?? "") &&
      !draft.path.some(({ unit }) => unit !== undefined && unit !== "%" && !/元$/.test(unit))
    )
      become(draft, "investmentActual", 0.75, "onlyMoneyPlanned");
}

/** The years that the headings of these columns name, of one field or of all. */
const yearsOf = (drafts: readonly Draft[], field?: Field): number[] =>
  drafts
    .filter((draft) => field === undefined || draft.field === field)
    .flatMap(({ path }) => path.flatMap(({ year }) => year ?? []));

/** Ⅲ类 aimed at, Ⅱ类 found: a column of a month that speaks the words of the target is its actual (同一说法). */
export function settleVocabulary(drafts: readonly Draft[]): void {
  const target = drafts.find(({ field, data }) => field === "target" && data.samples.length > 1);
  if (!target) return;
  const words = new Set(target.data.samples);
  for (const draft of drafts) {
    if (!["other", "progress"].includes(draft.field)) continue;
    const { samples, filled } = draft.data;
    const node = draft.path.some((heading) => heading.node !== undefined);
    if (!node || samples.length < filled * 0.8) continue;
    if (samples.filter((word) => words.has(word)).length < samples.length * 0.5) continue;
    const toDate = /至X月|累计/.test(leafName(draft));
    become(draft, toDate ? "actualCumulative" : "actualPeriod", 0.7, "wordsOfTarget");
  }
}

const rateEnd = /(?:率|比例|占比|百分比|进度)$/;
const deed =
  /^(?:已|实|现|累计)|(?:开工|竣工|完工|建成|投用|投产|完成|验收|落实|净增|入住|拨付|支付|支出|发放|兑付|到位|征缴|缴费|参保|登记|办结|整改|签约|落地|投产|入库|培训|收获|播种|栽植|交付|销售|检查|排查)(?:户|人|项目|任务|总)?(?:数|量|额|面积|里程|人数|户数|套数|个数|金额|资金)?$/;

/**
 * Beside a target, numbers without a word of ours: 竣工率 is a rate, 竣工数（户） what was done (目标旁的数). Where only some
 * of the deeds have their rate beside them, as 完工数 and not 开工数, the others are steps on the way.
 */
export function settleRest(drafts: readonly Draft[]): void {
  const target = drafts.find(({ field }) => field === "target");
  if (!target) return;
  const unnamed = drafts.filter(
    ({ index, field, heading, data }) =>
      index > target.index && field === "other" && heading.field === undefined && numeric(data),
  );
  for (const draft of unnamed)
    if (isRate(draft) && !hasRate(drafts, draft)) {
      if (isReached(drafts, draft)) become(draft, "actualCumulative", 0.65, "rateIndicator");
      else become(draft, "completion", 0.65, "rateBesideTarget");
    }
  for (const draft of unnamed)
    if (draft.field === "other" && today.test(leafName(draft)))
      become(draft, "actualPeriod", 0.65, "todayBesideTarget");
  const deeds = unnamed.filter((draft) => draft.field === "other" && isDeed(draft));
  const rated = deeds.filter((draft) =>
    drafts.some(
      (other) => other.index === draft.index + 1 && other.field === "completion" && isRateOf(other, draft),
    ),
  );
  const known = drafts.some(({ field }) => field === "actualCumulative");
  for (const draft of rated.length > 0 ? rated : known ? [] : deeds)
    become(draft, "actualCumulative", 0.65, "deedBesideTarget");
}

/** 上半年进度 beside 年度目标 under 能耗强度下降率: of an indicator that is a rate, how far it came. */
const isReached = (drafts: readonly Draft[], { heading: { group } }: Draft): boolean =>
  group !== undefined &&
  /[率比]$|比[重例]$/.test(group) &&
  !drafts.some(({ field, heading }) => field === "actualCumulative" && heading.group === group);

/** 开工率 is of 开工数, and not of 完工数; 完成率 may be of either. */
function isRateOf(rate: Draft, done: Draft): boolean {
  const what = leafName(rate).replace(rateEnd, "");
  return !deed.test(what) || /完成$/.test(what) || leafName(done).startsWith(what);
}

/** 核查处置率 beside 任务完成率: the rate of the target has its word, so that this one is of something else. */
const hasRate = (drafts: readonly Draft[], { heading: { group } }: Draft): boolean =>
  drafts.some(
    ({ field, heading }) => field === "completion" && heading.field === field && heading.group === group,
  );

const undone = /^(?:未|尚|待|剩|欠|缺|差|超)/;
/** 竣工, 已发放资金, 培训人数; not 未开工. */
export const isDeed = (draft: Draft): boolean => deed.test(leafName(draft)) && !undone.test(leafName(draft));
const isRate = (draft: Draft): boolean =>
  !undone.test(leafName(draft)) &&
  (rateEnd.test(leafName(draft)) ||
    share(draft.data.percents, draft.data) >= 0.5 ||
    leafOf(draft)?.unit === "%");

/** 次年1月 beside 11月, 12月: one of a run of months (月份列). */
export function settleMonthRun(drafts: readonly Draft[]): void {
  const months = drafts.filter(
    ({ field, path }) => field === "actualPeriod" && /^X月(?:完成)?$/.test(path.at(-1)?.name ?? ""),
  );
  if (months.length < 2) return;
  for (const draft of drafts)
    if (
      draft.field === "other" &&
      /^(?:次年|上年|当年|本年|X年)X月(?:完成)?$/.test(leafOf(draft)?.name ?? "")
    )
      become(draft, "actualPeriod", 0.75, "besideMonths");
}
