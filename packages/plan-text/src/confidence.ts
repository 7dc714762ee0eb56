import type { ConfidenceReason } from "./plan.ts";

const weights: Readonly<Record<ConfidenceReason["reason"], number>> = {
  numbered: 0.3,
  unnumbered: 0.05,
  roles: 0.3,
  inheritedRoles: 0.2,
  noRoles: 0,
  measurable: 0.3,
  nothingMeasurable: 0.15,
  suspect: -0.25,
};

/** How sure the parser is of an item, and why: what speaks for it adds up, what is suspect takes off (把握程度). */
export function confidenceOf(facts: {
  readonly numbered: boolean;
  readonly roles: "own" | "inherited" | "none";
  readonly measurable: boolean;
  readonly suspect: boolean;
}): { confidence: number; reasons: ConfidenceReason[] } {
  const reasons = [
    facts.numbered ? "numbered" : "unnumbered",
    facts.roles === "own" ? "roles" : facts.roles === "inherited" ? "inheritedRoles" : "noRoles",
    facts.measurable ? "measurable" : "nothingMeasurable",
    ...(facts.suspect ? ["suspect" as const] : []),
  ] as const;
  const list = reasons.map((reason) => ({ reason, weight: weights[reason] }));
  const sum = list.reduce((total, { weight }) => total + weight, 0.1);
  return { confidence: Math.max(0, Math.min(1, Math.round(sum * 100) / 100)), reasons: list };
}
