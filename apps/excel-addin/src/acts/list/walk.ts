import { isOpen, shown } from "../../state/finding-rows.ts";
import { openRow } from "../fix/preview-fixes.ts";
import { goTo } from "../pane/go-to.ts";
import type { Pane } from "../pane/pane.ts";

/** Goes to the finding before or after the open one, or to the first; the keyboard stays where it is (上一处、下一处). */
export async function walk(pane: Pane, by: 1 | -1): Promise<void> {
  const { rows, filter, active, openRow: opened } = pane.store.get();
  const open = shown(rows, filter, active).filter((row) => isOpen(row) && row.ref !== "");
  const at = open.findIndex(({ id }) => id === opened);
  const next = at < 0 ? (by === 1 ? open[0] : open.at(-1)) : open[(at + by + open.length) % open.length];
  if (!next) return;
  await openRow(pane, next);
  await goTo(pane, next);
}
