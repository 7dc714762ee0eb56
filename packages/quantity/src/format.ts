import { type Decimal, placesOf, shift } from "./decimal.ts";
import type { Quantity } from "./quantity.ts";
import { roundText } from "./rounding.ts";
import { powerWord, powerWordAt, unitWordAt } from "./unit-table.ts";

/** What `formatQuantity` needs of a quantity. */
export type PrintableQuantity = Omit<Quantity, "raw" | "unitText">;

/**
 * The quantity in the words of a document; `parseQuantity` reads the same quantity from it (量值文本). A power that
 * has no word, or whose word would be read as part of the unit (千 + 米), is multiplied out.
 * @example formatQuantity({ value: decimal("8.7"), unit: "元", power: 8, bound: "ge" }) // "8.7亿元以上"
 */
export function formatQuantity(quantity: PrintableQuantity): string {
  const { value, valueMax, unit, bound, per, stretch, firm, change, fraction, printedPlaces } = quantity;
  const word = plainPowerWord(quantity);
  const moved = word === undefined ? quantity.power : 0;
  const print = (amount: Decimal) => {
    const shown = shift(amount, moved);
    return printedPlaces === undefined
      ? shown
      : roundText(shown, Math.max(printedPlaces - moved, placesOf(shown)));
  };
  const tail = `${word ?? ""}${unit}${per ? `/${per}` : ""}`;
  const prefix = `${firm === false ? "力争" : ""}${change === "up" ? "增长" : change === "down" ? "下降" : ""}`;
  const number = fraction ? `${fraction[1]}分之${fraction[0]}` : print(value);
  const main =
    valueMax === undefined
      ? `${number}${tail}`
      : `${print(value)}${word ?? ""}${unit}~${print(valueMax)}${tail}`;
  const bounded = {
    eq: main,
    range: main,
    ge: `${main}以上`,
    gt: `超过${main}`,
    le: `${main}以内`,
    lt: `低于${main}`,
    approx: `约${main}`,
  };
  return `${prefix}${bounded[bound]}${stretch === undefined ? "" : `,力争${print(stretch)}${tail}`}`;
}

/** The power word, unless it would make another unit of what follows, or has none. */
function plainPowerWord({ power, unit }: PrintableQuantity): string | undefined {
  const word = powerWord(power);
  if (!word) return word;
  const text = word + unit;
  const read = powerWordAt(text, 0);
  return unitWordAt(text, 0) ||
    read?.end !== word.length ||
    (unit && unitWordAt(text, read.end)?.end !== text.length)
    ? undefined
    : word;
}
