import type { Field } from "../field.ts";
import type { Column, TableRow } from "../table.ts";
import { groupLabel } from "./group-label.ts";
import { fold } from "./heading.ts";
import { looksLikePlace } from "./org-word.ts";
import { ownText, type SheetView } from "./sheet-view.ts";

/**
 * The rows, with those marked as subtotals that stand among places and name a group of them: 市区, 四城区, 五县, 农村
 * (分组行). A group whose places have no rows of their own is counted like a place: it is the only figure they have.
 */
export function withGroupRows(
  view: SheetView,
  columns: readonly Column[],
  rows: readonly TableRow[],
): readonly TableRow[] {
  const column = placeColumn(view, columns, rows);
  if (!column) return rows;
  const nameIn = ({ row }: TableRow) => fold(ownText(view, row, column.index));
  const isOfData = ({ kind }: TableRow) => kind === "data";
  if (!rows.some((row) => isOfData(row) && groupLabel(nameIn(row)) !== undefined)) return rows;
  const matterOf = mattersIn(view, columns, rows);
  const places = new Map<string, Set<string>>();
  for (const row of rows.filter(isOfData)) {
    const matter = matterOf(row);
    const of = places.get(matter) ?? new Set();
    places.set(matter, of);
    if (groupLabel(nameIn(row)) === undefined) of.add(nameIn(row));
  }
  return rows.map((row) => {
    const saw = isOfData(row) ? nameIn(row) : "";
    const label = groupLabel(saw);
    const held = label?.leavesOut
      ? []
      : [...(places.get(matterOf(row)) ?? [])].filter((name) => label?.holds(name));
    if (held.length >= 2) return { ...row, kind: "subtotal", evidence: [{ rule: "groupOfPlaces", saw }] };
    return label ? { ...row, evidence: [...row.evidence, { rule: "namesGroup", saw }] } : row;
  });
}

/** What the figures of each row are of: 各街道 beside 桃源街道 and 新春街道 is a group of them only where all have the same task. */
export function mattersIn(
  view: SheetView,
  columns: readonly Column[],
  rows: readonly TableRow[],
): (row: TableRow) => string {
  const naming = columns.filter(({ field }) => field === "task" || field === "indicator");
  const above = naming.map(() => "");
  const matters = new Map<TableRow, string>();
  for (const row of rows) {
    for (const [at, { index }] of naming.entries())
      above[at] = fold(ownText(view, row.row, index)) || (above[at] ?? "");
    matters.set(row, above.join("\n"));
  }
  return (row) => matters.get(row) ?? "";
}

/** The columns that tell groups of places. A table in which one is named has a row that is marked. */
export const placeFields: ReadonlySet<Field> = new Set<Field>(["division", "lead"]);

const mostLooked = 60;

/** The column of places: headed as one, or one of orgs in which most are places. */
export function placeColumn(
  view: SheetView,
  columns: readonly Column[],
  rows: readonly TableRow[],
): Column | undefined {
  const division = columns.find(({ field }) => field === "division");
  if (division) return division;
  const lead = columns.find(({ field }) => field === "lead");
  if (!lead) return undefined;
  let looked = 0;
  let places = 0;
  for (const { row, kind } of rows) {
    if (kind !== "data") continue;
    if (looksLikePlace(fold(ownText(view, row, lead.index)))) places++;
    if (++looked === mostLooked) break;
  }
  return places > looked / 2 ? lead : undefined;
}
