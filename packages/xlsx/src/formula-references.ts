import { columnIndex, lastColumn, lastRow, parseCell, type Range } from "@taizhang/grid";

/** A block that a formula names, on its own sheet where it names none. */
interface Reference {
  readonly sheet?: string;
  /** The last sheet of a range of sheets such as `一月:三月!B2`. */
  readonly lastSheet?: string;
  readonly range: Range;
}

/** What a formula depends on (公式引用). */
export interface References {
  readonly blocks: readonly Reference[];
  /** Defined names, with the sheet in front where the formula writes one. */
  readonly names: readonly { readonly sheet?: string; readonly name: string }[];
  /** True if it may depend on any cell: INDIRECT, OFFSET, table references, ranges put together by functions. */
  readonly anywhere: boolean;
}

const token = new RegExp(
  [
    '"(?:[^"]|"")*"', // a text
    "(?:(?:'((?:[^']|'')+)'|((?:\\[[^[\\]]{0,260}\\])?[\\p{L}\\p{N}_][\\p{L}\\p{N}_.\\\\]*(?::[\\p{L}\\p{N}_.]+)?))!)?" + // a sheet, or a range of them
      "(?:(\\$?[A-Za-z]{1,3}\\$?[1-9]\\d{0,6})(?::(\\$?[A-Za-z]{1,3}\\$?[1-9]\\d{0,6}))?(?![\\p{L}\\p{N}_.(])" +
      "|\\$?([A-Za-z]{1,3}):\\$?([A-Za-z]{1,3})(?![\\p{L}\\p{N}_.(])" +
      "|\\$?([1-9]\\d{0,6}):\\$?([1-9]\\d{0,6})(?![\\p{L}\\p{N}_.(])" +
      "|([\\p{L}_\\\\][\\p{L}\\p{N}_.\\\\?]*)(\\s*\\(|\\[)?)", // a function, a table or a name
    "#[A-Z\\d/]+[!?A]?", // an error value
    "\\p{N}[\\p{N}.]*(?:[eE][-+]?\\d+)?",
    "[:[\\]]",
  ].join("|"),
  "gu",
);

/** The blocks and names that a formula refers to; anything it cannot be sure of counts as `anywhere`. */
export function referencesOf(formula: string): References {
  // longer than Excel allows: not worth the time that a hostile one could take
  if (formula.length > 8192) return { blocks: [], names: [], anywhere: true };
  const blocks: Reference[] = [];
  const names: { sheet?: string; name: string }[] = [];
  let anywhere = false;
  for (const match of formula.matchAll(token)) {
    const [whole, quoted, bare, first, second, left, right, top, bottom, word, behind] = match;
    // what is left of a range or of brackets was put together in some other way
    if (whole === ":" || whole === "[" || whole === "]") anywhere = true;
    const prefix = quoted?.replaceAll("''", "'") ?? bare;
    if (prefix?.includes("[")) {
      // another workbook, but [0] is this one
      if (prefix.includes("[0]")) anywhere = true;
      continue;
    }
    const sheet = sheetsOf(prefix);
    if (first !== undefined) {
      const range = blockOf(first, second ?? first);
      if (range) blocks.push({ ...sheet, range });
      else anywhere = true;
    } else if (left !== undefined && right !== undefined) {
      const from = columnIndex(left);
      const to = columnIndex(right);
      if (from === undefined || to === undefined) anywhere = true;
      else
        blocks.push({
          ...sheet,
          range: { top: 0, bottom: lastRow, left: Math.min(from, to), right: Math.max(from, to) },
        });
    } else if (top !== undefined && bottom !== undefined) {
      const rows = [Number(top) - 1, Number(bottom) - 1];
      blocks.push({
        ...sheet,
        range: { top: Math.min(...rows), bottom: Math.max(...rows), left: 0, right: lastColumn },
      });
    } else if (word !== undefined) {
      if (behind === "[" || /^(INDIRECT|OFFSET)$/i.test(word)) anywhere = true;
      else if (behind === undefined && !/^(TRUE|FALSE|_xlpm\..*)$/i.test(word))
        names.push({ name: word, ...(sheet.sheet === undefined ? {} : { sheet: sheet.sheet }) });
    }
  }
  return { blocks, names, anywhere };
}

function sheetsOf(prefix: string | undefined): { sheet?: string; lastSheet?: string } {
  if (prefix === undefined) return {};
  const [sheet = "", lastSheet] = prefix.split(":");
  return lastSheet === undefined ? { sheet } : { sheet, lastSheet };
}

function blockOf(first: string, second: string): Range | undefined {
  const from = parseCell(first);
  const to = parseCell(second);
  if (!from || !to) return undefined;
  return {
    top: Math.min(from.row, to.row),
    left: Math.min(from.column, to.column),
    bottom: Math.max(from.row, to.row),
    right: Math.max(from.column, to.column),
  };
}
