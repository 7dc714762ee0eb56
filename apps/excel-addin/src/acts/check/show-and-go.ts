import { attempt } from "../pane/attempt.ts";
import type { Pane } from "../pane/pane.ts";
import { recheck } from "./recheck.ts";

/** Shows the hidden rows or columns of a cell and selects it: only because the user asked (显示并转到). */
export const showAndGo = (
  pane: Pane,
  { sheet, ref }: { readonly sheet: string; readonly ref: string },
): Promise<boolean> =>
  attempt(pane, async () => {
    await pane.workbook.reveal(sheet, ref);
    pane.store.dispatch({ do: "hidden", at: undefined });
    await recheck(pane, [sheet]);
  });
