import { type Day, dayAfter } from "./day.ts";
import type { Division, UnitLevel } from "./division.ts";

/** The columns of src/generated/divisions.ts. */
export interface PackedDivisions {
  codes: string;
  names: string;
  from: string;
  until: string;
  successors: string;
  eventMarks: string;
  events: string;
  /** Their approvals; may be left out where nobody reads them. */
  eventDocuments: string;
  notes: string;
}

const firstYear = 1981;
const alphabet = "0123456789abcdefghijklmnopqrstuvwxyz";

const none: readonly string[] = [];
const noEvent = {};

const yearOf = (mark: string): number | undefined => {
  if (mark === ".") return undefined;
  const at = alphabet.indexOf(mark);
  return firstYear + (at >= 0 ? at : mark.charCodeAt(0) - 65 + alphabet.length);
};

const unpackCodes = (text: string): string[] => {
  const codes: string[] = [];
  let code = 0;
  for (let at = 0; at < text.length; at += 1) {
    const mark = text.charCodeAt(at);
    if (mark === 126) {
      code = Number(text.slice(at + 1, at + 7));
      at += 6;
    } else if (mark >= 97) code += mark - 97;
    else {
      at += 1;
      code += (mark - 65) * 36 + alphabet.indexOf(text.charAt(at));
    }
    codes.push(String(code));
  }
  return codes;
};

const unpackSuccessor = (own: string, text: string): string =>
  text === "=" ? own : own.slice(0, 6 - text.length) + text;

/** The events that ended units: the day and the approval. */
const unpackEvents = (days: string, approvals: string): { day?: Day; document?: string }[] => {
  const documents = approvals.split(";");
  return days.split(";").map((packedDay, at) => {
    const day = packedDay === "" ? undefined : dayAfter("1981-01-01", Number.parseInt(packedDay, 36));
    const text = documents[at] ?? "";
    const document = text.startsWith("+") ? `国函〔${day?.slice(0, 4)}〕${text.slice(1)}号` : text;
    return { ...(day === undefined ? {} : { day }), ...(document === "" ? {} : { document }) };
  });
};

const levelOf = (code: string): UnitLevel => {
  if (code.endsWith("0000")) return "province";
  return code.endsWith("00") ? "prefecture" : "county";
};

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };

interface Row {
  code: string;
  name: string;
  from: number | undefined;
  until: number | undefined;
  successors: readonly string[];
  event: { day?: Day; document?: string };
}

const covers = (row: Row, year: number): boolean =>
  (row.from ?? 0) <= year && (row.until === undefined || year < row.until);

/** The rows of the packed table, with their names written out. */
const unpackRows = (packed: PackedDivisions): Map<string, Row[]> => {
  const codes = unpackCodes(packed.codes);
  const names = packed.names.split(" ");
  const successors = packed.successors.split(",");
  const events = unpackEvents(packed.events, packed.eventDocuments);
  const rows = new Map<string, Row[]>();
  let ended = 0;
  let mark = 0;
  let fresh = 0;
  let event = -1;
  const nextEvent = (): Row["event"] => {
    const sign = packed.eventMarks.charAt(mark);
    mark += 1;
    if (sign === "-") return noEvent;
    if (sign === "+") {
      event = fresh;
      fresh += 1;
    } else if (sign === "(") {
      event = Number.parseInt(packed.eventMarks.slice(mark, mark + 2), 36);
      mark += 2;
    }
    return events[event] ?? noEvent;
  };
  codes.forEach((code, index) => {
    const until = yearOf(packed.until.charAt(index));
    const list = until === undefined ? "" : (successors[ended++] ?? "");
    const row: Row = {
      code,
      name: names[index] ?? "",
      from: packed.from.charAt(index) === "+" ? pending : yearOf(packed.from.charAt(index)),
      until,
      successors: list === "" ? none : list.split("/").map((text) => unpackSuccessor(code, text)),
      event: until === undefined ? noEvent : nextEvent(),
    };
    const same = rows.get(code);
    if (same === undefined) rows.set(code, [row]);
    else same.push(row);
  });
  findBeginnings(rows);
  return rows;
};

// a year yet to be found
const pending = 0;

/** Writes the years of beginning that are those in which others ended in favour of the code, the first that fits. */
const findBeginnings = (rows: Map<string, Row[]>): void => {
  const years = new Map<string, number[]>();
  for (const list of rows.values())
    for (const { until, successors } of list)
      if (until !== undefined)
        for (const code of successors) {
          const known = years.get(code);
          if (known === undefined) years.set(code, [until]);
          else known.push(until);
        }
  for (const [code, list] of rows)
    list.forEach((row, at) => {
      if (row.from !== pending) return;
      const after = list[at - 1]?.until ?? 0;
      row.from = Math.min(...(years.get(code) ?? []).filter((year) => year >= after));
    });
};

/** A name is written out, or `=` or one letter against the name of the first successor; chains end in time. */
const writeOutName = (row: Row, rows: Map<string, Row[]>): string => {
  if (row.name.length > 1 || row.until === undefined) return row.name;
  const { until } = row;
  const next = rows.get(row.successors[0] ?? "")?.find((one) => covers(one, until));
  if (next === undefined) return row.name;
  const name = writeOutName(next, rows);
  row.name = row.name === "=" ? name : name.slice(0, -1) + row.name;
  return row.name;
};

/**
 * The divisions of the packed columns, in the order of code and time. The parent is the prefecture of the code
 * where one stood at the time, else the province: directly governed counties and municipalities have none.
 */
export const unpackDivisions = (packed: PackedDivisions): Division[] => {
  const rows = unpackRows(packed);
  const notes = new Map(
    packed.notes
      .split(",")
      .map((note) => [Number.parseInt(note.slice(0, -1), 36), note.endsWith("u") ? "unverified" : "derived"]),
  );
  // who ended in a year in favour of a code says on which day the code began
  const began = new Map<string, Day>();
  for (const list of rows.values())
    for (const row of list)
      if (row.event.day !== undefined)
        for (const code of row.successors) began.set(`${code}${row.until}`, row.event.day);
  const divisions: Division[] = [];
  for (const list of rows.values())
    for (const row of list) {
      const level = levelOf(row.code);
      const year = (row.until ?? 9999) - 1;
      const prefecture = `${row.code.slice(0, 4)}00`;
      const parent =
        level === "county" && rows.get(prefecture)?.some((one) => covers(one, year))
          ? prefecture
          : `${row.code.slice(0, 2)}0000`;
      const start = row.from === firstYear ? undefined : row.from;
      const startDay = start === undefined ? undefined : began.get(`${row.code}${start}`);
      const note = notes.get(divisions.length) as Division["note"];
      const division: Mutable<Division> = {
        code: row.code,
        name: writeOutName(row, rows),
        level,
        successors: row.successors,
      };
      if (level !== "province") division.parent = parent;
      if (start !== undefined) {
        division.from = startDay ?? `${start}-12-31`;
        if (startDay === undefined) division.fromPrecision = "year";
      }
      if (row.until !== undefined) {
        division.until = row.event.day ?? `${row.until}-12-31`;
        if (row.event.day === undefined) division.untilPrecision = "year";
      }
      if (row.event.document !== undefined) division.document = row.event.document;
      if (note !== undefined) division.note = note;
      divisions.push(division);
    }
  return divisions;
};
