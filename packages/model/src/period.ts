/** How a period is written. */
export const periodForm = /^(\d{4})(?:-(0[1-9]|1[0-2])|Q([1-4]))?$/;

/** A report period: a year, a month or a quarter (报告期). */
export type Period = string;

/** True for `2016`, `2016-10` and `2016Q3` (是否报告期). @example isPeriod("2016Q5") // false */
export const isPeriod = (text: string): boolean => periodForm.test(text);

type Span = readonly [first: number, last: number];

/** The months that a period spans, counted from year 0: first and last, both included; undefined if it is none. */
const span = (period: Period): Span | undefined => {
  const match = periodForm.exec(period);
  if (!match) return undefined;
  const january = Number(match[1]) * 12;
  if (match[2]) return [january + Number(match[2]) - 1, january + Number(match[2]) - 1];
  if (match[3]) return [january + Number(match[3]) * 3 - 3, january + Number(match[3]) * 3 - 1];
  return [january, january + 11];
};

/** Periods that were read before: there are few, and a roll-up asks for each of them again and again. */
const spans = new Map<Period, Span>();

const known = (period: Period): Span => {
  const before = spans.get(period);
  if (before) return before;
  const found = span(period);
  if (!found) throw new RangeError(`Not a period: ${period}`);
  spans.set(period, found);
  return found;
};

/** The month with this number, counted from year 0. @example monthOfNumber(24201) // "2016-10" */
export const monthOfNumber = (month: number): Period =>
  `${String(Math.floor(month / 12)).padStart(4, "0")}-${String((month % 12) + 1).padStart(2, "0")}`;

/** The number of a period's first month, counted from year 0 (起始月). @example firstMonth("2016Q4") // 24201 */
export const firstMonth = (period: Period): number => known(period)[0];

/** The number of a period's last month, counted from year 0 (末月). @example lastMonth("2016") // 24203 */
export const lastMonth = (period: Period): number => known(period)[1];

/** The months of a period in order (所含月份). @example monthsOf("2016Q3") // ["2016-07", "2016-08", "2016-09"] */
export const monthsOf = (period: Period): Period[] => {
  const [first, last] = known(period);
  return Array.from({ length: last - first + 1 }, (_, index) => monthOfNumber(first + index));
};

/** The year of a period (年份). @example yearOf("2016Q3") // 2016 */
export const yearOf = (period: Period): number => Math.floor(known(period)[0] / 12);

/** True if all of the second period lies in the first (包含). @example contains("2016Q3", "2016-08") // true */
export const contains = (outer: Period, inner: Period): boolean =>
  firstMonth(outer) <= firstMonth(inner) && lastMonth(inner) <= lastMonth(outer);

/** Which of two periods ends later, and of two with one end which is longer: <0, 0, >0 (先后). @example comparePeriods("2016Q3", "2016-10") // < 0 */
export const comparePeriods = (a: Period, b: Period): number =>
  lastMonth(a) - lastMonth(b) || firstMonth(b) - firstMonth(a);

/** The last day of a period (期末日). @example lastDay("2016-02") // "2016-02-29" */
export const lastDay = (period: Period): string => {
  const month = lastMonth(period);
  const days = new Date(Date.UTC(2000, 0, 1));
  days.setUTCFullYear(Math.floor(month / 12), (month % 12) + 1, 0);
  return `${monthOfNumber(month)}-${String(days.getUTCDate()).padStart(2, "0")}`;
};

/** The month that a day lies in (所在月). @example monthOfDay("2016-06-30") // "2016-06" */
export const monthOfDay = (day: string): Period => day.slice(0, 7);
