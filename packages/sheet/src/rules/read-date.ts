import { dateOfSerial, dueInYear, parseDeadline } from "@taizhang/quantity";
import type { Cell } from "../entry.ts";
import { shownBy } from "../read/shown-by.ts";
import type { TableView } from "./subject.ts";

/** What a date cell says: a stretch of days, vague words, a number that lost its date format, or nothing readable. */
export type ReadDate =
  | { readonly kind: "date"; readonly from: string; readonly due: string; readonly statesYear: boolean }
  | { readonly kind: "vague"; readonly words: string }
  | { readonly kind: "serial"; readonly day: string }
  | { readonly kind: "unreadable" };

/** Nothing to read: blank, —, 待定 and the like. */
const nothing = /^(?:[-–—―─/\\]+|无|不涉及|待定|待下达|待明确)$/;

/** The date of a cell in a column of dates; undefined for a blank (读时限). */
export function dateIn(view: TableView, cell: Cell | undefined): ReadDate | undefined {
  if (!cell) return undefined;
  const { value, format } = cell;
  if (typeof value === "string")
    return cell.text === "" || nothing.test(cell.text) ? undefined : dateOfText(view, cell.text);
  if (typeof value !== "number") return undefined;
  if (shownBy(format).date) return dateOfDay(view, value);
  const day = dateOfSerial(value, view.table.grid.date1904);
  if (day && value > 36_000 && value < 60_000) return { kind: "serial", day };
  return value < 1_900 ? undefined : dateOfText(view, cell.text); // 6 for June: nobody can say
}

const known = new WeakMap<TableView, Map<string | number, ReadDate | undefined>>();

/** What was read in a table: the same few texts and days stand in row after row, so they are read once. */
function readIn(view: TableView): Map<string | number, ReadDate | undefined> {
  let read = known.get(view);
  if (!read) {
    read = new Map();
    known.set(view, read);
  }
  return read;
}

/** The date of a number that is shown as a day. */
function dateOfDay(view: TableView, serial: number): ReadDate {
  const read = readIn(view);
  const before = read.get(serial);
  if (before) return before;
  const day = dateOfSerial(serial, view.table.grid.date1904);
  const date: ReadDate = day
    ? { kind: "date", from: day, due: day, statesYear: true }
    : { kind: "unreadable" };
  read.set(serial, date);
  return date;
}

/** The date that a text writes. */
export function dateOfText(view: TableView, text: string): ReadDate | undefined {
  const read = readIn(view);
  if (read.has(text)) return read.get(text);
  const date = readDate(text.trim(), view.year);
  read.set(text, date);
  return date;
}

function readDate(text: string, year: number | undefined): ReadDate | undefined {
  if (text === "" || nothing.test(text)) return undefined;
  const years = /^((?:19|20)\d\d)年?\s*[-–—~～至]+\s*((?:19|20)\d\d)年?$/.exec(text);
  if (years) return { kind: "date", from: `${years[1]}-01-01`, due: `${years[2]}-12-31`, statesYear: true };
  const read = parseDeadline(text, { year });
  if (read === undefined) return { kind: "unreadable" };
  if (read.vague !== undefined) return { kind: "vague", words: read.vague };
  const statesYear = /(?:19|20)\d\d/.test(text);
  const due = year ? dueInYear(read, year) : read.due;
  if (!due || !/^\d/.test(due)) return { kind: "date", from: "", due: "", statesYear: false };
  return { kind: "date", from: read.from ?? firstDayOf(due, read.precision), due, statesYear };
}

/** The first day of the month, quarter or year that ends on `due`. */
function firstDayOf(due: string, precision: string): string {
  if (precision === "day") return due;
  if (precision === "month") return `${due.slice(0, 8)}01`;
  return `${due.slice(0, 4)}-01-01`;
}
