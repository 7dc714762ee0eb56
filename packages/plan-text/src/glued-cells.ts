import type { Span } from "./plan.ts";
import { isHeading, type TableColumn, tableColumn } from "./table-columns.ts";

const longestHeading = 8;

/** A cell that a row does not have. */
export const nothing: Span = { start: 0, end: 0 };

/** The columns whose headings stand from a place on without anything between them, and where they end (连写的表头). */
export function gluedHeadings(
  text: string,
  start: number,
): { readonly columns: TableColumn[]; readonly end: number } {
  const columns: TableColumn[] = [];
  let at = start;
  for (;;) {
    let length = Math.min(longestHeading, text.length - at);
    while (length > 1 && !isHeading(text.slice(at, at + length))) length -= 1;
    if (length <= 1) return { columns, end: at };
    columns.push(tableColumn(text.slice(at, at + length)));
    at += length;
  }
}

/** What a row that was run together was found to hold (连写的一行). */
export interface GluedRow {
  readonly no: Span;
  readonly content: Span;
  readonly person: Span | undefined;
  readonly orgs: readonly Span[];
  readonly due?: Span | undefined;
}

/** The cells of a row by its columns: the content in the first of `texts`, the names one a column, the others empty. */
export function gluedCells(
  { no, content, person, orgs, due }: GluedRow,
  columns: readonly TableColumn[],
  texts: readonly TableColumn["kind"][],
): Span[] {
  let orgAt = 0;
  let told = false;
  return columns.map(({ kind }): Span => {
    if (kind === "no") return no;
    if (kind === "person") return person ?? nothing;
    if (kind === "deadline") return due ?? nothing;
    if (kind === "org") return orgs[orgAt++] ?? nothing;
    if (told || !texts.includes(kind)) return nothing;
    told = true;
    return content;
  });
}
