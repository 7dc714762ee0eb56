import type { FixId } from "@taizhang/finding";
import type { Edit } from "@taizhang/grid";
import { fixCells, setCell } from "./edit-cell.ts";
import type { OrgName } from "./org-cells.ts";

/** The fix that puts another name in the place of this one in each of its cells; undefined where one holds a formula. */
export function renameIn(id: FixId, { name, cells }: OrgName, next: string) {
  const edits: (Edit | undefined)[] = [];
  const seen = new Set<string>();
  for (const { cell, view } of cells) {
    if (seen.has(cell.at.sheet + cell.at.ref)) continue;
    seen.add(cell.at.sheet + cell.at.ref);
    const { value } = cell;
    if (typeof value !== "string" || value.split(name).length !== 2) return undefined;
    edits.push(
      setCell(
        view.table.grid,
        cell.at,
        value.replace(name, () => next),
      ),
    );
  }
  return fixCells(id, edits);
}
