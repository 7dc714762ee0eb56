import type { Finding } from "@taizhang/finding";
import { type CleanText, cleanText } from "./clean.ts";
import { confidenceOf } from "./confidence.ts";
import type { ItemDraft } from "./draft.ts";
import { itemFindings } from "./find-item.ts";
import { orgFindings } from "./find-orgs.ts";
import { garbled, masked, unreadableDates } from "./find-text.ts";
import { gatherItems } from "./gather.ts";
import type { TextItem, TextPlan } from "./plan.ts";
import { readItem } from "./read-item.ts";
import { responsibilities } from "./responsibilities.ts";
import { planRegion, planTitle } from "./title.ts";
import { planYear } from "./year.ts";

/** What `parsePlan` may be told. */
export interface ParsePlanOptions {
  /** The plan's year, where the text states none. */
  readonly year?: number | undefined;
  /** One traditional letter as its simplified one, letter by letter so that offsets hold (繁转简). */
  readonly simplify?: ((letter: string) => string) | undefined;
}

/**
 * The items of a plan's prose with their targets, milestones, money and responsibilities, each with its place in the
 * text, and what is uncertain as findings (计划文本解析). Nothing throws; whatever text comes in, a plan comes out.
 * @example parsePlan("1.新增就业500人。(责任单位:区人社局)").plan.items[0]?.lead // ["区人社局"]
 */
export function parsePlan(
  source: string,
  { year: given, simplify }: ParsePlanOptions = {},
): { plan: TextPlan; findings: Finding[] } {
  const clean = cleanText(source, simplify);
  const { text } = clean;
  const { programs, items: drafts } = gatherItems(text);
  const title = planTitle(text);
  const year = given ?? planYear(text, title, drafts);
  const once = withoutRepeats(text, drafts);
  const kept = new Set(once.map(({ program }) => program));
  const read = once.flatMap((draft) => {
    const item = readItem(source, clean, draft, year);
    return item ? [{ draft, item }] : [];
  });
  const { items, findings } = withFindings(source, clean, read, year);
  return {
    plan: {
      title: title ?? null,
      year: year ?? null,
      region: planRegion(title, source) ?? null,
      programs: programs
        .filter((program) => kept.has(program))
        .map(({ no, title: name, orgs }) => {
          const { lead, support } = responsibilities(orgs);
          return { no, title: name, lead, support };
        }),
      items,
    },
    findings,
  };
}

interface ReadItem {
  readonly draft: ItemDraft;
  readonly item: TextItem;
}

/** The findings of the whole text and of each item, and the items with theirs and a confidence that knows of them. */
function withFindings(
  source: string,
  clean: CleanText,
  read: readonly ReadItem[],
  year: number | undefined,
): { items: TextItem[]; findings: Finding[] } {
  const findings = [
    ...garbled(source, clean),
    ...masked(
      clean.text,
      read.map(({ draft }) => ({ start: draft.from, end: draft.reach })),
      clean.source,
    ),
  ];
  const byOrg = orgFindings(read.map(({ item }) => item));
  const items = read.map(({ draft, item }, index): TextItem => {
    const own = [
      ...itemFindings(item, year),
      ...unreadableDates(clean.text, { start: draft.from, end: draft.reach }, clean.source),
      ...byOrg.filter((one) => one.index === index).map(({ found }) => found),
    ];
    const first = findings.length;
    findings.push(...own);
    const suspect = own.some(({ code }) => code !== "U04" && code !== "D02");
    return {
      ...item,
      ...confidenceOf({
        numbered: draft.no !== null,
        roles: item.lead.length === 0 ? "none" : draft.inherits ? "inherited" : "own",
        measurable: item.indicators.length + item.milestones.length + item.funding.length > 0,
        suspect,
      }),
      findings: own.map((_, at) => first + at),
    };
  });
  return { items, findings };
}

/** An item whose words came before, whole or cut off, is the same item: web pages repeat articles. */
function withoutRepeats(text: string, items: readonly ItemDraft[]): ItemDraft[] {
  const seen = new Map<string, string[]>();
  return items.filter(({ start, end }) => {
    const key = text.slice(start, end).replace(/[^\p{L}\p{N}]/gu, "");
    if (key.length < 12) return true;
    const alike = seen.get(key.slice(0, 12)) ?? [];
    if (alike.some((one) => one.startsWith(key))) return false;
    if (alike.length < 8) seen.set(key.slice(0, 12), [...alike, key]);
    return true;
  });
}
