import type { Field } from "../field.ts";
import type { Column } from "../table.ts";
import { dataOf, sampleRows } from "./column-data.ts";
import { type Draft, leafOf, settle } from "./column-meaning.ts";
import { hasSpans, pathOf } from "./column-path.ts";
import { settleTogether } from "./columns-together.ts";
import type { ColumnCorrection, Correction } from "./correction.ts";
import { crossTabOf } from "./cross-tab.ts";
import { namesHeader } from "./given-header.ts";
import type { HeaderBlock } from "./header-rows.ts";
import { fold, squeeze } from "./heading.ts";
import { meaningOf } from "./heading-meaning.ts";
import { likelihoodOf, type Opinion, opinionated, opinionsOn } from "./learnt-meaning.ts";
import { measures } from "./measure-words.ts";
import { notedUnit } from "./noted-unit.ts";
import { looksLikeOrgs } from "./org-word.ts";
import { rankRivals } from "./rivals.ts";
import { settleParts } from "./settle-parts.ts";
import { own, ownText, type SheetView, shownAt } from "./sheet-view.ts";
import { looksLikeUnit } from "./unit-word.ts";

export interface ColumnContext {
  readonly title?: string | undefined;
  readonly unitNote?: string | undefined;
  /** Several units, of which each column has the one that fits it. */
  readonly unitNotes?: readonly string[] | undefined;
  readonly corrections: readonly Correction[];
  /** The year of the figures, where the sheet or its file says it. */
  readonly year?: number | undefined;
  /** The last row that may hold data. */
  readonly bottom: number;
  /** By the rules alone, without what was learnt: as it is when the weights are learnt. */
  readonly unaided?: boolean;
}

/** The columns of a table and its shape (列识别). */
export function columnsOf(
  view: SheetView,
  header: HeaderBlock,
  context: ColumnContext,
): {
  columns: Column[];
  drafts: Draft[];
  shape: "long" | "crossTab";
  /** How likely it is a table of targets, from 0 to 1. */
  likelihood: number;
} {
  const looked = look(view, header, context);
  const { drafts, corrected, blocks, rate, likelihood } = settledWith(looked, context);
  const years = drafts
    .map(({ path }) => path.find((heading) => heading.year)?.year)
    .filter((year) => year !== undefined);
  const { year } = context;
  const newest = year !== undefined && years.includes(year) ? year : Math.max(...years);
  // 2025年完成 alone, under a title of 2026: as old as beside 2026年目标.
  const isBeforeTitle = year !== undefined && years.length > 0 && years.every((one) => one < year);
  const latest = isBeforeTitle ? year : years.length > 1 ? newest : undefined;
  rankRivals(drafts, blocks, year);
  const hasUnitColumn = drafts.some(({ field }) => field === "unit");
  const columns = drafts.map((draft): Column => {
    const leaf = leafOf(draft);
    const block = blocks?.get(draft.index);
    const unitCell =
      header.unitRow === undefined
        ? ""
        : fold(ownText(view, header.unitRow, draft.index)).replace(/[()]/g, "");
    const bare = draft.path.findLast((heading) => heading.unit)?.unit;
    const note = hasUnitColumn ? undefined : notedUnit(context, draft, block?.indicator, drafts);
    const unit =
      (looksLikeUnit(unitCell) ? unitCell : undefined) ?? block?.unit ?? (block ? leaf?.unit : bare) ?? note;
    const node = draft.path.findLast((heading) => heading.node)?.node;
    const department =
      departmentOf(view, header, draft.index, block !== undefined) ??
      (block?.indicator && draft.heading.org !== block.indicator ? draft.heading.org : undefined);
    const correction = corrected.get(draft.index);
    const old = latest !== undefined && draft.path.some(({ year }) => year !== undefined && year < latest);
    const numbers = draft.data.numbers > draft.data.filled / 2;
    const past =
      old &&
      !correction &&
      !isLatest(drafts, draft) &&
      (actuals.has(draft.field) ||
        (draft.field === "other" && numbers && draft.evidence.at(-1)?.rule !== "clues"));
    const spent = draft.field === "investmentActual" && !correction && (old || isPast(draft));
    const aimed = draft.field === "target" && !correction && old && doneThen(drafts, draft);
    const field = past ? "actualLastYear" : spent || aimed ? "other" : draft.field;
    const bound = block?.bound ?? leaf?.bound;
    const indicator =
      rate?.named?.index === draft.index ? rate.named.name : correction?.indicator || block?.indicator;
    const isTimed = measures.has(field) || field === "progress" || field === "investmentActual";
    const path = draft.path.flatMap(({ shown }) => (shown === "" ? [] : shown));
    const column: Head = { index: draft.index, path, field };
    // One by one: twenty columns a sheet, and few have any of these.
    if (indicator) column.indicator = indicator;
    if (rate?.parts.has(draft.index)) column.part = rate.parts.get(draft.index);
    if (block?.division) column.division = block.division;
    if (unit) column.unit = unit;
    if (bound) column.bound = bound;
    if (department) column.department = department;
    if (node && isTimed) column.node = node;
    const confidence = past
      ? Math.max(0.6, Math.round(draft.confidence * 90) / 100)
      : Math.round(draft.confidence * 100) / 100;
    const evidence = past
      ? [...draft.evidence, { rule: "pastYear", saw: draft.path.at(-1)?.shown ?? "" }]
      : draft.evidence;
    return Object.assign(column, { confidence, evidence });
  });
  return { columns, drafts, shape: blocks ? "crossTab" : "long", likelihood };
}

type Writable<T> = { -readonly [Key in keyof T]: T[Key] };

/** A column before it is known how sure it is. */
type Head = Writable<Omit<Column, "confidence" | "evidence">>;

/** Each column with its headings and what stands below them, settled by these alone. */
function look(view: SheetView, header: HeaderBlock, context: ColumnContext): Draft[] {
  const spans = hasSpans(view, header);
  const rows = sampleRows(header.firstDataRow, context.bottom);
  const looked: Draft[] = [];
  for (let column = header.left; column <= header.right; column++) {
    const path = pathOf(view, header, column, spans);
    const headings = path.map(({ shown }) => shown);
    const data = dataOf(view, column, rows, headings);
    const heading = meaningOf(path);
    const draft: Draft = { index: column, path, data, heading, field: "other", confidence: 0, evidence: [] };
    settle(draft);
    looked.push(draft);
  }
  return looked;
}

/** The columns as the rules settle them; in a table of targets of which the clues say something else, settled again with that. */
function settledWith(
  looked: readonly Draft[],
  context: ColumnContext,
): Settled & { readonly likelihood: number } {
  const ruled = settled(looked, context);
  if (context.unaided || looked.length > mostForClues || ruled.corrected.size > 0)
    return { ...ruled, likelihood: 0.5 };
  const title = context.title ?? "";
  const likelihood = likelihoodOf(ruled.drafts, ruled.blocks !== undefined, title);
  if (likelihood < 0.1) return { ...ruled, likelihood };
  const opinions = opinionsOn(ruled.drafts, title, yearOfTable(ruled.drafts, context.year));
  return { ...(opinions.size === 0 ? ruled : settled(looked, context, opinions)), likelihood };
}

/** The year of the figures, or the newest that a heading names. */
export const yearOfTable = (drafts: readonly Draft[], year: number | undefined): number | undefined => {
  const years = drafts.flatMap(({ path }) => path.flatMap((heading) => heading.year ?? []));
  return year ?? (years.length > 0 ? Math.max(...years) : undefined);
};

/** In wider sheets each column has many like it, and what was learnt from small ones says little. */
const mostForClues = 200;

interface Settled {
  readonly drafts: Draft[];
  readonly corrected: Map<number, ColumnCorrection>;
  readonly blocks: ReturnType<typeof crossTabOf>;
  readonly rate: ReturnType<typeof settleParts> | undefined;
}

function settled(
  looked: readonly Draft[],
  context: ColumnContext,
  opinions: ReadonlyMap<number, Opinion> = new Map(),
): Settled {
  const drafts = looked.map((one): Draft => {
    const opinion = opinions.get(one.index);
    return opinion ? opinionated(one, opinion) : { ...one };
  });
  const corrected = correct(drafts, context.corrections);
  const blocks = crossTabOf(drafts, context.title);
  settleTogether(
    drafts.filter((draft) => !corrected.has(draft.index)),
    context.title ?? "",
    blocks !== undefined,
  );
  const rate = blocks ? undefined : settleParts(drafts);
  return { drafts, corrected, blocks, rate };
}

const actuals: ReadonlySet<Field> = new Set<Field>(["actualCumulative", "actualPeriod"]);

/** 2020年基数 | 2025年目标 | 2023年实际值: the plan runs over years, and the only figure since its start is its actual. */
const isLatest = (drafts: readonly Draft[], draft: Draft): boolean => {
  const year = yearOfPath(draft);
  const started = drafts.some(
    (one) => one.field === "baseline" && (yearOfPath(one) ?? Infinity) < (year ?? 0),
  );
  return started && !drafts.some((one) => one !== draft && actuals.has(one.field));
};

/** 2024年 over 目标 and 完成, beside 2025年目标: the target of a year that is over. */
const doneThen = (drafts: readonly Draft[], target: Draft): boolean => {
  const year = yearOfPath(target);
  return drafts.some(
    (draft) => yearOfPath(draft) === year && /完成|实际|实绩/.test(draft.path.at(-1)?.name ?? ""),
  );
};

const yearOfPath = ({ path }: Draft): number | undefined => path.find((heading) => heading.year)?.year;

/** 截至上年底累计完成投资: what was spent before the year of the plan. */
const isPast = ({ path }: Draft): boolean => path.some(({ name }) => /上年|去年|往年|以前年度/.test(name));

/** The department over the column; in a block a merged or leftmost cell speaks for all of it. */
function departmentOf(
  view: SheetView,
  header: HeaderBlock,
  column: number,
  inBlock: boolean,
): string | undefined {
  const row = header.departmentRow;
  if (row === undefined || !inBlock) return undefined;
  for (let left = column; left >= header.left; left--) {
    const value = shownAt(view, row, left);
    if (typeof value === "string" && value.trim() !== "")
      return looksLikeOrgs(value.trim()) ? squeeze(value) : undefined;
    if (own(view, header.top, left) !== null && left < column && !view.mergeAt(header.top, left)) break;
  }
  return undefined;
}

/** Applies what the user said before; returns the corrected columns. */
function correct(drafts: readonly Draft[], given: readonly Correction[]): Map<number, ColumnCorrection> {
  const found = new Map<number, ColumnCorrection>();
  const corrections = given.flatMap((one) => (namesHeader(one) ? [] : [one]));
  if (corrections.length === 0) return found;
  const byHeader = new Map(corrections.map((correction) => [fold(correction.header), correction]));
  for (const draft of drafts) {
    const whole = draft.path.map(({ shown }) => shown).join("/");
    const correction = byHeader.get(fold(whole)) ?? byHeader.get(fold(draft.path.at(-1)?.shown ?? ""));
    if (!correction || draft.path.length === 0) continue;
    draft.field = correction.field;
    draft.confidence = 1;
    draft.evidence = [{ rule: "corrected", saw: correction.header }];
    found.set(draft.index, correction);
  }
  return found;
}
