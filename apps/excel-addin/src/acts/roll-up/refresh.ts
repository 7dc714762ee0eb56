import { parseCell } from "@taizhang/grid";
import type { Refresh } from "../../engine/refresh.ts";
import type { SummarySheet } from "../../engine/snapshot.ts";
import type { Said } from "../../state/notice.ts";
import { filesMissing, sourcesNow, type WrittenSummary } from "../../state/roll-up.ts";
import type { Outline } from "../../workbook/workbook.ts";
import { nextId } from "../fix/write-cells.ts";
import { attempt } from "../pane/attempt.ts";
import type { Pane } from "../pane/pane.ts";
import { rollUpSources, setRollUp } from "./roll-up.ts";
import { askSummary, forget, keep } from "./summary.ts";

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
    return say(pane, { what: "filesWanted", files: missing.length });
  }
  await rollUpSources(pane);
  if (store.get().rollup.phase === "done") await previewRefresh(pane);
}

const say = ({ store }: Pane, text: Said): void =>
  store.dispatch({ do: "notice", notice: { kind: "said", text } });

/** Shows what a refresh would change, and which cells of the user's would stay (刷新前先看). */
export const previewRefresh = (pane: Pane): Promise<boolean> =>
  attempt(pane, async () => {
    const { store } = pane;
    const { written } = store.get().rollup;
    if (!written) return;
    const names = Object.fromEntries(written.snapshots.map(({ kind, sheet }) => [kind, sheet]));
    const made = await askSummary(pane, written.lang, names);
    const { outline } = store.get();
    const gone = written.sheets.find((name) => !outline?.sheets.some((sheet) => sheet.name === name));
    if (!outline || gone !== undefined) {
      forget(pane);
      return say(pane, { what: "summaryGone", sheet: gone ?? "" });
    }
    const refreshes = await compared(pane, outline, written, made.sheets);
    if (!refreshes) return say(pane, { what: "headingsMoved" });
    store.dispatch({
      do: "page",
      page: { kind: "refresh", refreshes, sheets: made.sheets, alsoKept: false, agreed: false },
    });
  });

/** The sheets as they stand now, compared with what was written and what would be. */
async function compared(
  { workbook, engine }: Pane,
  outline: Outline,
  { sheets: names, snapshots }: WrittenSummary,
  sheets: readonly SummarySheet[],
): Promise<readonly Refresh[] | null> {
  await workbook.read({ outline, sheets: names }, (part) => engine.put(part));
  return engine.call("refresh", { sheets, snapshots });
}

/** What a refresh writes: the user's own figures among ours only where he wants the new ones. */
export const writesOf = (refreshes: readonly Refresh[], alsoKept: boolean) =>
  refreshes.flatMap(({ writes, instead }) => {
    if (!alsoKept) return writes;
    const others = new Set(instead.map(({ ref }) => ref));
    return [
      ...writes.filter(({ sheet, ref }) => sheet !== instead[0]?.sheet || !others.has(ref)),
      ...instead,
    ];
  });

/** Writes what was shown, all of it or nothing; the user's own cells stay unless they were chosen too (刷新). */
export const refreshSummary = (pane: Pane): Promise<boolean> =>
  attempt(
    pane,
    async () => {
      const { workbook, store } = pane;
      const { page, rollup } = store.get();
      if (page?.kind !== "refresh" || !rollup.written) return;
      const { refreshes, alsoKept } = page;
      const outline = await workbook.outline();
      const now = await compared(pane, outline, rollup.written, page.sheets);
      const isAsShown = JSON.stringify(now) === JSON.stringify(refreshes);
      const refits = refreshes.flatMap(({ refit }) => refit ?? []);
      const writes = writesOf(refreshes, alsoKept);
      const { applied, skipped } = isAsShown
        ? await workbook.write(writes, { refits, whole: true })
        : { applied: [], skipped: writes };
      if (!isAsShown || skipped.length > 0) {
        await previewRefresh(pane);
        return say(pane, { what: "changedMeanwhile" });
      }
      const one = { id: nextId(), what: "summary" as const, cells: applied.length, writes: applied, refits };
      if (applied.length > 0) store.dispatch({ do: "done", one });
      store.dispatch({ do: "page", page: undefined });
      say(pane, { what: "refreshed", cells: applied.length });
      const { written } = rollup;
      const { cards } = store.get();
      await keep(pane, async () => ({
        ...written,
        ...(written.sources ? { sources: sourcesNow(cards, rollup) } : {}),
        at: pane.now(),
        snapshots: await snapshot(pane, page.sheets, alsoKept ? [] : refreshes),
      }));
    },
    { waiting: { what: "refresh" } },
  );

/** Reads the sheets back: what they hold is what the next refresh compares with; the user's own cells stay his own. */
async function snapshot(
  { workbook, engine, store }: Pane,
  sheets: readonly SummarySheet[],
  refreshes: readonly Refresh[],
) {
  const outline = await workbook.outline();
  store.dispatch({ do: "set", state: { outline } });
  await workbook.read({ outline, sheets: sheets.map(({ layout }) => layout.name) }, (part) =>
    engine.put(part),
  );
  const kept = refreshes.map(({ sheet, own }) => ({
    sheet,
    refs: own.flatMap(({ kind, to }) => {
      const at = kind === "edit" && to !== undefined ? parseCell(to) : undefined;
      return at ? [`${at.row} ${at.column}`] : [];
    }),
  }));
  return engine.call("snapshot", { sheets, kept });
}
