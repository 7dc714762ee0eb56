import { decimal } from "@taizhang/quantity";
import { describe, expect, test } from "vitest";
import { sayGrade } from "../score/say-grade.ts";
import { sayScoreLine } from "../score/say-score-line.ts";
import { assessmentRule } from "../score/score-preset.ts";
import { type Change, yearOnYear } from "../year-on-year.ts";
import { sayChange, sayMeets, sayUnranked } from "./say-outcome.ts";

const d = decimal;

describe("同比、环比的说法", () => {
  test.each<[Change, string, string]>([
    [yearOnYear(d("112"), d("100")), "增长12%", "up 12%"],
    [yearOnYear(d("96.5"), d("100")), "下降3.5%", "down 3.5%"],
    [yearOnYear(d("100"), d("100")), "持平", "unchanged"],
    [yearOnYear(d("3000"), d("100")), "增长2,900%", "up 2,900%"],
    [yearOnYear(d("4.3"), d("4.1"), "ratio"), "提高0.2个百分点", "up 0.2 percentage points"],
    [yearOnYear(d("4.1"), d("4.3"), "ratio"), "下降0.2个百分点", "down 0.2 percentage points"],
    [yearOnYear(d("4.1"), d("4.10"), "ratio"), "持平", "unchanged"],
    [yearOnYear(d("5"), d("0")), "不可比", "not comparable"],
    [yearOnYear(d("5"), d("-2")), "不可比", "not comparable"],
  ])("%o: %s", (change, zh, en) => {
    expect(sayChange(change)).toBe(zh);
    expect(sayChange(change, "en")).toBe(en);
  });
});

test("能否完成、不排位次的原因，两种语言都有", () => {
  const both = (say: (lang: "zh-CN" | "en") => string) => `${say("zh-CN")} ${say("en")}`;
  expect((["all", "none", "part"] as const).map((one) => both((lang) => sayMeets(one, lang)))).toEqual([
    "预计能完成 likely met",
    "预计完不成 likely missed",
    "难以确定 uncertain",
  ]);
  expect(sayMeets("all")).toBe("预计能完成");
  const reasons = ["unreported", "nothingToScore", "incomplete", "weightsDiffer"] as const;
  expect(reasons.map((one) => both((lang) => sayUnranked(one, lang)))).toEqual([
    "未报 not reported",
    "无可计分指标 nothing to score",
    "得分不全 incomplete",
    "权重不符 weights differ",
  ]);
  expect(sayUnranked("incomplete")).toBe("得分不全");
});

describe("等次的说法", () => {
  const { grades, lowest, vetoGrade } = assessmentRule().value;
  const all = [...grades.map(({ grade }) => grade), lowest, vetoGrade];
  test("英文里每个等次都有英文说法，中文里照写", () => {
    expect(all.map((grade) => sayGrade(grade, "en"))).toEqual(["excellent", "good", "fair", "poor", "poor"]);
    expect(all.map((grade) => sayGrade(grade))).toEqual(all);
  });
  test("没有英文说法的，照写", () => {
    expect(sayGrade("A+", "en")).toBe("A+");
    expect(sayGrade("constructor", "en")).toBe("constructor");
  });
  test("英文的计算过程里也是英文", () => {
    expect(sayScoreLine({ code: "grade", args: { share: "0.93", grade: "优" } }, "en")).toBe(
      "93% of the declared total: grade “excellent”.",
    );
    expect(sayScoreLine({ code: "vetoed", args: { matters: ["火灾"], grade: "差" } }, "en")).toBe(
      "Vetoed for 火灾: the grade is “poor”, the score stays.",
    );
  });
});
