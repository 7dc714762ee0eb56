import { foundIn } from "../../state/finding-rows.ts";
import type { CellWrite } from "../../workbook/workbook.ts";
import { attempt, tell } from "../pane/attempt.ts";
import type { Pane } from "../pane/pane.ts";
import { nextId, recheckMarked, writer } from "./write-cells.ts";

/** Writes cells that were shown, remembers how to take them back, and checks again (修正). */
export function fix(pane: Pane, writes: readonly CellWrite[]): Promise<boolean> {
  const write = writer(pane, writes);
  return attempt(
    pane,
    async () => {
      const { store } = pane;
      const { applied, skipped } = await write();
      if (applied.length > 0)
        store.dispatch({
          do: "done",
          one: { id: nextId(), what: "fix", cells: applied.length, writes: applied },
        });
      store.dispatch({ do: "page", page: undefined });
      const checked = await recheckMarked(pane, writes);
      const { rows, filter, active } = store.get();
      const { total: left } = foundIn(rows, filter, active);
      tell(pane, { what: "fixed", cells: applied.length, skipped: skipped.length, left }, checked);
    },
    { waiting: { what: "fix", cells: writes.length } },
  );
}
