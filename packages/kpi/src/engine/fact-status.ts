import type { Light } from "../light.ts";

/**
 * What a fact says of its actual, by code: a number, nothing, 不涉及, or a figure that cannot be used: uncalculated,
 * an error, unreadable (填报状态). None of the last three is ever zero.
 */
export const factStatuses = ["reported", "missing", "notApplicable", "unusable"] as const;
export type FactStatus = (typeof factStatuses)[number];

/** Whether a fact has a target, by code: 已定, none, 待下达 (目标状态). */
export const targetStatuses = ["set", "none", "pending"] as const;
export type TargetStatus = (typeof targetStatuses)[number];

/** The lights by code, from no light and the mildest to the worst: the worst of several is the greatest (灯). */
export const factLights = [
  null,
  "notApplicable",
  "pending",
  "notDue",
  "green",
  "unreported",
  "yellow",
  "red",
] as const satisfies readonly (Light | null)[];

/** The code of a status; −1 for none of them. The first is the most frequent by far. */
export const statusCode = (status: FactStatus): number =>
  status === "reported" ? 0 : factStatuses.indexOf(status);

/** The code of a light; −1 for none of them. Colours come in no order: adding them up is quicker than asking in turn. */
export const lightCode = (light: Light): number =>
  Number(light === "green") * 4 + Number(light === "yellow") * 6 + Number(light === "red") * 7 ||
  factLights.indexOf(light);

/** What is known of the rows of one org for one indicator, a bit each; rows are put together by `or`. */
export const bit = {
  reported: 1,
  missing: 2,
  notApplicable: 4,
  unusable: 8,
  /** Lights 1 to 7 stand from here on. */
  lights: 1 << 4,
  negative: 1 << 11,
  target: 1 << 12,
  pending: 1 << 13,
  /** Two rows and more with a number: what does not add has then no figure. */
  severalActuals: 1 << 14,
  severalTargets: 1 << 15,
} as const;

/** How many bits there are. */
export const bitCount = 16;
/** The bits of all lights. */
export const lightBits = 0x7f << 4;
/** The bits of an org that has not given a figure that it should have given. */
export const lackingBits = bit.missing | bit.unusable;

/** Of a reported actual: negative. Of one that is lacking: an amount of earlier stands in for it (沿用). */
const signMark = 0x80;

/** One byte of a fact: status, target's status, light, and whether the actual is negative, or stands in for one. */
export const packed = (status: number, targetStatus: number, light: number, sign: boolean): number =>
  status | (targetStatus << 2) | (light << 4) | (sign ? signMark : 0);

/** True for a byte whose row has an amount in its column: a reported one, or one that stands in. */
export const hasAmount = (mark: number): boolean => (mark & 3) === 0 || (mark & signMark) !== 0;

/** True for a byte whose row has reported a figure below zero. */
export const isBelowZero = (mark: number): boolean => (mark & 3) === 0 && (mark & signMark) !== 0;

/** The byte with an amount that stands in for the figure that is lacking, or without one. */
export const withStandIn = (mark: number, stands: boolean): number =>
  stands ? mark | signMark : mark & ~signMark;

export const statusOf = (mark: number): FactStatus => factStatuses[mark & 3] as FactStatus;

/**
 * The bits of each byte. A row that says 不涉及 leaves: neither its light nor its target counts. One with an amount that
 * stands in has given something and lacks its figure all the same.
 */
export const bitsOf: Uint16Array = Uint16Array.from({ length: 256 }, (_, mark) => {
  const status = 1 << (mark & 3);
  if (status === bit.notApplicable) return status;
  const light = (mark >> 4) & 7;
  const target = (mark >> 2) & 3;
  return (
    status |
    (light === 0 ? 0 : bit.lights << (light - 1)) |
    (mark & signMark ? (status === bit.reported ? bit.negative : bit.reported) : 0) |
    (target === 0 ? bit.target : target === 2 ? bit.pending : 0)
  );
});

/** 1 for each byte whose target counts, else 0. */
export const targetCounts: Float64Array = Float64Array.from(bitsOf, (bits) => (bits & bit.target ? 1 : 0));

/**
 * The bits of two sets of rows of one org together: what both have, a number or a target, is then had several times. It
 * runs once a row, so the bits stand here as numbers: `reported` 1, `target` 0x1000.
 */
export const together = (a: number, b: number): number =>
  a | b | ((a & b & 1) << 14) | ((a & b & 0x1000) << 3);

/** The worst light among bits; null for none. */
export const worstOf = (bits: number): Light | null => {
  return factLights[32 - Math.clz32((bits & lightBits) >> 4)] ?? null;
};
