import { Environment } from "@marcbachmann/cel-js";
import {
  absolute,
  add,
  compare,
  type Decimal,
  decimal,
  decimalOfNumber,
  divide,
  isZero,
  multiply,
  subtract,
} from "@taizhang/quantity";

/** An exact amount inside an expression: 0.1 + 0.2 is 0.3 there as well. */
export class Amount {
  readonly value: Decimal;
  constructor(value: Decimal) {
    this.value = value;
  }
}

/** A blank cell inside an expression: whatever is asked of it but `blank` has no answer. */
export class Blank {}
export const blankCell = new Blank();

/** Digits after the point of a quotient: more than any cell prints. */
const places = 12;
const ofInt = (value: bigint): Decimal => decimal(`${value}`);
const ofDouble = (value: number): Decimal => {
  const exact = decimalOfNumber(value);
  if (exact === undefined) throw new RangeError("not a number");
  return exact;
};

const sums: Readonly<Record<string, (a: Decimal, b: Decimal) => Decimal>> = {
  "+": add,
  "-": subtract,
  "*": multiply,
  "/": (a, b) => {
    const result = isZero(b) ? undefined : divide(a, b, places);
    if (result === undefined) throw new RangeError("division by zero");
    return result;
  },
};
const comparisons: Readonly<Record<string, (order: number) => boolean>> = {
  "<": (order) => order < 0,
  "<=": (order) => order <= 0,
  ">": (order) => order > 0,
  ">=": (order) => order >= 0,
};

/** What a person would write is no longer and no deeper than this. */
export const asWritten = {
  maxAstNodes: 300,
  maxDepth: 40,
  maxListElements: 60,
  maxMapEntries: 1,
  maxCallArguments: 4,
};

/** CEL without what can run long, over exact amounts. */
export function environment(limits: typeof asWritten): Environment {
  const made = new Environment({
    unlistedVariablesAreDyn: false,
    homogeneousAggregateLiterals: false,
    limits,
  });
  made.registerType("Decimal", Amount);
  made.registerVariable("row", "map");
  made.registerType("Blank", Blank);
  made.registerFunction("blank(dyn): bool", (value: unknown) => value instanceof Blank);
  // Without these a blank would be unequal to everything, and not without an answer.
  for (const type of ["string", "Decimal", "int", "double", "bool", "Blank"])
    made.registerOperator(`Blank == ${type}`, () => {
      throw new RangeError("blank");
    });
  made.registerOperator("Blank == null", () => true);
  for (const type of ["string", "Decimal"]) made.registerOperator(`${type} == null`, () => false);
  made.registerFunction("abs(Decimal): Decimal", ({ value }: Amount) => new Amount(absolute(value)));
  const kinds: readonly [string, string, (a: unknown) => Decimal, (b: unknown) => Decimal][] = [
    ["Decimal", "Decimal", amountOf, amountOf],
    ["Decimal", "int", amountOf, (b) => ofInt(b as bigint)],
    ["int", "Decimal", (a) => ofInt(a as bigint), amountOf],
    ["Decimal", "double", amountOf, (b) => ofDouble(b as number)],
    ["double", "Decimal", (a) => ofDouble(a as number), amountOf],
  ];
  for (const [left, right, first, second] of kinds) {
    for (const [sign, make] of Object.entries(sums))
      made.registerOperator(
        `${left} ${sign} ${right}: Decimal`,
        (a: unknown, b: unknown) => new Amount(make(first(a), second(b))),
      );
    for (const [sign, says] of Object.entries(comparisons))
      made.registerOperator(`${left} ${sign} ${right}`, (a: unknown, b: unknown) =>
        says(compare(first(a), second(b))),
      );
    if (left === "Decimal")
      made.registerOperator(
        `${left} == ${right}`,
        (a: unknown, b: unknown) => compare(first(a), second(b)) === 0,
      );
  }
  return made;
}

const amountOf = (value: unknown): Decimal => (value as Amount).value;
