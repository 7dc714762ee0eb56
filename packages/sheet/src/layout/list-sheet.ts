import { columnName, type LayoutCell, type SheetLayout } from "@taizhang/grid";

/** What a list of the summary workbook says of itself: its name, what it lists, and its headings in order. */
export interface ListHead {
  readonly sheet: string;
  readonly about: string;
  readonly columns: Readonly<Record<string, string>>;
}

/** A list with its title, one line that says what it lists, headings and rows, ready to print (清单的版式). */
export function listSheet(
  { sheet, about, columns }: ListHead,
  rows: SheetLayout["rows"],
  look: Pick<SheetLayout, "widths" | "freeze" | "lights">,
): SheetLayout {
  const headings = Object.values(columns);
  const last = columnName(headings.length - 1);
  return {
    name: sheet,
    rows: [
      [{ value: sheet, style: "title" }],
      [{ value: about, style: "note" }],
      headings.map((value): LayoutCell => ({ value, style: "header" })),
      ...rows,
    ],
    merges: [`A1:${last}1`, `A2:${last}2`],
    heights: { 0: 28 },
    print: { landscape: true, fitToWidth: true, repeatRows: [3, 3] },
    ...look,
  };
}
