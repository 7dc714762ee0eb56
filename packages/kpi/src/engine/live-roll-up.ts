import type { Fact } from "./fact.ts";
import { cellAt, type FactCell, factCells, findGroup, keyOf } from "./fact-cell.ts";
import type { FactTable } from "./fact-columns.ts";
import { type ChangedCell, type Changes, changes } from "./live-changes.ts";
import { countAnew, rowsWithStandIn, shownBy, tellDifferences, turnsSign } from "./live-sign.ts";
import { type LiveState, liveState } from "./live-state.ts";
import {
  appendRow,
  changeRow,
  checkChange,
  countNegative,
  type FactChange,
  liveTable,
  tableNow,
} from "./live-table.ts";
import { inUnit } from "./millionths.ts";
import type { RollUpPlan } from "./roll-up-plan.ts";
import type { SetCells } from "./set-cells.ts";

/** A change to the returns: a row edited, a fact added, a row taken back (增量). */
export type FactEdit =
  | { readonly row: number; readonly change: FactChange }
  | { readonly add: Fact }
  | { readonly remove: number };

/** How much room a live roll-up takes. */
export interface LiveOptions {
  /**
   * Up to how many leaves every combination of org, dimension of the fact, period and indicator has room; beyond, only
   * the combinations that are there, and a new one makes everything anew. Default: the greater of 4 million and twice the
   * facts.
   */
  readonly dense?: number;
}

/** A roll-up that follows its returns (增量汇总). */
export interface LiveRollUp {
  /**
   * Applies edits one after the other, tells the subscribers once, and gives the rows of what was added. An edit that
   * contradicts itself, or names what is not in the table, throws and changes nothing; those before it are done. An error
   * of a subscriber is thrown when all edits are done and all others have heard.
   */
  readonly apply: (edits: readonly FactEdit[]) => number[];
  /** Hears of the cells that changed, and of nothing else; gives what ends it. */
  readonly subscribe: (listener: (changed: readonly ChangedCell[]) => void) => () => void;
  /** Hears of one cell. */
  readonly watch: (
    key: Readonly<Record<string, string>>,
    indicator: string,
    listener: (cell: FactCell | undefined) => void,
  ) => () => void;
  /** A changed cell as it is now; undefined where nothing stands in it any more. */
  readonly cellOf: (changed: ChangedCell) => FactCell | undefined;
  readonly keyOf: (changed: ChangedCell) => Readonly<Record<string, string>>;
  readonly cell: (key: Readonly<Record<string, string>>, indicator: string) => FactCell | undefined;
  readonly cells: () => FactCell[];
  /** The facts as they are now. Rows keep their numbers in here, and close up there. */
  readonly table: () => FactTable;
}

/**
 * A roll-up that is kept up to date: an edit, an added or removed return, a changed target touches the cells above it
 * and no other, and equals a full roll-up (增量汇总). It works on its own copy of the table. The domain page §4, law 8.
 * @example const live = liveRollUp(table, { sets: everyLevel(table, "division") })
 */
export function liveRollUp(given: FactTable, plan: RollUpPlan, options: LiveOptions = {}): LiveRollUp {
  const rows = liveTable(given);
  const { table } = rows;
  const isDead = (row: number) => rows.dead.has(row);
  let state: LiveState = liveState(table, plan, isDead, options.dense);
  const listeners = new Set<(changed: readonly ChangedCell[]) => void>();
  const code = coderOf(table);

  /** An edit that turns the sign of an indicator changes cells that are not above its row: all of them are looked at. */
  const edited = <Result>(
    turned: number | undefined,
    edit: (changed: Changes) => Result,
    changed: Changes,
  ) => {
    if (turned === undefined) return edit(changed);
    const before = shownBy(state, turned);
    const result = edit(changes());
    state.recount(turned, rowsWithStandIn(rows, turned), () => countAnew(rows));
    tellDifferences(before, shownBy(state, turned), changed);
    return result;
  };
  const turnedBy = (indicator: number, row: number | undefined, change: FactChange | undefined) =>
    turnsSign(rows, indicator, row === undefined ? undefined : table.marks[row], change)
      ? indicator
      : undefined;

  const addRow = (fact: Fact, changed: Changes): number => {
    const indicator = code("indicator", fact.indicator);
    const change = figuresOf(fact, table.indicators[indicator]?.unit ?? "");
    checkChange(change);
    return edited(turnedBy(indicator, undefined, change), (all) => place(fact, change, all), changed);
  };
  const place = (fact: Fact, change: FactChange, changed: Changes): number => {
    const row = appendRow(rows, fact, code);
    changeRow(rows, row, change);
    if (state.isNew(row)) {
      // A combination that was never there: rare enough to begin again, and to compare what each cell shows
      const before = state;
      const now = liveState(table, plan, isDead, options.dense);
      state = now;
      now.touch(row, {
        ...changed,
        add: (set, group, indicator) => {
          const cell = cellAt(now, now.sets[set] as SetCells, group, indicator);
          const own = before.sets[set] as SetCells;
          const { members } = (now.sets[set] as SetCells).groups;
          const was = own.groups.find(members.map((column) => column[group] as number));
          const shown = was === undefined ? undefined : cellAt(before, own, was, indicator);
          if (JSON.stringify(cell) !== JSON.stringify(shown)) changed.add(set, group, indicator);
        },
      });
    } else state.update(row, "add", changed);
    return row;
  };
  const removeRow = (row: number, changed: Changes): void => {
    state.update(row, "remove", changed);
    countNegative(rows, row, table.marks[row] as number, 0);
    rows.dead.add(row);
    rows.standIns.delete(row);
    rows.joint.delete(row);
  };
  const one = (edit: FactEdit, changed: Changes): number[] => {
    if ("add" in edit) return [addRow(edit.add, changed)];
    const row = "remove" in edit ? edit.remove : edit.row;
    if (!Number.isInteger(row) || row < 0 || row >= table.size || isDead(row))
      throw new RangeError(
        `No row ${row} in the table: give one from 0 to ${table.size - 1} that was not removed`,
      );
    const change = "remove" in edit ? undefined : edit.change;
    // A misspelt `change` must not take the row away
    if (!("remove" in edit) && typeof change !== "object")
      throw new RangeError(
        `An edit of row ${row} that changes nothing: give its change, or { remove: ${row} }`,
      );
    const act = (all: Changes) =>
      change ? state.update(row, () => changeRow(rows, row, change), all) : removeRow(row, all);
    edited(turnedBy(table.indicator[row] as number, row, change), act, changed);
    return [];
  };

  return {
    apply: (edits) => {
      const changed = changes();
      const added: number[] = [];
      try {
        for (const edit of edits) added.push(...one(edit, changed));
      } finally {
        // An edit that is refused leaves those before it done, and they are told
        if (changed.list.length > 0) tell([...listeners], changed.list);
      }
      return added;
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    watch: (key, indicator, listener) => {
      findGroup(state, key); // throws at once for a dimension that is not there, and not when the first edit comes
      const of = table.indicators.findIndex((other) => other.key === indicator);
      if (of < 0)
        throw new RangeError(
          `No indicator ${indicator} in the table; there are ${table.indicators.map((one) => one.key).join(", ")}`,
        );
      const hear = (changed: readonly ChangedCell[]) => {
        const found = findGroup(state, key);
        const set = state.sets.findIndex(({ groups }) => groups === found?.set.groups);
        if (changed.some((cell) => cell.set === set && cell.group === found?.group && cell.indicator === of))
          listener(found && cellAt(state, found.set, found.group, of));
      };
      listeners.add(hear);
      return () => listeners.delete(hear);
    },
    cellOf: ({ set, group, indicator }) => {
      const cells = state.sets[set];
      return cells && cellAt(state, cells, group, indicator);
    },
    keyOf: ({ set, group }) => keyOf(table, state.sets[set] as SetCells, group),
    cell: (key, indicator) => {
      const found = findGroup(state, key);
      const of = table.indicators.findIndex((other) => other.key === indicator);
      return found && of >= 0 ? cellAt(state, found.set, found.group, of) : undefined;
    },
    cells: () => [...factCells(state)],
    table: () => tableNow(rows),
  };
}

/** Tells all; an error of one is thrown when the others have heard. */
function tell(
  listeners: readonly ((changed: readonly ChangedCell[]) => void)[],
  changed: readonly ChangedCell[],
): void {
  const errors: unknown[] = [];
  for (const listener of listeners)
    try {
      listener(changed);
    } catch (error) {
      errors.push(error);
    }
  if (errors.length > 0) throw errors[0];
}

function coderOf(table: FactTable) {
  const codes = new Map<string, Map<string, number>>();
  const names = (dimension: string): readonly string[] =>
    dimension === "org"
      ? table.orgs.names
      : dimension === "indicator"
        ? table.indicators.map(({ key }) => key)
        : dimension === "period"
          ? table.periods
          : (table.dimensions[dimension]?.members ?? []);
  return (dimension: string, name: string): number => {
    const known = codes.get(dimension) ?? new Map(names(dimension).map((one, code) => [one, code]));
    codes.set(dimension, known);
    const code = known.get(name);
    if (code === undefined) throw new RangeError(`No ${dimension} ${name} in the table`);
    return code;
  };
}

/** The figures of a new fact, in the indicator's unit, as a change of a row that has none. */
function figuresOf({ target, pending, actual, status, light, unit }: Fact, own: string): FactChange {
  const amount = (given: NonNullable<Fact["actual"]>) => {
    const converted = inUnit(given, unit, own);
    if (converted === undefined) throw new RangeError(`${given} ${unit ?? ""} is no amount in ${own}`);
    return converted;
  };
  return {
    ...(target === undefined ? {} : { target: target === null ? null : amount(target) }),
    ...(pending === undefined ? {} : { pending }),
    ...(actual === undefined ? {} : { actual: actual === null ? null : amount(actual) }),
    ...(status === undefined ? {} : { status }),
    ...(light === undefined ? {} : { light }),
  };
}
