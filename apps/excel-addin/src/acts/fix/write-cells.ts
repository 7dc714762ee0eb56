import { failureOf } from "../../workbook/failure.ts";
import type { CellWrite, Refit, Written } from "../../workbook/workbook.ts";
import { recheckCells } from "../check/recheck.ts";
import type { Pane } from "../pane/pane.ts";
import { showMarks } from "./marks.ts";

let last = 0;
/** A number for the next action that can be taken back. */
export const nextId = (): number => ++last;

/** Writes the cells; where nobody knew whether it had been done, the next try takes what is there for done. */
export function writer(
  { workbook }: Pane,
  writes: readonly CellWrite[],
  refits: readonly Refit[] = [],
): () => Promise<Written> {
  let unclear = false;
  return async () => {
    try {
      return await workbook.write(writes, { again: unclear, refits });
    } catch (error) {
      unclear ||= failureOf(error).kind === "unclear";
      throw error;
    }
  };
}

/** Checks again what was written; marks that are shown follow. */
export const recheckMarked = async (pane: Pane, writes: readonly CellWrite[]): Promise<boolean> =>
  marked(pane, await recheckCells(pane, writes));

/** Marks that are shown follow a check that went well. */
export const marked = async (pane: Pane, checked: boolean): Promise<boolean> =>
  checked && (pane.store.get().marks !== "on" || (await showMarks(pane, true)));
