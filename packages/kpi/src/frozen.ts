import type { ObservationFact } from "./facts.ts";
import { groupBy } from "./group-by.ts";
import type { Part } from "./said.ts";

/** A figure that came in after its period was locked (更正). */
export interface Correction {
  /** The figure of the locked return; undefined where it had none. */
  readonly frozen: Part | undefined;
  readonly corrected: Part;
  /** True where the correction was itself locked, and so replaces what was frozen. */
  readonly counted: boolean;
}

const isLocked = ({ state }: ObservationFact): boolean => state === "locked";
const versionOf = ({ version = 1 }: ObservationFact): number => version;

/** One org's figures of one measure and period. */
const slots = (facts: readonly ObservationFact[]): ObservationFact[][] => [
  ...groupBy(facts, ({ measure, period, repeated }) => `${measure} ${period ?? ""} ${repeated}`).values(),
];

/** The figures without those that came in after their period was locked: what is published stays until it is locked anew. */
export function withoutCorrections(facts: readonly ObservationFact[]): readonly ObservationFact[] {
  if (!facts.some(isLocked)) return facts;
  const locked = new Set(facts.filter(isLocked).map(({ period }) => period));
  return facts.filter((fact) => isLocked(fact) || !locked.has(fact.period));
}

/** The corrections of locked periods among one org's figures, each beside what it corrects (更正). */
export function correctionsOf(facts: readonly ObservationFact[]): Correction[] {
  if (!facts.some(isLocked)) return [];
  return slots(facts).flatMap((slot): Correction[] => {
    const locked = slot.filter(isLocked).sort((a, b) => versionOf(a) - versionOf(b));
    const last = locked.at(-1);
    if (!last) return [];
    const late = slot.filter((fact) => !isLocked(fact) && versionOf(fact) >= versionOf(last));
    const before = locked.filter((fact) => versionOf(fact) < versionOf(last)).at(-1);
    const pairs = [
      ...(before ? [{ frozen: before, corrected: last, counted: true }] : []),
      ...late.map((corrected) => ({ frozen: last, corrected, counted: false })),
    ];
    return pairs.flatMap(({ frozen, corrected, counted }) => {
      const part = partOf(corrected);
      return part ? [{ frozen: partOf(frozen), corrected: part, counted }] : [];
    });
  });
}

const partOf = (fact: ObservationFact): Part | undefined =>
  fact.value.status === "reported" ? { amount: fact.value.amount, fact } : undefined;
