import { ApiError } from "../protocol/api-error.ts";
import { blockRef } from "./address.ts";
import { activeSheet, type Book } from "./book.ts";
import { renamedSheet, withoutSheet } from "./formula-shift.ts";
import { rewriteFormulas } from "./moving.ts";
import type { Block, Sheet } from "./sheet.ts";
import { type Author, markAllChanged } from "./writing.ts";

/** Shows a sheet; not an entry of the undo list, as in Excel. */
export function activate(book: Book, sheet: Sheet): void {
  if (book.activeId === sheet.id) return;
  book.events.raise({ kind: "deactivated", sheetId: book.activeId });
  book.activeId = sheet.id;
  book.events.raise({ kind: "activated", sheetId: sheet.id });
}

/** Selects cells of a sheet, and shows it. */
export function select(book: Book, sheet: Sheet, blocks: readonly Block[]): void {
  activate(book, sheet);
  const address = blocks.map(blockRef).join(",");
  if (address === sheet.selection.map(blockRef).join(",")) return;
  sheet.selection = blocks;
  book.events.raise({ kind: "selection", sheetId: sheet.id, address });
}

export function deleteSheet(book: Book, sheet: Sheet, author: Author): void {
  const rest = book.sheets.filter((other) => other !== sheet);
  const visible = rest.filter(({ visibility }) => visibility === "Visible");
  if (visible.length === 0 && sheet.visibility === "Visible")
    throw new ApiError("InvalidOperation", "The last visible sheet cannot be deleted.");
  const at = book.sheets.indexOf(sheet);
  if (activeSheet(book) === sheet) {
    const next = rest.slice(at).find(({ visibility }) => visibility === "Visible") ?? visible.at(-1);
    if (next) activate(book, next);
  }
  book.journal.set(book, "sheets", rest);
  for (const other of rest) rewriteFormulas(book, other, (formula) => withoutSheet(formula, sheet.name));
  for (const name of book.names) book.journal.set(name, "formula", withoutSheet(name.formula, sheet.name));
  markAllChanged(book);
  book.events.raise({ kind: "deleted", sheetId: sheet.id, source: author.source });
}

/** Gives a sheet another name; the formulas that speak of it follow. */
export function renameSheet(book: Book, sheet: Sheet, name: string, author: Author): void {
  const before = sheet.name;
  if (before === name) return;
  book.journal.set(sheet, "name", name);
  for (const other of book.sheets)
    rewriteFormulas(book, other, (formula) => renamedSheet(formula, before, name));
  for (const defined of book.names)
    book.journal.set(defined, "formula", renamedSheet(defined.formula, before, name));
  markAllChanged(book);
  book.events.raise({ kind: "renamed", sheetId: sheet.id, before, after: name, source: author.source });
}

export function moveSheet(book: Book, sheet: Sheet, position: number, author: Author): void {
  const before = book.sheets.indexOf(sheet);
  const rest = book.sheets.filter((other) => other !== sheet);
  const after = Math.max(0, Math.min(rest.length, position));
  if (after === before) return;
  book.journal.set(book, "sheets", [...rest.slice(0, after), sheet, ...rest.slice(after)]);
  book.events.raise({ kind: "moved", sheetId: sheet.id, before, after, source: author.source });
}
