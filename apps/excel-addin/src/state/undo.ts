import type { CellWrite, Refit } from "../workbook/workbook.ts";

/** Something the pane did in the workbook and can take back (可撤销的操作). */
export interface Done {
  readonly id: number;
  readonly what: "fix" | "summary" | "settings";
  readonly cells: number;
  /** What was written, in order. */
  readonly writes: readonly CellWrite[];
  /** What changed beside the cells. */
  readonly refits?: readonly Refit[];
}

const mostKept = 20;

/** The list with one more, the oldest forgotten beyond twenty. */
export const withDone = (list: readonly Done[], one: Done): Done[] => [...list, one].slice(-mostKept);

/** The writes that take an action back: only cells that still hold what was written will change. */
export const takenBack = ({ writes }: Done): CellWrite[] => [...writes].reverse().map(reversed);

/** The looks, print area and chart as they were before an action. */
export const refitsBack = ({ refits = [] }: Done): Refit[] =>
  refits.map(({ sheet, looks, print, chart }) => ({
    sheet,
    looks: looks.map(({ ref, before, after }) => ({
      ref,
      ...(after === undefined ? {} : { before: after }),
      ...(before === undefined ? {} : { after: before }),
    })),
    ...(print ? { print: { before: print.after, after: print.before } } : {}),
    ...(chart ? { chart: { before: chart.after, after: chart.before } } : {}),
  }));

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
