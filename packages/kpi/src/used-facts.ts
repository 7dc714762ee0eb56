import type { ObservationFact } from "./facts.ts";
import type { Reading } from "./reading.ts";

/** The observations whose amounts are in the cell. */
export const usedFacts = (readings: readonly Reading[]): ObservationFact[] =>
  readings.flatMap(({ parts, standIn }) => [...parts, ...(standIn?.parts ?? [])].map(({ fact }) => fact));
