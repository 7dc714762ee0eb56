import type { Column, Table } from "../table.ts";

/** The columns of 合并表 that say where each row came from. */
export const fromColumns = { file: "来源文件", sheet: "来源工作表", row: "来源行" } as const;

/** The column of a table that names the files its rows came from (来源文件); only a merged table of ours has all three. */
export function fromFileColumn({ columns }: Table): Column | undefined {
  const columnOf = (heading: string) => columns.find(({ path }) => path.at(-1) === heading);
  return Object.values(fromColumns).every(columnOf) ? columnOf(fromColumns.file) : undefined;
}

/** True for our own 合并表. */
export const isMergedSheet = (table: Table): boolean => fromFileColumn(table) !== undefined;

/** What stands in 合并表 in the place of an answer that is not taken, and in its column 计入说明 (未计入). */
export const notTaken = {
  missing: "未报",
  figure: "没有填完成数，按未报计",
  disputed: "两份表填报不同，未计入",
  finding: "有必须改的问题，未计入",
} as const;
