import { readdirSync, readFileSync } from "node:fs";
import { type CellValue, cellKey, type Grid, gridOf, parseCell, parseRange } from "@taizhang/grid";

/** One workbook of `layouts/` with what must be said about it; see its README. */
export interface LayoutCase {
  readonly id: string;
  readonly name: string;
  readonly fileName: string;
  readonly sheets: readonly LayoutSheet[];
  readonly expect: {
    readonly sheets: readonly ExpectedSheet[];
    readonly clean: boolean;
    readonly findings?: readonly { readonly code: string; readonly sheet?: string; readonly ref: string }[];
  };
}

export interface LayoutSheet {
  readonly name: string;
  readonly rows: readonly (readonly CellValue[])[];
  readonly merges?: readonly string[];
  readonly formulas?: Readonly<Record<string, string>>;
  readonly formats?: Readonly<Record<string, string>>;
  readonly hiddenRows?: readonly number[];
  readonly hiddenColumns?: readonly number[];
}

interface ExpectedSheet {
  readonly name: string;
  readonly isTargetSheet: boolean;
  readonly tables?: readonly ExpectedTable[];
}

export interface ExpectedTable {
  readonly range: string;
  readonly headerRows: readonly [number, number];
  readonly shape: "long" | "crossTab";
  readonly org?: string;
  readonly period?: string;
  readonly columns: readonly {
    readonly index: number;
    readonly field: string;
    readonly indicator?: string;
  }[];
  readonly rows?: Readonly<Record<string, readonly number[]>>;
}

const casesIn = (name: string): readonly LayoutCase[] => {
  const folder = new URL(`../${name}/`, import.meta.url);
  return readdirSync(folder)
    .filter((file) => file.endsWith(".json"))
    .sort()
    .map((file) => ({
      id: file.replace(".json", ""),
      ...JSON.parse(readFileSync(new URL(file, folder), "utf8")),
    }));
};

/** All layouts, by file name. */
export const layoutCases: readonly LayoutCase[] = casesIn("layouts");

/** Layouts that are not read right yet. */
export const openLayouts = (): readonly LayoutCase[] => casesIn("layouts-open");

/** The sheets of a layout as grids. */
export const gridsOf = ({ sheets }: LayoutCase): Grid[] =>
  sheets.map(
    ({ name, rows, merges = [], formulas = {}, formats = {}, hiddenRows = [], hiddenColumns = [] }) => {
      const styles: (string | undefined)[][] = [];
      for (const [ref, format] of Object.entries(formats)) {
        const range = parseRange(ref);
        if (!range) throw new Error(`${name}: ${ref} is no reference`);
        for (let row = range.top; row <= range.bottom; row++)
          for (let column = range.left; column <= range.right; column++) {
            styles[row] ??= [];
            (styles[row] as (string | undefined)[])[column] = format;
          }
      }
      return gridOf(name, rows, {
        merges: merges.map((ref) => parseRange(ref) ?? fail(ref)),
        formats: styles,
        formulas: new Map(
          Object.entries(formulas).map(([ref, formula]) => {
            const at = parseCell(ref) ?? fail(ref);
            return [cellKey(at.row, at.column), formula];
          }),
        ),
        hiddenRows: new Set(hiddenRows.map((row) => row - 1)),
        hiddenColumns: new Set(hiddenColumns.map((column) => column - 1)),
      });
    },
  );

const fail = (ref: string): never => {
  throw new Error(`${ref} is no reference`);
};
