import { formatAt, type Grid, textOf, valueAt } from "@taizhang/grid";
import { dateOfSerial } from "@taizhang/quantity";
import { type Block, settingsWords } from "./words.ts";

/** One line of a block: its texts by the block's keys, wherever their columns stand. */
export interface Line {
  readonly row: number;
  readonly columns: ReadonlyMap<string, number>;
  readonly text: (key: string) => string;
}

export type Blocks = Readonly<Record<Block, readonly Line[]>>;

const names: readonly Block[] = ["rules", "parameters", "columns", "explanations"];

/**
 * The lines of the blocks of a settings sheet: under a title the headings, in whichever order, then the lines down to
 * the next title.
 */
export function blocksOf(grid: Grid): Blocks {
  const blocks: Record<Block, Line[]> = { rules: [], parameters: [], columns: [], explanations: [] };
  let block: Block | undefined;
  let columns: ReadonlyMap<string, number> | undefined;
  for (let row = 0; row < grid.rows.length; row++) {
    const texts = (grid.rows[row] ?? []).map((value) => textOf(value ?? null).trim());
    const filled = texts.filter((text) => text !== "");
    const titled = filled.length === 1 ? names.find((name) => isTitle(name, filled[0] ?? "")) : undefined;
    if (titled) [block, columns] = [titled, undefined];
    else if (block && filled.length > 0) {
      if (columns) blocks[block].push(lineOf(grid, row, columns));
      else columns = headingsOf(block, texts);
    }
  }
  return blocks;
}

const isTitle = (block: Block, text: string): boolean =>
  Object.values(settingsWords).some(({ titles }) => titles[block] === text);

function headingsOf(block: Block, texts: readonly string[]): ReadonlyMap<string, number> {
  const columns = new Map<string, number>();
  for (const words of Object.values(settingsWords))
    for (const [key, heading] of Object.entries(words[block])) {
      const index = texts.indexOf(heading);
      if (index >= 0) columns.set(key, index);
    }
  return columns;
}

const lineOf = (grid: Grid, row: number, columns: ReadonlyMap<string, number>): Line => ({
  row,
  columns,
  text: (key) => {
    const column = columns.get(key);
    if (column === undefined) return "";
    const value = valueAt(grid, row, column);
    // Excel turns 2016-10-25 into a date when staff type it.
    if (key === "day" && typeof value === "number" && formatAt(grid, row, column) !== undefined)
      return dayText(value, grid.date1904);
    return textOf(value).trim();
  },
});

const dayText = (serial: number, date1904: boolean): string => dateOfSerial(serial, date1904) ?? `${serial}`;
