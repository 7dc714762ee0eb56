import { type Light, statusWord, taskLights } from "@taizhang/kpi";
import { figuresOf, type SheetReading, settingsOfAll } from "@taizhang/sheet";

/** How many tasks a sheet has, and of how many departments or divisions (任务数、部门数). */
export interface TaskTotals {
  /** Tasks and not rows: a task with three targets counts once, 暂缓 and 调出 not at all. */
  readonly tasks: number;
  readonly departments: number;
  readonly divisions: number;
}

/** The totals of one sheet, as the roll-up counts. */
export function taskTotals(reading: SheetReading): TaskTotals {
  const { tasks } = figuresOf([reading]);
  const staying = tasks.filter(
    ({ suspended, statusText }) => !suspended && !(statusText && statusWord(statusText) === "suspended"),
  );
  const names = (dimension: "department" | "division") =>
    new Set(staying.flatMap(({ dims }) => dims[dimension]?.map(({ name }) => name) ?? []));
  return {
    tasks: new Set(staying.map(({ id }) => id)).size,
    departments: names("department").size,
    divisions: names("division").size,
  };
}

/** The lights of the tasks of these sheets, each task once; none where they only assign targets (亮灯数). */
export function lightsOf(readings: readonly SheetReading[]): SheetLights {
  const tables = readings.flatMap((reading) => reading.tables);
  const { parameters } = settingsOfAll(readings);
  const { total, done, lights } = taskLights(figuresOf(readings), {
    ...(parameters.light === undefined ? {} : { preset: parameters.light }),
    ...(parameters.pace === undefined ? {} : { paceBy: parameters.pace }),
  });
  const reports = tables.some(({ role }) => role !== "ledger");
  return { reports, total, done, lights: lights as Partial<Record<Light | "none", number>> };
}

/** Lights of a sheet's tasks, each once, and how many are finished (灯). */
export interface SheetLights {
  /** False for a ledger: it assigns targets, and nothing is reported there yet. */
  readonly reports: boolean;
  readonly lights: Readonly<Partial<Record<Light | "none", number>>>;
  readonly done: number;
  readonly total: number;
}
