import type { RollUp, RollUpCell, TaskCounts } from "@taizhang/kpi";
import { type OracleCell, type OracleCounts, type OracleRollUp, open } from "./oracle-cell.ts";
import { equal, type Rational, rational, rounded, shown, times } from "./rational.ts";
import { scaleOfText } from "./unit-scale.ts";

const amounts = ["target", "stretch", "actual", "parentReported", "difference"] as const;
const rates = ["completion", "completionReporting", "pace"] as const;
const plain = ["atLeast", "reported", "expected", "light"] as const;
const states = ["total", "joint", "done", "onTrack", "behind", "overdue", "notDue", "unreported"] as const;

const nameOf = (key: Readonly<Record<string, string>>): string =>
  JSON.stringify(Object.entries(key).sort(([a], [b]) => (a < b ? -1 : 1)));

/** Every point in which a roll-up differs from what the oracle is sure of; empty where they agree. */
export function disagreements(theirs: RollUp, ours: OracleRollUp): string[] {
  const cell = (one: { key: RollUpCell["key"] }, indicator: string) => `${indicator} ${nameOf(one.key)}`;
  return [
    ...paired(
      theirs.cells.map((one) => [cell(one, one.indicatorKey), one] as const),
      ours.cells.map((one) => [cell(one, one.indicator), one] as const),
      cellDifferences,
    ),
    ...paired(
      theirs.counts.map((one) => [nameOf(one.key), one] as const),
      // A group whose tasks may all have left the count may be absent.
      ours.counts
        .filter(
          (one) => one.total.least > 0 || theirs.counts.some(({ key }) => nameOf(key) === nameOf(one.key)),
        )
        .map((one) => [nameOf(one.key), one] as const),
      countDifferences,
    ),
  ];
}

function paired<A, B>(
  theirs: readonly (readonly [string, A])[],
  ours: readonly (readonly [string, B])[],
  differences: (a: A, b: B) => string[],
): string[] {
  const found = new Map(theirs);
  const expected = new Map(ours);
  return [
    ...(found.size < theirs.length ? ["a group stands twice"] : []),
    ...[...found.keys()].filter((name) => !expected.has(name)).map((name) => `${name}: not expected`),
    ...[...expected].flatMap(([name, ours]) => {
      const one = found.get(name);
      return one === undefined
        ? [`${name}: absent`]
        : differences(one, ours).map((text) => `${name}.${text}`);
    }),
  ];
}

function cellDifferences(cell: RollUpCell, oracle: OracleCell): string[] {
  const found: string[] = [];
  const say = (field: string, theirs: unknown, ours: unknown) =>
    found.push(`${field}: ${theirs}, not ${ours}`);
  if (oracle.unit !== open && cell.unit !== oracle.unit) say("unit", cell.unit, oracle.unit);
  for (const field of amounts) {
    const ours = oracle[field];
    if (ours === open) continue;
    const text = cell[field];
    const asBase = text === null ? null : times(rational(text), scaleOfText(cell.unit));
    const quotient = field === "actual" && oracle.actualIsQuotient;
    if (quotient && asBase && ours && text ? isRoundingOf(text, ours) : same(asBase, ours)) continue;
    say(field, `${text} ${cell.unit}`, ours && `${shown(ours)} in base units`);
  }
  for (const field of rates) {
    const ours = oracle[field];
    if (ours === open) continue;
    const text = cell[field];
    if (!same(text === null ? null : rational(text), ours)) say(field, text, ours && shown(ours));
  }
  for (const field of plain)
    if (oracle[field] !== open && cell[field] !== oracle[field]) say(field, cell[field], oracle[field]);
  const missing = [...cell.missing].sort().join("、");
  if (oracle.missing !== open && missing !== oracle.missing.join("、"))
    say("missing", missing, oracle.missing.join("、"));
  if (cell.expected < cell.reported + cell.missing.length)
    say("expected", cell.expected, "at least reported + missing");
  return found;
}

const same = (a: Rational | null, b: Rational | null): boolean => (a && b ? equal(a, b) : a === b);

/** A quotient is printed with some digits: at least two places, or fewer where they say it exactly. */
function isRoundingOf(text: string, exact: Rational): boolean {
  const value = rational(text);
  return Array.from({ length: 11 }, (_, i) => i + 2).some((places) => equal(value, rounded(exact, places)));
}

function countDifferences(counts: TaskCounts, oracle: OracleCounts): string[] {
  const found = states
    .filter((state) => counts[state] < oracle[state].least || counts[state] > oracle[state].most)
    .map((state) => `${state}: ${counts[state]}, not ${oracle[state].least} to ${oracle[state].most}`);
  const five = counts.done + counts.onTrack + counts.behind + counts.notDue + counts.unreported;
  if (five !== counts.total) found.push(`total: ${counts.total}, but the five states make ${five}`);
  if (counts.overdue > counts.behind) found.push(`overdue: ${counts.overdue} of ${counts.behind} behind`);
  return found;
}
