import type { WorkbookEvent } from "../workbook/workbook.ts";
import { recheck } from "./check.ts";
import { showLights } from "./lights.ts";
import { attempt, type Pane } from "./pane.ts";

/** Changes are gathered this long before the sheet is read again. */
const quiet = 600;
/** The cursor has rested when it stays this long. */
const rest = 150;

/** Follows the workbook: the active sheet, the cursor, and what is typed (跟随). */
export async function follow(pane: Pane): Promise<void> {
  const changed = new Set<string>();
  let recheckTimer: ReturnType<typeof setTimeout> | undefined;
  let restTimer: ReturnType<typeof setTimeout> | undefined;
  const recheckSoon = () => {
    clearTimeout(recheckTimer);
    recheckTimer = setTimeout(() => {
      const sheets = [...changed];
      changed.clear();
      void recheck(pane, sheets);
    }, quiet);
  };
  const onEvent = (event: WorkbookEvent) => {
    const { store } = pane;
    if (event.kind === "activated") {
      store.dispatch({ do: "set", state: { active: event.sheet } });
      void showLights(pane);
    } else if (event.kind === "changed") {
      changed.add(event.sheet);
      recheckSoon();
    } else if (event.kind === "sheets") recheckSoon();
    else {
      clearTimeout(restTimer);
      const { sheet, ref } = event;
      restTimer = setTimeout(
        () => store.dispatch({ do: "set", state: { currentCell: { sheet, ref } } }),
        rest,
      );
    }
  };
  await attempt(pane, async () => {
    await pane.workbook.listen(onEvent);
  });
}
