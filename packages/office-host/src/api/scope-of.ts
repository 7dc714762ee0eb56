import type { Book } from "../model/book.ts";
import type { Scope } from "./back-links.ts";
import { Range } from "./range.ts";
import { RangeAreas } from "./range-areas.ts";
import { Worksheet } from "./worksheet.ts";

/** The workbook with what makes its ranges and sheets. */
export function scopeOf(book: Book): Scope {
  const scope: Scope = {
    book,
    range: (sheet, block) => new Range(scope, sheet, block),
    areas: (sheet, blocks) => new RangeAreas(scope, sheet, blocks),
    worksheet: (sheet) => new Worksheet(scope, sheet),
  };
  return scope;
}
