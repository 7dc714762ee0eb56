import { dateOfSerial, isDateFormat, parseDeadline } from "@taizhang/quantity";
import type { Cell } from "../entry.ts";
import { isAllYear } from "./standing-work.ts";

/** What a start or deadline cell says, as far as a roll-up needs it. */
export interface DayRead {
  /** "2016-06-30", where the cell or the plan's year says the year. */
  readonly day?: string;
  /** 常态化, 长期: the work goes on all year (长期工作). */
  readonly recurring?: true;
}

/** The day that a start or deadline cell names (时限); nothing for a blank or a text that names none. */
export function dayOf(cell: Cell | undefined, year: number | undefined, date1904: boolean): DayRead {
  if (!cell || cell.text === "") return {};
  if (typeof cell.value === "number" && cell.format !== undefined && isDateFormat(cell.format)) {
    const day = dateOfSerial(cell.value, date1904);
    return day === undefined ? {} : { day };
  }
  const read = parseDeadline(cell.text, year === undefined ? {} : { year });
  if (read === undefined) return {};
  const recurring = isAllYear(cell.text) ? { recurring: true as const } : {};
  if ("vague" in read) return recurring;
  return /^\d{4}-\d{2}-\d{2}$/.test(read.due) ? { day: read.due, ...recurring } : recurring;
}
