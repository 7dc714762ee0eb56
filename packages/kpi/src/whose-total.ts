import type { FigureOf } from "./facts.ts";
import type { Line } from "./line.ts";
import type { Key } from "./roll-up-cell.ts";
import type { Series } from "./series.ts";

/**
 * Whether a parent's figure is the total of exactly this cell (上级数对应的汇总). It is where it states the cell's
 * division, or where its table lists every org of the cell; a total row that stands alone is where nothing says that
 * it is of a part: its org has no row among the others, and no other org has a total row. A wrong parent is worse
 * than none: one county's 合计 must never pass for the city's. The domain page §4, law 6.
 */
export function totalOf(key: Key, lines: readonly Line[], series: Series): (figure: FigureOf) => boolean {
  const candidates = [...series.totals, ...series.totalTargets].filter((figure) => fits(figure, key, lines));
  const orgs = new Set(candidates.map(({ org }) => org));
  const certain = new Set([...orgs].filter((org) => listsAll(org, lines, series)));
  const parents = new Set(
    [...orgs].filter((org) =>
      certain.has(org)
        ? [...orgs].every((rival) => certain.has(rival) || series.listing.get(org)?.has(rival))
        : orgs.size === 1 && mayStandForAll(org, key, series),
    ),
  );
  const trusted = statesPart(key);
  return (figure) => (trusted || parents.has(figure.org)) && fits(figure, key, lines);
}

/** True where the key says of which division, or level of them, a cell is: what names that too is its total. */
const statesPart = (key: Key): boolean =>
  Object.keys(key).some((dimension) => !["department", "program", "period"].includes(dimension));

/** A figure must name each member of the cell's key, and what it names beyond the key must part nothing below. */
function fits(figure: FigureOf, key: Key, lines: readonly Line[]): boolean {
  for (const [dimension, name] of Object.entries(key))
    if (dimension !== "period" && !figure.dims[dimension]?.some((member) => member.name === name))
      return false;
  for (const [dimension, members = []] of Object.entries(figure.dims)) {
    if (dimension in key || members.length === 0) continue;
    if (dimension === "division") return false;
    const names = new Set(members.map(({ name }) => name));
    if (!lines.every((line) => line.dims[dimension]?.some(({ name }) => names.has(name)) ?? true))
      return false;
  }
  return true;
}

/** What a total row stands beside, without its own org's row: that alone is no list. */
const othersListed = (org: string, { listing }: Series): boolean =>
  [...(listing.get(org) ?? [])].some((listed) => listed !== org);

function listsAll(org: string, lines: readonly Line[], series: Series): boolean {
  const listed = series.listing.get(org) ?? new Set();
  return (
    othersListed(org, series) &&
    lines.every((line) => listed.has(line.org) || line.jointOrgs.some((lead) => listed.has(lead)))
  );
}

/** A total row of a table that lists some of the orgs only is of these. */
function mayStandForAll(org: string, key: Key, series: Series): boolean {
  const { lines } = series;
  if (Object.values(key).includes(org)) return true;
  if (othersListed(org, series)) return false;
  if (lines.some((line) => line.org === org || line.jointOrgs.includes(org))) return false;
  const inside = lines.filter(({ dims }) => dims.division?.some(({ name }) => name === org)).length;
  return inside === 0 || inside === lines.length;
}
