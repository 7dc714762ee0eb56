import type { Coverage } from "../../engine/roll-up-card.ts";
import type { PaneState } from "../../state/pane.ts";
import type { By } from "../../state/roll-up.ts";
import { filesChosen, type RollUpState, sheetsChosen } from "../../state/roll-up.ts";
import { attempt } from "../pane/attempt.ts";
import type { Pane } from "../pane/pane.ts";

/** Changes the roll-up's part of the state. */
export const setRollUp = ({ store }: Pane, change: Partial<RollUpState>): void => {
  const { progress: _, ...rest } = store.get().rollup;
  store.dispatch({ do: "set", state: { rollup: { ...rest, ...change } } });
};

/** A file that the user chose; it is read when its turn comes. */
export interface ChosenFile {
  readonly name: string;
  readonly modified?: number;
  readonly bytes: () => Promise<Uint8Array>;
}

let reading: AbortController | undefined;

/** Reads chosen files one after the other; those read stay when it is cancelled (选择文件). */
export async function addFiles(pane: Pane, files: readonly ChosenFile[]): Promise<void> {
  const { engine, store } = pane;
  const own = new AbortController();
  reading = own;
  const before = store.get().rollup.files.length;
  await attempt(pane, async () => {
    for (const [index, { name, bytes, modified }] of files.entries()) {
      if (own.signal.aborted) break;
      setRollUp(pane, { phase: "reading", progress: { done: index, of: files.length, at: name } });
      const card = await engine.call("addFile", { name, bytes: await bytes() });
      const dated = modified === undefined ? card : { ...card, modified };
      setRollUp(pane, { files: [...store.get().rollup.files, dated] });
    }
  });
  if (own.signal.aborted) return;
  setRollUp(pane, { phase: "choosing" });
  const added = store.get().rollup.files.slice(before);
  const usable = added.filter(({ state }) => state === "ok").length;
  store.dispatch({
    do: "notice",
    notice: { kind: "said", text: { what: "filesAdded", usable, unusable: added.length - usable } },
  });
}

/** Stops reading files or rolling up; nothing was written, and what was read is kept (取消). */
export function cancelRollUp(pane: Pane): void {
  const { phase, progress, files } = pane.store.get().rollup;
  reading?.abort();
  running?.abort();
  setRollUp(pane, { phase: "choosing" });
  const read =
    phase === "running" ? (progress?.done ?? 0) : files.filter(({ state }) => state === "ok").length;
  pane.store.dispatch({ do: "notice", notice: { kind: "said", text: { what: "rollUpCancelled", read } } });
}

export async function removeFile(pane: Pane, id: number): Promise<void> {
  await pane.engine.call("removeFile", { id });
  setRollUp(pane, { files: pane.store.get().rollup.files.filter((file) => file.id !== id) });
}

let running: AbortController | undefined;

const groupsOf = (by: By) => (by === "total" ? [] : [by]);

/** Rolls the chosen sheets and files up; nothing is written (汇总). */
export const rollUpSources = (pane: Pane): Promise<boolean> =>
  attempt(pane, async () => {
    const { engine, store } = pane;
    const own = new AbortController();
    running = own;
    const { rollup, cards } = store.get();
    setRollUp(pane, { phase: "running" });
    try {
      const result = await engine.call(
        "rollUp",
        {
          by: groupsOf(rollup.by),
          ...(rollup.period === "" ? {} : { period: rollup.period }),
          ...chosenNow(cards, rollup),
        },
        {
          signal: own.signal,
          onProgress: (progress) =>
            store.dispatch({ do: "set", state: { rollup: { ...store.get().rollup, progress } } }),
        },
      );
      const known = result.lines.some(({ indicatorKey }) => indicatorKey === rollup.indicator);
      setRollUp(pane, {
        phase: "done",
        result,
        indicator: known ? rollup.indicator : (result.lines[0]?.indicatorKey ?? "tasks"),
      });
      const { expected, reported } = result.coverage;
      store.dispatch({
        do: "notice",
        notice: { kind: "said", text: { what: "rolledUp", expected, reported } },
      });
    } catch (error) {
      if (own.signal.aborted) return;
      setRollUp(pane, { phase: "choosing" });
      throw error;
    }
  });

const chosenNow = (cards: PaneState["cards"], rollup: RollUpState) => ({
  sheets: sheetsChosen(cards, rollup).flatMap(({ sheet, on }) => (on ? [sheet] : [])),
  files: filesChosen(rollup).map(({ id }) => id),
});

/** Says who is expected and who has come by the sources chosen now, before they are rolled up (应报已到). */
export async function lookWhoArrived(pane: Pane): Promise<void> {
  const { cards, rollup } = pane.store.get();
  const chosen = chosenNow(cards, rollup);
  if (chosen.sheets.length + chosen.files.length === 0) return put(undefined);
  const answer = await pane.engine.call("arrived", chosen).catch(() => undefined);
  const now = pane.store.get();
  if (JSON.stringify(chosenNow(now.cards, now.rollup)) === JSON.stringify(chosen)) put(answer);

  function put(coverage: Coverage | undefined): void {
    const { arrived: _, ...rest } = pane.store.get().rollup;
    pane.store.dispatch({
      do: "set",
      state: { rollup: coverage ? { ...rest, arrived: coverage } : rest },
    });
  }
}

/** Opens the tasks that a line of the counts was made from (查任务). */
export async function drillTasks(pane: Pane, index: number): Promise<void> {
  const count = pane.store.get().rollup.result?.counts[index];
  if (!count) return;
  const tasks = await pane.engine.call("tasks", { index });
  pane.store.dispatch({ do: "page", page: { kind: "tasks", count, tasks } });
}

/** Opens the cells that a figure was made from (查来源). */
export async function drill(pane: Pane, index: number): Promise<void> {
  const line = pane.store.get().rollup.result?.lines[index];
  if (!line) return;
  const sources = await pane.engine.call("sources", { index });
  pane.store.dispatch({ do: "page", page: { kind: "drill", line, index, sources } });
}
