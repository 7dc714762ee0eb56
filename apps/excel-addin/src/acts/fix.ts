import type { Fix } from "@taizhang/finding";
import { countsOf, type FindingRow, isLocked } from "../state/finding-rows.ts";
import type { PaneState } from "../state/pane.ts";
import { refitsBack, takenBack } from "../state/undo.ts";
import { failureOf } from "../workbook/failure.ts";
import type { CellWrite, Refit, Written } from "../workbook/workbook.ts";
import { showMarks } from "./marks.ts";
import { attempt, type Pane, tell } from "./pane.ts";
import { recheck, recheckCells } from "./recheck.ts";

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

/** Selects a finding's cell in the sheet; the keyboard stays in the pane (定位). */
export function goTo(
  pane: Pane,
  { sheet, ref }: { readonly sheet: string; readonly ref: string },
): Promise<boolean> {
  const own = ++lastGo;
  // while a cell is being edited only the place wanted last is gone to afterwards
  return attempt(
    pane,
    async () => {
      const { hidden } = await pane.workbook.select(sheet, ref);
      pane.store.dispatch({ do: "hidden", at: hidden && { sheet, ref, what: hidden } });
    },
    { isWanted: () => own === lastGo },
  );
}

let lastGo = 0;

/** Shows the hidden rows or columns of a cell and selects it: only because the user asked (显示并转到). */
export const showAndGo = (
  pane: Pane,
  { sheet, ref }: { readonly sheet: string; readonly ref: string },
): Promise<boolean> =>
  attempt(pane, async () => {
    await pane.workbook.reveal(sheet, ref);
    pane.store.dispatch({ do: "hidden", at: undefined });
    await recheck(pane, [sheet]);
  });

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

let last = 0;
/** A number for the next action that can be taken back. */
export const nextId = (): number => ++last;

/** Writes cells that were shown, remembers how to take them back, and checks again (修正). */
export function fix(pane: Pane, writes: readonly CellWrite[]): Promise<boolean> {
  const write = writer(pane, writes);
  return attempt(
    pane,
    async () => {
      const { store } = pane;
      const { applied, skipped } = await write();
      if (applied.length > 0)
        store.dispatch({
          do: "done",
          one: { id: nextId(), what: "fix", cells: applied.length, writes: applied },
        });
      store.dispatch({ do: "page", page: undefined });
      const checked = await recheckMarked(pane, writes);
      const { A, B, C, D } = countsOf(store.get().rows);
      tell(
        pane,
        { what: "fixed", cells: applied.length, skipped: skipped.length, left: A + B + C + D },
        checked,
      );
    },
    { waiting: { what: "fix", cells: writes.length } },
  );
}

/** Writes the cells; where nobody knew whether it had been done, the next try takes what is there for done. */
function writer(
  { workbook }: Pane,
  writes: readonly CellWrite[],
  refits: readonly Refit[] = [],
): () => Promise<Written> {
  let unclear = false;
  return async () => {
    try {
      return await workbook.write(writes, { again: unclear, refits });
    } catch (error) {
      unclear ||= failureOf(error).kind === "unclear";
      throw error;
    }
  };
}

/** Takes the last action back: cells edited since are left alone (撤销). */
export async function undo(pane: Pane): Promise<boolean> {
  const { store } = pane;
  const one = store.get().done.at(-1);
  if (!one) return true;
  const writes = takenBack(one);
  const write = writer(pane, writes, refitsBack(one));
  return attempt(
    pane,
    async () => {
      const { applied, skipped } = await write();
      store.dispatch({ do: "undone", id: one.id });
      const checked = await recheckMarked(pane, writes);
      tell(pane, { what: "undone", cells: applied.length, skipped: skipped.length }, checked);
    },
    { waiting: { what: "undo" } },
  );
}

/** Checks again what was written; marks that are shown follow. */
async function recheckMarked(pane: Pane, writes: readonly CellWrite[]): Promise<boolean> {
  const checked = await recheckCells(pane, writes);
  return checked && (pane.store.get().marks !== "on" || (await showMarks(pane, true)));
}
