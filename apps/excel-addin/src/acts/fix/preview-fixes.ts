import type { Fix } from "@taizhang/finding";
import { type FindingRow, isLocked } from "../../state/finding-rows.ts";
import type { PaneState } from "../../state/pane.ts";
import type { Pane } from "../pane/pane.ts";

/** The rows with a fix that can be written: not mended yet, and not locked by the protection of their sheet. */
export const fixableOf = (
  { outline }: Pick<PaneState, "outline">,
  rows: readonly FindingRow[],
): FindingRow[] => rows.filter((row) => row.finding.fix && !row.mended && !isLocked(outline, row));

const fixesOf = (rows: readonly FindingRow[]): Fix[] => rows.flatMap(({ finding }) => finding.fix ?? []);

/** Opens a row in place, with what its fix would do (详情). */
export async function openRow(pane: Pane, row: FindingRow | undefined): Promise<void> {
  const { engine, store } = pane;
  if (!row) return store.dispatch({ do: "open", row: undefined });
  store.dispatch({ do: "open", row: row.id });
  const fixes = row.mended ? [] : fixesOf([row]);
  if (fixes.length === 0) return;
  const preview = await engine.call("preview", { fixes });
  if (store.get().openRow === row.id) store.dispatch({ do: "open", row: row.id, preview });
}

/** Shows what fixing all rows of a kind would do, all ticked (一键修正). */
export async function previewFixes({ engine, store }: Pane, rows: readonly FindingRow[]): Promise<void> {
  const fixable = fixableOf(store.get(), rows);
  const [first] = fixable;
  if (!first) return;
  const preview = await engine.call("preview", { fixes: fixesOf(fixable) });
  store.dispatch({ do: "set", state: { changedByOthers: [] } });
  store.dispatch({
    do: "page",
    page: {
      kind: "fixes",
      title: first.finding.code,
      rows,
      preview,
      ticked: preview.writes.map((_, index) => index),
    },
  });
}
