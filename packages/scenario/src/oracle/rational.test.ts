import { expect, test } from "vitest";
import { dividedBy, equal, rational, rounded, shown, whole } from "./rational.ts";

test.each([
  ["52242", "27800", 6, "1.879209"],
  ["1", "8", 2, "0.13"],
  ["-1", "8", 2, "-0.13"],
  ["1", "3", 6, "0.333333"],
  ["2", "3", 6, "0.666667"],
  ["-2", "3", 0, "-1"],
  ["0.1", "0.3", 6, "0.333333"],
])("%s / %s 取 %i 位，远离零的方向进位，是 %s", (top, bottom, places, expected) => {
  expect(shown(rounded(dividedBy(rational(top), rational(bottom)), places))).toBe(expected);
});

test("比较的是数值，不是写法", () => {
  expect(equal(rational("1.50"), dividedBy(whole(3), whole(2)))).toBe(true);
});
