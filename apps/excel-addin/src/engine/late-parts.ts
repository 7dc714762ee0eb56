import { lateReader, lateTotals } from "./late-reader.ts";
import { loadTeamRules } from "./team-rules.ts";

/**
 * The parts of the engine that come when they are first asked for, so that the first check waits for none of them
 * (后到的部分). They answer everything but the check.
 */
export const late = {
  findingsLayout: () => import("./findings-layout.ts"),
  keepSettings: () => import("./keep-settings.ts"),
  leaning: () => import("./leaning.ts"),
  numberFormats: () => import("./number-formats.ts"),
  preview: () => import("./preview.ts"),
  readFiles: lateReader,
  refresh: () => import("./refresh.ts"),
  rollUp: () => import("./roll-up-card.ts"),
  sheetFunctions: () => import("./sheet-functions.ts"),
  snapshot: () => import("./snapshot.ts"),
  standsAgain: () => import("./stands-again.ts"),
  summarySheets: () => import("./summary-sheets.ts"),
  taskLines: () => import("./task-lines.ts"),
  sheetLights: () => import("./sheet-lights.ts"),
  taskTotals: lateTotals,
  totalsMoved: () => import("./totals-moved.ts"),
} as const;

/** Loads every part, one after the other: from then on nothing of the engine is asked of the network (备齐). */
export async function stockUp(): Promise<void> {
  for (const load of [...Object.values(late), loadTeamRules]) await load();
}
