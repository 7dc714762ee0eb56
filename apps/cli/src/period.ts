/** True for a report period as programs write it: 2016, 2016-10, 2016Q3 (报告期). */
export const isPeriod = (text: string): boolean => /^\d{4}(?:-(?:0[1-9]|1[0-2])|Q[1-4])?$/.test(text);

/** True for a period whose last month is before that of a day: 2016-10 and 2016Q3 before 2020-02-25 (早于某日). */
export function endsBefore(period: string, day: string): boolean {
  const [, year = "", quarter] = /^(\d{4})(?:Q([1-4]))?/.exec(period) ?? [];
  const month = quarter ? `${year}-${String(Number(quarter) * 3).padStart(2, "0")}` : period;
  return month < day.slice(0, month.length);
}

/** True for a day of the calendar: 2016-10-25 (日期). */
export function isDay(text: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}
