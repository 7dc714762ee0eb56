import type { Day } from "./day.ts";
import type { Division, UnitLevel } from "./division.ts";
import { divisionIndex, entryOn, lineOf } from "./divisions.ts";
import { findDivisions, findPath } from "./find-divisions.ts";
import { findTownPath, findTowns, type Towns } from "./town-index.ts";
import { findZones } from "./zones.ts";

/** The division or zone that has the department. */
export interface DepartmentOwner {
  readonly code?: string;
  readonly name: string;
  readonly level?: UnitLevel;
  readonly until?: Day;
  /** The codes that the division went to when it ended. */
  readonly successors?: readonly string[];
}

/** Whose department it is, as the words in front say. */
export interface DepartmentPrefix {
  readonly text: string;
  readonly kind: "none" | "levelWord" | "division";
  readonly level?: UnitLevel;
  /** Those that it may belong to; empty where that stays open. */
  readonly owners: readonly DepartmentOwner[];
}

const levelWords: ReadonlyMap<string, UnitLevel> = new Map([
  ["国家", "state"],
  ["中央", "state"],
  ["全国", "state"],
  ["国务院", "state"],
  ["省", "province"],
  ["自治区", "province"],
  ["市", "prefecture"],
  ["州", "prefecture"],
  ["盟", "prefecture"],
  ["地区", "prefecture"],
  ["地", "prefecture"],
  ["区", "county"],
  ["县", "county"],
  ["旗", "county"],
  ["镇", "township"],
  ["乡", "township"],
  ["街道", "township"],
  ["村", "village"],
  ["社区", "village"],
]);

// whether a division is called by the word: 省 also means an autonomous region's and a municipality's own level
const answersTo = (word: string, division: Division): boolean => {
  if (word === "省" || word === "自治区") return division.level === "province";
  if (word === "地") return division.name.endsWith("地区");
  if (word === "区") return division.level === "county" && division.name.endsWith("区");
  return division.name.endsWith(word);
};

const lineFrom = (within: string | undefined, on: Day): Division[] => {
  if (within === undefined) return [];
  const self = entryOn(divisionIndex().byCode.get(within) ?? [], on);
  return self === undefined ? [] : lineOf(self, on);
};

/** The department of the division in whose paper it stands, when nothing is said. */
export const ownPrefix = (within: string | undefined, on: Day, level?: UnitLevel): DepartmentPrefix => {
  const line = lineFrom(within, on);
  const division = level === undefined ? line[0] : line.find((one) => one.level === level);
  const own = level ?? division?.level;
  return {
    text: "",
    kind: "none",
    ...(own === undefined ? {} : { level: own }),
    owners: division === undefined ? [] : [division],
  };
};

/** The divisions or zones that the words name, those near the given division first. */
const ownersNamed = (
  word: string,
  on: Day,
  within: string | undefined,
  towns: Towns | undefined,
): readonly DepartmentOwner[] => {
  const match = findDivisions(word, on, within);
  if (match !== undefined && match.where !== "outsideWithin") return match.divisions;
  const zones = findZones(word, on, within);
  if (zones.length > 0) return zones;
  const near = towns === undefined ? [] : findTowns(towns, word, on, within, within !== undefined);
  if (near.length > 0) return near;
  const path = findPath(word, on, within);
  if (path.length > 0) return path;
  const townPath = towns === undefined ? [] : findTownPath(towns, word, on, within);
  return townPath.length > 0 ? townPath : (match?.divisions ?? []);
};

// it has departments as a province has and is no division
const corps = /^(?:新疆)?(?:生产建设)?兵团$/;
const corpsOwner: DepartmentOwner = { name: "新疆生产建设兵团", level: "province" };

/** What the words in front of a department's name say, or undefined where they say nothing known. */
export const readPrefix = (
  text: string,
  on: Day,
  within: string | undefined,
  towns?: Towns,
): DepartmentPrefix | undefined => {
  // 区政府督查室, 区直机关工委, 我区教育局, 南关区区教育局
  const word = text
    .replace(/^[本我]/, "")
    .replace(/(?:人民政府|政府|直属|直)$/, "")
    .replace(/([省市区县旗州盟])\1$/, "$1");
  if (word === "") return undefined;
  const level = levelWords.get(word);
  if (level !== undefined) {
    const division = lineFrom(within, on).find((one) => answersTo(word, one));
    return {
      text: word,
      kind: "levelWord",
      level: division?.level ?? level,
      owners: division === undefined ? [] : [division],
    };
  }
  if (word.length < 2) return undefined;
  const owners = corps.test(word) ? [corpsOwner] : ownersNamed(word, on, within, towns);
  const [first] = owners;
  if (first === undefined) return undefined;
  return {
    text: word,
    kind: "division",
    ...(first.level === undefined ? {} : { level: first.level }),
    owners,
  };
};
