import { invalidArgument, itemNotFound } from "../protocol/api-error.ts";
import type { Scope } from "./back-links.ts";
import { KeyedCollection } from "./keyed.ts";
import { BookObject } from "./scope.ts";

/** What the add-in keeps in the workbook for itself. */
export class SettingCollection extends KeyedCollection<Setting> {
  readonly type = "SettingCollection";
  items(): Setting[] {
    return [...this.book.settings.keys()].map((key) => new Setting(this.scope, key));
  }
  Add(key: string, value: unknown): Setting {
    return this.Set(key, value);
  }
  /** The client adds by this name; an existing setting gets the new value. */
  Set(key: string, value: unknown): Setting {
    if (typeof key !== "string" || key === "") throw invalidArgument("a setting needs a key");
    this.book.journal.set(this.book, "settings", new Map(this.book.settings).set(key, value));
    this.book.events.raise({ kind: "settingsChanged" });
    return new Setting(this.scope, key);
  }
}

export class Setting extends BookObject {
  readonly type = "Setting";
  readonly #key: string;
  constructor(scope: Scope, key: string) {
    super(scope);
    this.#key = key;
  }
  get Id(): string {
    return this.#key;
  }
  get Key(): string {
    return this.#key;
  }
  get Value(): unknown {
    if (!this.book.settings.has(this.#key)) throw itemNotFound(`setting ${this.#key}`);
    return this.book.settings.get(this.#key);
  }
  set Value(value: unknown) {
    this.book.journal.set(this.book, "settings", new Map(this.book.settings).set(this.#key, value));
    this.book.events.raise({ kind: "settingsChanged" });
  }
  Delete(): void {
    const settings = new Map(this.book.settings);
    settings.delete(this.#key);
    this.book.journal.set(this.book, "settings", settings);
    this.book.events.raise({ kind: "settingsChanged" });
  }
}
