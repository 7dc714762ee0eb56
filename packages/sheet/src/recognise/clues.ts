import { amountFields, type Field } from "../field.ts";
import { type Draft, leafOf, share } from "./column-meaning.ts";
import type { rolesOf } from "./figure-relations.ts";
import { isState } from "./head-noun.ts";
import { fieldOfParts, fieldOfWord, isListWord } from "./header-words.ts";
import type { Heading } from "./heading.ts";
import { votesOf } from "./letter-votes.ts";
import { callsForDeeds } from "./plain-header.ts";

/**
 * What speaks for or against a meaning of a column, each clue a short key (线索): letters of its headings, what stands
 * below them, what the rules made of it and of its neighbours. The weights of the clues are learnt, see `learnt.ts`.
 */
export function cluesOf(
  draft: Draft,
  drafts: readonly Draft[],
  title: string,
  year: number | undefined,
  roles: ReturnType<typeof rolesOf>,
): string[] {
  const at = drafts.indexOf(draft);
  const leaf = leafOf(draft);
  const kind = kindOf(draft);
  const name = leaf?.name ?? "";
  const end = name.slice(-1);
  const clues = [`d${kind}`, `r${draft.field}`, `d${kind}r${draft.field}`, `d${kind}z${end}`];
  votes(clues, kind, draft);
  const parent = draft.path.filter((heading) => heading.name !== "").at(-2);
  const above = parent ? (fieldOfWord(parent.name) ?? fieldOfParts(parent.full) ?? "name") : "none";
  clues.push(`p${above}`);
  clues.push(`u${unitKind(leaf, parent)}`);
  const { distinct, filled, sampled } = draft.data;
  if (filled > 1) clues.push(distinct === filled ? "unique" : distinct <= filled * 0.6 ? "again" : "mixed");
  for (const role of roles.get(draft.data) ?? []) clues.push(`f${role}`, `f${role}r${draft.field}`);
  if (distinct === 1) clues.push("one");
  const named = draft.path.find((heading) => heading.year)?.year;
  if (named && year)
    clues.push(`y${Math.sign(named - year)}`, `y${Math.sign(named - year)}${name.endsWith("X年")}`);
  if (filled < sampled * 0.6) clues.push("sparse");
  if (at === 0) clues.push("first");
  if (at === drafts.length - 1) clues.push("last");
  const [before, after] = [drafts[at - 1], drafts[at + 1]];
  if (before) clues.push(`l${before.field}`, `k${kindOf(before)}${kind}`);
  if (after) clues.push(`n${after.field}`);
  const others = new Set(drafts.filter((other) => other !== draft).map(({ field }) => field));
  for (const field of told) if (others.has(field)) clues.push(`h${field}`);
  if (others.has(draft.field)) clues.push(`m${draft.field}`);
  clues.push(callsForDeeds(title) ? "aimed" : "plain");
  return clues;
}

/** For which fields the letters of the heading speak, and how strongly. */
function votes(clues: string[], kind: Kind, draft: Draft): void {
  const [first, second] = votesOf(leafOf(draft)?.name ?? "");
  if (!first) return;
  const strength = first.share > 0.9 ? 3 : first.share > 0.6 ? 2 : first.share > 0.35 ? 1 : 0;
  clues.push(
    `1${first.field}`,
    `1${first.field}${strength}`,
    `1${first.field}d${kind}`,
    `1${first.field}r${draft.field}`,
  );
  clues.push(`s${strength}r${draft.field === first.field ? "=" : draft.field === "other" ? "o" : "x"}`);
  if (second && strength < 3) clues.push(`2${second.field}`);
}

/** Whether others are there says what a column may be. */
const told: readonly Field[] = [
  "target",
  "actualCumulative",
  "completion",
  "task",
  "indicator",
  "lead",
  "division",
  "unit",
  "deadline",
  "progress",
  "problem",
  "investmentPlan",
  "node",
  "baseline",
];

/** Pairs of letters, and the last one and two. */
function letters(clues: string[], mark: string, name: string): void {
  const text = name.slice(0, 16);
  for (let at = 0; at + 1 < text.length; at++) clues.push(`${mark}:${text.slice(at, at + 2)}`);
  clues.push(`${mark}z${text.slice(-1)}`, `${mark}z${text.slice(-2)}`);
}

const surname =
  /^[王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤甲乙丙丁戊己庚辛][\u4e00-\u9fff]{1,2}$/;
const tick = /^(?:是|否|有|无|√|×|✓|●|○|✔|▲|△)$/;

/** What all short texts below a heading are: names, states, ticks. */
function kindOfTexts({ samples }: Draft["data"]): Kind | undefined {
  if (samples.length === 0) return undefined;
  const most = (is: (text: string) => boolean) => samples.filter(is).length >= samples.length * 0.8;
  if (most((text) => tick.test(text))) return "tick";
  if (most(isState)) return "state";
  return samples.length > 1 && most((text) => surname.test(text)) ? "name" : undefined;
}

type Kind =
  | "none"
  | "count"
  | "percent"
  | "number"
  | "date"
  | "org"
  | "place"
  | "unit"
  | "long"
  | "short"
  | "told"
  | "name"
  | "state"
  | "tick";

/** What most cells below a heading hold. */
function kindOf({ data }: Pick<Draft, "data">): Kind {
  if (data.filled === 0) return "none";
  if (data.counting) return "count";
  if (share(data.percents, data) >= 0.5) return "percent";
  if (share(data.dates, data) >= 0.5) return "date";
  if (share(data.numbers + data.amounts, data) >= 0.5) return "number";
  if (share(data.units, data) >= 0.5) return "unit";
  if (share(data.places, data) >= 0.5) return "place";
  if (share(data.orgs, data) >= 0.5) return "org";
  if (share(data.longTexts, data) >= 0.4) return "long";
  return kindOfTexts(data) ?? (data.samples.some((text) => /\d/.test(text)) ? "told" : "short");
}

const unitKind = (leaf: Heading | undefined, parent: Heading | undefined): string => {
  const unit = leaf?.unit ?? parent?.unit;
  return unit === undefined ? "" : unit === "%" ? "%" : unit.endsWith("元") ? "money" : "some";
};

/** The same for a table as a whole: is it one of targets? */
export function cluesOfTable(drafts: readonly Draft[], isCrossTab: boolean, title: string): string[] {
  const clues: string[] = [isCrossTab ? "across" : "long", callsForDeeds(title) ? "aimed" : "plain"];
  const fields = new Set(drafts.map(({ field }) => field));
  for (const field of fields) clues.push(`f${field}`);
  const amounts = new Set<Field>(amountFields);
  const unknown = drafts.filter(({ field }) => field === "other").length / drafts.length;
  clues.push(`o${Math.round(unknown * 5)}`);
  const lists = drafts.filter(({ path }) => path.some(({ name }) => isListWord(name))).length;
  clues.push(`w${Math.min(lists, 4)}`);
  if (!drafts.some(({ field }) => amounts.has(field))) clues.push("noamount");
  for (const name of new Set(drafts.map((draft) => leafOf(draft)?.name ?? ""))) letters(clues, "", name);
  letters(clues, "t", title.replace(/20\d\d年度?/g, "").slice(-16));
  return [...new Set(clues)];
}
