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
  heirs: string;
  issuers: string;
  documentMarks: string;
}

/** An ended town with the name that its territory went on under; six digits in front are another county's. */
export interface EndedTown {
  readonly code: string;
  readonly name: string;
  readonly year: string;
  readonly heir: string;
  readonly document: string;
}

// the signs that scripts/pack-towns.mjs writes with: printable, without quotes and backslash
const first = 33;
const left = `"'\\\`$`;
const single = 50;
const kinds: Readonly<Record<string, string>> = { 0: "街道", 1: "镇", 2: "乡" };

const unpackNames = (text: string, letters: string): string[] => {
  const alphabet: number[] = [];
  let signs = 0;
  for (let code = first; code < 127; code += 1) {
    if (left.includes(String.fromCharCode(code))) continue;
    alphabet[code] = signs;
    signs += 1;
  }
  // the last sign ends a name
  const size = signs - 1;
  const all = [...letters];
  const names: string[] = [];
  let name = "";
  for (let at = 0; at < text.length; at += 1) {
    const value = alphabet[text.charCodeAt(at)] ?? 0;
    if (value === size) {
      names.push(name);
      name = "";
    } else if (value < single) name += all[value];
    else {
      at += 1;
      name += all[single + (value - single) * size + (alphabet[text.charCodeAt(at)] ?? 0)];
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

const firstDays = Array.from({ length: 10 }, (_, digit) => `${yearOf(String(digit))}-12-31`);

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

/** The ended towns of the packed columns. */
export const unpackEndedTowns = (packed: PackedTowns): EndedTown[] => {
  const stems = unpackNames(packed.endedNames, packed.letters);
  const heirs = unpackNames(packed.heirs, packed.letters);
  const codes = unpackCodes(packed.endedCodes);
  const years = [...packed.endedYears].map(yearOf);
  const documents = unpackDocuments(packed, years);
  return codes.map((code, at) => {
    const stem = stems[at] ?? "";
    const heir = heirs[at] ?? "";
    const kind = heir.startsWith("=")
      ? Object.values(kinds).find((one) => one.startsWith(heir.charAt(1)))
      : undefined;
    return {
      code,
      name: nameOf(code, stem),
      year: years[at] ?? "",
      heir: kind === undefined ? heir : stem + kind,
      document: documents[at] ?? "",
    };
  });
};

/** The towns of the packed columns, with the year in which they were new where that is known. */
export const unpackTowns = (packed: PackedTowns): Division[] => {
  const stems = unpackNames(packed.townNames, packed.letters);
  let parent = "";
  return unpackCodes(packed.townCodes).map((code, at) => {
    // one text for all towns of a county
    if (!code.startsWith(parent) || parent === "") parent = code.slice(0, 6);
    const name = nameOf(code, stems[at] ?? "");
    const digit = packed.townYears.charAt(at);
    if (digit === ".") return { code, name, level: "township", parent, successors: none };
    const from = firstDays[Number(digit)] ?? "";
    return { code, name, level: "township", parent, successors: none, from, fromPrecision: "year" };
  });
};
