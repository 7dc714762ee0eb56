import { statusWord, taskLights } from "@taizhang/kpi";
import { figuresOf, type SheetReading } from "@taizhang/sheet";
import { perReading } from "./per-reading.ts";

/** How many tasks a sheet has, and of how many departments or divisions (任务数、部门数). */
export interface TaskTotals {
  /** Tasks and not rows: a task with three targets counts once, 暂缓, 调出 and 不涉及 not at all: as many as have a light. */
  readonly tasks: number;
  readonly departments: number;
  readonly divisions: number;
}

/** The totals of one sheet, as the roll-up counts. */
export const taskTotals = perReading(count);

function count(reading: SheetReading): TaskTotals {
  const figures = figuresOf([reading]);
  const { tasks } = figures;
  const staying = tasks.filter(
    ({ suspended, statusText }) => !suspended && !(statusText && statusWord(statusText) === "suspended"),
  );
  const names = (dimension: "department" | "division") =>
    new Set(staying.flatMap(({ dims }) => dims[dimension]?.map(({ name }) => name) ?? []));
  return {
    tasks: taskLights(figures).total,
    departments: names("department").size,
    divisions: names("division").size,
  };
}
