import type { CellValue, Range } from "@taizhang/grid";
import { add, type Decimal, decimal, decimalOfNumber, multiply, subtract } from "@taizhang/quantity";
import { type Part, partsOf, wordOf } from "./formula-parts.ts";
import { meets } from "./sum-criterion.ts";

/** What a formula may ask of the cells around it. */
export interface Around {
  /** The value of a cell; sheets by name, absent for the formula's own. */
  readonly value: (sheet: string | undefined, row: number, column: number) => CellValue;
  /** How many rows of a sheet hold something. */
  readonly height: (sheet: string | undefined) => number;
  /** True for a cell that is a SUBTOTAL itself, which a SUBTOTAL leaves out. */
  readonly isSubtotal: (sheet: string | undefined, row: number, column: number) => boolean;
  readonly isHidden: (sheet: string | undefined, row: number) => boolean;
}

/** A formula that this cannot work out exactly: no guess is made. */
class Unknown extends Error {}

/**
 * What a formula that adds comes to: SUM, SUBTOTAL and SUMIF, + − ×, brackets, of whatever sheet; undefined for any
 * other (求和类公式). Exact: amounts are decimals. Texts are left out of sums as Excel leaves them out.
 * @example sumOf("SUM(B2:B3)+C1", around)
 */
export function sumOf(formula: string, around: Around): Decimal | undefined {
  const parts = partsOf(formula);
  let at = 0;
  const word = () => wordOf(parts[at]);
  const take = (text: string): boolean => {
    if (word() !== text) return false;
    at++;
    return true;
  };
  const must = (text: string) => {
    if (!take(text)) throw new Unknown();
  };
  const cells = (): Extract<Part, { kind: "cells" }> => {
    const part = parts[at++];
    if (part?.kind !== "cells") throw new Unknown();
    return part;
  };
  const sum = (): Decimal => {
    let total = product();
    for (;;)
      if (take("+")) total = add(total, product());
      else if (take("-")) total = subtract(total, product());
      else return total;
  };
  const product = (): Decimal => {
    let total = single();
    while (take("*")) total = multiply(total, single());
    return total;
  };
  const single = (): Decimal => {
    if (take("-")) return subtract(decimal("0"), single());
    if (take("+")) return single();
    if (take("(")) {
      const inner = sum();
      must(")");
      return inner;
    }
    const part = parts[at++];
    if (part?.kind === "number") return decimal(part.text);
    if (part?.kind === "cells") return one(part, around);
    if (part?.kind !== "function") throw new Unknown();
    const total = call(part.text);
    must(")");
    return total;
  };
  const call = (name: string): Decimal => {
    if (name === "SUM") return list((part) => added(part, around, () => true));
    if (name === "SUBTOTAL") {
      const which = parts[at++];
      if (which?.kind !== "number" || !["9", "109"].includes(which.text)) throw new Unknown();
      must(",");
      return list((part) => subtotal(part, around));
    }
    if (name !== "SUMIF") throw new Unknown();
    const where = cells();
    must(",");
    const criterion = criterionOf();
    const what = take(",") ? cells() : where;
    return sumIf(where, criterion, what, around);
  };
  const criterionOf = (): CellValue => {
    const part = parts[at++];
    if (part?.kind === "text") return part.text;
    if (part?.kind === "number") return Number(part.text);
    if (part?.kind !== "cells" || !isSingle(part.range)) throw new Unknown();
    return around.value(part.sheet, part.range.top, part.range.left);
  };
  const list = (of: (part: Extract<Part, { kind: "cells" }>) => Decimal): Decimal => {
    let total = decimal("0");
    do {
      const next = parts[at];
      const alone = next?.kind === "cells" && [",", ")"].includes(wordOf(parts[at + 1]));
      total = add(total, alone ? of(cells()) : sum());
    } while (take(","));
    return total;
  };
  try {
    const total = sum();
    return at === parts.length ? total : undefined;
  } catch (error) {
    if (error instanceof Unknown) return undefined;
    throw error;
  }
}

type Cells = Extract<Part, { kind: "cells" }>;

const isSingle = ({ top, left, bottom, right }: Range): boolean => top === bottom && left === right;

/** A cell in a chain of + and −: a number, or nothing; what Excel would make of a text is not guessed. */
function one({ sheet, range }: Cells, { value }: Around): Decimal {
  if (!isSingle(range)) throw new Unknown();
  const found = value(sheet, range.top, range.left);
  if (found === null) return decimal("0");
  const amount = typeof found === "number" ? decimalOfNumber(found) : undefined;
  if (amount === undefined) throw new Unknown();
  return amount;
}

/** The numbers of a block; an error in it is an error of the sum. */
function added(
  { sheet, range }: Cells,
  { value, height }: Around,
  counts: (row: number, column: number) => boolean,
): Decimal {
  let total = decimal("0");
  for (let row = range.top; row <= Math.min(range.bottom, height(sheet) - 1); row++)
    for (let column = range.left; column <= range.right; column++) {
      if (!counts(row, column)) continue;
      const found = value(sheet, row, column);
      if (typeof found === "object" && found !== null) throw new Unknown();
      const amount = typeof found === "number" ? decimalOfNumber(found) : undefined;
      if (amount !== undefined) total = add(total, amount);
    }
  return total;
}

/** Rows hidden by a filter are left out and those hidden by hand are not: where some are hidden, it is not known. */
function subtotal(part: Cells, around: Around): Decimal {
  for (let row = part.range.top; row <= Math.min(part.range.bottom, around.height(part.sheet)); row++)
    if (around.isHidden(part.sheet, row)) throw new Unknown();
  return added(part, around, (row, column) => !around.isSubtotal(part.sheet, row, column));
}

/** The cells of `what` at the places where `where` meets the criterion. */
function sumIf(where: Cells, criterion: CellValue, what: Cells, around: Around): Decimal {
  const [down, over] = [what.range.top - where.range.top, what.range.left - where.range.left];
  const { top, left, bottom, right } = where.range;
  const shifted: Cells = {
    ...what,
    range: { top: top + down, bottom: bottom + down, left: left + over, right: right + over },
  };
  return added(shifted, around, (row, column) => {
    const met = meets(around.value(where.sheet, row - down, column - over), criterion);
    if (met === undefined) throw new Unknown();
    return met;
  });
}
