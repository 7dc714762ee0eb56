/** Periods here are a year "2016" or a month "2016-10"; quarters are left out of the oracle. */
export const yearOf = (period: string): string => period.slice(0, 4);

/** The number of the last month: 10 for "2016-10", 12 for "2016". */
export const monthIn = (period: string): number => (period.length === 4 ? 12 : Number(period.slice(5)));

export const monthOf = (year: string, month: number): string => `${year}-${String(month).padStart(2, "0")}`;

/** The months of the same year before the period, latest first. */
export const earlierMonths = (period: string): string[] =>
  Array.from({ length: monthIn(period) - 1 }, (_, i) => monthOf(yearOf(period), monthIn(period) - 1 - i));

/** January to the period itself. */
export const monthsTo = (period: string): string[] => [
  ...earlierMonths(period).reverse(),
  monthOf(yearOf(period), monthIn(period)),
];

/** The last day that can belong to the period; days compare as texts. */
export const endOf = (period: string): string => `${monthOf(yearOf(period), monthIn(period))}-31`;
