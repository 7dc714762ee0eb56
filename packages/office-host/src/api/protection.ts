import { ApiError, accessDenied, invalidArgument } from "../protocol/api-error.ts";
import { addin, BookObject, SheetObject } from "./scope.ts";

/** Office.js's `WorksheetProtectionOptions`, as a newly protected sheet has them. */
const protectionOptions: Readonly<Record<string, boolean | string>> = {
  allowAutoFilter: false,
  allowDeleteColumns: false,
  allowDeleteRows: false,
  allowEditObjects: false,
  allowEditScenarios: false,
  allowFormatCells: false,
  allowFormatColumns: false,
  allowFormatRows: false,
  allowInsertColumns: false,
  allowInsertHyperlinks: false,
  allowInsertRows: false,
  allowPivotTables: false,
  allowSort: false,
  selectionMode: "Normal",
};

export class WorksheetProtection extends SheetObject {
  readonly type = "WorksheetProtection";
  get Protected(): boolean {
    return this.sheet.protection !== undefined;
  }
  get Options(): Readonly<Record<string, unknown>> | null {
    return this.sheet.protection?.options ?? null;
  }
  get IsPasswordProtected(): boolean {
    return this.sheet.protection?.password !== undefined;
  }
  get IsPaused(): boolean {
    return false;
  }
  get CanPauseProtection(): boolean {
    return false;
  }
  Protect(options?: Readonly<Record<string, boolean | string>> | null, password?: string | null): void {
    if (this.sheet.protection) throw new ApiError("InvalidOperation", "The sheet is protected already.");
    const unknown = Object.keys(options ?? {}).find((name) => !(name in protectionOptions));
    if (unknown !== undefined) throw invalidArgument(`protection option ${unknown}`);
    this.#set({ options: { ...protectionOptions, ...options }, ...(password ? { password } : {}) });
  }
  Unprotect(password?: string | null): void {
    const now = this.sheet.protection;
    if (now?.password !== undefined && now.password !== password)
      throw accessDenied("the password is not right");
    this.#set(undefined);
  }
  CheckPassword(password?: string | null): boolean {
    return (this.sheet.protection?.password ?? "") === (password ?? "");
  }
  #set(
    protection: { options: Readonly<Record<string, boolean | string>>; password?: string } | undefined,
  ): void {
    const { book, sheet } = this;
    book.journal.set(sheet, "protection", protection);
    const isProtected = protection !== undefined;
    book.events.raise({ kind: "protection", sheetId: sheet.id, isProtected, source: addin.source });
  }
}

export class WorkbookProtection extends BookObject {
  readonly type = "WorkbookProtection";
  get Protected(): boolean {
    return this.book.protection !== undefined;
  }
  Protect(password?: string | null): void {
    if (this.book.protection) throw new ApiError("InvalidOperation", "The workbook is protected already.");
    this.book.journal.set(this.book, "protection", password ? { password } : {});
  }
  Unprotect(password?: string | null): void {
    const now = this.book.protection?.password;
    if (now !== undefined && now !== password) throw accessDenied("the password is not right");
    this.book.journal.set(this.book, "protection", undefined);
  }
}
