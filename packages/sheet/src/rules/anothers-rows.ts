import { finding } from "@taizhang/finding";
import { ownersIn } from "./owners-in.ts";
import { reporterCell } from "./reporter-cell.ts";
import { placeOf, type Subject } from "./subject.ts";

/**
 * C03 别家的行: a row of the ledger that is none of who returned it, and counts for nobody; and C06, once a table, a name that
 * the ledger does not know, where the rows say whose it is. As in collecting and in the totals (`ownersOf`).
 */
export function* anothersRows(subject: Subject) {
  const { ownerOf } = ownersIn(subject);
  for (const view of subject.tables) {
    const { table, data } = view;
    const isStated = table.org && !table.org.evidence.some(({ rule }) => rule === "regionOnly");
    const strangers = new Set<string>();
    for (const entry of data) {
      const owner = ownerOf(entry);
      if (!owner) continue;
      const { row, as, claim, speaker, among } = owner;
      const sentTo = row.leads[0] ?? row.division;
      if (as === "others" && among !== undefined)
        yield finding("C03", { task: entry.task, among }, [placeOf(view, entry, "task")]);
      else if (as === "others" && sentTo !== undefined)
        yield finding("C03", { task: entry.task, sentTo }, [placeOf(view, entry, "task")]);
      if (as === "own" && claim === "unknown" && isStated && entry.org === table.org?.name && speaker)
        strangers.add(speaker);
    }
    for (const expected of strangers)
      yield finding(
        "C06",
        { kind: "stranger", found: table.org?.name ?? "", expected },
        [reporterCell(view)?.cell.at ?? view.at(table.range.top, table.range.left)],
        { severity: "B" },
      );
  }
}
