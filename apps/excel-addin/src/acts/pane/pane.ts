import type { Engine } from "../../engine/protocol.ts";
import type { PaneState } from "../../state/pane.ts";
import type { PaneAction } from "../../state/pane-reducer.ts";
import type { Store } from "../../state/store.ts";
import type { Workbook } from "../../workbook/workbook.ts";

/** All that the acts of the pane work on (窗格). */
export interface Pane {
  readonly workbook: Workbook;
  readonly engine: Engine;
  readonly store: Store<PaneState, PaneAction>;
  /** The time now, for "checked at"; no figure depends on it. */
  readonly now: () => number;
  /** Resolves after some milliseconds; without it an act does not wait for the end of cell editing, nor for Excel to come back. */
  readonly wait?: (milliseconds: number) => Promise<void>;
}
