import type { Entry } from "../entry.ts";
import type { Field } from "../field.ts";

const names: readonly Field[] = ["id", "seq", "task", "indicator", "lead", "division", "reporter"];
const money: readonly Field[] = ["investmentPlan", "investmentActual"];

/** The entries of a table, with the rows that go on with the project above them (续行). */
export interface Continued {
  readonly entries: readonly Entry[];
  /** Rows with further money of a project: other amounts than its first row has, so they are parts of it. */
  readonly parts: ReadonlySet<Entry>;
}

/**
 * The entries of a long table, each row without any name of its own given that of the row above it: a project's further
 * works stand under it with number, name and org left blank, or beside its merged name. A row whose money says again
 * what the project's row has said is one amount written twice; other amounts are parts of the project's money.
 */
export function withContinued(entries: readonly Entry[]): Continued {
  const parts = new Set<Entry>();
  let head: Entry | undefined;
  const told = entries.map((entry) => {
    if (entry.kind !== "data" || entry.table.shape !== "long") {
      head = undefined;
      return entry;
    }
    if (!head || !goesOn(entry, head)) {
      head = isNameless(entry) ? undefined : entry;
      return entry;
    }
    const own = isNameless(entry) ? named(entry, head) : entry;
    if (!saysTheSame(head, entry)) parts.add(own);
    return own;
  });
  return { entries: told, parts };
}

const isNameless = ({ cells, task }: Entry): boolean =>
  task === "" && names.every((field) => (cells.get(field)?.text ?? "") === "");

function goesOn(entry: Entry, head: Entry): boolean {
  if (isNameless(entry)) return true;
  if (entry.task !== head.task) return false;
  const cell = entry.cells.get("task");
  return cell !== undefined && (cell.carried || cell.text === "");
}

/** A row without names, with those of the row above. */
const named = (entry: Entry, { task, indicator, leads, id, program, org, division }: Entry): Entry => ({
  ...entry,
  task,
  indicator,
  leads,
  ...(id === undefined ? {} : { id }),
  ...(program === undefined ? {} : { program }),
  ...(org === undefined ? {} : { org }),
  ...(division === undefined ? {} : { division }),
});

/** Each amount of money in the row is as in the project's first row; true for a row without any. */
const saysTheSame = (head: Entry, { cells }: Entry): boolean =>
  money
    .flatMap((field) => cells.get(field) ?? [])
    .filter(({ text, carried }) => text !== "" && !carried)
    .every((cell) => head.cells.get(cell.column.field)?.text === cell.text);
