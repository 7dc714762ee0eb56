import type { TargetFact } from "@taizhang/kpi";
import { isPeriod, type Period } from "@taizhang/model";
import type { Amount, Cell, Entry } from "../entry.ts";
import { readAmount } from "../read/amount.ts";
import { readTarget } from "../read/stated-direction.ts";
import type { About, Row } from "./about.ts";
import { targetValues, unitOfAmount } from "./amounts.ts";
import { monthCells } from "./figures-period.ts";

/** A target of the report's own month or quarter, its cell, and that time (当期目标). */
export interface TargetOfTime {
  readonly cell: Cell;
  readonly amount: Amount;
  readonly period: Period;
}

/** Words of the time alone: 本月目标, 当季计划. 本期目标 and 节点目标 are what is due by now, cumulative. */
const thisMonth = /^[本当]月(?!底|末)/u;
const thisQuarter = /^[本当]季度?(?!末)/u;
/** 5月目标, 三季度任务; 至5月底, 前三季度 and 1—5月 are cumulative. */
const namedMonth = /^\d{1,2}月份?(?!底|末)/u;
const namedQuarter = /^第?[一二三四1-4]季度?(?!末)/u;

/**
 * The target of the report's own month or quarter, beside the figure of that time (本月目标与本月完成). “Target: indicator ×
 * org × period”: it is held against the figure of that very time. A column of the year's target, be it blank, a target of
 * the year in the ledger, or a cumulative figure says that the year is meant: such a column is then left as it was, a node
 * where its heading names a cumulative one, and nothing where it does not. The domain page §2, §3.
 * @example targetOfTime(entry, undefined, "2025-05") // { amount: { amount: "10", … }, period: "2025-05", … }
 */
export function targetOfTime(
  entry: Entry,
  ledger: Entry | undefined,
  period: Period | undefined,
): TargetOfTime | undefined {
  if (period === undefined || !isPeriod(period) || period.length === 4) return undefined;
  if (entry.cells.has("target") || entry.cells.has("actualCumulative")) return undefined;
  if (ledger?.cells.has("target") && readTarget(ledger).status !== "missing") return undefined;
  const figure = entry.cells.get("actualPeriod");
  if (!figure || !isOf(figure, period) || monthCells(entry, period).length > 0) return undefined;
  const [cell, ...others] = entry.nodes.filter((one) => isOf(one, period));
  if (!cell || others.length > 0 || cell.carried) return undefined;
  const amount = readAmount(cell, entry);
  if (amount.status !== "reported" && amount.status !== "pending") return undefined;
  // The bound is stated as that of a target is: in the cell, in the column of directions, in the heading
  const aimed = readTarget({ ...entry, cells: new Map([...entry.cells, ["target", cell]]) }, ledger);
  return { cell, amount: aimed, period };
}

/** True for a column that says it is of the period alone. */
function isOf({ column: { path, node } }: Cell, period: Period): boolean {
  const isQuarter = period.includes("Q");
  const own = isQuarter ? thisQuarter : thisMonth;
  const named = isQuarter ? namedQuarter : namedMonth;
  const number = isQuarter ? `Q${period.slice(-1)}` : `M${Number(period.slice(5))}`;
  return path.some((word) => own.test(word) || (named.test(word) && node === number));
}

/** That target as a fact: nodes, start and deadline are none of its own (当期目标). */
export function factOfTime(
  { cell, amount, period }: TargetOfTime,
  { entry, standing, ledger }: Row,
  about: About,
): TargetFact {
  const source = (ledger ?? entry).cells.get("targetSource")?.text;
  const { nodes: _, ...values } = targetValues(entry, amount, undefined);
  return {
    ...about,
    ...unitOfAmount(amount, entry, ledger),
    ...values,
    standing,
    period,
    ...(source ? { source } : {}),
    at: cell.at,
  };
}
