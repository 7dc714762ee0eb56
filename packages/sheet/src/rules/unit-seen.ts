import type { Entry } from "../entry.ts";
import { amountIn } from "./amounts.ts";
import { rowsWith } from "./row-index.ts";
import type { SeenRow } from "./rule.ts";
import { printed } from "./seen.ts";
import type { Subject, TableView } from "./subject.ts";
import { unitAgainstName } from "./unit-of-name.ts";
import { dimensionOf } from "./units-in-use.ts";
import { needOf, unitPlace } from "./without-unit.ts";

/** What V03 takes from a row: whose figure of what it is, its unit, and whether the number lacks one or the name asks for another (所见单位). */
export function unitSeen(seen: SeenRow): string {
  const { view, entries, subject } = seen;
  const told = entries.map((entry) => {
    const { indicator, unit, org, division, leads } = entry;
    const need = needOf(view, entry);
    const target = amountIn(entry, "target");
    return [
      [indicator, unit ?? target.unit, org, division, ...leads],
      typeof need === "object" ? unitPlace(view, entry).ref : need,
      unitAgainstName(view, entry),
      // A number of the ledger tells its unit.
      subject.ledger.length > 0 ? [target.amount, typeof need === "object" ? need.amount : ""] : [],
    ];
  });
  return JSON.stringify(told) + printed(seen, "unit");
}

/**
 * The row matters to another, or is found fault with: it lacks its unit, the name asks for another one, or the rows of its
 * indicator do not all measure alike. Where none of that is so, before and after, V03 says what it said.
 */
export const unitDiffers = (before: SeenRow, now: SeenRow): boolean =>
  !isQuiet(before) || !isQuiet(now) || (needs(before) !== needs(now) && holdsBare(now.view));

function isQuiet({ view, entries, subject }: SeenRow): boolean {
  if (subject.ledger.length > 0) return false;
  return entries.every(
    (entry) => unitAgainstName(view, entry) === undefined && measuresAlike(subject, entry.indicator),
  );
}

const needs = ({ view, entries }: SeenRow): string =>
  entries.map((entry) => (needOf(view, entry) === "none" ? "0" : "1")).join("");

const indicatorOf = ({ indicator }: Entry): string => indicator;

/** All rows of the indicator have units of one dimension, and none lacks its unit. */
function measuresAlike({ tables }: Subject, indicator: string): boolean {
  let first: string | undefined;
  for (const view of tables)
    for (const row of rowsWith(view, indicatorOf, indicator))
      for (const entry of view.rowEntries.dataAt(row)) {
        if (entry.indicator !== indicator) continue;
        if (entry.unit === undefined) {
          if (typeof needOf(view, entry) === "object") return false;
        } else if (first === undefined) first = entry.unit;
        else if (first !== entry.unit && dimensionOf(first) !== dimensionOf(entry.unit)) return false;
      }
  return true;
}

const unitless = ({ unit }: Entry): string | undefined => (unit === undefined ? "" : undefined);

const holdsBare = (view: TableView): boolean =>
  rowsWith(view, unitless, "").some((row) =>
    view.rowEntries.dataAt(row).some((entry) => typeof needOf(view, entry) === "object"),
  );
