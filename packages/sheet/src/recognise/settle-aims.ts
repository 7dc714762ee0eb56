import type { Field } from "../field.ts";
import { become, type Draft, isOpen, leafName, numeric, share, wordy } from "./column-meaning.ts";
import { callsForDeeds } from "./plain-header.ts";

const aimed = /目标|任务|计划|责任书|责任状|考核|实事|分解|下达|规划/;
const awaited =
  /^(?:预期|预计|年度|目标|计划|拟|要)(?:达到|取得|实现|形成)?的?(?:工作)?(?:成果|成效|产出|效果|结果)(?!形式|类型)/;
const noAim = /投资|资金|预算|经费|金额|余额|面积|人口|排名|位次|名次|得分|权重/;

/** Finds what is aimed at where no column is called a target (目标列). */
export function settleAims(drafts: readonly Draft[], title: string): void {
  const has = (...fields: readonly Field[]): boolean => drafts.some(({ field }) => fields.includes(field));
  if (has("target")) return;
  // 年度争取目标 is a stretch beside a firm target; alone it is the target.
  const stretches = drafts.filter(({ field }) => field === "stretch");
  if (stretches.length > 0) {
    for (const draft of stretches) become(draft, "target", 0.75, "onlyAim");
    return;
  }
  // Several columns of ≥50 and ≤4.3 are indicators beside each other, and none of them the target.
  const [bounded, another] = drafts.filter(({ data }) => share(data.bounds, data) >= 0.3);
  if (bounded && !another && bounded.field === "other" && isOpen(bounded)) {
    become(bounded, "target", 0.7, "dataBounds");
    return;
  }
  const named = has("task", "indicator");
  const amount =
    (named ? (amountBesideUnit(drafts, title) ?? amountAfterBaseline(drafts, title)) : undefined) ??
    amountBeforeActual(drafts, title);
  if (amount) become(amount, "target", 0.6, "onlyAmount");
  else if (named && !has("node", "investmentPlan") && !settleQuantities(drafts) && !has("definition"))
    settleResults(drafts);
}

/** 量化要求 over 建成充电桩260个: what is asked for in figures, where nothing else is aimed at (量化要求作目标). */
function settleQuantities(drafts: readonly Draft[]): boolean {
  const found = drafts.filter(
    (draft) =>
      ((["definition", "acceptance", "other"].includes(draft.field) &&
        /量化|定量|具体目标|目标内容/.test(leafName(draft))) ||
        (draft.field === "indicator" &&
          /量化|定量/.test(leafName(draft)) &&
          drafts.some(({ field }) => field === "task"))) &&
      draft.evidence.every(({ rule }) => rule !== "corrected") &&
      draft.data.figured + draft.data.amounts >= draft.data.filled / 2,
  );
  const [only] = found;
  if (!only || found.length > 1 || only.data.filled === 0) return false;
  become(only, "target", 0.75, "onlyAim");
  return true;
}

const pursuing: ReadonlySet<Field> = new Set<Field>([
  "lead",
  "owner",
  "deadline",
  "weight",
  "node",
  "progress",
  "status",
  "stage",
  "completion",
]);

/** Two things at least that one says of what has to be done, or a title that calls for it. */
const isPursued = (drafts: readonly Draft[], title: string): boolean =>
  callsForDeeds(title) ||
  new Set(drafts.map(({ field }) => field).filter((field) => pursuing.has(field))).size > 1;

/** 2030年 | 1—9月完成 | 同比: under a title of targets the one amount before what was done. */
function amountBeforeActual(drafts: readonly Draft[], title: string): Draft | undefined {
  if (!aimed.test(title) || !callsForDeeds(title)) return undefined;
  if (drafts.some(({ field }) => ["node", "investmentPlan", "funding"].includes(field))) return undefined;
  const actual = drafts.findIndex(({ field }) => field === "actualCumulative" || field === "actualPeriod");
  const open = drafts.filter(
    (draft, at) => at < actual && isOpen(draft) && numeric(draft.data) && !draft.data.counting,
  );
  const [first] = open;
  return first && open.length === 1 && !noAim.test(leafName(first)) && first.heading.group === undefined
    ? first
    : undefined;
}

/** 工程量 | 单位: the one amount that a unit column stands beside, in a table of things that somebody has to do. */
function amountBesideUnit(drafts: readonly Draft[], title: string): Draft | undefined {
  const unit = drafts.findIndex(({ field }) => field === "unit");
  if (unit < 0 || !isPursued(drafts, title)) return undefined;
  const found = [drafts[unit - 1], drafts[unit + 1]].filter(
    (draft): draft is Draft =>
      draft !== undefined &&
      numeric(draft.data) &&
      !draft.data.counting &&
      (isOpen(draft) || draft.field === "definition") &&
      !noAim.test(leafName(draft)) &&
      !draft.path.some(({ year }) => year !== undefined),
  );
  const amounts = drafts.filter((draft) => isOpen(draft) && numeric(draft.data) && !draft.data.counting);
  return found.length === 1 && amounts.length < 3 ? found[0] : undefined;
}

/** 现状 | 2027年要达到: the one amount that follows what it starts from, in a table that somebody answers for. */
function amountAfterBaseline(drafts: readonly Draft[], title: string): Draft | undefined {
  const base = drafts.findIndex(({ field }) => field === "baseline");
  const next = drafts[base + 1];
  if (
    base < 0 ||
    !next ||
    !isPursued(drafts, title) ||
    !isOpen(next) ||
    !numeric(next.data) ||
    noAim.test(leafName(next))
  )
    return undefined;
  return /增|减|变|差|比|率$/.test(leafName(next)) ? undefined : next;
}

/** 预期成果 over 划转事项240项: where nothing else is aimed at, results in figures are (成果作目标). */
function settleResults(drafts: readonly Draft[]): void {
  const results = drafts.filter(({ field }) => field === "acceptance");
  const [result] = results;
  if (!result || results.length > 1 || !awaited.test(leafName(result))) return;
  const figures = result.data.samples.filter((text) => /\d/.test(text)).length;
  if (figures * 2 < result.data.samples.length) return;
  if (wordy(result.data) && share(result.data.longTexts, result.data) < 0.5)
    become(result, "target", 0.65, "onlyAim");
}
