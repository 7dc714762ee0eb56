import { expect, test } from "vitest";
import { convertRounded, decimal, halfWidth, sameDimension, unitOf, unitText } from "./index.ts";

test("public names", async () =>
  expect(Object.keys(await import("./index.ts")).sort()).toMatchInlineSnapshot(`
    [
      "absolute",
      "add",
      "amountOf",
      "compare",
      "convert",
      "convertRounded",
      "dateOfSerial",
      "daysInMonth",
      "decimal",
      "decimalOfNumber",
      "divide",
      "dueInYear",
      "findDeadlines",
      "findDistributions",
      "findPeriod",
      "findQuantities",
      "formatQuantity",
      "groupDigits",
      "growthFactor",
      "halfWidth",
      "isCountUnit",
      "isDateFormat",
      "isZero",
      "mostDigits",
      "multiply",
      "negate",
      "ownersBefore",
      "parseDeadline",
      "parseDecimal",
      "parsePeriod",
      "parseQuantity",
      "placesOf",
      "quantityRow",
      "readNumber",
      "round",
      "roundText",
      "sameDimension",
      "shift",
      "sign",
      "splitNameAndUnit",
      "subtract",
      "sum",
      "toNumber",
      "unitOf",
      "unitText",
      "unitWords",
      "zero",
    ]
  `));

test("units as text and for display", () => {
  for (const text of ["万元", "%", "平方米", "元/人·月", "亿千瓦时", "万"])
    expect(unitText(unitOf(text) ?? { unit: "?", power: 0 })).toBe(text);
  expect(convertRounded(decimal("100"), "亩", "公顷", 2)).toBe("6.67");
  expect(convertRounded(decimal("-100"), "万亩", "公顷", 0)).toBe("-66667");
  expect(convertRounded(decimal("1"), "人", "户", 2)).toBeUndefined();
  expect(sameDimension("万人", "名")).toBe(true);
  expect([sameDimension("人", "人次"), sameDimension("个", "处"), sameDimension("", "")]).toEqual([
    false,
    false,
    false,
  ]);
});

test("half-width text keeps its offsets", () => {
  const text = "目标：１，２３４．５％（万人）～２—３　≧５\u200b㎡";
  expect(halfWidth(text)).toHaveLength(text.length);
  expect(halfWidth(text)).toBe("目标:1,234.5%(万人)~2—3 ≥5 ㎡");
});
