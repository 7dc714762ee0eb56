import { type Day, inWindow } from "./day.ts";
import type { Department, DepartmentType, NamingLevel } from "./department.ts";
import { canonicalName, namingLevel, shortDepartmentName } from "./department-names.ts";
import type { DepartmentOwner, DepartmentPrefix } from "./department-prefix.ts";
import { type DepartmentReading, levelNamed, levelOfName, readDepartment } from "./department-reading.ts";
import { type DepartmentMatch, departmentIndex } from "./departments.ts";
import type { UnitLevel } from "./division.ts";
import { divisionIndex, entryOn } from "./divisions.ts";
import type { Evidence, Resolution, UnitReference } from "./resolution.ts";
import type { Towns } from "./town-index.ts";

/** The window of a department at a level: the centre reforms on the day of the decision, the rest later. */
const windowOf = (
  { from, until }: Department,
  level: UnitLevel | undefined,
): { from: Day | undefined; until: Day | undefined } =>
  level === "state" ? { from: from?.state, until: until?.state } : { from: from?.local, until: until?.local };

/** The rows that bear a name on a day: those in force; else the last ended; else those to come. */
const bearersOn = (
  matches: readonly DepartmentMatch[],
  level: UnitLevel | undefined,
  on: Day,
): DepartmentMatch[] => {
  const best = (list: DepartmentMatch[]): DepartmentMatch[] => {
    const rank = Math.min(...list.map((one) => one.rank));
    return list.filter((one) => one.rank === rank);
  };
  const current = matches.filter(({ department }) => {
    const { from, until } = windowOf(department, level);
    return inWindow(on, from, until);
  });
  if (current.length > 0) return best(current);
  const untilOf = (one: DepartmentMatch): Day => windowOf(one.department, level).until ?? "";
  const ended = matches.filter((one) => untilOf(one) !== "" && untilOf(one) <= on);
  if (ended.length === 0) return best([...matches]);
  const last = ended.map(untilOf).sort().at(-1);
  return best(ended.filter((one) => untilOf(one) === last));
};

/** The departments that do the work of an ended one on a day, through later reforms. */
const heirsOn = (department: Department, level: UnitLevel | undefined, on: Day): Department[] => {
  const heirs = new Set<Department>();
  const seen = new Set<string>([department.id]);
  const follow = (one: Department): void => {
    for (const id of one.successors) {
      const next = departmentIndex().byId.get(id);
      if (next === undefined || seen.has(id)) continue;
      seen.add(id);
      const { until } = windowOf(next, level);
      if (until !== undefined && until <= on) follow(next);
      else heirs.add(next);
    }
  };
  follow(department);
  return [...heirs];
};

const referTo = (
  department: Department,
  level: UnitLevel | undefined,
  prefix: string,
  owner: DepartmentOwner | undefined,
  named?: NamingLevel,
): UnitReference => {
  const { from, until } = windowOf(department, level);
  const naming = namingLevel(level, owner) ?? named;
  return {
    type: "department",
    name: canonicalName(department, naming, prefix),
    short: shortDepartmentName(department, naming, prefix),
    ...(level === undefined ? {} : { level }),
    ...(owner?.code === undefined ? {} : { parent: owner.code }),
    ...(from === undefined ? {} : { from }),
    ...(until === undefined ? {} : { until }),
  };
};

const rankEvidence = ["fullName", "shortName", "variant"] as const;

const evidenceOf = (
  { prefix, key, branch }: DepartmentReading,
  { department, rank }: DepartmentMatch,
  level: UnitLevel | undefined,
  owner: DepartmentOwner | undefined,
  on: Day,
): Evidence[] => {
  const evidence: Evidence[] = [{ code: rankEvidence[rank], text: key }];
  if (prefix.kind === "levelWord") evidence.push({ code: "levelWord", text: prefix.text });
  if (prefix.kind === "division") evidence.push({ code: "prefix", text: prefix.text });
  if (prefix.kind !== "division" && level !== "state")
    evidence.push(owner?.code === undefined ? { code: "open" } : { code: "within", text: owner.code });
  if (owner?.until !== undefined && owner.until <= on)
    evidence.push({ code: "ended", text: owner.name, day: owner.until });
  if (branch !== undefined) evidence.push({ code: "subBureau", text: branch });
  const { from, until } = windowOf(department, level);
  if (until !== undefined && until <= on) evidence.push({ code: "ended", day: until });
  else if (from !== undefined && on < from) evidence.push({ code: "notYet", day: from });
  const { endedBy } = department;
  if (endedBy !== undefined && until !== undefined && endedBy.decided <= on)
    evidence.push(
      until <= on
        ? { code: "reform", text: endedBy.decision, day: endedBy.decided }
        : { code: "transition", text: endedBy.decision, day: endedBy.decided },
    );
  if (endedBy === undefined && until !== undefined && until <= on)
    evidence.push({ code: "reform", text: department.source });
  if (department.covers.length > 0)
    evidence.push({
      code: "combined",
      text: department.covers.map((id) => departmentIndex().byId.get(id)?.function ?? id).join("、"),
    });
  if (department.local) evidence.push({ code: "local" });
  if (department.unverified) evidence.push({ code: "unverified", text: department.source });
  return evidence;
};

/** 公安局 + 分局 is 公安分局, 质监局 + 直属分局 keeps its 局. */
const branchName = (name = "", branch = ""): string =>
  (branch === "分局" ? name.replace(/局$/, "") : name) + branch;

/** What a department became: through reforms, and with its division in those that the division went to. */
const successorsOf = (
  department: Department,
  level: UnitLevel | undefined,
  reformed: boolean,
  prefix: DepartmentPrefix,
  owner: DepartmentOwner | undefined,
  on: Day,
): UnitReference[] => {
  const heirs = reformed ? heirsOn(department, level, on) : [department];
  const owners =
    owner?.until !== undefined && owner.until <= on
      ? (owner.successors ?? []).flatMap((code) => entryOn(divisionIndex().byCode.get(code) ?? [], on) ?? [])
      : undefined;
  return owners === undefined
    ? heirs.map((one) => referTo(one, level, prefix.text, owner))
    : owners.flatMap((next) => heirs.map((one) => referTo(one, next.level, next.name, next)));
};

const answer = (reading: DepartmentReading, on: Day): Resolution => {
  const { prefix, matches, key, branch } = reading;
  const [first] = matches;
  const level = prefix.level ?? (first === undefined ? undefined : levelOfName(key, first));
  const bearers = bearersOn(matches, level, on);
  const [bearer] = bearers;
  const owners = prefix.owners.length > 0 ? prefix.owners : [undefined];
  if (bearer === undefined || bearers.length > 1 || owners.length > 1)
    return {
      type: "ambiguous",
      successors: [],
      candidates: bearers.flatMap((one) =>
        owners.map((owner) => referTo(one.department, level, owner?.name ?? prefix.text, owner)),
      ),
      evidence: [{ code: "several", text: key }],
    };
  const [owner] = owners;
  const { department } = bearer;
  const own = referTo(department, level, prefix.text, owner, levelNamed(key, department));
  const { until } = own;
  const ownerEnded = owner?.until !== undefined && owner.until <= on;
  const ended = ownerEnded || (until !== undefined && until <= on);
  const type: DepartmentType = branch === undefined ? department.type : "subBureau";
  return {
    ...own,
    ...(branch === undefined
      ? {}
      : { name: branchName(own.name, branch), short: branchName(own.short, branch) }),
    departmentType: type,
    department: department.id,
    ...(ownerEnded && (until === undefined || owner.until < until) ? { until: owner.until } : {}),
    ended,
    successors: ended
      ? successorsOf(department, level, until !== undefined && until <= on, prefix, owner, on)
      : [],
    evidence: evidenceOf(reading, bearer, level, owner, on),
  };
};

/** The answer where a key is the name of a department, with or without whose it is. */
export const resolveDepartment = (
  key: string,
  on: Day,
  within?: string,
  towns?: Towns,
): Resolution | undefined => {
  const reading = readDepartment(key, on, within, towns);
  return reading === undefined ? undefined : answer(reading, on);
};

/** An answer that is one department as others refer to it; nothing else gives any. */
export const departmentReference = (answer: Resolution | undefined): UnitReference[] =>
  answer?.type === "department" && answer.name !== undefined
    ? [
        {
          type: "department",
          name: answer.name,
          ...(answer.short === undefined ? {} : { short: answer.short }),
          ...(answer.level === undefined ? {} : { level: answer.level }),
          ...(answer.parent === undefined ? {} : { parent: answer.parent }),
        },
      ]
    : [];
