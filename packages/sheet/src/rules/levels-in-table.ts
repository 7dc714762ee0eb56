import { type Decimal, sum } from "@taizhang/quantity";
import type { Entry } from "../entry.ts";
import { isAbove } from "../orgs/above.ts";
import { type KnownOrg, orgNames } from "../orgs/org-names.ts";
import { townsBelow } from "../orgs/towns-below.ts";
import { withinOf } from "../orgs/within.ts";
import type { Column } from "../table.ts";
import { amountOfCell } from "./amounts.ts";
import { cellLike } from "./column-cells.ts";

/** A list longer than this is of villages, and of one level. */
const mostNames = 400;

/**
 * The rows without those of places that others of the rows lie in: of 长春市, 南关区 and 宽城区 the two districts, for the
 * city's row holds them already (表中的上级行). Of a district and the towns listed under it the towns, where they add up to it
 * in the column, else the district.
 */
export function withoutUpper(rows: readonly Entry[], column: Column, whole: Decimal): readonly Entry[] {
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
  const amounts = new Map(names.map((name) => [name, new Map<string, Decimal>()]));
  for (const row of rows) {
    const cell = row.division === undefined ? undefined : cellLike(row, column);
    const amount = cell && amountOfCell(cell, row).amount;
    if (amount !== undefined) amounts.get(row.division ?? "")?.set("", amount);
  }
  const listed = [...orgs].map(([name, org]) => ({ org, amounts: amounts.get(name) ?? new Map() }));
  const printed = new Map([...orgs].map(([name, org]) => [org.name, name]));
  const below = townsBelow(listed, new Map([["", whole]]), undefined);
  for (const [district, towns] of [...below.whole, ...below.partly]) {
    const of = (name: string) => amounts.get(printed.get(name) ?? "")?.get("");
    const together = sum(towns.flatMap((town) => of(town) ?? []));
    for (const name of together === of(district) ? [district] : towns) upper.add(printed.get(name) ?? name);
  }
  return upper.size === 0
    ? rows
    : rows.filter(({ division }) => division === undefined || !upper.has(division));
}
