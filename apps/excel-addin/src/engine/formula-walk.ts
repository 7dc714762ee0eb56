import type { Grid, Range } from "@taizhang/grid";
import type { Block } from "../workbook/workbook.ts";

/** What a formula looks at: blocks, each perhaps of another sheet; or it may be anything (公式引用). */
export interface Reach {
  readonly blocks: readonly { readonly sheet?: string; readonly range: Range }[];
  /** True where the formula names what cannot be told from its text. */
  readonly anything: boolean;
}

/** A cell with a formula. */
export interface FormulaCell {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly formula: string;
}

interface Reaching extends FormulaCell {
  readonly reach: Reach;
}

/** How a walk reads formulas, and whether those that may be anything carry it on; each keeps what it has read. */
export interface Walk {
  readonly reachOf: (formula: string) => Reach;
  readonly anythingCarries: boolean;
  readonly known: WeakMap<Grid["formulas"], readonly Reaching[]>;
}

export const walk = (reachOf: Walk["reachOf"], anythingCarries: boolean): Walk => ({
  reachOf,
  anythingCarries,
  known: new WeakMap(),
});

/**
 * The formulas that follow a change of these blocks, in whatever sheet and over however many steps (跟着变的公式). One whose
 * cells cannot be told from its text may follow, and is among them.
 */
export function following(how: Walk, grids: readonly Grid[], changed: readonly Block[]): FormulaCell[] {
  let open = grids.flatMap((grid) => formulasOf(how, grid));
  const found = how.anythingCarries ? [] : open.filter(({ reach }) => reach.anything);
  if (!how.anythingCarries) open = open.filter(({ reach }) => !reach.anything);
  let front = bySheet(changed);
  let isFirst = true;
  while (front.size > 0) {
    const next: Reaching[] = [];
    const rest: Reaching[] = [];
    for (const cell of open)
      ((isFirst && cell.reach.anything) || reaches(cell, front) ? next : rest).push(cell);
    open = rest;
    for (const cell of next) found.push(cell);
    front = bySheet(blocksOf(next));
    isFirst = false;
  }
  return found;
}

/** The formulas of a sheet with what they look at; worked out once as long as no formula changes. */
function formulasOf({ known, reachOf }: Walk, { name, formulas }: Grid): readonly Reaching[] {
  const before = known.get(formulas);
  if (before) return before;
  const cells = [...formulas].map(([key, formula]) => ({
    sheet: name,
    row: Math.floor(key / 16_384),
    column: key % 16_384,
    formula,
    reach: reachOf(formula),
  }));
  known.set(formulas, cells);
  return cells;
}

const reaches = ({ sheet: own, reach }: Reaching, front: ReadonlyMap<string, readonly Range[]>): boolean =>
  reach.blocks.some(({ sheet = own, range }) =>
    front.get(sheet.toLowerCase())?.some((one) => overlaps(one, range)),
  );

const overlaps = (a: Range, b: Range): boolean =>
  a.top <= b.bottom && b.top <= a.bottom && a.left <= b.right && b.left <= a.right;

/** Excel takes no notice of capitals in the names of sheets. */
export function bySheet(blocks: readonly Block[]): Map<string, Range[]> {
  const sheets = new Map<string, Range[]>();
  for (const { sheet, range } of blocks) {
    const key = sheet.toLowerCase();
    const ranges = sheets.get(key);
    if (ranges) ranges.push(range);
    else sheets.set(key, [range]);
  }
  return sheets;
}

/** The cells as blocks, sheet by sheet: those that stand below each other make one. */
export function blocksOf(cells: readonly FormulaCell[]): Block[] {
  const sheets = new Map<string, FormulaCell[]>();
  for (const cell of cells) {
    const own = sheets.get(cell.sheet);
    if (own) own.push(cell);
    else sheets.set(cell.sheet, [cell]);
  }
  return [...sheets].flatMap(([sheet, own]) => runs(sheet, own));
}

function runs(sheet: string, cells: readonly FormulaCell[]): Block[] {
  const blocks: { sheet: string; range: { top: number; left: number; bottom: number; right: number } }[] = [];
  for (const { row, column } of [...cells].sort((a, b) => a.column - b.column || a.row - b.row)) {
    const last = blocks.at(-1)?.range;
    if (last && last.left === column && last.bottom === row - 1) last.bottom = row;
    else blocks.push({ sheet, range: { top: row, left: column, bottom: row, right: column } });
  }
  return blocks;
}
