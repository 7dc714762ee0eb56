import type { TargetFact } from "@taizhang/kpi";
import type { Node, Period, Value } from "@taizhang/model";
import { compare, type Decimal, sum, unitOf, zero } from "@taizhang/quantity";
import type { Amount, Cell, Entry } from "../entry.ts";
import { readAmount } from "../read/amount.ts";

/** The base word and the power of ten of an amount, from its cell or else from the row (计量单位). */
export function unitOfAmount(
  amount: Amount,
  entry: Entry,
  ledger: Entry | undefined,
): { unit: string; power: number; per?: string } {
  const printed = entry.unit ?? ledger?.unit ?? "";
  const known = unitOf(printed);
  const { unit = known?.unit ?? printed } = amount;
  const power = amount.unit === undefined ? (known?.power ?? 0) : amount.power;
  return { unit, power, ...(known?.per !== undefined && known.unit === unit ? { per: known.per } : {}) };
}

/** What a cell reports (填报值). A unit or a text in the cell leaves a mark for the total's notes. */
export function reportedValue(amount: Amount): Value {
  if (amount.status === "reported" && amount.amount !== undefined)
    return { status: "reported", amount: amount.amount };
  if (amount.status === "notApplicable" || amount.status === "missing") return { status: amount.status };
  if (amount.status === "pending") return { status: "missing" };
  const why = amount.marks.find((mark) => mark === "error" || mark === "uncalculated");
  return { status: "unusable", why: why ?? "unreadable" };
}

/** The parts of a target fact that stand in amounts: value, band, stretch, baseline, nodes (目标值). */
export function targetValues(entry: Entry, target: Amount, year: number | undefined) {
  const stretch = target.stretch ?? readAmount(entry.cells.get("stretch"), entry).amount;
  const baseline = readAmount(entry.cells.get("baseline"), entry).amount;
  const nodes = cumulated(nodesOf(entry, year), target.amount);
  return {
    bound: target.bound ?? "eq",
    status: target.status === "pending" ? ("pending" as const) : ("set" as const),
    places: target.places,
    ...(target.status === "reported" && target.amount !== undefined ? { value: target.amount } : {}),
    ...(target.amountMax === undefined ? {} : { valueMax: target.amountMax }),
    ...(stretch === undefined ? {} : { stretch }),
    ...(baseline === undefined ? {} : { baseline }),
    ...(nodes.length > 0 ? { nodes } : {}),
  } satisfies Partial<TargetFact>;
}

/** A node, and whether its heading leaves open if it is of the quarter alone: 二季度, 四季度. */
type ReadNode = Node & { readonly isOpen: boolean };

/**
 * Nodes are cumulative (一季度, 上半年 …). Where they add up to the target and the last one alone falls short of it, each is
 * of its own quarter or month, and they are laid end to end (分期目标). 二季度 and 四季度 count only where the numbers say
 * which it is.
 */
function cumulated(nodes: readonly ReadNode[], target: Decimal | undefined): Node[] {
  const inOrder = [...nodes].sort((a, b) => (a.through < b.through ? -1 : 1));
  const values = inOrder.map(({ value }) => value);
  const [last = zero] = values.slice(-1);
  const isWhole = (value: Decimal) => target !== undefined && compare(value, target) === 0;
  const byPart = inOrder.length > 1 && !isWhole(last) && isWhole(sum(values));
  return inOrder
    .filter(({ isOpen }) => !isOpen || byPart || isWhole(last))
    .map(({ through, value }, index) => ({
      through,
      value: byPart ? sum(values.slice(0, index + 1)) : value,
    }));
}

const nodeMonths: Readonly<Record<string, string>> = {
  ...{ Q1: "03", H1: "06", Q3: "09", Y: "12" },
  // Not cumulative by their words, and so only where the quarters add up to the year.
  ...{ Q2: "06", Q4: "12" },
};

function nodesOf(entry: Entry, year: number | undefined): ReadNode[] {
  if (year === undefined) return [];
  return entry.nodes.flatMap((cell) => {
    const through = throughOf(cell, year);
    const { amount } = readAmount(cell, entry);
    const isOpen = cell.column.node === "Q2" || cell.column.node === "Q4";
    return through === undefined || amount === undefined ? [] : [{ through, value: amount, isOpen }];
  });
}

/** 一季度 of 2016 is through 2016-03; a month column through that month. */
function throughOf({ column: { node } }: Cell, year: number): Period | undefined {
  const month =
    node === undefined ? undefined : (nodeMonths[node] ?? /^M(\d{1,2})$/.exec(node)?.[1]?.padStart(2, "0"));
  return month === undefined ? undefined : `${year}-${month}`;
}
