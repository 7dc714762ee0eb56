import { describe, expect, test } from "vitest";
import cases from "../specs/cell-notes.json" with { type: "json" };
import { rollUp } from "./roll-up.ts";
import type { RollUpOptions } from "./roll-up-cell.ts";
import { cellOf, figuresOf, type Row } from "./testing/figures.ts";

interface Case {
  readonly name: string;
  readonly rows: readonly Row[];
  readonly options?: RollUpOptions;
  readonly key?: Readonly<Record<string, string>>;
  readonly is: object;
}

/** A target whose value is null in the data has none: 待下达. */
const rowOf = (row: Row): Row => {
  const { value, ...facts } = row.targetFacts ?? {};
  if ((value as unknown) !== null) return row;
  return { ...row, targetFacts: { ...facts, value: undefined } as never };
};

describe("一格的数和说明", () => {
  test.each(cases as unknown as Case[])("$name", ({ rows, options = {}, key = {}, is }) => {
    expect(cellOf(rollUp(figuresOf(rows.map(rowOf)), options), key)).toMatchObject(is);
  });
});
