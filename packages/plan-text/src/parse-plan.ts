import type { Finding } from "@taizhang/finding";
import { type CleanText, cleanText } from "./clean.ts";
import { confidenceOf } from "./confidence.ts";
import type { ItemDraft } from "./draft.ts";
import { gatherItems } from "./gather.ts";
import { itemTitle } from "./item-title.ts";
import { milestonesIn } from "./milestones.ts";
import type { Span, TextItem, TextPlan } from "./plan.ts";
import { readFigures } from "./read-figures.ts";
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
  const findings: Finding[] = [];
  const once = withoutRepeats(text, drafts);
  const kept = new Set(once.map(({ program }) => program));
  const items = once.flatMap((draft) => itemOf(source, clean, draft, year));
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

function itemOf(source: string, clean: CleanText, draft: ItemDraft, year: number | undefined): TextItem[] {
  const { text } = clean;
  const words = draft.cells ? draft.cells.map(({ start, end }) => text.slice(start, end)).join("\n") : "";
  const read = draft.cells ? words : readable(text, draft);
  const { indicators, funding, conditions } = readFigures(read, draft.scope);
  const milestones = milestonesIn(draft.cells ? words : text.slice(draft.from, draft.reach), year);
  const real =
    indicators.length + milestones.filter(({ raw }) => !/^(?:(?:19|20)\d\d年|今年|全年)$/.test(raw)).length;
  const own = [...(draft.orgs ?? []), ...draft.statements.flatMap(({ orgs }) => orgs)];
  if (draft.scope !== "task" && real === 0 && own.length === 0) return [];
  const inherited = own.length === 0 || draft.inherits ? (draft.program?.orgs ?? []) : [];
  const { lead, support, roles } = responsibilities(own.length > 0 && !draft.inherits ? own : inherited);
  const place = clean.source(draft);
  const toSource = <T extends Span>(one: T): T =>
    draft.cells
      ? { ...one, ...place }
      : { ...one, ...clean.source({ start: one.start + draft.from, end: one.end + draft.from }) };
  const withRaw = <T extends Span & { raw: string }>(one: T): T => {
    const moved = toSource(one);
    return draft.cells ? moved : { ...moved, raw: source.slice(moved.start, moved.end) };
  };
  const measurable = indicators.length > 0 || milestones.length > 0 || funding.length > 0;
  return [
    {
      no: draft.no,
      program: draft.program?.no ?? null,
      title: itemTitle(text.slice(draft.from, draft.end)),
      text: source.slice(place.start, place.end),
      ...place,
      lead,
      support,
      roles,
      indicators: indicators.map(withRaw),
      milestones: milestones.map(withRaw),
      funding: funding.map(withRaw),
      conditions: conditions.map(withRaw),
      kind:
        indicators.length > 0
          ? "quantitative"
          : milestones.length > 0
            ? "milestone"
            : funding.length > 0
              ? "quantitative"
              : "qualitative",
      scope: draft.scope,
      ...confidenceOf({
        numbered: draft.no !== null,
        roles: own.length > 0 && !draft.inherits ? "own" : lead.length > 0 ? "inherited" : "none",
        measurable,
        suspect: false,
      }),
      findings: [],
    },
  ];
}

/** An item's words, with its heading, with its names blanked, letter for letter. */
function readable(text: string, { from: first, end, statements }: ItemDraft): string {
  let out = "";
  let from = first;
  for (const one of statements) {
    if (one.start >= end || one.form === "clause") continue;
    out += text.slice(from, Math.max(from, one.start));
    out += "\n".repeat(Math.max(0, Math.min(one.end, end) - Math.max(from, one.start)));
    from = Math.max(from, Math.min(one.end, end));
  }
  return out + text.slice(from, end);
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
