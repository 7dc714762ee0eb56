import type { Finding, Lang } from "@taizhang/finding";
import {
  cellRef,
  columnName,
  type Grid,
  type LayoutCell,
  type LayoutLight,
  layoutCell,
  parseCell,
  parseRange,
  quoteSheet,
  rangeRef,
  type SheetLayout,
  valueAt,
} from "@taizhang/grid";
import { lightRule } from "@taizhang/kpi";
import { decimalOfNumber, toNumber } from "@taizhang/quantity";
import { summaryLayouts } from "@taizhang/sheet";
import type { NewSheet, RowNames } from "../workbook/workbook.ts";
import { freeName } from "./free-name.ts";
import { middle } from "./middle.ts";
import type { RolledUp } from "./roll-up-card.ts";
import type { SummarySheet } from "./snapshot.ts";
import { countsRows, sourcesRows, summaryRows } from "./summary-rows.ts";

export interface SummarySheets {
  readonly sheets: readonly SummarySheet[];
  /** Sheets that get another name because theirs is taken. */
  readonly renamed: readonly { readonly usual: string; readonly name: string }[];
  /** The block of the first sheet. */
  readonly ref: string;
  /** Cells of the first sheet that are formulas. */
  readonly formulas: number;
  /** Source cells that come from files, as they stood. */
  readonly fromFiles: number;
}

export interface SummaryAsk {
  readonly lang: Lang;
  readonly file: string;
  readonly taken: readonly string[];
  /** The names that the sheets have already, by what they are. */
  readonly names?: Readonly<Partial<Record<RowNames["kind"], string>>>;
  readonly light?: string;
}

/** The sheets 汇总, 任务办理情况 and 数据来源 to be added to the workbook: what stands in it is referred to by formulas (写入汇总表). */
export function summarySheets(
  rolled: RolledUp,
  grids: readonly Grid[],
  { lang, file, taken, names: known = {}, light }: SummaryAsk,
): SummarySheets {
  const rule = lightRule(light)?.value ?? lightRule()?.value;
  if (!rule) throw new Error("the usual rule of lights is always there");
  const { figures, result, by } = rolled;
  const none: readonly Finding[] = [];
  const made = summaryLayouts({
    rollUp: result,
    figures,
    findings: none,
    by,
    rule,
    lang,
    linkTo: (from) => (from === file ? "" : encodeURI(from)),
  });
  const [summary, ...rest] = made;
  const sources = made.at(-1);
  if (!summary || !sources) throw new Error("a summary has a first and a last sheet");
  const counts = rest.length > 2 ? rest[0] : undefined;
  const kinds = [
    ["summary", summary],
    ...(counts ? [["counts", counts] as const] : []),
    ["sources", sources],
  ] as const;
  const names = new Map<string, string>();
  for (const [kind, { name }] of kinds)
    names.set(name, known[kind] ?? freeName(name, [...taken, ...names.values()]));
  const renamed = (layout: SheetLayout): SheetLayout => ({
    ...layout,
    name: names.get(layout.name) ?? layout.name,
    rows: layout.rows.map((row) => row.map((cell) => refer(layoutCell(cell), names))),
    ...(layout.lights ? { lights: layout.lights.map(withRoom) } : {}),
  });
  const first = renamed(summary);
  const chart = chartOf(rolled, first, lang);
  const last = renamed(live(sources, grids, file));
  const width = Math.max(...first.rows.map((row) => row.length));
  return {
    sheets: [
      { layout: first, rows: summaryRows(first, result.cells, by), ...(chart ? { chart } : {}) },
      ...(counts ? [{ layout: renamed(counts), rows: countsRows(counts, result.counts, by) }] : []),
      { layout: last, rows: sourcesRows(last) },
    ],
    renamed: [...names].flatMap(([usual, name]) =>
      name === usual || Object.values(known).includes(name) ? [] : [{ usual, name }],
    ),
    ref: `A1:${cellRef(first.rows.length - 1, width - 1)}`,
    formulas: first.rows.flat().filter((cell) => layoutCell(cell).formula !== undefined).length,
    fromFiles: last.rows.slice(2).filter((row) => layoutCell(row[sourceFile] ?? null).value !== file).length,
  };
}

/**
 * The lights also colour rows that a refresh may add below, and the column beside: with a grouping more or less they stand
 * there. No other cell says what they colour.
 */
function withRoom({ ref, ...light }: LayoutLight): LayoutLight {
  const range = parseRange(ref);
  if (!range) return { ...light, ref };
  const { left, right, bottom } = range;
  return {
    ...light,
    ref: rangeRef({ ...range, left: left - 1, right: right + 1, bottom: bottom + rowsToCome }),
  };
}
const rowsToCome = 500;

/** Columns of the sheet 数据来源. */
const [sourceAmount, sourceFile, sourceSheet, sourceRef] = [4, 6, 7, 8];

/** A longer text in a formula Excel does not take. */
const mostInText = 255;

const inText = (text: string): string => text.replaceAll('"', '""');

/** A cell whose link within the workbook is a formula, which a refresh can renew, and whose formula refers to sheets by the names they get. */
function refer({ link, ...cell }: LayoutCell, names: ReadonlyMap<string, string>): LayoutCell {
  if (link?.startsWith("#"))
    return Math.max(link.length, `${cell.value}`.length) > mostInText
      ? cell
      : { ...cell, formula: `HYPERLINK("${inText(link)}","${inText(`${cell.value}`)}")` };
  if (cell.formula === undefined) return cell;
  let { formula } = cell;
  for (const [name, now] of names)
    if (name !== now) formula = formula.replaceAll(`${quoteSheet(name)}!`, `${quoteSheet(now)}!`);
  return { ...cell, formula };
}

/** The sources sheet whose amounts follow their cells, where these are numbers of this workbook that say just that. */
function live(layout: SheetLayout, grids: readonly Grid[], file: string): SheetLayout {
  const byName = new Map(grids.map((grid) => [grid.name, grid]));
  const rows = layout.rows.map((row) => {
    const cells = row.map(layoutCell);
    const grid = cells[sourceFile]?.value === file ? byName.get(`${cells[sourceSheet]?.value}`) : undefined;
    const ref = `${cells[sourceRef]?.value}`;
    const place = grid && parseCell(ref);
    const amount = cells[sourceAmount];
    if (!grid || !place || !amount || typeof amount.value !== "number") return row;
    const value = valueAt(grid, place.row, place.column);
    const exact = typeof value === "number" ? decimalOfNumber(value) : undefined;
    if (exact === undefined || toNumber(exact) !== amount.value) return row;
    return cells.map((cell, index) =>
      index === sourceAmount ? { ...cell, formula: `${quoteSheet(grid.name)}!${ref}` } : cell,
    );
  });
  return { ...layout, rows };
}

/** A chart's title has no room for more. */
const mostInTitle = 60;

/** A bar a group for the first indicator's completion; none where it has none. */
function chartOf({ result: { cells }, by }: RolledUp, layout: SheetLayout, lang: Lang): NewSheet["chart"] {
  const header = layout.rows.findIndex(
    (row) => row.length > 3 && layoutCell(row[0] ?? null).style === "header",
  );
  const isGroup = (index: number) =>
    by.length === 0 || by.every((dimension) => cells[index]?.key[dimension] !== undefined);
  const start = cells.findIndex((cell, index) => cell.completion !== null && isGroup(index));
  if (header < 0 || start < 0) return undefined;
  let end = start;
  while (
    end + 1 < cells.length &&
    cells[end + 1]?.indicatorKey === cells[start]?.indicatorKey &&
    isGroup(end + 1)
  )
    end++;
  if (by.length === 0) while (end + 1 < cells.length && cells[end + 1]?.completion !== null) end++;
  const completion = by.length + 5;
  const names = by.length === 0 ? 1 : by.length + 1;
  const column = (index: number) =>
    `${columnName(index)}${header + 2 + start}:${columnName(index)}${header + 2 + end}`;
  const title = by.length === 0 ? "" : middle(cells[start]?.indicator ?? "", mostInTitle);
  return {
    title: lang === "en" ? `${title} completion rate`.trim() : `${title}完成率`,
    categories: column(names),
    values: column(completion),
    at: cellRef(layout.rows.length + 1, 1),
  };
}
