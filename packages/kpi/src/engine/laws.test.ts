/// <reference types="node" />
import { add, type Decimal, decimal, negate, shift, sum } from "@taizhang/quantity";
import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { decimalOf, nothing, plus } from "../scaled.ts";
import { runs as runCount } from "../testing/runs.ts";
import { encodeFacts } from "./encode-facts.ts";
import type { Fact } from "./fact.ts";
import { type FactCell, factCells } from "./fact-cell.ts";
import type { FactTable } from "./fact-columns.ts";
import { actualOf, targetOf } from "./fact-table.ts";
import { leafBase } from "./leaf-base.ts";
import { inPeriodOf } from "./period-series.ts";
import { rollUpFacts } from "./roll-up-facts.ts";
import { windowOf } from "./roll-up-plan.ts";
import { lackingOrgs, type SourceRow, sourceRows } from "./source-rows.ts";
import { type Case, cases, indicators } from "./testing/random-facts.ts";

vi.setConfig({ testTimeout: 7_200_000 });
const runs = { numRuns: runCount };

const planOf = ({ asked: { sets, from, to } }: Case) => ({
  sets,
  ...(from === "" ? {} : { window: { from, to } }),
});
const tableOf = ({ frame }: Case, facts: readonly Fact[]) => encodeFacts(frame, facts).table;
const nameOf = ({ key, indicator }: FactCell) => JSON.stringify([Object.entries(key).sort(), indicator]);
const byName = (cells: Iterable<FactCell>) => new Map([...cells].map((cell) => [nameOf(cell), cell]));
const roll = (given: Case, facts = given.facts) =>
  byName(factCells(rollUpFacts(tableOf(given, facts), planOf(given))));
const adds = new Set(indicators.filter(({ acrossOrgs }) => acrossOrgs === "sum").map(({ key }) => key));
const onlyTotal = (given: Case): Case => ({ ...given, asked: { ...given.asked, sets: [{}] } });
const all = ({ actual, apart }: FactCell) => sum([actual, apart].filter((amount) => amount !== null));

describe("laws of a roll-up of facts", () => {
  test("order: neither the order of the facts nor how files cut them changes anything", () => {
    fc.assert(
      fc.property(cases(), fc.nat(), (given, seed) => {
        const cut = seed % given.facts.length;
        const turned = [...given.facts.slice(cut).reverse(), ...given.facts.slice(0, cut)];
        expect(roll(given, turned)).toEqual(roll(given));
      }),
      runs,
    );
  });

  test("grouping: of orgs in two heaps, sums and counts of both come to those of all", () => {
    fc.assert(
      fc.property(cases({ joint: false }), (asGiven) => {
        // Which indicators have a figure below zero is known of the whole, and a heap must know it too
        const { indicators } = tableOf(asGiven, asGiven.facts);
        const given = { ...asGiven, frame: { ...asGiven.frame, indicators } };
        const half = (which: number) => given.facts.filter(({ org }) => org.charCodeAt(1) % 2 === which);
        const fromAll = (facts: readonly Fact[]) =>
          facts.length > 0 &&
          new Set(facts.map(({ period }) => period)).size ===
            new Set(given.facts.map(({ period }) => period)).size;
        const heaps = [half(0), half(1)];
        fc.pre(heaps.every(fromAll));
        const parts = heaps.map((facts) => roll(given, facts));
        for (const [name, cell] of roll(given)) {
          if (!adds.has(cell.indicator)) continue;
          const own = parts.flatMap((part) => part.get(name) ?? []);
          for (const field of ["expected", "reported", "missing", "unusable", "notApplicable"] as const)
            expect(own.reduce((total, one) => total + one[field], 0)).toBe(cell[field]);
          expect(own.map(all).reduce(add, decimal("0"))).toBe(all(cell));
          expect(sum(own.flatMap(({ target }) => target ?? []))).toBe(cell.target ?? "0");
        }
      }),
      runs,
    );
  });

  test("extra level: a level above all others moves every cell down, and changes none", () => {
    fc.assert(
      fc.property(cases(), (given) => {
        const { division } = given.frame.dimensions ?? {};
        fc.pre(division !== undefined);
        const deeper: Case = {
          ...given,
          frame: {
            ...given.frame,
            dimensions: {
              ...given.frame.dimensions,
              division: [
                { name: "全省" },
                ...(division ?? []).map((one) =>
                  one.parent === undefined ? { ...one, parent: "全省" } : one,
                ),
              ],
            },
          },
          asked: {
            ...given.asked,
            sets: given.asked.sets.map((set) =>
              "division" in set ? { ...set, division: (set.division ?? 0) + 1 } : set,
            ),
          },
        };
        expect(roll(deeper)).toEqual(roll(given));
      }),
      runs,
    );
  });

  test("units: the same amounts in 万人 make the same totals", () => {
    fc.assert(
      fc.property(cases(), (given) => {
        const inPeople = new Set(indicators.filter(({ unit }) => unit === "人").map(({ key }) => key));
        const facts = given.facts.map((fact) =>
          inPeople.has(fact.indicator)
            ? {
                ...fact,
                unit: "万人",
                ...(fact.target ? { target: shift(fact.target as Decimal, -4) } : {}),
                ...(fact.actual ? { actual: shift(fact.actual as Decimal, -4) } : {}),
                ...(fact.standIn ? { standIn: shift(fact.standIn as Decimal, -4) } : {}),
              }
            : fact,
        );
        expect(roll(given, facts)).toEqual(roll(given));
      }),
      runs,
    );
  });

  test("signs: all amounts turned round turn every sum round, and no count", () => {
    fc.assert(
      fc.property(cases(), (given) => {
        const turn = (amount: Fact["target"]) => (amount ? { amount: negate(amount as Decimal) } : {});
        const facts = given.facts.map((fact) => ({
          ...fact,
          ...(fact.target ? { target: turn(fact.target).amount as Decimal } : {}),
          ...(fact.actual ? { actual: turn(fact.actual).amount as Decimal } : {}),
        }));
        const turned = roll(given, facts);
        for (const [name, cell] of roll(given)) {
          if (cell.indicator !== "净增企业") continue;
          const other = turned.get(name) as FactCell;
          const negated = (amount: Decimal | null) => (amount === null ? null : negate(amount));
          const { target, actual, apart, expected, reported, missing, worst } = cell;
          expect(other).toMatchObject({
            target: negated(target),
            actual: negated(actual),
            apart: negated(apart),
            ...{ expected, reported, missing, worst },
          });
        }
      }),
      runs,
    );
  });

  test("missing: a figure that is taken away leaves its org expected; 0 in its place is reported", () => {
    fc.assert(
      fc.property(cases({ joint: false }), fc.nat(), (given, seed) => {
        const at = seed % given.facts.length;
        const { actual: _, status: __, ...bare } = given.facts[at] as Fact;
        const without = onlyTotal({ ...given, facts: given.facts.with(at, bare) });
        const zero = onlyTotal({ ...given, facts: given.facts.with(at, { ...bare, actual: decimal("0") }) });
        const [missing, reported] = [roll(without), roll(zero)];
        for (const [name, cell] of reported) {
          const other = missing.get(name) as FactCell;
          expect(other.expected).toBe(cell.expected);
          expect(other.reported).toBeLessThanOrEqual(cell.reported);
          expect(other.missing + other.unusable + other.reported).toBe(other.expected);
        }
      }),
      runs,
    );
  });

  test("joint: other leads change no grand total", () => {
    fc.assert(
      fc.property(cases(), (given) => {
        const alone = given.facts.map(({ jointOrgs: _, ...fact }) => fact);
        expect(roll(onlyTotal(given), alone)).toEqual(roll(onlyTotal(given)));
      }),
      runs,
    );
  });

  test("cumulative against in-period: whole months add up to the cumulative of the last", () => {
    const months = ["2016-01", "2016-02", "2016-03"];
    const figures = fc.array(fc.tuple(fc.nat(9), fc.array(fc.nat(500), { minLength: 3, maxLength: 3 })), {
      minLength: 1,
      maxLength: 8,
    });
    fc.assert(
      fc.property(cases(), figures, (given, rows) => {
        const orgs = given.frame.orgs;
        const rising = [
          ...new Map(
            rows.map(([org, amounts]) => [(orgs[org % orgs.length] as { name: string }).name, amounts]),
          ),
        ];
        const facts = (measure: "cumulative" | "inPeriod") =>
          rising.flatMap(([org, amounts]) => {
            const sums = amounts.map((_, at) => amounts.slice(0, at + 1).reduce((a, b) => a + b, 0));
            const cumulative = months.map((period, at) => ({
              period,
              value: { status: "reported" as const, amount: decimal(String(sums[at])) },
            }));
            return (measure === "cumulative" ? cumulative : inPeriodOf(cumulative)).map(
              ({ period, value }) => ({
                org,
                indicator: "城镇新增就业",
                period,
                target: 1000,
                ...(value.status === "reported" ? { actual: value.amount } : {}),
              }),
            );
          });
        const { program: _, ...dimensions } = given.frame.dimensions ?? {};
        const cellsOf = (measure: "cumulative" | "inPeriod") => {
          const { table } = encodeFacts(
            { ...given.frame, dimensions, measure, targetsOf: "year" },
            facts(measure),
          );
          const sets = given.asked.sets.map(({ program: _p, period: _m, ...set }) => set);
          return byName(factCells(rollUpFacts(table, { sets, window: { from: "2016-01", to: "2016-03" } })));
        };
        expect(cellsOf("inPeriod")).toEqual(cellsOf("cumulative"));
      }),
      runs,
    );
  });

  test("provenance: the rows of a cell make its sum, and who lacks is who is counted", () => {
    fc.assert(
      fc.property(cases(), (given) => {
        const table = tableOf(given, given.facts);
        const rollUp = rollUpFacts(table, planOf(given));
        for (const cell of factCells(rollUp)) {
          expect(lackingOrgs(rollUp, cell.key, cell.indicator)).toHaveLength(cell.missing + cell.unusable);
          if (!adds.has(cell.indicator)) continue;
          const rows = sourceRows(rollUp, cell.key, cell.indicator);
          if (cell.reported > 0) expect(rows.length).toBeGreaterThan(0);
          expect(sumOf(table, rows, "actual")).toBe(all(cell));
          expect(sumOf(table, rows, "target")).toBe(cell.target ?? "0");
        }
      }),
      runs,
    );
  });

  test("the base holds the same whether all combinations have room or only those that are there", () => {
    fc.assert(
      fc.property(cases(), (given) => {
        const table = tableOf(given, given.facts);
        fc.pre("program" in table.codes);
        const window = windowOf(table, planOf(given));
        const axes = [{ name: "program", level: 1 }];
        const shown = (dense?: number) => {
          const base = leafBase(table, axes, window, dense);
          const perGroup = base.slots * base.indicators;
          return Array.from(
            { length: base.groups },
            (_, group) =>
              [
                `${base.orgOf[group]} ${base.memberOf[0]?.[group]}`,
                [...base.bits.slice(group * perGroup, (group + 1) * perGroup)],
              ] as const,
          )
            .filter(([, bits]) => bits.some((one) => one !== 0))
            .sort();
        };
        expect(shown(0)).toEqual(shown());
      }),
      runs,
    );
  });
});

const sumOf = (table: FactTable, rows: readonly SourceRow[], which: "target" | "actual") =>
  decimalOf(
    rows
      .filter((row) => row[which])
      .map(({ row }) => (which === "target" ? targetOf : actualOf)(table, row) ?? nothing)
      .reduce(plus, nothing),
  );
