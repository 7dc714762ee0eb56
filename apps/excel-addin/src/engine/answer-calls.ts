import { catalog } from "@taizhang/finding";
import { rollUp } from "@taizhang/kpi";
import { check, figuresOf, recogniseWorkbook, type SheetReading } from "@taizhang/sheet";
import { orgsOf } from "./finding-orgs.ts";
import { previewOf } from "./preview.ts";
import type { Answer, Ask, CallName, Progress, SheetLights } from "./protocol.ts";
import { cardOf } from "./sheet-card.ts";
import { type SheetStore, sheetStore } from "./sheet-store.ts";

/** What one call may do beside computing: say how far it is, and let others (a cancel) have their turn. */
export interface Turn {
  readonly progress: (progress: Progress) => void;
  /** Resolves in a later task; throws where the call was cancelled. */
  readonly breathe: () => Promise<void>;
}

type Answers = { readonly [Name in CallName]: (ask: Ask<Name>, turn: Turn) => Promise<Answer<Name>> };

/** The engine's memory and its answers; knows nothing of workers. */
export interface AnswerCalls {
  readonly store: SheetStore;
  readonly answers: Answers;
}

/** A new engine without any sheet (引擎). */
export function answerCalls(): AnswerCalls {
  const store = sheetStore();
  let readings: readonly SheetReading[] = [];
  return {
    store,
    answers: {
      check: async ({ file, order, period, corrections }, { progress, breathe }) => {
        const grids = store.grids(order);
        progress({ done: 0, of: 2, at: "recognise" });
        await breathe();
        readings = recogniseWorkbook(grids, file, { ...(corrections ? { corrections } : {}) });
        progress({ done: 1, of: 2, at: "check" });
        await breathe();
        const findings = check(readings, { ...(period === undefined ? {} : { period }) });
        return {
          cards: readings.map(cardOf),
          findings,
          orgs: orgsOf(findings, readings),
          rules: Object.keys(catalog).length,
        };
      },
      preview: async ({ fixes }) =>
        previewOf(
          readings.map(({ grid }) => grid),
          fixes,
        ),
      lights: async ({ sheet }) => lightsOf(readings.filter(({ grid }) => grid.name === sheet)),
    },
  };
}

/** Lights of the figures of each department, and how many tasks are finished. */
function lightsOf(readings: readonly SheetReading[]): SheetLights {
  const { cells, counts } = rollUp(figuresOf(readings), { by: ["department"] });
  const lights: Record<string, number> = {};
  for (const { key, light } of cells)
    if (key.department !== undefined && light !== null) lights[light] = (lights[light] ?? 0) + 1;
  const all = counts.find(({ key }) => key.department === undefined);
  return { lights, done: all?.done ?? 0, total: all?.total ?? 0 };
}
