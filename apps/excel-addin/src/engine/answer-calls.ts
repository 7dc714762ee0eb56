import { catalog } from "@taizhang/finding";
import { lightPresets, lightRule } from "@taizhang/kpi";
import { readSettings, type SheetReading, settingsSheetName } from "@taizhang/sheet";
import { answerRollUp } from "./answer-roll-up.ts";
import type { Answers } from "./answers.ts";
import { checkedWorkbook } from "./checked-workbook.ts";
import { orgsOf } from "./finding-orgs.ts";
import { late, stockUp } from "./late-parts.ts";
import type { CheckAnswer, SettingsCard } from "./protocol.ts";
import { cardOf } from "./sheet-card.ts";
import { type SheetStore, sheetStore } from "./sheet-store.ts";
import type { taskTotals } from "./task-totals.ts";

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
  let totals: typeof taskTotals | undefined;
  const answer = (): CheckAnswer => {
    const findings = workbook.findings();
    return {
      cards: readings().map((reading) => ({ ...cardOf(reading), ...totals?.(reading) })),
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
      // what is asked for later is loaded then: a check answers without any of it
      leaning: async ({ changed }) =>
        (await late.leaning()).leaningOn(
          readings().map(({ grid }) => grid),
          changed,
        ),
      preview: async ({ fixes }) =>
        (await late.preview()).previewOf(
          readings().map(({ grid }) => grid),
          fixes,
        ),
      formats: async ({ sheet }) => {
        const reading = readings().find(({ grid: { name } }) => name === sheet);
        return reading ? (await late.numberFormats()).checkFormats(reading.grid, reading.file) : [];
      },
      totals: async ({ writes }) =>
        (await late.totalsMoved()).totalsMoved(
          readings().map(({ grid }) => grid),
          writes,
        ),
      standing: async ({ writes }) =>
        (await late.standsAgain()).standsAgain(
          readings().map(({ grid }) => grid),
          writes,
        ),
      keep: async ({ keep, lang }) => (await late.keepSettings()).keepSettings(keep, readings(), lang),
      known: async ({ finding }) => (await late.keepSettings()).knownBy(finding, readings()),
      functionValue: async ({ name, given, lang }) =>
        (await late.sheetFunctions()).answerFunction(name, given, lang),
      findingsSheet: async (ask) => (await late.findingsLayout()).findingsLayout(ask),
      settings: async () => settingsCard(readings()),
      stock: async () => {
        await stockUp();
        return null;
      },
      counts: async () => {
        const { taskTotals: count } = await late.taskTotals();
        totals = count;
        return readings().map((reading) => ({ sheet: reading.grid.name, ...count(reading) }));
      },
      lights: async ({ sheet }) =>
        (await late.sheetLights()).lightsOf(
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
