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
import { type EndedTown, unpackEndedTowns, unpackTowns } from "./packed-towns.ts";
import type { Towns } from "./town-index.ts";

interface TownData {
  readonly all: readonly Division[];
  readonly byName: ReadonlyMap<string, readonly Division[]>;
  readonly byCounty: ReadonlyMap<string, readonly Division[]>;
}

const push = <T>(map: Map<string, T[]>, key: string, value: T): void => {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
};

/** The county and the counties that it went on in. */
const countyLine = (code: string): string[] => {
  const line = [code];
  for (let at = 0; at < line.length && line.length < 20; at += 1)
    for (const one of divisionIndex().byCode.get(line[at] ?? "") ?? [])
      for (const next of one.successors) if (!line.includes(next)) line.push(next);
  return line;
};

/** The ended town as a division, with the code of what it became where a town of that name stands there. */
const endedDivision = (town: EndedTown, codeOf: ReadonlyMap<string, string>): Division => {
  const county = /^\d{6}/.exec(town.heir)?.[0] ?? town.code.slice(0, 6);
  const heirName = town.heir.replace(/^\d{6}/, "");
  const heir =
    heirName === ""
      ? undefined
      : countyLine(county)
          .map((one) => codeOf.get(one + heirName))
          .find((one) => one !== undefined);
  return {
    code: town.code,
    name: town.name,
    level: "township",
    parent: town.code.slice(0, 6),
    until: `${town.year}-12-31`,
    untilPrecision: "year",
    successors: heir === undefined ? [] : [heir],
    ...(town.document === "" ? {} : { document: town.document }),
  };
};

const build = (): TownData => {
  const current = unpackTowns(packed);
  const codeOf = new Map(current.map((one) => [`${one.parent}${one.name}`, one.code]));
  const ended = unpackEndedTowns(packed).map((town) => endedDivision(town, codeOf));
  const all = [...current, ...ended];
  const byName = new Map<string, Division[]>();
  const byCounty = new Map<string, Division[]>();
  for (const one of all) {
    push(byName, nameKey(one.name), one);
    push(byCounty, one.code.slice(0, 6), one);
  }
  return { all, byName, byCounty };
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
  named: (key) => townData().byName.get(key) ?? [],
  withStem: (key) => kinds.flatMap((kind) => townData().byName.get(key + kind) ?? []),
  under: (county, on: Day) =>
    (townData().byCounty.get(county) ?? []).filter((one) => inWindow(on, one.from, one.until)),
  all: () => townData().all,
};
