import { type CellValue, gridOf } from "@taizhang/grid";
import { decimalOfNumber } from "@taizhang/quantity";
import fc from "fast-check";
import { expect, test } from "vitest";
import specs from "../../specs/amount.json" with { type: "json" };
import type { Cell, Entry } from "../entry.ts";
import type { Field } from "../field.ts";
import { recogniseSheet } from "../recognise/recognise.ts";
import { readAmount } from "./amount.ts";
import { readEntries } from "./entries.ts";

const table = recogniseSheet(
  gridOf("表", [
    ["任务名称", "年度目标"],
    ["修路", 3],
  ]),
  "表.xlsx",
).tables[0];
const entry = (table ? readEntries(table) : [])[0] as Entry;

interface Spec {
  readonly name: string;
  readonly value: CellValue;
  readonly field?: Field;
  readonly unit?: string;
  readonly format?: string;
  readonly formula?: string;
  readonly is: unknown;
}

function cellOf({ value, field = "target", unit, format, formula }: Omit<Spec, "name" | "is">): Cell {
  const made = entry.cells.get("target") as Cell;
  return {
    at: made.at,
    column: { index: 1, path: [], field, confidence: 1, evidence: [], ...(unit ? { unit } : {}) },
    value,
    text: "",
    carried: false,
    ...(format ? { format } : {}),
    ...(formula ? { formula } : {}),
  };
}

test.each(specs as unknown as Spec[])("$name", (spec) => {
  expect(readAmount(cellOf(spec), entry)).toEqual(spec.is);
});

test("a cell that is not there is missing", () => {
  expect(readAmount(undefined, entry).status).toBe("missing");
});

test("a number and its text read as the same amount", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: -999_999_999, max: 999_999_999 }),
      fc.integer({ min: 0, max: 4 }),
      (digits, places) => {
        const number = digits / 10 ** places;
        const asText = readAmount(cellOf({ value: number.toFixed(places), unit: "人" }), entry);
        expect(asText.amount).toBe(readAmount(cellOf({ value: number, unit: "人" }), entry).amount);
        expect(asText.amount).toBe(decimalOfNumber(number));
      },
    ),
  );
});
