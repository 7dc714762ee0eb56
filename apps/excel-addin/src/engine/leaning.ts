import { contains, type Grid } from "@taizhang/grid";
import type { Block } from "../workbook/workbook.ts";
import { reachOf } from "./formula-reach.ts";
import { blocksOf, bySheet, following, walk } from "./formula-walk.ts";

const everything = walk(reachOf, true);

/**
 * The blocks of formulas whose values may follow a change of these cells, in whatever sheet and over whatever steps
 * (受影响的公式): only they need to be read beside what was changed.
 */
export function leaningOn(grids: readonly Grid[], changed: readonly Block[]): Block[] {
  const own = bySheet(changed);
  return blocksOf(
    following(everything, grids, changed).filter(
      ({ sheet, row, column }) =>
        !own.get(sheet.toLowerCase())?.some((range) => contains(range, row, column)),
    ),
  );
}
