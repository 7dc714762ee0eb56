import type { CellStore } from "./cell-store.ts";
import type { Cells } from "./cells.ts";
import type { Groups } from "./grouped.ts";
import type { GroupSet, Window } from "./roll-up-plan.ts";

/** The cells of one way to group. */
export interface SetCells {
  readonly groups: Groups;
  readonly cells: Cells;
  /** Where the cells are kept; absent where each is one org's and is read from the base. */
  readonly store?: CellStore;
}

/** The periods that a set lists apart: all that are asked, or one. */
export const periodsOf = (
  set: GroupSet,
  window: Window,
): { readonly from: number; readonly count: number } =>
  "period" in set ? { from: window.from, count: window.to - window.from + 1 } : { from: window.to, count: 1 };

/** The window of one period of a plan. */
export const windowAt = (window: Window, period: number): Window => ({
  ...window,
  from: period,
  to: period,
  several: false,
  hasGap: false,
  isOpen: false,
});
