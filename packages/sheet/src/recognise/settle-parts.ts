import { become, type Draft, leafName, numeric } from "./column-meaning.ts";

/** What of a rate a column holds: what is divided, or what it is divided by (分子、分母). */
type RatePart = "numerator" | "denominator";

/** The parts that stand beside a rate, by column; and its own name, where no other column says what is counted. */
export interface RateColumns {
  readonly parts: ReadonlyMap<number, RatePart>;
  readonly named?: { readonly index: number; readonly name: string };
}

const counts =
  /(?:[人户件个处所起次家宗例村项座亩]|[人户件家处]次|面积|里程)数?$|(?:总|数)量$|数$|总数$|面积$|[应已实]\S*[保到收发检办]$/u;
/** What is aimed at and done is no part of a rate: 任务数 and 完成数 give 完成率, which is of the task. */
const aimed = /目标|任务|计划|指标|下达|考核|本[月季年]|上[月年]/u;
const due = /^(?:应当?|需|拟|总|全部|符合条件)/u;
const done = /^(?:已经?|实际?|实有|累计|现|合格|其中)/u;
const rateName = /(?:率|比例|占比|比重|覆盖面|程度)$/u;

const isPercent = ({ path }: Draft): boolean =>
  path.some(({ unit, shown }) => unit === "%" || /[%％]|百分/u.test(shown));

/**
 * 应参保人数 and 已参保人数 beside 参保率's own target of 95 %: they are the parts of the rate, and neither its target nor its
 * actual (分子分母列). Only where the target is in %, by its heading or the column of units, and the two belong together by
 * their words or give the printed rate in each row.
 */
export function settleParts(drafts: readonly Draft[]): RateColumns | undefined {
  const units = drafts.find(({ field }) => field === "unit")?.data;
  const inPercent =
    units !== undefined && units.filled > 0 && units.samples.every((unit) => /^[%％]$/u.test(unit));
  const numbers = drafts.filter(({ data, evidence }) => numeric(data) && evidence[0]?.rule !== "corrected");
  const parts = numbers.filter(
    (one) => counts.test(leafName(one)) && !aimed.test(leafName(one)) && !isPercent(one),
  );
  const targets = numbers.filter(
    (one) => one.field === "target" && !parts.includes(one) && (inPercent || isPercent(one)),
  );
  const [target] = targets;
  if (targets.length !== 1 || !target) return undefined;
  const rates = numbers.filter(
    (one) =>
      one !== target &&
      !parts.includes(one) &&
      (["actualCumulative", "actualPeriod", "completion"].includes(one.field) ||
        rateName.test(leafName(one))),
  );
  const found = parts.flatMap((denominator) =>
    parts.flatMap((numerator) =>
      numerator !== denominator &&
      (areWorded(denominator, numerator) || rates.some((rate) => givesRate(rate, denominator, numerator)))
        ? [{ denominator, numerator }]
        : [],
    ),
  );
  const [pair] = found;
  if (found.length !== 1 || !pair) return undefined;
  become(pair.denominator, "other", 0.9, "rateDenominator");
  become(pair.numerator, "other", 0.9, "rateNumerator");
  const own = rates.find((one) => one.field === "actualCumulative" || one.field === "actualPeriod");
  const rate =
    own ??
    rates.find(
      (one) => rateName.test(leafName(one)) && !/^(?:指标|目标|任务)?(?:完成|达成|执行)/u.test(leafName(one)),
    );
  if (rate && rate !== own) become(rate, "actualCumulative", 0.9, "rateBesideParts");
  const isNamed = drafts.some(({ field }) => field === "indicator" || field === "task");
  return {
    parts: new Map([
      [pair.denominator.index, "denominator"],
      [pair.numerator.index, "numerator"],
    ]),
    ...(rate && !isNamed && rateName.test(leafName(rate))
      ? { named: { index: rate.index, name: leafName(rate) } }
      : {}),
  };
}

/** 应参保人数 and 已参保人数: one thing, due and done. */
function areWorded(denominator: Draft, numerator: Draft): boolean {
  const [whole, part] = [leafName(denominator), leafName(numerator)];
  return due.test(whole) && done.test(part) && whole.replace(due, "") === part.replace(done, "");
}

/** Every row that has the three agrees to a printed digit, and there are two at least. */
function givesRate({ data: rate }: Draft, { data: whole }: Draft, { data: part }: Draft): boolean {
  let met = 0;
  for (const [at, is] of rate.figures.entries()) {
    const [base, value] = [whole.figures[at], part.figures[at]];
    if (is === undefined || base === undefined || value === undefined || base === 0) continue;
    const exact = (value / base) * 100;
    if (Math.abs(exact - is) > 0.6 && Math.abs(exact / 100 - is) > 0.006) return false;
    met++;
  }
  return met >= 2;
}
