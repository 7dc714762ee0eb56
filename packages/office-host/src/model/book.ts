import type { CellValue } from "@taizhang/grid";
import type { EventQueue } from "./book-events.ts";
import { bookEvents } from "./book-events.ts";
import { Journal } from "./journal.ts";
import { newSheet, type Sheet } from "./sheet.ts";

/** A defined name; `formula` begins with `=`. `sheetId` where it belongs to one sheet (名称). */
export interface DefinedName {
  readonly name: string;
  readonly sheetId?: string;
  formula: string;
  comment: string;
  visible: boolean;
}

/** Works out the formulas of a book after cells have changed; it stores values through `writeValue`. */
export interface Calculator {
  calculate(book: Book): void;
  /** The values of formulas as if they stood on the sheet; undefined where it cannot be said. */
  evaluate(book: Book, formulas: readonly string[], sheet: Sheet): readonly (CellValue | undefined)[];
}

/** Works out formulas that call the functions of an add-in; the calculator has what they come to, and not them. */
export interface AddinFormulas {
  /** True for a formula that calls one of the namespace. */
  readonly holds: (formula: string | undefined) => boolean;
  /** What the formula comes to by what is known; the add-in is asked for the rest, and until then it is #BUSY!. */
  readonly value: (book: Book, sheet: Sheet, formula: string) => CellValue;
}

/** The workbook that the host holds: plain data, a journal of its changes, and what happened (工作簿). */
export interface Book {
  name: string;
  readOnly: boolean;
  sheets: readonly Sheet[];
  activeId: string;
  names: readonly DefinedName[];
  settings: ReadonlyMap<string, unknown>;
  readonly properties: Record<string, unknown>;
  customProperties: ReadonlyMap<string, unknown>;
  protection: { readonly password?: string } | undefined;
  calculationMode: string;
  /** Workbooks that an add-in has opened in windows of their own, in base64. */
  readonly windows: string[];
  /** What the user is called in comments. */
  userName: string;
  readonly journal: Journal;
  readonly events: EventQueue;
  calculator: Calculator | undefined;
  /** Works out what calls the functions of an add-in; without it such a formula is #NAME?. */
  addinFormulas?: AddinFormulas;
  /** Cells that changed since the last calculation, by sheet id; "all" after loading or undoing. */
  uncalculated: Map<string, Set<number> | "all">;
  nextId: number;
}

/** A new workbook with one empty sheet, or with the named ones. */
export function newBook(sheetNames: readonly string[] = ["Sheet1"]): Book {
  const book: Book = {
    name: "工作簿1.xlsx",
    readOnly: false,
    sheets: [],
    activeId: "",
    names: [],
    settings: new Map(),
    properties: {},
    customProperties: new Map(),
    protection: undefined,
    calculationMode: "Automatic",
    windows: [],
    userName: "王某",
    journal: new Journal(),
    events: bookEvents(),
    calculator: undefined,
    uncalculated: new Map(),
    nextId: 1,
  };
  book.sheets = sheetNames.map((name) => newSheet(makeId(book), name));
  book.activeId = book.sheets[0]?.id ?? "";
  return book;
}

/** An identifier in the shape Excel gives: braces around hexadecimal groups. */
export function makeId(book: Book): string {
  const count = (book.nextId++).toString(16).toUpperCase().padStart(12, "0");
  return `{00000000-0001-0000-0000-${count}}`;
}

export const sheetById = (book: Book, id: string): Sheet | undefined =>
  book.sheets.find((sheet) => sheet.id === id);

/** The sheet of that name, in any case of letters, as Excel looks for it. */
export const sheetByName = (book: Book, name: string): Sheet | undefined =>
  book.sheets.find((sheet) => sheet.name.toLowerCase() === name.toLowerCase());

export function activeSheet(book: Book): Sheet {
  const sheet = sheetById(book, book.activeId);
  if (!sheet) throw new Error("the workbook has no active sheet");
  return sheet;
}
