import type { Said } from "../../state/notice.ts";
import { type Done, refitsBack, takenBack } from "../../state/undo.ts";
import { recheck } from "../check/recheck.ts";
import { attempt, tell } from "../pane/attempt.ts";
import type { Pane } from "../pane/pane.ts";
import { takeAway } from "./added-sheets.ts";
import { marked, recheckMarked, writer } from "./write-cells.ts";

/** Takes the last action back: cells and sheets edited since are left alone (撤销). */
export async function undo(pane: Pane): Promise<boolean> {
  const one = pane.store.get().done.at(-1);
  if (!one) return true;
  const takeBack = one.added ? () => withoutSheets(pane, one, one.added ?? []) : cellsBack(pane, one);
  return attempt(pane, takeBack, { waiting: { what: "undo" } });
}

function cellsBack(pane: Pane, one: Done): () => Promise<void> {
  const writes = takenBack(one);
  const write = writer(pane, writes, refitsBack(one));
  return async () => {
    const { applied, skipped } = await write();
    pane.store.dispatch({ do: "undone", id: one.id });
    const checked = await recheckMarked(pane, writes);
    tell(pane, { what: "undone", cells: applied.length, skipped: skipped.length }, checked);
  };
}

async function withoutSheets(pane: Pane, { id }: Done, added: NonNullable<Done["added"]>): Promise<void> {
  const gone = await takeAway(pane, added);
  pane.store.dispatch({ do: "undone", id });
  const said: Said = gone ? { what: "sheetRemoved", sheet: added[0]?.sheet ?? "" } : { what: "edited" };
  tell(pane, said, await marked(pane, await recheck(pane, [])));
}
