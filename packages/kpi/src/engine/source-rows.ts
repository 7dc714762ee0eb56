import { findGroup } from "./fact-cell.ts";
import type { FactIndicator, FactTable } from "./fact-columns.ts";
import { bit, lackingBits } from "./fact-status.ts";
import { bitsAt } from "./fact-table.ts";
import { placeOf, readRows } from "./joint.ts";
import { emptyLeaf, overTime } from "./leaf.ts";
import type { FactRollUp } from "./roll-up-facts.ts";
import type { Window } from "./roll-up-plan.ts";
import { windowAt } from "./set-cells.ts";

/** A row that a cell is made from, and which of its figures are in the cell. */
export interface SourceRow {
  readonly row: number;
  readonly target: boolean;
  readonly actual: boolean;
}

/**
 * The rows of the table that a cell is made from, in order (溯源). Looked up when asked, in one pass over the columns:
 * no list is kept a level. A row without a figure is among them, because it makes its org expected; of earlier months
 * only the rows that are carried (沿用) or give the target, and of later ones none.
 * @example sourceRows(rollUp, { division: "子县" }, "城镇新增就业") // [{ row: 3, target: true, actual: true }]
 */
export function sourceRows(
  rollUp: FactRollUp,
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
  rollUp: FactRollUp,
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
  rollUp: FactRollUp,
  key: Readonly<Record<string, string>>,
  indicator: string,
): string[] {
  return orgsWith(rollUp, key, indicator, ({ bits }) => bits !== 0 && !(bits & (bit.reported | lackingBits)));
}

/** The orgs of a cell whose rows are such, in the order of the orgs. */
function orgsWith(
  rollUp: FactRollUp,
  key: Readonly<Record<string, string>>,
  indicator: string,
  are: (rows: OrgRows) => boolean,
): string[] {
  const { names } = rollUp.table.orgs;
  return rowsByOrg(rollUp, key, indicator)
    .filter(are)
    .map(({ org }) => org)
    .sort((a, b) => a - b)
    .map((org) => names[org] as string);
}

interface OrgRows {
  readonly org: number;
  readonly bits: number;
  readonly rows: readonly SourceRow[];
}

function rowsByOrg(rollUp: FactRollUp, key: Readonly<Record<string, string>>, indicator: string): OrgRows[] {
  const { table } = rollUp;
  const code = table.indicators.findIndex((one) => one.key === indicator);
  const found = findGroup(rollUp, key);
  if (!found || code < 0) return [];
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
  return [...byOrg].map(([org, rows]) => ({ org, ...usedRows(table, rows, code, window) }));
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
