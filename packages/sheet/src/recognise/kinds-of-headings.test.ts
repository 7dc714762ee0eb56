import { gridOf, parseRange, type Range } from "@taizhang/grid";
import { describe, expect, test } from "vitest";
import specs from "../../specs/kinds-of-headings.json" with { type: "json" };
import { recogniseSheet } from "./recognise.ts";

type Rows = readonly (readonly (string | number | null)[])[];

/** What is read, in one line: reporter and period where the case is about them, then each column's field and indicator. */
function told(rows: Rows, merges: readonly string[], headed: boolean): string {
  const { tables, reason } = recogniseSheet(
    gridOf("Sheet1", rows, { merges: merges.map((ref) => parseRange(ref) as Range) }),
    "表.xlsx",
  );
  const [table] = tables;
  if (!table) return reason.code;
  const columns = table.columns.map(({ field, indicator }) => field + (indicator ? `[${indicator}]` : ""));
  const head = headed ? [table.org?.name, table.period?.value, "|"] : [];
  return [...head, ...columns].join(" ");
}

interface Case {
  readonly name: string;
  readonly is: string;
  readonly rows: Rows;
  readonly merges?: readonly string[];
}

describe("表头的各种写法", () => {
  /** Kinds of headings that were read wrongly at first, in other words and another order than in the layouts. */
  test.each(specs as unknown as Case[])("$name", ({ is, rows, merges = [] }) => {
    expect(told(rows, merges, is.includes(" | "))).toBe(is);
  });
});
