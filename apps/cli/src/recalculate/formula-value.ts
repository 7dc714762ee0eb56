import { type CellValue, parseRange, type Range } from "@taizhang/grid";
import {
  add,
  compare,
  type Decimal,
  decimal,
  decimalOfNumber,
  divide,
  multiply,
  round,
  subtract,
  zero,
} from "@taizhang/quantity";

/** What a part of a formula comes to: an amount, a text, or a blank cell. */
export type FormulaValue = Decimal | { readonly text: string } | null;

/** The cell that a formula names on its own sheet; `undefined` where what it holds is not known. */
export type CellLook = (row: number, column: number) => CellValue | undefined;

/** A formula that this cannot work out: no guess is made. */
class Unknown extends Error {}

const token =
  /\s*(?:(\d+(?:\.\d+)?%?)|(\$?[A-Z]{1,3}\$?\d+(?::\$?[A-Z]{1,3}\$?\d+)?)(?![A-Z0-9_.(!])|"([^"]*)"|([A-Z]+)(?=\()|(<=|>=|<>|[-+*/(),<>=]))/iy;

/** Digits after the point of a quotient: more than a cell can hold. */
const places = 20;

type Token =
  | { readonly kind: "number"; readonly amount: Decimal }
  | { readonly kind: "cells"; readonly range: Range }
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "word"; readonly word: string };

function tokensOf(formula: string): Token[] {
  const found: Token[] = [];
  let at = 0;
  while (at < formula.trimEnd().length) {
    token.lastIndex = at;
    const match = token.exec(formula);
    if (!match) throw new Unknown();
    at = token.lastIndex;
    const [, number, ref, text, name, sign] = match;
    const range = ref === undefined ? undefined : parseRange(ref.replace(/\$/g, ""));
    if (number?.endsWith("%")) throw new Unknown();
    if (number !== undefined) found.push({ kind: "number", amount: decimal(number) });
    else if (range) found.push({ kind: "cells", range });
    else if (text !== undefined) found.push({ kind: "text", text });
    else found.push({ kind: "word", word: (name ?? sign ?? "").toUpperCase() });
  }
  return found;
}

/**
 * What a formula of office sheets comes to: SUM, + − × ÷, ROUND and IF with a comparison, over cells of its own
 * sheet; undefined for any other (算公式). Texts in the cells of a SUM are left out, as spreadsheets leave them out.
 * @example formulaValue("SUM(B2:B3)/C1", look) // "0.5"
 */
export function formulaValue(formula: string, look: CellLook): FormulaValue | undefined {
  try {
    const parts = tokensOf(formula);
    const value = new Reader(parts, look).whole();
    return value;
  } catch (thrown) {
    if (thrown instanceof Unknown || thrown instanceof RangeError) return undefined;
    throw thrown;
  }
}

/** Goes through the parts of a formula once. */
class Reader {
  readonly #parts: readonly Token[];
  readonly #look: CellLook;
  #at = 0;

  constructor(parts: readonly Token[], look: CellLook) {
    this.#parts = parts;
    this.#look = look;
  }

  whole(): FormulaValue {
    const value = this.#sum();
    if (this.#at < this.#parts.length) throw new Unknown();
    return value;
  }

  #word(): string | undefined {
    const part = this.#parts[this.#at];
    return part?.kind === "word" ? part.word : undefined;
  }

  #take(...words: readonly string[]): string | undefined {
    const word = this.#word();
    if (word === undefined || !words.includes(word)) return undefined;
    this.#at++;
    return word;
  }

  #must(word: string): void {
    if (this.#take(word) === undefined) throw new Unknown();
  }

  #sum(): FormulaValue {
    let total = this.#product();
    for (let sign = this.#take("+", "-"); sign; sign = this.#take("+", "-"))
      total = (sign === "+" ? add : subtract)(amount(total), amount(this.#product()));
    return total;
  }

  #product(): FormulaValue {
    let total = this.#single();
    for (let sign = this.#take("*", "/"); sign; sign = this.#take("*", "/")) {
      const by = amount(this.#single());
      const made = sign === "*" ? multiply(amount(total), by) : divide(amount(total), by, places);
      if (made === undefined) throw new Unknown();
      total = made;
    }
    return total;
  }

  #single(): FormulaValue {
    if (this.#take("-")) return subtract(zero, amount(this.#single()));
    if (this.#take("+")) return this.#single();
    if (this.#take("(")) {
      const inner = this.#sum();
      this.#must(")");
      return inner;
    }
    const part = this.#parts[this.#at++];
    if (part?.kind === "number") return part.amount;
    if (part?.kind === "text") return { text: part.text };
    if (part?.kind === "cells") return this.#cell(part.range);
    return this.#call(part?.kind === "word" ? part.word : "");
  }

  #cell({ top, left, bottom, right }: Range): FormulaValue {
    if (top !== bottom || left !== right) throw new Unknown();
    return heldBy(this.#look(top, left));
  }

  #call(name: string): FormulaValue {
    this.#must("(");
    if (name === "SUM") return this.#added();
    if (name === "IF") return this.#chosen();
    if (name !== "ROUND") throw new Unknown();
    const value = amount(this.#sum());
    this.#must(",");
    const digits = Number(amount(this.#sum()));
    this.#must(")");
    return round(value, digits);
  }

  #added(): Decimal {
    let total = zero;
    do {
      const part = this.#parts[this.#at];
      if (part?.kind === "cells" && [",", ")"].includes(this.#wordAfter())) {
        this.#at++;
        total = add(total, this.#sumOfCells(part.range));
      } else total = add(total, amount(this.#sum()));
    } while (this.#take(","));
    this.#must(")");
    return total;
  }

  #wordAfter(): string {
    const next = this.#parts[this.#at + 1];
    return next?.kind === "word" ? next.word : "";
  }

  #sumOfCells({ top, left, bottom, right }: Range): Decimal {
    if ((bottom - top + 1) * (right - left + 1) > 100_000) throw new Unknown();
    let total = zero;
    for (let row = top; row <= bottom; row++)
      for (let column = left; column <= right; column++) {
        const value = heldBy(this.#look(row, column));
        if (typeof value === "string") total = add(total, value);
      }
    return total;
  }

  #chosen(): FormulaValue {
    const first = this.#sum();
    const sign = this.#take("=", "<>", "<", ">", "<=", ">=");
    if (!sign) throw new Unknown();
    const holds = compared(first, this.#sum(), sign);
    this.#must(",");
    const from = this.#at;
    this.#skip(",");
    if (holds) this.#at = from;
    const value = this.#sum();
    if (holds) {
      this.#must(",");
      this.#skip(")");
    } else this.#must(")");
    return value;
  }

  /** Goes behind the sign that closes this argument. */
  #skip(until: "," | ")"): void {
    for (let depth = 0; this.#at < this.#parts.length; ) {
      const word = this.#word();
      this.#at++;
      if (depth === 0 && word === until) return;
      if (word === "(") depth++;
      if (word === ")") depth--;
      if (depth < 0) throw new Unknown();
    }
    throw new Unknown();
  }
}

function heldBy(value: CellValue | undefined): FormulaValue {
  if (value === null) return null;
  if (typeof value === "string") return { text: value };
  const read = typeof value === "number" ? decimalOfNumber(value) : undefined;
  if (read === undefined) throw new Unknown();
  return read;
}

/** A blank counts as 0, and a text of a plain number as that, as spreadsheets have it outside of SUM. */
function amount(value: FormulaValue): Decimal {
  if (value === null) return zero;
  if (typeof value === "string") return value;
  if (/^-?\d{1,15}(?:\.\d{1,10})?$/.test(value.text)) return decimal(value.text);
  throw new Unknown();
}

function compared(first: FormulaValue, second: FormulaValue, sign: string): boolean {
  const isText = (value: FormulaValue): value is { readonly text: string } =>
    value !== null && typeof value !== "string";
  if (isText(first) || isText(second)) {
    const text = (value: FormulaValue): string | undefined => {
      if (value === null) return "";
      return isText(value) ? value.text : undefined;
    };
    const [one, other] = [text(first), text(second)];
    if (sign !== "=" && sign !== "<>") throw new Unknown();
    return (one !== undefined && one === other) === (sign === "=");
  }
  const order = compare(amount(first), amount(second));
  if (sign === "=") return order === 0;
  if (sign === "<>") return order !== 0;
  if (sign.startsWith("<")) return order < 0 || (sign === "<=" && order === 0);
  return order > 0 || (sign === ">=" && order === 0);
}
