import { cellRef, type LayoutCell, quoteSheet, type SheetLayout } from "@taizhang/grid";
import type { Figures, ObservationFact, RollUpCell, TargetFact } from "@taizhang/kpi";
import { convert, type Decimal, placesOf, sum, toNumber, unitText } from "@taizhang/quantity";
import { numberCell } from "./number-cell.ts";
import type { LayoutWords } from "./words.ts";

/** The sheet of sources, and the formula by which a total is made from its rows. */
export interface SourceRows {
  readonly sheet: SheetLayout;
  /** `SUM(…)` over the rows of a cell's sources, if these rows alone make the amount. */
  readonly formula: (cell: RollUpCell, kind: "target" | "actual") => string | undefined;
}

interface SourceRow {
  readonly row: number;
  readonly kind: "target" | "actual";
  readonly amount: Decimal;
}

type Figure = {
  readonly kind: "target" | "actual";
  readonly fact: TargetFact | ObservationFact;
  readonly amount: Decimal;
};

/** The first row of figures, counted from 0; a title and a header stand above. */
const firstRow = 2;
const amountColumn = 4;

/**
 * Every figure that some total is made from, with a link to its cell (数据来源). Amounts stand in the unit of the
 * total, so the summary adds them with live formulas; a total that is more than the sum of cells (沿用, 上级上报数)
 * gets no formula, rather than a wrong one.
 */
export function sourceRows(
  cells: readonly RollUpCell[],
  figures: Figures,
  words: LayoutWords,
  linkTo: (file: string) => string,
): SourceRows {
  const byPlace = figuresByPlace(figures);
  const rows: LayoutCell[][] = [];
  const rowOf = new Map<string, SourceRow>();
  for (const cell of cells) {
    for (const place of cell.sources) {
      for (const figure of byPlace.get(placeKey(place)) ?? []) {
        const amount = convert(figure.amount, unitText(figure.fact), cell.unit) ?? figure.amount;
        const key = `${placeKey(place)}\n${figure.kind}\n${cell.unit}`;
        if (rowOf.has(key)) continue;
        rowOf.set(key, { row: firstRow + rows.length, kind: figure.kind, amount });
        rows.push(sourceCells(rows.length + 1, cell, figure, amount, words, linkTo));
      }
    }
  }
  const sheetName = words.sheets.sources;
  return {
    sheet: sourcesSheet(rows, words),
    formula: (cell, kind) => {
      const wanted = kind === "target" ? cell.target : cell.actual;
      const used = cell.sources.flatMap(
        (place) => rowOf.get(`${placeKey(place)}\n${kind}\n${cell.unit}`) ?? [],
      );
      if (wanted === null || used.length === 0 || sum(used.map(({ amount }) => amount)) !== wanted)
        return undefined;
      const refs = ranges(used.map(({ row }) => row)).map(([from, to]) => {
        const first = cellRef(from, amountColumn);
        return `${quoteSheet(sheetName)}!${from === to ? first : `${first}:${cellRef(to, amountColumn)}`}`;
      });
      const formula = `ROUND(SUM(${refs.join(",")}),${placesOf(wanted)})`;
      return refs.length > 250 || formula.length > 8000 ? undefined : formula;
    },
  };
}

const placeKey = ({ file, sheet, ref }: { file: string; sheet: string; ref: string }) =>
  `${file}\n${sheet}\n${ref}`;

function figuresByPlace({ targets, observations }: Figures): Map<string, Figure[]> {
  const found = new Map<string, Figure[]>();
  const put = (
    fact: TargetFact | ObservationFact,
    kind: "target" | "actual",
    amount: Decimal | undefined,
  ) => {
    if (fact.at === undefined || amount === undefined) return;
    const list = found.get(placeKey(fact.at));
    if (list) list.push({ fact, kind, amount });
    else found.set(placeKey(fact.at), [{ fact, kind, amount }]);
  };
  for (const fact of targets) put(fact, "target", fact.value);
  for (const fact of observations)
    put(fact, "actual", fact.value.status === "reported" ? fact.value.amount : undefined);
  return found;
}

/** Rows as runs: 3 4 5 9 → 3–5, 9. */
function ranges(rows: readonly number[]): [number, number][] {
  const runs: [number, number][] = [];
  for (const row of [...rows].sort((a, b) => a - b)) {
    const last = runs.at(-1);
    if (last && row === last[1] + 1) last[1] = row;
    else runs.push([row, row]);
  }
  return runs;
}

function sourceCells(
  seq: number,
  { indicator, unit }: RollUpCell,
  { fact, kind }: Figure,
  amount: Decimal,
  words: LayoutWords,
  linkTo: (file: string) => string,
): LayoutCell[] {
  const at = fact.at ?? { file: "", sheet: "", ref: "" };
  return [
    { value: seq, style: "number" },
    { value: indicator, style: "text" },
    { value: fact.org, style: "text" },
    { value: words.kinds[kind], style: "text" },
    numberCell(toNumber(amount), placesOf(amount)),
    { value: unit, style: "text" },
    { value: at.file, style: "text" },
    { value: at.sheet, style: "text" },
    { value: at.ref, style: "link", link: `${linkTo(at.file)}#${quoteSheet(at.sheet)}!${at.ref}` },
  ];
}

function sourcesSheet(rows: readonly LayoutCell[][], { sheets, sources }: LayoutWords): SheetLayout {
  const headings = Object.values(sources);
  return {
    name: sheets.sources,
    rows: [
      [{ value: sheets.sources, style: "title" }],
      headings.map((value): LayoutCell => ({ value, style: "header" })),
      ...rows,
    ],
    merges: ["A1:I1"],
    widths: [6, 26, 18, 8, 14, 10, 44, 16, 10],
    freeze: "A3",
    ...(rows.length > 0 ? { autoFilter: `A2:I${rows.length + 2}` } : {}),
    print: { landscape: true, fitToWidth: true, repeatRows: [2, 2] },
  };
}
