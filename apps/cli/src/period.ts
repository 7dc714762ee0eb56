/** True for a report period as programs write it: 2016, 2016-10, 2016Q3 (报告期). */
export const isPeriod = (text: string): boolean => /^\d{4}(?:-(?:0[1-9]|1[0-2])|Q[1-4])?$/.test(text);

/** True for a day of the calendar: 2016-10-25 (日期). */
export function isDay(text: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}
