import { makeId, sheetById, sheetByName } from "../model/book.ts";
import { newSheet, type Sheet } from "../model/sheet.ts";
import { accessDenied, itemAlreadyExists, itemNotFound } from "../protocol/api-error.ts";
import type { HostCollection } from "../protocol/host-object.ts";
import { addin, BookObject } from "./scope.ts";
import { checkSheetName } from "./sheet-names.ts";
import { Worksheet } from "./worksheet.ts";

export class WorksheetCollection extends BookObject implements HostCollection {
  readonly type = "WorksheetCollection";

  items(): Worksheet[] {
    return this.book.sheets.map((sheet) => new Worksheet(this.scope, sheet));
  }

  Add(name?: string | null): Worksheet {
    const { book } = this;
    if (book.protection) throw accessDenied("the structure of the workbook is protected");
    if (name !== undefined && name !== null) checkSheetName(name);
    const free = name ?? this.#freeName();
    if (sheetByName(book, free)) throw itemAlreadyExists(free);
    const sheet = newSheet(makeId(book), free);
    book.journal.set(book, "sheets", [...book.sheets, sheet]);
    book.events.raise({ kind: "added", sheetId: sheet.id, source: addin.source });
    return new Worksheet(this.scope, sheet);
  }

  GetActiveWorksheet(): Worksheet {
    return this.GetItem(this.book.activeId);
  }

  GetCount(visibleOnly?: boolean): number {
    return this.#some(visibleOnly).length;
  }

  GetFirst(visibleOnly?: boolean): Worksheet {
    return this.#one(this.#some(visibleOnly)[0]);
  }

  GetLast(visibleOnly?: boolean): Worksheet {
    return this.#one(this.#some(visibleOnly).at(-1));
  }

  GetItem(key: string): Worksheet {
    return this.#one(this.#find(key), key);
  }

  GetItemOrNullObject(key: string): Worksheet | null {
    const sheet = this.#find(key);
    return sheet ? new Worksheet(this.scope, sheet) : null;
  }

  #find(key: string): Sheet | undefined {
    return sheetById(this.book, key) ?? sheetByName(this.book, String(key));
  }

  #one(sheet: Sheet | undefined, key = ""): Worksheet {
    if (!sheet) throw itemNotFound(`worksheet ${key}`);
    return new Worksheet(this.scope, sheet);
  }

  #some(visibleOnly?: boolean): Sheet[] {
    return this.book.sheets.filter(({ visibility }) => !visibleOnly || visibility === "Visible");
  }

  #freeName(): string {
    for (let at = this.book.sheets.length + 1; ; at++)
      if (!sheetByName(this.book, `Sheet${at}`)) return `Sheet${at}`;
  }
}
