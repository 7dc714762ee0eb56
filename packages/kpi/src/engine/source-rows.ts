import { encodedRows } from "./encode-facts.ts";
import type { Fact, NumberedFact } from "./fact.ts";
import { findGroup } from "./fact-cell.ts";
import type { FactIndicator, FactTable } from "./fact-columns.ts";
import { bit, lackingBits } from "./fact-status.ts";
import { bitsAt } from "./fact-table.ts";
import { placeOf, readRows } from "./joint.ts";
import { emptyLeaf, overTime } from "./leaf.ts";
import type { FactRollUp } from "./roll-up-facts.ts";
import type { PlainRollUp } from "./roll-up-plain-facts.ts";
import type { Window } from "./roll-up-plan.ts";
import { windowAt } from "./set-cells.ts";

/** A row that a cell is made from, and which of its figures are in the cell. */
export interface SourceRow {
  /** Its number in the table; of a roll-up of plain facts its position among them. */
  readonly row: number;
  readonly target: boolean;
  readonly actual: boolean;
}

/**
 * The rows of the table, or the plain facts, that a cell is made from, in order (溯源). Looked up when asked, in one pass:
 * no list is kept a level. Of plain facts that were no array there is nothing to look into, and a RangeError is thrown. A row without a figure is among them, because it makes its org expected; of earlier months
 * only the rows that are carried (沿用) or give the target, and of later ones none.
 * @example sourceRows(rollUp, { division: "子县" }, "城镇新增就业") // [{ row: 3, target: true, actual: true }]
 */
export function sourceRows(
  rollUp: FactRollUp | PlainRollUp,
  key: Readonly<Record<string, string>>,
  indicator: string,
): SourceRow[] {
  return rowsByOrg(rollUp, key, indicator)
    .flatMap(({ rows }) => rows)
    .sort((a, b) => a.row - b.row);
}

/**
 * Who has not reported in a cell, in the order of the orgs (缺报单位): orgs whose figure is missing or unusable.
 * @example lackingOrgs(rollUp, {}, "城镇新增就业") // ["丑区"]
 */
export function lackingOrgs(
  rollUp: FactRollUp | PlainRollUp,
  key: Readonly<Record<string, string>>,
  indicator: string,
): string[] {
  return orgsWith(rollUp, key, indicator, ({ bits }) => (bits & lackingBits) !== 0);
}

/**
 * Who says 不涉及 in a cell, in the order of the orgs (不涉及单位); they are not expected.
 * @example outsideOrgs(rollUp, {}, "城镇新增就业") // ["寅县"]
 */
export function outsideOrgs(
  rollUp: FactRollUp | PlainRollUp,
  key: Readonly<Record<string, string>>,
  indicator: string,
): string[] {
  return orgsWith(rollUp, key, indicator, ({ bits }) => bits !== 0 && !(bits & (bit.reported | lackingBits)));
}

/** The orgs of a cell whose rows are such, in the order of the orgs. */
function orgsWith(
  rollUp: FactRollUp | PlainRollUp,
  key: Readonly<Record<string, string>>,
  indicator: string,
  are: (rows: OrgRows) => boolean,
): string[] {
  return rowsByOrg(rollUp, key, indicator)
    .filter(are)
    .sort((a, b) => a.org - b.org)
    .map(({ name }) => name);
}

interface OrgRows {
  readonly org: number;
  readonly name: string;
  readonly bits: number;
  readonly rows: readonly SourceRow[];
}

function rowsByOrg(
  rollUp: FactRollUp | PlainRollUp,
  key: Readonly<Record<string, string>>,
  indicator: string,
): OrgRows[] {
  const code = rollUp.table.indicators.findIndex((one) => one.key === indicator);
  const found = findGroup(rollUp, key);
  if (!found || code < 0) return [];
  const { table, positions } =
    "frame" in rollUp ? rowsOf(rollUp, code) : { table: rollUp.table, positions: undefined };
  const { groups } = found.set;
  const axis = groups.dimensions.indexOf("period");
  const only = axis < 0 ? undefined : (groups.members[axis] as Int32Array)[found.group];
  const window: Window = only === undefined ? rollUp.window : windowAt(rollUp.window, only);
  const place = placeOf(table, groups);
  const byOrg = new Map<number, number[]>();
  for (let row = 0; row < table.size; row++) {
    if (table.indicator[row] !== code) continue;
    const period = table.period?.[row] ?? 0;
    if (table.period && (period < window.first || period > window.last)) continue;
    const own = table.org[row] as number;
    const leads = [own, ...(table.joint.get(row) ?? [])];
    if (!leads.some((org) => place(row, org, window.to) === found.group)) continue;
    const rows = byOrg.get(own);
    if (rows) rows.push(row);
    else byOrg.set(own, [row]);
  }
  return [...byOrg].map(([org, own]) => {
    const { bits, rows } = usedRows(table, own, code, window);
    const placed = rows.map((one) => ({ ...one, row: positions?.[one.row] ?? one.row }));
    return { org, name: table.orgs.names[org] as string, bits, rows: placed };
  });
}

/** A table of the plain facts of one indicator, with the position of each row among all of them. */
function rowsOf({ frame, facts, table: { periods } }: PlainRollUp, code: number) {
  if (!facts) throw new RangeError("Facts one by one are not kept: give an array");
  const { key } = frame.indicators[code] as FactIndicator;
  const all = [...facts.keys()].filter((at) => facts[at]?.indicator === key || facts[at]?.indicator === code);
  const { table, leftOut } = encodedRows(
    { ...frame, ...(periods.length > 0 ? { periods } : {}) },
    all.map((at) => facts[at] as Fact | NumberedFact),
  );
  const out = new Set(leftOut);
  return { table, positions: all.filter((_, at) => !out.has(at)) };
}

/** Of the rows of one org those that its figure is made from. */
function usedRows(table: FactTable, rows: readonly number[], code: number, window: Window) {
  const leaf = emptyLeaf();
  readRows(table, { rows, indicator: code, period: window.to }, window, false, leaf);
  const { adds, targetsAdd } = overTime(table, table.indicators[code] as FactIndicator);
  const periodOf = (row: number) => table.period?.[row] ?? 0;
  const hasTarget = (row: number) => (bitsAt(table, row) & bit.target) !== 0;
  const latest = Math.max(
    ...rows
      .filter(hasTarget)
      .map(periodOf)
      .filter((period) => period <= window.to),
  );
  const isAsked = (period: number) => period >= window.from && period <= window.to;
  const sources = rows.flatMap((row): SourceRow[] => {
    const period = periodOf(row);
    const gives = {
      actual: adds
        ? isAsked(period)
        : (period === window.to && !window.isOpen) || period === leaf.carriedFrom,
      target: targetsAdd ? isAsked(period) : period === latest,
    };
    const source = {
      row,
      target: gives.target && hasTarget(row) && (leaf.bits & bit.target) !== 0,
      actual: gives.actual && (bitsAt(table, row) & bit.reported) !== 0,
    };
    return source.target || source.actual || gives.actual ? [source] : [];
  });
  return { bits: leaf.bits, rows: sources };
}
