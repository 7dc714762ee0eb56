import type { Preview } from "../engine/protocol.ts";
import type { SheetCard } from "../engine/sheet-card.ts";
import { type Filter, type FindingRow, foundIn, recheckedRows } from "./finding-rows.ts";
import type { Notice, Said } from "./notice.ts";
import type { Page } from "./page.ts";
import type { PaneState } from "./pane.ts";
import { inPart } from "./part.ts";
import { type Done, withDone } from "./undo.ts";

/** What can happen to the pane (动作). */
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
      return retold({ ...(action.state.tab ? unasked(state) : state), ...action.state }, state);
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
      return action.page ? { ...unasked(rest), page: action.page } : rest;
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

/** Who leaves the list while it is asked about marks wants none. */
const unasked = (state: PaneState): PaneState =>
  state.marks === "asking" ? { ...state, marks: "off" } : state;

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
