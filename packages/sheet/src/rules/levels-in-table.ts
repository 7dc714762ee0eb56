import type { Entry } from "../entry.ts";
import { isAbove } from "../orgs/above.ts";
import { type KnownOrg, orgNames } from "../orgs/org-names.ts";
import { withinOf } from "../orgs/within.ts";

/** A list longer than this is of villages, and of one level. */
const mostNames = 400;

/**
 * The rows without those of places that others of the rows lie in: of 长春市, 南关区 and 宽城区 the two districts, for the
 * city's row holds them already (表中的上级行).
 */
export function withoutUpper(rows: readonly Entry[]): readonly Entry[] {
  const names = [...new Set(rows.flatMap(({ division }) => division ?? []))];
  if (names.length < 3 || names.length > mostNames) return rows;
  const known = orgNames(
    names.map((name) => ({ name })),
    [],
    { within: withinOf(names, undefined) },
  );
  const orgs = new Map<string, KnownOrg>(names.map((name) => [name, known({ name })]));
  const lookup = (name: string) => known({ name });
  const upper = new Set(
    names.filter((name) => {
      const org = orgs.get(name);
      return (
        org !== undefined && [...orgs.values()].some((other) => other !== org && isAbove(org, other, lookup))
      );
    }),
  );
  return upper.size === 0
    ? rows
    : rows.filter(({ division }) => division === undefined || !upper.has(division));
}
