import { columnName, parseCell } from "@taizhang/grid";
import type { OwnCell } from "../engine/own-cells.ts";
import type { SummarySheet } from "../engine/snapshot.ts";

/** Where the user's own cells stand: beside our block in these columns, and below it from this row on (旁边和下面). */
export interface Beside {
  readonly sheet: string;
  readonly columns: readonly string[];
  /** The row, from 1, below which he has written. */
  readonly below?: number;
}

/** The places of cells that stay where they are, sheet by sheet. */
export function besideOf(cells: readonly OwnCell[], sheets: readonly SummarySheet[]): Beside[] {
  return sheets.flatMap(({ layout }): Beside[] => {
    const own = cells.flatMap(({ sheet, ref }) => {
      const at = sheet === layout.name ? parseCell(ref) : undefined;
      return at ? [at] : [];
    });
    if (own.length === 0) return [];
    const rows = layout.rows.length;
    const right = own.filter(({ row }) => row < rows);
    const under = own.filter(({ row }) => row >= rows);
    const columns = [...new Set(right.map(({ column }) => column))].sort((a, b) => a - b).map(columnName);
    return [
      {
        sheet: layout.name,
        columns,
        ...(under.length > 0 ? { below: Math.min(...under.map(({ row }) => row)) } : {}),
      },
    ];
  });
}
