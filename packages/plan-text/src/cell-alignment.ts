import { isOrgName, splitOrgList } from "@taizhang/admin-units";
import { findDeadlines, parseQuantity } from "@taizhang/quantity";
import type { Span } from "./plan.ts";
import type { TableColumn } from "./table-columns.ts";

/** What leaving a column empty, and breaking a cell into one more line, costs beside what fits. */
const costs = { missing: 1, broken: 0.5 };
const nothing: Span = { start: 0, end: 0 };

/**
 * The lines of a row as one cell a column. A row of another width has empty or broken cells (缺格、折行): what stands
 * on each line, a date, names, a number, decides which.
 */
export function alignCells(text: string, lines: readonly Span[], columns: readonly TableColumn[]): Span[] {
  if (lines.length === columns.length) return lines.map(({ start, end }) => ({ start, end }));
  const fits = lines.map(({ start, end }) => {
    const words = text.slice(start, Math.min(end, start + 200));
    return columns.map((column) => fitOf(words, column));
  });
  // best[column] is the best way to have laid all lines so far, the last of them in this column
  let best: { score: number; ends: number[] }[] = columns.map((_, column) => ({
    score: column === 0 ? 0 : Number.NEGATIVE_INFINITY,
    ends: column === 0 ? [1] : [],
  }));
  for (let line = 1; line < lines.length; line++) {
    best = columns.map((_, column) => {
      let way = { score: Number.NEGATIVE_INFINITY, ends: [] as number[] };
      for (let from = 0; from <= column; from++) {
        const before = best[from];
        if (!before || (from === 0 && column === 0)) continue;
        const cost = from === column ? costs.broken : costs.missing * (column - from - 1);
        const score = before.score - cost + (fits[line]?.[column] ?? 0);
        if (score > way.score) way = { score, ends: withEnd(before.ends, column, line + 1) };
      }
      return way;
    });
  }
  const last = best.reduce(
    (one, way, column) => {
      const score = way.score - costs.missing * (columns.length - 1 - column);
      return score > one.score ? { score, ends: way.ends } : one;
    },
    { score: Number.NEGATIVE_INFINITY, ends: [] as number[] },
  );
  let from = 0;
  return columns.map((_, column) => {
    const to = last.ends[column];
    if (to === undefined) return nothing;
    const cell = { start: lines[from]?.start ?? 0, end: lines[to - 1]?.end ?? 0 };
    from = to;
    return cell;
  });
}

function withEnd(ends: readonly number[], column: number, to: number): number[] {
  const own = [...ends];
  own[column] = to;
  return own;
}

/** How well the words of a line fit a column; words of a sentence fit those of text only. */
function fitOf(words: string, { kind }: TableColumn): number {
  const isDate = words.length <= 24 && findDeadlines(words, {}).length > 0 && !/[。;]/.test(words);
  const isOrg = words.length <= 120 && isNames(words);
  const isNumber = words.length <= 16 && parseQuantity(words).value !== undefined;
  const isPerson = /^[\u3400-\u9fff]{2,4}(?:[、\s][\u3400-\u9fff]{2,4})*$/.test(words) && !isOrg;
  switch (kind) {
    case "deadline":
      return isDate ? 3 : -2;
    case "org":
      return isOrg ? 3 : isPerson ? 0 : -2;
    case "person":
      return isPerson ? 2 : -1;
    case "target":
      return isNumber ? 2 : /\d/.test(words) && !isDate ? 1 : -1;
    case "unit":
      return words.length <= 6 && !/\d/.test(words) ? 1 : -2;
    case "text":
      return isDate || isOrg ? -1 : isNumber ? 0 : 1;
    case "program":
      return !isDate && !isOrg && words.length <= 12 && !/[\d。;,]/.test(words) ? 1 : -1;
    default:
      return 0;
  }
}

/** Names, each perhaps with its duty in brackets. */
const isNames = (words: string): boolean => {
  const parts = splitOrgList(words.replace(/\((?:牵头|配合|负责|主办|协办|责任)[^()]*\)/g, ""));
  return parts.length > 0 && parts.every(({ text }) => text.length >= 2 && isOrgName(text));
};
