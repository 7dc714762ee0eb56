import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { rollUp } from "../roll-up.ts";
import { cellOf, figuresOf, type Row } from "../testing/figures.ts";
import { runs } from "../testing/runs.ts";
import { encodeFacts } from "./encode-facts.ts";
import { type FactCell, factCell } from "./fact-cell.ts";
import { factsOf } from "./facts-of.ts";
import { liveRollUp } from "./live-roll-up.ts";
import type { FactChange } from "./live-table.ts";
import { rollUpFacts } from "./roll-up-facts.ts";

vi.setConfig({ testTimeout: 7_200_000 });

const employed = "城镇新增就业";
const orgs = ["子县", "丑区", "寅县"] as const;
const period = "2016-10";
const plan = { sets: [{}, { division: 1 }], period };

const row = (org: string, when: string, actual: string | null, target: string | null = null): Row => ({
  org,
  division: org,
  period: when,
  actual,
  target,
});

/** What a cell of either engine has in common with one of the other. */
const shown = (cell: Omit<Partial<FactCell>, "key" | "missing"> | undefined) =>
  cell && {
    target: cell.target,
    actual: cell.actual,
    atLeast: cell.atLeast,
    expected: cell.expected,
    reported: cell.reported,
    completion: cell.completion,
    completionReporting: cell.completionReporting,
  };

const changeOf = (actual: string | null): FactChange =>
  actual === "—"
    ? { status: "notApplicable" }
    : actual === "?"
      ? { status: "unusable" }
      : { actual: actual as never };

describe("迟到的报表：沿用数只在没有本期数时算", () => {
  const figures = (now: string | null) =>
    figuresOf([row("子县", "2016-09", "180"), row("子县", period, now, "300")]);
  const liveOf = (now: string | null) => {
    const { frame, facts } = factsOf(figures(now));
    return liveRollUp(encodeFacts(frame, facts).table, plan);
  };

  test("报来200以后是200，不是380；退成空的又是至少180", () => {
    const live = liveOf(null);
    expect(live.cell({}, employed)).toMatchObject({ actual: "180", atLeast: true, reported: 0 });
    live.apply([{ row: 0, change: { actual: 200 } }]);
    expect(live.cell({}, employed)).toMatchObject({ actual: "200", atLeast: false, reported: 1 });
    live.apply([{ row: 0, change: { actual: null } }]);
    expect(live.cell({}, employed)).toMatchObject({ actual: "180", atLeast: true, missing: 1 });
  });

  test("已经报来的改成空的，沿用上月；改成“不涉及”的，什么也不算", () => {
    const live = liveOf("200");
    live.apply([{ row: 0, change: { actual: null } }]);
    expect(live.cell({}, employed)).toMatchObject({ actual: "180", atLeast: true });
    expect(factCell(rollUpFacts(live.table(), plan), {}, employed)).toEqual(live.cell({}, employed));
    live.apply([{ row: 0, change: { status: "notApplicable" } }]);
    expect(live.cell({}, employed)).toMatchObject({ actual: null, expected: 0 });
  });

  test("后来添加的事实也可以带沿用数；不是时期数、是负数的不要", () => {
    const live = liveOf("200");
    const added = { org: "子县", indicator: employed, period };
    live.apply([{ add: { ...added, standIn: 5 } }]);
    expect(live.cell({}, employed)).toMatchObject({ actual: "205", atLeast: true });
    expect(() => live.apply([{ add: { ...added, standIn: -5 } }])).toThrow(/stand-in of -5/);
    const { frame, facts } = factsOf(figures(null));
    const { refused } = encodeFacts(frame, [{ ...facts[0], standIn: "-1" } as never]);
    expect(refused).toEqual([{ at: 0, why: "standIn" }]);
  });
});

test("任意改动以后，与改过的填报数逐条汇总的一致，也与改过的事实全部重算的一致", () => {
  const amount = fc.oneof(fc.integer({ min: 0, max: 999 }).map(String), fc.constantFrom("0", "0.1", "1.25"));
  const said = fc.oneof({ weight: 3, arbitrary: amount }, { weight: 2, arbitrary: fc.constant(null) });
  const now = fc.oneof({ weight: 4, arbitrary: said }, { weight: 1, arbitrary: fc.constantFrom("—", "?") });
  const org = fc.record({ target: fc.option(amount), aug: fc.option(said), sep: fc.option(said), now });
  const edit = fc.record({ of: fc.nat({ max: orgs.length - 1 }), actual: now });
  fc.assert(
    fc.property(fc.tuple(org, org, org), fc.array(edit, { minLength: 1, maxLength: 6 }), (each, edits) => {
      const figures = (values: readonly (string | null)[]) =>
        figuresOf(
          orgs.flatMap((name, at) => [
            ...(each[at]?.aug === null ? [] : [row(name, "2016-08", each[at]?.aug ?? null)]),
            ...(each[at]?.sep === null ? [] : [row(name, "2016-09", each[at]?.sep ?? null)]),
            row(name, period, values[at] ?? null, each[at]?.target ?? null),
          ]),
        );
      const values: (string | null)[] = each.map((one) => one.now);
      const { frame, facts } = factsOf(figures(values), { period });
      const live = liveRollUp(encodeFacts(frame, facts).table, plan);
      for (const { of, actual } of edits) {
        const at = facts.findIndex((fact) => fact.org === orgs[of]);
        live.apply([{ row: at, change: changeOf(actual) }]);
        values[of] = actual;
        const full = rollUp(figures(values), { period, by: ["division"] });
        const again = rollUpFacts(live.table(), plan);
        for (const key of [{}, ...orgs.map((division) => ({ division }))]) {
          const cell = live.cell(key, employed);
          expect(factCell(again, key, employed)).toEqual(cell);
          const { expected, reported } = cellOf(full, key);
          expect(cell ?? { expected: 0, reported: 0 }).toMatchObject({ expected, reported });
          if (expected > 0) expect(shown(cell)).toEqual(shown(cellOf(full, key)));
        }
      }
    }),
    { numRuns: Math.ceil(runs / 4) },
  );
});
