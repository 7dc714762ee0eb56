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
  const names = [...new Set(rows.flatMap((row) => (row.kind === "data" ? [nameIn(row)] : [])))];
  const places = names.filter((name) => groupLabel(name) === undefined);
  const groups = new Set(
    names.filter((name) => {
      const label = groupLabel(name);
      return label !== undefined && !label.leavesOut && places.filter(label.holds).length >= 2;
    }),
  );
  if (groups.size === 0) return rows;
  return rows.map((row) => {
    const saw = row.kind === "data" ? nameIn(row) : "";
    return groups.has(saw) ? { ...row, kind: "subtotal", evidence: [{ rule: "groupOfPlaces", saw }] } : row;
  });
}

/** The columns that tell groups of places. */
export const placeFields: ReadonlySet<Field> = new Set<Field>(["division", "lead"]);

const mostLooked = 60;

/** The column of places: headed as one, or one of orgs in which most are places. */
function placeColumn(
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
