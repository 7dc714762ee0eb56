import type { Dialect } from "./dialect.ts";

/** An org is expected where it has reported or lacks; else it is 不涉及 and leaves. */
const expected = "(l_rep + l_mis + l_unu > 0)";
const lacks = "(l_mis + l_unu > 0)";
const withTarget = `(${expected} AND l_tn > 0)`;
const withoutTarget = `(${expected} AND l_tn = 0)`;
/** 沿用: nothing is reported, and an earlier cumulative figure is. */
const carried = "(l_mis + l_unu > 0 AND l_rep = 0 AND l_cn > 0)";
const given = `(l_rep = 1 OR ${carried})`;

/** The sums and counts of a cell over its orgs, as `CellTotals` has them. */
export function totals({ sumIf, countIf, maxIf, asText }: Dialect): string[] {
  const counts = {
    expected,
    reported: "(l_rep = 1 AND l_mis = 0 AND l_unu = 0)",
    missing: "(l_mis = 1)",
    unusable: "(l_mis = 0 AND l_unu = 1)",
    not_applicable: "(l_na = 1 AND l_rep + l_mis + l_unu = 0)",
    targets: withTarget,
    targets_lacking: `(${withTarget} AND ${lacks})`,
    given: `(${withTarget} AND ${given})`,
    given_apart: `(${withoutTarget} AND ${given})`,
  };
  const actualOf = (orgs: string) => `${sumIf("l_a", orgs)} + ${sumIf("l_c", `${orgs} AND ${carried}`)}`;
  const sums = {
    target: sumIf("l_t", withTarget),
    actual: actualOf(withTarget),
    apart: actualOf(withoutTarget),
    target_lacking: sumIf("l_t", `${withTarget} AND ${lacks}`),
    actual_lacking: actualOf(`${withTarget} AND ${lacks}`),
  };
  return [
    ...Object.entries(counts).map(([name, orgs]) => `${countIf(orgs)} AS n_${name}`),
    ...Object.entries(sums).map(([name, amount]) => `${asText(amount)} AS s_${name}`),
    `${maxIf("l_light", expected)} AS m_light`,
    `${maxIf("l_neg", "1 = 1")} AS m_negative`,
    `${maxIf("l_an", expected)} AS m_actuals`,
    `${maxIf("l_tn", expected)} AS m_targets`,
  ];
}
