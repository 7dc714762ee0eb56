import type { FailureKind } from "../workbook/failure.ts";

/** What the pane tells at the foot of the list, until the next act. */
export type Notice =
  | {
      readonly kind: "failed";
      readonly why: FailureKind;
      readonly done?: Said;
      /** What failed after it was remembering it, and not checking again. */
      readonly unkept?: true;
      /** The spreadsheet had not answered, and does so again. */
      readonly back?: true;
      readonly retry?: () => Promise<unknown>;
    }
  | {
      readonly kind: "said";
      readonly text: Said;
      /** It had waited until the user ended editing a cell. */
      readonly continued?: true;
    };

/** What waits until the user has ended editing a cell (等待中). */
export interface WaitingAct {
  readonly what: "fix" | "undo" | "summary" | "refresh" | "removal" | "settings" | "marks" | "export";
  /** Cells that it will write, where it is cells. */
  readonly cells?: number;
}

/** What is said after an act; the words are those of the language in use. */
export type Said =
  /** Of what the list shows, and how many there are in the other sheets. */
  | {
      readonly what: "found";
      readonly total: number;
      readonly must: number;
      readonly elsewhere: number;
      /** The sheet is no target sheet: nothing is said to be in order there. */
      readonly noTargets?: true;
    }
  | { readonly what: "fixed"; readonly cells: number; readonly skipped: number; readonly left: number }
  | { readonly what: "explained" | "released" | "ignored" }
  | { readonly what: "rolledUp"; readonly expected: number; readonly reported: number }
  | { readonly what: "filesAdded"; readonly usable: number; readonly unusable: number }
  | { readonly what: "checkCancelled"; readonly sheets: number }
  | { readonly what: "filesWanted"; readonly files: number }
  | { readonly what: "rollUpCancelled"; readonly read: number }
  | {
      readonly what:
        | "back"
        | "cancelled"
        | "removed"
        | "edited"
        | "copied"
        | "exampleOpened"
        | "mendedMeanwhile"
        | "noHeaderRows"
        | "headerUnused"
        | "headingsMoved"
        | "changedMeanwhile"
        | "automatic";
    }
  | {
      readonly what:
        | "written"
        | "summaryGone"
        | "sheetRemoved"
        | "notOurs"
        | "sheetHidden"
        | "sheetVeryHidden";
      readonly sheet: string;
    }
  /** Sheets whose marks stay as they are, because they are protected. */
  | { readonly what: "marksKeptOut"; readonly sheets: readonly string[] }
  | { readonly what: "refreshed"; readonly cells: number }
  | { readonly what: "kept" }
  | { readonly what: "exported"; readonly sheet: string; readonly rows: number }
  | { readonly what: "undone"; readonly cells: number; readonly skipped: number };
