import { finding } from "@taizhang/finding";
import type { Entry } from "../entry.ts";
import { hiddenIdOf, plainId, printedOf } from "../split/row-id.ts";
import { counterparts } from "./same-row.ts";
import type { Subject, TableView } from "./subject.ts";
import { textKey } from "./text-key.ts";

/** S09 of rows whose 台账编号 is that of another task (编号错行). */
export function* slippedIds({ tables, ledger }: Subject) {
  if (ledger.length === 0) return;
  const assignedTo = counterparts(ledger);
  // Asked for where a task is not that of its id: in most returns there is none.
  let byId: ReadonlyMap<string, Entry | undefined> | undefined;
  let idsByTask: ReadonlyMap<string, ReadonlySet<string>> | undefined;
  for (const view of tables)
    for (const entry of view.data) {
      const found = entry.id ? assignedTo(entry) : undefined;
      if (!entry.id || (found?.by === "id" && found.entry.task === entry.task)) continue;
      byId ??= entriesById(ledger);
      const assigned = byId.get(entry.id);
      if (!assigned || assigned.task === entry.task || textKey(assigned.task) === textKey(entry.task))
        continue;
      const cell = entry.cells.get("id");
      if (!cell || cell.carried) continue;
      idsByTask ??= taskIds(ledger);
      const right = idsByTask.get(textKey(entry.task));
      if (right && !right.has(entry.id))
        yield finding("S09", { kind: "row", id: entry.id, found: entry.task, expected: assigned.task }, [
          cell.at,
        ]);
    }
}

/** The ledger's rows by their ids; an id of two tasks is nobody's. */
function entriesById(ledger: readonly TableView[]): Map<string, Entry | undefined> {
  const byId = new Map<string, Entry | undefined>();
  for (const view of ledger)
    for (const entry of view.data) {
      if (!entry.id) continue;
      const other = byId.get(entry.id);
      const isOther = byId.has(entry.id) && textKey(other?.task ?? "") !== textKey(entry.task);
      byId.set(entry.id, isOther ? undefined : entry);
    }
  return byId;
}

/** The ids that the ledger gives each task. */
function taskIds(ledger: readonly TableView[]): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  for (const view of ledger)
    for (const { id, task } of view.data) {
      const key = textKey(task);
      if (id) found.set(key, (found.get(key) ?? new Set()).add(id));
    }
  return found;
}

/** S09 of rows whose hidden id is that of another task than their 台账编号: what was pasted over it. */
export function* slippedHiddenIds({ tables, ledger }: Subject) {
  if (ledger.length === 0) return;
  let tasks: Map<string, string> | undefined;
  for (const view of tables)
    for (const entry of view.data) {
      const hidden = hiddenIdOf(entry);
      if (hidden === "" || !entry.id) continue;
      const [own, other] = [plainId(entry.id), printedOf(hidden) ?? ""];
      if (other === own) continue;
      const cell = entry.cells.get("id");
      if (!cell || cell.carried) continue;
      tasks ??= tasksOf(ledger);
      if (!tasks.has(own)) continue;
      const expected = tasks.get(other);
      // Where the hidden id is that of the row's own task, the 台账编号 has slipped, as is said above.
      if (expected !== undefined && textKey(expected) !== textKey(entry.task))
        yield finding("S09", { kind: "hidden", found: entry.task, expected }, [cell.at]);
    }
}

/** The ledger's tasks by their ids. */
function tasksOf(ledger: readonly TableView[]): Map<string, string> {
  const tasks = new Map<string, string>();
  for (const view of ledger)
    for (const { id, task } of view.data) if (id !== undefined) tasks.set(plainId(id), task);
  return tasks;
}
