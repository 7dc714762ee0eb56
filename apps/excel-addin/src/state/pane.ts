import type { FindingCode, Lang } from "@taizhang/finding";
import type { CellContent } from "@taizhang/grid";
import type { Correction } from "@taizhang/sheet";
import type { Found, Preview, SettingsCard } from "../engine/protocol.ts";
import type { SheetCard } from "../engine/sheet-card.ts";
import type { SheetLights } from "../engine/task-lights.ts";
import type { Outline } from "../workbook/workbook.ts";
import { type Filter, type FindingRow, foundIn, noFilter, recheckedRows } from "./finding-rows.ts";
import type { Notice, Said, WaitingAct } from "./notice.ts";
import { type Extent, inPart, type Part } from "./part.ts";
import { firstRollUp, type RollUpPage, type RollUpState } from "./roll-up.ts";
import { type Done, withDone } from "./undo.ts";

type Tab = "check" | "rollup";
type Look = "auto" | "light" | "dark";

/** A page over the tab's list (页). */
export type Page =
  | { readonly kind: "columns" }
  | { readonly kind: "code"; readonly code: FindingCode }
  | { readonly kind: "header" }
  | {
      readonly kind: "explain";
      readonly row: FindingRow;
      /** What the finding was known by when the page was opened. */
      readonly known: string;
      /** Its value changed since then: what was to be said of it has to be said anew. */
      readonly changed?: true;
    }
  | {
      readonly kind: "fixes";
      readonly title: FindingRow["finding"]["code"];
      readonly rows: readonly FindingRow[];
      readonly preview: Preview;
      readonly ticked: readonly number[];
    }
  | { readonly kind: "settings"; readonly card?: SettingsCard }
  | RollUpPage;

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

export type PaneAction =
  | { readonly do: "set"; readonly state: Partial<PaneState> }
  | {
      readonly do: "checked";
      readonly cards: readonly SheetCard[];
      readonly rows: readonly FindingRow[];
      readonly rules: number;
      readonly at: number;
    }
  | { readonly do: "rechecked"; readonly cards: readonly SheetCard[]; readonly rows: readonly FindingRow[] }
  | { readonly do: "renamed"; readonly before: string; readonly after: string }
  | { readonly do: "showFresh" }
  | { readonly do: "hidden"; readonly at: PaneState["hiddenAt"] | undefined }
  | { readonly do: "unlocked"; readonly rows: readonly string[] }
  | { readonly do: "open"; readonly row: string | undefined; readonly preview?: Preview | undefined }
  | { readonly do: "card"; readonly open: boolean }
  | { readonly do: "toggleGroup"; readonly group: string }
  | { readonly do: "filter"; readonly filter: Partial<Filter> }
  | { readonly do: "tick"; readonly index: number; readonly on: boolean }
  | { readonly do: "done"; readonly one: Done }
  | { readonly do: "undone"; readonly id: number }
  | { readonly do: "page"; readonly page: Page | undefined }
  | { readonly do: "contact"; readonly contact: PaneState["contact"] | undefined }
  | { readonly do: "waiting"; readonly waiting: PaneState["waiting"] | undefined }
  | { readonly do: "notice"; readonly notice: Notice | undefined };

/** The pane after an action. */
export function paneReducer(state: PaneState, action: PaneAction): PaneState {
  switch (action.do) {
    case "set":
      return retold({ ...state, ...action.state }, state);
    case "checked": {
      const { openRow: _, openPreview: __, notice: ___, progress: ____, partly: _____, ...rest } = state;
      return {
        ...rest,
        phase: "ready",
        cards: action.cards,
        rows: inPart(action.rows, state),
        fresh: [],
        rules: action.rules,
        checkedAt: action.at,
      };
    }
    case "rechecked":
      return { ...state, cards: action.cards, ...recheckedRows(state.rows, inPart(action.rows, state)) };
    case "renamed": {
      const { before, after } = action;
      const now = (sheet: string) => (sheet === before ? after : sheet);
      const { currentCell: _, hiddenAt: __, ...rest } = state;
      return {
        ...rest,
        active: now(state.active),
        closedCards: state.closedCards.map(now),
        done: state.done.map((one) => ({
          ...one,
          writes: one.writes.map((write) => ({ ...write, sheet: now(write.sheet) })),
          ...(one.refits
            ? { refits: one.refits.map((refit) => ({ ...refit, sheet: now(refit.sheet) })) }
            : {}),
          ...(one.added ? { added: one.added.map((sheet) => ({ ...sheet, sheet: now(sheet.sheet) })) } : {}),
        })),
      };
    }
    case "hidden": {
      const { hiddenAt: _, ...rest } = state;
      return action.at ? { ...rest, hiddenAt: action.at } : rest;
    }
    case "unlocked":
      return {
        ...state,
        rows: state.rows.map(({ unlocked: _, ...row }) =>
          action.rows.includes(row.id) ? { ...row, unlocked: true } : row,
        ),
      };
    case "showFresh":
      return { ...state, rows: inOrder([...state.rows, ...state.fresh]), fresh: [] };
    case "open": {
      const { openRow: _, openPreview: __, ...rest } = state;
      return {
        ...rest,
        closedCards: withCard(state, false),
        ...(action.row === undefined ? {} : { openRow: action.row }),
        ...(action.preview ? { openPreview: action.preview } : {}),
      };
    }
    case "card":
      return { ...state, closedCards: withCard(state, action.open) };
    case "toggleGroup": {
      const closed = state.closedGroups.includes(action.group);
      return {
        ...state,
        closedGroups: closed
          ? state.closedGroups.filter((one) => one !== action.group)
          : [...state.closedGroups, action.group],
      };
    }
    case "filter":
      return retold({ ...state, filter: { ...state.filter, ...action.filter } }, state);
    case "tick": {
      if (state.page?.kind !== "fixes") return state;
      const without = state.page.ticked.filter((one) => one !== action.index);
      return { ...state, page: { ...state.page, ticked: action.on ? [...without, action.index] : without } };
    }
    case "done":
      return { ...state, done: withDone(state.done, action.one) };
    case "undone":
      return { ...state, done: state.done.filter(({ id }) => id !== action.id) };
    case "page": {
      const { page: _, ...rest } = state;
      return action.page ? { ...rest, page: action.page } : rest;
    }
    case "waiting": {
      const { waiting: _, ...rest } = state;
      return action.waiting ? { ...rest, waiting: action.waiting } : rest;
    }
    case "contact": {
      const { contact: _, ...rest } = state;
      return action.contact ? { ...rest, contact: action.contact } : rest;
    }
    case "notice": {
      const { notice: _, ...rest } = state;
      return action.notice ? { ...rest, notice: action.notice } : rest;
    }
  }
}

/** What was said of a check is said of the sheet that is looked at now, or of all. */
function retold(state: PaneState, before: PaneState): PaneState {
  const { notice, filter, active } = state;
  const isSame = active === before.active && filter.scope === before.filter.scope;
  if (isSame || notice?.kind !== "said" || notice.text.what !== "found") return state;
  return { ...state, notice: { ...notice, text: foundNow(state) } };
}

/** What a check has found, of what is looked at now. */
export function foundNow({ rows, filter, active, cards }: PaneState): Said {
  const isTarget = cards.some(({ sheet, isTargetSheet }) => sheet === active && isTargetSheet);
  return {
    what: "found",
    ...foundIn(rows, filter, active),
    ...(isTarget || filter.scope === "all" ? {} : { noTargets: true }),
  };
}

/** The sheets whose card is closed, with or without the active one. */
function withCard({ closedCards, active }: PaneState, open: boolean): readonly string[] {
  if (closedCards.includes(active) !== open) return closedCards;
  return open ? closedCards.filter((sheet) => sheet !== active) : [...closedCards, active];
}

/** New rows go where the check would put them: after the rows of their code, or of their weight. */
function inOrder(rows: readonly FindingRow[]): FindingRow[] {
  const codes = [...new Set(rows.map(({ finding }) => `${finding.severity}${finding.code}`))].sort();
  return [...rows].sort(
    (a, b) =>
      codes.indexOf(`${a.finding.severity}${a.finding.code}`) -
      codes.indexOf(`${b.finding.severity}${b.finding.code}`),
  );
}
