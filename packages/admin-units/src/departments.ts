import type { Department, DepartmentDay, DepartmentType, NamingLevel } from "./department.ts";
import * as packed from "./generated/departments.ts";
import { nameKey } from "./name-key.ts";

/** How a name stands in the table: canonical, short, or another form in use. */
type NameRank = 0 | 1 | 2;

/** A row that a name may mean. */
export interface DepartmentMatch {
  readonly department: Department;
  readonly rank: NameRank;
}

interface DepartmentIndex {
  readonly all: readonly Department[];
  readonly byId: ReadonlyMap<string, Department>;
  readonly byName: ReadonlyMap<string, readonly DepartmentMatch[]>;
  /** The keys of each department's canonical names. */
  readonly levelKeys: ReadonlyMap<Department, readonly (readonly [NamingLevel, string])[]>;
  readonly longestName: number;
}

const joints = /[和与及、]/g;

/** The form in which names of departments are compared: as other names, and without 和 与 及 、. */
export const departmentKey = (key: string): string => key.replace(joints, "");

const levels: readonly NamingLevel[] = [
  "state",
  "province",
  "municipality",
  "prefecture",
  "county",
  "township",
  "village",
];

interface Reform {
  readonly decided: string;
  readonly localBy: string;
  readonly decision: string;
}

const unpackReforms = (text: string): Map<string, Reform> =>
  new Map(
    text.split("\n").map((line) => {
      const [year = "", decided = "", localBy = "", decision = ""] = line.split("|");
      return [year, { decided, localBy, decision }];
    }),
  );

/** The year of a reform or a day, for all or apart for the centre (`s`) and the rest (`l`). */
const readWhen = (
  text: string,
  reforms: Map<string, Reform>,
  localDay: "decided" | "localBy",
): DepartmentDay | undefined => {
  if (text === "") return undefined;
  const dayOf = (when: string, which: "decided" | "localBy"): string => reforms.get(when)?.[which] ?? when;
  if (!/^[sl,]/.test(text)) return { state: dayOf(text, "decided"), local: dayOf(text, localDay) };
  const [state = "", local = ""] = text.split(",");
  return {
    ...(state.length > 1 ? { state: dayOf(state.slice(1), "decided") } : {}),
    ...(local.length > 1 ? { local: dayOf(local.slice(1), localDay) } : {}),
  };
};

const words = (text = ""): string[] => (text === "" ? [] : text.split(" "));

/** The columns that tell a reader of the table what a line is; they may be left out where nobody reads them. */
interface Told {
  readonly id: string;
  readonly function: string;
  readonly source: string;
}

const toldOf = (): ((line: number) => Told) => {
  const ids = packed.departmentIds.split("\n");
  const functions = packed.departmentFunctions.split("\n");
  const sources = packed.departmentSources.split("\n");
  return (line) => ({
    id: ids[line] || line.toString(36),
    function: functions[line] ?? "",
    source: sources[line] ?? "",
  });
};

const unpackDepartment = (
  line: string,
  told: Told,
  idAt: (place: string) => string,
  reforms: Map<string, Reform>,
): Department => {
  const [type = "", names = "", short, variants, from = "", until = "", next, covers, flags = ""] =
    line.split("|");
  const start = readWhen(from, reforms, "decided");
  const end = readWhen(until, reforms, "localBy");
  const reform = reforms.get(until.replace(/^s/, "").split(",")[0] ?? "");
  return {
    ...told,
    type: type as DepartmentType,
    names: Object.fromEntries(
      names.split(",").flatMap((name, at) => (name === "" ? [] : [[levels[at] as string, name]])),
    ),
    short: words(short),
    variants: words(variants),
    ...(start === undefined ? {} : { from: start }),
    ...(end === undefined ? {} : { until: end }),
    ...(reform === undefined ? {} : { endedBy: { decision: reform.decision, decided: reform.decided } }),
    successors: words(next).map(idAt),
    covers: words(covers).map(idAt),
    local: flags.includes("l"),
    unverified: flags.includes("u"),
  };
};

const buildIndex = (): DepartmentIndex => {
  const reforms = unpackReforms(packed.reforms);
  const told = toldOf();
  const idAt = (place: string): string => told(Number.parseInt(place, 36)).id;
  const all = packed.departments
    .split("\n")
    .map((line, at) => unpackDepartment(line, told(at), idAt, reforms));
  const byName = new Map<string, DepartmentMatch[]>();
  let longestName = 0;
  const add = (name: string, department: Department, rank: NameRank): void => {
    const key = departmentKey(nameKey(name));
    longestName = Math.max(longestName, key.length);
    const list = byName.get(key);
    if (list === undefined) byName.set(key, [{ department, rank }]);
    else if (!list.some((one) => one.department === department)) list.push({ department, rank });
  };
  for (const department of all) {
    for (const name of Object.values(department.names)) {
      add(name.replace("~", ""), department, 0);
      // 区委组织部 is 区 + 委组织部, and 组织部 alone is used as well
      if (department.type === "party" && /^委../.test(name)) add(name.slice(1), department, 2);
    }
    for (const name of department.short) add(name, department, 1);
    for (const name of department.variants) add(name, department, 2);
  }
  const levelKeys = new Map(
    all.map((one) => [
      one,
      (Object.entries(one.names) as [NamingLevel, string][]).map(
        ([level, name]) => [level, departmentKey(nameKey(name.replace("~", "")))] as const,
      ),
    ]),
  );
  return { levelKeys, all, byId: new Map(all.map((one) => [one.id, one])), byName, longestName };
};

let index: DepartmentIndex | undefined;

/** The index of the table of departments, built on first use. */
export const departmentIndex = (): DepartmentIndex => {
  index ??= buildIndex();
  return index;
};

/**
 * Returns the table of departments (部门名录): each function between two reforms, with its names.
 *
 * @example
 * departments().find((one) => one.id === "health")?.names.county; // "卫生健康局"
 */
export const departments = (): readonly Department[] => departmentIndex().all;
