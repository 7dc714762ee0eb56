import { columnName, rangeRef } from "@taizhang/grid";
import type { Refit } from "../workbook/workbook.ts";
import { lettersOf, plain, styles } from "./look-letters.ts";
import type { Snapshot, SummarySheet } from "./snapshot.ts";

/** What must change beside the cells so that the sheet looks as if it had been written anew; undefined for nothing. */
export function refitOf(before: Snapshot, { layout, chart }: SummarySheet): Refit | undefined {
  const looks = changedLooks(before.looks, layout.rows.map(lettersOf));
  const [was, now] = [blockOf(before.looks), blockOf(layout.rows.map(lettersOf))];
  const print = layout.print && was !== now ? { before: was, after: now } : undefined;
  const cells = chart && { categories: chart.categories, values: chart.values };
  const moved =
    before.chart && cells && JSON.stringify(before.chart) !== JSON.stringify(cells)
      ? { before: before.chart, after: cells }
      : undefined;
  const widths = changedSizes(
    before.widths.map((width) => width ?? undefined),
    layout.widths ?? [],
  );
  const heights = changedSizes(listOf(before.heights), listOf(layout.heights ?? {}));
  if (looks.length + widths.length + heights.length === 0 && !print && !moved) return undefined;
  return {
    sheet: before.sheet,
    looks,
    ...(print ? { print } : {}),
    ...(moved ? { chart: moved } : {}),
    ...(widths.length > 0 ? { widths } : {}),
    ...(heights.length > 0 ? { heights } : {}),
  };
}

const listOf = (heights: Readonly<Record<number, number>>): (number | undefined)[] =>
  Array.from(
    { length: Math.max(0, ...Object.keys(heights).map((row) => Number(row) + 1)) },
    (_, row) => heights[row],
  );

function changedSizes(
  before: readonly (number | undefined)[],
  after: readonly (number | undefined)[],
): NonNullable<Refit["widths"]> {
  return Array.from({ length: Math.max(before.length, after.length) }, (_, at) => ({
    at,
    ...(before[at] === undefined ? {} : { before: before[at] }),
    ...(after[at] === undefined ? {} : { after: after[at] }),
  })).filter(({ at }) => before[at] !== after[at]);
}

const blockOf = (rows: readonly string[]): string =>
  `A1:${columnName(Math.max(1, ...rows.map((row) => row.length)) - 1)}${Math.max(1, rows.length)}`;

/** Blocks whose style changes: runs of a row, put together where the next row has the same. */
function changedLooks(before: readonly string[], after: readonly string[]): Refit["looks"] {
  const found: { top: number; bottom: number; left: number; right: number; key: string }[] = [];
  for (let row = 0; row < Math.max(before.length, after.length); row++) {
    const [was, now] = [before[row] ?? "", after[row] ?? ""];
    const keyAt = (column: number) => `${was[column] ?? plain}${now[column] ?? plain}`;
    const width = Math.max(was.length, now.length);
    for (let left = 0; left < width; ) {
      const key = keyAt(left);
      let right = left;
      while (right + 1 < width && keyAt(right + 1) === key) right++;
      const above = found.findLast(
        (run) => run.left === left && run.right === right && run.bottom === row - 1,
      );
      if (key[0] !== key[1] && above?.key === key) above.bottom = row;
      else if (key[0] !== key[1]) found.push({ top: row, bottom: row, left, right, key });
      left = right + 1;
    }
  }
  return found.map(({ key, ...range }) => {
    const [was, now] = [styles.get(key[0] ?? plain), styles.get(key[1] ?? plain)];
    return { ref: rangeRef(range), ...(was ? { before: was } : {}), ...(now ? { after: now } : {}) };
  });
}
