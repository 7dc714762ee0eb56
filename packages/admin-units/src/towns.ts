/**
 * Towns and streets (乡级) with their changes from 2014 to 2023: heavy data, to be loaded by `import()` only when
 * wanted and handed to `resolve`.
 * @packageDocumentation
 */
import { type Day, inWindow } from "./day.ts";
import type { Division } from "./division.ts";
import { divisionIndex } from "./divisions.ts";
import * as packed from "./generated/towns.ts";
import { nameKey } from "./name-key.ts";
import { type EndedTown, unpackEndedTowns, unpackTowns, unpackTownYears } from "./packed-towns.ts";
import type { Towns } from "./town-index.ts";

interface TownData {
  readonly all: readonly Division[];
  /** One town or several: most names are borne once, and as many lists would take longer to make than to use. */
  readonly byName: ReadonlyMap<string, Division | Division[]>;
  readonly byCounty: ReadonlyMap<string, readonly Division[]>;
}

const none: readonly Division[] = [];

const bearersIn = (byName: ReadonlyMap<string, Division | Division[]>, key: string): readonly Division[] => {
  const found = byName.get(key);
  if (found === undefined) return none;
  return Array.isArray(found) ? found : [found];
};

/** The county and the counties that it went on in. */
const countyLine = (code: string): string[] => {
  const line = [code];
  for (let at = 0; at < line.length && line.length < 20; at += 1)
    for (const one of divisionIndex().byCode.get(line[at] ?? "") ?? [])
      for (const next of one.successors) if (!line.includes(next)) line.push(next);
  return line;
};

/** The code of the town of a name in a county, or in what the county became. */
const codeIn = (
  byName: ReadonlyMap<string, Division | Division[]>,
  name: string,
  county: string,
): string | undefined => {
  const bearers = bearersIn(byName, nameKey(name)).filter((one) => one.until === undefined);
  if (bearers.length === 0) return undefined;
  const direct = bearers.find((one) => one.parent === county);
  if (direct !== undefined) return direct.code;
  const line = countyLine(county);
  return bearers.find((one) => line.includes(one.parent ?? ""))?.code;
};

/** The ended town as a division, with the code of what it became where a town of that name stands there. */
const endedDivision = (town: EndedTown, byName: ReadonlyMap<string, Division | Division[]>): Division => {
  const { heirName } = town;
  const county = /^\d{6}/.exec(heirName)?.[0];
  const parent = town.code.slice(0, 6);
  const heir =
    heirName === ""
      ? town.heir?.code
      : codeIn(byName, heirName.slice(county === undefined ? 0 : 6), county ?? parent);
  const division = {
    code: town.code,
    name: town.name,
    level: "township" as const,
    parent,
    until: lastOf(town.year),
    untilPrecision: "year" as const,
    successors: heir === undefined ? [] : [heir],
  };
  return town.document === "" ? division : { ...division, document: town.document };
};

const days = new Map<string, Day>();

/** The last day of a year, one text for all towns. */
const lastOf = (year: string): Day => {
  const known = days.get(year);
  if (known !== undefined) return known;
  const day = `${year}-12-31`;
  days.set(year, day);
  return day;
};

/** Writes into the towns when they began: as said, else when the last of their predecessors ended. */
const writeBeginnings = (
  all: readonly Mutable<Division>[],
  ended: readonly EndedTown[],
  said: ReadonlyMap<number, string>,
): void => {
  const begin = (town: Mutable<Division>, year: string): void => {
    town.from = lastOf(year);
    town.fromPrecision = "year";
  };
  for (const { heir, year } of ended)
    if (heir !== undefined && (heir.from ?? "") < year) begin(heir as Mutable<Division>, year);
  for (const [at, year] of said) {
    const town = all[at];
    if (town === undefined) continue;
    if (year === "") {
      delete town.from;
      delete town.fromPrecision;
    } else begin(town, year);
  }
};

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };

const build = (): TownData => {
  const byName = new Map<string, Division | Division[]>();
  const byCounty = new Map<string, Division[]>();
  const all = unpackTowns(packed);
  let county: Division[] = [];
  const add = (one: Division): void => {
    const key = nameKey(one.name);
    const same = byName.get(key);
    if (same === undefined) byName.set(key, one);
    else if (Array.isArray(same)) same.push(one);
    else byName.set(key, [same, one]);
    // the towns come county by county
    const { parent = "" } = one;
    if (county[0]?.parent !== parent) {
      county = byCounty.get(parent) ?? [];
      byCounty.set(parent, county);
    }
    county.push(one);
  };
  for (const one of all) add(one);
  const gone = unpackEndedTowns(packed, (code) => byCounty.get(code) ?? none);
  writeBeginnings(all, gone, unpackTownYears(packed.townYears));
  const ended = gone.map((town) => endedDivision(town, byName));
  for (const one of ended) add(one);
  return { all: [...all, ...ended], byName, byCounty };
};

let data: TownData | undefined;
const townData = (): TownData => {
  data ??= build();
  return data;
};

const kinds = ["街道", "镇", "乡"];

/**
 * The towns and streets of the country (乡镇街道), decoded on first use.
 *
 * @example
 * const { towns } = await import("@taizhang/admin-units/towns");
 * resolve("自强街道", { within: "220102", towns }).code; // "220102002"
 */
export const towns: Towns = {
  asOf: "2023-06-30",
  named: (key) => bearersIn(townData().byName, key),
  withStem: (key) => kinds.flatMap((kind) => bearersIn(townData().byName, key + kind)),
  under: (county, on: Day) =>
    (townData().byCounty.get(county) ?? []).filter((one) => inWindow(on, one.from, one.until)),
  all: () => townData().all,
};
