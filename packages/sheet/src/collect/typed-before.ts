import { formatAt, type Grid, type LayoutCell, valueAt } from "@taizhang/grid";
import { periodWords } from "../layout/words.ts";
import { listLines } from "./list-lines.ts";

/** What an earlier list has of an org under a heading, as a cell; undefined where it is blank (上次登记时填的). */
export type TypedBefore = (sheet: string, org: string, heading: string) => LayoutCell | undefined;

/** Of a department and not of a month: they hold on, the one within the year. */
const [ofYear, lasting] = ["本年迟报次数", "联系人及电话"] as const;

/**
 * What staff typed into the lists of an earlier collection (登记表、催报清单里人工填写的内容): who was reminded how often and
 * when, whom to call, remarks. What is of one report period, or of one year, is given for that alone.
 */
export function typedBefore(grids: readonly Grid[], period = ""): TypedBefore {
  const cells = new Map<string, LayoutCell>();
  for (const grid of grids)
    for (const { row, columns, text } of listLines(grid)) {
      const org = text("单位");
      if (org === "") continue;
      const isSame = text("报告期") === periodWords(period);
      const isOfYear = text("报告期").slice(0, 4) === period.slice(0, 4);
      for (const [heading, column] of columns) {
        if (!(isSame || heading === lasting || (heading === ofYear && isOfYear)) || text(heading) === "")
          continue;
        const format = formatAt(grid, row, column);
        const value = valueAt(grid, row, column);
        cells.set(keyOf(grid.name, org, heading), { value, ...(format ? { format } : {}) });
      }
    }
  return (sheet, org, heading) => cells.get(keyOf(sheet, org, heading));
}

const keyOf = (...parts: readonly string[]): string => parts.join("\n");
