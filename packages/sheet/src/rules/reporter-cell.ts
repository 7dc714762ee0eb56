import { isBlank } from "@taizhang/grid";
import type { Cell } from "../entry.ts";
import { fold } from "../recognise/heading.ts";
import type { TableView } from "./subject.ts";

/** The cell above a table that says who reports (填报单位), with the name as it is printed there. */
export interface ReporterCell {
  readonly name: string;
  readonly cell: Cell;
}

/** Where 填报单位 stands with the org's name, in its own cell or in the next that is filled in; undefined where the name was only concluded. */
export function reporterCell({ table, at }: TableView): ReporterCell | undefined {
  const said = table.org?.evidence.find(({ rule }) => rule === "填报单位");
  if (!table.org || !said) return undefined;
  const { name } = table.org;
  const { grid, headerRows } = table;
  for (let row = Math.max(0, headerRows[0] - 30); row < headerRows[0]; row++) {
    const cells = grid.rows[row] ?? [];
    const key = cells.findIndex(
      (value) => typeof value === "string" && value.trim().slice(0, 60) === said.saw,
    );
    if (key < 0) continue;
    const next = cells.findIndex((value, index) => index > key && !isBlank(value ?? null));
    for (const column of [key, next]) {
      const value = cells[column];
      if (typeof value !== "string" || !fold(value).includes(name)) continue;
      return { name, cell: cellAt(at(row, column), value, said.rule) };
    }
  }
  return undefined;
}

const cellAt = (at: Cell["at"], value: string, heading: string): Cell => ({
  at,
  column: { index: -1, path: [heading], field: "reporter", confidence: 1, evidence: [] },
  value,
  text: value.trim(),
  carried: false,
});
