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

/** Null in the data is what a fact does not have: the value of a target that is 待下达, or the period of a figure. */
const without = <Facts extends object>(facts: Facts): Facts =>
  Object.fromEntries(Object.entries(facts).map(([name, value]) => [name, value ?? undefined])) as Facts;
const rowOf = (row: Row): Row => ({
  ...row,
  ...(row.targetFacts ? { targetFacts: without(row.targetFacts) } : {}),
  ...(row.facts ? { facts: without(row.facts) } : {}),
});

describe("一格的数和说明", () => {
  test.each(cases as unknown as Case[])("$name", ({ rows, options = {}, key = {}, is }) => {
    expect(cellOf(rollUp(figuresOf(rows.map(rowOf)), options), key)).toMatchObject(is);
  });
});
