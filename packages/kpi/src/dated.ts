import type { Lang } from "@taizhang/finding";

/** A value of the data with the day since which it holds and where it is from (有日期的数据). */
export interface Dated<T> {
  readonly since: string;
  readonly source: string;
  /** The same in Chinese, for those who read it on a sheet. */
  readonly sourceZh?: string;
  /** Taizhang's own preset (本软件自定): no document sets it, and `since` only lies before every plan. */
  readonly own?: true;
  /** Asked for a day before `since`: there is no earlier version, and this first one is used all the same (沿用). */
  readonly early?: true;
  readonly value: T;
}

/** Where a version is from, in a language (依据). */
const sourceIn = ({ source, sourceZh }: Dated<unknown>, lang: Lang): string =>
  lang === "zh-CN" ? (sourceZh ?? source) : source;

/** Where a version is from and since when, as it was asked for: one that began only later is said to be used all the same (依据). */
export const datedSource = (version: Dated<unknown>, lang: Lang): string => {
  const { since, own, early } = version;
  const words =
    lang === "zh-CN"
      ? { own: "自始适用", early: `沿用${since}起的规则` }
      : { own: "from the beginning", early: `a rule of ${since}, used for want of an earlier one` };
  return `${sourceIn(version, lang)} (${own ? words.own : early ? words.early : since})`;
};

/**
 * The version in force on a day, or the latest where no day is given (适用的规则). Before the first there is none: the
 * first is given and marked `early`, unless it is our own, which has no beginning. Sorted by `since`.
 */
export const inForce = <T>(versions: readonly Dated<T>[], day?: string): Dated<T> => {
  const found = versions.findLast(({ since }) => day === undefined || since <= day);
  if (found) return found;
  const first = versions[0] as Dated<T>;
  return first.own ? first : { ...first, early: true };
};
