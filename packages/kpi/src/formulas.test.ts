import type { Accounting, Bound, Direction } from "@taizhang/model";
import { type Decimal, decimal } from "@taizhang/quantity";
import { describe, expect, test } from "vitest";
import completionCases from "../specs/completion.json" with { type: "json" };
import lightCases from "../specs/light.json" with { type: "json" };
import paceCases from "../specs/pace.json" with { type: "json" };
import statusCases from "../specs/status-word.json" with { type: "json" };
import changeCases from "../specs/year-on-year.json" with { type: "json" };
import { type CompletionInput, completion, progress, stretch } from "./completion.ts";
import { light, lightPresets, lightRule, worstLight } from "./light.ts";
import { type PaceBy, type PaceInput, pace } from "./pace.ts";
import { statusWord } from "./status-word.ts";
import { yearOnYear } from "./year-on-year.ts";

interface CompletionCase {
  readonly name: string;
  readonly direction: string;
  readonly bound?: string;
  readonly target: string;
  readonly targetMax?: string;
  readonly actual: string;
  readonly ceilingRate?: string;
  readonly rate?: string;
  readonly met: boolean;
  readonly gap: string;
}

describe("完成率 completion", () => {
  test.each(completionCases as CompletionCase[])("$name", ({ name: _, rate, met, gap, ...input }) => {
    const { bound, ceilingRate, ...numbers } = input;
    const of: CompletionInput = {
      ...(numbers as unknown as { target: Decimal; targetMax?: Decimal; actual: Decimal }),
      direction: input.direction as Direction,
      ...(bound ? { bound: bound as Bound } : {}),
      ...(ceilingRate ? { ceilingRate: ceilingRate as "inverse" } : {}),
    };
    expect(completion(of)).toEqual({ ...(rate === undefined ? {} : { rate }), met, gap });
  });

  test("力争 has its own rate, also over 1 and for a target of 0 none", () => {
    expect(stretch(decimal("120"), decimal("90"))).toBe("0.75");
    expect(stretch(decimal("0"), decimal("90"))).toBeUndefined();
  });

  test("progress from a baseline, up or down: (A−B)/(T−B)", () => {
    expect(progress({ baseline: decimal("60"), target: decimal("65"), actual: decimal("63") })).toBe("0.6");
    expect(progress({ baseline: decimal("5"), target: decimal("4"), actual: decimal("4.5") })).toBe("0.5");
    expect(progress({ baseline: decimal("5"), target: decimal("5"), actual: decimal("4") })).toBeUndefined();
  });
});

interface PaceCase extends Omit<PaceInput, "nodes" | "target" | "by"> {
  readonly name: string;
  readonly nodes?: readonly (readonly [string, string])[];
  readonly target?: string;
  readonly by?: string;
  readonly is: string | null;
}

describe("序时进度 pace", () => {
  test.each(paceCases as unknown as PaceCase[])("$name", ({ name: _, is, nodes, target, by, ...rest }) => {
    const input: PaceInput = {
      ...rest,
      ...(target === undefined ? {} : { target: decimal(target) }),
      ...(by ? { by: by as PaceBy } : {}),
      ...(nodes ? { nodes: nodes.map(([through, value]) => ({ through, value: decimal(value) })) } : {}),
    };
    expect(pace(input) ?? null).toBe(is);
  });
});

describe("亮灯 light", () => {
  test.each(lightCases)("$name", ({ pace: at, rate, default: usual, strict }) => {
    const of = { pace: decimal(at), rate: decimal(rate) };
    expect([light(of), light(of, "strict")]).toEqual([usual, strict]);
  });

  test("every preset names each gap: its ends rise, and beyond the last there is a light", () => {
    expect(lightPresets).toEqual(["default", "strict"]);
    for (const name of lightPresets) {
      const { value, source, since } = lightRule(name, "2016-10-31") as NonNullable<
        ReturnType<typeof lightRule>
      >;
      const ends = value.steps.map(({ atMost }) => Number(atMost));
      expect(ends).toEqual([...ends].sort((a, b) => a - b));
      expect(value.otherwise.light).toBe("red");
      expect(source.length).toBeGreaterThan(20);
      expect(since).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    }
    expect(light({ pace: decimal("1"), rate: decimal("1") }, "none")).toBeUndefined();
  });

  test("the worst light of several", () => {
    expect(worstLight(["green", "red", "yellow"])).toBe("red");
    expect(worstLight(["green", "unreported"])).toBe("unreported");
    expect(worstLight(["notDue", "green"])).toBe("green");
    expect(worstLight([])).toBeUndefined();
  });
});

describe("同比 yearOnYear", () => {
  test.each(changeCases)("$name", ({ current, base, accounting, is }) => {
    expect(yearOnYear(decimal(current), decimal(base), accounting as Accounting | undefined)).toEqual(is);
  });
});

describe("办理状态 statusWord", () => {
  test.each(statusCases as [string, string | null][])("%s: %s", (text, is) => {
    expect(statusWord(text) ?? null).toBe(is);
  });
});
