import type { Book } from "./book.ts";
import { shownText } from "./number-text.ts";
import { type Block, cellAt, type Sheet, styleAt } from "./sheet.ts";
import type { FilterCriteria } from "./sheet-objects.ts";
import { recalculate } from "./writing.ts";

/** Hides the rows of the body that some column's criteria do not let through, and shows the others. */
export function applyFilter(
  book: Book,
  sheet: Sheet,
  body: Block,
  criteria: readonly (FilterCriteria | undefined)[],
): void {
  recalculate(book);
  const hidden = new Set(sheet.hiddenRows);
  for (let row = body.top; row <= Math.min(body.bottom, sheet.rows.length - 1); row++) {
    const shown = criteria.every((one, at) => !one || passes(sheet, row, body.left + at, one));
    if (shown) hidden.delete(row);
    else hidden.add(row);
  }
  book.journal.set(sheet, "hiddenRows", hidden);
}

function passes(sheet: Sheet, row: number, column: number, criteria: FilterCriteria): boolean {
  const value = cellAt(sheet, row, column)?.value ?? null;
  const text = shownText(value, styleAt(sheet, row, column)?.numberFormat ?? "General");
  if (criteria.filterOn === "Values") return (criteria.values ?? []).some((one) => String(one) === text);
  if (criteria.filterOn === "Custom") {
    const tests = [criteria.criterion1, criteria.criterion2].filter((one) => one !== undefined);
    const results = tests.map((one) => fits(value, text, String(one)));
    return criteria.operator === "Or" ? results.some(Boolean) : results.every(Boolean);
  }
  return true; // colours, icons, top items and dynamic dates are remembered, not worked out
}

function fits(value: unknown, text: string, criterion: string): boolean {
  const [, operator = "=", operand = ""] = /^(<>|<=|>=|<|>|=)?(.*)$/s.exec(criterion) ?? [];
  const number = Number(operand);
  if (operand !== "" && !Number.isNaN(number) && typeof value === "number")
    return (
      {
        "=": value === number,
        "<>": value !== number,
        "<": value < number,
        ">": value > number,
        "<=": value <= number,
        ">=": value >= number,
      }[operator] ?? true
    );
  const pattern = new RegExp(
    `^${operand
      .replace(/[.+^${}()|[\]\\]/g, "\\$&")
      .replaceAll("*", ".*")
      .replaceAll("?", ".")}$`,
    "isu",
  );
  return operator === "<>" ? !pattern.test(text) : operator === "=" ? pattern.test(text) : false;
}
