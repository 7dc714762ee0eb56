import type { CellWrite } from "../workbook/workbook.ts";

/** Something the pane did in the workbook and can take back (可撤销的操作). */
export interface Done {
  readonly id: number;
  readonly what: "fix" | "summary";
  readonly cells: number;
  /** What was written, in order. */
  readonly writes: readonly CellWrite[];
}

const mostKept = 20;

/** The list with one more, the oldest forgotten beyond twenty. */
export const withDone = (list: readonly Done[], one: Done): Done[] => [...list, one].slice(-mostKept);

/** The writes that take an action back: only cells that still hold what was written will change. */
export const takenBack = ({ writes }: Done): CellWrite[] =>
  [...writes].reverse().map((write) => ({
    ...write,
    before: write.after,
    after: { ...write.before, ...(write.after.format && !write.before.format ? { format: "General" } : {}) },
  }));
