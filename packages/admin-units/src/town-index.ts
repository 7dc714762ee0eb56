import type { Day } from "./day.ts";
import type { Division } from "./division.ts";
import { divisionIndex, isInForce, liesIn } from "./divisions.ts";
import { findDivisions, findPath, maximalPath } from "./find-divisions.ts";
import { findZones } from "./zones.ts";

/** The towns and streets (乡镇街道), as the module `@taizhang/admin-units/towns` exports them. */
export interface Towns {
  /** The day of the list; changes of 2014–2023 are applied as history. */
  readonly asOf: Day;
  /** Those that bear a full name, by its key. */
  named(key: string): readonly Division[];
  /** Those whose name without its kind is the key. */
  withStem(key: string): readonly Division[];
  /** Those that a code of nine digits has meant. */
  coded(code: string): readonly Division[];
  /** Those of a county on a day. */
  under(county: string, on: Day): readonly Division[];
  /** All, ended ones too. */
  all(): readonly Division[];
}

/** A county's own codes: its, and those of what it became, since the towns hang under today's code. */
const codesOf = (county: string): string[] => {
  const codes = [county];
  for (const one of divisionIndex().byCode.get(county) ?? [])
    for (const next of one.successors) if (!codes.includes(next)) codes.push(next);
  return codes;
};

const isZoneCode = (county: string): boolean => !divisionIndex().byCode.has(county);

/** Whether a town lies in a zone of a prefecture: the statistics bureau counts it there and not in its county. */
const liesInZoneOf = (town: Division, within: string): boolean => {
  const county = town.parent ?? "";
  return isZoneCode(county) && county.slice(0, 4) === within.slice(0, 4);
};

const liesUnder = (town: Division, within: string): boolean => {
  const county = town.parent ?? "";
  if (codesOf(within).includes(county)) return true;
  if (isZoneCode(county)) {
    const stem = within.replace(/(?:00)+$/, "");
    return stem.length < 6 && county.startsWith(stem);
  }
  return (
    divisionIndex()
      .byCode.get(county)
      ?.some((one) => liesIn(one, within)) ?? false
  );
};

/** The bearers in force on the day, else those ended by it. */
const onDay = (bearers: readonly Division[], on: Day): Division[] => {
  const current = bearers.filter((one) => isInForce(one, on));
  if (current.length > 0) return current;
  const ended = bearers.filter((one) => one.until !== undefined && one.until <= on);
  const last = ended
    .map((one) => one.until ?? "")
    .sort()
    .at(-1);
  return last === undefined ? [...bearers] : ended.filter((one) => one.until === last);
};

/** The towns that a key names inside a division; by its bare stem (许衡) only where asked for. */
export const findTowns = (
  towns: Towns,
  key: string,
  on: Day,
  within: string | undefined,
  stems = false,
): Division[] => {
  const bearers = towns.named(key);
  const all = bearers.length > 0 || !stems ? bearers : towns.withStem(key);
  if (within === undefined) return onDay(all, on);
  const inside = all.filter((one) => liesUnder(one, within));
  return onDay(inside.length > 0 ? inside : all.filter((one) => liesInZoneOf(one, within)), on);
};

const shortestName = 2;
const longestTown = 16;

/** The towns that a whole path names: 南关区自强街道, 长春市南关区自强街道. */
export const findTownPath = (
  towns: Towns,
  key: string,
  on: Day,
  within: string | undefined,
): readonly Division[] => {
  if (key.length > maximalPath) return [];
  for (let at = shortestName; at <= key.length - shortestName; at += 1) {
    const name = key.slice(at);
    if (name.length > longestTown || towns.named(name).length === 0) continue;
    const head = key.slice(0, at);
    const divisions = findDivisions(head, on, within)?.divisions ?? findPath(head, on, within);
    const places = divisions.length > 0 ? divisions : findZones(head, on, within);
    const found = places.flatMap(({ code }) => (code === undefined ? [] : findTowns(towns, name, on, code)));
    if (found.length > 0) return [...new Set(found)];
  }
  return [];
};

const kindLetters: readonly (readonly [RegExp, RegExp])[] = [
  [/街|办/, /街道|地区$/],
  [/镇/, /镇$/],
  [/乡/, /乡$|苏木$/],
];

/** The towns of a county that the words of a group mean: 各街道 its streets, 各乡镇 its 乡 and 镇. */
export const townsOfGroup = (towns: Towns, key: string, county: string, on: Day): Division[] => {
  const wanted = kindLetters.filter(([word]) => word.test(key)).map(([, kind]) => kind);
  return (
    codesOf(county)
      .map((code) => towns.under(code, on))
      .find((list) => list.length > 0)
      ?.filter((one) => wanted.some((kind) => kind.test(one.name))) ?? []
  );
};
