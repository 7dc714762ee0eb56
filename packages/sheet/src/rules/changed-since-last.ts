import { finding } from "@taizhang/finding";
import { approved, figureChanges, isFigureKept } from "./figure-changes.ts";
import { counterparts } from "./same-row.ts";
import { type Subject, textIn } from "./subject.ts";

/** T08 without a ledger: a target of the year that is another than last month's, and no approval is noted (与上月报表目标不同). */
export function* changedSinceLast({ tables, last }: Subject) {
  if (last.length === 0) return;
  const before = counterparts(last);
  for (const view of tables)
    for (const entry of view.data) {
      const found = before(entry);
      if (!found || found.view.year !== view.year || isFigureKept(view, entry, found)) continue;
      if (approved.test(textIn(entry, "note"))) continue;
      const [cell, other] = [entry.cells.get("target"), found.entry.cells.get("target")];
      // 10月目标 is another one each month.
      const heading = cell?.column.path.join("/") ?? "";
      if (!cell || cell.carried || !other?.text || heading !== other.column.path.join("/")) continue;
      if (/[月季旬周]/.test(heading)) continue;
      for (const change of figureChanges(entry, found.entry))
        if (change.field === "target")
          yield finding("T08", { ...change, since: "last" }, [cell.at], {
            related: [other.at],
            severity: "B",
          });
    }
}
