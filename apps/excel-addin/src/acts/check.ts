import type { Correction } from "@taizhang/sheet";
import type { CheckAnswer } from "../engine/protocol.ts";
import { countsOf, rowsOf } from "../state/finding-rows.ts";
import { cellsAsked, type Extent, rowsRead } from "../state/part.ts";
import type { Outline } from "../workbook/workbook.ts";
import { showLights } from "./lights.ts";
import { attempt, type Pane } from "./pane.ts";
import { rowsOfRef } from "./rows-of-ref.ts";

let running: AbortController | undefined;

/** Stops a check; what was found before stays (取消). */
export function cancelCheck({ store }: Pane): void {
  running?.abort();
  store.dispatch({ do: "set", state: { phase: store.get().cards.length > 0 ? "ready" : "stopped" } });
  store.dispatch({ do: "notice", notice: { kind: "said", text: { what: "cancelled" } } });
}

/** Reads the workbook and checks it; nothing is written. A very large one is asked about first (检查). */
export const checkWorkbook = (pane: Pane, extent?: Extent): Promise<boolean> =>
  attempt(pane, async () => {
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
      if (large) return;
      if (extent === "selection") await keepToSelection(pane, outline);
      await readAndCheck(pane, outline, extent ?? "all", own.signal);
    } catch (error) {
      if (own.signal.aborted) return;
      store.dispatch({ do: "set", state: { phase: "failed" } });
      throw error;
    }
  });

async function readAndCheck(
  pane: Pane,
  outline: Outline,
  extent: Extent,
  signal: AbortSignal,
): Promise<void> {
  const { workbook, engine, store } = pane;
  const read = new Set<string>();
  const what = {
    outline,
    signal,
    ...(extent === "sheet" || extent === "selection" ? { sheets: [outline.active] } : {}),
    ...rowsRead(store.get()),
  };
  await workbook.read(what, (part) => {
    engine.put(part);
    if (read.has(part.sheet)) return;
    read.add(part.sheet);
    const of = what.sheets?.length ?? outline.sheets.length;
    store.dispatch({ do: "set", state: { progress: { done: read.size, of, at: part.sheet } } });
  });
  store.dispatch({ do: "set", state: { phase: "checking" } });
  const answer = await askCheck(pane, signal);
  store.dispatch({
    do: "checked",
    cards: answer.cards,
    rows: rowsOf(answer.findings, answer.orgs),
    rules: answer.rules,
    at: pane.now(),
  });
  const { rows } = store.get();
  void showLights(pane);
  store.dispatch({
    do: "notice",
    notice: { kind: "said", text: { what: "found", total: rows.length, must: countsOf(rows).A } },
  });
}

/** The rows that are selected in the active sheet, as far as they hold anything. */
async function keepToSelection({ workbook, store }: Pane, { active, sheets }: Outline): Promise<void> {
  const { ref } = await workbook.selection();
  const used = sheets.find(({ name }) => name === active)?.used;
  const [first, last] = rowsOfRef(ref) ?? [1, (used?.bottom ?? 0) + 1];
  const bottom = Math.min(last - 1, used?.bottom ?? 0);
  store.dispatch({ do: "set", state: { part: { sheet: active, top: Math.min(first - 1, bottom), bottom } } });
}

/** Cells of the blocks that hold values. */
const cellsOf = ({ sheets }: Outline): number =>
  sheets.reduce(
    (sum, { used }) => sum + (used ? (used.bottom - used.top + 1) * (used.right - used.left + 1) : 0),
    0,
  );

/** Checks again with columns that mean what the user says, this time only; none gives automatic recognition back (只这次用). */
export const checkWith = (pane: Pane, corrections: readonly Correction[]): Promise<boolean> => {
  pane.store.dispatch({ do: "set", state: { corrections } });
  pane.store.dispatch({ do: "page", page: undefined });
  return checkWorkbook(pane, pane.store.get().extent);
};

/** Asks the engine to recognise and check what it has. */
function askCheck({ engine, store }: Pane, signal?: AbortSignal): Promise<CheckAnswer> {
  const { outline, corrections } = store.get();
  return engine.call(
    "check",
    { file: outline?.file ?? "", order: outline?.sheets.map(({ name }) => name) ?? [], corrections },
    signal ? { signal } : {},
  );
}

/** Reads sheets again and checks; the list stays as it is, mended rows are ticked and new ones wait (随改随查). */
export const recheck = (pane: Pane, sheets: readonly string[]): Promise<boolean> =>
  attempt(pane, async () => {
    const { workbook, engine, store } = pane;
    const outline = await workbook.outline();
    store.dispatch({ do: "set", state: { outline, active: outline.active } });
    await workbook.read({ outline, sheets, ...rowsRead(store.get()) }, (part) => engine.put(part));
    const { cards, findings, orgs } = await askCheck(pane);
    store.dispatch({ do: "rechecked", cards, rows: rowsOf(findings, orgs) });
    void showLights(pane);
  });
