import { isOpen, shown } from "../../state/finding-rows.ts";
import { HostFailure } from "../../workbook/failure.ts";
import type { Mark } from "../../workbook/workbook.ts";
import { attempt } from "../pane/attempt.ts";
import type { Pane } from "../pane/pane.ts";

/** Puts marks on the cells of the open findings, or takes all of ours away (标记). */
export const showMarks = (pane: Pane, on: boolean): Promise<boolean> =>
  attempt(
    pane,
    async () => {
      const { workbook, store } = pane;
      const marks = on ? marksOf(pane) : [];
      const left = await workbook.mark(marks);
      if (on && marks.length > 0 && marks.every(({ sheet }) => left.includes(sheet)))
        throw new HostFailure("protected");
      store.dispatch({ do: "set", state: { marks: on ? "on" : "off" } });
      const { notice } = store.get();
      if (left.length > 0)
        store.dispatch({
          do: "notice",
          notice: { kind: "said", text: { what: "marksKeptOut", sheets: left } },
        });
      else if (notice?.kind === "said" && notice.text.what === "marksKeptOut")
        store.dispatch({ do: "notice", notice: undefined }); // it is so no longer
    },
    { waiting: { what: "marks" } },
  );

/** As the user switches them in the pane: where Excel's own undo ends with the first mark, it is said before (先说明). */
export async function switchMarks(pane: Pane, on: boolean): Promise<void> {
  const { hostUndoes, marks } = pane.store.get();
  if (on && !hostUndoes && marks === "off")
    return pane.store.dispatch({ do: "set", state: { marks: "asking" } });
  await showMarks(pane, on);
}

/** One mark a cell: that of its heaviest finding. */
function marksOf({ store }: Pane): Mark[] {
  const { rows, filter, active } = store.get();
  const marks = new Map<string, Mark>();
  for (const row of shown(rows, { ...filter, scope: "all" }, active)) {
    const key = `${row.sheet}!${row.ref}`;
    if (!isOpen(row) || row.ref === "" || marks.has(key)) continue;
    marks.set(key, { sheet: row.sheet, ref: row.ref, weight: row.finding.severity });
  }
  return [...marks.values()];
}

/** Looks whether marks were left in the file (遗留标记). */
export const lookForMarks = (pane: Pane): Promise<boolean> =>
  attempt(pane, async () => {
    if (await pane.workbook.hasMarks()) pane.store.dispatch({ do: "set", state: { marks: "left" } });
  });
