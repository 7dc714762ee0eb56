import type { AddedSheet } from "../../engine/snapshot.ts";
import type { Done } from "../../state/undo.ts";
import type { NewSheet } from "../../workbook/workbook.ts";
import type { Pane } from "../pane/pane.ts";
import { nextId } from "./write-cells.ts";

/** Adds a sheet and remembers what it holds, so that it can be taken away again as long as nobody has edited it (新加的表). */
export async function addUndoably(
  { workbook, engine, store }: Pane,
  what: Done["what"],
  sheet: NewSheet,
): Promise<void> {
  for (const part of await workbook.addSheets([sheet])) engine.put(part);
  const added = await engine.call("held", { sheets: [sheet.layout.name] });
  store.dispatch({ do: "done", one: { id: nextId(), what, cells: 0, writes: [], added } });
}

/** Takes sheets away that hold what they held when they were added; false where somebody has edited one. */
export async function takeAway({ workbook, engine }: Pane, sheets: readonly AddedSheet[]): Promise<boolean> {
  const outline = await workbook.outline();
  const names = new Set(outline.sheets.map(({ name }) => name));
  const there = sheets.filter(({ sheet }) => names.has(sheet));
  if (there.length === 0) return true;
  const own = there.map(({ sheet }) => sheet);
  await workbook.read({ outline, sheets: own }, (part) => engine.put(part));
  if (!(await engine.call("untouched", { sheets: there }))) return false;
  await workbook.removeSheets(own);
  return true;
}
