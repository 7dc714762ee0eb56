import { textOf } from "@taizhang/grid";
import type { Table } from "../table.ts";

/** A list broken into two side by side (并列): the total in one of them may be that of both, which the roll-up holds against it. */
export function isOneOfHalves({ grid, headerRows: [, row], range: { left, right } }: Table): boolean {
  const header = grid.rows[row] ?? [];
  const own = textOf(header[left] ?? null);
  return header.some((value, at) => (at < left || at > right) && own !== "" && textOf(value ?? null) === own);
}
