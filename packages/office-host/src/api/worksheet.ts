import { blockOf, locate, parseBlock, splitSheet, wholeSheet } from "../model/address.ts";
import { makeId, sheetByName } from "../model/book.ts";
import { newSheet, type Sheet, standardHeight, usedBlock, type Visibility } from "../model/sheet.ts";
import { activate, deleteSheet, moveSheet, renameSheet } from "../model/sheet-acts.ts";
import { recalculate } from "../model/writing.ts";
import {
  ApiError,
  accessDenied,
  invalidArgument,
  itemAlreadyExists,
  itemNotFound,
} from "../protocol/api-error.ts";
import { AutoFilter } from "./auto-filter.ts";
import { ChartCollection } from "./charts.ts";
import { CommentCollection } from "./comments.ts";
import { WorksheetFreezePanes } from "./freeze-panes.ts";
import { NamedItemCollection } from "./named-items.ts";
import { PageLayout } from "./page-layout.ts";
import { WorksheetCustomPropertyCollection } from "./properties.ts";
import { WorksheetProtection } from "./protection.ts";
import { Range } from "./range.ts";
import { RangeAreas } from "./range-areas.ts";
import { addin, SheetObject } from "./scope.ts";
import { checkSheetName } from "./sheet-names.ts";
import { TableCollection } from "./tables.ts";

export class Worksheet extends SheetObject {
  readonly type: string = "Worksheet";

  get Id(): string {
    return this.sheet.id;
  }
  get Name(): string {
    return this.sheet.name;
  }
  set Name(name: string) {
    const { book, sheet } = this;
    this.#structure();
    checkSheetName(name);
    const same = sheetByName(book, name);
    if (same && same !== sheet) throw itemAlreadyExists(name);
    renameSheet(book, sheet, name, addin);
  }
  get Position(): number {
    return this.book.sheets.indexOf(this.sheet);
  }
  set Position(position: number) {
    this.#structure();
    moveSheet(this.book, this.sheet, position, addin);
  }
  get TabId(): number {
    return Number.parseInt(this.sheet.id.slice(-13, -1), 16);
  }
  get Visibility(): Visibility {
    return this.sheet.visibility;
  }
  set Visibility(after: Visibility) {
    const { book, sheet } = this;
    this.#structure();
    if (!["Visible", "Hidden", "VeryHidden"].includes(after)) throw invalidArgument(`visibility ${after}`);
    const others = book.sheets.some((other) => other !== sheet && other.visibility === "Visible");
    if (after !== "Visible" && !others)
      throw new ApiError("InvalidOperation", "The last visible sheet cannot be hidden.");
    const before = sheet.visibility;
    book.journal.set(sheet, "visibility", after);
    book.events.raise({ kind: "visibility", sheetId: sheet.id, before, after, source: addin.source });
    const next = book.sheets.find(({ visibility }) => visibility === "Visible");
    if (after !== "Visible" && book.activeId === sheet.id && next) activate(book, next);
  }
  get TabColor(): string {
    return this.sheet.tabColor;
  }
  set TabColor(color: string) {
    this.book.journal.set(this.sheet, "tabColor", color);
  }
  get ShowGridlines(): boolean {
    return this.sheet.showGridlines;
  }
  set ShowGridlines(shown: boolean) {
    this.book.journal.set(this.sheet, "showGridlines", shown);
  }
  /** The names under which the client sets the two. */
  set Gridlines(shown: boolean) {
    this.ShowGridlines = shown;
  }
  get ShowHeadings(): boolean {
    return this.sheet.showHeadings;
  }
  set ShowHeadings(shown: boolean) {
    this.book.journal.set(this.sheet, "showHeadings", shown);
  }
  set Headings(shown: boolean) {
    this.ShowHeadings = shown;
  }
  get StandardHeight(): number {
    return standardHeight;
  }
  get StandardWidth(): number {
    return this.sheet.standardWidth;
  }
  set StandardWidth(characters: number) {
    this.book.journal.set(this.sheet, "standardWidth", characters);
  }
  get EnableCalculation(): boolean {
    return this.sheet.enableCalculation;
  }
  set EnableCalculation(enabled: boolean) {
    this.book.journal.set(this.sheet, "enableCalculation", enabled);
  }

  get AutoFilter(): AutoFilter {
    return new AutoFilter(this.scope, this.sheet);
  }
  get Charts(): ChartCollection {
    return new ChartCollection(this.scope, this.sheet);
  }
  get Comments(): CommentCollection {
    return new CommentCollection(this.scope, this.sheet);
  }
  get CustomProperties(): WorksheetCustomPropertyCollection {
    return new WorksheetCustomPropertyCollection(this.scope, this.sheet);
  }
  get FreezePanes(): WorksheetFreezePanes {
    return new WorksheetFreezePanes(this.scope, this.sheet);
  }
  get Names(): NamedItemCollection {
    return new NamedItemCollection(this.scope, this.sheet);
  }
  get PageLayout(): PageLayout {
    return new PageLayout(this.scope, this.sheet);
  }
  get Protection(): WorksheetProtection {
    return new WorksheetProtection(this.scope, this.sheet);
  }
  get Tables(): TableCollection {
    return new TableCollection(this.scope, this.sheet);
  }

  Activate(): void {
    if (this.sheet.visibility !== "Visible")
      throw new ApiError("InvalidOperation", "A hidden sheet cannot be activated.");
    activate(this.book, this.sheet);
  }
  Calculate(_markAllDirty?: boolean): void {
    recalculate(this.book, true);
  }
  Delete(): void {
    this.#structure();
    deleteSheet(this.book, this.sheet, addin);
  }
  Copy(position = "None", relativeTo?: Worksheet | null): Worksheet {
    const { book, sheet } = this;
    this.#structure();
    const copied = copySheet(sheet, makeId(book), this.#copyName());
    const others = book.sheets;
    const near = relativeTo ? others.indexOf(relativeTo.sheet) : others.indexOf(sheet);
    const at = { Beginning: 0, Before: near, After: near + 1 }[position] ?? others.length;
    book.journal.set(book, "sheets", [...others.slice(0, at), copied, ...others.slice(at)]);
    book.events.raise({ kind: "added", sheetId: copied.id, source: addin.source });
    return new Worksheet(this.scope, copied);
  }

  GetCell(row: number, column: number): Range {
    return new Range(this.scope, this.sheet, blockOf(row, column));
  }
  GetRange(address?: string | null): Range {
    if (address === undefined || address === null || address === "")
      return new Range(this.scope, this.sheet, wholeSheet);
    const { sheet: named, rest } = splitSheet(address);
    const block = parseBlock(rest);
    if (block && (named === undefined || sheetByName(this.book, named) === this.sheet))
      return new Range(this.scope, this.sheet, block);
    const place = locate(this.book, this.sheet, address);
    const [first, ...more] = place?.blocks ?? [];
    if (!place || !first || more.length > 0 || place.sheet !== this.sheet)
      throw invalidArgument(`address ${address}`);
    return new Range(this.scope, this.sheet, first);
  }
  GetRangeByIndexes(row: number, column: number, rows: number, columns: number): Range {
    return new Range(this.scope, this.sheet, blockOf(row, column, rows, columns));
  }
  GetRanges(address?: string | null): RangeAreas {
    const place = address
      ? locate(this.book, this.sheet, address)
      : { sheet: this.sheet, blocks: [wholeSheet] };
    if (!place || place.sheet !== this.sheet) throw invalidArgument(`address ${address}`);
    return new RangeAreas(this.scope, this.sheet, place.blocks);
  }
  FindAll(text: string, criteria: Readonly<Record<string, boolean>>): RangeAreas {
    return this.FindAllOrNullObject(text, criteria) ?? notThere(`text ${text}`);
  }
  FindAllOrNullObject(text: string, criteria: Readonly<Record<string, boolean>>): RangeAreas | null {
    const blocks = this.GetRange().found(text, criteria);
    return blocks.length > 0 ? new RangeAreas(this.scope, this.sheet, blocks) : null;
  }
  ReplaceAll(text: string, replacement: string, criteria: Readonly<Record<string, boolean>>): number {
    return this.GetRange().ReplaceAll(text, replacement, criteria);
  }
  GetUsedRange(valuesOnly?: boolean): Range {
    recalculate(this.book);
    return new Range(this.scope, this.sheet, usedBlock(this.sheet, valuesOnly) ?? blockOf(0, 0));
  }
  GetUsedRangeOrNullObject(valuesOnly?: boolean): Range | null {
    recalculate(this.book);
    const used = usedBlock(this.sheet, valuesOnly);
    return used ? new Range(this.scope, this.sheet, used) : null;
  }
  GetNext(visibleOnly?: boolean): Worksheet {
    return this.#beside(1, visibleOnly) ?? notThere("next worksheet");
  }
  GetNextOrNullObject(visibleOnly?: boolean): Worksheet | null {
    return this.#beside(1, visibleOnly);
  }
  GetPrevious(visibleOnly?: boolean): Worksheet {
    return this.#beside(-1, visibleOnly) ?? notThere("previous worksheet");
  }
  GetPreviousOrNullObject(visibleOnly?: boolean): Worksheet | null {
    return this.#beside(-1, visibleOnly);
  }
  _GetSheetById(id: string): Worksheet {
    return this._GetAnotherWorksheetById(id);
  }
  _GetAnotherWorksheetById(id: string): Worksheet {
    const sheet = this.book.sheets.find((one) => one.id === id);
    return sheet ? new Worksheet(this.scope, sheet) : notThere(`worksheet ${id}`);
  }

  #beside(step: 1 | -1, visibleOnly?: boolean): Worksheet | null {
    const { sheets } = this.book;
    for (let at = sheets.indexOf(this.sheet) + step; at >= 0 && at < sheets.length; at += step) {
      const sheet = sheets[at];
      if (sheet && (!visibleOnly || sheet.visibility === "Visible")) return new Worksheet(this.scope, sheet);
    }
    return null;
  }
  #structure(): void {
    if (this.book.protection) throw accessDenied("the structure of the workbook is protected");
  }
  #copyName(): string {
    for (let at = 2; ; at++) {
      const name = `${this.sheet.name.slice(0, 26)} (${at})`;
      if (!sheetByName(this.book, name)) return name;
    }
  }
}

function notThere(what: string): never {
  throw itemNotFound(what);
}

/** A copy that shares nothing that could be changed. */
function copySheet(sheet: Sheet, id: string, name: string): Sheet {
  const { id: _, name: __, rows, pageLayout, charts, tables, conditionalFormats, ...rest } = sheet;
  return {
    ...newSheet(id, name),
    ...rest,
    rows: rows.map((row) => row && [...row]),
    pageLayout: { ...pageLayout },
    charts: structuredClone(charts),
    tables: [],
    conditionalFormats: structuredClone(conditionalFormats),
  };
}
