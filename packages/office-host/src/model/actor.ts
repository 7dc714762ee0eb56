import { parseBlock } from "./address.ts";
import { activeSheet, type Book, makeId, sheetByName } from "./book.ts";
import type { Source } from "./book-events.ts";
import { isLocked } from "./locks.ts";
import { newSheet, type Sheet } from "./sheet.ts";
import { activate, deleteSheet, renameSheet, select } from "./sheet-acts.ts";
import type { StyleChange } from "./style.ts";
import { markAllChanged, recalculate, restyle, writeInputs } from "./writing.ts";

/** Somebody at the workbook: the user himself, or another who edits it at the same time (用户、他人). */
export interface Actor {
  /** Types into a cell, or pastes rows from it on, as one step of the undo list. */
  type(sheet: string, ref: string, input: unknown | readonly (readonly unknown[])[]): void;
  /** Changes the look of cells. */
  format(sheet: string, ref: string, change: StyleChange): void;
  /** Selects cells, and shows their sheet. */
  select(sheet: string, ref: string): void;
  activate(sheet: string): void;
  addSheet(name: string): void;
  deleteSheet(name: string): void;
  renameSheet(before: string, after: string): void;
  /** 审阅 › 撤消工作表保护. */
  unprotectSheet(name: string): void;
  /** Ctrl+Z and Ctrl+Y: false if there is nothing to take back or do again. */
  undo(): boolean;
  redo(): boolean;
}

/** An actor who changes the workbook as himself ("Local") or as another user ("Remote"). */
export function actor(book: Book, source: Source = "Local"): Actor {
  const author = { source, byAddin: false };
  const named = (name: string): Sheet => {
    const sheet = sheetByName(book, name);
    if (!sheet) throw new RangeError(`no sheet ${name}`);
    return sheet;
  };
  const block = (ref: string) => {
    const found = parseBlock(ref);
    if (!found) throw new RangeError(`no cells ${ref}`);
    return found;
  };
  const act = <T>(label: string, work: () => T): T => {
    const result = book.journal.step(label, work);
    recalculate(book);
    book.events.flush();
    return result;
  };
  const moved = (worked: boolean): boolean => {
    if (!worked) return false;
    markAllChanged(book);
    recalculate(book);
    if (!book.sheets.some(({ id }) => id === book.activeId)) book.activeId = book.sheets[0]?.id ?? "";
    const { id } = activeSheet(book);
    const all = { top: 0, left: 0, bottom: 1_048_575, right: 16_383 };
    book.events.raise({
      kind: "changed",
      sheetId: id,
      block: all,
      changeType: "Unknown",
      shift: "None",
      ...author,
    });
    book.events.flush();
    return true;
  };
  return {
    type(sheetName, ref, input) {
      const sheet = named(sheetName);
      const from = block(ref);
      const rows = Array.isArray(input) && Array.isArray(input[0]) ? (input as unknown[][]) : undefined;
      const at = rows
        ? { ...from, bottom: from.top + rows.length - 1, right: from.left + (rows[0]?.length ?? 1) - 1 }
        : from;
      if (isLocked(sheet, at)) throw new RangeError(`${sheetName}!${ref} is protected`);
      const inputs =
        rows ??
        Array.from({ length: at.bottom - at.top + 1 }, () =>
          Array.from({ length: at.right - at.left + 1 }, () => input ?? ""),
        );
      act("typing", () => writeInputs(book, sheet, at, inputs, author));
    },
    format(sheetName, ref, change) {
      const sheet = named(sheetName);
      act("formatting", () => restyle(book, sheet, block(ref), () => change, author));
    },
    select(sheetName, ref) {
      act("selecting", () => select(book, named(sheetName), [block(ref)]));
    },
    activate(sheetName) {
      act("activating", () => activate(book, named(sheetName)));
    },
    addSheet(name) {
      const sheet = newSheet(makeId(book), name);
      act("adding a sheet", () => {
        book.journal.set(book, "sheets", [...book.sheets, sheet]);
        book.events.raise({ kind: "added", sheetId: sheet.id, source });
      });
    },
    deleteSheet(name) {
      act("deleting a sheet", () => deleteSheet(book, named(name), author));
    },
    renameSheet(before, after) {
      act("renaming a sheet", () => renameSheet(book, named(before), after, author));
    },
    unprotectSheet(name) {
      const sheet = named(name);
      act("unprotecting a sheet", () => {
        book.journal.set(sheet, "protection", undefined);
        book.events.raise({ kind: "protection", sheetId: sheet.id, isProtected: false, source });
      });
    },
    undo: () => moved(book.journal.undo()),
    redo: () => moved(book.journal.redo()),
  };
}
