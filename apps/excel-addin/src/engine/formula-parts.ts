import { columnIndex, lastColumn, lastRow, parseRange, type Range } from "@taizhang/grid";

/** A piece of a formula: a block of cells, a number, a text, a name with its bracket, or a sign. */
export type Part =
  | { readonly kind: "cells"; readonly sheet?: string; readonly range: Range }
  | { readonly kind: "number" | "text" | "function" | "sign" | "other"; readonly text: string };

const piece =
  /\s+|"((?:[^"]|"")*)"|(?:('(?:[^']|'')+'|[\p{L}_][\p{L}\p{N}_.]*)!)?(\$?[A-Z]{1,3}\$?\d+(?::\$?[A-Z]{1,3}\$?\d+)?|\$?[A-Z]{1,3}:\$?[A-Z]{1,3}|\$?\d+:\$?\d+)(?![\p{L}\p{N}_.(!])|(\d+(?:\.\d+)?)(?![\p{L}\p{N}_.])|([\p{L}_][\p{L}\p{N}_.]*)\(|(?:TRUE|FALSE)\b|[\p{L}_][\p{L}\p{N}_.]*|(<=|>=|<>|[-+*/^&=<>(),%])|[\s\S]/giu;

/**
 * The pieces of a formula as it stands in a cell, without its "=" (公式的各部分). What the list does not know comes as
 * "other": names, tables, other workbooks.
 * @example partsOf("SUM(B2:B9)+汇总!C1").filter(({ kind }) => kind === "cells").length // 2
 */
export function partsOf(formula: string): Part[] {
  const parts: Part[] = [];
  for (const [all, text, sheet, cells, number, name, sign] of formula.matchAll(piece)) {
    const range = cells === undefined ? undefined : blockOf(cells.replaceAll("$", ""));
    if (range)
      parts.push({ kind: "cells", range, ...(sheet === undefined ? {} : { sheet: sheetName(sheet) }) });
    else if (text !== undefined) parts.push({ kind: "text", text: text.replaceAll('""', '"') });
    else if (number !== undefined) parts.push({ kind: "number", text: number });
    else if (name !== undefined) parts.push({ kind: "function", text: name.toUpperCase() });
    else if (sign !== undefined) parts.push({ kind: "sign", text: sign });
    else if (/^(?:TRUE|FALSE)$/i.test(all)) parts.push({ kind: "text", text: all });
    else if (all.trim() !== "") parts.push({ kind: "other", text: all });
  }
  return parts;
}

/**
 * The formula with its cells written anew: each reference is handed over with the sheet it names; undefined as soon as one
 * has no new place (公式随行移动). @example withCells("F9*2", () => "F12") // "F12*2"
 */
export function withCells(
  formula: string,
  anew: (cells: string, sheet: string | undefined) => string | undefined,
): string | undefined {
  let isLost = false;
  const text = formula.replace(piece, (all: string, _, sheet?: string, cells?: string) => {
    if (cells === undefined) return all;
    const now = anew(cells, sheet === undefined ? undefined : sheetName(sheet));
    if (now === undefined) isLost = true;
    return sheet === undefined ? `${now}` : `${sheet}!${now}`;
  });
  return isLost ? undefined : text;
}

/** The name of a sheet as it stands before “!”, without its quotes. */
export const sheetName = (written: string): string =>
  written.startsWith("'") ? written.slice(1, -1).replaceAll("''", "'") : written;

/** The function's name or sign of a part, for comparing. */
export const wordOf = (part: Part | undefined): string =>
  part && (part.kind === "sign" || part.kind === "function") ? part.text : "";

/** Cells, whole columns or whole rows. */
function blockOf(written: string): Range | undefined {
  const [, rowFrom, rowTo] = /^(\d+):(\d+)$/.exec(written) ?? [];
  if (rowFrom && rowTo)
    return { top: Number(rowFrom) - 1, bottom: Number(rowTo) - 1, left: 0, right: lastColumn };
  const [, columnFrom, columnTo] = /^([A-Z]+):([A-Z]+)$/i.exec(written) ?? [];
  if (!columnFrom || !columnTo) return parseRange(written);
  const [left, right] = [columnIndex(columnFrom), columnIndex(columnTo)];
  return left === undefined || right === undefined ? undefined : { top: 0, bottom: lastRow, left, right };
}

const indirect: ReadonlySet<string> = new Set(["INDIRECT", "OFFSET"]);

/** True for a formula whose cells cannot be told from its text: names, tables, other workbooks, places made of texts. */
export const mayBeAnything = (parts: readonly Part[]): boolean =>
  parts.some(
    ({ kind, ...part }) =>
      (kind === "function" && "text" in part && indirect.has(part.text)) ||
      (kind === "other" && "text" in part && /[\p{L}[\]#!]/u.test(part.text)),
  );
