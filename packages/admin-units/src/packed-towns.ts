import type { Division } from "./division.ts";

/** The columns of src/generated/towns.ts. */
export interface PackedTowns {
  letters: string;
  townCodes: string;
  townNames: string;
  townYears: string;
  endedCodes: string;
  endedNames: string;
  endedYears: string;
  heirSigns: string;
  heirs: string;
  issuers: string;
  documentMarks: string;
}

/** An ended town with what its territory went on as: a town of the list, or a name. */
export interface EndedTown {
  readonly code: string;
  readonly name: string;
  readonly year: string;
  readonly heir: Division | undefined;
  /** Where the heir stands in no list of its county: its name; six digits in front are another county's. */
  readonly heirName: string;
  readonly document: string;
}

// the signs that scripts/pack-towns.mjs writes with: printable, without quotes and backslash
const first = 33;
const left = `"'\\\`$`;
const single = 50;
const kinds: Readonly<Record<string, string>> = { 0: "街道", 1: "镇", 2: "乡" };

/** The places of the signs in the alphabet, and how many there are; the last sign ends a name. */
const signs = (): { readonly placeOf: readonly number[]; readonly size: number } => {
  const placeOf: number[] = [];
  let size = 0;
  for (let code = first; code < 127; code += 1) {
    if (left.includes(String.fromCharCode(code))) continue;
    placeOf[code] = size;
    size += 1;
  }
  return { placeOf, size: size - 1 };
};

const unpackNames = (text: string, letters: string): string[] => {
  const { placeOf, size } = signs();
  const all = [...letters];
  const names: string[] = [];
  let name = "";
  for (let at = 0; at < text.length; at += 1) {
    const value = placeOf[text.charCodeAt(at)] ?? 0;
    if (value === size) {
      names.push(name);
      name = "";
    } else if (value < single) name += all[value];
    else {
      at += 1;
      name += all[single + (value - single) * size + (placeOf[text.charCodeAt(at)] ?? 0)];
    }
  }
  return names;
};

const unpackCodes = (text: string): string[] => {
  const codes: string[] = [];
  let now = 0;
  for (let at = 0; at < text.length; at += 1) {
    const mark = text.charCodeAt(at);
    const number = (): number => {
      const end = text.indexOf(".", at);
      const value = Number.parseInt(text.slice(at + 1, end), 36);
      at = end;
      return value;
    };
    const county = (steps: number): number => (Math.floor(now / 1000) + steps) * 1000;
    if (mark >= 97) now += mark - 96;
    else if (mark === 95) now += number();
    else if (mark === 89) now = county(number()) + 1;
    else if (mark === 90) now = county(number()) + 100;
    else if (mark === 65) now = Math.floor(now / 100) * 100 + 100;
    else if (mark >= 75) {
      at += 1;
      now = (Math.floor(now / 100) + mark - 74) * 100 + Number.parseInt(text.charAt(at), 36);
    } else if (mark >= 66) now = county(mark - 65) + 100;
    else now = county(mark - 48) + 1;
    codes.push(String(now));
  }
  return codes;
};

const none: readonly string[] = [];

const yearOf = (digit: string): string => `20${digit < "4" ? 2 : 1}${digit}`;

const nameOf = (code: string, stem: string): string => {
  const kind = kinds[code.charAt(6)];
  if (kind === undefined) return stem;
  return stem.endsWith("!") ? stem.slice(0, -1) : stem + kind;
};

const unpackDocuments = (packed: PackedTowns, years: readonly string[]): string[] => {
  const issuers = packed.issuers.split(";");
  const documents: string[] = [];
  let at = 0;
  for (const year of years) {
    if (packed.documentMarks.charAt(at) === "=") {
      documents.push(documents.at(-1) ?? "");
      at += 1;
      continue;
    }
    const end = packed.documentMarks.indexOf(",", at);
    const [place = "", number] = packed.documentMarks.slice(at, end).split(".");
    const issuer = issuers[Number.parseInt(place, 36)] ?? "";
    documents.push(
      number === undefined ? issuer.slice(0, -1) : `${issuer}〔${year}〕${Number.parseInt(number, 36)}号`,
    );
    at = end + 1;
  }
  return documents;
};

/** The name without its kind. */
const bareName = (name: string): string => {
  const kind = Object.values(kinds).find((one) => name.length > one.length && name.endsWith(one));
  return kind === undefined ? name : name.slice(0, -kind.length);
};

/** The ended towns of the packed columns; what became of most is told by a place in the list of their county. */
export const unpackEndedTowns = (
  packed: PackedTowns,
  underCounty: (county: string) => readonly Division[],
): EndedTown[] => {
  const { placeOf } = signs();
  const stems = unpackNames(packed.endedNames, packed.letters);
  const heirs = unpackNames(packed.heirs, packed.letters);
  const years = [...packed.endedYears].map(yearOf);
  const documents = unpackDocuments(packed, years);
  let written = 0;
  return unpackCodes(packed.endedCodes).map((code, at) => {
    const sign = packed.heirSigns.charAt(at);
    let heirName = "";
    if (sign === "~") {
      heirName = heirs[written] ?? "";
      written += 1;
    }
    const heir =
      sign === "~" || sign === "}"
        ? undefined
        : underCounty(code.slice(0, 6))[placeOf[sign.charCodeAt(0)] ?? 0];
    const stem = stems[at] || bareName(heir?.name ?? "");
    const kind = heirName.startsWith("=")
      ? Object.values(kinds).find((one) => one.startsWith(heirName.charAt(1)))
      : undefined;
    return {
      code,
      name: nameOf(code, stem),
      year: years[at] ?? "",
      heir,
      heirName: kind === undefined ? heirName : stem + kind,
      document: documents[at] ?? "",
    };
  });
};

/** The towns that are new since a year, as `townYears` says; the others' years follow from their predecessors. */
export const unpackTownYears = (text: string): Map<number, string> => {
  const years = new Map<number, string>();
  let place = 0;
  for (const [, step = "", year = ""] of text.matchAll(/([0-9a-z]+)([A-J-])/g)) {
    place += Number.parseInt(step, 36);
    years.set(place, year === "-" ? "" : yearOf(String(year.charCodeAt(0) - 65)));
  }
  return years;
};

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };

/** The towns of the packed columns, without the days on which they began. */
export const unpackTowns = (packed: PackedTowns): Mutable<Division>[] => {
  const stems = unpackNames(packed.townNames, packed.letters);
  let parent = "";
  return unpackCodes(packed.townCodes).map((code, at) => {
    // one text for all towns of a county
    if (!code.startsWith(parent) || parent === "") parent = code.slice(0, 6);
    return { code, name: nameOf(code, stems[at] ?? ""), level: "township", parent, successors: none };
  });
};
