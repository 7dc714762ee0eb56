import { inferIndicator } from "@taizhang/model";
import { decimal } from "@taizhang/quantity";
import { expect, test } from "vitest";
import { completion, type Figures, light, pace, rollUp, sayNote, score } from "./index.ts";

// The examples of the README, run.

test("a roll-up of two returns", () => {
  const indicator = inferIndicator("城镇新增就业", "人");
  const row = (org: string) => ({
    indicator,
    org,
    dims: { division: [{ name: org }] },
    unit: "人",
    power: 0,
  });
  const figures: Figures = {
    tasks: [],
    targets: ["子县", "丑区"].map((org) => ({
      ...row(org),
      standing: "own",
      bound: "eq",
      value: decimal("100"),
      status: "set",
    })),
    observations: [
      {
        ...row("子县"),
        standing: "own",
        measure: "cumulative",
        period: "2016-10",
        value: { status: "reported", amount: decimal("90") },
      },
      {
        ...row("丑区"),
        standing: "own",
        measure: "cumulative",
        period: "2016-10",
        value: { status: "missing" },
      },
    ],
  };

  const [total] = rollUp(figures, { by: ["division"] }).cells;
  expect(total).toMatchObject({
    actual: "90",
    target: "200",
    atLeast: true, // 至少90人
    completion: "0.45",
    completionReporting: "0.9",
    pace: "0.833333",
    expected: 2,
    reported: 1,
    missing: ["丑区"],
  });
  expect(total?.notes.map((note) => sayNote(note))).toEqual([
    "“城镇新增就业”：丑区本期没有可用的数，合计按“至少”列示。",
  ]);
});

test("the formulas by themselves", () => {
  expect(completion({ direction: "up", target: decimal("27800"), actual: decimal("52242") }).rate).toBe(
    "1.879209",
  );
  expect(pace({ period: "2016-04", deadline: "2016-06-30" })).toBe("0.666667");
  expect(light({ pace: decimal("0.666667"), rate: decimal("0.5") })).toBe("yellow");
});

test("what a rate above 1 and a missed return cost under `linear`", () => {
  const item = (actual: string | null) => ({
    indicator: "就业",
    unit: "人",
    direction: "up" as const,
    weight: decimal("10"),
    target: decimal("100"),
    actual:
      actual === null
        ? { status: "missing" as const }
        : { status: "reported" as const, amount: decimal(actual) },
  });
  const of = (actual: string | null, missedReturns: readonly string[] = []) => {
    const orgs = [{ org: "子县", items: [item(actual)], missedReturns }];
    const [found] = score({ preset: "linear", total: decimal("10"), orgs }).orgs;
    return [found?.items[0]?.score, found?.items[0]?.bonus, found?.reporting];
  };
  expect(of("105")).toEqual(["10", "0.5", "0"]);
  expect(of("188")).toEqual(["10", "1", "0"]);
  expect(of(null)).toEqual([null, "0", "0"]);
  const months = Array.from({ length: 12 }, (_, at) => `2016-${String(at + 1).padStart(2, "0")}`);
  expect(of("100", months.slice(0, 1))[2]).toBe("0.5");
  expect(of("100", months)[2]).toBe("5");
});
