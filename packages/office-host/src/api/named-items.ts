import { quoteSheet } from "@taizhang/grid";
import { addressOf, locate } from "../model/address.ts";
import type { DefinedName } from "../model/book.ts";
import { activeSheet } from "../model/book.ts";
import { onWire, valueType } from "../model/entry.ts";
import { cellAt, type Sheet } from "../model/sheet.ts";
import { invalidArgument, itemAlreadyExists, itemNotFound } from "../protocol/api-error.ts";
import type { HostCollection } from "../protocol/host-object.ts";
import type { RangeObject, Scope, WorksheetObject } from "./back-links.ts";
import { BookObject } from "./scope.ts";

/** The names of the workbook, or of one sheet. */
export class NamedItemCollection extends BookObject implements HostCollection {
  readonly type = "NamedItemCollection";
  readonly #sheet: Sheet | undefined;
  constructor(scope: Scope, sheet?: Sheet) {
    super(scope);
    this.#sheet = sheet;
  }
  items(): NamedItem[] {
    return this.#own().map((name) => new NamedItem(this.scope, name));
  }
  Add(name: string, reference: RangeObject | string, comment = ""): NamedItem {
    const formula = typeof reference === "string" ? reference : `=${absolute(reference)}`;
    return this.AddFormulaLocal(
      name,
      formula.startsWith("=") ? formula : `=${JSON.stringify(formula)}`,
      comment,
    );
  }
  AddFormulaLocal(name: string, formula: string, comment = ""): NamedItem {
    if (!/^[\p{L}_\\][\p{L}\p{N}_.\\?]{0,254}$/u.test(name) || /^[A-Za-z]{1,3}\d+$|^[RrCc]$/.test(name))
      throw invalidArgument(`name ${name}`);
    if (this.GetItemOrNullObject(name)) throw itemAlreadyExists(name);
    const made: DefinedName = {
      name,
      ...(this.#sheet ? { sheetId: this.#sheet.id } : {}),
      formula,
      comment: comment ?? "",
      visible: true,
    };
    this.book.journal.set(this.book, "names", [...this.book.names, made]);
    return new NamedItem(this.scope, made);
  }
  GetCount(): number {
    return this.#own().length;
  }
  GetItem(name: string): NamedItem {
    const item = this.GetItemOrNullObject(name);
    if (!item) throw itemNotFound(`name ${name}`);
    return item;
  }
  GetItemOrNullObject(name: string): NamedItem | null {
    const found = this.#own().find((one) => one.name.toLowerCase() === String(name).toLowerCase());
    return found ? new NamedItem(this.scope, found) : null;
  }
  #own(): DefinedName[] {
    return this.book.names.filter(({ sheetId }) => sheetId === this.#sheet?.id);
  }
}

const absolute = (range: RangeObject): string => {
  const [first, second] = addressOf(range.sheet, range.block).replace(/^.*!/s, "").split(":");
  const fix = (ref = ""): string =>
    ref.replace(/^([A-Z]*)(\d*)$/, (_, column, row) => `${column && `$${column}`}${row && `$${row}`}`);
  return `${quoteSheet(range.sheet.name)}!${fix(first)}${second === undefined ? "" : `:${fix(second)}`}`;
};

export class NamedItem extends BookObject {
  readonly type = "NamedItem";
  readonly #name: DefinedName;
  constructor(scope: Scope, name: DefinedName) {
    super(scope);
    this.#name = name;
  }
  get name(): DefinedName {
    if (!this.book.names.includes(this.#name)) throw itemNotFound(`name ${this.#name.name} was deleted`);
    return this.#name;
  }
  get Name(): string {
    return this.name.name;
  }
  get Formula(): string {
    return this.name.formula;
  }
  set Formula(formula: string) {
    this.book.journal.set(this.name, "formula", formula);
  }
  get Comment(): string {
    return this.name.comment;
  }
  set Comment(comment: string) {
    this.book.journal.set(this.name, "comment", comment);
  }
  get Visible(): boolean {
    return this.name.visible;
  }
  set Visible(visible: boolean) {
    this.book.journal.set(this.name, "visible", visible);
  }
  get Scope(): string {
    return this.name.sheetId === undefined ? "Workbook" : "Worksheet";
  }
  get Type(): string {
    const range = this.GetRangeOrNullObject();
    if (range) return "Range";
    const value = this.#constant();
    return typeof value === "number" ? "Double" : typeof value === "boolean" ? "Boolean" : "String";
  }
  get Value(): unknown {
    const range = this.GetRangeOrNullObject();
    return range ? range.Address : this.#constant();
  }
  get Worksheet(): WorksheetObject {
    const sheet = this.WorksheetOrNullObject;
    if (!sheet) throw itemNotFound(`${this.Name} belongs to the workbook`);
    return sheet;
  }
  get WorksheetOrNullObject(): WorksheetObject | null {
    const sheet = this.book.sheets.find(({ id }) => id === this.name.sheetId);
    return sheet ? this.scope.worksheet(sheet) : null;
  }
  get ArrayValues(): NamedItemArrayValues {
    return new NamedItemArrayValues(this.scope, this);
  }
  Delete(): void {
    const { name } = this;
    this.book.journal.set(
      this.book,
      "names",
      this.book.names.filter((other) => other !== name),
    );
  }
  GetRange(): RangeObject {
    const range = this.GetRangeOrNullObject();
    if (!range) throw itemNotFound(`${this.Name} is no range`);
    return range;
  }
  GetRangeOrNullObject(): RangeObject | null {
    const base = this.book.sheets.find(({ id }) => id === this.name.sheetId) ?? activeSheet(this.book);
    const place = locate(this.book, base, this.name.formula);
    const [block, ...more] = place?.blocks ?? [];
    return place && block && more.length === 0 ? this.scope.range(place.sheet, block) : null;
  }
  #constant(): unknown {
    const text = this.name.formula.replace(/^=/, "");
    if (/^-?\d+(?:\.\d+)?$/.test(text)) return Number(text);
    if (/^(?:TRUE|FALSE)$/i.test(text)) return text.toUpperCase() === "TRUE";
    return /^"(.*)"$/s.exec(text)?.[1]?.replaceAll('""', '"') ?? this.name.formula;
  }
}

class NamedItemArrayValues extends BookObject {
  readonly type = "NamedItemArrayValues";
  readonly #of: NamedItem;
  constructor(scope: Scope, of: NamedItem) {
    super(scope);
    this.#of = of;
  }
  get Values(): unknown[][] {
    return this.#read((value) => onWire(value));
  }
  get Types(): string[][] {
    return this.#read((value) => valueType(value));
  }
  #read<T>(pick: (value: Parameters<typeof onWire>[0]) => T): T[][] {
    const range = this.#of.GetRangeOrNullObject();
    if (!range) return [[pick(this.#of.Value as string)]];
    const { top, left, bottom, right } = range.block;
    return Array.from({ length: bottom - top + 1 }, (_, down) =>
      Array.from({ length: right - left + 1 }, (__, across) =>
        pick(cellAt(range.sheet, top + down, left + across)?.value ?? null),
      ),
    );
  }
}
