import { type Rational, rational, tenTo, times, whole } from "./rational.ts";

/** The few base words that the cases use: what each measures and how much of the dimension's base it is. */
const words: Readonly<Record<string, readonly [dimension: string, size: string]>> = {
  元: ["money", "1"],
  人: ["people", "1"],
  名: ["people", "1"],
  户: ["households", "1"],
  个: ["pieces", "1"],
  公斤: ["mass", "1"],
  吨: ["mass", "1000"],
  "%": ["ratio", "1"],
};

/** What a base word measures. */
export const dimensionOf = (unit: string): string => (words[unit] ?? [`only ${unit}`])[0];

/** How much one unit × 10^power is of the dimension's base. */
export const scaleOf = (unit: string, power: number): Rational =>
  times(rational((words[unit] ?? ["", "1"])[1]), tenTo(power));

/** The printed unit, taken apart: 万元 is 元 and 4. */
export function unitParts(text: string): { readonly unit: string; readonly power: number } {
  if (text.startsWith("万")) return { unit: text.slice(1), power: 4 };
  if (text.startsWith("亿")) return { unit: text.slice(1), power: 8 };
  return { unit: text, power: 0 };
}

/** How much one of a printed unit is of its dimension's base. */
export function scaleOfText(text: string): Rational {
  const { unit, power } = unitParts(text);
  return text === "" ? whole(1) : scaleOf(unit, power);
}
