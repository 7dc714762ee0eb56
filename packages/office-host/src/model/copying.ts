import { quoteSheet } from "@taizhang/grid";
import { blockRef, columnsOf, rowsOf } from "./address.ts";
import type { Book } from "./book.ts";
import { translated } from "./formula-shift.ts";
import { type Block, cellAt, type HostCell, type Sheet, styleAt } from "./sheet.ts";
import { recalculate } from "./writing.ts";

export type CopyType = "All" | "Formulas" | "Values" | "Formats" | "Link";

/** What copying puts into the cells from the destination's first on; a smaller source is repeated to fill it. */
export function copied(
  book: Book,
  from: { sheet: Sheet; block: Block },
  to: { sheet: Sheet; block: Block },
  type: CopyType,
  skipBlanks: boolean,
  transpose: boolean,
): (HostCell | undefined)[][] {
  recalculate(book);
  const height = transpose ? columnsOf(from.block) : rowsOf(from.block);
  const width = transpose ? rowsOf(from.block) : columnsOf(from.block);
  // the destination is filled if it is a multiple of the source, else the source is put down once
  const rows = rowsOf(to.block) % height === 0 ? rowsOf(to.block) : height;
  const columns = columnsOf(to.block) % width === 0 ? columnsOf(to.block) : width;
  return Array.from({ length: rows }, (_, down) =>
    Array.from({ length: columns }, (__, across) => {
      const [r, c] = transpose ? [across % width, down % height] : [down % height, across % width];
      const source = { row: from.block.top + r, column: from.block.left + c };
      const target = { row: to.block.top + down, column: to.block.left + across };
      const now = cellAt(to.sheet, target.row, target.column);
      const cell = cellAt(from.sheet, source.row, source.column);
      if (skipBlanks && (!cell || (cell.value === null && cell.formula === undefined))) return now;
      const style = styleAt(from.sheet, source.row, source.column);
      const own = styleAt(to.sheet, target.row, target.column);
      if (type === "Formats") return made({ ...now, value: now?.value ?? null }, style);
      if (type === "Link") {
        const ref = blockRef({
          top: source.row,
          left: source.column,
          bottom: source.row,
          right: source.column,
        });
        return made({ value: null, formula: `=${quoteSheet(from.sheet.name)}!${ref}` }, own);
      }
      if (type === "Values") return made({ value: cell?.value ?? null }, own);
      const formula =
        cell?.formula === undefined
          ? undefined
          : translated(cell.formula, target.row - source.row, target.column - source.column);
      return made(
        { value: cell?.value ?? null, ...(formula === undefined ? {} : { formula }) },
        type === "Formulas" ? own : style,
      );
    }),
  );
}

function made({ style: _, ...cell }: HostCell, style: HostCell["style"]): HostCell | undefined {
  if (cell.value === null && cell.formula === undefined && !style && !cell.link) return undefined;
  return style ? { ...cell, style } : cell;
}
