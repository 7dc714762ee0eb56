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
