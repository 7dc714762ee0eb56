import { type Light, taskLights } from "@taizhang/kpi";
import { figuresOf, type SheetReading, settingsOfAll } from "@taizhang/sheet";

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
