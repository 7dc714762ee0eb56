import type { Finding, FindingCode, Fix, Lang, Severity } from "@taizhang/finding";
import type { CellContent, SheetLayout } from "@taizhang/grid";
import type { Decimal } from "@taizhang/quantity";
import type { Correction, Parameters, RuleSetting, Settings } from "@taizhang/sheet";
import type { Block, BlockPart, CellAt, CellWrite, FunctionAnswer, GridPart } from "../workbook/workbook.ts";
import type { SheetFunction } from "./function-ids.ts";
import type { Refresh } from "./refresh.ts";
import type { Coverage, RollUpCard, RollUpChoice, SourceLine } from "./roll-up-card.ts";
import type { SheetCard } from "./sheet-card.ts";
import type { SheetLights } from "./sheet-lights.ts";
import type { AddedSheet, Snapshot, SummarySheet } from "./snapshot.ts";
import type { FileCard } from "./source-files.ts";
import type { SummaryAsk, SummarySheets } from "./summary-sheets.ts";
import type { TaskLine } from "./task-lines.ts";
import type { TaskTotals } from "./task-totals.ts";

/** What the pane asks of the engine, and what comes back, by name (窗格与引擎的约定). */
interface Calls {
  check: { readonly ask: CheckAsk; readonly answer: CheckAnswer };
  recheck: { readonly ask: null; readonly answer: CheckAnswer };
  settle: { readonly ask: null; readonly answer: Settled };
  leaning: { readonly ask: { readonly changed: readonly Block[] }; readonly answer: readonly Block[] };
  preview: { readonly ask: PreviewAsk; readonly answer: Preview };
  formats: { readonly ask: { readonly sheet: string }; readonly answer: readonly Finding[] };
  totals: { readonly ask: WritesAsk; readonly answer: readonly TotalMoved[] };
  /** What cells hold, as last read. */
  contents: { readonly ask: { readonly cells: readonly CellAt[] }; readonly answer: readonly CellContent[] };
  standing: { readonly ask: WritesAsk; readonly answer: boolean };
  keep: { readonly ask: KeepAsk; readonly answer: Kept };
  /** By what an explanation of the finding would find it again, as text: another one where a figure has changed. */
  known: { readonly ask: { readonly finding: Finding }; readonly answer: string };
  functionValue: { readonly ask: FunctionAsk; readonly answer: FunctionAnswer };
  addFile: { readonly ask: { readonly name: string; readonly bytes: Uint8Array }; readonly answer: FileCard };
  removeFile: { readonly ask: { readonly id: number }; readonly answer: null };
  rollUp: { readonly ask: RollUpAsk; readonly answer: RollUpCard };
  arrived: { readonly ask: SourcesAsk; readonly answer: Coverage };
  sources: { readonly ask: { readonly index: number }; readonly answer: readonly SourceLine[] };
  tasks: { readonly ask: { readonly index: number }; readonly answer: readonly TaskLine[] };
  summary: { readonly ask: SummaryAsk; readonly answer: SummarySheets };
  snapshot: {
    readonly ask: {
      readonly sheets: readonly SummarySheet[];
      /** Cells that the user keeps for his own, "row column". */
      readonly kept?: readonly { readonly sheet: string; readonly refs: readonly string[] }[];
    };
    readonly answer: readonly Snapshot[];
  };
  held: { readonly ask: { readonly sheets: readonly string[] }; readonly answer: readonly AddedSheet[] };
  untouched: { readonly ask: { readonly sheets: readonly AddedSheet[] }; readonly answer: boolean };
  /** Null where the headings stand elsewhere: no row can be told apart. */
  refresh: { readonly ask: RefreshAsk; readonly answer: readonly Refresh[] | null };
  findingsSheet: { readonly ask: FindingsAsk; readonly answer: SheetLayout };
  settings: { readonly ask: null; readonly answer: SettingsCard };
  /** Loads what comes late, while nobody waits. */
  stock: { readonly ask: null; readonly answer: null };
  /** The tasks of each sheet, which the cards of later checks have at once. */
  counts: {
    readonly ask: null;
    readonly answer: readonly ({ readonly sheet: string } & TaskTotals)[];
  };
  lights: { readonly ask: { readonly sheet: string }; readonly answer: SheetLights };
}

export interface CheckAsk {
  readonly file: string;
  /** The sheets that take part, in their order. */
  readonly order: readonly string[];
  /** Those whose cells are being read: they are checked as they come. */
  readonly read: readonly string[];
  readonly period?: string;
  readonly corrections?: readonly Correction[];
}

export interface CheckAnswer {
  readonly cards: readonly SheetCard[];
  readonly findings: readonly Finding[];
  /** The departments whose rows a finding concerns, finding by finding. */
  readonly orgs: readonly (readonly string[])[];
  readonly rules: number;
}

/** What a cancelled check had finished (查完的保留). */
interface Settled extends CheckAnswer {
  readonly done: readonly string[];
}

/** What was found so far (现已发现). */
export interface Found {
  readonly counts: Readonly<Record<Severity, number>>;
  readonly sheets: readonly { readonly sheet: string; readonly count: number }[];
}

interface PreviewAsk {
  readonly fixes: readonly Fix[];
}

interface WritesAsk {
  readonly writes: readonly CellWrite[];
}

/** What fixes would do, cell by cell, and to the sums that lean on the cells (改前改后). */
export interface Preview {
  readonly writes: readonly CellWrite[];
  /** For each write, which of the fixes it belongs to. */
  readonly fixOf: readonly number[];
  /** Fixes whose cells no longer hold what the check saw. */
  readonly stale: readonly number[];
  readonly totals: readonly TotalMoved[];
  /** A text that is to become a number: how many cells of its column hold numbers already. */
  readonly numbersBeside?: number;
}

/** A formula cell that follows edited cells; without figures where what it will come to is not known. */
export interface TotalMoved {
  readonly sheet: string;
  readonly ref: string;
  readonly before?: Decimal;
  readonly after?: Decimal;
}

/** Something to keep in the workbook's sheet 台账设置 (记住). */
export type Keep =
  | {
      readonly what: "explanation";
      readonly finding: Finding;
      readonly reason: string;
      readonly by: string;
      readonly day: string;
    }
  | { readonly what: "corrections"; readonly corrections: readonly Correction[] }
  | { readonly what: "automatic"; readonly subjects: readonly string[] }
  | { readonly what: "parameters"; readonly parameters: Parameters }
  | { readonly what: "rule"; readonly code: FindingCode; readonly rule: RuleSetting };

interface KeepAsk {
  readonly keep: Keep;
  readonly lang: Lang;
}

export interface SourcesAsk {
  /** Sheets of the workbook that take part, by name. */
  readonly sheets: readonly string[];
  /** Files that take part. */
  readonly files: readonly number[];
}

interface RollUpAsk extends RollUpChoice, SourcesAsk {}

interface RefreshAsk {
  readonly sheets: readonly SummarySheet[];
  readonly snapshots: readonly Snapshot[];
}

interface FindingsAsk {
  readonly findings: readonly Finding[];
  readonly lang: Lang;
  /** The workbook's own name: places in it are links within the workbook. */
  readonly file: string;
}

interface FunctionAsk {
  readonly name: SheetFunction;
  readonly given: readonly unknown[];
  readonly lang: Lang;
}

/** Cells to write in the sheet that is there, or the sheet to be added; or the name of a sheet that somebody else made. */
export type Kept =
  | { readonly writes: readonly CellWrite[] }
  | { readonly sheet: SheetLayout }
  | { readonly notOurs: string };

/** What the workbook's settings say, for the page 设置. */
export interface SettingsCard {
  readonly exists: boolean;
  readonly settings: Settings;
  /** The presets of the lights, with the thresholds in percentage points. */
  readonly presets: readonly { readonly name: string; readonly atMost: readonly string[] }[];
}

export type CallName = keyof Calls;
export type Ask<Name extends CallName> = Calls[Name]["ask"];
export type Answer<Name extends CallName> = Calls[Name]["answer"];

/** How far a call has come: steps done of all, and what it is at. */
export interface Progress {
  readonly done: number;
  readonly of: number;
  readonly at: string;
  readonly found?: Found;
}

/** What goes to the worker. Parts have no answer. */
export type ToWorker =
  | { readonly kind: "part"; readonly part: GridPart }
  | { readonly kind: "block"; readonly part: BlockPart }
  | { readonly kind: "call"; readonly id: number; readonly name: CallName; readonly ask: unknown }
  | { readonly kind: "cancel"; readonly id: number };

/** What comes from the worker. */
export type FromWorker =
  | { readonly kind: "progress"; readonly id: number; readonly progress: Progress }
  | { readonly kind: "answer"; readonly id: number; readonly answer: unknown }
  | {
      readonly kind: "failed";
      readonly id: number;
      readonly why: "cancelled" | "error";
      readonly detail: string;
    };

/** The engine as the pane sees it (引擎): recognition, checks, previews and totals, away from the pane's own thread. */
export interface Engine {
  readonly put: (part: GridPart) => void;
  readonly patch: (part: BlockPart) => void;
  readonly call: <Name extends CallName>(
    name: Name,
    ask: Ask<Name>,
    more?: { readonly signal?: AbortSignal; readonly onProgress?: (progress: Progress) => void },
  ) => Promise<Answer<Name>>;
}

/** A call that was cancelled or could not be carried out. */
export class EngineFailure extends Error {
  readonly kind: "cancelled" | "error";
  constructor(kind: "cancelled" | "error", detail = "") {
    super(detail === "" ? kind : `${kind}: ${detail}`);
    this.name = "EngineFailure";
    this.kind = kind;
  }
}
