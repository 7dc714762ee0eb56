/** A report period in words: 2016-10 is 2016年10月. What is no period stands as it is (报告期). */
export function periodText(text: string): string {
  const month = /^(\d{4})-(\d{2})$/.exec(text);
  if (month) return `${month[1]}年${Number(month[2])}月`;
  const quarter = /^(\d{4})Q([1-4])$/.exec(text);
  if (quarter) return `${quarter[1]}年${["一", "二", "三", "四"][Number(quarter[2]) - 1]}季度`;
  return /^\d{4}$/.test(text) ? `${text}年` : text;
}

/** A day in words: 2013-02-08 is 2013年2月8日 (日期). */
export const dayText = (text: string): string =>
  text.replace(
    /^(\d{4})-(\d{2})-(\d{2})$/,
    (_, year, month, day) => `${year}年${Number(month)}月${Number(day)}日`,
  );
