/// <reference types="node" />
import { decimal } from "@taizhang/quantity";
import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { runs as runCount } from "../testing/runs.ts";
import { encodeFacts } from "./encode-facts.ts";
import type { Fact } from "./fact.ts";
import { type FactCell, factCells } from "./fact-cell.ts";
import { type FactEdit, liveRollUp } from "./live-roll-up.ts";
import type { FactChange } from "./live-table.ts";
import { rollUpFacts } from "./roll-up-facts.ts";
import { type Case, cases, indicators } from "./testing/random-facts.ts";

vi.setConfig({ testTimeout: 7_200_000 });
const runs = { numRuns: Number(process.env.ENGINE_RUNS ?? runCount) };

const nameOf = ({ key, indicator }: FactCell) => JSON.stringify([Object.entries(key).sort(), indicator]);
const byName = (cells: Iterable<FactCell>) => new Map([...cells].map((cell) => [nameOf(cell), cell]));
const planOf = ({ asked: { sets, from, to } }: Case) => ({
  sets: [...new Map(sets.map((set) => [JSON.stringify(Object.entries(set).sort()), set])).values()],
  ...(from === "" ? {} : { window: { from, to } }),
});

const change = fc.oneof(
  fc.record({
    actual: fc.constantFrom("0", "5", "7.5", "-3", "0.0000004", "9007199254.740991").map(decimal),
  }),
  fc.record({ target: fc.option(fc.constantFrom("0", "5", "10", "9007199255").map(decimal)) }),
  fc.constant({ actual: null }),
  fc.record({ status: fc.constantFrom("missing" as const, "notApplicable" as const, "unusable" as const) }),
  fc.record({ light: fc.constantFrom("red" as const, "yellow" as const, "green" as const, null) }),
  fc.constant({ pending: true }),
) as fc.Arbitrary<FactChange>;
const steps = fc.array(fc.record({ kind: fc.nat(5), at: fc.nat(1000), change }), {
  minLength: 1,
  maxLength: 12,
});

describe("law 8: an edit updates its ancestors, and equals a full recomputation", () => {
  test("any sequence of edits, additions and removals; subscribers hear of what changed", () => {
    fc.assert(
      fc.property(cases(), cases(), steps, fc.boolean(), (given, other, edits, isDense) => {
        const { table } = encodeFacts(given.frame, given.facts);
        const plan = planOf(given);
        const live = liveRollUp(table, plan, isDense ? {} : { dense: 0 });
        let told = new Set<string>();
        live.subscribe((changed) => {
          told = new Set(changed.map((cell) => nameOfChanged(live, cell)));
        });
        const alive = [...given.facts.keys()];
        let before = byName(live.cells());
        for (const { kind, at, change } of edits) {
          told = new Set();
          const edit = editOf(given, other, alive, kind, at, change);
          if (!edit) continue;
          const [row] = live.apply([edit]);
          if (row !== undefined) alive.push(row);
          const after = byName(live.cells());
          expect(after).toEqual(byName(factCells(rollUpFacts(live.table(), plan))));
          const really = [...new Set([...before.keys(), ...after.keys()])].filter(
            (name) => JSON.stringify(before.get(name)) !== JSON.stringify(after.get(name)),
          );
          // A combination that is new has all cells above it named, changed or not
          if (isDense) expect([...told].sort()).toEqual(really.sort());
          else expect([...told]).toEqual(expect.arrayContaining(really));
          before = after;
        }
      }),
      runs,
    );
  });
});

describe("edits", () => {
  const of = { indicator: "城镇新增就业", target: 10 };
  const start = () => {
    const { table } = encodeFacts(
      { indicators, orgs: [{ name: "子县" }, { name: "丑区" }], measure: "cumulative" },
      [
        { ...of, org: "子县", actual: 4 },
        { ...of, org: "丑区" },
      ],
    );
    const live = liveRollUp(table, { sets: [{}] });
    const heard: number[] = [];
    live.subscribe((changed) => heard.push(changed.length));
    return { live, heard, table };
  };
  const total = (live: ReturnType<typeof liveRollUp>) => live.cell({}, "城镇新增就业")?.actual;

  test("many edits together are told once; the same figure again is not told", () => {
    const { live, heard, table } = start();
    live.apply([
      { row: 0, change: { actual: 5 } },
      { row: 1, change: { actual: 6 } },
    ]);
    live.apply([{ row: 1, change: { actual: 6 } }]);
    expect(heard).toEqual([1]);
    expect(total(live)).toBe("11");
    expect([...table.actual]).toEqual([4_000_000, 0]); // the table that was given stays as it was
  });

  test.each<[string, FactEdit]>([
    ["a row that is not there", { row: 9, change: { actual: 1 } }],
    ["reported without an amount", { row: 1, change: { status: "reported" } }],
    ["an amount that is missing", { row: 0, change: { status: "missing", actual: 5 } }],
    ["not a number", { row: 0, change: { actual: Number.NaN } }],
    ["a unit of something else", { add: { ...of, org: "子县", actual: 1, unit: "万元" } }],
    ["an org that is not in the table", { add: { ...of, org: "寅县", actual: 1 } }],
    ["an indicator that is not there", { add: { indicator: "就业", org: "子县", actual: 1 } }],
  ])("%s is refused and changes nothing; what came before is done and told", (_, edit) => {
    const { live, heard } = start();
    expect(() => live.apply([{ row: 0, change: { actual: 7 } }, edit])).toThrow(RangeError);
    expect(heard).toEqual([1]);
    expect(total(live)).toBe("7");
    expect(live.table().size).toBe(2);
  });

  test("a removed row cannot be edited, and its number is not given again", () => {
    const { live } = start();
    live.apply([{ remove: 0 }]);
    expect(() => live.apply([{ row: 0, change: { actual: 1 } }])).toThrow(RangeError);
    expect(live.apply([{ add: { ...of, org: "子县", actual: 2 } }])).toEqual([2]);
    expect(total(live)).toBe("2");
  });

  test("who no longer listens is not told", () => {
    const { live } = start();
    const heard: unknown[] = [];
    const stop = live.watch({}, "城镇新增就业", (cell) => heard.push(cell?.actual));
    live.apply([{ row: 0, change: { actual: 5 } }]);
    live.apply([
      { row: 0, change: { target: 11 } },
      { row: 1, change: { light: "red" } },
    ]);
    stop();
    live.apply([{ row: 0, change: { actual: 6 } }]);
    expect(heard).toEqual(["5", "5"]);
  });

  test("an error of one listener is thrown when the edits are done and all others have heard", () => {
    const { live } = start();
    const heard: number[] = [];
    live.subscribe(() => {
      throw new Error("of a listener");
    });
    live.subscribe(({ length }) => heard.push(length));
    expect(() => live.apply([{ row: 0, change: { actual: 5 } }])).toThrow("of a listener");
    expect(heard).toHaveLength(1);
    expect(total(live)).toBe("5");
  });

  test.each([undefined, 0])(
    "a new combination tells only of the cells that changed (room for %s)",
    (dense) => {
      const orgs = [{ name: "子县" }, { name: "丑区" }];
      const program = [{ name: "就业" }, { name: "教育" }];
      const row = { indicator: of.indicator, in: { program: "就业" } };
      const { table } = encodeFacts({ indicators, orgs, dimensions: { program }, measure: "inPeriod" }, [
        { ...row, org: "子县", period: "2016-09", actual: 1 },
        { ...row, org: "丑区", period: "2016-10", actual: 3 },
      ]);
      const plan = { sets: [{}, { program: 1 }], period: "2016-10" };
      const live = liveRollUp(table, plan, dense === undefined ? {} : { dense });
      const heard: object[] = [];
      live.subscribe((changed) => heard.push(...changed.map(live.keyOf)));
      live.apply([{ add: { ...row, in: { program: "教育" }, org: "子县", period: "2016-09", actual: 5 } }]);
      expect(heard).toEqual([{ program: "教育" }]);
    },
  );

  test("a table of six places stays one: what is added is rounded like what was there", () => {
    const small = { ...of, org: "子县", actual: decimal("0.0000005") };
    const frame = { indicators, orgs: [{ name: "子县" }], measure: "cumulative", places: "six" } as const;
    const live = liveRollUp(encodeFacts(frame, [small]).table, { sets: [{}] });
    live.apply([{ add: small }]);
    expect(live.cell({}, of.indicator)?.actual).toBe("0.000002");
    expect(live.table()).toEqual(encodeFacts(frame, [small, small]).table);
  });

  test("a return in 万人 is added in 人", () => {
    const { live } = start();
    live.apply([{ add: { org: "丑区", indicator: of.indicator, target: 1, actual: 2, unit: "万人" } }]);
    expect(live.cell({}, of.indicator)).toMatchObject({ target: "10020", actual: "20004" });
  });

  test("the columns grow", () => {
    const { live } = start();
    const edits = Array.from({ length: 100 }, (): FactEdit => ({ add: { ...of, org: "丑区", actual: 1 } }));
    expect(live.apply(edits)).toHaveLength(100);
    expect(total(live)).toBe("104");
    expect(live.table().size).toBe(102);
  });
});

const nameOfChanged = (
  live: ReturnType<typeof liveRollUp>,
  changed: Parameters<ReturnType<typeof liveRollUp>["keyOf"]>[0],
) => JSON.stringify([Object.entries(live.keyOf(changed)).sort(), indicators[changed.indicator]?.key]);

function editOf(
  { frame, facts }: Case,
  other: Case,
  alive: number[],
  kind: number,
  at: number,
  change: FactChange,
): FactEdit | undefined {
  const row = alive[at % Math.max(alive.length, 1)];
  if (kind > 1 && row !== undefined) return { row, change };
  if (kind === 1 && row !== undefined) {
    alive.splice(alive.indexOf(row), 1);
    return { remove: row };
  }
  const figures = other.facts[at % other.facts.length] as Fact;
  const place = facts[at % facts.length] as Fact;
  const given = facts[(at * 7) % facts.length] as Fact;
  const org = (frame.orgs[at % frame.orgs.length] as { name: string }).name;
  const { jointOrgs: _, in: __, period: ___, ...rest } = figures;
  return {
    add: {
      ...rest,
      org,
      ...(place.jointOrgs ? { jointOrgs: place.jointOrgs } : {}),
      ...(given.in ? { in: given.in } : {}),
      ...(place.period ? { period: place.period } : {}),
    },
  };
}
