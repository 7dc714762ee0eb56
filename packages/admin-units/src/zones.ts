import type { Day } from "./day.ts";
import { divisionIndex } from "./divisions.ts";
import { zones as packed } from "./generated/zones.ts";
import { nameKey } from "./name-key.ts";
import { shortName } from "./short-name.ts";

/** A development zone or new area (开发区, 新区): not in the list of divisions, its code one of the statistics bureau. */
export interface Zone {
  readonly code?: string;
  readonly name: string;
  /** The short name within its city: 高新区. */
  readonly short: string;
  /** The prefecture, or the province where none stands between. */
  readonly parent: string;
  readonly until?: Day;
}

const shortForms: readonly (readonly [RegExp, string])[] = [
  [/高新技术产业(?:开发|园)区$|高新技术开发区$|高技术产业开发区$/, "高新区"],
  [/经济技术开发区$|经济开发区$/, "经开区"],
  [/(?:现代)?产业园区$/, "产业园"],
  [/工业园区$/, "工业园"],
  [/产业聚?集聚?区$/, "集聚区"],
  [/航空港经济综合实验区$/, "航空港区"],
];

/** The name without the province and the city in front. */
const withoutPlace = (name: string, places: readonly string[]): string => {
  let rest = name;
  for (const place of places)
    if (rest.startsWith(place) && rest.length - place.length >= 3) rest = rest.slice(place.length);
  return rest;
};

const shorten = (name: string): string => {
  const form = shortForms.find(([pattern]) => pattern.test(name));
  return form === undefined ? name : name.replace(form[0], form[1]);
};

interface ZoneIndex {
  readonly all: readonly Zone[];
  readonly byCode: ReadonlyMap<string, Zone>;
  readonly byName: ReadonlyMap<string, readonly Zone[]>;
}

const buildIndex = (): ZoneIndex => {
  const byName = new Map<string, Zone[]>();
  const { byCode } = divisionIndex();
  const all = packed.split(" ").map((text): Zone => {
    const [named = "", under = "", until = ""] = text.split("/");
    const code = under === "" ? named.slice(0, 6) : undefined;
    const name = code === undefined ? named : named.slice(6);
    const place = code ?? under;
    const province = byCode.get(`${place.slice(0, 2)}0000`)?.at(-1);
    const city = place.endsWith("0000") ? undefined : byCode.get(`${place.slice(0, 4)}00`)?.at(-1);
    const places = [province, city].flatMap((one) =>
      one === undefined ? [] : [one.name, shortName(one.name)],
    );
    const bare = withoutPlace(name, places);
    const zone: Zone = {
      ...(code === undefined ? {} : { code }),
      name,
      short: shorten(bare),
      parent: city?.code ?? `${place.slice(0, 2)}0000`,
      ...(until === "" ? {} : { until }),
    };
    const cityName = city === undefined ? "" : shortName(city.name);
    const names = [name, bare, shorten(bare), shorten(name), cityName + shorten(bare), cityName + bare];
    if (bare.endsWith("管理区管委会")) names.push(bare.slice(0, -3));
    for (const key of new Set(names.map(nameKey))) {
      const list = byName.get(key);
      if (list === undefined) byName.set(key, [zone]);
      else list.push(zone);
    }
    return zone;
  });
  return {
    all,
    byCode: new Map(all.flatMap((zone) => (zone.code === undefined ? [] : [[zone.code, zone] as const]))),
    byName,
  };
};

let index: ZoneIndex | undefined;

/** The index of the zones, built on first use. */
export const zoneIndex = (): ZoneIndex => {
  index ??= buildIndex();
  return index;
};

/**
 * Returns the development zones (开发区) whose code lies under a province or prefecture, by code.
 *
 * @example
 * zonesOf("220100").map((zone) => zone.short); // ["经开区", "净月高新区", "高新区", …]
 */
export const zonesOf = (code: string): Zone[] => {
  const stem = code.replace(/(?:00)+$/, "");
  return zoneIndex().all.filter((zone) => zone.parent.startsWith(stem));
};

/** The zones that a key names, those of the given division's city before others. */
export const findZones = (key: string, within?: string): readonly Zone[] => {
  const bearers = zoneIndex().byName.get(key) ?? [];
  if (within === undefined || bearers.length === 0) return bearers;
  for (const stem of [within.slice(0, 4), within.slice(0, 2)]) {
    const near = bearers.filter((zone) => zone.parent.startsWith(stem));
    if (near.length > 0) return near;
  }
  // 经开区 in the paper of a city without one is none of the others
  return bearers.length === 1 ? bearers : [];
};
