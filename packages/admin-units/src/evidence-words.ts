import type { Evidence, EvidenceCode } from "./resolution.ts";

/** A sentence for each kind of evidence. */
export type EvidenceWords = { readonly [Code in EvidenceCode]: (facts: Omit<Evidence, "code">) => string };
