import type { Book } from "../model/book.ts";
import { isForbidden } from "../model/locks.ts";
import type { Sheet } from "../model/sheet.ts";
import type { Author } from "../model/writing.ts";
import { accessDenied, itemNotFound } from "../protocol/api-error.ts";
import { HostObject } from "../protocol/host-object.ts";
import type { Scope } from "./back-links.ts";

/** The add-in's own changes. */
export const addin: Author = { source: "Local", byAddin: true };

/** An object of the workbook. */
export abstract class BookObject extends HostObject {
  readonly scope: Scope;
  constructor(scope: Scope) {
    super();
    this.scope = scope;
  }
  get book(): Book {
    return this.scope.book;
  }
}

/** An object on a sheet; it fails once the sheet is deleted, as in Excel. */
export abstract class SheetObject extends BookObject {
  readonly #sheet: Sheet;
  constructor(scope: Scope, sheet: Sheet) {
    super(scope);
    this.#sheet = sheet;
  }
  get sheet(): Sheet {
    if (!this.book.sheets.includes(this.#sheet)) throw itemNotFound(`sheet ${this.#sheet.name} was deleted`);
    return this.#sheet;
  }

  /** Throws if the sheet's protection forbids what the option would allow, such as `allowFormatCells`. */
  protected allow(option: string): void {
    if (this.book.readOnly) throw accessDenied("the workbook is read-only");
    if (isForbidden(this.sheet, option))
      throw accessDenied(`sheet ${this.sheet.name} is protected (${option})`);
  }
}
