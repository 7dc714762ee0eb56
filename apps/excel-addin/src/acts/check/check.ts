import { type Correction, rulesSheetName, settingsSheetName } from "@taizhang/sheet";
import type { CheckAnswer } from "../../engine/protocol.ts";
import { rowsOf } from "../../state/finding-rows.ts";
import type { Said } from "../../state/notice.ts";
import type { PaneState } from "../../state/pane.ts";
import { foundNow } from "../../state/pane-reducer.ts";
import { cellsAsked, type Extent, rowsRead } from "../../state/part.ts";
import { cellsIn } from "../../workbook/blocks.ts";
import type { Outline } from "../../workbook/workbook.ts";
import { attempt } from "../pane/attempt.ts";
import type { Pane } from "../pane/pane.ts";
import { estimateTime } from "./estimate-time.ts";
import { showLights } from "./lights.ts";
import { rowsOfRef } from "./rows-of-ref.ts";

let running: AbortController | undefined;
/** Resolves when no check is running (查完). */
export const checkEnded = (): Promise<unknown> => ended;
let ended: Promise<unknown> = Promise.resolve();

/** Stops a check; what was checked by then is kept, and so is what an earlier check had found (取消). */
export async function cancelCheck(pane: Pane): Promise<void> {
  const { engine, store } = pane;
  if (!running || running.signal.aborted) return;
  running.abort();
  const { done, ...answer } = await engine.call("settle", null);
  const all = store.get().outline?.sheets.length ?? 0;
  const knewAll = store.get().checkedAt !== undefined && !store.get().partly;
  if (done.length > 0) showChecked(pane, answer);
  else store.dispatch({ do: "set", state: { phase: store.get().cards.length > 0 ? "ready" : "stopped" } });
  if (done.length > 0 && !knewAll && done.length < all)
    store.dispatch({ do: "set", state: { partly: { checked: done.length, of: all } } });
  const whole = done.length > 0 && done.length >= all; // the cancel came when all was done
  const text: Said = whole ? foundNow(store.get()) : { what: "checkCancelled", sheets: done.length };
  store.dispatch({ do: "notice", notice: { kind: "said", text } });
}

/** Reads the workbook and checks it; nothing is written. A very large one is asked about first (检查). */
export function checkWorkbook(pane: Pane, extent?: Extent): Promise<boolean> {
  const checked = attempt(pane, async () => {
    const { workbook, store } = pane;
    const own = new AbortController();
    running?.abort();
    running = own;
    store.dispatch({ do: "set", state: { phase: "reading" } });
    try {
      const outline = await workbook.outline();
      const cells = cellsOf(outline);
      const large = cells > cellsAsked && extent === undefined;
      const some = { outline, active: outline.active, cells, ...(extent === undefined ? {} : { extent }) };
      store.dispatch({ do: "set", state: { ...some, ...(large ? { phase: "asking" } : {}) } });
      if (large) return void estimateTime(pane, outline, cells, own.signal);
      if (extent === "selection") await keepToSelection(pane, outline);
      await readAndCheck(pane, outline, extent ?? "all", own.signal);
    } catch (error) {
      if (own.signal.aborted) return;
      own.abort(); // the engine waits no longer
      store.dispatch({ do: "set", state: { phase: "failed" } });
      throw error;
    }
  });
  ended = checked;
  return checked;
}

async function readAndCheck(
  pane: Pane,
  outline: Outline,
  extent: Extent,
  signal: AbortSignal,
): Promise<void> {
  const { workbook, engine, store } = pane;
  const sheets = inReadingOrder(outline, extent);
  const order = outline.sheets.flatMap(({ name }) => (sheets.includes(name) ? [name] : []));
  const set = (state: Partial<PaneState>) => {
    if (!signal.aborted) store.dispatch({ do: "set", state });
  };
  const checked = engine.call(
    "check",
    { file: outline.file, order, read: sheets, corrections: store.get().corrections },
    { signal, onProgress: (progress) => set({ progress: { ...store.get().progress, ...progress } }) },
  );
  checked.catch(() => {}); // it is awaited below, unless reading fails before
  const rows = rowsRead(store.get());
  const all = cellsOf(outline, sheets, rows.rows?.[1]);
  let cells = 0;
  await workbook.read({ outline, sheets, signal, ...rows }, (part) => {
    engine.put(part);
    cells += part.rows.length * (part.rows[0]?.length ?? 0);
    const progress = store.get().progress ?? { done: 0, of: order.length, at: "" };
    set({ progress: { ...progress, at: part.sheet, read: Math.min(1, cells / all) } });
  });
  set({ phase: "checking" });
  const answer = await checked;
  if (signal.aborted) return;
  showChecked(pane, answer);
  store.dispatch({ do: "notice", notice: { kind: "said", text: foundNow(store.get()) } });
}

/** The rows that are selected in the active sheet, as far as they hold anything. */
async function keepToSelection({ workbook, store }: Pane, { active, sheets }: Outline): Promise<void> {
  const { ref } = await workbook.selection();
  const used = sheets.find(({ name }) => name === active)?.used;
  const [first, last] = rowsOfRef(ref) ?? [1, (used?.bottom ?? 0) + 1];
  const bottom = Math.min(last - 1, used?.bottom ?? 0);
  store.dispatch({ do: "set", state: { part: { sheet: active, top: Math.min(first - 1, bottom), bottom } } });
}

/** Puts what was found into the list. */
function showChecked(pane: Pane, { cards, findings, orgs, rules }: CheckAnswer): void {
  pane.store.dispatch({ do: "checked", cards, rows: rowsOf(findings, orgs), rules, at: pane.now() });
  void showLights(pane);
}

const ownSheets: readonly string[] = [settingsSheetName, rulesSheetName];

/** The sheet that is looked at first, then what says how to check, then the others. */
function inReadingOrder({ active, sheets }: Outline, extent: Extent): string[] {
  const names = sheets.map(({ name }) => name);
  const first = [active, ...names.filter((name) => ownSheets.includes(name.trim()))];
  return [...new Set(extent === "sheet" || extent === "selection" ? first : [...first, ...names])].filter(
    (name) => names.includes(name),
  );
}

/** Cells of the blocks that hold values. */
const cellsOf = (
  { sheets }: Outline,
  names?: readonly string[],
  end: number = Number.POSITIVE_INFINITY,
): number =>
  sheets.reduce((sum, { name, used }) => {
    if (!used || (names && !names.includes(name))) return sum;
    const bottom = Math.min(used.bottom, end - 1);
    return sum + Math.max(0, cellsIn({ ...used, bottom }));
  }, 0);

/** Checks again with columns that mean what the user says, this time only; none gives automatic recognition back (只这次用). */
export const checkWith = (pane: Pane, corrections: readonly Correction[]): Promise<boolean> => {
  pane.store.dispatch({ do: "set", state: { corrections } });
  pane.store.dispatch({ do: "page", page: undefined });
  return checkWorkbook(pane, pane.store.get().extent);
};
