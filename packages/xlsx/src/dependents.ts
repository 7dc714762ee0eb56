import {
  cellKey,
  cellOfKey,
  columnCount,
  contains,
  type Grid,
  lastRow,
  type Range,
  valueAt,
} from "@taizhang/grid";
import { type References, referencesOf } from "./formula-references.ts";

/** A sheet with its formulas, as the search for dependents needs it. */
export interface FormulaSheet {
  readonly grid: Grid;
  /** Blocks that one formula fills (array formulas, data tables); the first cell holds it. */
  readonly arrays: readonly Range[];
}

interface Formula {
  readonly sheet: number;
  readonly key: number;
  dirty: boolean;
}
/** All formulas that name one block. */
interface Block {
  readonly range: Range;
  readonly users: Formula[];
  done: boolean;
}

/** Blocks are looked up by stripes of this many rows; one that crosses many stripes is kept apart. */
const stripe = 512;
const manyStripes = 64;
/** Beyond so many sheets or blocks a formula is taken to depend on everything: only hostile files have such. */
const manySheets = 100;
const manyBlocks = 1000;

/**
 * The keys of the cells, by sheet, whose values may change when the given cells change (从属单元格): formulas that
 * refer to them, directly or through others, and the cells that array formulas among these fill.
 */
export function dependents(
  sheets: readonly FormulaSheet[],
  definedNames: ReadonlyMap<string, string>,
  changed: readonly ReadonlySet<number>[],
): Set<number>[] {
  const numbers = new Map(sheets.map(({ grid }, at) => [grid.name.toLowerCase(), at]));
  const names = nameResolver(definedNames);
  const graph = sheets.map(() => ({
    stripes: new Map<number, Block[]>(),
    tall: [] as Block[],
    byRange: new Map<string, Block>(),
  }));
  const anywhere: Formula[] = [];

  const link = (formula: Formula, sheet: number, range: Range): void => {
    const own = graph[sheet];
    if (!own) return;
    const id = `${range.top},${range.left},${range.bottom},${range.right}`;
    let block = own.byRange.get(id);
    if (!block) {
      block = { range, users: [], done: false };
      own.byRange.set(id, block);
      const first = Math.floor(range.top / stripe);
      const last = Math.floor(Math.min(range.bottom, lastRow) / stripe);
      if (last - first >= manyStripes) own.tall.push(block);
      else
        for (let at = first; at <= last; at++) {
          const there = own.stripes.get(at);
          if (there) there.push(block);
          else own.stripes.set(at, [block]);
        }
    }
    block.users.push(formula);
  };

  for (const [sheet, { grid }] of sheets.entries())
    for (const [key, text] of grid.formulas) {
      const formula: Formula = { sheet, key, dirty: false };
      const references = names(referencesOf(text), grid.name);
      if (references.anywhere) anywhere.push(formula);
      for (const { range, sheet: first, lastSheet } of references.blocks) {
        const from = first === undefined ? sheet : numbers.get(first.toLowerCase());
        const to = lastSheet === undefined ? from : numbers.get(lastSheet.toLowerCase());
        if (from === undefined || to === undefined) continue; // a sheet that is gone
        if (Math.abs(from - to) > manySheets) anywhere.push(formula);
        else for (let at = Math.min(from, to); at <= Math.max(from, to); at++) link(formula, at, range);
      }
    }

  const filled = sheets.map(filledBy);
  const found = sheets.map(() => new Set<number>());
  const queue: { sheet: number; key: number }[] = changed.flatMap((keys, sheet) =>
    [...keys].map((key) => ({ sheet, key })),
  );
  const touch = (formula: Formula): void => {
    if (formula.dirty) return;
    formula.dirty = true;
    const { sheet, key } = formula;
    for (const cell of filled[sheet]?.(key) ?? [key]) {
      found[sheet]?.add(cell);
      queue.push({ sheet, key: cell });
    }
  };
  if (queue.length > 0) anywhere.forEach(touch);
  for (let at = 0; at < queue.length; at++) {
    const { sheet, key } = queue[at] as { sheet: number; key: number };
    const [row, column] = cellOfKey(key);
    const own = graph[sheet];
    for (const blocks of [own?.stripes.get(Math.floor(row / stripe)) ?? [], own?.tall ?? []])
      for (let at = blocks.length - 1; at >= 0; at--) {
        const block = blocks[at] as Block;
        const hit = !block.done && contains(block.range, row, column);
        if (!hit && !block.done) continue;
        // a block is needed once: leave it out of what later cells look through
        blocks[at] = blocks.at(-1) as Block;
        blocks.pop();
        block.done = true;
        if (hit) block.users.forEach(touch);
      }
  }
  return found;
}

/** Gives for a formula's cell the cell itself, or all cells of the array formula that it holds. */
function filledBy({ arrays, grid }: FormulaSheet): (key: number) => number[] {
  const byFirst = new Map(arrays.map((array) => [cellKey(array.top, array.left), array]));
  // cells beyond the last content hold nothing that could be stale
  const height = grid.rows.length;
  const width = byFirst.size === 0 ? 0 : columnCount(grid);
  return (key) => {
    const array = byFirst.get(key);
    if (!array) return [key];
    const keys = [key];
    for (let row = array.top; row <= Math.min(array.bottom, height - 1); row++)
      for (let column = array.left; column <= Math.min(array.right, width - 1); column++) {
        const cell = cellKey(row, column);
        if (cell !== key && valueAt(grid, row, column) !== null) keys.push(cell);
      }
    return keys;
  };
}

/** Replaces the names in references by what they stand for; a name that nobody defined may be anything. */
function nameResolver(definedNames: ReadonlyMap<string, string>) {
  const texts = new Map([...definedNames].map(([name, text]) => [name.toLowerCase(), text]));
  const known = new Map<string, References>();
  const resolve = (references: References, sheet: string, depth: number): References => {
    if (references.names.length === 0) return references;
    const blocks = [...references.blocks];
    let { anywhere } = references;
    for (const { name, sheet: written } of references.names) {
      const local = `${written ?? sheet}!${name}`.toLowerCase();
      const id = texts.has(local) ? local : name.toLowerCase();
      const text = texts.get(id);
      if (text === undefined || depth > 20) {
        anywhere = true;
        continue;
      }
      const inner = known.get(id) ?? resolve(referencesOf(text), written ?? sheet, depth + 1);
      known.set(id, inner);
      if (blocks.length > manyBlocks) anywhere = true;
      if (anywhere) return { blocks: [], names: [], anywhere };
      // a reference without a sheet in a name means the sheet where the name is used
      anywhere ||= inner.anywhere;
      blocks.push(...inner.blocks);
    }
    return { blocks, names: [], anywhere };
  };
  return (references: References, sheet: string): References => resolve(references, sheet, 0);
}
