import type { CellValue } from "@taizhang/grid";
import type { ExpectedTable, LayoutCase, LayoutSheet } from "./layout-cases.ts";

/** Numbers from 0 to below `below`, the same for the same seed. */
export type Chance = (below: number) => number;

/** A chance by which a variation can be had again. */
export function chanceOf(seed: string): Chance {
  let state = 7;
  for (const letter of seed) state = (state * 31 + letter.charCodeAt(0)) % 2_147_483_647;
  return (below) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
}

/** A layout as another clerk would have typed it, with what must still be said about it; undefined where it cannot be had. */
export type Variation = (layout: LayoutCase, chance: Chance) => LayoutCase | undefined;

export interface Target {
  readonly sheet: LayoutSheet;
  readonly tables: readonly ExpectedTable[];
}

/** The target sheets of a layout. */
export const targetsOf = (layout: LayoutCase): Target[] =>
  layout.expect.sheets.flatMap(({ name, tables = [] }) => {
    const sheet = layout.sheets.find((one) => one.name === name);
    return sheet && tables.length > 0 ? [{ sheet, tables }] : [];
  });

export const onEach = (
  layout: LayoutCase,
  change: (layout: LayoutCase, target: Target) => LayoutCase,
): LayoutCase | undefined => {
  const targets = targetsOf(layout);
  return targets.length === 0
    ? undefined
    : targets.reduce((one, { sheet }) => {
        const now = targetsOf(one).find((target) => target.sheet.name === sheet.name);
        return now ? change(one, now) : one;
      }, layout);
};

export const withCells = (
  layout: LayoutCase,
  name: string,
  change: (rows: CellValue[][]) => void,
): LayoutCase => ({
  ...layout,
  sheets: layout.sheets.map((sheet) => {
    if (sheet.name !== name) return sheet;
    const rows = sheet.rows.map((row) => [...row]);
    change(rows);
    return { ...sheet, rows };
  }),
});

export const put = (rows: CellValue[][], row: number, column: number, value: CellValue): void => {
  while (rows.length <= row) rows.push([]);
  const line = rows[row] as CellValue[];
  while (line.length <= column) line.push(null);
  line[column] = value;
};
