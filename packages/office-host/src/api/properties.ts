import type { Sheet } from "../model/sheet.ts";
import type { Scope } from "./back-links.ts";
import { KeyedCollection } from "./keyed.ts";
import { type RecordClass, recordClass } from "./record.ts";
import { BookObject, SheetObject } from "./scope.ts";

const Settable = recordClass("DocumentProperties", {
  fields: {
    Author: "",
    Category: "",
    Comments: "",
    Company: "",
    CreationDate: "2016-01-01T00:00:00Z",
    Keywords: "",
    LastAuthor: "",
    Manager: "",
    RevisionNumber: 0,
    Subject: "",
    Title: "",
  },
  readOnly: ["CreationDate", "LastAuthor"],
}) satisfies RecordClass;

/** What the workbook says of itself. */
export class DocumentProperties extends Settable {
  readonly #scope: Scope;
  constructor(scope: Scope) {
    super({ book: scope.book, settings: scope.book.properties, path: "" });
    this.#scope = scope;
  }
  get Custom(): CustomPropertyCollection {
    return new CustomPropertyCollection(this.#scope);
  }
}

export class CustomPropertyCollection extends KeyedCollection<CustomProperty> {
  readonly type = "CustomPropertyCollection";
  items(): CustomProperty[] {
    return [...this.book.customProperties.keys()].map((key) => new CustomProperty(this.scope, key));
  }
  Add(key: string, value: unknown): CustomProperty {
    this.book.journal.set(this.book, "customProperties", new Map(this.book.customProperties).set(key, value));
    return new CustomProperty(this.scope, key);
  }
  DeleteAll(): void {
    this.book.journal.set(this.book, "customProperties", new Map());
  }
}

class CustomProperty extends BookObject {
  readonly type = "CustomProperty";
  readonly #key: string;
  constructor(scope: Scope, key: string) {
    super(scope);
    this.#key = key;
  }
  get Key(): string {
    return this.#key;
  }
  get Type(): string {
    return { number: "Number", boolean: "Boolean" }[typeof this.Value as string] ?? "String";
  }
  get Value(): unknown {
    return this.book.customProperties.get(this.#key) ?? null;
  }
  set Value(value: unknown) {
    this.book.journal.set(
      this.book,
      "customProperties",
      new Map(this.book.customProperties).set(this.#key, value),
    );
  }
  Delete(): void {
    const rest = new Map(this.book.customProperties);
    rest.delete(this.#key);
    this.book.journal.set(this.book, "customProperties", rest);
  }
}

/** Texts that the add-in keeps with one sheet. */
export class WorksheetCustomPropertyCollection extends KeyedCollection<WorksheetCustomProperty> {
  readonly type = "WorksheetCustomPropertyCollection";
  readonly #sheet: Sheet;
  constructor(scope: Scope, sheet: Sheet) {
    super(scope);
    this.#sheet = sheet;
  }
  items(): WorksheetCustomProperty[] {
    return [...this.#sheet.customProperties.keys()].map(
      (key) => new WorksheetCustomProperty(this.scope, this.#sheet, key),
    );
  }
  Add(key: string, value: string): WorksheetCustomProperty {
    const properties = new Map(this.#sheet.customProperties).set(key, value);
    this.book.journal.set(this.#sheet, "customProperties", properties);
    return new WorksheetCustomProperty(this.scope, this.#sheet, key);
  }
}

class WorksheetCustomProperty extends SheetObject {
  readonly type = "WorksheetCustomProperty";
  readonly #key: string;
  constructor(scope: Scope, sheet: Sheet, key: string) {
    super(scope, sheet);
    this.#key = key;
  }
  get Key(): string {
    return this.#key;
  }
  get Value(): string {
    return this.sheet.customProperties.get(this.#key) ?? "";
  }
  set Value(value: string) {
    this.book.journal.set(
      this.sheet,
      "customProperties",
      new Map(this.sheet.customProperties).set(this.#key, value),
    );
  }
  Delete(): void {
    const rest = new Map(this.sheet.customProperties);
    rest.delete(this.#key);
    this.book.journal.set(this.sheet, "customProperties", rest);
  }
}
