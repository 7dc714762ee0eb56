import type { Division } from "./division.ts";
import {
  bareName,
  kindOf,
  type PackedTowns,
  placeOfSign,
  unpackCodes,
  unpackDocuments,
  unpackNames,
  unpackTownYears,
  yearOf,
} from "./packed-towns.ts";

/**
 * The towns as columns, those of the list first and the ended ones behind them. Their divisions are made when asked
 * for: of 47,786 a page looks at some dozens.
 */
export interface TownTable {
  readonly size: number;
  readonly codes: readonly number[];
  readonly names: readonly string[];
  /** The places of a county's towns, those of the list first. */
  under(county: number): readonly number[];
  at(place: number): Division;
}

const none: readonly never[] = [];

/** The places of the towns of each county; they come county by county, so each is a stretch. */
const stretches = (codes: readonly number[]): Map<number, [from: number, to: number]> => {
  const found = new Map<number, [number, number]>();
  let county = 0;
  codes.forEach((code, place) => {
    const now = Math.floor(code / 1000);
    const last = found.get(now);
    if (now === county && last !== undefined) last[1] = place + 1;
    else found.set(now, [place, place + 1]);
    county = now;
  });
  return found;
};

interface Heirs {
  /** The place of what an ended town became; -1 where that stands in no list. */
  readonly places: readonly number[];
  readonly names: readonly string[];
}

/** What became of the ended towns: a place in their county's list, or a name there or in another county. */
const findHeirs = (
  packed: PackedTowns,
  listed: { readonly codes: readonly number[]; readonly names: readonly string[] },
  ended: { readonly codes: readonly number[]; readonly stems: readonly string[] },
): Heirs => {
  const lists = stretches(listed.codes);
  const written = unpackNames(packed.heirs, packed.letters);
  const placeOf = placeOfSign();
  const years = [...packed.endedYears].map((digit) => yearOf(Number(digit)));
  const names: string[] = [];
  // the names of written heirs that stand in no list: ended ones by county and name, with their places
  const lost: [at: number, key: string][] = [];
  let next = 0;
  const places = ended.codes.map((code, at) => {
    const sign = packed.heirSigns.charAt(at);
    const own = Math.floor(code / 1000);
    if (sign !== "~") {
      const place = sign === "}" ? -1 : (lists.get(own)?.[0] ?? 0) + placeOf(sign);
      names.push(ended.stems[at] || bareName(listed.names[place] ?? ""));
      return place;
    }
    const text = written[next] ?? "";
    next += 1;
    const stem = ended.stems[at] ?? "";
    names.push(stem);
    // six digits in front are another county's; `=` and a letter keep the stem
    const other = /^\d{6}/.exec(text)?.[0];
    const spelled = other === undefined ? text : text.slice(6);
    const name = spelled.startsWith("=") ? stem + (fullKind.get(spelled.charAt(1)) ?? "") : spelled;
    const county = other === undefined ? own : Number(other);
    const [from, to] = lists.get(county) ?? [0, 0];
    for (let place = from; place < to; place += 1) if (listed.names[place] === name) return place;
    lost.push([at, county + name]);
    return -1;
  });
  const whole = names.map((stem, at) => withKind(ended.codes[at] ?? 0, stem));
  const byKey = new Map(ended.codes.map((code, at) => [Math.floor(code / 1000) + (whole[at] ?? ""), at]));
  for (const [at, key] of lost) {
    const heir = byKey.get(key);
    // one that ended later itself
    if (heir !== undefined && (years[heir] ?? 0) > (years[at] ?? 0)) places[at] = listed.codes.length + heir;
  }
  return { places, names: whole };
};

const fullKind = new Map([
  ["街", "街道"],
  ["镇", "镇"],
  ["乡", "乡"],
]);

const withKind = (code: number, stem: string): string => {
  const kind = kindOf(code);
  if (kind === undefined) return stem;
  return stem.endsWith("!") ? stem.slice(0, -1) : stem + kind;
};

/** The years in which the towns of the list began: as said, else when the last of their predecessors ended. */
const findBeginnings = (packed: PackedTowns, heirs: Heirs, size: number): Uint16Array => {
  const years = new Uint16Array(size);
  heirs.places.forEach((place, at) => {
    const year = yearOf(Number(packed.endedYears.charAt(at)));
    if (place >= 0 && place < size && (years[place] ?? 0) < year) years[place] = year;
  });
  for (const [place, year] of unpackTownYears(packed.townYears)) years[place] = year;
  return years;
};

/** The table of the packed columns. */
export const unpackTowns = (packed: PackedTowns): TownTable => {
  const listedCodes = unpackCodes(packed.townCodes);
  const listedNames = unpackNames(packed.townNames, packed.letters, listedCodes);
  const endedCodes = unpackCodes(packed.endedCodes);
  const size = listedCodes.length;
  const heirs = findHeirs(
    packed,
    { codes: listedCodes, names: listedNames },
    { codes: endedCodes, stems: unpackNames(packed.endedNames, packed.letters) },
  );
  const began = findBeginnings(packed, heirs, size);
  const codes = [...listedCodes, ...endedCodes];
  const names = [...listedNames, ...heirs.names];
  let documents: readonly string[] | undefined;
  const basic = (place: number) => ({
    code: String(codes[place]),
    name: names[place] ?? "",
    level: "township" as const,
    parent: String(codes[place]).slice(0, 6),
  });
  const make = (place: number): Division => {
    if (place < size) {
      const year = began[place] ?? 0;
      return year === 0
        ? { ...basic(place), successors: none }
        : { ...basic(place), successors: none, from: `${year}-12-31`, fromPrecision: "year" };
    }
    const at = place - size;
    documents ??= unpackDocuments(packed);
    const document = documents[at] ?? "";
    const heir = heirs.places[at] ?? -1;
    return {
      ...basic(place),
      until: `${yearOf(Number(packed.endedYears.charAt(at)))}-12-31`,
      untilPrecision: "year",
      successors: heir < 0 ? none : [String(codes[heir])],
      ...(document === "" ? {} : { document }),
    };
  };
  const made: Division[] = [];
  const lists = stretches(listedCodes);
  const endedLists = stretches(endedCodes);
  const between = ([from, to]: readonly [number, number], shift: number): number[] =>
    Array.from({ length: to - from }, (_, at) => from + at + shift);
  return {
    size: codes.length,
    codes,
    names,
    under: (county) => [
      ...between(lists.get(county) ?? [0, 0], 0),
      ...between(endedLists.get(county) ?? [0, 0], size),
    ],
    at: (place) => {
      made[place] ??= make(place);
      return made[place];
    },
  };
};
