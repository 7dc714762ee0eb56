import type { Correction } from "@taizhang/sheet";
import type { CheckAnswer } from "../engine/protocol.ts";
import { countsOf, rowsOf } from "../state/finding-rows.ts";
import { showLights } from "./lights.ts";
import { attempt, type Pane } from "./pane.ts";

/** Reads the workbook and checks it; nothing is written (检查). */
export const checkWorkbook = (pane: Pane, signal?: AbortSignal): Promise<boolean> =>
  attempt(pane, async () => {
    const { workbook, engine, store } = pane;
    store.dispatch({ do: "set", state: { phase: "reading" } });
    try {
      const outline = await workbook.outline();
      store.dispatch({ do: "set", state: { outline, active: outline.active } });
      await workbook.read({ outline, ...(signal ? { signal } : {}) }, (part) => engine.put(part));
      store.dispatch({ do: "set", state: { phase: "checking" } });
      const answer = await askCheck(pane, signal);
      const rows = rowsOf(answer.findings, answer.orgs);
      store.dispatch({ do: "checked", cards: answer.cards, rows, rules: answer.rules, at: pane.now() });
      void showLights(pane);
      store.dispatch({
        do: "notice",
        notice: { kind: "said", text: { what: "found", total: rows.length, must: countsOf(rows).A } },
      });
    } catch (error) {
      store.dispatch({ do: "set", state: { phase: "failed" } });
      throw error;
    }
  });

/** Checks again with columns that mean what the user says, this time only; none gives automatic recognition back (只这次用). */
export const checkWith = (pane: Pane, corrections: readonly Correction[]): Promise<boolean> => {
  pane.store.dispatch({ do: "set", state: { corrections } });
  pane.store.dispatch({ do: "page", page: undefined });
  return checkWorkbook(pane);
};

/** Asks the engine to recognise and check what it has. */
function askCheck({ engine, store }: Pane, signal?: AbortSignal): Promise<CheckAnswer> {
  const { outline, corrections } = store.get();
  return engine.call(
    "check",
    { file: outline?.file ?? "", order: outline?.sheets.map(({ name }) => name) ?? [], corrections },
    {
      ...(signal ? { signal } : {}),
      onProgress: (progress) => store.dispatch({ do: "set", state: { progress } }),
    },
  );
}

/** Reads sheets again and checks; the list stays as it is, mended rows are ticked and new ones wait (随改随查). */
export const recheck = (pane: Pane, sheets: readonly string[]): Promise<boolean> =>
  attempt(pane, async () => {
    const { workbook, engine, store } = pane;
    const outline = await workbook.outline();
    store.dispatch({ do: "set", state: { outline } });
    await workbook.read({ outline, sheets }, (part) => engine.put(part));
    const { cards, findings, orgs } = await askCheck(pane);
    store.dispatch({ do: "rechecked", cards, rows: rowsOf(findings, orgs) });
    void showLights(pane);
  });
