import type { CellValue } from "@taizhang/grid";
import { locate } from "./address.ts";
import type { Book } from "./book.ts";
import { cellAt, type Sheet } from "./sheet.ts";
import type { Validation } from "./sheet-objects.ts";

/** True if the value may stand in a cell with the rule. Formulas as limits are not worked out: they allow everything. */
export function isValid(
  book: Book,
  sheet: Sheet,
  { rule, ignoreBlanks }: Validation,
  value: CellValue,
): boolean {
  if (value === null) return ignoreBlanks;
  const [kind = "", given] = Object.entries(rule)[0] ?? [];
  const criteria = given as Readonly<Record<string, unknown>>;
  if (kind === "list") return listOf(book, sheet, criteria?.source).includes(String(value));
  if (kind === "custom" || kind === "") return true;
  const number = kind === "textLength" ? String(value).length : value;
  if (typeof number !== "number") return false;
  if (kind === "wholeNumber" && !Number.isInteger(number)) return false;
  const [one, two] = [Number(criteria?.formula1), Number(criteria?.formula2)];
  if (Number.isNaN(one)) return true;
  switch (criteria?.operator) {
    case "Between":
      return number >= one && number <= two;
    case "NotBetween":
      return number < one || number > two;
    case "EqualTo":
      return number === one;
    case "NotEqualTo":
      return number !== one;
    case "GreaterThan":
      return number > one;
    case "LessThan":
      return number < one;
    case "GreaterThanOrEqualTo":
      return number >= one;
    case "LessThanOrEqualTo":
      return number <= one;
    default:
      return true;
  }
}

/** The choices of a list: written with commas, or read from cells. */
function listOf(book: Book, sheet: Sheet, source: unknown): string[] {
  if (typeof source !== "string") return [];
  if (!source.startsWith("=")) return source.split(",").map((choice) => choice.trim());
  const place = locate(book, sheet, source);
  return (place?.blocks ?? []).flatMap(({ top, left, bottom, right }) => {
    const choices: string[] = [];
    for (let row = top; row <= Math.min(bottom, (place?.sheet.rows.length ?? 1) - 1); row++)
      for (let column = left; column <= right; column++) {
        const value = place ? cellAt(place.sheet, row, column)?.value : null;
        if (value !== null && value !== undefined) choices.push(String(value));
      }
    return choices;
  });
}
