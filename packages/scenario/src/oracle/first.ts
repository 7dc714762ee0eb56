import type { CellPlace } from "@taizhang/kpi";

/** A place as something to sort by: file, sheet, then row and column of the sheet (row 9 stands before row 10). */
function sortKey(at: CellPlace | undefined): readonly [string, string, number, string] {
  if (!at) return ["", "", 0, ""];
  const match = /^([A-Z]+)(\d+)$/.exec(at.ref) ?? ["", "", "0"];
  return [at.file ?? "", at.sheet ?? "", Number(match[2]), (match[1] ?? "").padStart(3)];
}

const before = (a: CellPlace | undefined, b: CellPlace | undefined): number => {
  const [x, y] = [sortKey(a), sortKey(b)];
  for (let i = 0; i < 4; i++) {
    const [left, right] = [x[i] as string | number, y[i] as string | number];
    if (left !== right) return left < right ? -1 : 1;
  }
  return 0;
};

/** The facts in the order of their places: of duplicates the first counts (law 10). */
export const inOrderOfPlace = <T extends { readonly at?: CellPlace }>(facts: readonly T[]): T[] =>
  [...facts].sort((a, b) => before(a.at, b.at));
