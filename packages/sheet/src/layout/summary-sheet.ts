import type { Lang } from "@taizhang/finding";
import { cellRef, columnName, type LayoutCell, type SheetLayout } from "@taizhang/grid";
import { awaitsCalculation, type GroupBy, type LightRule, type RollUpCell, sayNote } from "@taizhang/kpi";
import {
  compare,
  type Decimal,
  decimal,
  divide,
  multiply,
  placesOf,
  round,
  subtract,
  toNumber,
} from "@taizhang/quantity";
import { numberCell } from "./number-cell.ts";
import type { SourceRows } from "./source-rows.ts";
import { type LayoutWords, layoutWords } from "./words.ts";

const headerRow = 2;

/**
 * The roll-up as a sheet: a block an indicator, 合计 first, with live formulas for target, actual, completion, gap and
 * light (汇总表). Where no formula can say what the engine says, the value stands alone.
 */
export function summarySheet(
  cells: readonly RollUpCell[],
  by: readonly GroupBy[],
  sources: SourceRows,
  rule: LightRule,
  lang: Lang,
): SheetLayout {
  const words = layoutWords[lang];
  const columns = columnsOf(by, words);
  const at = (key: string) => columns.findIndex((column) => column.key === key);
  const rows = cells.map((cell, index) =>
    rowOf(cell, index, { by, columns: columns.map(({ key }) => key), sources, rule, lang, words }),
  );
  const last = columnName(columns.length - 1);
  const lastRow = headerRow + 1 + rows.length;
  const lightColumn = columnName(at("light"));
  const period = [...new Set(cells.flatMap((cell) => cell.period ?? []))].sort().join("、");
  return {
    name: words.sheets.summary,
    rows: [
      [{ value: words.title(period), style: "title" }],
      [{ value: words.about, style: "note" }],
      columns.map(({ heading }): LayoutCell => ({ value: heading, style: "header" })),
      ...rows,
    ],
    merges: [`A1:${last}1`, `A2:${last}2`],
    widths: columns.map(({ width }) => width),
    heights: { 0: 28, [headerRow]: 32, ...noteHeights(cells, lang) },
    freeze: cellRef(headerRow + 1, at("unit")),
    ...(rows.length > 0
      ? {
          autoFilter: `A${headerRow + 1}:${last}${lastRow}`,
          lights: (["green", "yellow", "red"] as const).map((light) => ({
            ref: `${lightColumn}${headerRow + 2}:${lightColumn}${lastRow}`,
            equals: words.lights[light],
            light,
          })),
        }
      : {}),
    print: { landscape: true, fitToWidth: true, repeatRows: [headerRow + 1, headerRow + 1] },
  };
}

const missingWidth = 22;
const noteWidth = 46;

const notesOf = ({ notes }: RollUpCell, lang: Lang): string =>
  notes.map((note) => sayNote(note, lang)).join(lang === "en" ? " " : "");

/** Heights of the rows whose notes or names need several lines: no program fits them by itself before it is asked. */
function noteHeights(cells: readonly RollUpCell[], lang: Lang): Record<number, number> {
  const linesIn = (text: string, width: number) =>
    Math.ceil([...text].reduce((sum, letter) => sum + (letter > "\u2000" ? 2 : 1), 0) / (width - 2));
  const heights: Record<number, number> = {};
  for (const [index, cell] of cells.entries()) {
    const lines = Math.max(
      linesIn(notesOf(cell, lang), noteWidth),
      linesIn(cell.missing.join("、"), missingWidth),
    );
    if (lines > 1) heights[headerRow + 1 + index] = Math.min(15 * lines, 405);
  }
  return heights;
}

interface Column {
  readonly key: string;
  readonly heading: string;
  readonly width: number;
}

function columnsOf(by: readonly GroupBy[], { summary, dimensions }: LayoutWords): Column[] {
  const column = (key: keyof typeof summary, width: number): Column => ({
    key,
    heading: summary[key],
    width,
  });
  return [
    column("seq", 6),
    column("indicator", 26),
    ...by.map((dimension) => ({
      key: `by ${dimension}`,
      heading: dimensions[dimension] ?? dimension,
      width: 16,
    })),
    column("unit", 10),
    column("target", 13),
    column("actual", 15),
    column("completion", 11),
    column("pace", 10),
    column("gap", 12),
    column("light", 12),
    column("expected", 7),
    column("reported", 7),
    column("missing", missingWidth),
    column("parent", 13),
    column("difference", 10),
    column("note", noteWidth),
  ];
}

interface RowContext {
  readonly by: readonly GroupBy[];
  readonly columns: readonly string[];
  readonly sources: SourceRows;
  readonly rule: LightRule;
  readonly lang: Lang;
  readonly words: LayoutWords;
}

function rowOf(
  cell: RollUpCell,
  index: number,
  { by, columns, sources, rule, lang, words }: RowContext,
): LayoutCell[] {
  const row = headerRow + 1 + index;
  const ref = (key: string) => cellRef(row, columns.indexOf(key));
  const isTotal = by.every((dimension) => cell.key[dimension] === undefined);
  const text = (value: string): LayoutCell => ({ value, style: isTotal ? "total" : "text" });
  const amount = (value: Decimal | null, formula?: string): LayoutCell =>
    value === null
      ? text("")
      : {
          ...numberCell(toNumber(value), placesOf(value), isTotal ? "total" : "number"),
          ...(formula === undefined ? {} : { formula }),
        };
  const targetFormula = sources.formula(cell, "target");
  const actualFormula = sources.formula(cell, "actual");
  const rate = rateFormula(cell, ref("target"), ref("actual"));
  const gap = cell.lag !== null && rate !== undefined;
  return [
    { value: index + 1, style: isTotal ? "total" : "number" },
    text(cell.indicator),
    ...by.map((dimension) => text(cell.key[dimension] ?? words.total)),
    text(cell.unit),
    {
      ...amount(cell.target, targetFormula),
      ...(cell.targetMax !== null && cell.target !== null
        ? { format: bandFormat(cell.target, cell.targetMax) }
        : {}),
    },
    {
      ...amount(cell.actual, actualFormula),
      ...(cell.atLeast && cell.actual !== null ? { format: atLeastFormat(cell.actual, lang) } : {}),
    },
    ratio(cell.completion, isTotal, rate),
    ratio(cell.pace, isTotal),
    gap ? gapCell(cell, isTotal, ref) : text(""),
    lightCell(cell, isTotal, gap && !cell.progress ? ref("gap") : undefined, rule, words),
    { value: cell.expected, style: isTotal ? "total" : "number" },
    { value: cell.reported, style: isTotal ? "total" : "number" },
    text(cell.missing.join("、")),
    amount(cell.parentReported),
    amount(
      cell.difference,
      cell.difference !== null && cell.actual !== null && cell.parentReported !== null
        ? differenceFormula(cell, ref("parent"), ref("actual"))
        : undefined,
    ),
    text(notesOf(cell, lang)),
  ];
}

/** The engine's ratio to six places, or nothing where the sheet's own division says something else. */
function rateFormula(
  { target, actual, completion, direction }: RollUpCell,
  targetRef: string,
  actualRef: string,
): string | undefined {
  if (
    target === null ||
    actual === null ||
    completion === null ||
    direction !== "up" ||
    !target.match(/^[1-9]|^0\.\d*[1-9]/)
  )
    return undefined;
  return `IF(${targetRef}=0,"",ROUND(${actualRef}/${targetRef},6))`;
}

const differenceFormula = (
  { difference, parentReported, actual }: RollUpCell,
  parentRef: string,
  actualRef: string,
) =>
  difference !== null &&
  parentReported !== null &&
  actual !== null &&
  subtract(parentReported, actual) === difference
    ? `ROUND(${parentRef}-${actualRef},${Math.max(placesOf(parentReported), placesOf(actual))})`
    : undefined;

const ratio = (value: Decimal | null, isTotal: boolean, formula?: string): LayoutCell =>
  value === null
    ? { value: "", style: isTotal ? "total" : "text" }
    : {
        value: toNumber(value),
        format: "0.0%",
        style: isTotal ? "total" : "number",
        ...(formula === undefined ? {} : { formula }),
      };

/** The engine's lag with its sign turned; the formula divides anew, for the rate beside it is rounded already. */
function gapCell(cell: RollUpCell, isTotal: boolean, ref: (key: string) => string): LayoutCell {
  const points = gapOf(cell);
  const formula = points === undefined ? undefined : gapFormula(cell, points, ref);
  return {
    value: points === undefined ? null : toNumber(points),
    ...(formula === undefined ? {} : { formula }),
    format: "+0.0;-0.0;0.0",
    style: isTotal ? "total" : "number",
  };
}

/** 与序时差距 in 百分点: above zero is ahead. */
const gapOf = ({ lag }: RollUpCell): Decimal | undefined =>
  lag === null ? undefined : subtract(decimal("0"), lag);

/** Division of the cells and the printed pace, where that comes to the same points as the engine's exact ones. */
function gapFormula(
  { target, actual, pace, progress }: RollUpCell,
  points: Decimal,
  ref: (key: string) => string,
): string | undefined {
  const rate = target === null || actual === null || progress ? undefined : divide(actual, target, 20);
  if (rate === undefined || pace === null) return undefined;
  const places = Math.max(2, placesOf(points));
  if (compare(round(multiply(subtract(rate, pace), decimal("100")), places), points) !== 0) return undefined;
  return `IF(${ref("completion")}="","",ROUND((${ref("actual")}/${ref("target")}-${ref("pace")})*100,${places}))`;
}

/** The light follows the gap by formula only where the engine's light is that of the rule's thresholds. */
function lightCell(
  cell: RollUpCell,
  isTotal: boolean,
  gapRef: string | undefined,
  { steps, otherwise }: LightRule,
  { lights, uncalculated }: LayoutWords,
): LayoutCell {
  const { light } = cell;
  const style = isTotal ? "total" : "text";
  if (light === null) return { value: "", style };
  if (awaitsCalculation(cell)) return { value: uncalculated, style };
  const lag = cell.lag ?? undefined;
  const byRule = lag && (steps.find(({ atMost }) => compare(lag, decimal(atMost)) <= 0) ?? otherwise).light;
  if (gapRef === undefined || byRule !== light) return { value: lights[light], style };
  const formula = steps.reduceRight(
    (rest, step) => `IF(-${gapRef}<=${step.atMost},"${lights[step.light]}",${rest})`,
    `"${lights[otherwise.light]}"`,
  );
  return { value: lights[light], formula, style };
}

/** 3—5: the cell holds the near end of the band and shows both. */
const bandFormat = (value: Decimal, max: Decimal) => {
  const places = placesOf(value);
  return `#,##0${places > 0 ? `.${"0".repeat(places)}` : ""}"—${max}"`;
};

const atLeastFormat = (value: Decimal, lang: Lang) => {
  const places = placesOf(value);
  return `"${lang === "en" ? "≥ " : "至少"}"#,##0${places > 0 ? `.${"0".repeat(places)}` : ""}`;
};
