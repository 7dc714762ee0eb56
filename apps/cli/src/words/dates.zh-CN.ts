/** A day in words: 2013-02-08 is 2013年2月8日. */
export const dayText = (text: string): string =>
  text.replace(
    /^(\d{4})-(\d{2})-(\d{2})$/,
    (_, year, month, day) => `${year}年${Number(month)}月${Number(day)}日`,
  );

/** A report period in words: 2016-10 is 2016年10月. */
export function periodText(text: string): string {
  const [, year, month, quarter] = /^(\d{4})(?:-(\d{2})|Q([1-4]))?$/.exec(text) ?? [];
  if (year === undefined) return text;
  if (month) return `${year}年${Number(month)}月`;
  return quarter ? `${year}年${"一二三四"[Number(quarter) - 1]}季度` : `${year}年`;
}

/** When a milestone is due, no more exactly than the plan says: --10-31 to the month is 10月底. */
export function dueText(due: string, precision: string, begins: boolean): string {
  if (due.startsWith("---")) return `每月${Number(due.slice(3))}日`;
  const [, year, month, day] = /^(?:(\d{4})|-)-(\d{2})-(\d{2})$/.exec(due) ?? [];
  if (month === undefined) return due;
  const head = year === undefined ? "" : `${year}年`;
  if (begins) return `${head}${Number(month)}月${precision === "day" ? `${Number(day)}日` : ""}起`;
  if (precision === "year") return year === undefined ? "年底" : `${head}底`;
  return precision === "day" || Number(day) < 28
    ? `${head}${Number(month)}月${Number(day)}日`
    : `${head}${Number(month)}月底`;
}
