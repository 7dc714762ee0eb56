import type { Finding } from "@taizhang/finding";
import { type Grid, parseCell } from "@taizhang/grid";
import { type SheetReading, settingsOfAll, settingsSheetName } from "@taizhang/sheet";
import type { Answers, Turn } from "./answers.ts";
import { late } from "./late-parts.ts";
import type { SourcesAsk } from "./protocol.ts";
import type { RolledUp } from "./roll-up-card.ts";
import { sourceFiles } from "./source-files.ts";

type Names =
  | "addFile"
  | "removeFile"
  | "rollUp"
  | "arrived"
  | "sources"
  | "tasks"
  | "summary"
  | "snapshot"
  | "held"
  | "contents"
  | "refresh"
  | "untouched";

/** What the engine knows of the workbook when it rolls up. */
export interface Known {
  readonly readings: () => readonly SheetReading[];
  readonly findings: () => readonly Finding[];
  readonly grid: (name: string) => Grid | undefined;
}

/** The answers of the act 汇总. */
export function answerRollUp({ readings, findings, grid }: Known): Pick<Answers, Names> {
  const files = sourceFiles();
  let rolled: RolledUp | undefined;
  /** The chosen sheets and files as recognised, file by file. */
  const sourcesFrom = async (
    { sheets, files: chosen }: SourcesAsk,
    { progress, breathe }: Turn,
  ): Promise<SheetReading[]> => {
    const { byRole } = await late.rollUp();
    const own = readings().filter(
      ({ grid: { name } }) => sheets.includes(name) || name.trim() === settingsSheetName,
    );
    const names = new Map(files.cards().map((card) => [card.id, card.name]));
    const first = chosen.flatMap((id) => files.readings(id, true));
    const targetsElsewhere = byRole([...own, ...first]).ledger.length > 0;
    const sources: SheetReading[] = [...own];
    for (const [index, id] of chosen.entries()) {
      progress({ done: index, of: chosen.length, at: names.get(id) ?? "" });
      await breathe();
      sources.push(...files.readings(id, targetsElsewhere));
    }
    progress({ done: chosen.length, of: chosen.length, at: "" });
    await breathe();
    return sources;
  };
  return {
    addFile: ({ name, bytes }) => files.add(name, bytes),
    removeFile: async ({ id }) => {
      files.remove(id);
      return null;
    },
    rollUp: async ({ sheets, files: chosen, ...choice }, turn) => {
      const { cardOfRollUp, rollUpOf } = await late.rollUp();
      const sources = await sourcesFrom({ sheets, files: chosen }, turn);
      rolled = rollUpOf(sources, findings(), choice);
      return cardOfRollUp(rolled);
    },
    arrived: async (chosen, turn) => {
      const { coverageFrom } = await late.rollUp();
      return coverageFrom(await sourcesFrom(chosen, turn));
    },
    sources: async ({ index }) => (rolled ? (await late.rollUp()).sourcesOf(rolled, index) : []),
    tasks: async ({ index }) => (rolled ? (await late.taskLines()).taskLinesOf(rolled, index) : []),
    summary: async (ask) => {
      if (!rolled) throw new Error("nothing was rolled up yet");
      const { light } = settingsOfAll(readings()).parameters;
      const { summarySheets } = await late.summarySheets();
      return summarySheets(
        rolled,
        readings().map((reading) => reading.grid),
        { ...ask, ...(light === undefined ? {} : { light }) },
      );
    },
    snapshot: async ({ sheets, kept = [] }) => {
      const { snapshotOf } = await late.snapshot();
      return sheets.flatMap((sheet) => {
        const written = grid(sheet.layout.name);
        const own = new Set(kept.flatMap((one) => (one.sheet === sheet.layout.name ? one.refs : [])));
        return written ? [snapshotOf(sheet, written, own)] : [];
      });
    },
    contents: async ({ cells }) => {
      const { contentAt } = await late.snapshot();
      return cells.map(({ sheet, ref }) => {
        const [own, place] = [grid(sheet), parseCell(ref)];
        return own && place ? contentAt(own, place.row, place.column) : { value: null };
      });
    },
    held: async ({ sheets }) => {
      const { heldOf } = await late.snapshot();
      return sheets.flatMap((name) => {
        const added = grid(name);
        return added ? [heldOf(added)] : [];
      });
    },
    untouched: async ({ sheets }) => {
      const { isUntouched } = await late.snapshot();
      return sheets.every((sheet) => {
        const now = grid(sheet.sheet);
        return now === undefined || isUntouched(sheet, now);
      });
    },
    refresh: async ({ sheets, snapshots }) => {
      const { refreshOf } = await late.refresh();
      const grids = readings().map((reading) => reading.grid);
      const own = snapshots.flatMap(({ sheet }) => grid(sheet) ?? []);
      const names = new Set(own.map(({ name }) => name));
      return refreshOf(snapshots, sheets, [...own, ...grids.filter(({ name }) => !names.has(name))]) ?? null;
    },
  };
}
