import type { CleanText } from "./clean.ts";
import type { ItemDraft } from "./draft.ts";
import { itemTitle } from "./item-title.ts";
import { milestonesIn } from "./milestones.ts";
import type { Span, TextItem } from "./plan.ts";
import { readFigures } from "./read-figures.ts";
import { responsibilities } from "./responsibilities.ts";

/** An item as its words say it; its findings and the confidence come later. Undefined where it is no task at all. */
export function readItem(
  source: string,
  clean: CleanText,
  draft: ItemDraft,
  year: number | undefined,
): TextItem | undefined {
  const { text } = clean;
  const words = draft.cells ? draft.cells.map(({ start, end }) => text.slice(start, end)).join("\n") : "";
  const read = draft.cells ? words : readable(text, draft);
  const { indicators, funding, conditions } = readFigures(read, draft.scope);
  const milestones = milestonesIn(draft.cells ? words : text.slice(draft.from, draft.reach), year);
  const real =
    indicators.length + milestones.filter(({ raw }) => !/^(?:(?:19|20)\d\d年|今年|全年)$/.test(raw)).length;
  const own = [...(draft.orgs ?? []), ...draft.statements.flatMap(({ orgs }) => orgs)];
  if (draft.scope !== "task" && real === 0 && own.length === 0) return undefined;
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
  return {
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
    confidence: 0,
    reasons: [],
    findings: [],
  };
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
