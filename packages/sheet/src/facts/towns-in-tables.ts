import { parseCell } from "@taizhang/grid";
import type { ObservationFact, TargetFact } from "@taizhang/kpi";
import { add, type Decimal } from "@taizhang/quantity";
import { put } from "../multimap.ts";
import { isTownName } from "../orgs/division-name.ts";
import type { KnownOrg } from "../orgs/org-names.ts";
import { townsBelow } from "../orgs/towns-below.ts";

type Figure = TargetFact | ObservationFact;

/** The towns that tables of one indicator list under their district, all of them or some (表中各区下列的乡镇). */
export interface TownsInTables {
  readonly below: ReadonlyMap<string, ReadonlySet<string>>;
  /** The districts of which but some towns are listed. */
  readonly partly: ReadonlySet<string>;
}

/** The towns that tables of one indicator list under their district, by the district's name. */
export function townsInTables(
  figures: readonly Figure[],
  known: readonly KnownOrg[],
  on: string | undefined,
): TownsInTables {
  const found = new Map<string, Set<string>>();
  const partly = new Set<string>();
  // Towns with a code are known to lie where they lie.
  if (!known.some(({ code, name }) => code === undefined && isTownName(name)))
    return { below: found, partly };
  const orgs = new Map(known.map((org) => [org.name, org]));
  const tables = new Map<string, Figure[]>();
  for (const figure of figures)
    put(tables, `${figure.at?.file ?? ""}\u0000${figure.at?.sheet ?? ""}`, figure);
  for (const table of tables.values()) {
    const rows = new Map<string, Map<string, Decimal>>();
    const totals = new Map<string, Decimal>();
    for (const figure of table.sort(byPlace)) {
      const amount = amountOf(figure);
      const measure = "measure" in figure ? figure.measure : "target";
      const total = figure.standing === "total";
      if (!total && !orgs.has(figure.org)) continue;
      const amounts = total ? totals : (rows.get(figure.org) ?? new Map<string, Decimal>());
      if (!total) rows.set(figure.org, amounts);
      if (amount !== undefined) amounts.set(measure, add(amounts.get(measure) ?? ("0" as Decimal), amount));
    }
    const list = [...rows].flatMap(([name, amounts]) => {
      const org = orgs.get(name);
      return org ? [{ org, amounts }] : [];
    });
    const towns = townsBelow(list, totals, on);
    for (const [upper, own] of [...towns.whole, ...towns.partly])
      found.set(upper, new Set([...(found.get(upper) ?? []), ...own]));
    for (const upper of towns.partly.keys()) partly.add(upper);
  }
  return { below: found, partly };
}

const amountOf = (figure: Figure): Decimal | undefined =>
  "measure" in figure ? (figure.value.status === "reported" ? figure.value.amount : undefined) : figure.value;

/** Down a column, and along the row in a table with places across. */
function byPlace(a: Figure, b: Figure): number {
  const [left, right] = [parseCell(a.at?.ref ?? ""), parseCell(b.at?.ref ?? "")];
  return (left?.row ?? 0) - (right?.row ?? 0) || (left?.column ?? 0) - (right?.column ?? 0);
}
