import { asOf, type Day, inWindow } from "./day.ts";
import type { Division } from "./division.ts";
import * as packed from "./generated/divisions.ts";
import { nameKey } from "./name-key.ts";
import { unpackDivisions } from "./packed-divisions.ts";
import { commonNames } from "./short-name.ts";

/** The divisions by code, by full name and by the other names in use; built once, on first use. */
interface DivisionIndex {
  readonly all: readonly Division[];
  readonly byCode: ReadonlyMap<string, readonly Division[]>;
  readonly byName: ReadonlyMap<string, readonly Division[]>;
  readonly byShort: ReadonlyMap<string, readonly Division[]>;
  /** The codes that ever named this one as their parent. */
  readonly children: ReadonlyMap<string, readonly Division[]>;
}

const push = <T>(map: Map<string, T[]>, key: string, value: T): void => {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
};

const buildIndex = (): DivisionIndex => {
  const all = unpackDivisions(packed);
  const byCode = new Map<string, Division[]>();
  const byName = new Map<string, Division[]>();
  const byShort = new Map<string, Division[]>();
  const children = new Map<string, Division[]>();
  for (const division of all) {
    push(byCode, division.code, division);
    push(byName, nameKey(division.name), division);
    for (const name of commonNames(division.name)) push(byShort, nameKey(name), division);
    if (division.parent !== undefined) push(children, division.parent, division);
  }
  return { all, byCode, byName, byShort, children };
};

let index: DivisionIndex | undefined;

/** The index of all divisions, built on first use. */
export const divisionIndex = (): DivisionIndex => {
  index ??= buildIndex();
  return index;
};

/** Whether a division is in force on a day. */
export const isInForce = (division: Division, on: Day): boolean =>
  inWindow(on, division.from, division.until);

/** The entry of a list of one code that a day means: in force, else the last one ended, else the first to come. */
export const entryOn = (list: readonly Division[], on: Day): Division | undefined =>
  list.find((one) => isInForce(one, on)) ??
  list.findLast((one) => one.until !== undefined && one.until <= on) ??
  list[0];

/**
 * Returns the division that a code means on a day (某日的行政区划), or undefined where it means none.
 *
 * @example
 * divisionOf("130503", "2019-12-31")?.name; // "桥西区"
 * divisionOf("130503")?.name; // "信都区"
 */
export const divisionOf = (code: string, on: Day = asOf): Division | undefined =>
  divisionIndex()
    .byCode.get(code)
    ?.find((one) => isInForce(one, on));

/**
 * Returns the divisions directly below a code on a day, by code (下级区划).
 *
 * @example
 * childrenOf("220100").map((one) => one.name); // ["南关区", "宽城区", "朝阳区", …]
 */
export const childrenOf = (code: string, on: Day = asOf): Division[] =>
  (divisionIndex().children.get(code) ?? []).filter((one) => isInForce(one, on));

/**
 * Returns all that a code has meant, in the order of time (沿革); empty for an unknown code.
 *
 * @example
 * historyOf("130503").map((one) => one.name); // ["桥西区", "信都区"]
 */
export const historyOf = (code: string): readonly Division[] => divisionIndex().byCode.get(code) ?? [];

/**
 * Returns the provinces on a day, by code (省级区划).
 *
 * @example
 * provincesOn()[0]?.name; // "北京市"
 */
export const provincesOn = (on: Day = asOf): Division[] =>
  divisionIndex().all.filter((one) => one.level === "province" && isInForce(one, on));

/** The division and those above it, lowest first, each as it was on the day or else last before it. */
export const lineOf = (division: Division, on: Day): Division[] => {
  const line = [division];
  let parent = division.parent;
  while (parent !== undefined && line.length < 6) {
    const next = entryOn(divisionIndex().byCode.get(parent) ?? [], on);
    if (next === undefined) break;
    line.push(next);
    parent = next.parent;
  }
  return line;
};

/** Whether a division lies in another (by code), itself included. */
export const liesIn = (division: Division, code: string): boolean => {
  if (division.code === code || division.parent === code) return true;
  return (
    division.parent !== undefined &&
    (divisionIndex()
      .byCode.get(division.parent)
      ?.some((one) => one.parent === code) ??
      false)
  );
};
