import { catalog, type Finding } from "@taizhang/finding";
import { lightPresets, lightRule } from "@taizhang/kpi";
import {
  check,
  checkFormats,
  readSettings,
  recogniseWorkbook,
  rulesSheetName,
  type SheetReading,
  settingsSheetName,
} from "@taizhang/sheet";
import { answerRollUp } from "./answer-roll-up.ts";
import type { Answers } from "./answers.ts";
import { orgsOf } from "./finding-orgs.ts";
import { findingsLayout } from "./findings-layout.ts";
import { keepSettings } from "./keep-settings.ts";
import { previewOf } from "./preview.ts";
import type { SettingsCard } from "./protocol.ts";
import { loadRuleLanguage } from "./rule-language.ts";
import { cardOf } from "./sheet-card.ts";
import { answerFunction } from "./sheet-functions.ts";
import { type SheetStore, sheetStore } from "./sheet-store.ts";
import { standsAgain } from "./stands-again.ts";
import { lightsOf } from "./task-totals.ts";
import { totalsMoved } from "./totals-moved.ts";

/** The engine's memory and its answers; knows nothing of workers. */
export interface AnswerCalls {
  readonly store: SheetStore;
  readonly answers: Answers;
}

/** A new engine without any sheet (引擎). */
export function answerCalls(): AnswerCalls {
  const store = sheetStore();
  let readings: readonly SheetReading[] = [];
  const found: readonly Finding[] = [];
  const grid = (name: string) => store.grids([name])[0];
  return {
    store,
    answers: {
      ...answerRollUp({ readings: () => readings, findings: () => found, grid }),
      check: async ({ file, order, period, corrections }, { progress, breathe }) => {
        if (order.some((name) => name.trim() === rulesSheetName)) await loadRuleLanguage();
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
      formats: async ({ sheet }) => {
        const reading = readings.find(({ grid: { name } }) => name === sheet);
        return reading ? checkFormats(reading.grid, reading.file) : [];
      },
      totals: async ({ writes }) =>
        totalsMoved(
          readings.map(({ grid }) => grid),
          writes,
        ),
      standing: async ({ writes }) =>
        standsAgain(
          readings.map(({ grid }) => grid),
          writes,
        ),
      keep: async ({ keep, lang }) => keepSettings(keep, readings, lang),
      functionValue: async ({ name, given, lang }) => answerFunction(name, given, lang),
      findingsSheet: async (ask) => findingsLayout(ask),
      settings: async () => settingsCard(readings),
      lights: async ({ sheet }) =>
        lightsOf(
          readings.filter(({ grid: { name } }) => name === sheet || name.trim() === settingsSheetName),
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
