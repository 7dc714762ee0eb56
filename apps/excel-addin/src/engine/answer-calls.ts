import { catalog } from "@taizhang/finding";
import { lightPresets, lightRule } from "@taizhang/kpi";
import { checkFormats, readSettings, type SheetReading, settingsSheetName } from "@taizhang/sheet";
import { answerRollUp } from "./answer-roll-up.ts";
import type { Answers } from "./answers.ts";
import { checkedWorkbook } from "./checked-workbook.ts";
import { orgsOf } from "./finding-orgs.ts";
import { leaningOn } from "./leaning.ts";
import type { CheckAnswer, SettingsCard } from "./protocol.ts";
import { cardOf } from "./sheet-card.ts";
import { type SheetStore, sheetStore } from "./sheet-store.ts";
import { lightsOf } from "./task-totals.ts";

/** The engine's memory and its answers; knows nothing of workers. */
export interface AnswerCalls {
  readonly store: SheetStore;
  readonly answers: Answers;
}

/** A new engine without any sheet (引擎). */
export function answerCalls(): AnswerCalls {
  const store = sheetStore();
  const workbook = checkedWorkbook(store);
  const { readings } = workbook;
  const answer = (): CheckAnswer => {
    const findings = workbook.findings();
    return {
      cards: readings().map(cardOf),
      findings,
      orgs: orgsOf(findings, readings()),
      rules: Object.keys(catalog).length,
    };
  };
  return {
    store,
    answers: {
      ...answerRollUp({ readings, findings: workbook.findings, grid: store.grid }),
      check: async (ask, turn) => {
        await workbook.check(ask, turn);
        return answer();
      },
      recheck: async () => {
        workbook.recheck();
        return answer();
      },
      settle: async () => {
        const done = workbook.settle();
        return { ...answer(), done };
      },
      leaning: async ({ changed }) =>
        leaningOn(
          readings().map(({ grid }) => grid),
          changed,
        ),
      // what a user asks for later is loaded then: the first check needs none of it
      preview: async ({ fixes }) =>
        (await import("./preview.ts")).previewOf(
          readings().map(({ grid }) => grid),
          fixes,
        ),
      formats: async ({ sheet }) => {
        const reading = readings().find(({ grid: { name } }) => name === sheet);
        return reading ? checkFormats(reading.grid, reading.file) : [];
      },
      totals: async ({ writes }) =>
        (await import("./totals-moved.ts")).totalsMoved(
          readings().map(({ grid }) => grid),
          writes,
        ),
      standing: async ({ writes }) =>
        (await import("./stands-again.ts")).standsAgain(
          readings().map(({ grid }) => grid),
          writes,
        ),
      keep: async ({ keep, lang }) =>
        (await import("./keep-settings.ts")).keepSettings(keep, readings(), lang),
      known: async ({ finding }) => (await import("./keep-settings.ts")).knownBy(finding, readings()),
      functionValue: async ({ name, given, lang }) =>
        (await import("./sheet-functions.ts")).answerFunction(name, given, lang),
      findingsSheet: async (ask) => (await import("./findings-layout.ts")).findingsLayout(ask),
      settings: async () => settingsCard(readings()),
      lights: async ({ sheet }) =>
        lightsOf(
          readings().filter(({ grid: { name } }) => name === sheet || name.trim() === settingsSheetName),
        ),
    },
  };
}

function settingsCard(readings: readonly SheetReading[]): SettingsCard {
  const grids = readings.map(({ grid }) => grid);
  return {
    exists: grids.some(({ name }) => name.trim() === settingsSheetName),
    settings: readSettings(grids).settings,
    presets: lightPresets.map((name) => ({
      name,
      atMost: lightRule(name)?.value.steps.map((step) => step.atMost) ?? [],
    })),
  };
}
