import type { Codes, FactDimension, FactTable } from "./fact-columns.ts";
import { codesOf, type NameCodes } from "./name-codes.ts";

/** The codes of the members of a dimension by name, made once for each. */
const known = new WeakMap<FactDimension, NameCodes>();

const codesIn = (dimension: FactDimension): NameCodes => {
  const codes = known.get(dimension) ?? codesOf(dimension.members);
  known.set(dimension, codes);
  return codes;
};

/**
 * Under which member of a dimension on the facts a row lies for an org (牵头单位各在自己名下): its own, except for another lead
 * of a joint row that lies under the name of one of its leads. Such members are the leads themselves, and each lead
 * that is a member lies under its own name.
 */
export function memberForLead(table: FactTable, name: string, row: number, org: number): number {
  const code = (table.codes[name] as Codes)[row] as number;
  const own = table.org[row] as number;
  if (org === own) return code;
  const dimension = table.dimensions[name] as FactDimension;
  const { names } = table.orgs;
  const member = dimension.members[code];
  const leads = [own, ...(table.joint.get(row) ?? [])];
  if (!leads.some((lead) => names[lead] === member)) return code;
  return codesIn(dimension)[names[org] as string] ?? code;
}
