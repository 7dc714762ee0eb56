import { type Grid, textOf } from "@taizhang/grid";

/** A row of a list that an earlier collection wrote (登记表的一行). */
export interface ListLine {
  readonly row: number;
  /** Where each heading stands. */
  readonly columns: ReadonlyMap<string, number>;
  /** What stands under a heading; "" where there is none. */
  readonly text: (heading: string) => string;
}

/** The rows below the headings 单位 and 状态 of an earlier list (上次登记、催报清单); none of a sheet without them. */
export function listLines({ rows }: Grid): ListLine[] {
  const texts = rows.map((row = []) => row.map((value) => textOf(value ?? null).trim()));
  const head = texts.findIndex((row) => row.includes("单位") && row.includes("状态"));
  if (head < 0) return [];
  const columns = new Map((texts[head] ?? []).map((heading, at) => [heading, at]));
  return texts.slice(head + 1).map((row, at) => ({
    row: head + 1 + at,
    columns,
    text: (heading) => row[columns.get(heading) ?? -1] ?? "",
  }));
}
