import type { FindingCode } from "@taizhang/finding";
import { parseRange } from "@taizhang/grid";
import type { Outline } from "../workbook/workbook.ts";
import type { FindingRow } from "./finding-rows.ts";

/** How much of a large workbook to check (太大时怎么查). */
export type Extent = "all" | "rows" | "sheet" | "selection";

/** As many rows of each sheet are read where the user wants no more. */
const rowsInPart = 50_000;

/** Rows of the sheet, from 0, to which the user keeps the check (选中区域). */
export interface Part {
  readonly sheet: string;
  readonly top: number;
  readonly bottom: number;
}

interface Checked {
  readonly extent?: Extent | undefined;
  readonly part?: Part | undefined;
  readonly outline?: Outline | undefined;
}

/** A workbook of more cells is not read without asking. */
export const cellsAsked = 1_000_000;

/** True where what is shown was found in a part of a large workbook only. */
export const isPartly = ({
  extent,
  cells,
  phase,
}: {
  readonly extent?: Extent;
  readonly cells: number;
  readonly phase: string;
}): boolean => phase === "ready" && extent !== undefined && extent !== "all" && cells > cellsAsked;

/** What is read: rows above the selection come along, for the header stands there. */
export const rowsRead = ({ extent, part }: Checked): { readonly rows?: readonly [number, number] } =>
  extent === "rows"
    ? { rows: [0, rowsInPart] }
    : extent === "selection" && part
      ? { rows: [0, part.bottom + 1] }
      : {};

/** Findings that rest on the whole table: with rows unread they would be wrong. */
const ofWholeTables: ReadonlySet<FindingCode> = new Set(["X01", "X03", "X04", "T06", "M04"]);

/** The findings that hold for the part that was read: those of the selected rows, and no sums over rows unread. */
export function inPart(rows: readonly FindingRow[], checked: Checked): readonly FindingRow[] {
  const { extent, part, outline } = checked;
  const read = rowsRead(checked).rows?.[1];
  if (read === undefined) return rows;
  const cut = new Set(
    outline?.sheets.flatMap(({ name, used }) => (used && used.bottom >= read ? [name] : [])),
  );
  return rows.filter(({ finding, sheet, ref }) => {
    if (cut.has(sheet) && ofWholeTables.has(finding.code)) return false;
    if (extent !== "selection" || !part) return true;
    const range = parseRange(ref);
    return (
      sheet === part.sheet && range !== undefined && range.top <= part.bottom && range.bottom >= part.top
    );
  });
}
