import { divisionOf } from "@taizhang/admin-units";
import type { Figures, ObservationFact, TargetFact } from "@taizhang/kpi";

type Figure = TargetFact | ObservationFact;

/**
 * The figures, with those of an ancestor marked as totals: 长春市's own return beside those of its districts is the
 * city's figure for all of them and checks their sum; added to it, everything would count twice (上级自报数). A 本级 is a
 * leaf beside the districts and stays one.
 */
export function withAncestors<F extends Pick<Figures, "targets" | "observations">>(
  figures: F,
  on?: string,
): F {
  const byIndicator = new Map<string, Figure[]>();
  for (const figure of [...figures.targets, ...figures.observations]) {
    const same = byIndicator.get(figure.indicator.key);
    if (same) same.push(figure);
    else byIndicator.set(figure.indicator.key, [figure]);
  }
  const above = new Map([...byIndicator].map(([key, same]) => [key, ancestorsIn(same, on)]));
  const told = <T extends Figure>(figure: T): T => {
    if (figure.standing !== "own" || !above.get(figure.indicator.key)?.has(figure.org)) return figure;
    const { division: _, ...dims } = figure.dims;
    return { ...figure, standing: "total", dims };
  };
  return { ...figures, targets: figures.targets.map(told), observations: figures.observations.map(told) };
}

/** The divisions whose own return stands beside what lies in them, each in a table of its own. */
function ancestorsIn(figures: readonly Figure[], on: string | undefined): ReadonlySet<string> {
  const found = new Set<string>();
  const own = new Map<string, string | undefined>();
  for (const { standing, org, dims } of figures) {
    const [division] = dims.division ?? [];
    if (standing === "own" && division?.name === org && !org.endsWith("本级")) own.set(org, division.code);
  }
  if (own.size === 0) return found;
  const leaves = figures.filter(({ standing }) => standing === "own" || standing === "superior");
  const withTotal = new Set(figures.flatMap(({ standing, org }) => (standing === "total" ? [org] : [])));
  const inside = new Set(
    [...new Set(leaves.flatMap(({ dims }) => dims.division?.[0]?.code ?? []))].flatMap((code) =>
      parentsOf(code, on),
    ),
  );
  for (const [org, code] of own) {
    const others = leaves.some((leaf) => leaf.org !== org);
    if (!others || !(withTotal.has(org) || (code !== undefined && inside.has(code)))) continue;
    const tables = new Set(leaves.filter((leaf) => leaf.org === org).map(tableOf));
    if (!leaves.some((leaf) => leaf.org !== org && tables.has(tableOf(leaf)))) found.add(org);
  }
  return found;
}

const tableOf = ({ at }: Figure): string => `${at?.file ?? ""}\u0000${at?.sheet ?? ""}`;

function parentsOf(code: string, on: string | undefined): string[] {
  const parents: string[] = [];
  for (let at = divisionOf(code, on)?.parent; at !== undefined && parents.length < 6; ) {
    parents.push(at);
    at = divisionOf(at, on)?.parent;
  }
  return parents;
}
