import { asOf, type Day } from "./day.ts";
import { answerOfDivisions, answerOfZones, referenceTo } from "./division-answer.ts";
import { divisionIndex, entryOn } from "./divisions.ts";
import { type DivisionMatch, findDivisions, findPath } from "./find-divisions.ts";
import { countyOf, type Group, membersOf, readGroup } from "./groups.ts";
import { nameKey } from "./name-key.ts";
import { isOrgName } from "./org-name.ts";
import type { Evidence, Resolution } from "./resolution.ts";
import { resolveDepartment } from "./resolve-department.ts";
import { similarDivisions } from "./similar.ts";
import { similarDepartments } from "./similar-departments.ts";
import { findTowns, type Towns, townsOfGroup } from "./town-index.ts";
import { findZones, zoneIndex } from "./zones.ts";

/** Where and when a name is meant. */
export interface ResolveOptions {
  /** The code of the division whose paper the name stands in. */
  readonly within?: string | undefined;
  /** The day; the data's day where absent. */
  readonly on?: Day | undefined;
  /** The towns and streets, where they were loaded; without them a street is `unknown` with `localBody`. */
  readonly towns?: Towns | undefined;
}

/** The county of a town's or village's code; other codes as they are. */
const countyCode = (code: string | undefined): string | undefined =>
  code !== undefined && /^(?:\d{9}|\d{12})$/.test(code) ? code.slice(0, 6) : code;

/** Longer texts are no names. */
const longestName = 80;

// （牵头） after a name says what it does, not what it is
const role =
  /\((?:牵头|责任|配合|协办|主办|承办|负责|牵头单位|责任单位|配合单位|数据报送|第一牵头|共同牵头)\)$/;

const groupAnswer = (
  group: Group,
  key: string,
  on: Day,
  within: string | undefined,
  towns: Towns | undefined,
): Resolution => {
  const county = group.kind === "townships" && !group.open ? countyOf(within, on) : undefined;
  const below = county === undefined || towns === undefined ? [] : townsOfGroup(towns, key, county.code, on);
  const members = (below.length > 0 ? below : membersOf(group, on, within))?.map(referenceTo);
  return {
    type: "group",
    name: key,
    ...(within === undefined ? {} : { parent: within }),
    successors: [],
    ...(members === undefined ? {} : { members }),
    evidence: [
      members !== undefined
        ? { code: "expanded", day: on }
        : { code: county !== undefined && towns === undefined ? "noTowns" : "open" },
    ],
  };
};

const codeAnswer = (code: string, on: Day): Resolution | undefined => {
  const division = entryOn(divisionIndex().byCode.get(code) ?? [], on);
  if (division !== undefined) return answerOfDivisions([division], on, [{ code: "code", text: code }]);
  const zone = zoneIndex().byCode.get(code);
  return zone === undefined ? undefined : answerOfZones([zone], [{ code: "code", text: code }]);
};

const divisionEvidence = (match: DivisionMatch, key: string, within: string | undefined): Evidence[] => {
  const evidence: Evidence[] = [{ code: match.how, text: key }];
  if (match.where === "within" && within !== undefined) evidence.push({ code: "within", text: within });
  if (match.where === "outsideWithin") evidence.push({ code: "outsideWithin" });
  return evidence;
};

const withinEvidence = (within: string | undefined): Evidence[] =>
  within === undefined ? [] : [{ code: "within", text: within }];

const unknownAnswer = (key: string, on: Day, within: string | undefined): Resolution => {
  const suggestions = [
    ...similarDivisions(key, on, within).map(referenceTo),
    ...similarDepartments(key, on, within),
  ];
  const evidence: Evidence[] = [];
  if (/[*＊×xX]{2,}|某/.test(key)) evidence.push({ code: "masked", text: key });
  else if (isOrgName(key)) evidence.push({ code: "localBody", text: key });
  else evidence.push({ code: "unknown", text: key });
  if (suggestions.length > 0) evidence.push({ code: "similar", text: key });
  return {
    type: "unknown",
    successors: [],
    ...(suggestions.length > 0 ? { suggestions } : {}),
    evidence,
  };
};

/** An answer given before: sheets repeat their names, and what was answered is kept up to a bound. */
interface Answered {
  readonly within: string | undefined;
  readonly on: Day;
  readonly towns: Towns | undefined;
  readonly answer: Resolution;
}

const mostAnswers = 8192;
const mostOfAName = 16;
let answers = new Map<string, Answered[]>();
let kept = 0;

const remember = (name: string, answered: Answered): void => {
  if (kept >= mostAnswers) {
    answers = new Map();
    kept = 0;
  }
  kept += 1;
  const same = answers.get(name);
  if (same === undefined) answers.set(name, [answered]);
  else if (same.length < mostOfAName) same.push(answered);
  else same[kept % mostOfAName] = answered;
};

const freeze = <T>(value: T): T => {
  if (typeof value === "object" && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const part of Object.values(value)) freeze(part);
  }
  return value;
};

/**
 * Returns what a name means on a day (名称解析): a division, a zone, a department, a group; several equal ones
 * as `ambiguous`, and near names of an unknown one as suggestions. It never guesses between equals. The answer is
 * frozen: the same question gives the same object.
 *
 * @example
 * resolve("朝阳区", { within: "220100" }).code; // "220104"
 * resolve("下关区", { within: "320100" }).successors[0]?.code; // "320106"
 * resolve("区计生委", { within: "220102", on: "2016-05-01" }).successors[0]?.short; // "区卫计局"
 */
export const resolve = (name: string, { within, on = asOf, towns }: ResolveOptions = {}): Resolution => {
  if (name.length > longestName) return { type: "unknown", successors: [], evidence: [{ code: "tooLong" }] };
  for (const one of answers.get(name) ?? none)
    if (one.within === within && one.on === on && one.towns === towns) return one.answer;
  const answer = freeze(answerOf(name, on, countyCode(within), towns));
  remember(name, { within, on, towns, answer });
  return answer;
};

const none: readonly Answered[] = [];

const answerOf = (
  name: string,
  on: Day,
  within: string | undefined,
  towns: Towns | undefined,
): Resolution => {
  const whole = nameKey(name);
  const key = whole.replace(role, "");
  if (key === "") return { type: "unknown", successors: [], evidence: [{ code: "empty" }] };
  const code = /^\d{6}$/.test(key) ? codeAnswer(key, on) : undefined;
  if (code !== undefined) return code;
  const group = readGroup(key);
  if (group !== undefined) return groupAnswer(group, key, on, within, towns);

  const match = findDivisions(key, on, within);
  const near = match !== undefined && match.where !== "outsideWithin";
  if (match !== undefined && near)
    return answerOfDivisions(match.divisions, on, divisionEvidence(match, key, within));
  const zones = findZones(key, within);
  if (zones.length > 0) return answerOfZones(zones, [{ code: "fullName", text: key }]);
  const places = towns === undefined ? [] : findTowns(towns, key, on, within);
  if (places.length > 0)
    return answerOfDivisions(places, on, [{ code: "fullName", text: key }, ...withinEvidence(within)], towns);
  const department = resolveDepartment(key, on, within, towns);
  if (department !== undefined) return department;
  const path = findPath(key, on, within);
  if (path.length > 0) return answerOfDivisions(path, on, [{ code: "prefix", text: key }]);
  if (match !== undefined)
    return answerOfDivisions(match.divisions, on, divisionEvidence(match, key, within));
  return unknownAnswer(key, on, within);
};
