import { type Milestone, monthOfNumber } from "@taizhang/model";
import { compare, type Decimal, decimal, divide, multiply, round } from "@taizhang/quantity";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import escalationCases from "../specs/escalation.json" with { type: "json" };
import forecastCases from "../specs/forecast.json" with { type: "json" };
import growthCases from "../specs/growth.json" with { type: "json" };
import stageCases from "../specs/project-stage.json" with { type: "json" };
import quotaCases from "../specs/quota.json" with { type: "json" };
import { escalation, type MonthLight } from "./escalation.ts";
import { type CumulativeAt, type ForecastInput, forecast } from "./forecast.ts";
import { growthAgrees, growthTarget, impliedBase } from "./growth.ts";
import type { Light } from "./light.ts";
import { projectProgress, stageRule } from "./project-stage.ts";
import { type QuotaInput, quotaUse } from "./quota.ts";
import { runs } from "./testing/runs.ts";

describe("额度使用率 quotaUse", () => {
  test.each(quotaCases)("$name", ({ name: _, is, ...input }) => {
    expect(quotaUse(input as unknown as QuotaInput)).toEqual(is);
  });
});

describe("增幅与基数 growth", () => {
  test.each(growthCases.target)("$name", ({ name: _, is, ...input }) => {
    expect(growthTarget(input as never) ?? null).toBe(is);
  });
  test.each(growthCases.base)("$name", ({ name: _, is, ...input }) => {
    expect(impliedBase(input as never) ?? null).toEqual(is);
  });
  test.each(growthCases.agrees)("$name", ({ name: _, is, ...input }) => {
    expect(growthAgrees(input as never)).toBe(is);
  });

  test("the true base always lies between the ends, whatever was rounded", () => {
    const digits = fc.integer({ min: 0, max: 3 });
    const base = fc
      .integer({ min: 1, max: 9_999_999 })
      .map((n) => divide(decimal(String(n)), decimal("1000"), 3));
    const growth = fc.integer({ min: -9000, max: 30000 });
    fc.assert(
      fc.property(base, growth, digits, digits, (truth, percent, amountPlaces, growthPlaces) => {
        const rate = divide(decimal(String(percent)), decimal("100"), 2) as Decimal;
        const factor = divide(decimal(String(10_000 + percent)), decimal("10000"), 4) as Decimal;
        const amount = round(multiply(truth as Decimal, factor), amountPlaces);
        const interval = impliedBase({
          amount,
          growth: round(rate, growthPlaces),
          amountPlaces,
          growthPlaces,
          places: 9,
        });
        expect(compare(interval?.least as Decimal, truth as Decimal)).toBeLessThanOrEqual(0);
        expect(compare(interval?.most as Decimal, truth as Decimal)).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: runs },
    );
  });
});

describe("形象进度 projectProgress", () => {
  test.each(stageCases)("$name", ({ milestones, period, is }) => {
    const planned = milestones.map((one) => ({ precision: "day", ...one }) as Milestone);
    const { due, reached, next, ...rest } = projectProgress(planned, period);
    const whats = { due: due?.what, reached: reached?.what, next: next?.what };
    expect({ ...JSON.parse(JSON.stringify(whats)), ...rest }).toEqual(is);
    expect(projectProgress([...planned].reverse(), period)).toEqual(projectProgress(planned, period));
  });
  test("the rule has a date and a source, and may be another", () => {
    expect(stageRule().source).toContain("Taizhang's own preset");
    const [case2] = stageCases.filter(({ is }) => is.behindBy === 2);
    const planned = case2?.milestones.map((one) => ({ precision: "day", ...one }) as Milestone) ?? [];
    expect(projectProgress(planned, case2?.period ?? "", { yellowUpTo: 2 }).light).toBe("yellow");
  });
});

describe("督办 escalation", () => {
  const monthsOf = (months: readonly (readonly [string, string])[]): MonthLight[] =>
    months.map(([period, light]) => ({ period, light: light as Light }));
  test.each(escalationCases)("$name", ({ months, is }) => {
    const given = monthsOf(months as [string, string][]);
    expect(escalation(given)).toEqual(is);
    expect(escalation([...given].reverse())).toEqual(is);
  });
  test("nobody is followed up whose latest light is not yellow or red", () => {
    const light = fc.constantFrom<Light>("green", "yellow", "red", "unreported", "notDue");
    fc.assert(
      fc.property(fc.array(light, { minLength: 1, maxLength: 12 }), (lights) => {
        const found = escalation(lights.map((one, i) => ({ period: monthOfNumber(24_192 + i), light: one })));
        const behind = lights.map((one) => one === "yellow" || one === "red");
        const last = behind.length - 1;
        expect(found.escalate).toBe(behind[last] === true && (behind[last - 1] === true || last === 8));
      }),
      { numRuns: runs },
    );
  });
});

describe("年底预测 forecast", () => {
  const at = (all: unknown): CumulativeAt[] =>
    (all as [string, string][]).map(([period, amount]) => ({ period, amount: decimal(amount) }));
  test.each(forecastCases)("$name", ({ name: _, is, actuals, lastYear, target, direction }) => {
    const input: ForecastInput = {
      actuals: at(actuals),
      ...(lastYear ? { lastYear: at(lastYear) } : {}),
      ...(target ? { target: decimal(target) } : {}),
      ...(direction ? { direction: direction as "down" } : {}),
    };
    expect(forecast(input) ?? null).toEqual(is);
    expect(forecast({ ...input, actuals: [...input.actuals].reverse() }) ?? null).toEqual(is);
  });
  test("both estimates lie in the range, and a year in proportion to last year gives that proportion", () => {
    const month = fc.integer({ min: 1, max: 11 });
    const amount = fc.integer({ min: 1, max: 100_000 });
    fc.assert(
      fc.property(month, amount, amount, fc.integer({ min: 1, max: 9 }), (m, then, more, times) => {
        const name = (year: number) => `${year}-${String(m).padStart(2, "0")}`;
        const found = forecast({
          actuals: [{ period: name(2016), amount: decimal(String(then * times)) }],
          lastYear: [
            { period: name(2015), amount: decimal(String(then)) },
            { period: "2015-12", amount: decimal(String(then + more)) },
          ],
        });
        expect(found?.shaped).toBe(String((then + more) * times));
        for (const one of [found?.straight, found?.shaped] as Decimal[]) {
          expect(compare(found?.least as Decimal, one)).toBeLessThanOrEqual(0);
          expect(compare(found?.most as Decimal, one)).toBeGreaterThanOrEqual(0);
        }
      }),
      { numRuns: runs },
    );
  });
});
