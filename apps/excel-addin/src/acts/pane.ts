import type { Engine } from "../engine/protocol.ts";
import type { PaneAction, PaneState, Said } from "../state/pane.ts";
import type { Store } from "../state/store.ts";
import { failureOf } from "../workbook/failure.ts";
import type { Workbook } from "../workbook/workbook.ts";

/** All that the acts of the pane work on (窗格). */
export interface Pane {
  readonly workbook: Workbook;
  readonly engine: Engine;
  readonly store: Store<PaneState, PaneAction>;
  /** The time now, for "checked at"; no figure depends on it. */
  readonly now: () => number;
  /** Resolves after some milliseconds; without it an act does not wait for the end of cell editing. */
  readonly wait?: (milliseconds: number) => Promise<void>;
}

/** Says what was done; where what came after it failed, says that as well. */
export function tell({ store }: Pane, said: Said, wentOn: boolean): void {
  const { notice } = store.get();
  if (wentOn || notice?.kind !== "failed")
    store.dispatch({ do: "notice", notice: { kind: "said", text: said } });
  else store.dispatch({ do: "notice", notice: { ...notice, done: said } });
}

/** How long to wait before trying again while a cell is being edited. */
const whileEditing = 500;

/**
 * Carries an act out; where the host refuses, the user is told and nothing was written. While a cell is being edited
 * it waits and goes on by itself, unless the user cancels.
 */
export async function attempt(pane: Pane, act: () => Promise<void>): Promise<boolean> {
  const { store } = pane;
  let cancelled = false;
  for (;;) {
    try {
      await act();
      if (store.get().waiting) store.dispatch({ do: "waiting", waiting: undefined });
      return true;
    } catch (error) {
      const { kind } = failureOf(error);
      if (kind === "editing" && !cancelled && pane.wait) {
        store.dispatch({
          do: "waiting",
          waiting: {
            cancel: () => {
              cancelled = true;
            },
          },
        });
        await pane.wait(whileEditing);
        if (!cancelled) continue;
        store.dispatch({ do: "waiting", waiting: undefined });
        store.dispatch({ do: "notice", notice: { kind: "said", text: { what: "cancelled" } } });
        return false;
      }
      if (kind !== "cancelled")
        store.dispatch({
          do: "notice",
          notice: { kind: "failed", why: kind, retry: () => attempt(pane, act) },
        });
      return false;
    }
  }
}
