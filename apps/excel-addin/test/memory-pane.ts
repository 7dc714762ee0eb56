import type { Grid } from "@taizhang/grid";
import { checkWorkbook } from "../src/acts/check/check.ts";
import type { Pane } from "../src/acts/pane/pane.ts";
import { sameThreadEngine } from "../src/engine/same-thread.ts";
import { firstState } from "../src/state/pane.ts";
import { paneReducer } from "../src/state/pane-reducer.ts";
import { storeOf } from "../src/state/store.ts";
import { type MemoryWorkbook, memoryWorkbook } from "../src/workbook/memory.ts";

/** A pane over a workbook in memory, checked. */
export async function paneOf(
  grids: readonly Grid[],
  file?: string,
): Promise<Pane & { readonly workbook: MemoryWorkbook }> {
  const workbook = memoryWorkbook(grids, file);
  const pane = {
    workbook,
    engine: sameThreadEngine(),
    store: storeOf(paneReducer, firstState),
    now: () => 0,
  };
  await checkWorkbook(pane);
  return pane;
}
