/** The number of days of a month of the common calendar (每月天数). @example daysInMonth(2016, 2) // 29 */
export const daysInMonth = (year: number, month: number): number =>
  month === 2
    ? year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
      ? 29
      : 28
    : [4, 6, 9, 11].includes(month)
      ? 30
      : 31;

const two = (n: number): string => String(n).padStart(2, "0");

/** A day as ISO text; without year "--06-30". A month without year ends on the 28th in February. */
export const dayText = (year: number | undefined, month: number, day: number): string =>
  `${year === undefined ? "-" : String(year).padStart(4, "0")}-${two(month)}-${two(day)}`;

/** The last day of a month, as `dayText`. */
export const monthEnd = (year: number | undefined, month: number): string =>
  dayText(year, month, daysInMonth(year ?? 1, month));

/** True for a day that the calendar has; without a year the 29th of February counts. */
export const isDay = (year: number | undefined, month: number, day: number): boolean =>
  month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year ?? 4, month);

/** The text with the Chinese numerals of dates as Arabic ones: 二〇一六年十月 is 2016年10月. */
export const arabicDates = (text: string): string =>
  text.replace(/[〇零○一二两三四五六七八九十廿]{1,4}(?=个?[年月日号]|个?季度)/g, (run) => {
    const digit = (letter: string) =>
      "〇一二三四五六七八九".indexOf(letter.replace(/[零○]/, "〇").replace("两", "二"));
    const plain = run.replaceAll("廿", "二十");
    const ten = plain.indexOf("十");
    if (ten < 0) return [...plain].map(digit).join("");
    const tens = ten === 0 ? 1 : digit(plain.charAt(0));
    const ones = ten === plain.length - 1 ? 0 : digit(plain.charAt(ten + 1));
    return plain.length - ten > 2 || ten > 1 ? run : String(tens * 10 + ones);
  });
