import type { Lang } from "@taizhang/finding";
import type { SummarySheets } from "../../engine/summary-sheets.ts";
import { sourcesNow, type WrittenSummary } from "../../state/roll-up.ts";
import type { RowNames } from "../../workbook/workbook.ts";
import { takeAway } from "../fix/added-sheets.ts";
import { attempt } from "../pane/attempt.ts";
import type { Pane } from "../pane/pane.ts";
import { setRollUp } from "./roll-up.ts";

const keptAs = "summary";

/** Asks the engine for the sheets of the last roll-up, under these names where they have some. */
export async function askSummary(
  { workbook, engine, store }: Pane,
  lang: Lang,
  names: Readonly<Partial<Record<RowNames["kind"], string>>> = {},
): Promise<SummarySheets> {
  const outline = await workbook.outline();
  store.dispatch({ do: "set", state: { outline } });
  const own = Object.values(names);
  const taken = outline.sheets.map(({ name }) => name).filter((name) => !own.includes(name));
  return engine.call("summary", { lang, file: outline.file, taken, names });
}

/** Says what would be written before anything is (写入前先看). */
export const previewSummary = (pane: Pane): Promise<boolean> =>
  attempt(pane, async () => {
    const made = await askSummary(pane, pane.store.get().lang);
    pane.store.dispatch({ do: "page", page: { kind: "write", ...made, remember: true } });
  });

/** Writes the sheets 汇总, 任务办理情况 and 数据来源 to the workbook (写入汇总表). */
export const writeSummary = (
  pane: Pane,
  made: SummarySheets & { readonly remember: boolean },
): Promise<boolean> =>
  attempt(
    pane,
    async () => {
      const { workbook, engine, store } = pane;
      for (const part of await workbook.addSheets(made.sheets)) engine.put(part);
      const { cards, rollup, lang } = store.get();
      const snapshots = await engine.call("snapshot", { sheets: made.sheets });
      const names = snapshots.map(({ sheet }) => sheet);
      store.dispatch({ do: "page", page: undefined });
      store.dispatch({
        do: "notice",
        notice: { kind: "said", text: { what: "written", sheet: names[0] ?? "" } },
      });
      const written: WrittenSummary = {
        sheets: names,
        earlier: [...(rollup.written?.earlier ?? []), ...(rollup.written?.sheets ?? [])],
        lang,
        ref: made.ref,
        formulas: made.formulas,
        fromFiles: made.fromFiles,
        charts: made.sheets.filter(({ chart }) => chart).length,
        at: pane.now(),
        snapshots,
        ...(made.remember ? { sources: sourcesNow(cards, rollup) } : {}),
      };
      await keep(pane, async () => written);
    },
    { waiting: { what: "summary" } },
  );

/**
 * Remembers what was written. The sheets stand by now: where only this fails, they are not written again, and what is said
 * of them stays true.
 */
export async function keep(pane: Pane, make: () => Promise<WrittenSummary>): Promise<void> {
  const { notice: said } = pane.store.get();
  const kept = await attempt(pane, async () => {
    const written = await make();
    setRollUp(pane, { written });
    await pane.workbook.remember(keptAs, JSON.stringify(written));
    if (said) pane.store.dispatch({ do: "notice", notice: said });
  });
  const { notice } = pane.store.get();
  if (!kept && notice?.kind === "failed" && said?.kind === "said")
    pane.store.dispatch({ do: "notice", notice: { ...notice, done: said.text, unkept: true } });
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

/** Takes the sheets just written away again, unless the user has edited them (撤销写入). */
export const removeSummary = (pane: Pane): Promise<boolean> =>
  attempt(
    pane,
    async () => {
      const { workbook, store } = pane;
      const { written } = store.get().rollup;
      if (!written) return;
      if (!(await takeAway(pane, written.snapshots)))
        return store.dispatch({ do: "notice", notice: { kind: "said", text: { what: "edited" } } });
      forget(pane);
      store.dispatch({ do: "notice", notice: { kind: "said", text: { what: "removed" } } });
      // what is remembered of sheets that are not there is asked for by nobody
      await workbook.remember(keptAs, "").catch(() => {});
    },
    { waiting: { what: "removal" } },
  );

/** The pane no longer knows of a summary. */
export function forget({ store }: Pane): void {
  const { written: _, ...rollup } = store.get().rollup;
  store.dispatch({ do: "set", state: { rollup } });
}
