import { lastMonth } from "@taizhang/model";

/**
 * Of last month's tables those of the newest period before `now` (上期的表): with returns of January and March beside those
 * of April only March's tell what was reported last. A table that names no period stays; a later one tells nothing.
 *
 * @example
 * latestBefore(["2016-01", "2016-03", "2016-05"], (period) => period, "2016-04") // ["2016-03"]
 */
export function latestBefore<T>(
  list: readonly T[],
  periodOf: (one: T) => string | undefined,
  now: string | undefined,
): readonly T[] {
  const endOf = (one: T): number => {
    const period = periodOf(one);
    return period === undefined ? Number.NaN : lastMonth(period);
  };
  const end = now === undefined ? Number.POSITIVE_INFINITY : lastMonth(now);
  const ends = list.map(endOf).filter((one) => one <= end);
  const before = ends.filter((one) => one < end);
  const newest = Math.max(...(before.length > 0 ? before : ends));
  return list.filter((one) => {
    const own = endOf(one);
    return Number.isNaN(own) || own === newest;
  });
}
