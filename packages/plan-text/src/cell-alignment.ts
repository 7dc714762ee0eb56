import { isOrgName, splitOrgList } from "@taizhang/admin-units";
import { findDeadlines, parseQuantity } from "@taizhang/quantity";
import type { Span } from "./plan.ts";
import type { TableColumn } from "./table-columns.ts";

/** What leaving a column empty, and breaking a cell into one more line, costs beside what fits. */
const costs = { missing: 1, broken: 0.5, cut: 1 };
const nothing: Span = { start: 0, end: 0 };

/**
 * The lines of a row as one cell a column. A row of another width has empty or broken cells (缺格、折行): what stands
 * on each line, a date, names, a number, decides which.
 */
export function alignCells(text: string, lines: readonly Span[], columns: readonly TableColumn[]): Span[] {
  const words = lines.map(({ start, end }) => text.slice(start, Math.min(end, start + 200)));
  const fits = words.map((line) => fitsOf(line, columns));
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
        if (!before || (column === 0 && columns[0]?.kind === "no")) continue;
        const cost =
          from === column
            ? breakCost(words[line - 1] ?? "", words[line] ?? "", columns[column])
            : costs.missing * (column - from - 1) + (isOpen(words[line - 1] ?? "") ? costs.cut : 0);
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

/** A list of names goes on behind its last sign. */
const isOpen = (words: string): boolean => /[、,]$/.test(words);

/** A cell may well be broken in a list, and within a name: 市市场|监管局. */
function breakCost(before: string, words: string, column: TableColumn | undefined): number {
  if (isOpen(before)) return 0;
  return column?.kind === "org" && !isNames(before) && isNames(before + words) ? -costs.cut : costs.broken;
}

function withEnd(ends: readonly number[], column: number, to: number): number[] {
  const own = [...ends];
  own[column] = to;
  return own;
}

/** How well the words of a line fit each column; words of a sentence fit those of text only. */
function fitsOf(words: string, columns: readonly TableColumn[]): number[] {
  const isDate = isDateCell(words);
  const isOrg = words.length <= 120 && isNames(words);
  const isSentence = mayBeSentence(words);
  const isNumber = words.length <= 16 && parseQuantity(words).value !== undefined;
  const isPerson = /^[\u3400-\u9fff]{2,4}(?:[、\s][\u3400-\u9fff]{2,4})*$/.test(words) && !isOrg;
  return columns.map(({ kind }) => {
    switch (kind) {
      case "deadline":
        return isDate ? 3 : isOrg || isSentence ? -2 : 0;
      case "org":
        return isOrg ? 3 : isDate || isSentence ? -2 : 0;
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
  });
}

const isDateCell = (words: string): boolean =>
  words.length <= 24 && !/[。;]/.test(words) && findDeadlines(words, {}).length > 0;

const mayBeSentence = (words: string): boolean => words.length > 40 || /[\d。;]/.test(words);

/** Names, each perhaps with its duty in brackets. */
const isNames = (words: string): boolean => {
  const parts = splitOrgList(words.replace(/\((?:牵头|配合|负责|主办|协办|责任)[^()]*\)/g, ""));
  return parts.length > 0 && parts.every(({ text }) => text.length >= 2 && isOrgName(text));
};

/** Whether words are what a column of names or of dates holds. */
export const fitsCell = (words: string, kind: "org" | "deadline"): boolean =>
  kind === "org" ? isNames(words) : isDateCell(words) || /^(?:长期|常态化|持续推进|全年)$/.test(words);

/** Names or a date, as the last cells of a row often are. */
export const isClosingCell = (words: string): boolean => isNames(words) || isDateCell(words);
