import type { Engine } from "../engine/protocol.ts";
import type { PaneAction, PaneState } from "../state/pane.ts";
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
}

/** Carries an act out; where the host refuses, the user is told and nothing was written. */
export async function attempt(pane: Pane, act: () => Promise<void>): Promise<boolean> {
  try {
    await act();
    return true;
  } catch (error) {
    const { kind } = failureOf(error);
    if (kind !== "cancelled")
      pane.store.dispatch({
        do: "notice",
        notice: { kind: "failed", why: kind, retry: () => void attempt(pane, act) },
      });
    return false;
  }
}
