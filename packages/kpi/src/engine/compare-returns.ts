import { type Decimal, decimalOfNumber, subtract } from "@taizhang/quantity";
import type { Fact } from "./fact.ts";

/** A fact as it was returned: by whom, and in which version of the return. */
export interface ReturnedFact extends Fact {
  /** Who sent it; default the org. */
  readonly by?: string;
  /** Which row it is, where an org has several of one indicator: 台账编号. */
  readonly task?: string;
}

/** What is different in one place of two versions of the returns (版本差异). */
export interface ReturnDifference {
  readonly org: string;
  readonly indicator: string;
  readonly period?: string;
  readonly task?: string;
  readonly kind: "added" | "removed" | "changed";
  /** Who sent the later version; for what was removed, who had sent it. */
  readonly by: string;
  /** Which fields differ, each with what stood there and what stands there now; null: nothing. */
  readonly fields: readonly FieldDifference[];
}

/** One field of a fact that differs. */
export interface FieldDifference {
  /** `standIn`: what the org has at least while it lacks its figure (沿用数), in the versions in which it does. */
  readonly field: "target" | "actual" | "standIn" | "status" | "light" | "pending" | "unit";
  readonly before: string | null;
  readonly after: string | null;
  /** after − before, where both are amounts of one unit. */
  readonly difference?: Decimal;
}

const fields = ["target", "actual", "standIn", "status", "light", "pending", "unit"] as const;

/**
 * What changed between two versions of the returns, and who changed it, in the order of the later version and then of
 * what is gone (两版比对). The order of rows is no change; of repeated rows the first is compared with the first.
 * @example compareReturns(june, juneCorrected) // [{ org: "子县", kind: "changed", by: "子县", fields: [{ field: "actual", before: "90", after: "95", difference: "5" }] }]
 */
export function compareReturns(
  before: readonly ReturnedFact[],
  after: readonly ReturnedFact[],
): ReturnDifference[] {
  const was = inPlaces(before);
  const is = inPlaces(after);
  const differences = [...is].flatMap(([place, fact]) => {
    const old = was.get(place);
    const found = fieldsOf(old, fact);
    return old && found.length === 0 ? [] : [difference(fact, old ? "changed" : "added", found)];
  });
  const gone = [...was].flatMap(([place, fact]) =>
    is.has(place) ? [] : [difference(fact, "removed", fieldsOf(fact, undefined))],
  );
  return [...differences, ...gone];
}

/** Facts by their place; a repeated place is counted, so that the second is compared with the second. */
function inPlaces(facts: readonly ReturnedFact[]): Map<string, ReturnedFact> {
  const seen = new Map<string, number>();
  return new Map(
    facts.map((fact) => {
      const members = Object.entries(fact.in ?? {}).sort(([a], [b]) => (a < b ? -1 : 1));
      const place = JSON.stringify([fact.org, fact.indicator, fact.period, fact.task, members]);
      const turn = (seen.get(place) ?? 0) + 1;
      seen.set(place, turn);
      return [`${place}${turn}`, fact];
    }),
  );
}

const difference = (
  { org, indicator, period, task, by = org }: ReturnedFact,
  kind: ReturnDifference["kind"],
  found: readonly FieldDifference[],
): ReturnDifference => ({
  org,
  indicator,
  ...(period === undefined ? {} : { period }),
  ...(task === undefined ? {} : { task }),
  kind,
  by,
  fields: found,
});

function fieldsOf(before: ReturnedFact | undefined, after: ReturnedFact | undefined): FieldDifference[] {
  const sameUnit = before?.unit === after?.unit;
  return fields.flatMap((field): FieldDifference[] => {
    const [old, now] = [textOf(before, field), textOf(after, field)];
    if (old === now) return [];
    const isAmount = field === "target" || field === "actual" || field === "standIn";
    return [
      {
        field,
        before: old,
        after: now,
        ...(isAmount && sameUnit && old !== null && now !== null
          ? { difference: subtract(now as Decimal, old as Decimal) }
          : {}),
      },
    ];
  });
}

/** A field as text. A status that is not given is that of the amount: blank is missing, and 0 is reported. */
function textOf(fact: ReturnedFact | undefined, field: (typeof fields)[number]): string | null {
  if (!fact) return null;
  if (field === "status") return statusOf(fact);
  if (field === "pending") return fact.pending ? "true" : null;
  // Of who has reported nothing stands in, whatever the months before were
  const said = (field === "standIn" && !lacksFigure(fact) ? null : fact[field]) ?? null;
  if (typeof said !== "number") return said;
  const amount = decimalOfNumber(said);
  if (amount === undefined) throw new RangeError(`${field} of ${fact.org} is no number: ${said}`);
  return amount;
}

const statusOf = ({ status, actual }: ReturnedFact): string =>
  status ?? (actual === undefined || actual === null ? "missing" : "reported");

const lacksFigure = (fact: ReturnedFact): boolean => ["missing", "unusable"].includes(statusOf(fact));
