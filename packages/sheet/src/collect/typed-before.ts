import { formatAt, type Grid, type LayoutCell, valueAt } from "@taizhang/grid";
import { periodWords } from "../layout/words.ts";
import { listLines } from "./list-lines.ts";

/** What an earlier list has of an org under a heading, as a cell; undefined where it is blank (上次登记时填的). */
export type TypedBefore = (sheet: string, org: string, heading: string) => LayoutCell | undefined;

/** Of a department and not of a month: they hold on. */
const lasting: ReadonlySet<string> = new Set(["本年迟报次数", "联系人及电话"]);

/**
 * What staff typed into the lists of an earlier collection (登记表、催报清单里人工填写的内容): who was reminded how often and
 * when, whom to call, remarks. What is of one report period is given for that period alone.
 */
export function typedBefore(grids: readonly Grid[], period = ""): TypedBefore {
  const cells = new Map<string, LayoutCell>();
  for (const grid of grids)
    for (const { row, columns, text } of listLines(grid)) {
      const org = text("单位");
      if (org === "") continue;
      const isSame = text("报告期") === periodWords(period);
      for (const [heading, column] of columns) {
        if (!(isSame || lasting.has(heading)) || text(heading) === "") continue;
        const format = formatAt(grid, row, column);
        const value = valueAt(grid, row, column);
        cells.set(keyOf(grid.name, org, heading), { value, ...(format ? { format } : {}) });
      }
    }
  return (sheet, org, heading) => cells.get(keyOf(sheet, org, heading));
}

const keyOf = (...parts: readonly string[]): string => parts.join("\n");
