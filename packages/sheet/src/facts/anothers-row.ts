import { resolve } from "@taizhang/admin-units";
import type { Entry } from "../entry.ts";
import type { KnownOrg } from "../orgs/org-names.ts";
import { dataOrgOf } from "../read/data-org.ts";

/**
 * Whether a row of the ledger is for other departments of an org's own division to report (别家的行): the org is none of
 * its leads, nor who reports for them. 各部门 leaves it open who reports, and says nothing.
 */
export function isAnothers(
  row: Entry,
  { kind, name, division }: KnownOrg,
  names: (printed: string) => KnownOrg,
): boolean {
  if (kind !== "department") return false;
  const leads = row.leads.map(names);
  const data = dataOrgOf(row);
  return (
    leads.some((lead) => lead.division === division) &&
    !leads.some((lead) => lead.name === name) &&
    (data === "" || names(data).name !== name) &&
    !row.leads.some((lead) => resolve(lead).type === "group")
  );
}
