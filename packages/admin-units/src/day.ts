/** A calendar day as `YYYY-MM-DD`; such texts compare as the days do. */
export type Day = string;

/**
 * The day that every look-up takes when none is given: the day of the county data (数据截止日).
 *
 * @example
 * resolve("南关区", { within: "220100", on: asOf });
 */
export const asOf: Day = "2024-12-31";

/** Whether a day lies in a window; `until` is the first day outside it. */
export const inWindow = (day: Day, from: Day | undefined, until: Day | undefined): boolean =>
  (from === undefined || from <= day) && (until === undefined || day < until);

/** The day some days after another, for texts that carry counts of days. */
export const dayAfter = (start: Day, days: number): Day =>
  new Date(Date.parse(start) + days * 86_400_000).toISOString().slice(0, 10);
