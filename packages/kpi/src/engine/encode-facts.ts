import { comparePeriods, isPeriod, type Period } from "@taizhang/model";
import type { Fact, FactFrame, FactMember, NumberedFact } from "./fact.ts";
import type { FactDimension, FactTable } from "./fact-columns.ts";
import { codesOf } from "./name-codes.ts";
import { type FrameNames, hasPeriod, rowWriter } from "./row-writer.ts";

/** A fact that could not be taken as it is, by its position, and why. */
export interface RefusedFact {
  readonly at: number;
  /**
   * `org`, `indicator`, `period` or a dimension: unknown, and left out. `unit`, `amount` or `status`: counted as unusable.
   * `pending`: 待下达 beside a target, which is left out. `light`: there is no such light, and it counts without one.
   * `standIn`: a 沿用数 that is no amount of 0 and more, or of what is no flow or may be negative; it counts without.
   */
  readonly why: string;
}

/** A table, and the facts that it could not take as they are. */
export interface Encoded {
  readonly table: FactTable;
  readonly refused: readonly RefusedFact[];
}

/**
 * The table of plain facts, and the facts that could not be taken as they are (事实编码). Nothing is dropped in
 * silence: what has no place is named, and what has no usable amount stays in the table as unusable.
 * @example encodeFacts({ indicators, orgs: [{ name: "子县" }], measure: "cumulative" }, [{ org: "子县", indicator: "就业", target: 5, actual: 4 }])
 */
export function encodeFacts(frame: FactFrame, facts: readonly (Fact | NumberedFact)[]): Encoded {
  // Most tables are dated or not as their first fact is; only where that is wrong are all looked at before
  const periods = facts[0]?.period === undefined ? [] : periodsOf(facts);
  return encode(frame, facts, periods, false) ?? (encode(frame, facts, periodsOf(facts), true) as Encoded);
}

/** Undefined where facts have periods and they have not been looked for. */
function encode(
  frame: FactFrame,
  facts: readonly (Fact | NumberedFact)[],
  periods: readonly Period[],
  isKnown: boolean,
): Encoded | undefined {
  const refused: RefusedFact[] = [];
  const rows = rowWriter(frame, namesOf(frame, periods), facts.length);
  for (let at = rows.writeOn(facts, 0); at < facts.length; at = rows.writeOn(facts, at + 1)) {
    const why = rows.write(facts[at] as Fact | NumberedFact);
    if (why === hasPeriod && !isKnown) return undefined;
    if (why !== undefined) refused.push({ at, why: why === hasPeriod ? "period" : why });
  }
  return { table: rows.table(), refused };
}

/** The names of a frame with their codes. */
function namesOf(frame: FactFrame, periods: readonly Period[]): FrameNames {
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

function periodsOf(facts: readonly (Fact | NumberedFact)[]): Period[] {
  const found: Record<Period, true> = Object.create(null);
  for (const { period } of facts)
    if (period !== undefined && found[period] === undefined) found[period] = true;
  return Object.keys(found).filter(isPeriod).sort(comparePeriods);
}

function treeOf(name: string, members: readonly FactMember[]): FactDimension {
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
