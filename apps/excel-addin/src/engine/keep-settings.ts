import type { Finding, Lang } from "@taizhang/finding";
import {
  cellRef,
  formatAt,
  type Grid,
  isBlank,
  type LayoutCell,
  layoutCell,
  type SheetLayout,
  textOf,
  valueAt,
} from "@taizhang/grid";
import {
  applyEdits,
  explain,
  findingKeys,
  noSettings,
  readSettings,
  type Settings,
  type SheetReading,
  settingsLayout,
  settingsSheetName,
} from "@taizhang/sheet";
import type { CellWrite } from "../workbook/workbook.ts";
import { subjectOf, withCorrections } from "./corrections.ts";
import type { Keep, Kept } from "./protocol.ts";

/** The blocks of the sheet in the order of its layout, and by how many of its first cells a line is found again. */
const blocks = { explanations: 6, columns: 1, parameters: 1, rules: 1 } as const;
type Block = keyof typeof blocks;
const order = Object.keys(blocks) as Block[];

/** What to write so that the workbook keeps something: single cells of the sheet that is there, or the sheet (记住). */
export function keepSettings(keep: Keep, readings: readonly SheetReading[], lang: Lang): Kept {
  const grid = readings.map((reading) => reading.grid).find(({ name }) => name.trim() === settingsSheetName);
  if (!grid && keep.what === "automatic") return { writes: [] };
  if (!grid) return { sheet: settingsLayout(changed(noSettings, keep, readings), lang) };
  if (!isOurs(grid)) return { notOurs: grid.name };
  const written = inLanguageOf(grid, lang);
  const columns = headingRow(grid, "columns");
  if (keep.what === "automatic" && columns !== undefined)
    return { writes: clearedLines(grid, columns, keep.subjects, written) };
  const own = settingsLayout(changed(noSettings, keep, readings), written);
  const lines = linesOf(keep, own);
  if (keep.what !== "automatic" && lines.every(({ block }) => headingRow(grid, block) !== undefined))
    return { writes: lineByLine(grid, lines) };
  const whole = settingsLayout(changed(readSettings([grid]).settings, keep, readings), written);
  return { writes: wholeWrites(grid, whole) };
}

/** By what an explanation finds the finding again, as text. */
export const knownBy = (finding: Finding, readings: readonly SheetReading[]): string =>
  JSON.stringify(findingKeys(readings)(finding));

/** The writes of lines one after the other: each finds its row beside those before it. */
function lineByLine(grid: Grid, lines: readonly Line[]): CellWrite[] {
  let now = grid;
  return lines.flatMap(({ block, cells }) => {
    const writes = lineWrites(now, block, cells);
    const edits = writes.map(({ sheet, ref, before, after }) => ({
      kind: "setCell" as const,
      at: { kind: "cell" as const, file: "", sheet, ref },
      before,
      after,
    }));
    now = applyEdits([now], edits).grids[0] ?? now;
    return writes;
  });
}

/** Empties the lines of the corrections about these subjects; every other line stays where it is (恢复自动识别). */
function clearedLines(grid: Grid, heading: number, subjects: readonly string[], lang: Lang): CellWrite[] {
  const concerned = readSettings([grid]).settings.corrections.filter((one) =>
    subjects.includes(subjectOf(one)),
  );
  const layout = settingsLayout({ ...noSettings, corrections: concerned }, lang);
  const lines = linesOf({ what: "corrections", corrections: concerned }, layout);
  const firsts = new Set(lines.map(({ cells }) => textOf(cells[0]?.value ?? null)));
  const cleared: CellWrite[] = [];
  for (let row = heading + 1; row < grid.rows.length; row++) {
    if (isBlockTitle(grid, row)) break;
    if (!firsts.has(textOf(valueAt(grid, row, 0)).trim())) continue;
    const blank = (grid.rows[row] ?? []).map((): LayoutCell => ({ value: null }));
    cleared.push(...rowWrites(grid, row, blank));
  }
  return cleared;
}

/** The settings with what is to be kept. */
function changed(settings: Settings, keep: Keep, readings: readonly SheetReading[]): Settings {
  switch (keep.what) {
    case "explanation":
      return explain(settings, keep.finding, readings, { reason: keep.reason, by: keep.by, day: keep.day });
    case "corrections": {
      return { ...settings, corrections: withCorrections(settings.corrections, keep.corrections) };
    }
    case "automatic": {
      const concerned = new Set(keep.subjects);
      return {
        ...settings,
        corrections: settings.corrections.filter((one) => !concerned.has(subjectOf(one))),
      };
    }
    case "parameters":
      return { ...settings, parameters: { ...settings.parameters, ...keep.parameters } };
    case "rule":
      return { ...settings, rules: { ...settings.rules, [keep.code]: keep.rule } };
  }
}

interface Line {
  readonly block: Block;
  readonly cells: readonly LayoutCell[];
}

/** The lines of a layout that say what is to be kept. */
function linesOf(keep: Keep, layout: SheetLayout): Line[] {
  const lines = (block: Block, pick: (first: string, index: number) => boolean): Line[] => {
    const from = layoutHeading(layout, block) + 1;
    const until = nextTitle(layout, from);
    return layout.rows
      .slice(from, until)
      .map((row) => row.map(layoutCell))
      .filter((cells, index) => pick(textOf(cells[0]?.value ?? null), index))
      .map((cells) => ({ block, cells }));
  };
  switch (keep.what) {
    case "explanation":
      return lines("explanations", (first) => first !== "");
    case "corrections":
      return lines("columns", (first) => first !== "");
    case "automatic":
      return [];
    case "parameters":
      return lines("parameters", () => true).filter(({ cells }) => !isBlank(cells[1]?.value ?? null));
    case "rule":
      return lines("rules", (first) => first === keep.code);
  }
}

const isTitle = (row: SheetLayout["rows"][number]): boolean =>
  row.length === 1 && layoutCell(row[0] ?? null).style === "total";
const titleRows = ({ rows }: SheetLayout): number[] =>
  rows.flatMap((row, index) => (isTitle(row) ? [index] : []));
const layoutHeading = (layout: SheetLayout, block: Block): number =>
  (titleRows(layout)[order.indexOf(block)] ?? 0) + 1;
const nextTitle = (layout: SheetLayout, from: number): number =>
  titleRows(layout).find((row) => row > from) ?? layout.rows.length;

/** True for an empty sheet and for one with a title of ours; anything else of that name is the user's and stays as it is. */
const isOurs = (grid: Grid): boolean =>
  grid.rows.every((cells) => cells?.every((value) => isBlank(value ?? null)) ?? true) ||
  order.some((block) =>
    languages.some((one) => gridTitleRow(grid, settingsLayout(noSettings, one), block) !== undefined),
  );

const languages: readonly Lang[] = ["zh-CN", "en"];

/** The language in which the sheet was written: that whose titles it has. */
const inLanguageOf = (grid: Grid, lang: Lang): Lang =>
  languages.find(
    (one) => gridTitleRow(grid, settingsLayout(noSettings, one), "explanations") !== undefined,
  ) ?? lang;

function gridTitleRow(grid: Grid, layout: SheetLayout, block: Block): number | undefined {
  const title = textOf(layoutCell(layout.rows[layoutHeading(layout, block) - 1]?.[0] ?? null).value);
  const row = grid.rows.findIndex((cells) => textOf(cells?.[0] ?? null).trim() === title);
  return row < 0 ? undefined : row;
}

/** The row of the block's headings on the sheet, where they stand as they were written. */
function headingRow(grid: Grid, block: Block): number | undefined {
  for (const lang of languages) {
    const layout = settingsLayout(noSettings, lang);
    const title = gridTitleRow(grid, layout, block);
    const headings = (layout.rows[layoutHeading(layout, block)] ?? []).map((cell) =>
      textOf(layoutCell(cell).value),
    );
    if (
      title !== undefined &&
      headings.every((heading, column) => textOf(valueAt(grid, title + 1, column)).trim() === heading)
    )
      return title + 1;
  }
  return undefined;
}

/**
 * The writes of one line: over the line that says the same thing, else on the first free one of the block; a block
 * without room is left by, for the next title would be taken for one of its lines.
 */
function lineWrites(grid: Grid, block: Block, cells: readonly LayoutCell[]): CellWrite[] {
  const heading = headingRow(grid, block) ?? grid.rows.length;
  const text = (row: number, column: number) => textOf(valueAt(grid, row, column)).trim();
  const wanted = cells.slice(0, blocks[block]).map(({ value }) => textOf(value).trim());
  let free: number | undefined;
  for (let row = heading + 1; row <= Math.max(heading + 1, grid.rows.length); row++) {
    const line = cells.map((_, column) => text(row, column));
    if (line[0] !== "" && line.slice(1).every((one) => one === "") && isBlockTitle(grid, row)) break;
    if (wanted.every((one, column) => one === line[column])) return rowWrites(grid, row, cells);
    if (line.every((one) => one === "")) free ??= row;
  }
  return free === undefined ? [] : rowWrites(grid, free, cells);
}

const isBlockTitle = (grid: Grid, row: number): boolean =>
  languages.some((lang) =>
    order.some((block) => gridTitleRow(grid, settingsLayout(noSettings, lang), block) === row),
  );

const rowWrites = (grid: Grid, row: number, cells: readonly LayoutCell[]): CellWrite[] =>
  cells.flatMap(({ value }, column) => {
    const before = valueAt(grid, row, column);
    if (textOf(before) === textOf(value)) return [];
    const format = formatAt(grid, row, column);
    const stood = { value: before, ...(format === undefined ? {} : { format }) };
    return [{ sheet: grid.name, ref: cellRef(row, column), before: stood, after: { value } }];
  });

/** Every cell of the sheet that the layout would have otherwise. */
function wholeWrites(grid: Grid, { rows }: SheetLayout): CellWrite[] {
  const width = Math.max(...rows.map((row) => row.length), ...grid.rows.map((row) => row?.length ?? 0));
  return Array.from({ length: Math.max(rows.length, grid.rows.length) }, (_, row) =>
    rowWrites(
      grid,
      row,
      Array.from({ length: width }, (__, column) => layoutCell(rows[row]?.[column] ?? null)),
    ),
  ).flat();
}
