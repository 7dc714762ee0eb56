import { gridOf, parseCell, parseRange, rangeRef } from "@taizhang/grid";
import { expect, test } from "vitest";
import specs from "../../specs/recognise.json" with { type: "json" };
import type { RowKind } from "../table.ts";
import { recogniseSheet } from "./recognise.ts";

interface Spec {
  readonly name: string;
  readonly file: string;
  readonly sheet: string;
  readonly rows: (string | number | null)[][];
  readonly merges?: string[];
  readonly formats?: Record<string, string>;
  readonly formulas?: Record<string, string>;
  readonly is: {
    readonly reason?: string;
    readonly tables?: readonly {
      readonly range: string;
      readonly headerRows: readonly number[];
      readonly shape: string;
      readonly columns: readonly string[];
      readonly indicators?: readonly (string | null)[];
      readonly org?: string;
      readonly period?: string;
      readonly role?: string;
      readonly kinds?: Partial<Record<RowKind, number[]>>;
    }[];
  };
}

/** The grid of a case; references are A1. */
export function gridOfSpec({ sheet, rows, merges = [], formats = {}, formulas = {} }: Spec) {
  const styles: (string | undefined)[][] = [];
  for (const [ref, format] of Object.entries(formats)) {
    const { row = 0, column = 0 } = parseCell(ref) ?? {};
    styles[row] ??= [];
    (styles[row] as (string | undefined)[])[column] = format;
  }
  return gridOf(sheet, rows, {
    merges: merges.map((ref) => parseRange(ref) ?? { top: 0, left: 0, bottom: 0, right: 0 }),
    formats: styles,
    formulas: new Map(
      Object.entries(formulas).map(([ref, formula]) => {
        const { row = 0, column = 0 } = parseCell(ref) ?? {};
        return [row * 16_384 + column, formula];
      }),
    ),
  });
}

test.each(specs as unknown as Spec[])("$name", (spec) => {
  const { tables, reason } = recogniseSheet(gridOfSpec(spec), spec.file);
  const { reason: refused = "targets", tables: wanted = [] } = spec.is;
  const told = tables.map((table, index) => {
    const asked = wanted[index];
    const kinds: Record<string, number[]> = {};
    for (const { row, kind } of table.rows)
      if (kind !== "data" && kind !== "blank") kinds[kind] = [...(kinds[kind] ?? []), row + 1];
    return {
      range: rangeRef(table.range),
      headerRows: table.headerRows.map((row) => row + 1),
      shape: table.shape,
      columns: table.columns.map(({ field }) => field),
      ...(asked?.indicators ? { indicators: table.columns.map(({ indicator }) => indicator ?? null) } : {}),
      ...(asked?.org ? { org: table.org?.name } : {}),
      ...(asked?.period ? { period: table.period?.value } : {}),
      ...(asked?.role ? { role: table.role } : {}),
      ...(asked?.kinds ? { kinds } : {}),
    };
  });
  expect({ reason: reason.code, tables: told }).toEqual({ reason: refused, tables: wanted });
});
