import {
  absolute,
  add,
  compare,
  type Decimal,
  decimal,
  divide,
  isZero,
  shift,
  subtract,
  sum,
} from "@taizhang/quantity";
import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import type { Figures } from "./facts.ts";
import { rollUp } from "./roll-up.ts";
import type { RollUp, RollUpCell } from "./roll-up-cell.ts";
import { adding, allRows, notAdding, ownRows } from "./testing/arbitrary.ts";
import { codes, figuresOf, type Row } from "./testing/figures.ts";
import { runs as runCount } from "./testing/runs.ts";

// A thousand roll-ups a law; a busy machine may need a minute for one of them.
vi.setConfig({ testTimeout: 7_200_000 });
const runs = { numRuns: runCount };
const period = "2016-10";
const everyWay = { by: ["division", "program"], period };
const totals = ({ cells }: RollUp) => cells.filter(({ key }) => Object.keys(key).length === 0);
const numbersOf = ({ sources: _s, notes: _n, missing, ...numbers }: RollUpCell) => ({
  ...numbers,
  missing: [...missing].sort(),
});
const byKey = (cells: readonly RollUpCell[]) =>
  cells
    .map(numbersOf)
    .sort((a, b) =>
      JSON.stringify([a.indicatorKey, a.key]) < JSON.stringify([b.indicatorKey, b.key]) ? -1 : 1,
    );
const adds = (cell: RollUpCell) => adding.some(({ indicator }) => indicator === cell.indicator);
const shuffled = <Item>(items: readonly Item[], seed: number): Item[] =>
  items
    .map((item, index) => ({ item, order: Math.imul(index + 1, seed | 1) % 9973 }))
    .sort((a, b) => a.order - b.order)
    .map(({ item }) => item);

describe("law 1: rates are never added or averaged", () => {
  test("what does not add has a total only where one line stands alone or a parent reported it", () => {
    fc.assert(
      fc.property(allRows, (rows) => {
        for (const cell of rollUp(figuresOf(rows), everyWay).cells) {
          if (!notAdding.some(({ indicator }) => indicator === cell.indicator) || cell.actual === null)
            continue;
          const alone = rows.filter(
            (row) =>
              row.indicator === cell.indicator && row.standing !== "total" && row.actual === cell.actual,
          );
          const parents = rows.filter((row) => row.indicator === cell.indicator && row.standing === "total");
          expect(alone.length > 0 || parents.some((row) => row.actual === cell.actual)).toBe(true);
          if (codes(cell).includes("notAdditive")) expect(codes(cell)).toContain("parentFigure");
        }
      }),
      runs,
    );
  });

  test("the completion of a total is Σ actual / Σ target, of those with a target", () => {
    fc.assert(
      fc.property(ownRows, (rows) => {
        for (const cell of rollUp(figuresOf(rows), everyWay).cells) {
          if (cell.completion === null) continue;
          const [actual, target] = [cell.actual as Decimal, cell.target as Decimal];
          const rate = divide(actual, target, 6) as Decimal;
          const negative = compare(target, decimal("0")) < 0;
          const exact = negative ? divide(subtract(add(target, target), actual), target, 6) : rate;
          expect(cell.completion).toBe(exact);
        }
      }),
      runs,
    );
  });
});

describe("law 2: missing is not zero", () => {
  test("every org is reported, missing, or named for a figure that cannot be used", () => {
    fc.assert(
      fc.property(allRows, (rows) => {
        for (const cell of rollUp(figuresOf(rows), everyWay).cells) {
          const unusable = new Set(
            cell.notes.flatMap(({ code, args }) =>
              code === "unreadable" || code === "uncalculated" ? [args.org] : [],
            ),
          );
          for (const org of cell.missing) unusable.delete(org);
          const rest = cell.expected - cell.reported - cell.missing.length;
          expect(rest).toBeGreaterThanOrEqual(0);
          expect(rest).toBeLessThanOrEqual(unusable.size);
          expect(new Set(cell.missing).size).toBe(cell.missing.length);
          if (cell.atLeast) expect(cell.expected).toBeGreaterThan(cell.reported);
        }
      }),
      runs,
    );
  });

  test("a row of 不涉及 changes no number", () => {
    fc.assert(
      fc.property(ownRows, fc.constantFrom(...adding), (rows, { indicator, unit }) => {
        const extra: Row = { org: "巳县", indicator, unit, actual: "—", period, file: "巳县.xlsx", line: 99 };
        const before = totals(rollUp(figuresOf(rows), { period })).map(numbersOf);
        const after = totals(rollUp(figuresOf([...rows, extra]), { period })).map(numbersOf);
        const without = ({ notApplicable, ...cell }: (typeof before)[number]) => ({
          ...cell,
          notApplicable: notApplicable.filter((org) => org !== extra.org),
        });
        for (const cell of before) expect(after.map(without)).toContainEqual(cell);
      }),
      runs,
    );
  });

  test("a lower bound is one: whatever the missing orgs report in the end, the total is no smaller", () => {
    const flow = { indicator: "城镇新增就业", unit: "人", period, file: "x.xlsx" };
    const report = fc.record({ before: fc.nat(500), more: fc.option(fc.nat(500)) });
    fc.assert(
      fc.property(fc.array(report, { minLength: 1, maxLength: 6 }), (reports) => {
        const rows = (late: boolean) =>
          reports.flatMap(({ before, more }, index): Row[] => {
            const now = more === null && !late ? null : String(before + (more ?? index));
            const org = `${index}县`;
            return [
              { ...flow, org, actual: String(before), period: "2016-09", line: index },
              { ...flow, org, actual: now, target: "100", line: index + 50 },
            ];
          });
        const [partial] = totals(rollUp(figuresOf(rows(false)), { period })) as [RollUpCell];
        const [final] = totals(rollUp(figuresOf(rows(true)), { period })) as [RollUpCell];
        expect(compare(partial.actual as Decimal, final.actual as Decimal)).toBeLessThanOrEqual(0);
        expect(partial.atLeast).toBe(reports.some(({ more }) => more === null));
        expect(final.atLeast).toBe(false);
      }),
      runs,
    );
  });

  test("where an own return stands, the superior's table moves no total", () => {
    fc.assert(
      fc.property(ownRows, fc.nat(9999), fc.boolean(), (rows, figure, byTask) => {
        const now = rows.filter((row) => row.period === period && row.measure === "cumulative");
        const copied = now.map(
          ({ taskId = "", ...row }): Row => ({
            ...row,
            ...(byTask ? { taskId } : {}),
            target: null,
            actual: String(figure),
            standing: "superior",
            file: "全市.xlsx",
          }),
        );
        // Indicators are listed as the superior's table lists them, so it may move their order.
        const said = (some: readonly Row[]) =>
          byKey(totals(rollUp(figuresOf(some), { period }))).map((cell) =>
            // A cell without an amount shows the unit of the row that is listed first.
            cell.actual === null && cell.target === null ? { ...cell, unit: "" } : cell,
          );
        expect(said([...rows, ...copied])).toEqual(said(rows));
      }),
      runs,
    );
  });
});

describe("law 3: order, files and levels change nothing", () => {
  test("another order of the input gives the same answer, notes and sources included", () => {
    fc.assert(
      fc.property(allRows, fc.integer({ min: 1, max: 9000 }), (rows, seed) => {
        const figures = figuresOf(rows);
        const other: Figures = {
          tasks: [],
          targets: shuffled(figures.targets, seed),
          observations: shuffled(figures.observations, seed + 1),
        };
        expect(rollUp(other, everyWay)).toEqual(rollUp(figures, everyWay));
      }),
      runs,
    );
  });

  test("another split into files gives the same numbers, to the last digit", () => {
    fc.assert(
      fc.property(allRows, fc.integer({ min: 1, max: 5 }), (rows, files) => {
        // Line numbers stay, so that of duplicates the same row is the first.
        // A superior's table is one: what it lists says what its total row is the total of.
        const own = (row: Row) => (row.standing ?? "own") === "own";
        const all = rows.map((row): Row => ({ ...row, file: own(row) ? "全部.xlsx" : "全市.xlsx" }));
        const split = rows.map((row): Row => {
          const part = `${Math.floor((row.line ?? 0) / files)}`.padStart(3, "0");
          return { ...row, file: own(row) ? part : "全市.xlsx" };
        });
        expect(byKey(rollUp(figuresOf(split), everyWay).cells)).toEqual(
          byKey(rollUp(figuresOf(all), everyWay).cells),
        );
      }),
      runs,
    );
  });

  test("an extra level leaves the total, and what adds adds up to it", () => {
    fc.assert(
      fc.property(ownRows, (rows) => {
        const figures = figuresOf(rows);
        const region = (org: string) => ({ region: [{ name: org < "子" ? "东片" : "西片" }] });
        const withLevel: Figures = {
          tasks: [],
          targets: figures.targets.map((fact) => ({ ...fact, dims: { ...fact.dims, ...region(fact.org) } })),
          observations: figures.observations.map((fact) => ({
            ...fact,
            dims: { ...fact.dims, ...region(fact.org) },
          })),
        };
        const flat = rollUp(figures, { period });
        const levels = rollUp(withLevel, { by: ["region"], period });
        expect(totals(levels).map(numbersOf)).toEqual(flat.cells.map(numbersOf));
        for (const whole of totals(levels).filter(adds)) {
          const parts = levels.cells.filter(
            ({ key, indicator }) => key.region && indicator === whole.indicator,
          );
          const inUnit = ({ unit }: RollUpCell, value: Decimal | null) =>
            shift(value ?? decimal("0"), unit.startsWith("万") ? 4 : 0);
          const targets = parts.map((cell) => inUnit(cell, cell.target));
          expect(sum(targets)).toBe(inUnit(whole, whole.target));
          expect(parts.reduce((count, { expected }) => count + expected, 0)).toBe(whole.expected);
          expect(parts.reduce((count, { reported }) => count + reported, 0)).toBe(whole.reported);
        }
      }),
      runs,
    );
  });
});

describe("law 4: counted once", () => {
  test("the returns of a joint task's other leads move no number of the total", () => {
    fc.assert(
      fc.property(allRows, (rows) => {
        const first = (row: Row) => !row.departments || row.org === row.departments[0];
        const inTotal = (some: readonly Row[]) =>
          totals(rollUp(figuresOf(some), { period })).filter(({ indicator }) => indicator === "改造老旧小区");
        // Two groups of leads may share a task number; then the longer list of leads decides.
        const tasks = rows.filter((row) => row.departments);
        const alike = new Set(tasks.map(({ taskId, departments }) => `${taskId} ${departments?.join()}`))
          .size;
        fc.pre(
          alike === new Set(tasks.map(({ taskId }) => taskId)).size && tasks.filter(first).length === alike,
        );
        expect(inTotal(rows.filter(first)).map(numbersOf)).toEqual(inTotal(rows).map(numbersOf));
      }),
      runs,
    );
  });

  test("a repeated row is named and not added", () => {
    fc.assert(
      fc.property(ownRows, fc.nat(), (rows, pick) => {
        const twice = rows[pick % rows.length] as Row;
        const again: Row = { ...twice, line: 200, file: `${twice.file}2` };
        const before = totals(rollUp(figuresOf(rows), { period }));
        const after = totals(rollUp(figuresOf([...rows, again]), { period }));
        expect(after.map(numbersOf)).toEqual(before.map(numbersOf));
      }),
      runs,
    );
  });
});

describe("law 5: only what adds, adds", () => {
  test("an additive total is the exact sum of the lines, whatever units they came in", () => {
    const line = fc.record({
      value: fc.integer({ min: -99999, max: 99999 }),
      places: fc.nat(7),
      power: fc.constantFrom(0, 4, 8),
    });
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 8 }), (lines) => {
        const amounts = lines.map(({ value, places }) => shift(decimal(String(value)), -places));
        const rows = lines.map(
          ({ power }, index): Row => ({
            org: `${index}县`,
            indicator: "完成投资",
            unit: "元",
            power,
            actual: amounts[index] as string,
            line: index,
          }),
        );
        const [cell] = totals(rollUp(figuresOf(rows))) as [RollUpCell];
        const exact = sum(amounts.map((amount, index) => shift(amount, lines[index]?.power ?? 0)));
        const power = { 元: 0, 万元: 4, 亿元: 8 }[cell.unit] as number;
        expect(shift(cell.actual as Decimal, power)).toBe(exact);
        const counts = new Map<number, number>();
        for (const { power: one } of lines) counts.set(one, (counts.get(one) ?? 0) + 1);
        const most = Math.max(...counts.values());
        expect(power).toBe(Math.min(...[...counts].flatMap(([one, count]) => (count === most ? [one] : []))));
      }),
      runs,
    );
  });

  test("a flow of months is their sum where none is missing; a stock is its last month", () => {
    const months = ["2016-01", "2016-02", "2016-03", "2016-04"];
    // A month: a figure, a blank, or no row at all
    const month = fc.oneof(fc.nat(999), fc.constantFrom(null, undefined));
    fc.assert(
      fc.property(fc.array(month, { minLength: 4, maxLength: 4 }), (values) => {
        const rows = (indicator: string) =>
          months.flatMap((of, index): Row[] => {
            const value = values[index];
            const row = { org: "子县", indicator, period: of, measure: "inPeriod" as const, line: index };
            return value === undefined ? [] : [{ ...row, actual: value === null ? null : String(value) }];
          });
        const asked = { period: "2016-04" };
        const [flow] = totals(rollUp(figuresOf(rows("城镇新增就业")), asked));
        const [stock] = totals(rollUp(figuresOf(rows("常住人口")), asked));
        const known = values.filter((value) => typeof value === "number");
        const together = known.reduce((all, value) => all + value, 0);
        expect(flow?.actual ?? null).toBe(known.length === 0 ? null : String(together));
        expect(flow?.atLeast ?? false).toBe(known.length > 0 && known.length < 4);
        expect(stock?.actual ?? null).toBe(typeof values[3] === "number" ? String(values[3]) : null);
      }),
      runs,
    );
  });
});

test("law 6: 差额 is the parent's figure less the sum below, and beyond half a digit of each it is said", () => {
  const figure = fc.integer({ min: 0, max: 9999 });
  const more = fc.integer({ min: -5, max: 5 });
  fc.assert(
    fc.property(
      fc.array(figure, { minLength: 1, maxLength: 9 }),
      more,
      fc.nat(2),
      fc.boolean(),
      (parts, off, places, count) => {
        const digits = count ? 0 : places;
        const unit = count
          ? { indicator: "城镇新增就业", unit: "人" }
          : { indicator: "完成投资", unit: "元", power: 8 };
        const of = (value: number) => shift(decimal(String(value)), -digits) as string;
        const facts = { places: digits };
        const rows = parts.map(
          (value, index): Row => ({ ...unit, org: `${index}县`, actual: of(value), line: index, facts }),
        );
        const below = parts.reduce((all, value) => all + value, 0);
        const parent: Row = { ...unit, org: "全市", actual: of(below + off), standing: "total", facts };
        const [cell] = totals(rollUp(figuresOf([...rows, parent]))) as [RollUpCell];
        expect(cell.difference).toBe(of(off));
        const allowed = count ? decimal("0") : shift(decimal(String(5 * (parts.length + 1))), -(digits + 1));
        const beyond = compare(absolute(cell.difference as Decimal), allowed) > 0;
        expect(codes(cell).includes("parentDiffers")).toBe(beyond);
        expect(isZero(cell.difference as Decimal)).toBe(off === 0);
      },
    ),
    runs,
  );
});

describe("law 7: provenance", () => {
  test("the cells that a total names are enough to make its number again", () => {
    fc.assert(
      fc.property(allRows, (rows) => {
        const figures = figuresOf(rows);
        const rolled = rollUp(figures, { period });
        for (const cell of totals(rolled)) {
          const named = new Set(cell.sources.map(({ file, ref }) => `${file} ${ref}`));
          const known = new Set(
            [...figures.targets, ...figures.observations].map(({ at }) => `${at?.file} ${at?.ref}`),
          );
          for (const place of named) expect(known.has(place)).toBe(true);
          if (cell.actual === null || !adds(cell)) continue;
          const only = <Fact extends { at?: { file: string; ref: string } }>(facts: readonly Fact[]) =>
            facts.filter(({ at }) => named.has(`${at?.file} ${at?.ref}`));
          const again = totals(
            rollUp(
              { tasks: [], targets: only(figures.targets), observations: only(figures.observations) },
              { period },
            ),
          ).find(({ indicator }) => indicator === cell.indicator);
          const power = (of: string | undefined) => (of?.startsWith("万") ? 4 : 0);
          const bounded = cell.notes.every(
            ({ code }) => code !== "carriedForward" && code !== "monthsMissing",
          );
          if (bounded && again?.actual)
            expect(shift(again.actual, power(again.unit))).toBe(shift(cell.actual, power(cell.unit)));
        }
      }),
      runs,
    );
  });

  test("cumulative and in-period figures never mix: beside a cumulative one, in-period figures move nothing", () => {
    fc.assert(
      fc.property(fc.nat(9999), fc.array(fc.nat(9999), { maxLength: 10 }), (cumulative, monthly) => {
        const row = { org: "子县", target: "100" };
        const rows: Row[] = monthly.map((value, index) => ({
          ...row,
          actual: String(value),
          measure: "inPeriod",
          period: `2016-${String(index + 1).padStart(2, "0")}`,
          line: index + 1,
        }));
        const [cell] = totals(
          rollUp(figuresOf([{ ...row, actual: String(cumulative), period, line: 0 }, ...rows]), { period }),
        );
        expect(cell).toMatchObject({ actual: String(cumulative), atLeast: false, reported: 1 });
      }),
      runs,
    );
  });
});

test("law 9: the clock plays no part: on whatever day it is asked, the answer is the same", () => {
  const on = (day: string, rows: readonly Row[]) => {
    vi.useFakeTimers({ now: new Date(day), toFake: ["Date"] });
    try {
      return rollUp(figuresOf(rows), everyWay);
    } finally {
      vi.useRealTimers();
    }
  };
  fc.assert(
    fc.property(allRows, (rows) => {
      expect(on("1999-01-01", rows)).toEqual(on("2099-12-31", rows));
    }),
    runs,
  );
});

test("law 10: a figure that cannot be used is not counted, and its cell is named", () => {
  fc.assert(
    fc.property(ownRows, fc.nat(), fc.constantFrom("?", "="), (rows, pick, word) => {
      const at = pick % rows.length;
      const broken = { ...(rows[at] as Row), actual: word, period, measure: "cumulative" as const };
      const others = rows.filter(
        (row, other) =>
          other !== at &&
          !(row.org === broken.org && row.indicator === broken.indicator && row.taskId === broken.taskId),
      );
      const of = (some: readonly Row[]) =>
        totals(rollUp(figuresOf(some), { period })).find(({ indicator }) => indicator === broken.indicator);
      const cell = of([...others, broken]) as RollUpCell;
      const named = cell.notes.find(
        ({ code, args }) =>
          code === (word === "?" ? "unreadable" : "uncalculated") && "org" in args && args.org === broken.org,
      );
      expect(JSON.stringify(named?.args)).toContain(`"D${(broken.line ?? 0) + 3}"`);
      if (!adds(cell)) return;
      // The org that has nothing usable gives nothing: without its row, the sum of the others is the same
      const inBase = (one: RollUpCell | undefined) =>
        shift(one?.actual ?? decimal("0"), one?.unit.startsWith("万") ? 4 : 0);
      const { target: _, ...bare } = broken;
      const without = of([...others, { ...bare, actual: null }]);
      expect(inBase(of([...others, bare]))).toBe(inBase(without));
    }),
    runs,
  );
});
