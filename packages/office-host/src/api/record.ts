import type { Book } from "../model/book.ts";
import { invalidArgument } from "../protocol/api-error.ts";
import { HostObject } from "../protocol/host-object.ts";

/** Where a record keeps its settings: plain data of the model, by path. */
export interface RecordStore {
  readonly book: Book;
  readonly settings: Record<string, unknown>;
  /** The path of this part, for example "Title.Format.". */
  readonly path: string;
  /** Called before a setting is changed; may refuse. */
  readonly guard?: () => void;
}

/** What a class of records consists of, from the typings. */
export interface RecordShape {
  /** Properties with the value that a new object has; a list gives the words that are allowed, the first being the default. */
  readonly fields: Readonly<Record<string, unknown>>;
  readonly readOnly?: readonly string[];
  readonly parts?: Readonly<Record<string, () => RecordClass>>;
  readonly methods?: Readonly<Record<string, (this: RecordObject, ...args: never[]) => unknown>>;
}

export type RecordClass = new (store: RecordStore) => RecordObject;

/** An object of which the host only remembers how it is set: parts of charts, page set-up, formats of rules. */
export class RecordObject extends HostObject {
  readonly type: string = "Record";
  readonly store: RecordStore;
  constructor(store: RecordStore) {
    super();
    this.store = store;
  }
  read(name: string): unknown {
    return this.store.settings[this.store.path + name];
  }
  write(name: string, value: unknown): void {
    const { book, settings, path, guard } = this.store;
    guard?.();
    book.journal.set(settings, path + name, value);
  }
}

/** The class of Office.js with that name and shape. */
export function recordClass(type: string, shape: RecordShape): RecordClass {
  const made = class extends RecordObject {
    override readonly type: string = type;
  };
  const define = (name: string, descriptor: PropertyDescriptor): void => {
    Object.defineProperty(made.prototype, name, { configurable: true, enumerable: false, ...descriptor });
  };
  for (const [name, given] of Object.entries(shape.fields)) {
    const words = Array.isArray(given) ? (given as unknown[]) : undefined;
    const start = words ? words[0] : given;
    define(name, {
      get(this: RecordObject) {
        return this.read(name) ?? start;
      },
      ...(shape.readOnly?.includes(name)
        ? {}
        : {
            set(this: RecordObject, value: unknown) {
              const wrong = words ? !words.includes(value) : start !== null && typeof value !== typeof start;
              if (wrong) throw invalidArgument(`${type}.${name} = ${JSON.stringify(value)}`);
              this.write(name, value);
            },
          }),
    });
  }
  for (const [name, part] of Object.entries(shape.parts ?? {}))
    define(name, {
      get(this: RecordObject) {
        return new (part())({ ...this.store, path: `${this.store.path}${name}.` });
      },
    });
  for (const [name, value] of Object.entries(shape.methods ?? {})) define(name, { value });
  return made;
}
