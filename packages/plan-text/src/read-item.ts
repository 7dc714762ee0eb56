import type { CleanText } from "./clean.ts";
import type { ItemDraft, TableTarget } from "./draft.ts";
import { itemTitle } from "./item-title.ts";
import { milestonesIn } from "./milestones.ts";
import type { Span, TextIndicator, TextItem } from "./plan.ts";
import { readFigures } from "./read-figures.ts";
import { responsibilities } from "./responsibilities.ts";
import type { NamedOrg } from "./statement.ts";

/** An item as its words say it; its findings and the confidence come later. Undefined where it is no task at all. */
export function readItem(
  source: string,
  clean: CleanText,
  draft: ItemDraft,
  year: number | undefined,
): TextItem | undefined {
  const { text } = clean;
  const figures = readFigures(readable(text, draft), draft.scope);
  const fromCells = (draft.targets ?? []).map((one) => tableFigure(one, draft.from, text));
  const indicators = [...figures.indicators, ...fromCells.flatMap(({ indicators: own }) => own)];
  const funding = [...figures.funding, ...fromCells.flatMap(({ funding: own }) => own)];
  const { conditions } = figures;
  const title = itemTitle(text.slice(draft.from, draft.end));
  const milestones = milestonesIn(datedWords(text, draft), year).map((one) =>
    one.what === one.raw || /^(?:计划)?(?:完成)?(?:时限|时间|期限)(?:要求)?$/.test(one.what)
      ? { ...one, what: title }
      : one.what.length < 5
        ? { ...one, what: `${titleHead(title)}${one.what}` }
        : one,
  );
  // a heading that says when its tasks are due speaks of those that name no date of their own
  const { period } = draft.program ?? {};
  if (period && milestones.length === 0) {
    const words = text.slice(period.start, period.end);
    for (const one of milestonesIn(words, year))
      milestones.push({
        ...one,
        what: title,
        start: one.start + period.start - draft.from,
        end: one.end + period.start - draft.from,
      });
  }
  const real =
    indicators.length +
    milestones.filter(({ raw }) => !/^(?:(?:19|20)\d\d年度?|今年|本年度?|全年)$/.test(raw)).length;
  const own = [...(draft.orgs ?? []), ...ownOrgs(draft)];
  if (draft.scope !== "task" && real === 0 && own.length === 0) return undefined;
  const inherited = own.length === 0 || draft.inherits ? (draft.program?.orgs ?? []) : [];
  const { lead, support, roles } = responsibilities(own.length > 0 && !draft.inherits ? own : inherited);
  const place = clean.source(draft);
  const withRaw = <T extends Span & { raw: string }>(one: T): T => {
    const moved = clean.source({ start: one.start + draft.from, end: one.end + draft.from });
    return { ...one, ...moved, raw: source.slice(moved.start, moved.end) };
  };
  return {
    no: draft.no,
    program: draft.program?.no ?? null,
    title,
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
    scope: draft.scope === "overall" && own.length > 0 ? "task" : draft.scope,
    confidence: 0,
    reasons: [],
    findings: [],
  };
}

/** The names of an item's statements; where several brackets each stand behind their own part, each is judged by itself. */
function ownOrgs({ statements: all }: ItemDraft): NamedOrg[] {
  // beside names that a line or a bracket gives, 会同 in the sentence only says how it is done
  const isFirm = all.some(({ form, orgs }) => form !== "clause" && orgs.length > 0);
  const statements = all.filter(
    ({ form, orgs }) => !isFirm || form !== "clause" || orgs.some(({ role }) => role !== "会同"),
  );
  const brackets = statements.filter(({ form, orgs }) => form === "bracket" && orgs.length > 0);
  if (brackets.length < 2 || brackets.length < statements.length)
    return statements.flatMap(({ orgs }) => orgs);
  return brackets.flatMap(({ orgs }) => {
    const isLed = orgs.some(({ kind }) => kind === "lead");
    return orgs.map((one) =>
      one.kind === "responsible" ? { ...one, kind: isLed ? ("support" as const) : ("lead" as const) } : one,
    );
  });
}

const longestHead = 30;

/** A title as the subject of a short word; a long list gives its first members. */
const titleHead = (title: string): string =>
  title.length <= longestHead ? title : (/^.{6,29}(?=、)/.exec(title)?.[0] ?? title.slice(0, longestHead));

/** An item's words, with its heading, with its names blanked, letter for letter. */
const readable = (text: string, { from, end, reach, statements, hidden }: ItemDraft): string =>
  hidden
    ? blanked(text, from, reach, hidden)
    : blanked(
        text,
        from,
        end,
        statements.filter(({ form }) => form !== "clause"),
      );

/** The words in which a deadline may stand: in a row all but its numbers and names, else the labels behind an item too. */
const datedWords = (text: string, { from, reach, hidden }: ItemDraft): string =>
  hidden ? blanked(text, from, reach, hidden) : text.slice(from, reach);

function blanked(text: string, from: number, to: number, spans: readonly Span[]): string {
  let out = "";
  let at = from;
  for (const { start, end } of spans) {
    if (start >= to || end <= at) continue;
    const first = Math.max(at, start);
    const last = Math.min(end, to);
    out += text.slice(at, first) + "\n".repeat(last - first);
    at = last;
  }
  return (out + text.slice(at, to)).replaceAll("\t", "\n");
}

/** A number in a column of targets, by places that count from the item's first letter. */
function tableFigure(
  { start, end, name, value, unit, isMoney }: TableTarget,
  from: number,
  text: string,
): Pick<TextItem, "indicators" | "funding"> {
  const place = { start: start - from, end: end - from, raw: text.slice(start, end) };
  if (isMoney)
    return { indicators: [], funding: [{ source: name, amount: String(value.value), unit, ...place }] };
  const firm: TextIndicator = {
    name,
    value: String(value.value),
    unit,
    bound: value.valueMax === undefined ? value.bound : "range",
    ...(value.valueMax === undefined ? {} : { valueMax: String(value.valueMax) }),
    ...place,
  };
  return {
    indicators:
      value.stretch === undefined
        ? [firm]
        : [firm, { ...firm, value: String(value.stretch), bound: "stretch" }],
    funding: [],
  };
}
