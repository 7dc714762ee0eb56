/// <reference types="node" />
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import cases from "../specs/infer-indicator.json" with { type: "json" };
import { indicatorSchema } from "./indicator.ts";
import { type IndicatorHints, indicatorKey, inferIndicator } from "./infer-indicator.ts";

/** As often as TAIZHANG_RUNS says, else a thousand times. */
const runs = Number(process.env.TAIZHANG_RUNS ?? 1_000);

interface Case {
  readonly name: string;
  readonly unit: string;
  readonly hints?: IndicatorHints;
  readonly is: string;
}

describe("inferIndicator", () => {
  test.each(cases as Case[])("$name（$unit）是 $is", ({ name, unit, hints, is }) => {
    const { accounting, acrossOrgs, direction, evidence } = inferIndicator(name, unit, hints);
    expect(`${accounting} ${acrossOrgs} ${direction}`).toBe(is);
    expect(evidence.length).toBeGreaterThan(1);
  });

  test("at least 120 cases, each once", () => {
    const seen = new Set(
      (cases as Case[]).map(({ name, unit, hints }) => JSON.stringify([name, unit, hints])),
    );
    expect(seen.size).toBe(cases.length);
    expect(cases.length).toBeGreaterThanOrEqual(120);
  });

  test("flows add over time, stocks take the last, ratios neither", () => {
    expect(inferIndicator("城镇新增就业", "人").acrossTime).toBe("sum");
    expect(inferIndicator("常住人口", "万人").acrossTime).toBe("last");
    expect(inferIndicator("城镇登记失业率", "%").acrossTime).toBe("none");
  });

  test("what stays undecided says so and is not added", () => {
    const { acrossOrgs, evidence } = inferIndicator("营商环境");
    expect(acrossOrgs).toBe("none");
    expect(evidence[0]?.rule).toBe("undecided");
  });

  test("净增 and 利润 may be negative, 新增 may not", () => {
    expect(inferIndicator("净增规上工业企业", "家").mayBeNegative).toBe(true);
    expect(inferIndicator("利润总额", "万元").mayBeNegative).toBe(true);
    expect(inferIndicator("城镇新增就业", "人")).not.toHaveProperty("mayBeNegative");
  });

  test("the key joins spellings of one name and parts 口径", () => {
    expect(indicatorKey("城镇 新增\n就业")).toBe(indicatorKey("★城镇新增就业："));
    expect(indicatorKey("ＰＭ2.5 浓度")).toBe(indicatorKey("PM₂.₅浓度"));
    for (const numbered of [
      "1.城镇新增就业",
      "1、城镇新增就业",
      "（1）城镇新增就业",
      "（一）城镇新增就业",
      "一、城镇新增就业",
    ])
      expect(indicatorKey(numbered)).toBe("城镇新增就业");
    for (const name of ["12345热线办结", "3.15消费维权活动", "一张网建设", "8号线", "5G基站"])
      expect(indicatorKey(name)).toBe(name);
    expect(indicatorKey("新增就业", "其中高校毕业生")).not.toBe(indicatorKey("新增就业"));
    expect(inferIndicator("城镇化率", "%", { numerator: "城镇 人口" }).numerator).toBe("城镇人口");
  });

  test("whatever stands in a sheet gives an indicator that its schema accepts", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), fc.string({ maxLength: 6 }), (name, unit) => {
        const indicator = inferIndicator(name, unit);
        expect(indicatorSchema.parse(indicator)).toEqual(indicator);
        if (indicator.evidence[0]?.rule === "undecided") expect(indicator.acrossOrgs).toBe("none");
      }),
      { numRuns: runs },
    );
  });
});
