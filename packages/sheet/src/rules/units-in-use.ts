import type { Entry } from "../entry.ts";
import { amountIn } from "./amounts.ts";
import type { Subject, TableView } from "./subject.ts";
import { textKey } from "./text-key.ts";
import { unitRead } from "./unit-read.ts";

/** The units in which the orgs and the ledger measure one indicator (指标所用单位). */
export interface UnitsInUse {
  /** By dimension: which orgs, and the printed units. */
  readonly byDimension: Map<string, { orgs: Set<string>; printed: Map<string, number> }>;
  readonly dimensionByOrg: Map<string, string>;
  /** The ledger's unit by its target. */
  readonly ledger: ReadonlyMap<string, string>;
  ledgerDimension?: string;
  /** One org measures it in two dimensions: the name covers two figures, so nothing can be compared. */
  mixed: boolean;
}

/** What a unit measures; one key for all that counts things, for offices write 个 处 所 座 家 项 for one another. */
export function dimensionOf(printed: string): string | undefined {
  const found = unitRead(printed);
  if (!found?.unit) return undefined;
  const things = found.counts && !["人", "人次", "户", "户次"].includes(found.dimension);
  return things ? "things" : found.dimension + (found.per ?? "");
}

/**
 * The units of those indicators that some row leaves without a unit, or that the rows and the ledger do not all measure in
 * one dimension; the rest agree and need no look.
 */
export function unitsInUse(
  { tables, ledger }: Subject,
  wanted: ReadonlySet<string>,
): ReadonlyMap<string, UnitsInUse> {
  const names = new Set(wanted);
  const firsts = new Map<string, string>();
  for (const { data } of [...tables, ...ledger])
    for (const { indicator, unit } of data) {
      const first = firsts.get(indicator);
      if (unit === undefined || first === unit) continue;
      if (first === undefined) firsts.set(indicator, unit);
      else if (dimensionOf(first) !== dimensionOf(unit)) names.add(indicator);
    }
  // A ledger that names the indicator and no unit settles nothing: what the orgs print is compared.
  for (const { data } of ledger)
    for (const { indicator, unit } of data)
      if (unit === undefined || dimensionOf(unit) === undefined) names.add(indicator);
  const all = new Map<string, Units>();
  for (const name of names)
    all.set(name, { byDimension: new Map(), dimensionByOrg: new Map(), ledger: new Map(), mixed: false });
  if (all.size === 0) return all;
  for (const { data } of ledger)
    for (const entry of data) {
      const units = all.get(entry.indicator);
      if (units) fromLedger(units, entry);
    }
  for (const view of tables)
    for (const entry of view.data) {
      const units = all.get(entry.indicator);
      if (units) fromRow(units, view, entry);
    }
  return all;
}

interface Units extends UnitsInUse {
  readonly ledger: Map<string, string>;
}

function fromRow(units: UnitsInUse, view: TableView, entry: Entry): void {
  const unit = entry.unit ?? amountIn(entry, "target").unit;
  const dimension = unit && dimensionOf(unit);
  if (!unit || !dimension) return;
  const { division, org, leads } = entry;
  const own =
    textKey(division ?? (leads.join() || org || "")) || `${view.table.file}|${view.table.grid.name}`;
  const before = units.dimensionByOrg.get(own);
  if (before !== undefined && before !== dimension) units.mixed = true;
  units.dimensionByOrg.set(own, dimension);
  const same = units.byDimension.get(dimension) ?? { orgs: new Set(), printed: new Map() };
  same.orgs.add(own);
  same.printed.set(unit, (same.printed.get(unit) ?? 0) + 1);
  units.byDimension.set(dimension, same);
}

function fromLedger(units: Units, entry: Entry): void {
  const dimension = entry.unit && dimensionOf(entry.unit);
  if (!entry.unit || !dimension) return;
  const target = amountIn(entry, "target").amount;
  if (target !== undefined) units.ledger.set(target, entry.unit);
  if (units.ledgerDimension !== undefined && units.ledgerDimension !== dimension) units.mixed = true;
  units.ledgerDimension = dimension;
}
