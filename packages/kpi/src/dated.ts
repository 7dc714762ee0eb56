import type { Lang } from "@taizhang/finding";

/** A value of the data with the day since which it holds and where it is from (有日期的数据). */
export interface Dated<T> {
  readonly since: string;
  readonly source: string;
  /** The same in Chinese, for those who read it on a sheet. */
  readonly sourceZh?: string;
  readonly value: T;
}

/** Where a version is from, in a language (依据). */
const sourceIn = ({ source, sourceZh }: Dated<unknown>, lang: Lang): string =>
  lang === "zh-CN" ? (sourceZh ?? source) : source;

/** Where a version is from and since when, for a day: one that began only later is said to be used all the same (依据). */
export const datedSource = (version: Dated<unknown>, lang: Lang, day: string | undefined): string => {
  const isLater = day !== undefined && day < version.since;
  const since = isLater
    ? lang === "zh-CN"
      ? `沿用${version.since}起的规则`
      : `a rule of ${version.since}, used for want of an earlier one`
    : version.since;
  return `${sourceIn(version, lang)} (${since})`;
};

/** The version in force on a day, or the latest where no day is given; before the first, the first. Sorted by `since`. */
export const inForce = <T>(versions: readonly Dated<T>[], day?: string): Dated<T> =>
  (versions.findLast(({ since }) => day === undefined || since <= day) ?? versions[0]) as Dated<T>;
