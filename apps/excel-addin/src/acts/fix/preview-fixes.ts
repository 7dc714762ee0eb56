import type { Fix } from "@taizhang/finding";
import { type FindingRow, isLocked, isOpen } from "../../state/finding-rows.ts";
import type { Page } from "../../state/page.ts";
import type { PaneState } from "../../state/pane.ts";
import { recheck } from "../check/recheck.ts";
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

/** Checks the sheets of the open preview again and shows anew what can be fixed; without anything left it closes (重新检查). */
export async function previewAgain(
  pane: Pane,
  { title, preview, rows }: Extract<Page, { kind: "fixes" }>,
): Promise<void> {
  const sheets = [...new Set(preview.writes.map(({ sheet }) => sheet))];
  if (!(await recheck(pane, sheets))) return;
  const { store } = pane;
  const wanted = new Set(rows.map(({ sheet }) => sheet));
  const now = [...store.get().rows, ...store.get().fresh].filter(
    (row) => row.finding.code === title && wanted.has(row.sheet) && isOpen(row),
  );
  if (fixableOf(store.get(), now).length > 0) return previewFixes(pane, now);
  store.dispatch({ do: "page", page: undefined });
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
