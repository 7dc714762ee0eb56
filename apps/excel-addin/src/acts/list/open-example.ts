import { attempt } from "../pane/attempt.ts";
import type { Pane } from "../pane/pane.ts";
import { exampleTable } from "./example-table.ts";

/** Opens the example table in a workbook of its own; the user's own is not touched (看示例表). */
export const openExample = (pane: Pane): Promise<boolean> =>
  attempt(pane, async () => {
    await pane.workbook.openAnother(await exampleTable());
    pane.store.dispatch({ do: "notice", notice: { kind: "said", text: { what: "exampleOpened" } } });
  });
