import type { Day } from "./day.ts";
import type { Division, UnitLevel } from "./division.ts";
import { divisionIndex, entryOn, lineOf } from "./divisions.ts";
import { findDivisions, findPath } from "./find-divisions.ts";

/** Whose department it is, as the words in front say. */
export interface DepartmentPrefix {
  readonly text: string;
  readonly kind: "none" | "levelWord" | "division";
  readonly level?: UnitLevel;
  /** The divisions it may belong to; empty where that stays open. */
  readonly divisions: readonly Division[];
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
    divisions: division === undefined ? [] : [division],
  };
};

/** What the words in front of a department's name say, or undefined where they say nothing known. */
export const readPrefix = (
  text: string,
  on: Day,
  within: string | undefined,
): DepartmentPrefix | undefined => {
  // 区政府督查室, 区直机关工委, 我区教育局
  const word = text.replace(/^[本我]/, "").replace(/(?:人民政府|政府|直属|直)$/, "");
  if (word === "") return undefined;
  const level = levelWords.get(word);
  if (level !== undefined) {
    const line = lineFrom(within, on);
    const division = line.find((one) => answersTo(word, one));
    return {
      text,
      kind: "levelWord",
      level: division?.level ?? level,
      divisions: division === undefined ? [] : [division],
    };
  }
  if (word.length < 2) return undefined;
  const match = findDivisions(word, on, within);
  const divisions =
    match !== undefined && match.where !== "outsideWithin"
      ? match.divisions
      : (nonEmpty(findPath(word, on, within)) ?? match?.divisions);
  if (divisions === undefined) return undefined;
  const [first] = divisions;
  return first === undefined ? undefined : { text, kind: "division", level: first.level, divisions };
};

const nonEmpty = <T>(list: T[]): T[] | undefined => (list.length > 0 ? list : undefined);
