import type { Lang } from "@taizhang/finding";
import type { Refresh } from "../engine/refresh.ts";
import type { Coverage, RollUpCard, RollUpLine, SourceLine } from "../engine/roll-up-card.ts";
import type { SheetCard } from "../engine/sheet-card.ts";
import type { Snapshot, SummarySheet } from "../engine/snapshot.ts";
import type { FileCard } from "../engine/source-files.ts";
import type { SummarySheets } from "../engine/summary-sheets.ts";
import type { TaskLine } from "../engine/task-lines.ts";

export type By = "department" | "division" | "program" | "total";

/** What a summary was made from, so that a refresh can ask for the same again (记住的来源). */
export interface SummarySources {
  readonly by: By;
  readonly period: string;
  /** Sheets of the workbook. */
  readonly sheets: readonly string[];
  readonly files: readonly SourceName[];
}

/** A file as it is remembered: never its content. */
export interface SourceName {
  readonly name: string;
  readonly modified?: number;
}

/** A sheet 汇总 that the pane wrote, and what it held then (已写入的汇总). */
export interface WrittenSummary {
  readonly sheets: readonly string[];
  /** Sheets of summaries written before this one. */
  readonly earlier?: readonly string[];
  /** The language in which it was written: a refresh keeps it. */
  readonly lang: Lang;
  readonly ref: string;
  readonly formulas: number;
  readonly fromFiles: number;
  readonly charts: number;
  readonly at: number;
  readonly snapshots: readonly Snapshot[];
  /** Kept only where the user agreed. */
  readonly sources?: SummarySources;
}

export interface RollUpState {
  readonly phase: "choosing" | "reading" | "running" | "done";
  readonly progress?: { readonly done: number; readonly of: number; readonly at: string };
  readonly files: readonly FileCard[];
  /** Sheets of the workbook that the user took out or put in; the others follow the usual choice. */
  readonly ticked: Readonly<Record<string, boolean>>;
  readonly by: By;
  /** "" for the latest. */
  readonly period: string;
  readonly result?: RollUpCard;
  /** Who is expected and who has come, by the sources that are chosen now. */
  readonly arrived?: Coverage;
  /** The key of the indicator that is shown; "tasks" for the states of the tasks. */
  readonly indicator: string;
  readonly written?: WrittenSummary;
}

export const firstRollUp: RollUpState = {
  phase: "choosing",
  files: [],
  ticked: {},
  by: "department",
  period: "",
  indicator: "",
};

/** The pages of the act 汇总. */
export type RollUpPage =
  | {
      readonly kind: "drill";
      readonly line: RollUpLine;
      readonly index: number;
      readonly sources: readonly SourceLine[];
    }
  | {
      readonly kind: "tasks";
      readonly count: RollUpCard["counts"][number];
      readonly tasks: readonly TaskLine[];
    }
  | (SummarySheets & {
      readonly kind: "write";
      /** Whether the workbook is to remember what it was made from. */
      readonly remember: boolean;
    })
  | {
      readonly kind: "refresh";
      readonly refreshes: readonly Refresh[];
      readonly sheets: readonly SummarySheet[];
      readonly alsoKept: boolean;
      /** The user agrees that cells whose rows are gone go too. */
      readonly agreed: boolean;
    };

interface ChosenSheet {
  readonly sheet: string;
  readonly tasks: number | undefined;
  readonly on: boolean;
  /** Why it does not count by itself: the user does not see it, or it adds others up. */
  readonly why?: "hidden" | "sums";
}

/** True for a sheet that Taizhang made from others' figures: counted again, every total would double. */
const isOwnResult = ({ sheet, reason }: SheetCard, { written }: RollUpState): boolean =>
  reason.code === "result" || [...(written?.sheets ?? []), ...(written?.earlier ?? [])].includes(sheet);

/**
 * Sheets of the workbook that may take part; hidden ones and tables that add others up do not by themselves, where there
 * are others: no total holds what nobody saw.
 */
export function sheetsChosen(cards: readonly SheetCard[], rollup: RollUpState): ChosenSheet[] {
  const usable = cards.filter((card) => card.isTargetSheet && !isOwnResult(card, rollup));
  const seen = usable.filter(({ hidden }) => !hidden);
  const areAllSums = seen.every(({ role }) => role === "summary");
  return usable.map(({ sheet, tasks, role, hidden }) => {
    const sums = role === "summary" && !areAllSums ? "sums" : undefined;
    const why = hidden && seen.length > 0 ? "hidden" : sums;
    return { sheet, tasks, on: rollup.ticked[sheet] ?? !why, ...(why ? { why } : {}) };
  });
}

/** Sheets that never take part, because Taizhang wrote them (台账写出的表). */
export const ownResults = (cards: readonly SheetCard[], rollup: RollUpState): string[] =>
  cards.flatMap((card) => (isOwnResult(card, rollup) ? [card.sheet] : []));

/** The files that take part. */
export const filesChosen = ({ files }: RollUpState): readonly FileCard[] =>
  files.filter(({ state }) => state === "ok");

/** What the roll-up that is chosen now is made from. */
export const sourcesNow = (cards: readonly SheetCard[], rollup: RollUpState): SummarySources => ({
  by: rollup.by,
  period: rollup.period,
  sheets: sheetsChosen(cards, rollup).flatMap(({ sheet, on }) => (on ? [sheet] : [])),
  files: filesChosen(rollup).map(({ name, modified }) => ({
    name,
    ...(modified === undefined ? {} : { modified }),
  })),
});

/** Files that the summary was made from and that are not there now; a file is known by its name. */
export function filesMissing(rollup: RollUpState): readonly SourceName[] {
  const there = new Set(filesChosen(rollup).map(({ name }) => name.toLowerCase()));
  return rollup.written?.sources?.files.filter(({ name }) => !there.has(name.toLowerCase())) ?? [];
}
