import type { WorkbookEvent } from "../../workbook/workbook.ts";
import { checkEnded, checkWorkbook } from "../check/check.ts";
import { showLights } from "../check/lights.ts";
import { type ChangedCells, recheck, recheckCells } from "../check/recheck.ts";
import { stepBack } from "../fix/step-back.ts";
import { attempt } from "../pane/attempt.ts";
import type { Pane } from "../pane/pane.ts";
import { lookAtChanged, untick } from "./changed-by-others.ts";

/** Changes are gathered this long before they are read. */
const quiet = 300;
/** The cursor has rested when it stays this long. */
const rest = 150;

/**
 * Follows the workbook: the active sheet, the cursor, and what is typed (跟随). What changes while the workbook is being
 * checked is read again after the check.
 */
export async function follow(pane: Pane): Promise<void> {
  let changed: ChangedCells[] = [];
  let moved = new Set<string>();
  let sheetsChanged = false;
  /** One after the other: what changes meanwhile is gathered for the next. */
  let rechecking: Promise<unknown> = Promise.resolve();
  let recheckTimer: ReturnType<typeof setTimeout> | undefined;
  let restTimer: ReturnType<typeof setTimeout> | undefined;
  const recheckSoon = () => {
    clearTimeout(recheckTimer);
    recheckTimer = setTimeout(() => {
      rechecking = rechecking.then(checkEnded).then(() => {
        if (pane.store.get().checkedAt === undefined) return undefined; // nothing was checked: asked first, or stopped
        const [cells, sheets, all] = [changed, [...moved], sheetsChanged];
        [changed, moved, sheetsChanged] = [[], new Set(), false];
        const checked =
          sheets.length === 0 && !all
            ? recheckCells(pane, cells)
            : recheck(pane, [...new Set([...sheets, ...cells.map(({ sheet }) => sheet)])]);
        return checked.then(() => stepBack(pane)).then(() => lookAtChanged(pane));
      });
    }, quiet);
  };
  const onEvent = (event: WorkbookEvent) => {
    const { store } = pane;
    if (event.kind === "activated") {
      store.dispatch({ do: "set", state: { active: event.sheet } });
      void showLights(pane);
    } else if (event.kind === "changed") {
      if (event.moved) moved.add(event.sheet);
      else changed.push({ sheet: event.sheet, ref: event.ref });
      if (event.by === "other") untick(pane, event.sheet, event.ref);
      recheckSoon();
    } else if (event.kind === "sheets") {
      sheetsChanged = true;
      recheckSoon();
    } else if (event.kind === "renamed") {
      store.dispatch({ do: "renamed", before: event.before, after: event.after });
      rechecking = rechecking.then(checkEnded).then(() => checkWorkbook(pane, store.get().extent));
    } else {
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
