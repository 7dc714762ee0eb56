import type { Bound } from "@taizhang/model";
import { groupDigits } from "@taizhang/quantity";
import { percentText } from "../percent.ts";
import type { Explanation } from "./explanation.ts";
import type { ExplainWords } from "./words.ts";

/** A decimal as an explanation prints it: grouped by thousands, with a true minus sign. */
export const number = (amount: string): string => groupDigits(amount).replace(/^-/, "−");

/** A ratio in % with two places, never a whole number of what is none. */
export const percent = percentText;

/** A factor of a formula: in parentheses where it is negative. */
export const factor = (amount: string): string =>
  amount.startsWith("-") ? `(${number(amount)})` : number(amount);

/** The inputs that are there, with their names. */
export function inputsOf(
  words: ExplainWords,
  given: Partial<Record<keyof ExplainWords["inputs"], string | undefined>>,
): Explanation["inputs"] {
  return Object.entries(given).flatMap(([name, value]) =>
    value === undefined ? [] : [{ name: words.inputs[name as keyof ExplainWords["inputs"]], value }],
  );
}

/** How a number binds, as a sign that both languages read (界限). */
export const boundSign: Readonly<Record<Bound, string>> = {
  eq: "=",
  ge: "≥",
  gt: ">",
  le: "≤",
  lt: "<",
  range: "~",
  approx: "≈",
};
