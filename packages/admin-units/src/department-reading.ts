import type { Day } from "./day.ts";
import type { Department, NamingLevel } from "./department.ts";
import { isCentral, isDrawnFrom } from "./department-names.ts";
import { type DepartmentPrefix, ownPrefix, readPrefix } from "./department-prefix.ts";
import { type DepartmentMatch, departmentIndex, departmentKey } from "./departments.ts";
import type { UnitLevel } from "./division.ts";
import { inUsualOrder } from "./name-order.ts";
import type { Towns } from "./town-index.ts";

// a city's and a county's departments swap 委员会 and 局; the centre's and a province's do not
const telling: readonly NamingLevel[] = ["state", "province", "township", "village"];

/** The levels whose canonical name passes a test. */
const levelsWhere = (department: Department, test: (key: string) => boolean): NamingLevel[] =>
  (departmentIndex().levelKeys.get(department) ?? [])
    .filter(([level, key]) => level !== "municipality" && test(key))
    .map(([level]) => level);

/** The first level at which a department bears exactly this name. */
export const levelNamed = (key: string, department: Department): NamingLevel | undefined =>
  levelsWhere(department, (name) => name === key)[0];

/** The level that a name itself tells: 教育厅 and 住建厅 are a province's, 教育部 and 中组部 the state's. */
export const levelOfName = (key: string, { department, rank }: DepartmentMatch): UnitLevel | undefined => {
  if (rank > 0 && department.type === "company") return undefined;
  const exact = levelsWhere(department, (name) => name === key);
  const levels = exact.length > 0 ? exact : levelsWhere(department, (name) => isDrawnFrom(key, name));
  const [only] = levels;
  if (levels.length === 1) return telling.includes(only as NamingLevel) ? (only as UnitLevel) : undefined;
  return levels.length === 0 && isCentral(key) && department.names.state !== undefined ? "state" : undefined;
};

/** A name taken apart. */
export interface DepartmentReading {
  readonly prefix: DepartmentPrefix;
  readonly matches: readonly DepartmentMatch[];
  readonly key: string;
  /** What a sub-bureau has after its bureau: 分局, 直属分局. */
  readonly branch?: string;
}

// 委 and 委员会 alone mean no committee in particular
const needsPrefix = /^(?:委|委员会|党委)$/;

const bears = (department: Department, key: string, level: UnitLevel | undefined): boolean =>
  departmentIndex()
    .levelKeys.get(department)
    ?.some(([one, name]) => one === level && name === key) ?? false;

/** A name without words in front belongs to the given division, or to the one above whose level it tells. */
const readBare = (
  name: string,
  matches: readonly DepartmentMatch[],
  on: Day,
  within: string | undefined,
): DepartmentReading => {
  const level = matches.map((one) => levelOfName(name, one)).find((one) => one !== undefined);
  const own = ownPrefix(within, on);
  const fits = level === undefined || matches.some(({ department }) => bears(department, name, own.level));
  return {
    prefix: fits && own.level !== undefined ? own : ownPrefix(within, on, level),
    matches,
    key: name,
  };
};

// the 和 and 与 that the table leaves out
const mostJoints = 4;

const committee = /^(.*?[区园城港])(?:管委会|管理委员会)$/;

/**
 * A zone's committee: 长春高新区管委会 belongs to the zone where that is known. Else the words stay and the place is
 * open, if the table has such a committee (经开区管委会), alone or behind a readable place.
 */
const readCommittee = (
  key: string,
  on: Day,
  within: string | undefined,
  towns: Towns | undefined,
): DepartmentReading | undefined => {
  const place = committee.exec(key)?.[1];
  if (place === undefined) return undefined;
  const { byName } = departmentIndex();
  const matches = byName.get("管委会") ?? [];
  const prefix = readPrefix(place, on, within, towns);
  if (prefix?.kind === "division") return { prefix, matches, key: "管委会" };
  const open: DepartmentPrefix = { text: place, kind: "none", owners: [] };
  const isCommittee = (name: string): boolean =>
    byName.get(name)?.some(({ department }) => department.id === "zone-committee") ?? false;
  for (let at = 0; at < place.length; at += 1) {
    if (!isCommittee(`${place.slice(at)}管委会`)) continue;
    if (at === 0 || readPrefix(place.slice(0, at), on, within, towns) !== undefined)
      return { prefix: open, matches, key: "管委会" };
  }
  return undefined;
};

/** The longest part of a key, from its end, that the table knows, with readable words in front. */
const readKey = (
  key: string,
  on: Day,
  within: string | undefined,
  towns: Towns | undefined,
): DepartmentReading | undefined => {
  const { byName, longestName } = departmentIndex();
  for (let at = Math.max(0, key.length - longestName - mostJoints); at < key.length; at += 1) {
    const name = departmentKey(key.slice(at));
    const matches = byName.get(name);
    if (matches === undefined) continue;
    if (at === 0) {
      if (needsPrefix.test(name)) continue;
      return readBare(name, matches, on, within);
    }
    const prefix = readPrefix(key.slice(0, at), on, within, towns);
    if (prefix !== undefined) return { prefix, matches, key: name };
  }
  return undefined;
};

/** The reading of a sub-bureau: 市质监局直属分局, 市公安局南关分局, 公安分局. */
const readBranch = (
  key: string,
  on: Day,
  within: string | undefined,
  towns: Towns | undefined,
): DepartmentReading | undefined => {
  const cut = /^(.+?局)([^局]*分局)$/.exec(key) ?? /^(.+?)(分局)$/.exec(key);
  if (cut === null) return undefined;
  const [, base = "", branch = ""] = cut;
  const reading =
    readKey(base, on, within, towns) ??
    (base.endsWith("局") ? undefined : readKey(`${base}局`, on, within, towns));
  return reading === undefined ? undefined : { ...reading, branch };
};

const longestKey = 60;

/** What a key says, where it is the name of a department with or without whose it is. */
export const readDepartment = (
  key: string,
  on: Day,
  within: string | undefined,
  towns?: Towns,
): DepartmentReading | undefined => {
  if (key.length > longestKey) return undefined;
  const body = departmentIndex().byName.has(departmentKey(key)) ? key : inUsualOrder(key);
  return (
    readCommittee(body, on, within, towns) ??
    readKey(body, on, within, towns) ??
    readBranch(body, on, within, towns)
  );
};
