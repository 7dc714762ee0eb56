import type { Field } from "../field.ts";
import { put } from "../multimap.ts";
import type { Column, TableRow } from "../table.ts";
import { zone } from "./group-label.ts";
import { mattersIn, placeColumn } from "./group-rows.ts";
import { fold } from "./heading.ts";
import { type Holding, heldIn } from "./held-remark.ts";
import { ownText, type SheetView } from "./sheet-view.ts";

/** A longer table is no list of places. */
const mostRows = 2_000;
const mostNames = 300;
const amounts: ReadonlySet<Field> = new Set<Field>([
  "target",
  "stretch",
  "actualPeriod",
  "actualCumulative",
  "investmentPlan",
  "investmentActual",
]);

/** The columns that say of a place that another one holds it. A table with such a remark has a row that is marked. */
export const heldFields: ReadonlySet<Field> = new Set<Field>(["division", "lead", "note"]);

/**
 * The rows, with those of zones marked as 其中 that the sheet says plainly are contained in another place's figures: 净月开发区
 * with the remark 含在南关区, or 南关区（含净月开发区）. Beside the district they would be counted twice (单列与含在某区). Only
 * where nothing else is said of the zone, and none of its figures is more than the district's. A row with a remark that
 * leaves it open is marked as one to ask about.
 */
export function withHeldPlaces(
  view: SheetView,
  columns: readonly Column[],
  rows: readonly TableRow[],
): readonly TableRow[] {
  if (rows.length > mostRows) return rows;
  const column = placeColumn(view, columns, rows);
  if (!column) return rows;
  const textIn = ({ row }: TableRow, index: number) => fold(ownText(view, row, index));
  const data = rows.filter(({ kind }) => kind === "data");
  const nameOf = new Map(data.map((row) => [row, withoutRemark(textIn(row, column.index))]));
  const names = [...new Set(nameOf.values())].filter((name) => name.length > 1);
  if (names.length > mostNames || !names.some((name) => zone.test(name))) return rows;
  const notes = columns.flatMap(({ field, index }) => (field === "note" ? [index] : []));
  /** What stands behind the name and in the remarks; of a note below the table all its cells. */
  const remarksOf = (row: TableRow): string[] => {
    const name = nameOf.get(row);
    if (name === undefined)
      return row.kind === "note" ? (view.grid.rows[row.row] ?? []).map((_, index) => textIn(row, index)) : [];
    const behind = textIn(row, column.index).slice(name.length);
    return [behind.replace(/^\(|\)$/g, ""), ...notes.map((index) => textIn(row, index))];
  };
  const matterOf = mattersIn(view, columns, rows);
  const matters = [...new Set(data.map(matterOf))];
  const stated: (Holding & { readonly matter: string; readonly row: TableRow; readonly text: string })[] = [];
  const doubted = new Set<string>();
  const open = new Map<TableRow, string>();
  const spoken = new Map<TableRow, string>();
  for (const row of rows)
    for (const text of remarksOf(row)) {
      const said = heldIn(text, names, nameOf.get(row));
      if (said.isOpen) open.set(row, text);
      if (said.holdings.length + said.unclear.length > 0) spoken.set(row, text);
      for (const matter of nameOf.has(row) ? [matterOf(row)] : matters) {
        for (const name of said.unclear) doubted.add(`${matter}\n${name}`);
        stated.push(...said.holdings.map((holding) => ({ ...holding, matter, row, text })));
      }
    }
  if (spoken.size === 0) return rows;

  const placed = new Map<string, TableRow[]>();
  for (const [row, name] of nameOf) put(placed, `${matterOf(row)}\n${name}`, row);
  const figuresOf = (row: TableRow) =>
    columns.flatMap(({ field, index }) => (amounts.has(field) ? [textIn(row, index)] : []));
  const fits = ({ figure }: Holding, part: TableRow, whole: TableRow): boolean => {
    const [own, all] = [figuresOf(part), figuresOf(whole)];
    return (
      own.every((text, at) => text === "" || numberOf(text) <= numberOf(all[at])) &&
      (figure === undefined || own.some((text) => numberOf(text) === figure))
    );
  };
  const held = new Map<TableRow, string>();
  for (const holding of stated) {
    const { matter, row, text } = holding;
    const [parts = [], wholes = []] = [holding.part, holding.whole].map((name) =>
      placed.get(`${matter}\n${name}`),
    );
    const [[part, another], [whole, further]] = [parts, wholes];
    if (!part || !whole) continue;
    const isSure = !another && !further && !held.has(whole) && !doubted.has(`${matter}\n${holding.part}`);
    if (isSure && fits(holding, part, whole)) held.set(part, holding.whole);
    else open.set(row, text);
  }
  return rows.map((row) => {
    const whole = held.get(row);
    if (whole !== undefined)
      return { ...row, kind: "ofWhich", evidence: [{ rule: "heldByPlace", saw: whole }] };
    const saw = open.get(row) ?? spoken.get(row);
    if (saw === undefined) return row;
    const rule = open.has(row) ? "heldUnclear" : "speaksOfZone";
    return { ...row, evidence: [...row.evidence, { rule, saw }] };
  });
}

/** 南关区(含净月开发区) → 南关区: the place's name without what its figures hold. */
export const withoutRemark = (name: string): string =>
  name.replace(/[(（](?:不?含|不?包[括含]|其中|已?计入|已?纳入|未[含计]|单列)[^()（）]*[)）]$/, "");

/** A number as a cell shows it; what is none compares with nothing. */
const numberOf = (text = ""): number => (text === "" ? Number.NaN : Number(text.replaceAll(",", "")));
