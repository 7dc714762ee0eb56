import type { Figures, ObservationFact, TargetFact } from "@taizhang/kpi";
import { compare, sum } from "@taizhang/quantity";
import { isOfHigherLevel, keyAsUpper, keysAbove, type Lookup } from "../orgs/above.ts";
import type { KnownOrg } from "../orgs/org-names.ts";

type Figure = TargetFact | ObservationFact;

/**
 * The figures, with those of an ancestor marked as totals: 长春市's figure, or 长春市人社局's, beside those of its
 * districts is the city's for all of them and checks their sum; added to it, everything would count twice (上级数). It
 * stands in a table of its own or as a row among theirs, which makes that table a superior's. A 本级 is a leaf beside
 * the districts and stays one; so do two departments of one place, which share the work out between them.
 */
export function withAncestors<F extends Pick<Figures, "targets" | "observations">>(
  figures: F,
  orgs: ReadonlyMap<string, KnownOrg>,
  lookup: Lookup,
  on?: string,
): F {
  const byIndicator = new Map<string, Figure[]>();
  for (const figure of [...figures.targets, ...figures.observations]) {
    const same = byIndicator.get(figure.indicator.key);
    if (same) same.push(figure);
    else byIndicator.set(figure.indicator.key, [figure]);
  }
  const remembered = new Map<KnownOrg, readonly string[]>();
  const above = (org: KnownOrg): readonly string[] => {
    const keys = remembered.get(org) ?? keysAbove(org, lookup, on);
    remembered.set(org, keys);
    return keys;
  };
  const found = new Map(
    [...byIndicator].map(([key, same]) => [key, superiorsIn(same, orgs, lookup, above, on)]),
  );
  const told = <T extends Figure>(figure: T): T => {
    const superiors = found.get(figure.indicator.key);
    if (!superiors || figure.standing === "total" || isJoint(figure)) return figure;
    // A part of an org that is counted itself: it enters no total, and nothing is the sum of it.
    if (superiors.parts.has(figure.org)) return { ...figure, standing: "total" };
    if (superiors.orgs.has(figure.org)) {
      // A department's figure for the whole place is no figure of that department alone, but the place's.
      const { division: _, department, ...rest } = figure.dims;
      const own = orgs.get(figure.org);
      const isPlace = own?.kind === "division";
      const org = isPlace || own?.division === undefined ? figure.org : lookup(own.division).name;
      return {
        ...figure,
        org,
        standing: "total",
        dims: isPlace && department ? { ...rest, department } : rest,
      };
    }
    const listed = figure.standing === "own" && superiors.tables.has(tableOf(figure));
    return listed ? { ...figure, standing: "superior" } : figure;
  };
  return { ...figures, targets: figures.targets.map(told), observations: figures.observations.map(told) };
}

interface Superiors {
  readonly orgs: ReadonlySet<string>;
  /** The orgs of which the table lists some beside the place that they lie in, which has more than they have (其中). */
  readonly parts: ReadonlySet<string>;
  /** The tables in which a superior's figure stands among the others'. */
  readonly tables: ReadonlySet<string>;
}

/** The orgs of one indicator whose figures are over those of others. */
function superiorsIn(
  figures: readonly Figure[],
  orgs: ReadonlyMap<string, KnownOrg>,
  lookup: Lookup,
  above: (org: KnownOrg) => readonly string[],
  on: string | undefined,
): Superiors | undefined {
  const leaves = figures.filter((figure) => figure.standing !== "total" && !isJoint(figure));
  const names = new Set(leaves.map(({ org }) => org));
  const withTotal = new Set(figures.flatMap(({ standing, org }) => (standing === "total" ? [org] : [])));
  if (names.size < 2) return undefined;
  const known = [...names].flatMap((name) => orgs.get(name) ?? []);
  const withTarget = new Set(
    leaves.flatMap((figure) => ("measure" in figure || figure.value === undefined ? [] : [figure.org])),
  );
  const tasksOf = new Map<string, Set<string>>();
  for (const leaf of leaves) tasksOf.set(leaf.org, (tasksOf.get(leaf.org) ?? new Set()).add(ownTask(leaf)));
  const below = new Map<string, KnownOrg[]>();
  for (const lower of known)
    for (const key of above(lower)) {
      const list = below.get(key);
      if (list) list.push(lower);
      else below.set(key, [lower]);
    }
  const lowersOf = (upper: KnownOrg): readonly KnownOrg[] => {
    const key = keyAsUpper(upper, lookup);
    return key === undefined && upper.level === ""
      ? []
      : key === undefined
        ? known.filter((lower) => isOfHigherLevel(upper, lower, on))
        : (below.get(key) ?? []);
  };
  // Beside an org with a target those without one are set apart anyway: they are no breakdown of it.
  const isUpper = (upper: KnownOrg) =>
    lowersOf(upper).some(
      (lower) =>
        lower !== upper &&
        (withTarget.has(lower.name) || !withTarget.has(upper.name)) &&
        mayBeOneTask(tasksOf.get(upper.name), tasksOf.get(lower.name)),
    ) && !hasPeer(upper, known);
  const uppers = known.filter((one) => withTotal.has(one.name) || isUpper(one));
  const parts = new Set<string>();
  const found = new Set<string>();
  for (const upper of uppers) {
    const inside = new Set(
      lowersOf(upper)
        .filter((lower) => lower !== upper)
        .map(({ name }) => name),
    );
    if (withTotal.has(upper.name) || !someOf(upper.name, inside, leaves)) found.add(upper.name);
    else for (const name of inside) parts.add(name);
  }
  if (found.size + parts.size === 0 || found.size === names.size) return undefined;
  return { orgs: found, parts, tables: new Set(leaves.filter(({ org }) => found.has(org)).map(tableOf)) };
}

/**
 * True where one table lists some orgs of a place beside the place itself and others like it, and the place has more than
 * they have together: 东坡区, 东坡区富牛镇 and 彭山区. They are parts of it, and the sum of what is listed below would fall short.
 */
function someOf(upper: string, inside: ReadonlySet<string>, leaves: readonly Figure[]): boolean {
  const own = leaves.filter(({ org }) => org === upper);
  const parts = leaves.filter(({ org }) => inside.has(org));
  const tables = new Set(own.map(tableOf));
  if (!parts.every((part) => tables.has(tableOf(part)))) return false;
  const beside = leaves.filter(({ org }) => org !== upper && !inside.has(org));
  if (!beside.some((other) => tables.has(tableOf(other)))) return false;
  const amounts = (some: readonly Figure[], of: "target" | "actual") =>
    some.flatMap((figure) =>
      "measure" in figure
        ? of === "actual" && figure.measure !== "lastYear" && figure.value.status === "reported"
          ? [figure.value.amount]
          : []
        : of === "target" && figure.value !== undefined
          ? [figure.value]
          : [],
    );
  return (["target", "actual"] as const).some((of) => {
    const [all, some] = [amounts(own, of), amounts(parts, of)];
    return all.length > 0 && compare(sum(some), sum(all)) < 0;
  });
}

const bare = (text: string): string => text.replace(/\s+/g, "");

/** The task that a figure names beside its indicator; "" where its title says no more than the indicator. */
const ownTask = ({ taskTitle = "", indicator }: Figure): string =>
  bare(taskTitle).includes(bare(indicator.name)) ? "" : bare(taskTitle);

/** 改造派出所 and 改造小区 count different things, though both are a 改造数量; a figure that names no task may be of any. */
const mayBeOneTask = (a: ReadonlySet<string> = new Set(), b: ReadonlySet<string> = new Set()): boolean =>
  a.has("") || b.has("") || [...a].some((task) => b.has(task));

/** Another department of the same place: neither of the two speaks for all of it. */
const hasPeer = (upper: KnownOrg, known: readonly KnownOrg[]): boolean =>
  upper.kind === "department" &&
  known.some(
    (other) =>
      other !== upper &&
      other.kind === "department" &&
      (other.division ?? other.level) === (upper.division ?? upper.level),
  );

const isJoint = ({ jointOrgs, dims }: Figure): boolean =>
  (jointOrgs?.length ?? 0) > 1 || (dims.department?.length ?? 0) > 1;

const tableOf = ({ at }: Figure): string => `${at?.file ?? ""}\u0000${at?.sheet ?? ""}`;
