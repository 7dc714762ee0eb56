import type { AddedSheet } from "../engine/snapshot.ts";
import type { CellWrite, Refit } from "../workbook/workbook.ts";

/** Something the pane did in the workbook and can take back (可撤销的操作). */
export interface Done {
  readonly id: number;
  readonly what: "fix" | "summary" | "explanation" | "columns" | "settings" | "export";
  readonly cells: number;
  /** What was written, in order. */
  readonly writes: readonly CellWrite[];
  /** What changed beside the cells. */
  readonly refits?: readonly Refit[];
  /** Sheets that were added, with what they held then: taking the action back takes them away. */
  readonly added?: readonly AddedSheet[];
}

const mostKept = 20;

/** The list with one more, the oldest forgotten beyond twenty. */
export const withDone = (list: readonly Done[], one: Done): Done[] => [...list, one].slice(-mostKept);

/** The writes that take an action back: only cells that still hold what was written will change. */
export const takenBack = ({ writes }: Done): CellWrite[] => [...writes].reverse().map(reversed);

/** The looks, print area and chart as they were before an action. */
export const refitsBack = ({ refits = [] }: Done): Refit[] =>
  refits.map(({ sheet, looks, print, chart, widths, heights }) => ({
    sheet,
    looks: looks.map(turned),
    ...(widths ? { widths: widths.map(turned) } : {}),
    ...(heights ? { heights: heights.map(turned) } : {}),
    ...(print ? { print: { before: print.after, after: print.before } } : {}),
    ...(chart ? { chart: { before: chart.after, after: chart.before } } : {}),
  }));

/** What stood before and what after, the other way round. */
function turned<T extends { readonly before?: unknown; readonly after?: unknown }>(change: T): T {
  const { before, after, ...rest } = change;
  return {
    ...rest,
    ...(after === undefined ? {} : { before: after }),
    ...(before === undefined ? {} : { after: before }),
  } as T;
}

function reversed(write: CellWrite): CellWrite {
  const { unmerge, merge: _, ...rest } = write;
  if (unmerge) return { ...rest, after: write.before, merge: true };
  const format = write.after.format === undefined ? undefined : (write.before.format ?? "General");
  return {
    ...rest,
    before: write.after,
    after: { ...write.before, ...(format === undefined ? {} : { format }) },
  };
}
