import type { ObservationFact } from "./facts.ts";
import type { Reading } from "./reading.ts";

/** Which orgs a total awaits and which have reported; orgs, not rows (应报、实报、缺报). */
export interface Coverage {
  readonly expected: number;
  /** All rows of the org have a figure. */
  readonly reported: ReadonlySet<string>;
  /** Some row of the org has none. */
  readonly missing: readonly string[];
  /** The org's figure stands there but cannot be used: neither missing nor zero. */
  readonly unusable: readonly string[];
  /** Orgs that say 不涉及 in all of their rows; not expected. */
  readonly notApplicable: readonly string[];
  /** Orgs with a figure in some rows only. */
  readonly partly: readonly { readonly org: string; readonly reported: number; readonly expected: number }[];
}

/**
 * The orgs whose figure came in after a day, in the order of the lines (迟报单位). Who had reported it in time and amends it
 * later is not late, for "later corrections enter as 更正" (the domain page §2); a return that was sent back was none.
 */
export const lateOrgs = (readings: readonly Reading[], due: string): string[] => [
  ...new Set(
    readings.flatMap(({ line, parts }) =>
      parts.some(({ fact }) => isAfter(fact, due) && !line.own.some((other) => isInTime(other, fact, due)))
        ? [line.org]
        : [],
    ),
  ),
];

const isAfter = ({ submitted }: ObservationFact, due: string): boolean =>
  submitted !== undefined && submitted > due;

/** True for a figure of the same time that had come in by the day. */
const isInTime = (other: ObservationFact, { period, measure }: ObservationFact, due: string): boolean =>
  other.period === period &&
  other.measure === measure &&
  other.submitted !== undefined &&
  other.submitted <= due &&
  other.state !== "due" &&
  other.state !== "sentBack" &&
  (other.value.status === "reported" || other.value.status === "notApplicable");

/** The coverage of lines; rows that say 不涉及 are none. */
export function coverageOf(readings: readonly Reading[]): Coverage {
  const orgs = new Map<string, { reported: number; missing: number; unusable: number }>();
  for (const { line, status } of readings) {
    if (status === "notApplicable") continue;
    const rows = orgs.get(line.org) ?? { reported: 0, missing: 0, unusable: 0 };
    rows[status]++;
    orgs.set(line.org, rows);
  }
  const all = [...orgs];
  const outside = readings.flatMap(({ line, status }) => (status === "notApplicable" ? [line.org] : []));
  return {
    expected: all.length,
    reported: new Set(all.flatMap(([org, rows]) => (rows.missing + rows.unusable === 0 ? [org] : []))),
    missing: all.flatMap(([org, rows]) => (rows.missing > 0 ? [org] : [])),
    unusable: all.flatMap(([org, rows]) => (rows.missing === 0 && rows.unusable > 0 ? [org] : [])),
    notApplicable: [...new Set(outside)].filter((org) => !orgs.has(org)),
    partly: all.flatMap(([org, { reported, missing, unusable }]) =>
      reported > 0 && missing + unusable > 0
        ? [{ org, reported, expected: reported + missing + unusable }]
        : [],
    ),
  };
}
