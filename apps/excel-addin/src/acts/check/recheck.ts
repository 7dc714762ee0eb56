import { parseRange } from "@taizhang/grid";
import type { CheckAnswer } from "../../engine/protocol.ts";
import { rowsOf } from "../../state/finding-rows.ts";
import { rowsRead } from "../../state/part.ts";
import { cellsABatch, cellsIn } from "../../workbook/blocks.ts";
import type { Block, Outline } from "../../workbook/workbook.ts";
import { attempt } from "../pane/attempt.ts";
import type { Pane } from "../pane/pane.ts";
import { showLights } from "./lights.ts";

/** Cells that changed, as one A1 reference of a sheet. */
export interface ChangedCells {
  readonly sheet: string;
  readonly ref: string;
}

/** Reads sheets again and checks; the list stays as it is, mended rows are ticked and new ones wait (随改随查). */
export const recheck = (pane: Pane, sheets: readonly string[]): Promise<boolean> =>
  attempt(pane, async () => {
    const { workbook, engine, store } = pane;
    const outline = await workbook.outline();
    const { corrections, extent, cards, partly } = store.get();
    store.dispatch({ do: "set", state: { outline, active: outline.active } });
    const known = new Set(cards.map(({ sheet }) => sheet));
    const wantsAll = extent !== "sheet" && extent !== "selection" && !partly;
    const order = outline.sheets
      .map(({ name }) => name)
      .filter((name) => wantsAll || known.has(name) || sheets.includes(name));
    const read = order.filter((name) => !known.has(name) || sheets.includes(name));
    const { signal, abort } = stopping();
    const checked = engine.call("check", { file: outline.file, order, read, corrections }, { signal });
    checked.catch(() => {}); // it is awaited below, unless reading fails before
    try {
      await workbook.read({ outline, sheets: read, ...rowsRead(store.get()) }, (part) => engine.put(part));
    } catch (error) {
      abort(); // the engine waits no longer
      throw error;
    }
    show(pane, await checked);
  });

/**
 * Reads only what was changed, with the formulas whose values may have followed, and checks again (只读改动的格). What
 * cannot be told from single cells is read sheet by sheet.
 */
export const recheckCells = (pane: Pane, cells: readonly ChangedCells[]): Promise<boolean> => {
  const { outline, cards } = pane.store.get();
  const end = rowsRead(pane.store.get()).rows?.[1] ?? Number.POSITIVE_INFINITY;
  const own = cells.filter(({ sheet }) => cards.some((card) => card.sheet === sheet));
  const changed = blocksOf(own, end);
  const size = changed?.reduce((sum, { range }) => sum + cellsIn(range), 0) ?? Number.POSITIVE_INFINITY;
  if (!outline || !changed || size > cellsABatch)
    return recheck(pane, [...new Set(own.map(({ sheet }) => sheet))]);
  return attempt(pane, () => readBlocks(pane, outline, changed));
};

/** The same for a few cells, as part of another act. */
export async function readAgain(pane: Pane, cells: readonly ChangedCells[]): Promise<void> {
  const { outline } = pane.store.get();
  if (outline) await readBlocks(pane, outline, blocksOf(cells, Number.POSITIVE_INFINITY) ?? []);
}

async function readBlocks(pane: Pane, outline: Outline, changed: readonly Block[]): Promise<void> {
  const { workbook, engine } = pane;
  if (changed.length === 0) return;
  const leaning = await engine.call("leaning", { changed });
  for (const part of await workbook.readBlocks({ outline, changed, leaning })) engine.patch(part);
  show(pane, await engine.call("recheck", null));
}

/** The blocks that references name, down to a row; undefined where one names whole rows or columns. */
function blocksOf(cells: readonly ChangedCells[], end: number): Block[] | undefined {
  const blocks: Block[] = [];
  for (const { sheet, ref } of cells)
    for (const part of ref.split(",")) {
      const range = parseRange(part);
      if (!range) return undefined;
      if (range.top < end)
        blocks.push({ sheet, range: { ...range, bottom: Math.min(range.bottom, end - 1) } });
    }
  return blocks;
}

function stopping(): { readonly signal: AbortSignal; readonly abort: () => void } {
  const controller = new AbortController();
  return { signal: controller.signal, abort: () => controller.abort() };
}

function show(pane: Pane, { cards, findings, orgs }: CheckAnswer): void {
  pane.store.dispatch({ do: "rechecked", cards, rows: rowsOf(findings, orgs) });
  void showLights(pane);
}
