import type { ObservationFact } from "./facts.ts";
import type { Said } from "./said.ts";

const none: readonly never[] = [];

/** The fact that counts among several, and the others that say something as well. */
export interface Picked {
  readonly fact: ObservationFact | undefined;
  readonly duplicates: readonly ObservationFact[];
}

/**
 * The fact that counts: of the latest return the first that is not blank; figures with a period before others, and what an
 * org says itself before what stands of it in another's file.
 */
export function pick(facts: readonly ObservationFact[]): Picked {
  if (facts.length <= 1) return { fact: facts[0], duplicates: none };
  const dated = facts.filter(({ period }) => period !== undefined);
  const own = dated.length > 0 ? dated : facts;
  const latest = own.reduce((most, { version = 1 }) => Math.max(most, version), 1);
  const last = own.filter(({ version = 1 }) => version === latest);
  const said = last.filter(({ reporter, org }) => reporter === undefined || reporter === org);
  const first = said.length > 0 ? said : last;
  const fact = first.find(({ value }) => value.status !== "missing") ?? first[0];
  return { fact, duplicates: last.filter((other) => other !== fact && other.value.status === "reported") };
}

export const isFinal = (fact: ObservationFact | undefined): boolean =>
  fact?.value.status === "reported" || fact?.value.status === "notApplicable";

export function said({ fact, duplicates }: Picked): Said {
  const value = fact?.value ?? { status: "missing" as const };
  return {
    status: value.status,
    parts: value.status === "reported" && fact ? [{ amount: value.amount, fact }] : [],
    unusable: value.status === "unusable" && fact ? [fact] : [],
    duplicates,
  };
}

export const isGiven = ({ status }: Said): boolean => status === "reported" || status === "notApplicable";
