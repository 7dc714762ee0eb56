import type { Day } from "./day.ts";
import type { Division } from "./division.ts";
import { divisionIndex, entryOn, isInForce, liesIn, lineOf } from "./divisions.ts";

/** Divisions that a name may mean, and how it named them. */
export interface DivisionMatch {
  readonly divisions: readonly Division[];
  readonly how: "fullName" | "shortName";
  /** Where they lie against the given division. */
  readonly where: "within" | "outsideWithin" | "anywhere";
}

/** One entry a code: the one in force, else the last ended. */
const oneACode = (divisions: readonly Division[], on: Day): Division[] => {
  const codes = new Map<string, Division[]>();
  for (const division of divisions) {
    const list = codes.get(division.code);
    if (list === undefined) codes.set(division.code, [division]);
    else list.push(division);
  }
  return [...codes.values()].flatMap((list) => entryOn(list, on) ?? []);
};

const wentOnTo = (one: Division, later: Division): boolean =>
  one !== later &&
  one.code.slice(0, 2) === later.code.slice(0, 2) &&
  one.until !== undefined &&
  later.from !== undefined &&
  one.until <= later.from;

/** Those in force on the day; else those ended by it; else those to come. */
const onDay = (divisions: readonly Division[], on: Day): Division[] => {
  const current = divisions.filter((one) => isInForce(one, on));
  if (current.length > 0) return current;
  const ended = oneACode(
    divisions.filter((one) => one.until !== undefined && one.until <= on),
    on,
  );
  if (ended.length < 2) return ended.length > 0 ? ended : oneACode(divisions, on);
  // a bearer whose name went on in its province when it ended (思茅市 of the county, then of the prefecture) is
  // not a second meaning
  return ended.filter((one) => !ended.some((later) => wentOnTo(one, later)));
};

/** Where a name is looked for, nearest first: inside the division, in its own line, beside it. */
const scopesOf = (within: string, on: Day): ((one: Division) => boolean)[] => {
  const self = entryOn(divisionIndex().byCode.get(within) ?? [], on);
  if (self === undefined) return [];
  const line = new Set(lineOf(self, on).map((one) => one.code));
  return [
    (one) => liesIn(one, within),
    (one) => line.has(one.code),
    (one) => self.parent !== undefined && one.parent === self.parent,
  ];
};

/** The bearers of a name in a scope, current ones first: in the nearest scope that has any. */
const nearest = (
  bearers: readonly Division[],
  scopes: readonly ((one: Division) => boolean)[],
  on: Day,
): Division[] | undefined => {
  for (const scope of scopes) {
    const found = onDay(bearers.filter(scope), on);
    if (found.length > 0) return found;
  }
  return undefined;
};

const generic = /^(?:[城郊矿新市]|老城|新城)区$/;

/** The divisions that a key names, by full name before short name, the nearest to `within` before others. */
export const findDivisions = (key: string, on: Day, within?: string): DivisionMatch | undefined => {
  const { byName, byShort } = divisionIndex();
  const full = byName.get(key) ?? [];
  const short = byShort.get(key) ?? [];
  if (full.length === 0 && short.length === 0) return undefined;
  const steps = [
    { how: "fullName", bearers: full },
    { how: "shortName", bearers: short },
  ] as const;
  if (within !== undefined) {
    const scopes = scopesOf(within, on);
    for (const { how, bearers } of steps) {
      const divisions = nearest(bearers, scopes, on);
      if (divisions !== undefined) return { divisions, how, where: "within" };
    }
  }
  // 新区 in the paper of a place without one is a new area of its own, not the former 新区 of 唐山
  if (within !== undefined && generic.test(key)) return undefined;
  const where = within === undefined ? "anywhere" : "outsideWithin";
  // a current bearer of the short name comes before an ended one of the full name
  for (const { how, bearers } of steps) {
    const current = bearers.filter((one) => isInForce(one, on));
    if (current.length > 0) return { divisions: current, how, where };
  }
  for (const { how, bearers } of steps) {
    const divisions = onDay(bearers, on);
    if (divisions.length > 0) return { divisions, how, where };
  }
  return undefined;
};

/** The divisions that a whole path names: 吉林省长春市朝阳区, 长春朝阳区. Each step lies in the one before. */
export const findPath = (key: string, on: Day, within?: string): Division[] => {
  if (key.length > maximalPath) return [];
  const found = new Map<string, Division>();
  const { byName, byShort } = divisionIndex();
  const walk = (rest: string, inside: Division | undefined): void => {
    for (let length = rest.length; length >= 2; length -= 1) {
      const part = rest.slice(0, length);
      const bearers = [...(byName.get(part) ?? []), ...(byShort.get(part) ?? [])].filter(
        (one) => inside === undefined || (one.code !== inside.code && liesIn(one, inside.code)),
      );
      if (bearers.length === 0) continue;
      const next = onDay(bearers, on);
      if (length === rest.length) {
        if (inside !== undefined) for (const one of next) found.set(one.code, one);
      } else for (const one of next) walk(rest.slice(length), one);
    }
  };
  walk(key, undefined);
  const all = [...found.values()];
  const near = within === undefined ? [] : all.filter((one) => liesIn(one, within));
  const chosen = near.length > 0 ? near : all;
  const current = chosen.filter((one) => isInForce(one, on));
  return current.length > 0 ? current : chosen;
};

/** Longer texts are no paths. */
export const maximalPath = 40;
