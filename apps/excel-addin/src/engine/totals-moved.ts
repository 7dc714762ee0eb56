import {
  type CellContent,
  type CellValue,
  cellRef,
  type Grid,
  parseRange,
  type Range,
  valueAt,
} from "@taizhang/grid";
import { compare, type Decimal, decimalOfNumber } from "@taizhang/quantity";
import { applyEdits } from "@taizhang/sheet";
import type { CellWrite } from "../workbook/workbook.ts";
import { followers, placeKey } from "./followers.ts";
import type { FormulaCell } from "./formula-walk.ts";
import type { TotalMoved } from "./protocol.ts";
import { type Around, sumOf } from "./sum-formula.ts";

/**
 * Every formula of the workbook that follows the edited cells, in whatever sheet and over however many steps, before
 * and after (合计变化). Sums are worked out exactly; for any other formula, or where the sheet's own value is not what its
 * formula comes to, what it will be is not known, and the cell is named without it.
 */
export function totalsMoved(grids: readonly Grid[], writes: readonly CellWrite[]): TotalMoved[] {
  const blocks = writes.flatMap(({ sheet, ref }): { sheet: string; range: Range }[] => {
    const range = parseRange(ref);
    return range ? [{ sheet, range }] : [];
  });
  const cells = followers(grids, blocks);
  if (cells.length === 0) return [];
  const before = lookIn(grids, () => undefined);
  const after = lookIn(applyEdits(grids, writes.map(editOf)).grids, (key) => following.get(key));
  const open = new Map(cells.map((cell) => [placeKey(cell.sheet, cell.row, cell.column), cell]));
  const known = new Map<string, CellValue>();
  const unknown: CellValue = { error: "#N/A" };
  /** What a following formula comes to; while it is being worked out it counts as not known, so a circle ends. */
  const following = {
    get: (key: string): CellValue | undefined => {
      const cell = open.get(key);
      if (!cell) return undefined;
      const found = known.get(key);
      if (found !== undefined) return found;
      known.set(key, unknown);
      const value = workedOut(cell);
      known.set(key, value === undefined ? unknown : Number(value));
      return known.get(key);
    },
  };
  const workedOut = (cell: FormulaCell): Decimal | undefined => {
    const stood = standing(grids, cell);
    const own = stood === undefined ? undefined : sumOf(cell.formula, before(cell.sheet));
    return own !== undefined && stood !== undefined && compare(own, stood) === 0
      ? sumOf(cell.formula, after(cell.sheet))
      : undefined;
  };
  return cells.flatMap((cell): TotalMoved[] => {
    const stood = standing(grids, cell);
    const value = following.get(placeKey(cell.sheet, cell.row, cell.column));
    const now = typeof value === "number" ? decimalOfNumber(value) : undefined;
    if (now !== undefined && stood !== undefined && compare(now, stood) === 0) return [];
    const place = { sheet: cell.sheet, ref: cellRef(cell.row, cell.column) };
    return [now === undefined || stood === undefined ? place : { ...place, before: stood, after: now }];
  });
}

/** The number that the formula's cell shows. */
function standing(grids: readonly Grid[], { sheet, row, column }: FormulaCell): Decimal | undefined {
  const grid = grids.find(({ name }) => name === sheet);
  const value = grid && valueAt(grid, row, column);
  return typeof value === "number" ? decimalOfNumber(value) : undefined;
}

const withoutFormat = ({ format: _, ...content }: CellContent): CellContent => content;

function editOf({ sheet, ref, before, after, unmerge }: CellWrite) {
  const at = { kind: "cell" as const, file: "", sheet, ref };
  return unmerge
    ? { kind: "unmergeFill" as const, at, before: withoutFormat(before) }
    : { kind: "setCell" as const, at, before: withoutFormat(before), after };
}

/** The cells as the formulas of a sheet see them; `instead` says what a formula comes to that was worked out anew. */
function lookIn(grids: readonly Grid[], instead: (key: string) => CellValue | undefined) {
  const named = new Map(grids.map((grid) => [grid.name.toLowerCase(), grid]));
  return (own: string): Around => {
    const gridOf = (sheet: string | undefined) => named.get((sheet ?? own).toLowerCase());
    return {
      value: (sheet, row, column) => {
        const grid = gridOf(sheet);
        const found = instead(placeKey(sheet ?? own, row, column));
        return found !== undefined ? found : grid ? valueAt(grid, row, column) : { error: "#REF!" };
      },
      height: (sheet) => gridOf(sheet)?.rows.length ?? 0,
      isSubtotal: (sheet, row, column) =>
        /^\s*(?:SUBTOTAL|AGGREGATE)\(/i.test(gridOf(sheet)?.formulas.get(row * 16_384 + column) ?? ""),
      isHidden: (sheet, row) => gridOf(sheet)?.hiddenRows.has(row) ?? false,
    };
  };
}
