import type { Entry } from "../entry.ts";
import { put } from "../multimap.ts";
import { heirKeys } from "../orgs/heirs.ts";
import { townOf } from "../orgs/office-of-place.ts";
import type { KnownOrg } from "../orgs/org-names.ts";
import { textKey } from "../rules/text-key.ts";
import { aliasesOf, type LedgerOrgs, speakersOf } from "./ledger-orgs.ts";

/** An org with its name as printed. */
export interface Printed {
  readonly printed: string;
  readonly org: KnownOrg;
}

/** So few are sooner asked each than looked up. */
const few = 4;

/**
 * Finds among rows alike those for which one of some orgs may speak (可能牵头的行), in their order: the same task of two
 * hundred schools is not asked two hundred times whose it is. Who finds no row here speaks for none; nobody may be anybody.
 */
export function speakerIndex(
  ledger: LedgerOrgs,
): (rows: readonly Entry[], orgs: readonly Printed[]) => readonly Entry[] {
  const known = new WeakMap<readonly Entry[], ReadonlyMap<string, number[]>>();
  const indexed = (rows: readonly Entry[]): ReadonlyMap<string, number[]> => {
    const index = new Map<string, number[]>();
    for (const [at, row] of rows.entries()) {
      const names = ledger.names(row);
      const keys = speakersOf(row).flatMap((printed) =>
        [printed, ...aliasesOf(printed)].flatMap((name) => keysOf(names(name))),
      );
      for (const key of new Set([...keys, textKey(row.program ?? "")])) put(index, key, at);
    }
    return index;
  };
  return (rows, orgs) => {
    if (rows.length <= few || orgs.length === 0) return rows;
    const index = known.get(rows) ?? indexed(rows);
    known.set(rows, index);
    const keys = orgs.flatMap(({ printed, org }) => [
      textKey(printed),
      ...keysOf(org),
      ...(org.kind === "department" && org.division !== undefined ? [org.division.slice(-2)] : []),
    ]);
    const found = new Set([...new Set(keys)].flatMap((key) => index.get(key) ?? []));
    return [...found].sort((a, b) => a - b).flatMap((at) => rows[at] ?? []);
  };
}

/** Of a town its own name tells, of another place the last characters. */
function keysOf(org: KnownOrg): readonly string[] {
  const town = townOf(org);
  const own = town === undefined ? [org.name, org.base] : [org.name, org.base, town];
  return town !== undefined && org.kind === "division" ? own : [...own, ...heirKeys(org)];
}
