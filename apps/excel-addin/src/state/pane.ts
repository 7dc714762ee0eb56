import type { Lang } from "@taizhang/finding";
import type { CellContent } from "@taizhang/grid";
import type { Correction } from "@taizhang/sheet";
import type { Found, Preview } from "../engine/protocol.ts";
import type { SheetCard } from "../engine/sheet-card.ts";
import type { SheetLights } from "../engine/sheet-lights.ts";
import type { Outline } from "../workbook/workbook.ts";
import { type Filter, type FindingRow, noFilter } from "./finding-rows.ts";
import type { Notice, WaitingAct } from "./notice.ts";
import type { Page } from "./page.ts";
import type { Extent, Part } from "./part.ts";
import { firstRollUp, type RollUpState } from "./roll-up.ts";
import type { Done } from "./undo.ts";

type Tab = "check" | "rollup";
type Look = "auto" | "light" | "dark";

/** A cell that another user has just changed (他人刚改). */
interface ChangedCell {
  readonly sheet: string;
  readonly ref: string;
  readonly now?: CellContent;
}

/** How far a check has come: sheets checked of all, the share of the cells that was read, and what was found (检查进度). */
interface CheckProgress {
  readonly done: number;
  readonly of: number;
  readonly at: string;
  readonly read?: number;
  readonly found?: Found;
}

/** All that the pane shows (窗格的状态). */
export interface PaneState {
  readonly lang: Lang;
  /** Excel's own language. */
  readonly hostLang: Lang;
  /** Whether Excel's own undo takes back what the pane writes. */
  readonly hostUndoes: boolean;
  readonly look: Look;
  readonly tab: Tab;
  readonly page?: Page;
  readonly outline?: Outline;
  /** The sheet that is active in the workbook. */
  readonly active: string;
  readonly phase: "starting" | "reading" | "checking" | "asking" | "stopped" | "ready" | "failed";
  /** Cells of the workbook, and how much of a large one is checked. */
  readonly cells: number;
  readonly extent?: Extent;
  /** How long a check of everything is likely to take. */
  readonly seconds?: number;
  /** The rows to which the user keeps the check. */
  readonly part?: Part;
  /** An act that waits until the user has ended editing a cell. */
  readonly waiting?: WaitingAct & { readonly cancel: () => void };
  /** Set while the spreadsheet does not answer; `again` asks at once. */
  readonly contact?: { readonly again: () => void };
  readonly offline: boolean;
  /** Cells that another user changed while a preview was open, with what they hold now once that is known. */
  readonly changedByOthers: readonly ChangedCell[];
  readonly progress?: CheckProgress;
  /** A check that was cancelled: how many sheets it had checked, of all (查完的保留). */
  readonly partly?: { readonly checked: number; readonly of: number };
  readonly cards: readonly SheetCard[];
  /** What columns mean by the user's word, until the pane closes. */
  readonly corrections: readonly Correction[];
  readonly rules: number;
  readonly lights?: SheetLights & { readonly sheet: string };
  readonly rows: readonly FindingRow[];
  /** Found since the list was made. */
  readonly fresh: readonly FindingRow[];
  /** Numbers and dates of a sheet that is no target sheet, where the user asked for them. */
  readonly formats?: { readonly sheet: string; readonly rows: readonly FindingRow[] };
  readonly filter: Filter;
  readonly openRow?: string;
  /** The preview of the open row. */
  readonly openPreview?: Preview;
  readonly closedGroups: readonly string[];
  /** The row whose cell is selected in the sheet. */
  readonly currentCell?: { readonly sheet: string; readonly ref: string };
  /** A cell that was selected and cannot be seen: its row or column is hidden. */
  readonly hiddenAt?: { readonly sheet: string; readonly ref: string; readonly what: "row" | "column" };
  /** Marks in the sheet: "left" where they were found in the file, "asking" before the first where Excel cannot undo them. */
  readonly marks: "off" | "on" | "left" | "asking";
  readonly rollup: RollUpState;
  /** True until the first click of the first visit. */
  readonly firstRun: boolean;
  /** Sheets whose card was closed: on the first visit to a sheet it is open. */
  readonly closedCards: readonly string[];
  readonly checkedAt?: number;
  readonly done: readonly Done[];
  readonly notice?: Notice;
}

export const firstState: PaneState = {
  lang: "zh-CN",
  hostLang: "zh-CN",
  hostUndoes: true,
  look: "auto",
  tab: "check",
  active: "",
  phase: "starting",
  cells: 0,
  offline: false,
  changedByOthers: [],
  cards: [],
  corrections: [],
  rules: 0,
  rows: [],
  fresh: [],
  filter: noFilter,
  closedGroups: [],
  marks: "off",
  rollup: firstRollUp,
  firstRun: false,
  closedCards: [],
  done: [],
};
