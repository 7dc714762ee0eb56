import { type Entry, entriesOf, type Fold, listOf, matchers, type Same, textOf } from "./plan-match.ts";
import { bare, faces, pairItems } from "./plan-overlap.ts";

/** Hits, false entries and misses of one metric. */
export interface Count {
  hits: number;
  wrong: number;
  missed: number;
}

interface Named {
  readonly no?: unknown;
  readonly title?: unknown;
  readonly lead?: unknown;
  readonly support?: unknown;
}

interface Item extends Named {
  readonly id?: unknown;
  readonly program?: unknown;
  readonly heading?: unknown;
  readonly text?: unknown;
  readonly start?: unknown;
  readonly optional?: unknown;
  readonly indicators?: unknown;
  readonly milestones?: unknown;
  readonly funding?: unknown;
  readonly conditions?: unknown;
}

/** What a reader or a parser took from a plan; every part may be absent. */
export interface Reading {
  readonly programs?: unknown;
  readonly items?: unknown;
  readonly scope?: { readonly end?: number };
  readonly annotatedArticle?: unknown;
}

export const metrics = [
  "items",
  "lead",
  "support",
  "program lead",
  "program support",
  "indicators v+u+bound",
  "indicators v+u",
  "indicators v+u+bound+per",
  "indicators scaled v+u",
  "indicators v+u pooled",
  "milestones due",
  "milestones month-day",
  "milestones due pooled",
  "funding",
  "funding scaled",
  "conditions v+u",
] as const;
export type Metric = (typeof metrics)[number];
export type Counts = Record<Metric, Count>;

const emptyCounts = () =>
  Object.fromEntries(metrics.map((metric) => [metric, { hits: 0, wrong: 0, missed: 0 }])) as Counts;

/** Precision, recall and F1 of a count; null where neither side has anything. */
export function rates({ hits, wrong, missed }: Count): Record<"precision" | "recall" | "f1", number | null> {
  if (hits + wrong + missed === 0) return { precision: null, recall: null, f1: null };
  const precision = hits + wrong ? hits / (hits + wrong) : 0;
  const recall = hits + missed ? hits / (hits + missed) : 0;
  return { precision, recall, f1: precision + recall ? (2 * precision * recall) / (precision + recall) : 0 };
}

/** The counts of several plans together: micro-averaged figures come from these. */
export function sumOf(all: readonly Counts[]): Counts {
  const sum = emptyCounts();
  for (const counts of all)
    for (const metric of metrics)
      for (const part of ["hits", "wrong", "missed"] as const) sum[metric][part] += counts[metric][part];
  return sum;
}

/** For each prediction the gold entry it belongs to, as many pairs as can be (augmenting paths). */
function assign(gold: readonly Entry[], predicted: readonly Entry[], same: Same): (number | undefined)[] {
  const owner: (number | undefined)[] = predicted.map(() => undefined);
  const choices = gold.map((one) => predicted.flatMap((other, j) => (same(one, other) ? [j] : [])));
  const place = (i: number, tried: Set<number>): boolean =>
    (choices[i] ?? []).some((j) => {
      if (tried.has(j)) return false;
      tried.add(j);
      const holder = owner[j];
      if (holder !== undefined && !place(holder, tried)) return false;
      owner[j] = i;
      return true;
    });
  for (const i of gold.keys()) place(i, new Set());
  return owner;
}

interface Tally {
  readonly same: Same;
  /** What excuses a prediction against an optional entry. */
  readonly loose?: Same;
  /** The item itself is optional, and so is all it holds. */
  readonly neutral?: boolean;
}

/** Adds to `count`; returns what was missed and what was wrong, for people. */
function tally(
  count: Count,
  gold: readonly Entry[],
  predicted: readonly Entry[],
  { same, loose = same, neutral = false }: Tally,
): string[] {
  const core = neutral ? [] : gold.filter((one) => !one.optional);
  const spare = neutral ? gold : gold.filter((one) => one.optional);
  const owner = assign(core, predicted, same);
  const rest = predicted.filter((_, j) => owner[j] === undefined);
  const excused = assign(spare, rest, loose);
  const wrong = rest.filter((_, j) => excused[j] === undefined);
  const found = new Set(owner.filter((i) => i !== undefined));
  count.hits += found.size;
  count.missed += core.length - found.size;
  count.wrong += wrong.length;
  return [
    ...core.filter((_, i) => !found.has(i)).map((one) => `missed ${JSON.stringify(one)}`),
    ...wrong.map((one) => `wrong ${JSON.stringify(one)}`),
  ];
}

const sameOrg: Same = (a, b) => a.value === b.value;

/** Departments as entries, each once. */
function orgsOf(x: unknown, fold: Fold): Entry[] {
  const names = listOf(x)
    .flatMap((one) => (typeof one === "string" ? one.split(/[、,;]/) : [(one as { name?: unknown }).name]))
    .map((one) =>
      fold(textOf(one).normalize("NFKC"))
        .replace(/\s/g, "")
        .replace(/等$/, "")
        .replace(/[。;,]$/, ""),
    );
  return [...new Set(names)].filter(Boolean).map((value) => ({ value }));
}

const programKey = (no: unknown) => textOf(no).replace(/[()、.\s]/g, "");
const programsOf = (reading: Reading) => entriesOf(reading.programs) as Named[];
const itemsOf = (reading: Reading) => entriesOf(reading.items) as Item[];

/** An item's own departments, or where it has none those of its program. */
function rolesOf(reading: Reading, item: Item, fold: Fold) {
  const own = { lead: orgsOf(item.lead, fold), support: orgsOf(item.support, fold) };
  if (own.lead.length > 0 || own.support.length > 0) return own;
  const key = programKey((item.program as Named | undefined)?.no ?? item.program);
  const program = programsOf(reading).find(
    ({ no, title }) => key !== "" && (programKey(no) === key || bare(title, fold) === bare(key, fold)),
  );
  return { lead: orgsOf(program?.lead, fold), support: orgsOf(program?.support, fold) };
}

/**
 * The counts of a predicted reading against the gold (拆解质量), and every miss and false entry in words.
 * Optional entries of the gold are neutral.
 * @example rates(scorePlan(gold, predicted).counts.items).f1 // 0.97
 */
export function scorePlan(
  gold: Reading,
  predicted: Reading,
  { fold = (text) => text }: { readonly fold?: Fold } = {},
): { counts: Counts; notes: string[] } {
  const counts = emptyCounts();
  const notes: string[] = [];
  const same = matchers(fold);
  const end = gold.scope?.end;
  const goldItems = itemsOf(gold);
  const items = itemsOf(predicted).filter(
    ({ start }) => end === undefined || typeof start !== "number" || start < end,
  );
  const { partner, taken, likely } = pairItems(
    goldItems.map((item) => faces(item, fold)),
    items.map((item) => faces(item, fold)),
  );
  const repeats = (j: number) =>
    Boolean(gold.annotatedArticle) &&
    likely.some((one) => one.j === j && one.share >= 0.9 && partner.has(one.i));
  const strays = items.filter((_, j) => !taken.has(j) && !repeats(j));
  counts.items.wrong += strays.length;
  notes.push(...strays.map(({ text }) => `wrong item ${textOf(text).slice(0, 50)}`));

  const kinds = [
    ["indicators v+u+bound", "indicators", { same: same.valueAndBound, loose: same.value }],
    ["indicators v+u", "indicators", { same: same.value }],
    ["indicators v+u+bound+per", "indicators", { same: same.valueBoundAndPer, loose: same.value }],
    ["indicators scaled v+u", "indicators", { same: same.valueScaled }],
    ["milestones due", "milestones", { same: same.due, loose: same.monthDay }],
    ["milestones month-day", "milestones", { same: same.monthDay }],
    ["funding", "funding", { same: same.amount }],
    ["funding scaled", "funding", { same: same.amountScaled }],
    ["conditions v+u", "conditions", { same: same.value }],
  ] as const;
  const spoken: readonly Metric[] = ["indicators v+u+bound", "milestones due", "funding"];

  for (const [i, item] of goldItems.entries()) {
    const mate = items[partner.get(i) ?? -1];
    const neutral = Boolean(item.optional);
    if (!neutral) counts.items[mate ? "hits" : "missed"]++;
    if (!mate && !neutral) notes.push(`missed item ${textOf(item.id)} ${textOf(item.title)}`);
    const roles = rolesOf(gold, item, fold);
    const found = mate ? rolesOf(predicted, mate, fold) : { lead: [], support: [] };
    for (const role of ["lead", "support"] as const) {
      const said = tally(counts[role], roles[role], found[role], { same: sameOrg, neutral });
      if (mate) notes.push(...said.map((one) => `${textOf(item.id)} ${role} ${one}`));
    }
    for (const [metric, field, how] of kinds) {
      const said = tally(counts[metric], entriesOf(item[field]), entriesOf(mate?.[field]), {
        ...how,
        neutral,
      });
      if (mate && spoken.includes(metric))
        notes.push(...said.map((one) => `${textOf(item.id)} ${field} ${one}`));
    }
  }
  for (const item of strays) {
    const found = rolesOf(predicted, item, fold);
    counts.lead.wrong += found.lead.length;
    counts.support.wrong += found.support.length;
    for (const [metric, field] of kinds) counts[metric].wrong += entriesOf(item[field]).length;
  }

  const pool = (all: readonly Item[], field: "indicators" | "milestones") =>
    all.flatMap((item) =>
      entriesOf(item[field]).map((one) => (item.optional ? { ...one, optional: true } : one)),
    );
  const heard = items.filter((_, j) => taken.has(j) || !repeats(j)).map(({ optional: _, ...item }) => item);
  tally(counts["indicators v+u pooled"], pool(goldItems, "indicators"), pool(heard, "indicators"), {
    same: same.value,
  });
  tally(counts["milestones due pooled"], pool(goldItems, "milestones"), pool(heard, "milestones"), {
    same: same.due,
    loose: same.monthDay,
  });
  scorePrograms(counts, programsOf(gold), programsOf(predicted), fold);
  return { counts, notes };
}

function scorePrograms(
  counts: Counts,
  gold: readonly Named[],
  predicted: readonly Named[],
  fold: Fold,
): void {
  const open = [...predicted];
  for (const program of gold) {
    const title = bare(program.title, fold);
    const at = open.findIndex(
      (other) =>
        programKey(other.no) === programKey(program.no) ||
        (bare(other.title, fold) !== "" && bare(other.title, fold) === title),
    );
    const [mate] = at < 0 ? [] : open.splice(at, 1);
    for (const role of ["lead", "support"] as const)
      tally(counts[`program ${role}`], orgsOf(program[role], fold), orgsOf(mate?.[role], fold), {
        same: sameOrg,
      });
  }
  for (const program of open)
    for (const role of ["lead", "support"] as const)
      counts[`program ${role}`].wrong += orgsOf(program[role], fold).length;
}
