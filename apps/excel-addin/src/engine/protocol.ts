import type { Finding, Fix } from "@taizhang/finding";
import type { Light } from "@taizhang/kpi";
import type { Decimal } from "@taizhang/quantity";
import type { Correction } from "@taizhang/sheet";
import type { CellWrite, GridPart } from "../workbook/workbook.ts";
import type { SheetCard } from "./sheet-card.ts";

/** What the pane asks of the engine, and what comes back, by name (窗格与引擎的约定). */
interface Calls {
  check: { readonly ask: CheckAsk; readonly answer: CheckAnswer };
  preview: { readonly ask: PreviewAsk; readonly answer: Preview };
  lights: { readonly ask: { readonly sheet: string }; readonly answer: SheetLights };
}

interface CheckAsk {
  readonly file: string;
  /** The sheets in their order; those that were read take part. */
  readonly order: readonly string[];
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

interface PreviewAsk {
  readonly fixes: readonly Fix[];
}

/** What fixes would do, cell by cell, and to the sums that lean on the cells (改前改后). */
export interface Preview {
  readonly writes: readonly CellWrite[];
  /** For each write, which of the fixes it belongs to. */
  readonly fixOf: readonly number[];
  /** Fixes whose cells no longer hold what the check saw. */
  readonly stale: readonly number[];
  readonly totals: readonly TotalMoved[];
}

/** A formula cell that adds up edited cells. */
export interface TotalMoved {
  readonly sheet: string;
  readonly ref: string;
  readonly before: Decimal;
  readonly after: Decimal;
  /** The writes that move it. */
  readonly by: readonly number[];
}

/** Lights and finished tasks of a sheet's own figures (灯). */
export interface SheetLights {
  readonly lights: Readonly<Partial<Record<Light, number>>>;
  readonly done: number;
  readonly total: number;
}

export type CallName = keyof Calls;
export type Ask<Name extends CallName> = Calls[Name]["ask"];
export type Answer<Name extends CallName> = Calls[Name]["answer"];

/** How far a call has come: steps done of all, and what it is at. */
export interface Progress {
  readonly done: number;
  readonly of: number;
  readonly at: string;
}

/** What goes to the worker. Parts have no answer. */
export type ToWorker =
  | { readonly kind: "part"; readonly part: GridPart }
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
