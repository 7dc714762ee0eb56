import { type CellValue, parseRange, rangeRef } from "@taizhang/grid";
import { moved } from "./layout-moves.ts";
import { onEach, put, targetsOf, type Variation } from "./layout-retyping.ts";

/** A table turned round: its headings down the first columns, a row of it in each further column. No total may come of it. */
export const turnedRound: Variation = (layout) => {
  const [target] = targetsOf(layout);
  const [table] = target?.tables ?? [];
  const range = parseRange(table?.range ?? "");
  if (!target || !table || !range || targetsOf(layout).length > 1 || target.tables.length > 1)
    return undefined;
  const { name, rows: before, merges = [] } = target.sheet;
  const { top, left } = range;
  const rows: CellValue[][] = before.slice(0, top).map((row) => [...row]);
  for (let column = left; column <= range.right; column++)
    for (let row = top; row <= range.bottom; row++)
      put(rows, top + column - left, left + row - top, before[row]?.[column] ?? null);
  const turned = merges.flatMap((merge) => {
    const one = parseRange(merge);
    if (!one || one.top < top || one.bottom > range.bottom) return [];
    return rangeRef({
      top: top + one.left - left,
      bottom: top + one.right - left,
      left: left + one.top - top,
      right: left + one.bottom - top,
    });
  });
  return {
    ...layout,
    sheets: layout.sheets.map((sheet) => (sheet.name === name ? { name, rows, merges: turned } : sheet)),
    expect: {
      ...layout.expect,
      sheets: layout.expect.sheets.map((sheet) =>
        sheet.name === name ? { name, isTargetSheet: false } : sheet,
      ),
    },
  };
};

/** A header of one row over two: each of its cells merged with the blank one below. */
export const tallHeader: Variation = (layout) => {
  let done = false;
  const result = onEach(layout, (one, { sheet, tables }) => {
    const [table] = tables;
    const range = parseRange(table?.range ?? "");
    if (!table || !range || tables.length > 1 || table.headerRows[0] !== table.headerRows[1]) return one;
    if (table.rows?.repeatedHeader) return one;
    const at = range.top;
    const ranges = (sheet.merges ?? []).flatMap((merge) => parseRange(merge) ?? []);
    if (ranges.some(({ top, bottom }) => top <= at && bottom >= at)) return one;
    done = true;
    const taller = moved(one, sheet.name, { row: (row) => (row > at ? row + 1 : row) });
    const merges = Array.from({ length: range.right - range.left + 1 }, (_, step) =>
      rangeRef({ top: at, bottom: at + 1, left: range.left + step, right: range.left + step }),
    );
    return {
      ...taller,
      sheets: taller.sheets.map((each) =>
        each.name === sheet.name ? { ...each, merges: [...(each.merges ?? []), ...merges] } : each,
      ),
      expect: {
        ...taller.expect,
        sheets: taller.expect.sheets.map((each) =>
          each.name === sheet.name && each.tables
            ? {
                ...each,
                tables: each.tables.map((one) => ({ ...one, headerRows: [at + 1, at + 2] as const })),
              }
            : each,
        ),
      },
    };
  });
  return done ? result : undefined;
};
