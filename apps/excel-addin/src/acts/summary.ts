import { cellRef } from "@taizhang/grid";
import type { SummarySheets } from "../engine/summary-sheets.ts";
import { filesMissing, sourcesNow, type WrittenSummary } from "../state/roll-up.ts";
import type { NewSheet } from "../workbook/workbook.ts";
import { nextId } from "./fix.ts";
import { attempt, type Pane } from "./pane.ts";
import { rollUpSources, setRollUp } from "./roll-up.ts";

const keptAs = "summary";

/** Asks the engine for the sheets of the last roll-up. */
async function askSummary({ workbook, engine, store }: Pane, own: readonly string[]): Promise<SummarySheets> {
  const outline = await workbook.outline();
  store.dispatch({ do: "set", state: { outline } });
  const taken = outline.sheets.map(({ name }) => name).filter((name) => !own.includes(name));
  return engine.call("summary", { lang: store.get().lang, file: outline.file, taken });
}

/** Says what would be written before anything is (写入前先看). */
export const previewSummary = (pane: Pane): Promise<boolean> =>
  attempt(pane, async () => {
    const made = await askSummary(pane, []);
    pane.store.dispatch({ do: "page", page: { kind: "write", ...made, remember: true } });
  });

/** Writes the sheets 汇总 and 数据来源 to the workbook (写入汇总表). */
export const writeSummary = (
  pane: Pane,
  made: SummarySheets & { readonly remember: boolean },
): Promise<boolean> =>
  attempt(
    pane,
    async () => {
      const { workbook, engine, store } = pane;
      for (const part of await workbook.addSheets(made.sheets)) engine.put(part);
      const names = made.sheets.map(({ layout }) => layout.name);
      const { cards, rollup } = store.get();
      const snapshots = await engine.call("snapshot", { sheets: made.sheets });
      await keep(pane, {
        sheets: names,
        ref: made.ref,
        formulas: made.formulas,
        fromFiles: made.fromFiles,
        charts: made.sheets.filter(({ chart }) => chart).length,
        at: pane.now(),
        snapshots,
        ...(made.remember ? { sources: sourcesNow(cards, rollup) } : {}),
      });
      store.dispatch({ do: "page", page: undefined });
      store.dispatch({
        do: "notice",
        notice: { kind: "said", text: { what: "written", sheet: names[0] ?? "" } },
      });
    },
    { waiting: { what: "summary" } },
  );

/** Reads the sheets back: what they hold is what a refresh will compare with. */
async function snapshotsOf({ workbook, engine, store }: Pane, sheets: readonly NewSheet[]) {
  const outline = await workbook.outline();
  store.dispatch({ do: "set", state: { outline } });
  await workbook.read({ outline, sheets: sheets.map(({ layout }) => layout.name) }, (part) =>
    engine.put(part),
  );
  return engine.call("snapshot", { sheets });
}

async function keep(pane: Pane, written: WrittenSummary): Promise<void> {
  setRollUp(pane, { written });
  await pane.workbook.remember(keptAs, JSON.stringify(written));
}

/** Finds a summary that was written before, perhaps by a colleague (以前写的汇总). */
export const recallSummary = (pane: Pane): Promise<boolean> =>
  attempt(pane, async () => {
    const text = await pane.workbook.recall(keptAs);
    if (!text) return;
    const written = JSON.parse(text) as WrittenSummary;
    const names = new Set(pane.store.get().outline?.sheets.map(({ name }) => name));
    if (written.sheets.every((name) => names.has(name))) setRollUp(pane, { written });
  });

/**
 * Rolls the sources up anew and shows what a refresh would change (刷新). Files that the summary was made from and that
 * are not there are asked for first, unless the user wants to do without them.
 */
export async function refreshFromSources(pane: Pane, { without = false } = {}): Promise<void> {
  const { store } = pane;
  const { rollup, cards } = store.get();
  const { written } = rollup;
  if (!written) return;
  if (!rollup.result && written.sources) {
    const { by, period, sheets } = written.sources;
    setRollUp(pane, {
      by,
      period,
      ticked: Object.fromEntries(cards.map(({ sheet }) => [sheet, sheets.includes(sheet)])),
    });
  }
  const missing = filesMissing(rollup);
  if (missing.length > 0 && !without) {
    setRollUp(pane, { phase: "choosing" });
    const text = { what: "filesWanted", files: missing.length } as const;
    return store.dispatch({ do: "notice", notice: { kind: "said", text } });
  }
  await rollUpSources(pane);
  if (store.get().rollup.phase === "done") await previewRefresh(pane);
}

/** Shows what a refresh would change, and which cells of the user's would stay (刷新前先看). */
export const previewRefresh = (pane: Pane): Promise<boolean> =>
  attempt(pane, async () => {
    const { workbook, engine, store } = pane;
    const { written } = store.get().rollup;
    if (!written) return;
    const made = await askSummary(pane, written.sheets);
    const { outline } = store.get();
    if (outline) await workbook.read({ outline, sheets: written.sheets }, (part) => engine.put(part));
    const refreshes = await engine.call("refresh", { sheets: made.sheets, snapshots: written.snapshots });
    store.dispatch({
      do: "page",
      page: { kind: "refresh", refreshes, sheets: made.sheets, alsoKept: false },
    });
  });

/** Writes what was shown; the user's own cells stay unless they were chosen too (刷新). */
export const refreshSummary = (pane: Pane): Promise<boolean> =>
  attempt(
    pane,
    async () => {
      const { workbook, store } = pane;
      const { page, rollup, cards } = store.get();
      if (page?.kind !== "refresh" || !rollup.written) return;
      const writes = page.refreshes.flatMap((one) => [...one.writes, ...(page.alsoKept ? one.kept : [])]);
      const refits = page.refreshes.flatMap(({ refit }) => refit ?? []);
      const { applied } = await workbook.write(writes, { refits });
      const untouched = page.alsoKept ? [] : page.refreshes.flatMap(({ kept }) => kept);
      const snapshots = await snapshotsOf(pane, page.sheets);
      await keep(pane, {
        ...rollup.written,
        ...(rollup.written.sources ? { sources: sourcesNow(cards, rollup) } : {}),
        at: pane.now(),
        snapshots: asBefore(snapshots, rollup.written.snapshots, untouched),
      });
      if (applied.length > 0)
        store.dispatch({
          do: "done",
          one: { id: nextId(), what: "summary", cells: applied.length, writes: applied, refits },
        });
      store.dispatch({ do: "page", page: undefined });
      store.dispatch({
        do: "notice",
        notice: { kind: "said", text: { what: "refreshed", cells: applied.length } },
      });
    },
    { waiting: { what: "refresh" } },
  );

/** Cells of the user's stay his own at the next refresh too: the snapshot keeps for them what we wrote. */
function asBefore(
  now: WrittenSummary["snapshots"],
  before: WrittenSummary["snapshots"],
  kept: readonly { readonly sheet: string; readonly ref: string }[],
): WrittenSummary["snapshots"] {
  const own = new Set(kept.map(({ sheet, ref }) => `${sheet}!${ref}`));
  return now.map((snapshot) => {
    const old = before.find(({ sheet }) => sheet === snapshot.sheet);
    return {
      ...snapshot,
      held: snapshot.held.map((row, r) =>
        row.map((text, c) =>
          own.has(`${snapshot.sheet}!${cellRef(r, c)}`) ? (old?.held[r]?.[c] ?? "") : text,
        ),
      ),
    };
  });
}

/** Takes the sheets just written away again, unless the user has edited them (撤销写入). */
export const removeSummary = (pane: Pane): Promise<boolean> =>
  attempt(
    pane,
    async () => {
      const { workbook, engine, store } = pane;
      const { written } = store.get().rollup;
      const outline = await workbook.outline();
      if (!written) return;
      await workbook.read({ outline, sheets: written.sheets }, (part) => engine.put(part));
      const untouched = await engine.call("untouched", { snapshots: written.snapshots });
      if (!untouched)
        return store.dispatch({ do: "notice", notice: { kind: "said", text: { what: "edited" } } });
      await workbook.removeSheets(written.sheets);
      await workbook.remember(keptAs, "");
      const { written: _, ...rollup } = store.get().rollup;
      store.dispatch({ do: "set", state: { rollup } });
      store.dispatch({ do: "notice", notice: { kind: "said", text: { what: "removed" } } });
    },
    { waiting: { what: "removal" } },
  );
