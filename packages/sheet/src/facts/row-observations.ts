import type { ObservationFact } from "@taizhang/kpi";
import { firstMonth, lastMonth, type Measure, monthOfNumber } from "@taizhang/model";
import type { Field } from "../field.ts";
import { readAmount } from "../read/amount.ts";
import { asksForNumber } from "../read/asks-for-number.ts";
import type { About, Row } from "./about.ts";
import { unitOfAmount } from "./amounts.ts";
import { earlierSums, monthCells } from "./figures-period.ts";
import { reportOfCell } from "./report-of-cell.ts";

const measures: readonly (readonly [Field, Measure])[] = [
  ["actualCumulative", "cumulative"],
  ["actualPeriod", "inPeriod"],
  ["actualLastYear", "lastYear"],
];

/**
 * What a returned row reports, and what stands beside it of earlier months (填报数). `byTime`: the target is of the month or
 * quarter alone, so that its own figure counts beside the cumulative one.
 */
export function observationsOf(row: Row, about: About, byTime: boolean): ObservationFact[] {
  const { entry, standing, ledger } = row;
  if (standing === "ledger") return [];
  const found = [...ofEarlierSums(row, about), ...ofLastSum(row, about)];
  for (const [field, measure] of measures) {
    const cell = entry.cells.get(field);
    const months = measure === "inPeriod" ? monthCells(entry, row.source.period) : [];
    if (months.length > 0 && !entry.cells.has("actualCumulative")) {
      found.push(...ofMonths(months, row, about));
      continue;
    }
    // Cumulative and in-period columns never mix: a month alone does not stand in for a cumulative cell.
    const shared = cell && row.shared(entry, field);
    const isBeside = measure === "inPeriod" && entry.cells.has("actualCumulative") && !byTime;
    if (!cell || (cell.carried && !shared) || isBeside) continue;
    const amount = readAmount(cell, entry);
    const isSilent = amount.status === "missing" || amount.marks.includes("unreadable");
    if (isSilent && !asksForNumber(entry) && !(ledger && asksForNumber(ledger))) continue;
    found.push({
      ...about,
      ...unitOfAmount(amount, entry, ledger),
      standing,
      measure,
      ...reportOfCell(amount, cell, row),
      // Nobody's own: it counts once where all who share it are together, and not at all where they cannot be told apart.
      ...(shared ? { value: { status: "unusable", why: "unreadable" } as const } : {}),
      ...(shared && shared !== "unclear" ? { shared } : {}),
    });
  }
  return found;
}

/** The running sums of earlier months, of which the last stands in where the report's own is blank (沿用). */
function ofEarlierSums(row: Row, about: About): ObservationFact[] {
  const { entry, standing, ledger, source } = row;
  if (standing === "ledger") return [];
  return earlierSums(entry, source.period).flatMap(({ cell, period }) => {
    const amount = readAmount(cell, entry);
    if (amount.status !== "reported") return [];
    const unit = unitOfAmount(amount, entry, ledger);
    return [
      { ...about, ...unit, standing, measure: "cumulative", ...reportOfCell(amount, cell, row), period },
    ];
  });
}

/** 上月累计 of a row whose own sum is blank: with nothing else of that month given, it stands in for it. */
function ofLastSum(row: Row, about: About): ObservationFact[] {
  const { entry, standing, ledger, source } = row;
  const [cell, own] = [entry.cells.get("actualLastCumulative"), entry.cells.get("actualCumulative")];
  if (!cell || !own || cell.carried || standing === "ledger" || source.period === undefined) return [];
  const [amount, first] = [readAmount(cell, entry), firstMonth(source.period)];
  if (amount.status !== "reported" || first % 12 === 0 || readAmount(own, entry).status !== "missing")
    return [];
  const period = monthOfNumber(first - 1);
  const report = { ...about, ...unitOfAmount(amount, entry, ledger), ...reportOfCell(amount, cell, row) };
  return [{ ...report, standing, measure: "cumulative", period, repeated: true }];
}

/** What was done in each month up to the table's own (分月完成). */
function ofMonths(months: ReturnType<typeof monthCells>, row: Row, about: About): ObservationFact[] {
  const { entry, standing, ledger, source } = row;
  if (standing === "ledger") return [];
  const end = source.period === undefined ? undefined : lastMonth(source.period);
  return months.flatMap(({ cell, period }) => {
    const amount = readAmount(cell, entry);
    if (cell.carried || (end !== undefined && lastMonth(period) > end)) return [];
    if (amount.status === "missing" && !asksForNumber(entry) && !(ledger && asksForNumber(ledger))) return [];
    const unit = unitOfAmount(amount, entry, ledger);
    return [{ ...about, ...unit, standing, measure: "inPeriod", ...reportOfCell(amount, cell, row), period }];
  });
}
