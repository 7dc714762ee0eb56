import { type CellContent, cellRef, type Grid, valueAt } from "@taizhang/grid";
import { type At, formulaAfter, formulasElsewhere, type Places } from "./places.ts";
import { contentAt, contentKey, heldKey, type Snapshot } from "./snapshot.ts";

/** A cell of the user's on a summary or beside it, and what becomes of it in a refresh (用户自己的格). */
export interface OwnCell {
  readonly sheet: string;
  /** Where it stands, and where its row goes; without `to` its row is no longer there. */
  readonly ref: string;
  readonly to?: string;
  /** "edit" among our cells, "beside" to the right of them or below, "formula" elsewhere in the workbook. */
  readonly kind: "edit" | "beside" | "formula";
  /** What the row is called, and the column's heading. */
  readonly row: string;
  readonly heading: string;
  readonly now: CellContent;
  readonly after: CellContent;
  /** A formula that rests on rows which no longer stand together: it is left as it is. */
  readonly unsure?: true;
}

/** The user's own cells of a written sheet, each with its row. */
export function ownCells(before: Snapshot, grid: Grid, places: Places, loosely: boolean): OwnCell[] {
  const found: OwnCell[] = [];
  const isHere = (named: string | undefined) =>
    named === undefined || named.toLowerCase() === grid.name.toLowerCase();
  for (let row = 0; row < grid.rows.length; row++) {
    const own = places.rowOf.get(row);
    const width = Math.max(own === undefined ? 0 : places.width, grid.rows[row]?.length ?? 0);
    for (let column = 0; column < width; column++) {
      const isAmong = own !== undefined && column < places.width;
      const key = heldKey(grid, row, column);
      const held = isAmong ? (before.held[own]?.[column] ?? "") : "";
      if (key === held || (loosely && shapeOf(key) === shapeOf(held))) continue;
      const at = places.to(row, column);
      if (key === "" && !at) continue;
      found.push(cellOf(before, grid, { row, column }, at, isAmong, formulaIn(grid, row, column)));
    }
  }
  return found;

  function formulaIn(of: Grid, row: number, column: number): string | undefined {
    const { formula } = contentAt(of, row, column);
    return formula === undefined ? undefined : formulaAfter(formula, isHere, places);
  }
}

function cellOf(
  before: Snapshot,
  grid: Grid,
  { row, column }: At,
  to: At | undefined,
  isAmong: boolean,
  formula: string | undefined,
): OwnCell {
  const now = contentAt(grid, row, column);
  return {
    sheet: grid.name,
    ref: cellRef(row, column),
    ...(to ? { to: cellRef(to.row, to.column) } : {}),
    kind: isAmong ? "edit" : "beside",
    row: nameAt(before, grid, row),
    heading: isAmong ? textAt(grid, before.header, column) : "",
    now,
    after: formula === undefined ? now : { ...now, formula },
    ...(now.formula !== undefined && formula === undefined ? { unsure: true as const } : {}),
  };
}

/** Formulas of other sheets whose cells go elsewhere: they follow. */
export const ownFormulas = (
  grids: readonly Grid[],
  sheet: string,
  ours: ReadonlySet<string>,
  places: Places,
) =>
  formulasElsewhere(grids, sheet, ours, places).map(({ grid, at, formula, after }): OwnCell => {
    const now = contentAt(grid, at.row, at.column);
    const ref = cellRef(at.row, at.column);
    return {
      sheet: grid.name,
      ref,
      to: ref,
      kind: "formula",
      row: "",
      heading: "",
      now,
      after: { ...now, formula: after ?? formula },
      ...(after === undefined ? { unsure: true as const } : {}),
    };
  });

/** What a row is called. */
export const nameAt = ({ told, header }: Snapshot, grid: Grid, row: number): string =>
  row <= header ? "" : joined(told.map((column) => textAt(grid, row, column)));

/** The words that name a row, each once. */
export const joined = (words: readonly string[]): string =>
  [...new Set(words.filter((word) => word !== ""))].join(" ");

const textAt = (grid: Grid, row: number, column: number): string => {
  const value = valueAt(grid, row, column);
  return typeof value === "object" ? "" : `${value}`;
};

/** Excel writes the rows of a formula anew when rows are sorted, inserted or deleted. */
const shapeOf = (key: string): string =>
  key.startsWith("=") ? key.replace(/(\$?[A-Z]{1,3}\$?)\d+/g, "$1#") : `“${key}`;

/** True where the cell holds what we wrote there. */
export const isOurs = (held: string, now: CellContent, loosely: boolean): boolean =>
  contentKey(now) === held || (loosely && shapeOf(contentKey(now)) === shapeOf(held));
