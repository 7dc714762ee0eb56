import type { Cell, Entry } from "../entry.ts";
import { amountFields } from "../field.ts";
import type { Column } from "../table.ts";
import type { TableView } from "./subject.ts";

/** The entry's cell in a column, whichever field list holds it (某列的格). */
export function cellInColumn(entry: Entry, column: Column): Cell | undefined {
  const first = entry.cells.get(column.field);
  if (first?.column === column) return first;
  return (
    entry.nodes.find((cell) => cell.column === column) ?? entry.repeats.find((cell) => cell.column === column)
  );
}

/**
 * The entry's cell that answers to a column of another entry (对应格): in the same column, or, where divisions stand side
 * by side over 目标 and 完成, in its own column of that name.
 */
export function cellLike(entry: Entry, column: Column): Cell | undefined {
  const own = cellInColumn(entry, column);
  if (own || column.division === undefined) return own;
  const below = ({ path, field, node }: Column) => [field, node, ...path.slice(1)].join("/");
  return [...entry.cells.values(), ...entry.nodes, ...entry.repeats].find(
    (cell) => cell.column.division !== undefined && below(cell.column) === below(column),
  );
}

const amounts: ReadonlySet<string> = new Set(amountFields);

/** The columns of a row's entry that hold amounts: in a cross-tab those of its own block. */
export const amountColumns = (view: TableView, entry: Entry): readonly Column[] =>
  view.table.columns.filter(
    (column) => amounts.has(column.field) && cellInColumn(entry, column) !== undefined,
  );

/** What a row calls itself: its name, its place, else what stands first. */
export const labelOf = (entry: Entry): string => {
  const own = (field: "task" | "division" | "indicator" | "seq" | "program" | "lead") => {
    const cell = entry.cells.get(field);
    return cell && !cell.carried ? cell.text : "";
  };
  const fields =
    entry.table.shape === "crossTab"
      ? (["division", "lead", "task", "seq", "program"] as const)
      : (["task", "division", "indicator", "seq", "program", "lead"] as const);
  const texts = fields.map(own).filter((text) => text !== "" && !/^\d+$/.test(text));
  return texts.find((text) => /计|全|其中/.test(text)) ?? texts[0] ?? entry.task;
};
