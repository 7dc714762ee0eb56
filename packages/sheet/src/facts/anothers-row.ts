import { resolve } from "@taizhang/admin-units";
import type { Entry } from "../entry.ts";
import type { KnownOrg } from "../orgs/org-names.ts";
import { dataOrgOf } from "../read/data-org.ts";

type NamesOf = (printed: string) => KnownOrg;

/** Who reports for the leads of a row; or 各部门, which leaves open who does (数据报送单位). */
export function reportsFor(row: Entry, { name }: KnownOrg, names: NamesOf): boolean {
  const data = dataOrgOf(row);
  return (
    (data !== "" && names(data).name === name) || row.leads.some((lead) => resolve(lead).type === "group")
  );
}

/**
 * Whether a row of the ledger is for other departments of an org's own division to report (别家的行): the org is none of
 * its leads, nor who reports for them.
 */
export function isAnothers(row: Entry, org: KnownOrg, names: NamesOf): boolean {
  if (org.kind !== "department") return false;
  const leads = row.leads.map(names);
  return (
    leads.some(({ division }) => division === org.division) &&
    !leads.some(({ name }) => name === org.name) &&
    !reportsFor(row, org, names)
  );
}
