import { asOf, type Day } from "./day.ts";
import type { Division } from "./division.ts";
import { divisionIndex, entryOn, isInForce } from "./divisions.ts";
import type { Evidence, Resolution, UnitReference } from "./resolution.ts";
import type { Towns } from "./town-index.ts";
import type { Zone } from "./zones.ts";

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

/** A zone as others refer to it. */
const referenceToZone = (zone: Zone): UnitReference => ({
  type: "zone",
  ...(zone.code === undefined ? {} : { code: zone.code }),
  name: zone.name,
  short: zone.short,
  parent: zone.parent,
  ...(zone.until === undefined ? {} : { until: zone.until }),
});

const successorsOf = (division: Division, towns: Towns | undefined): UnitReference[] =>
  division.successors.flatMap((code) => {
    const bearers = division.level === "township" ? towns?.coded(code) : divisionIndex().byCode.get(code);
    const next = entryOn(bearers ?? [], division.until ?? asOf);
    return next === undefined ? [] : referenceTo(next);
  });

/** The answer that a name means one division. */
const divisionAnswer = (
  division: Division,
  on: Day,
  evidence: Evidence[],
  towns: Towns | undefined,
): Resolution => {
  const ended = division.until !== undefined && division.until <= on;
  const notes: Evidence[] = [];
  if (ended && division.until !== undefined) {
    const renamed = division.successors.length === 1 && division.successors[0] === division.code;
    notes.push({ code: renamed ? "renamed" : "ended", day: division.until });
    if (division.document !== undefined) notes.push({ code: "document", text: division.document });
    if (division.untilPrecision === "year") notes.push({ code: "yearOnly", day: division.until });
    if (division.note === "derived") notes.push({ code: "derived" });
  } else if (!isInForce(division, on) && division.from !== undefined)
    notes.push({ code: "notYet", day: division.from });
  if (division.note === "unverified" && (ended || division.until === undefined))
    notes.push({ code: "unverified" });
  return {
    ...referenceTo(division),
    ended,
    successors: ended ? successorsOf(division, towns) : [],
    evidence: [...evidence, ...notes],
  };
};

const levelOrder = ["province", "prefecture", "county", "township", "village"];

/** The answer of the only division that a name can mean, or of several equal ones. */
export const answerOfDivisions = (
  divisions: readonly Division[],
  on: Day,
  evidence: Evidence[],
  towns?: Towns,
): Resolution => {
  const [first] = divisions;
  if (divisions.length === 1 && first !== undefined) return divisionAnswer(first, on, evidence, towns);
  const rank = ({ level }: Division): string => `${levelOrder.indexOf(level)}`;
  const ordered = [...divisions].sort((a, b) => (rank(a) + a.code < rank(b) + b.code ? -1 : 1));
  return {
    type: "ambiguous",
    successors: [],
    candidates: ordered.map(referenceTo),
    evidence: [...evidence, { code: "several" }],
  };
};

/** The answer of the only zone that a name can mean, or of several equal ones. */
export const answerOfZones = (zones: readonly Zone[], on: Day, evidence: Evidence[]): Resolution => {
  const [first] = zones;
  if (zones.length === 1 && first !== undefined) {
    const { until } = first;
    const ended = until !== undefined && until <= on;
    const next = (first.successors ?? []).flatMap((code) => {
      const division = entryOn(divisionIndex().byCode.get(code) ?? [], on);
      return division === undefined ? [] : referenceTo(division);
    });
    return {
      ...referenceToZone(first),
      ...(until === undefined ? {} : { ended }),
      successors: ended ? next : [],
      evidence: ended ? [...evidence, { code: "ended", day: until }] : evidence,
    };
  }
  return {
    type: "ambiguous",
    successors: [],
    candidates: zones.map(referenceToZone),
    evidence: [...evidence, { code: "several" }],
  };
};
