import { contains, type Grid, type Range } from "@taizhang/grid";
import type { Block } from "../workbook/workbook.ts";
import { type Reach, reachOf } from "./formula-reach.ts";

interface FormulaCell {
  readonly row: number;
  readonly column: number;
  readonly reach: Reach;
}

/**
 * The blocks of formulas whose values may follow a change of these cells, in whatever sheet and over whatever steps
 * (受影响的公式): only they need to be read beside what was changed.
 */
export function leaningOn(grids: readonly Grid[], changed: readonly Block[]): Block[] {
  const cells = grids.map((grid) => ({ name: grid.name, open: formulasOf(grid) }));
  const found = new Map<string, FormulaCell[]>();
  let front = bySheet(changed);
  let first = true;
  while (front.size > 0) {
    const next = new Map<string, FormulaCell[]>();
    for (const one of cells) {
      const met: FormulaCell[] = [];
      one.open = one.open.filter((cell) => {
        const leans = (first && cell.reach.anything) || reaches(cell.reach, one.name, front);
        if (leans) met.push(cell);
        return !leans;
      });
      if (met.length === 0) continue;
      next.set(one.name, met);
      found.set(one.name, [...(found.get(one.name) ?? []), ...met]);
    }
    first = false;
    front = bySheet([...next].flatMap(([sheet, met]) => runs(sheet, met)));
  }
  const own = bySheet(changed);
  return [...found].flatMap(([sheet, met]) =>
    runs(
      sheet,
      met.filter(
        ({ row, column }) => !own.get(sheet.toLowerCase())?.some((range) => contains(range, row, column)),
      ),
    ),
  );
}

const known = new WeakMap<Grid["formulas"], FormulaCell[]>();

/** The formulas of a sheet with what they look at; worked out once as long as no formula changes. */
function formulasOf({ formulas }: Grid): FormulaCell[] {
  let cells = known.get(formulas);
  if (!cells) {
    cells = [...formulas].map(([key, formula]) => ({
      row: Math.floor(key / 16_384),
      column: key % 16_384,
      reach: reachOf(formula),
    }));
    known.set(formulas, cells);
  }
  return cells;
}

function reaches({ blocks }: Reach, own: string, front: ReadonlyMap<string, readonly Range[]>): boolean {
  return blocks.some(({ sheet = own, range }) =>
    front
      .get(sheet.toLowerCase())
      ?.some(
        (one) =>
          one.top <= range.bottom &&
          range.top <= one.bottom &&
          one.left <= range.right &&
          range.left <= one.right,
      ),
  );
}

/** Excel takes no notice of capitals in the names of sheets. */
function bySheet(blocks: readonly Block[]): Map<string, Range[]> {
  const sheets = new Map<string, Range[]>();
  for (const { sheet, range } of blocks) {
    const key = sheet.toLowerCase();
    const ranges = sheets.get(key);
    if (ranges) ranges.push(range);
    else sheets.set(key, [range]);
  }
  return sheets;
}

/** The cells as blocks: those that stand below each other make one. */
function runs(sheet: string, cells: readonly FormulaCell[]): Block[] {
  const blocks: { sheet: string; range: { top: number; left: number; bottom: number; right: number } }[] = [];
  for (const { row, column } of [...cells].sort((a, b) => a.column - b.column || a.row - b.row)) {
    const last = blocks.at(-1)?.range;
    if (last && last.left === column && last.bottom === row - 1) last.bottom = row;
    else blocks.push({ sheet, range: { top: row, left: column, bottom: row, right: column } });
  }
  return blocks;
}
