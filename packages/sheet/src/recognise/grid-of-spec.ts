import { type Grid, gridOf, parseCell, parseRange } from "@taizhang/grid";
import type { RowKind } from "../table.ts";

/** A case of specs/recognise.json: a sheet and what must be recognised in it. Only tests use it. */
export interface Spec {
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
export function gridOfSpec({ sheet, rows, merges = [], formats = {}, formulas = {} }: Spec): Grid {
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
