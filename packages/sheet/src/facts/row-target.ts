import type { TargetFact } from "@taizhang/kpi";
import { asksForNumber } from "../read/asks-for-number.ts";
import { assessedPoints } from "../read/points.ts";
import { readTarget } from "../read/stated-direction.ts";
import type { About, Row } from "./about.ts";
import { targetValues, unitOfAmount } from "./amounts.ts";

/** The target of a row (目标); none where it has none or shares a cell whose owners cannot be told. */
export function targetOf(
  { entry, standing, ledger, shared: sharedIn, source: { year, period } }: Row,
  about: About,
  days: Pick<TargetFact, "start" | "deadline">,
): TargetFact | undefined {
  const cell = entry.cells.get("target");
  const shared = cell && sharedIn(entry, "target");
  if (!cell || shared === "unclear" || (cell.carried && !shared)) return undefined;
  const amount = readTarget(entry, ledger);
  // A row of the ledger that should have a number and has none still says who is expected to report.
  const isExpected = standing === "ledger" && amount.status === "missing" && asksForNumber(entry);
  if (amount.status !== "reported" && amount.status !== "pending" && !isExpected) return undefined;
  const source = (ledger ?? entry).cells.get("targetSource")?.text;
  if (shared) {
    const values = {
      bound: amount.bound ?? ("eq" as const),
      status: "set" as const,
      shared,
      standing,
      ...days,
    };
    return { ...about, ...unitOfAmount(amount, entry, ledger), ...values, at: cell.at };
  }
  const { weight } = assessedPoints(entry, ledger);
  return {
    ...about,
    ...unitOfAmount(amount, entry, ledger),
    ...targetValues(entry, amount, year),
    standing,
    ...(standing === "ledger" || period === undefined ? {} : { stated: period }),
    ...days,
    ...(source ? { source } : {}),
    ...(weight === undefined ? {} : { weight }),
    at: cell.at,
  };
}
