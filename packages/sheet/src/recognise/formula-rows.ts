import { cellOfKey, columnName, parseRange } from "@taizhang/grid";
import type { HeaderBlock } from "./header-rows.ts";
import type { SheetView } from "./sheet-view.ts";

const sumFormula = /^(?:SUM\(|SUBTOTAL\(\d+,)([A-Z$\d:]+)\)$/i;
const addFormula = /^[A-Z$]+\d+(?:\+[A-Z$]+\d+)+$/i;

const namesColumn = (formula: string, column: number): boolean => {
  const name = columnName(column);
  return (
    formula.includes(name) ||
    formula.includes(name.toLowerCase()) ||
    (name.length > 1 && /[a-z]/.test(formula))
  );
};

/** Rows whose formulas add up two or more other rows of the same column: totals and subtotals by formula (公式合计行). */
export function sumRows(
  view: SheetView,
  header: HeaderBlock,
  bottom: number,
): Map<number, { all: boolean; ref: string }> {
  const found = new Map<number, { all: boolean; ref: string }>();
  for (const [key, formula] of view.grid.formulas) {
    const [row, column] = cellOfKey(key);
    if (
      row < header.firstDataRow ||
      row > bottom ||
      column < header.left ||
      column > header.right ||
      found.has(row)
    )
      continue;
    // A sum down the column names the column.
    if (!namesColumn(formula, column)) continue;
    const plain = formula.length > 400 ? "" : formula.replaceAll(" ", "");
    const range = parseRange((sumFormula.exec(plain)?.[1] ?? "").replaceAll("$", ""));
    if (
      range &&
      range.left === column &&
      range.right === column &&
      range.bottom > range.top &&
      (row < range.top || row > range.bottom)
    ) {
      const covered = range.bottom - range.top + 1;
      found.set(row, { all: covered >= (bottom - header.firstDataRow) * 0.8, ref: formula });
    } else if (addFormula.test(plain)) {
      const refs = plain.split("+").map((ref) => parseRange(ref.replaceAll("$", "")));
      if (
        refs.every(
          (ref) =>
            ref &&
            ref.left === column &&
            ref.top !== row &&
            ref.top >= header.firstDataRow &&
            ref.bottom <= bottom,
        )
      )
        found.set(row, { all: refs.length >= (bottom - header.firstDataRow) * 0.8, ref: formula });
    }
  }
  return found;
}
