/**
 * The ISO date of a spreadsheet's serial day, its time of day dropped; undefined where there is no such day
 * (日期序列值). In the 1900 system serial 60 is the 29th of February 1900, which never was: undefined.
 * @example dateOfSerial(42668) // "2016-10-25"
 */
export function dateOfSerial(serial: number, date1904 = false): string | undefined {
  const day = Math.floor(serial);
  if (!(day >= (date1904 ? 0 : 1) && day <= (date1904 ? 2_957_003 : 2_958_465))) return undefined;
  if (!date1904 && day === 60) return undefined;
  const first = date1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, day < 60 ? 31 : 30);
  return new Date(first + day * 86_400_000).toISOString().slice(0, 10);
}

/**
 * True for a number format that shows a day, a month or a year; times and durations alone are none (日期格式).
 * @example isDateFormat('yyyy"年"m"月"') // true
 */
export function isDateFormat(code: string): boolean {
  const shown = (code.split(";", 1)[0] ?? "")
    .replace(/\[[hms]+\]/gi, "h") // elapsed time
    .replace(/"[^"]*"?|\\.|_.|\*.|\[[^\]]*\]?/gs, "") // quoted, escaped, padding, colours and locales
    .replace(/general|[eE][+-]|am\/pm|a\/p/gi, "");
  return (
    /[yYdDbBeE]|[aA]{3}/.test(shown) || (/[mM]/.test(shown) && !/[hHsS]/.test(shown) && !/[#0?]/.test(shown))
  );
}
