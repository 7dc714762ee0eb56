import type { Said, WaitingAct } from "../../state/notice.ts";
import { type FailureKind, failureOf } from "../../workbook/failure.ts";
import type { Pane } from "./pane.ts";
import { reconnect } from "./reconnect.ts";

/** Says what was done; where what came after it failed, says that as well. */
export function tell({ store }: Pane, said: Said, wentOn: boolean): void {
  const { notice } = store.get();
  if (wentOn || notice?.kind !== "failed")
    store.dispatch({ do: "notice", notice: { kind: "said", text: said } });
  else store.dispatch({ do: "notice", notice: { ...notice, done: said } });
}

/** How long to wait before trying again while a cell is being edited. */
const whileEditing = 500;

export interface AttemptOptions {
  /** What the user waits for, where the act writes; without it the act only reads, and waits without a word. */
  readonly waiting?: WaitingAct;
  /** False once nobody wants the act any more: it then ends without a word. */
  readonly isWanted?: () => boolean;
}

/**
 * Carries an act out; where the host refuses, the user is told and nothing was written. While a cell is being edited
 * it waits and goes on by itself, unless the user cancels. Where the host does not answer, it waits for it to come back:
 * what only reads goes on then, what writes is offered again.
 */
export async function attempt(
  pane: Pane,
  act: () => Promise<void>,
  options: AttemptOptions = {},
): Promise<boolean> {
  const { store, wait } = pane;
  const { waiting, isWanted = () => true } = options;
  let cancelled = false;
  let waited = false;
  const cancel = () => {
    cancelled = true;
  };
  for (;;) {
    try {
      await act();
      if (waited) wentOn(pane);
      return true;
    } catch (error) {
      const { kind } = failureOf(error);
      if (kind === "editing" && wait && isWanted()) {
        if (waiting) store.dispatch({ do: "waiting", waiting: { ...waiting, cancel } });
        waited = waiting !== undefined;
        await wait(whileEditing);
        if (!cancelled && isWanted()) continue;
        if (waiting) store.dispatch({ do: "waiting", waiting: undefined });
        if (cancelled)
          store.dispatch({ do: "notice", notice: { kind: "said", text: { what: "cancelled" } } });
        return false;
      }
      if (waited) store.dispatch({ do: "waiting", waiting: undefined });
      if (kind === "cancelled" || !isWanted()) return false;
      fail(pane, kind, () => attempt(pane, act, options));
      if (kind !== "lost" && kind !== "unclear") return false;
      await reconnect(pane);
      if (kind === "lost" && !waiting && isWanted() && !store.get().contact) continue;
      return false;
    }
  }
}

function fail({ store }: Pane, why: FailureKind, retry: () => Promise<unknown>): void {
  store.dispatch({ do: "notice", notice: { kind: "failed", why, retry } });
}

/** The act had to wait for the end of cell editing: what it says begins with that. */
function wentOn({ store }: Pane): void {
  store.dispatch({ do: "waiting", waiting: undefined });
  const { notice } = store.get();
  if (notice?.kind === "said") store.dispatch({ do: "notice", notice: { ...notice, continued: true } });
}
