import type { CellValue } from "@taizhang/grid";
import type { FunctionResult } from "../api/services.ts";
import { parseBlock } from "../model/address.ts";
import { type AddinFormulas, type Book, sheetByName } from "../model/book.ts";
import { cellAt, type Sheet } from "../model/sheet.ts";
import { type AddinCall, callIn } from "./addin-call.ts";

/** The functions that an add-in brings along, as cells call them: `=TAIZHANG.完成率(C3,D3)` (自定义函数). */
export interface AddinFunctions {
  /** What stands before the point. */
  readonly namespace: string;
  /** The ids by the names that are typed, in capitals. */
  readonly ids: ReadonlyMap<string, string>;
  /** Asks the add-in. */
  readonly call: (id: string, values: readonly unknown[]) => Promise<FunctionResult>;
  /** Told when an answer has come: what leans on it is to be worked out. */
  readonly onAnswer: () => void;
}

/** The formulas of an add-in's functions. The same call gives the same answer: it is asked once. */
export function addinFormulas({ namespace, ids, call, onAnswer }: AddinFunctions): AddinFormulas {
  const answers = new Map<string, CellValue | undefined>();
  const answerOf = (id: string, values: readonly unknown[]): CellValue => {
    const key = JSON.stringify([id, values]);
    if (!answers.has(key)) {
      answers.set(key, undefined);
      void call(id, values)
        .then(resultOf, (): CellValue => ({ error: "#VALUE!" }))
        .then((value) => {
          answers.set(key, value);
          onAnswer();
        });
    }
    return answers.get(key) ?? { error: "#BUSY!" };
  };
  const workOut = (book: Book, sheet: Sheet, found: AddinCall): CellValue => {
    const id = ids.get(found.name.toUpperCase());
    return id === undefined
      ? { error: "#NAME?" }
      : answerOf(
          id,
          found.args.map((arg) => given(book, sheet, arg)),
        );
  };
  return {
    holds: (formula) => formula !== undefined && callIn(formula, namespace) !== undefined,
    value(book, sheet, formula) {
      let text = formula;
      for (let found = callIn(text, namespace); found; found = callIn(text, namespace)) {
        const value = workOut(book, sheet, found);
        if (found.start === 1 && found.end === text.length) return value;
        if (isBusy(value)) return value;
        text = text.slice(0, found.start) + literal(value) + text.slice(found.end);
      }
      return evaluated(book, sheet, text);
    },
  };
}

const isBusy = (value: CellValue): boolean =>
  typeof value === "object" && value !== null && value.error === "#BUSY!";

/** What a function is given: a cell's value, a block's rows, or what an expression comes to; an empty cell is null. */
function given(book: Book, sheet: Sheet, arg: string): unknown {
  if (arg === "") return null;
  const [, quoted, plain, ref = ""] =
    /^(?:'((?:[^']|'')+)'!|([^'!()]+)!)?(\$?[A-Za-z]{1,3}\$?\d+(?::\$?[A-Za-z]{1,3}\$?\d+)?)$/.exec(arg) ??
    [];
  const named = quoted?.replaceAll("''", "'") ?? plain;
  const at = named === undefined ? sheet : sheetByName(book, named);
  const block = ref === "" || !at ? undefined : parseBlock(ref.replaceAll("$", ""));
  if (!block || !at) return onWire(evaluated(book, sheet, `=${arg}`));
  const rows: unknown[][] = [];
  for (let row = block.top; row <= block.bottom; row++) {
    const line: unknown[] = [];
    for (let column = block.left; column <= block.right; column++)
      line.push(onWire(cellAt(at, row, column)?.value ?? null));
    rows.push(line);
  }
  return ref.includes(":") ? rows : rows[0]?.[0];
}

const onWire = (value: CellValue): unknown =>
  typeof value === "object" && value !== null ? value.error : value;

const evaluated = (book: Book, sheet: Sheet, formula: string): CellValue =>
  book.calculator?.evaluate(book, [formula], sheet)[0] ?? { error: "#NAME?" };

/** A value as it stands in a formula. */
const literal = (value: CellValue): string =>
  value === null
    ? '""'
    : typeof value === "string"
      ? `"${value.replaceAll('"', '""')}"`
      : typeof value === "object"
        ? value.error
        : `${value}`.toUpperCase();

/** What an answer is in a cell: the client hands an error over as an object or as a failure. */
function resultOf({ failed, value, errorCode = 0 }: FunctionResult): CellValue {
  const named = errorIn(value);
  if (named !== undefined) return { error: named };
  if (failed) return { error: errors[errorCode] ?? "#VALUE!" };
  if (typeof value === "number" || typeof value === "string" || typeof value === "boolean") return value;
  return value === null || value === undefined ? 0 : { error: "#VALUE!" };
}

/** The errors by the client's numbers; every other is #VALUE!. */
const errors: Readonly<Record<number, string>> = { 1: "#N/A", 5: "#DIV/0!", 6: "#NUM!", 8: "#NULL!" };

/** The name of an error as Excel prints it, where the answer bears one. */
function errorIn(value: unknown): string | undefined {
  const { basicValue, code } = (typeof value === "object" && value !== null ? value : {}) as {
    basicValue?: unknown;
    code?: unknown;
  };
  return [basicValue, code].find((one): one is string => typeof one === "string" && one.startsWith("#"));
}
