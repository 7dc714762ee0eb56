import { firstNot } from "./first-not.ts";
/** The stretch of a list, ordered by row, that belongs to one row (某行的部分): from the first to before the second. */
export function stretchAt(list: readonly { readonly row: number }[], row: number): readonly [number, number] {
  const from = firstFrom(list, row);
  let to = from;
  while (list[to]?.row === row) to++;
  return [from, to];
}

/** What of a list, ordered by row, belongs to one row. */
export const atRow = <T extends { readonly row: number }>(list: readonly T[], row: number): readonly T[] =>
  list.slice(...stretchAt(list, row));

function firstFrom(list: readonly { readonly row: number }[], row: number): number {
  // Most tables have one of them a row, without gaps.
  const guess = row - (list[0]?.row ?? 0);
  if (list[guess]?.row === row && list[guess - 1]?.row !== row) return guess;
  return firstNot(list.length, (at) => (list[at]?.row ?? 0) < row);
}
