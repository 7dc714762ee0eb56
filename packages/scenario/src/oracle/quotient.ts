import type { Figures, RollUpOptions } from "@taizhang/kpi";
import type { Indicator } from "@taizhang/model";
import { belowOf } from "./below.ts";
import { isIn, type Key } from "./group.ts";
import { membersOf } from "./members.ts";
import { type Decided, open } from "./oracle-cell.ts";
import { dividedBy, order, plus, type Rational, times, whole, zero } from "./rational.ts";

/**
 * Σnumerator/Σdenominator of a ratio whose parts are known: null where they are not. Decided only where every org
 * has reported both parts.
 */
export function quotientOf(
  figures: Figures,
  indicator: Indicator,
  key: Key,
  options: RollUpOptions,
  period: string,
): Decided<Rational | null> {
  if (indicator.numerator === undefined || indicator.denominator === undefined) return null;
  const parts = [indicator.numerator, indicator.denominator].map((name) => {
    const { targets, observations } = belowOf(figures, name, options, period);
    return membersOf(
      targets.filter((fact) => isIn(fact.dims, key)),
      observations.filter((fact) => isIn(fact.dims, key)),
      undefined,
      period,
    );
  });
  const own = belowOf(figures, indicator.key, options, period).observations;
  if (own.some((fact) => isIn(fact.dims, key) && fact.value.status === "notApplicable")) return open;
  const [above = [], beneath = []] = parts;
  if (above.length === 0 && beneath.length === 0) return null;
  const orgs = (members: typeof above) =>
    members
      .map(({ org }) => org)
      .sort()
      .join();
  if (orgs(above) !== orgs(beneath)) return open;
  // An org with a rate and no parts: whether a quotient without it is the group's is undecided.
  const withParts = new Set(above.map(({ org }) => org));
  if (own.some((fact) => isIn(fact.dims, key) && !withParts.has(fact.org))) return open;
  const sums = [above, beneath].map((members) =>
    members.reduce<Rational | undefined>(
      (sum, { report }) =>
        sum && report !== open && report.state === "reported" ? plus(sum, report.amount) : undefined,
      zero,
    ),
  );
  const [top, bottom] = sums;
  if (!top || !bottom || order(bottom, zero) === 0) return open;
  return times(dividedBy(top, bottom), whole(indicator.unit === "%" ? 100 : 1));
}
