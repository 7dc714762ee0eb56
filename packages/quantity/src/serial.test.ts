import { expect, test } from "vitest";
import { dateOfSerial, daysInMonth, dueInYear, isDateFormat, parseDeadline } from "./index.ts";

test.each([
  [42668, false, "2016-10-25"],
  [42668.75, false, "2016-10-25"],
  [1, false, "1900-01-01"],
  [59, false, "1900-02-28"],
  [60, false, undefined], // the 29th of February 1900 of Excel, which never was
  [61, false, "1900-03-01"],
  [2958465, false, "9999-12-31"],
  [2958466, false, undefined],
  [0, false, undefined],
  [-1, false, undefined],
  [Number.NaN, false, undefined],
  [Number.POSITIVE_INFINITY, false, undefined],
  [0, true, "1904-01-01"],
  [41206, true, "2016-10-25"],
] as const)("serial %d (1904: %s) is %s", (serial, date1904, date) =>
  expect(dateOfSerial(serial, date1904)).toBe(date),
);

test("the serials of the 1900 system follow each other day by day", () => {
  for (let serial = 61; serial < 80_000; serial += 97) {
    const [from, to] = [dateOfSerial(serial), dateOfSerial(serial + 1)].map((day) => Date.parse(day ?? ""));
    expect((to ?? 0) - (from ?? 0)).toBe(86_400_000);
  }
});

test.each([
  "yyyy/m/d",
  "m/d/yy",
  'yyyy"年"m"月"d"日"',
  'yyyy"年"m"月"',
  '[$-804]yyyy"年"m"月"d"日";@',
  "[$-F800]dddd, mmmm dd, yyyy",
  "yyyy-mm-dd hh:mm",
  "mmm-yy",
  'm"月"d"日"',
  "mm",
  "[DBNum1][$-804]yyyy年m月",
  "aaaa",
])("%s is a date format", (code) => expect(isDateFormat(code)).toBe(true));

test.each([
  "General",
  "0.00",
  "#,##0.00_);[Red](#,##0.00)",
  "0%",
  "0.00E+00",
  "@",
  "h:mm:ss",
  "[h]:mm",
  "mm:ss.0",
  '上午/下午h"时"mm"分"',
  '0"年"',
  '0"days"',
  "\\y0",
  '#,##0"人";@',
  "",
])("%s is none", (code) => expect(isDateFormat(code)).toBe(false));

test("a deadline without year gets one", () => {
  const due = (text: string, year: number) => {
    const deadline = parseDeadline(text);
    return deadline?.due ? dueInYear(deadline, year) : undefined;
  };
  expect(due("2月底", 2016)).toBe("2016-02-29");
  expect(due("2月底", 2015)).toBe("2015-02-28");
  expect(due("2月29日", 2015)).toBeUndefined();
  expect(due("明年6月", 2016)).toBe("2017-06-30");
  expect(due("1月前", 2016)).toBe("2015-12-31");
  expect(due("2014年6月", 2016)).toBe("2014-06-30");
  expect(due("每月25日", 2016)).toBeUndefined();
  expect([1900, 2000, 2015, 2016].map((year) => daysInMonth(year, 2))).toEqual([28, 29, 28, 29]);
});
