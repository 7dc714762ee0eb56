import { type Day, inWindow } from "./day.ts";
import type { Department, DepartmentType } from "./department.ts";
import { canonicalName, shortDepartmentName } from "./department-names.ts";
import { type DepartmentPrefix, ownPrefix, readPrefix } from "./department-prefix.ts";
import { type DepartmentMatch, departmentIndex, departmentKey } from "./departments.ts";
import type { Division, UnitLevel } from "./division.ts";
import { nameKey } from "./name-key.ts";
import type { Evidence, Resolution, UnitReference } from "./resolution.ts";

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

/** The level that a name itself tells: 教育厅 is a province's, 教育部 the state's. */
const levelOfName = (key: string, { department }: DepartmentMatch): UnitLevel | undefined => {
  const named = (Object.entries(department.names) as [UnitLevel, string][])
    .filter(([, name]) => departmentKey(nameKey(name)) === key)
    .map(([level]) => level);
  if (named.length === 1) return named[0];
  if (named.length > 1) return undefined;
  if (/^(?:国家|国务院|中央|全国|中国|中华)/.test(key) && department.names.state !== undefined)
    return "state";
  if (key.endsWith("厅")) return "province";
  const { state } = department.names;
  return department.type === "government" && key.endsWith("部") && state?.endsWith("部")
    ? "state"
    : undefined;
};

interface Reading {
  readonly prefix: DepartmentPrefix;
  readonly matches: readonly DepartmentMatch[];
  readonly key: string;
  /** The base of a sub-bureau ends here; what was cut off. */
  readonly branch?: string;
}

const referTo = (
  department: Department,
  level: UnitLevel | undefined,
  prefix: string,
  parent: string | undefined,
): UnitReference => {
  const { from, until } = windowOf(department, level);
  return {
    type: "department",
    name: canonicalName(department, level, prefix),
    short: shortDepartmentName(department, level, prefix),
    ...(level === undefined ? {} : { level }),
    ...(parent === undefined ? {} : { parent }),
    ...(from === undefined ? {} : { from }),
    ...(until === undefined ? {} : { until }),
  };
};

const rankEvidence = ["fullName", "shortName", "variant"] as const;

const evidenceOf = (
  { prefix, key, branch }: Reading,
  { department, rank }: DepartmentMatch,
  level: UnitLevel | undefined,
  division: Division | undefined,
  on: Day,
): Evidence[] => {
  const evidence: Evidence[] = [{ code: rankEvidence[rank], text: key }];
  if (prefix.kind === "levelWord") evidence.push({ code: "levelWord", text: prefix.text });
  if (prefix.kind === "division") evidence.push({ code: "prefix", text: prefix.text });
  if (division !== undefined && prefix.kind !== "division")
    evidence.push({ code: "within", text: division.code });
  if (division?.until !== undefined && division.until <= on)
    evidence.push({ code: "ended", text: division.name, day: division.until });
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
  if (department.local) evidence.push({ code: "local" });
  if (department.unverified) evidence.push({ code: "unverified", text: department.source });
  return evidence;
};

/** 公安局 + 分局 is 公安分局, 质监局 + 直属分局 keeps its 局. */
const branchName = (name = "", branch = ""): string =>
  (branch === "分局" ? name.replace(/局$/, "") : name) + branch;

const answer = (reading: Reading, on: Day): Resolution => {
  const { prefix, matches, key, branch } = reading;
  const [first] = matches;
  const level = prefix.level ?? (first === undefined ? undefined : levelOfName(key, first));
  const bearers = bearersOn(matches, level, on);
  const [bearer] = bearers;
  const divisions = prefix.divisions.length > 0 ? prefix.divisions : [undefined];
  if (bearer === undefined || bearers.length > 1 || divisions.length > 1)
    return {
      type: "ambiguous",
      successors: [],
      candidates: bearers.flatMap((one) =>
        divisions.map((division) =>
          referTo(
            one.department,
            level,
            division === undefined ? prefix.text : division.name,
            division?.code,
          ),
        ),
      ),
      evidence: [{ code: "several", text: key }],
    };
  const [division] = divisions;
  const { department } = bearer;
  const own = referTo(department, level, prefix.text, division?.code);
  const { until } = own;
  const ended = until !== undefined && until <= on;
  const type: DepartmentType = branch === undefined ? department.type : "subBureau";
  return {
    ...own,
    ...(branch === undefined
      ? {}
      : { name: branchName(own.name, branch), short: branchName(own.short, branch) }),
    departmentType: type,
    department: department.id,
    ended,
    successors: ended
      ? heirsOn(department, level, on).map((one) => referTo(one, level, prefix.text, division?.code))
      : [],
    evidence: evidenceOf(reading, bearer, level, division, on),
  };
};

// 委 and 委员会 alone mean no committee in particular
const needsPrefix = /^(?:委|委员会|党委)$/;

/** The longest part of a key, from its end, that the table knows, with readable words in front. */
const readKey = (key: string, on: Day, within: string | undefined): Reading | undefined => {
  const { byName, longestName } = departmentIndex();
  const body = key.replace(/^(?:中共|中国共产党)(?=.)/, "");
  for (let at = Math.max(0, body.length - longestName - 4); at < body.length; at += 1) {
    const name = departmentKey(body.slice(at));
    const matches = byName.get(name);
    if (matches === undefined) continue;
    if (at === 0) {
      if (needsPrefix.test(name)) continue;
      const level = matches.map((one) => levelOfName(name, one)).find((one) => one !== undefined);
      const own = ownPrefix(within, on);
      const fits =
        level === undefined || matches.some(({ department }) => bears(department, name, own.level));
      return {
        prefix: fits && own.level !== undefined ? own : ownPrefix(within, on, level),
        matches,
        key: name,
      };
    }
    const prefix = readPrefix(body.slice(0, at), on, within);
    if (prefix !== undefined) return { prefix, matches, key: name };
  }
  return undefined;
};

const bears = (department: Department, key: string, level: UnitLevel | undefined): boolean =>
  level !== undefined && departmentKey(nameKey(department.names[level] ?? "")) === key;

const longestKey = 60;

/** The reading of a sub-bureau: 市质监局直属分局, 市公安局南关分局, 公安分局. */
const readBranch = (key: string, on: Day, within: string | undefined): Reading | undefined => {
  const cut = /^(.+?局)([^局]*分局)$/.exec(key) ?? /^(.+?)(分局)$/.exec(key);
  if (cut === null) return undefined;
  const [, base = "", branch = ""] = cut;
  const reading =
    readKey(base, on, within) ?? (base.endsWith("局") ? undefined : readKey(`${base}局`, on, within));
  return reading === undefined ? undefined : { ...reading, branch };
};

/** The answer where a key is the name of a department, with or without whose it is. */
export const resolveDepartment = (key: string, on: Day, within?: string): Resolution | undefined => {
  if (key.length > longestKey) return undefined;
  const reading = readKey(key, on, within) ?? readBranch(key, on, within);
  return reading === undefined ? undefined : answer(reading, on);
};
