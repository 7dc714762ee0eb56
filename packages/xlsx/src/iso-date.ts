const iso = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d(?:\.\d+)?))?)?Z?$/;
const timeOnly = /^T?(\d\d):(\d\d)(?::(\d\d(?:\.\d+)?))?Z?$/;

/** The serial number of an ISO date as strict files keep it (日期序号). @example isoSerial("2016-10-31", false) // 42674 */
export function isoSerial(text: string, date1904: boolean): number | undefined {
  const time = timeOnly.exec(text);
  if (time) return fraction(time[1], time[2], time[3]);
  const date = iso.exec(text);
  if (!date) return undefined;
  const [, year, month, day, hours, minutes, seconds] = date;
  const days = Date.UTC(Number(year), Number(month) - 1, Number(day)) / 86_400_000;
  // day 0 of Excel is 1899-12-30, as seen from any day after its missing 1900-02-29
  const serial = date1904 ? days + 24_107 : days + 25_569;
  return (serial < 61 && !date1904 ? serial - 1 : serial) + fraction(hours, minutes, seconds);
}

const fraction = (hours = "0", minutes = "0", seconds = "0"): number =>
  (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) / 86_400;
