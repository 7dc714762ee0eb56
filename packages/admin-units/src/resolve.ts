import { asOf, type Day } from "./day.ts";
import type { Division } from "./division.ts";
import { divisionIndex, entryOn, isInForce } from "./divisions.ts";
import { findDivisions, findPath } from "./find-divisions.ts";
import { nameKey } from "./name-key.ts";
import type { Evidence, Resolution, UnitReference } from "./resolution.ts";
import { similarDivisions } from "./similar.ts";

/** Where and when a name is meant. */
export interface ResolveOptions {
  /** The code of the division whose paper the name stands in. */
  readonly within?: string;
  /** The day; the data's day where absent. */
  readonly on?: Day;
}

/** Longer texts are no names. */
const longestName = 80;

/** A division as others refer to it. */
export const referenceTo = (division: Division): UnitReference => ({
  type: "division",
  code: division.code,
  name: division.name,
  level: division.level,
  ...(division.parent === undefined ? {} : { parent: division.parent }),
  ...(division.from === undefined ? {} : { from: division.from }),
  ...(division.until === undefined ? {} : { until: division.until }),
});

const successorsOf = (division: Division): UnitReference[] =>
  division.successors.flatMap((code) => {
    const next = entryOn(divisionIndex().byCode.get(code) ?? [], division.until ?? asOf);
    return next === undefined ? [] : referenceTo(next);
  });

/** The answer that a name means one division. */
const divisionAnswer = (division: Division, on: Day, evidence: Evidence[]): Resolution => {
  const ended = division.until !== undefined && division.until <= on;
  const notes: Evidence[] = [];
  if (ended) {
    const renamed = division.successors.length === 1 && division.successors[0] === division.code;
    notes.push({ code: renamed ? "renamed" : "ended", day: division.until as Day });
    if (division.document !== undefined) notes.push({ code: "document", text: division.document });
    if (division.untilPrecision === "year") notes.push({ code: "yearOnly", day: division.until as Day });
    if (division.note === "derived") notes.push({ code: "derived" });
  } else if (!isInForce(division, on) && division.from !== undefined)
    notes.push({ code: "notYet", day: division.from });
  if (division.note === "unverified" && (ended || division.until === undefined))
    notes.push({ code: "unverified" });
  return {
    ...referenceTo(division),
    ended,
    successors: ended ? successorsOf(division) : [],
    evidence: [...evidence, ...notes],
  };
};

/** The answer of several equal ones, or of the only one. */
const answerOf = (divisions: readonly Division[], on: Day, evidence: Evidence[]): Resolution => {
  const [first] = divisions;
  if (divisions.length === 1 && first !== undefined) return divisionAnswer(first, on, evidence);
  return {
    type: "ambiguous",
    successors: [],
    candidates: divisions.map(referenceTo),
    evidence: [...evidence, { code: "several" }],
  };
};

/**
 * Returns what a name means on a day (名称解析): a division, a zone, a department, a group; several equal ones
 * as `ambiguous`, and near names of an unknown one as suggestions. It never guesses between equals.
 *
 * @example
 * resolve("朝阳区", { within: "220100" }).code; // "220104"
 * resolve("下关区", { within: "320100" }).successors[0]?.code; // "320106"
 */
export const resolve = (name: string, { within, on = asOf }: ResolveOptions = {}): Resolution => {
  if (name.length > longestName) return { type: "unknown", successors: [], evidence: [{ code: "tooLong" }] };
  const key = nameKey(name);
  if (key === "") return { type: "unknown", successors: [], evidence: [{ code: "empty" }] };
  if (/^\d{6}$/.test(key)) {
    const division = entryOn(divisionIndex().byCode.get(key) ?? [], on);
    if (division !== undefined) return divisionAnswer(division, on, [{ code: "fullName", text: key }]);
  }
  const match = findDivisions(key, on, within);
  if (match !== undefined && match.where !== "outsideWithin")
    return answerOf(match.divisions, on, [
      { code: match.how, text: key },
      ...(match.where === "within" && within !== undefined
        ? [{ code: "within" as const, text: within }]
        : []),
    ]);
  const path = findPath(key, on, within);
  if (path.length > 0) return answerOf(path, on, [{ code: "prefix", text: key }]);
  if (match !== undefined)
    return answerOf(match.divisions, on, [{ code: match.how, text: key }, { code: "outsideWithin" }]);
  const suggestions = similarDivisions(key, on, within).map(referenceTo);
  return {
    type: "unknown",
    successors: [],
    ...(suggestions.length > 0 ? { suggestions } : {}),
    evidence: [suggestions.length > 0 ? { code: "similar", text: key } : { code: "unknown", text: key }],
  };
};
