import type { ObservationFact, SharedFigure } from "./facts.ts";
import type { Reading } from "./reading.ts";
import { keyOfShared } from "./shared-figure.ts";

/** The figure that a line's org has reported together with others, where it has no figure of its own (共同完成数). */
export function sharedActualOf({
  status,
  unusable,
}: Reading): { readonly fact: ObservationFact; readonly shared: SharedFigure } | undefined {
  if (status !== "unusable") return undefined;
  const fact = unusable.find(({ shared }) => shared !== undefined);
  return fact?.shared ? { fact, shared: fact.shared } : undefined;
}

/**
 * The readings of a cell, where all orgs that reported a figure together are among them with that figure once: the first
 * carries it and the others nothing more (共同完成数只计一次). Where some are elsewhere it is nobody's here, and stays unusable.
 */
export function withSharedActuals(readings: readonly Reading[]): readonly Reading[] {
  const open = new Map(
    readings.flatMap((reading) => {
      const found = sharedActualOf(reading);
      return found ? [[reading, found] as const] : [];
    }),
  );
  if (open.size === 0) return readings;
  const having = new Map<string, Set<string>>();
  for (const [{ line }, { shared }] of open) {
    const key = keyOfShared(shared);
    having.set(key, (having.get(key) ?? new Set()).add(line.org));
  }
  const given = new Set<string>();
  return readings.map((reading) => {
    const found = open.get(reading);
    if (!found) return reading;
    const key = keyOfShared(found.shared);
    if (!found.shared.orgs.every((org) => having.get(key)?.has(org))) return reading;
    const first = !given.has(key);
    given.add(key);
    const parts = first ? [{ amount: found.shared.value, fact: found.fact }] : [];
    const { standIn: _, ...rest } = reading;
    return { ...rest, status: "reported", parts, unusable: [], reportedWith: found.shared };
  });
}
