/**
 * Towns and streets (乡级) with their changes from 2014 to 2023: heavy data, to be loaded by `import()` only when
 * wanted and handed to `resolve`.
 * @packageDocumentation
 */
import { type Day, inWindow } from "./day.ts";
import type { Division } from "./division.ts";
import * as packed from "./generated/towns.ts";
import { nameKey } from "./name-key.ts";
import type { Towns } from "./town-index.ts";
import { type TownTable, unpackTowns } from "./town-table.ts";

interface TownData {
  readonly table: TownTable;
  /** One place or several: most names are borne once, and as many lists would take longer to make than to use. */
  readonly byName: ReadonlyMap<string, number | number[]>;
}

/** `nameKey` for names written in these letters: it looks only at names with a letter that it would change. */
const keyOfNames = (letters: string): ((name: string) => string) => {
  const odd = [...letters].filter((letter) => nameKey(letter) !== letter);
  if (odd.length === 0) return (name) => name;
  const pattern = new RegExp(`[${odd.join("")}]`);
  return (name) => (pattern.test(name) ? nameKey(name) : name);
};

const build = (): TownData => {
  const table = unpackTowns(packed);
  const byName = new Map<string, number | number[]>();
  const keyOf = keyOfNames(packed.letters);
  for (let place = 0; place < table.size; place += 1) {
    const key = keyOf(table.names[place] ?? "");
    const same = byName.get(key);
    if (same === undefined) byName.set(key, place);
    else if (typeof same === "number") byName.set(key, [same, place]);
    else same.push(place);
  }
  return { table, byName };
};

let data: TownData | undefined;
const townData = (): TownData => {
  data ??= build();
  return data;
};

const bearersOf = (key: string): Division[] => {
  const { table, byName } = townData();
  const found = byName.get(key);
  if (found === undefined) return [];
  return (typeof found === "number" ? [found] : found).map(table.at);
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
  named: bearersOf,
  withStem: (key) => kinds.flatMap((kind) => bearersOf(key + kind)),
  under: (county, on: Day) =>
    townData()
      .table.under(Number(county))
      .map(townData().table.at)
      .filter((one) => inWindow(on, one.from, one.until)),
  all: () => Array.from({ length: townData().table.size }, (_, place) => townData().table.at(place)),
};
