import type { Line } from "../line.ts";
import type { Fact, FactFrame } from "./fact.ts";

/**
 * Where lines belong, for a table of facts (归属): a dimension hangs on the org where each org has one member of it, or none, in
 * all of its lines; else on the fact, where the first member counts and "" stands for none. Of a joint task each lead is an
 * org, under its own department.
 */
export function placesOf(lines: readonly Line[]): {
  readonly frame: Pick<FactFrame, "orgs" | "dimensions">;
  readonly of: (line: Line) => Pick<Fact, "in" | "jointOrgs">;
  /** The dimensions of which a line has members that its fact does not say. */
  readonly cutOf: (line: Line) => string[];
} {
  const names = [
    ...new Set(lines.flatMap(({ dims }) => Object.keys(dims).filter((name) => dims[name]?.length))),
  ];
  const orgs = new Map<string, Map<string, Set<string>>>();
  const say = (org: string, name: string, member: string) => {
    const dims = orgs.get(org) ?? new Map<string, Set<string>>();
    orgs.set(org, dims.set(name, (dims.get(name) ?? new Set()).add(member)));
  };
  for (const line of lines)
    for (const org of [line.org, ...line.jointOrgs])
      for (const name of names) say(org, name, memberOf(line, org, name));
  const onFacts = names.filter((name) => [...orgs.values()].some((dims) => (dims.get(name)?.size ?? 0) > 1));
  const onOrgs = names.filter((name) => !onFacts.includes(name));
  const membersOf = (name: string) => [
    ...new Set([...orgs.values()].flatMap((dims) => [...(dims.get(name) ?? [])])),
  ];
  // A lead is left out, and the line said to be cut, where the table would list it elsewhere than the line says, or where the
  // org lies already by a row of its own: it would be counted there twice
  const membersOn = new Map(onFacts.map((name) => [name, membersOf(name)]));
  const homes = new Set(
    lines.flatMap((line) =>
      onFacts.map((name) => JSON.stringify([line.org, name, memberOf(line, line.org, name)])),
    ),
  );
  const listed = (line: Line) =>
    line.jointOrgs.filter(
      (org) =>
        org !== line.org &&
        [...membersOn].every(
          ([name, members]) =>
            inTable(line, org, name, members) === memberOf(line, org, name) &&
            (memberOf(line, org, name) === memberOf(line, line.org, name) ||
              !homes.has(JSON.stringify([line.org, name, memberOf(line, org, name)]))),
        ),
    );
  const known = (members: readonly string[]) => members.filter((member) => member !== "");
  return {
    frame: {
      orgs: [...orgs].map(([name, dims]) => ({
        name,
        in: Object.fromEntries(
          onOrgs.flatMap((dimension) =>
            known([...(dims.get(dimension) ?? [])]).map((member) => [dimension, member]),
          ),
        ),
      })),
      dimensions: Object.fromEntries([
        ...onOrgs.map((name) => [name, known(membersOf(name)).map((member) => ({ name: member }))] as const),
        ...onFacts.map((name) => [name, membersOf(name).map((member) => ({ name: member }))] as const),
      ]),
    },
    of: (line) => {
      const others = listed(line);
      return {
        ...(onFacts.length > 0
          ? { in: Object.fromEntries(onFacts.map((name) => [name, memberOf(line, line.org, name)])) }
          : {}),
        ...(others.length > 0 ? { jointOrgs: others } : {}),
      };
    },
    cutOf: (line) =>
      names.filter((name) => {
        const said = new Set([line.org, ...listed(line)].map((org) => memberOf(line, org, name)));
        return (line.dims[name] ?? []).some((member) => !said.has(member.name));
      }),
  };
}

/**
 * The member under which a table of facts lists a joint fact for another lead, in a dimension that hangs on the fact: as
 * `memberForLead` has it.
 */
function inTable(line: Line, lead: string, name: string, members: readonly string[]): string {
  const home = memberOf(line, line.org, name);
  return [line.org, ...line.jointOrgs].includes(home) && members.includes(lead) ? lead : home;
}

/** True for the dimension whose members are the leads of a joint task themselves. */
const isOfLeads = ({ dims, jointOrgs }: Line, name: string): boolean =>
  jointOrgs.length > 1 && (dims[name] ?? []).every((member) => jointOrgs.includes(member.name));

/** The member under which an org has a line; of a joint one its own, else the first; "" for none. */
const memberOf = (line: Line, org: string, name: string): string => {
  const members = line.dims[name] ?? [];
  return (members.find((member) => isOfLeads(line, name) && member.name === org) ?? members[0])?.name ?? "";
};
