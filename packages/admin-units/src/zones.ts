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
  /** The division that has it: the prefecture, or the province or county where it lies under none. */
  readonly parent: string;
  /** The first day on which it no longer is, and the divisions that it became. */
  readonly until?: Day;
  readonly successors?: readonly string[];
}

const shortForms: readonly (readonly [RegExp, string])[] = [
  [/高新技术产业(?:开发|园)区$|高新技术开发区$|高技术产业开发区$/, "高新区"],
  [/农业高新技术产业示范区$/, "示范区"],
  [/经济技术开发区$|经济开发区$/, "经开区"],
  [/(?:现代)?产业园区$/, "产业园"],
  [/城乡一体化示范区$|转型综合改革示范区$/, "示范区"],
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
  /** By names that say where it is: 长春高新区. */
  readonly byName: ReadonlyMap<string, readonly Zone[]>;
  /** By names that mean one within its city only: 高新区. */
  readonly byShort: ReadonlyMap<string, readonly Zone[]>;
}

const add = (map: Map<string, Zone[]>, name: string, zone: Zone): void => {
  const key = nameKey(name);
  const list = map.get(key);
  if (list === undefined) map.set(key, [zone]);
  else if (!list.includes(zone)) list.push(zone);
};

// the names of the usual kinds are written as one letter
const usual: Readonly<Record<string, string>> = { g: "高新技术产业开发区", j: "经济技术开发区" };

const buildIndex = (): ZoneIndex => {
  const byName = new Map<string, Zone[]>();
  const byShort = new Map<string, Zone[]>();
  const { byCode } = divisionIndex();
  const all = packed.split(" ").map((text): Zone => {
    const [whole = "", under = "", until = "", next = ""] = text.split("/");
    const [named = "", ...extra] = whole.split("=");
    const code = under === "" ? named.slice(0, 6) : undefined;
    const parent = code === undefined ? under : `${code.slice(0, 4)}00`;
    const province = byCode.get(`${parent.slice(0, 2)}0000`)?.at(-1);
    const city = parent.endsWith("0000") ? undefined : byCode.get(parent)?.at(-1);
    const cityName = city === undefined ? "" : shortName(city.name);
    const place = cityName === "" && province !== undefined ? shortName(province.name) : cityName;
    const kind = usual[named];
    const name = code !== undefined ? named.slice(6) : kind === undefined ? named : place + kind;
    const places = [province, city].flatMap((one) =>
      one === undefined ? [] : [one.name, shortName(one.name)],
    );
    const bare = withoutPlace(name, places);
    const zone: Zone = {
      ...(code === undefined ? {} : { code }),
      name,
      short: shorten(bare),
      parent: city?.code ?? `${parent.slice(0, 2)}0000`,
      ...(until === "" ? {} : { until }),
      ...(next === "" ? {} : { successors: next.split(",") }),
    };
    const shorts = [
      bare,
      shorten(bare),
      ...extra,
      ...(bare.endsWith("管理区管委会") ? [bare.slice(0, -3)] : []),
    ];
    const placed = [name, shorten(name)];
    if (bare !== name || cityName !== "") for (const one of shorts) placed.push(place + one);
    for (const one of placed) add(byName, one, zone);
    for (const one of shorts) if (one !== name) add(byShort, one, zone);
    return zone;
  });
  return {
    all,
    byCode: new Map(all.flatMap((zone) => (zone.code === undefined ? [] : [[zone.code, zone] as const]))),
    byName,
    byShort,
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

/** Whether a key names a zone somewhere. */
export const isZoneName = (key: string): boolean =>
  zoneIndex().byName.has(key) || zoneIndex().byShort.has(key);

/** Whether a zone has not ended by a day. */
export const isZoneOn = ({ until }: Zone, on: Day): boolean => until === undefined || on < until;

/** Those not ended by the day; all where none is left. */
const onDay = (zones: readonly Zone[], on: Day): readonly Zone[] => {
  const current = zones.filter((zone) => isZoneOn(zone, on));
  return current.length > 0 ? current : zones;
};

/**
 * The zones that a key names on a day. 高新区 in the paper of a city is that city's, or one that its province has: a
 * city without one means none of the others.
 */
export const findZones = (key: string, on: Day, within?: string): readonly Zone[] => {
  const { byName, byShort } = zoneIndex();
  const placed = byName.get(key) ?? [];
  const short = byShort.get(key) ?? [];
  if (within === undefined) return onDay(placed.length > 0 ? placed : short, on);
  const under = (stem: string) => (zone: Zone) => zone.parent.startsWith(stem);
  const all = [...new Set([...placed, ...short])];
  const city = all.filter(under(within.slice(0, 4)));
  if (city.length > 0) return onDay(city, on);
  const above = all.filter(({ parent }) => parent === `${within.slice(0, 2)}0000`);
  if (above.length > 0) return onDay(above, on);
  if (placed.length > 0) return onDay(placed, on);
  return within.endsWith("0000") ? onDay(short.filter(under(within.slice(0, 2))), on) : [];
};
