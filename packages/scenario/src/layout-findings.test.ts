import { readdirSync, readFileSync } from "node:fs";
import { type CellValue, gridOf, parseCell, parseRange } from "@taizhang/grid";
import { check, recogniseWorkbook } from "@taizhang/sheet";
import { expect, test } from "vitest";

interface LayoutSheet {
  readonly name: string;
  readonly rows: readonly (readonly CellValue[])[];
  readonly merges?: readonly string[];
  readonly formulas?: Readonly<Record<string, string>>;
  readonly formats?: Readonly<Record<string, string>>;
  readonly hiddenRows?: readonly number[];
  readonly hiddenColumns?: readonly number[];
}

interface Layout {
  readonly name: string;
  readonly fileName: string;
  readonly sheets: readonly LayoutSheet[];
  readonly expect: {
    readonly clean: boolean;
    readonly findings?: readonly { readonly code: string; readonly ref: string; readonly sheet?: string }[];
  };
}

const folder = new URL("../layouts/", import.meta.url);
const layouts = readdirSync(folder)
  .filter((name) => name.endsWith(".json"))
  .map((name): [string, Layout] => [name, JSON.parse(readFileSync(new URL(name, folder), "utf8"))]);

function gridOfSheet({ name, rows, merges = [], formulas = {}, formats = {}, ...hidden }: LayoutSheet) {
  const codes: (string | undefined)[][] = [];
  for (const [ref, code] of Object.entries(formats)) {
    const range = parseRange(ref);
    for (let row = range?.top ?? 0; row <= (range?.bottom ?? -1); row++)
      for (let column = range?.left ?? 0; column <= (range?.right ?? -1); column++) {
        codes[row] ??= [];
        (codes[row] as (string | undefined)[])[column] = code;
      }
  }
  return gridOf(name, rows, {
    merges: merges.flatMap((ref) => parseRange(ref) ?? []),
    formulas: new Map(
      Object.entries(formulas).flatMap(([ref, formula]) => {
        const place = parseCell(ref);
        return place ? [[place.row * 16_384 + place.column, formula] as const] : [];
      }),
    ),
    formats: codes,
    hiddenRows: new Set((hidden.hiddenRows ?? []).map((row) => row - 1)),
    hiddenColumns: new Set((hidden.hiddenColumns ?? []).map((column) => column - 1)),
  });
}

test.each(layouts)(
  "%s: findings of severity A and B",
  (_, { fileName, sheets, expect: { clean, findings = [] } }) => {
    const found = check(recogniseWorkbook(sheets.map(gridOfSheet), fileName))
      .filter(({ severity }) => severity === "A" || severity === "B")
      .map(({ code, at: [place], args }) =>
        place?.kind === "cell" ? { code, ref: place.ref, args } : { code, ref: "", args },
      );
    const wanted = clean ? [] : findings;
    const key = ({ code, ref }: { code: string; ref: string }) => `${code} ${ref}`;
    expect(found.map((one) => key(one)).sort(), JSON.stringify(found)).toEqual(wanted.map(key).sort());
  },
);
