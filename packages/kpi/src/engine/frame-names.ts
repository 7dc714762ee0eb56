import { comparePeriods, isPeriod, type Period } from "@taizhang/model";
import type { Fact, FactFrame, FactMember, NumberedFact } from "./fact.ts";
import type { FactDimension, FactTable } from "./fact-columns.ts";
import { codesOf } from "./name-codes.ts";

/** The names that facts go by. */
export interface FrameNames {
  readonly dimensions: Readonly<Record<string, FactDimension>>;
  /** Dimensions that hang on the fact. */
  readonly onFacts: readonly string[];
  readonly orgs: FactTable["orgs"];
  readonly periods: readonly Period[];
}

/** The names of a frame with their codes. */
export function namesOf(frame: FactFrame, periods: readonly Period[]): FrameNames {
  const trees = Object.entries(frame.dimensions ?? {});
  const dimensions = Object.fromEntries(trees.map(([name, members]) => [name, treeOf(name, members)]));
  const onOrgs = new Set(frame.orgs.flatMap((org) => Object.keys(org.in ?? {})));
  return {
    dimensions,
    onFacts: trees.flatMap(([name]) => (onOrgs.has(name) ? [] : [name])),
    orgs: {
      names: frame.orgs.map(({ name }) => name),
      in: Object.fromEntries([...onOrgs].map((name) => [name, orgsIn(frame, name, dimensions[name])])),
    },
    periods,
  };
}

/** The periods that facts name, in order. */
export function periodsOf(facts: readonly (Fact | NumberedFact)[]): Period[] {
  const found: Record<Period, true> = Object.create(null);
  for (const { period } of facts)
    if (period !== undefined && found[period] === undefined) found[period] = true;
  return Object.keys(found).filter(isPeriod).sort(comparePeriods);
}

/** A dimension of a frame as a table has it. */
export function treeOf(name: string, members: readonly FactMember[]): FactDimension {
  const codes = codesOf(members.map((member) => member.name));
  if (members.every(({ parent }) => parent === undefined)) return { members: members.map((one) => one.name) };
  const parents = Int32Array.from(members, ({ parent }) => {
    const above = parent === undefined ? -1 : codes[parent];
    if (above === undefined) throw new RangeError(`${name}: no member ${parent}`);
    return above;
  });
  return { members: members.map((one) => one.name), parents };
}

function orgsIn({ orgs }: FactFrame, name: string, dimension: FactDimension | undefined): Int32Array {
  const codes = codesOf(dimension?.members ?? []);
  return Int32Array.from(orgs, (org) => {
    const member = org.in?.[name];
    const found = member === undefined ? -1 : codes[member];
    if (found === undefined) throw new RangeError(`${name}: no member ${member}`);
    return found;
  });
}
