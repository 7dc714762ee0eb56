import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { rollUp } from "../roll-up.ts";
import { cellOf, figuresOf, type Row } from "../testing/figures.ts";
import { runs } from "../testing/runs.ts";
import { encodeFacts } from "./encode-facts.ts";
import { type FactCell, factCell, factCells } from "./fact-cell.ts";
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
const shown = (cell: Omit<Partial<FactCell>, "key" | "missing" | "notApplicable"> | undefined) =>
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

describe("报来负数：整个指标不再“至少”，退回以后又是", () => {
  const rows = (now: string | null) => [
    row("子县", "2016-09", "180"),
    row("子县", period, null, "300"),
    row("丑区", period, now, "100"),
  ];
  const liveOf = (now: string | null) => {
    const { frame, facts } = factsOf(figuresOf(rows(now)), { period });
    const live = liveRollUp(encodeFacts(frame, facts).table, plan);
    const at = facts.findIndex(({ org }) => org === "丑区");
    const told: string[] = [];
    live.subscribe((changed) => {
      for (const cell of changed) told.push(live.keyOf(cell).division ?? "合计");
    });
    return { live, told, report: (change: FactChange) => live.apply([{ row: at, change }]) };
  };
  const same = (live: ReturnType<typeof liveRollUp>, now: string | null) => {
    const full = rollUp(figuresOf(rows(now)), { period, by: ["division"] });
    for (const key of [{}, { division: "子县" }, { division: "丑区" }])
      expect(shown(live.cell(key, employed))).toEqual(shown(cellOf(full, key)));
  };

  test.each<[string, string | null, string | null, string[]]>([
    ["正数改成负数：没报的那家不再沿用，三格都变", "50", "-5", ["丑区", "合计", "子县"]],
    ["空白改成负数", null, "-5", ["丑区", "合计", "子县"]],
    ["负数改成正数：又沿用", "-5", "50", ["丑区", "合计", "子县"]],
    ["负数退成空白：又沿用", "-5", null, ["丑区", "合计", "子县"]],
    ["负数改成另一个负数：只有自己和合计变", "-5", "-6", ["丑区", "合计"]],
    ["正数改成正数", "50", "60", ["丑区", "合计"]],
  ])("%s", (_, before, after, heard) => {
    const { live, told, report } = liveOf(before);
    same(live, before);
    report({ actual: after as never });
    same(live, after);
    expect(told.sort()).toEqual([...heard].sort());
    expect([...factCells(rollUpFacts(live.table(), plan))]).toEqual(live.cells());
    report({ actual: before as never });
    same(live, before);
  });

  test("不涉及、看不清和拿走也一样；两家负数的，退一家还不够", () => {
    const { live, report } = liveOf("-5");
    report({ status: "notApplicable" });
    expect(live.cell({}, employed)).toMatchObject({ actual: "180", atLeast: true });
    report({ actual: -5 });
    expect(live.cell({}, employed)).toMatchObject({ actual: "-5", atLeast: false });
    const [added] = live.apply([{ add: { org: "丑区", indicator: employed, period, actual: -1 } }]);
    report({ actual: 5 });
    expect(live.cell({}, employed)).toMatchObject({ actual: "4", atLeast: false, completion: null });
    live.apply([{ remove: added as number }]);
    expect(live.cell({}, employed)).toMatchObject({ actual: "185", atLeast: true });
  });

  test("别处的负数（上月、指标本身可负）不因改本期而去", () => {
    const figures = [row("丑区", "2016-09", "-1"), ...rows("-5")];
    const { frame, facts } = factsOf(figuresOf(figures), { period });
    expect(frame.indicators[0]).toMatchObject({ mayBeNegative: true });
    expect(facts.every(({ standIn }) => standIn === undefined)).toBe(true);
  });

  test("不合规的改动什么也不变", () => {
    const { live, told, report } = liveOf("50");
    expect(() => report({ actual: -5, status: "missing" })).toThrow(RangeError);
    expect(told).toEqual([]);
    same(live, "50");
  });
});

describe("迟到的报表：沿用数只在没有本期数时算", () => {
  const figures = (now: string | null) =>
    figuresOf([row("子县", "2016-09", "180"), row("子县", period, now, "300")]);
  const liveOf = (now: string | null) => {
    const { frame, facts } = factsOf(figures(now), { period });
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
  const positive = fc.oneof(
    fc.integer({ min: 0, max: 999 }).map(String),
    fc.constantFrom("0", "0.1", "1.25"),
  );
  // A figure below zero makes the whole indicator one of which a part bounds nothing
  const amount = fc.oneof(
    { weight: 9, arbitrary: positive },
    { weight: 1, arbitrary: fc.constantFrom("-3", "-0.5") },
  );
  const said = fc.oneof({ weight: 3, arbitrary: amount }, { weight: 2, arbitrary: fc.constant(null) });
  const now = fc.oneof(
    { weight: 4, arbitrary: said },
    { weight: 1, arbitrary: fc.constantFrom("—", "?") },
    { weight: 1, arbitrary: fc.constantFrom("-1", "-200") },
  );
  // Two in one division, so that a figure below zero counts where it does not stand
  const divisions = ["东片", "东片", "西片"];
  const line = (at: number, ...[when, actual, target]: [string, string | null, (string | null)?]): Row => ({
    ...row(orgs[at] as string, when, actual, target),
    division: divisions[at] as string,
  });
  const org = fc.record({ target: fc.option(positive), aug: fc.option(said), sep: fc.option(said), now });
  const edit = fc.record({ of: fc.nat({ max: orgs.length - 1 }), actual: now });
  fc.assert(
    fc.property(fc.tuple(org, org, org), fc.array(edit, { minLength: 1, maxLength: 6 }), (each, edits) => {
      const figures = (values: readonly (string | null)[]) =>
        figuresOf(
          orgs.flatMap((_, at) => [
            ...(each[at]?.aug === null ? [] : [line(at, "2016-08", each[at]?.aug ?? null)]),
            ...(each[at]?.sep === null ? [] : [line(at, "2016-09", each[at]?.sep ?? null)]),
            line(at, period, values[at] ?? null, each[at]?.target ?? null),
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
        for (const key of [{}, { division: "东片" }, { division: "西片" }]) {
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
