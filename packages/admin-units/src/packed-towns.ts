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

// the signs that scripts/pack-towns.mjs writes with: printable, without quotes and backslash
const first = 33;
const left = `"'\\\`$`;
const single = 50;
const kinds = ["街道", "镇", "乡"];

/** The kind that a code tells by its seventh digit. */
export const kindOf = (code: number): string | undefined => kinds[Math.floor(code / 100) % 10];

/** The name without its kind. */
export const bareName = (name: string): string => {
  const kind = kinds.find((one) => name.length > one.length && name.endsWith(one));
  return kind === undefined ? name : name.slice(0, -kind.length);
};

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

/** The place in a list that a sign tells. */
export const placeOfSign = (): ((sign: string) => number) => {
  const { placeOf } = signs();
  return (sign) => placeOf[sign.charCodeAt(0)] ?? 0;
};

/** The names of a column; with codes, each gets the kind that its code tells unless `!` stands at its end. */
export const unpackNames = (text: string, letters: string, codes?: readonly number[]): string[] => {
  const { placeOf, size } = signs();
  const all = [...letters];
  const parts: string[] = [];
  let count = 0;
  let begins = 0;
  for (let at = 0; at < text.length; at += 1) {
    const value = placeOf[text.charCodeAt(at)] ?? 0;
    if (value < single) parts.push(all[value] ?? "");
    else if (value < size) {
      at += 1;
      parts.push(all[single + (value - single) * size + (placeOf[text.charCodeAt(at)] ?? 0)] ?? "");
    } else {
      const kind = codes === undefined || begins === parts.length ? undefined : kindOf(codes[count] ?? 0);
      if (kind !== undefined && parts.at(-1) !== "!") parts.push(kind);
      else if (kind !== undefined) parts.pop();
      parts.push("\n");
      count += 1;
      begins = parts.length;
    }
  }
  // one long text cut apart is quicker than as many short ones put together
  return parts.join("").split("\n").slice(0, -1);
};

/** The codes of a column, as numbers. */
export const unpackCodes = (text: string): number[] => {
  const codes: number[] = [];
  let now = 0;
  for (let at = 0; at < text.length; at += 1) {
    const mark = text.charCodeAt(at);
    const county = Math.floor(now / 1000);
    if (mark >= 97) now += mark - 96;
    else if (mark === 95 || mark === 89 || mark === 90) {
      // `_` a step, `Y` and `Z` so many counties further, up to a full stop
      const end = text.indexOf(".", at);
      const step = Number.parseInt(text.slice(at + 1, end), 36);
      at = end;
      now = mark === 95 ? now + step : (county + step) * 1000 + (mark === 89 ? 1 : 100);
    } else if (mark === 65) now = Math.floor(now / 100) * 100 + 100;
    else if (mark >= 75) {
      at += 1;
      now = (Math.floor(now / 100) + mark - 74) * 100 + Number.parseInt(text.charAt(at), 36);
    } else if (mark >= 66) now = (county + mark - 65) * 1000 + 100;
    else now = (county + mark - 48) * 1000 + 1;
    codes.push(now);
  }
  return codes;
};

/** The year that a digit tells: 4 is 2014, 0 is 2020. */
export const yearOf = (digit: number): number => (digit < 4 ? 2020 : 2010) + digit;

/** The documents of the ended towns. */
export const unpackDocuments = (packed: PackedTowns): string[] => {
  const issuers = packed.issuers.split(";");
  const documents: string[] = [];
  let at = 0;
  for (const digit of packed.endedYears) {
    if (packed.documentMarks.charAt(at) === "=") {
      documents.push(documents.at(-1) ?? "");
      at += 1;
      continue;
    }
    const end = packed.documentMarks.indexOf(",", at);
    const [place = "", number] = packed.documentMarks.slice(at, end).split(".");
    const issuer = issuers[Number.parseInt(place, 36)] ?? "";
    documents.push(
      number === undefined
        ? issuer.slice(0, -1)
        : `${issuer}〔${yearOf(Number(digit))}〕${Number.parseInt(number, 36)}号`,
    );
    at = end + 1;
  }
  return documents;
};

/** The years in which towns were new that do not follow from their predecessors' ends; 0 where in none. */
export const unpackTownYears = (text: string): Map<number, number> => {
  const years = new Map<number, number>();
  let place = 0;
  for (const [, step = "", year = ""] of text.matchAll(/([0-9a-z]+)([A-J-])/g)) {
    place += Number.parseInt(step, 36);
    years.set(place, year === "-" ? 0 : yearOf(year.charCodeAt(0) - 65));
  }
  return years;
};
