import type { Pane } from "../pane/pane.ts";

/**
 * Excel's own undo may take back what the pane wrote, and the user may delete a sheet that it added: then the pane's list
 * steps back with it, so that the two never disagree on what is to be undone next (撤销同步). Asked after the sheet was
 * read again; nothing is written or said.
 */
export async function stepBack({ engine, store }: Pane): Promise<void> {
  const { done, outline } = store.get();
  const last = done.at(-1);
  if (!last) return;
  const areGone = last.added?.every(({ sheet }) => !outline?.sheets.some(({ name }) => name === sheet));
  const isUndone =
    areGone ?? (last.writes.length > 0 && (await engine.call("standing", { writes: last.writes })));
  if (!isUndone) return;
  store.dispatch({ do: "undone", id: last.id });
  // what was said of it is no longer so
  if (store.get().notice?.kind === "said") store.dispatch({ do: "notice", notice: undefined });
}
