import type { Period } from "@taizhang/model";
import type { Entry } from "../entry.ts";
import { isHeirOf } from "../orgs/heirs.ts";
import type { KnownOrg } from "../orgs/org-names.ts";
import { rowWords } from "./ledger-index.ts";
import { monthOf } from "./renamed-rows.ts";

interface Source {
  readonly entries: readonly Entry[];
  readonly fromLedger: boolean;
  readonly period: Period | undefined;
}

/** In which months an org reports a row. */
interface Reported {
  readonly org: KnownOrg;
  first: string;
  last: string;
}

/**
 * The sources, with the rows of an org that was reformed as those of its heir (机构改革前后): 南关区卫计局's row in October and
 * 南关区卫健局's in November are one row of one org, so that its target counts once and nothing is missing. Only where the
 * heir reports the row after the other's last report, and is the only one; of two heirs nobody can say. Rows whose
 * owner the ledger tells are left alone.
 */
export function withHeirs<S extends Source>(
  sources: readonly S[],
  names: (source: S, printed: string) => KnownOrg,
  isSettled: (entry: Entry) => boolean,
): S[] {
  const months = [...new Set(sources.flatMap(({ period }) => monthOf(period) ?? []))].sort();
  const [first = "", last = ""] = [months[0], months.at(-1)];
  if (first === last) return [...sources];
  const heirs = new Map<string, KnownOrg>();
  for (const [key, orgs] of reportedRows(sources, names, isSettled)) {
    const reported = [...orgs.values()];
    const gone = reported.filter((one) => one.last < last);
    const come = reported.filter((one) => one.first > first);
    for (const { org, last: end } of gone) {
      const [heir, ...others] = come.filter((one) => one.first > end && isHeirOf(one.org, org));
      if (heir && others.length === 0) heirs.set(`${org.name}\n${key}`, heir.org);
    }
  }
  if (heirs.size === 0) return [...sources];
  return sources.map((source) => {
    if (source.fromLedger) return source;
    const entries = source.entries.map((entry) => {
      const own = entry.org === undefined || isSettled(entry) ? undefined : names(source, entry.org);
      const heir = own && heirs.get(`${own.name}\n${rowWords(entry)}`);
      return heir ? asOf(entry, own, heir, (name) => names(source, name).name) : entry;
    });
    return entries.some((entry, index) => entry !== source.entries[index]) ? { ...source, entries } : source;
  });
}

function reportedRows<S extends Source>(
  sources: readonly S[],
  names: (source: S, printed: string) => KnownOrg,
  isSettled: (entry: Entry) => boolean,
): ReadonlyMap<string, ReadonlyMap<string, Reported>> {
  const rows = new Map<string, Map<string, Reported>>();
  for (const source of sources) {
    const month = source.fromLedger ? undefined : monthOf(source.period);
    if (month === undefined) continue;
    for (const entry of source.entries) {
      if (entry.kind !== "data" || entry.org === undefined || isSettled(entry)) continue;
      const org = names(source, entry.org);
      const orgs = rows.get(rowWords(entry)) ?? new Map<string, Reported>();
      rows.set(rowWords(entry), orgs);
      const known = orgs.get(org.name) ?? { org, first: month, last: month };
      orgs.set(org.name, known);
      if (month < known.first) known.first = month;
      if (month > known.last) known.last = month;
    }
  }
  return rows;
}

/** The row under the heir's name, and in the heir's division where that is what changed. */
function asOf(entry: Entry, own: KnownOrg, heir: KnownOrg, nameOf: (printed: string) => string): Entry {
  const isPlace = heir.kind === "division";
  const division = isPlace ? heir.name : heir.division;
  const leads = entry.leads.map((name) => (nameOf(name) === own.name ? heir.name : name));
  return {
    ...entry,
    org: heir.name,
    leads: isPlace || leads.length > 0 ? leads : [heir.name],
    ...(division !== undefined && (entry.division !== undefined || own.division !== heir.division)
      ? { division }
      : {}),
  };
}
