import type { Grid, Range } from "@taizhang/grid";

/** Finds the merged block over a cell in logarithmic time (合并单元格查找). */
export type MergeIndex = (row: number, column: number) => Range | undefined;

const wide = 64;

/** A finder of merged blocks; a hostile merge over the whole sheet costs no more than a small one. */
export function indexMerges(grid: Grid): MergeIndex {
  if (grid.merges.length === 0) return none;
  const before = known.get(grid.merges);
  if (before) return before;
  const index = makeIndex(grid);
  known.set(grid.merges, index);
  return index;
}

const none: MergeIndex = () => undefined;
/** Recognition and reading look into the same merges. */
const known = new WeakMap<Grid["merges"], MergeIndex>();

function makeIndex(grid: Grid): MergeIndex {
  const byColumn = new Map<number, Range[]>();
  const wideOnes: Range[] = [];
  for (const merge of [...grid.merges].sort((a, b) => a.top - b.top)) {
    if (merge.right - merge.left >= wide) wideOnes.push(merge);
    else
      for (let column = merge.left; column <= merge.right; column++) {
        const list = byColumn.get(column);
        if (list) list.push(merge);
        else byColumn.set(column, [merge]);
      }
  }
  const isCovered = coveredRows(grid.merges);
  return (row, column) => {
    if (!isCovered(row)) return undefined;
    const narrow = lastAbove(byColumn.get(column), row);
    if (narrow) return narrow;
    const found = lastAbove(wideOnes, row);
    return found && column >= found.left && column <= found.right ? found : undefined;
  };
}

const mostRows = 100_000;

/** Whether a row lies in any block: those of a title and a foot leave all rows between them alone. */
function coveredRows(merges: readonly Range[]): (row: number) => boolean {
  const bottom = merges.reduce((most, merge) => Math.max(most, merge.bottom), 0);
  if (bottom >= mostRows) return (row) => row <= bottom;
  const steps = new Int32Array(bottom + 2);
  for (const { top, bottom } of merges) {
    steps[top] = (steps[top] ?? 0) + 1;
    steps[bottom + 1] = (steps[bottom + 1] ?? 0) - 1;
  }
  for (let row = 1; row <= bottom; row++) steps[row] = (steps[row] ?? 0) + (steps[row - 1] ?? 0);
  return (row) => (steps[row] ?? 0) > 0;
}

/** The last merge that starts at or above the row, if it reaches down to it. */
function lastAbove(merges: readonly Range[] | undefined, row: number): Range | undefined {
  if (!merges) return undefined;
  let low = 0;
  let high = merges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((merges[middle] as Range).top <= row) low = middle + 1;
    else high = middle;
  }
  const found = merges[low - 1];
  return found && found.bottom >= row ? found : undefined;
}
