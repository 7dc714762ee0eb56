import type { Figures, ObservationFact, TargetFact } from "@taizhang/kpi";
import { compare, sum } from "@taizhang/quantity";
import { isOfHigherLevel, keyAsUpper, keysAbove, type Lookup } from "../orgs/above.ts";
import type { KnownOrg } from "../orgs/org-names.ts";
import { townsInTables } from "./towns-in-tables.ts";

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
    if (!superiors || isTogether(figure)) return figure;
    const over = superiors.over.get(figure.org);
    if (figure.standing === "total") return over ? { ...figure, over } : figure;
    // A part of an org that is counted itself: it enters no total, and nothing is the sum of it.
    if (superiors.parts.has(figure.org)) return { ...figure, standing: "total" };
    if (superiors.orgs.has(figure.org)) {
      // A department's figure for the whole place is no figure of that department alone, but the place's.
      const { division, department, ...rest } = figure.dims;
      const own = orgs.get(figure.org);
      const isPlace = own?.kind === "division";
      const org = isPlace || own?.division === undefined ? figure.org : lookup(own.division).name;
      return {
        ...figure,
        org,
        standing: "total",
        ...(over ? { over } : {}),
        dims: {
          ...rest,
          ...(isPlace && department ? { department } : {}),
          // One district among others speaks for its own towns alone.
          ...(division && superiors.apart.has(figure.org) ? { division } : {}),
        },
      };
    }
    const listed = figure.standing === "own" && superiors.tables.has(tableOf(figure));
    return listed ? { ...figure, standing: "superior" } : figure;
  };
  return { ...figures, targets: figures.targets.map(told), observations: figures.observations.map(told) };
}

interface Superiors {
  readonly orgs: ReadonlySet<string>;
  /** The orgs that lie in each org with a total, of those that have figures. */
  readonly over: ReadonlyMap<string, readonly string[]>;
  /** The orgs of which the table lists some beside the place that they lie in, which has more than they have (其中). */
  readonly parts: ReadonlySet<string>;
  /** The districts with their towns below them that stand beside other districts. */
  readonly apart: ReadonlySet<string>;
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
  const leaves = figures.filter((figure) => figure.standing !== "total" && !isTogether(figure));
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
  const towns = townsInTables(figures, known, on);
  const allBelow = (upper: KnownOrg): readonly KnownOrg[] => {
    const own = towns.below.get(upper.name);
    if (own) return known.filter(({ name }) => own.has(name));
    const key = keyAsUpper(upper, lookup);
    return key === undefined && upper.level === ""
      ? []
      : key === undefined
        ? known.filter((lower) => isOfHigherLevel(upper, lower, on))
        : (below.get(key) ?? []);
  };
  // Who share one target out stand beside each other.
  const sharing = new Set(
    figures.flatMap((one) => ("measure" in one || !one.shared ? [] : [one.shared.orgs])),
  );
  const lowersOf = (upper: KnownOrg): readonly KnownOrg[] => {
    const beside = new Set([...sharing].flatMap((orgs) => (orgs.includes(upper.name) ? orgs : [])));
    return allBelow(upper).filter(({ name }) => !beside.has(name) || name === upper.name);
  };
  const namesBelow = (upper: KnownOrg): readonly string[] =>
    lowersOf(upper).flatMap((lower) => (lower === upper ? [] : [lower.name]));
  // Beside an org with a target those without one are set apart anyway: they are no breakdown of it.
  const isUpper = (upper: KnownOrg) =>
    lowersOf(upper).some(
      (lower) =>
        lower !== upper &&
        (withTarget.has(lower.name) || !withTarget.has(upper.name)) &&
        mayBeOneTask(tasksOf.get(upper.name), tasksOf.get(lower.name)),
    ) && !hasPeer(upper, known);
  const uppers = known.filter((one) => withTotal.has(one.name) || isUpper(one));
  const found = new Set<string>();
  const partial = new Map<string, ReadonlySet<string>>();
  let isExact = false;
  for (const upper of uppers) {
    const inside = new Set(namesBelow(upper));
    const sums = sumsBelow(upper.name, inside, leaves);
    if (withTotal.has(upper.name) || !sums.includes("less")) found.add(upper.name);
    else partial.set(upper.name, inside);
    isExact ||= sums.includes("equal");
  }
  // Where the parts of one of its places add up, a table lists the parts of all: a place that has more is mistaken. Towns that
  // no directory knows are told by the table alone, which lists some of one district beside all of another.
  const parts = new Set<string>();
  for (const [upper, inside] of partial)
    if (isExact && !towns.partly.has(upper)) found.add(upper);
    else for (const name of inside) parts.add(name);
  if (found.size + parts.size === 0 || found.size === names.size) return undefined;
  const over = new Map(
    [...withTotal, ...found].flatMap((name) => {
      const below = namesBelow(orgs.get(name) ?? lookup(name));
      return below.length > 0 ? [[name, below] as const] : [];
    }),
  );
  const tables = new Set(leaves.filter(({ org }) => found.has(org)).map(tableOf));
  const apart = new Set(
    [...found].filter((name) => {
      const own = towns.below.get(name);
      return own && [...names].some((other) => other !== name && !own.has(other) && !parts.has(other));
    }),
  );
  return { orgs: found, over, parts, apart, tables };
}

/**
 * How what the parts of a place have together stands to what it has itself, target and actual each, where one table lists
 * them beside the place and others like it. Less of both says that some only are listed (东坡区, 东坡区富牛镇 and 彭山区): the
 * sum of what is below would fall short. Less of one alone is a wrong figure.
 */
function sumsBelow(
  upper: string,
  inside: ReadonlySet<string>,
  leaves: readonly Figure[],
): readonly ("less" | "equal" | "more")[] {
  const own = leaves.filter(({ org }) => org === upper);
  const parts = leaves.filter(({ org }) => inside.has(org));
  const tables = new Set(own.map(tableOf));
  if (!parts.every((part) => tables.has(tableOf(part)))) return [];
  const beside = leaves.filter(({ org }) => org !== upper && !inside.has(org));
  if (!beside.some((other) => tables.has(tableOf(other)))) return [];
  const sums = (["target", "actual"] as const).flatMap((of) => {
    const [all, some] = [amounts(own, of), amounts(parts, of)];
    if (all.length === 0 || some.length === 0) return [];
    const order = compare(sum(some), sum(all));
    return order < 0 ? (["less"] as const) : order === 0 ? (["equal"] as const) : (["more"] as const);
  });
  return sums.includes("equal") ? sums.filter((one) => one !== "less") : sums;
}

const amounts = (figures: readonly Figure[], of: "target" | "actual") =>
  figures.flatMap((figure) =>
    "measure" in figure
      ? of === "actual" && figure.measure !== "lastYear" && figure.value.status === "reported"
        ? [figure.value.amount]
        : []
      : of === "target" && figure.value !== undefined
        ? [figure.value]
        : [],
  );

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

/** A joint task's, or the target that several share out among them: it is of all of them already. */
const isTogether = (figure: Figure): boolean =>
  (figure.jointOrgs?.length ?? 0) > 1 ||
  (figure.dims.department?.length ?? 0) > 1 ||
  (!("measure" in figure) && figure.shared !== undefined);

const tableOf = ({ at }: Figure): string => `${at?.file ?? ""}\u0000${at?.sheet ?? ""}`;
