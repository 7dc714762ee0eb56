import { expect, test } from "vitest";
import { rollUp } from "./roll-up.ts";
import { figuresOf, type Row } from "./testing/figures.ts";
import { awaitsCalculation } from "./uncalculated.ts";

test.each<[string, (string | null)[], boolean]>([
  ["公式没有算出的，待计算", ["="], true],
  ["读不出的，不是待计算", ["?"], false],
  ["空着的，是未报", [null], false],
  ["一家没有算出、一家空着，是未报", ["=", null], false],
  ["报了的", ["50"], false],
  ["都没有算出", ["=", "="], true],
])("%s", (_, actuals, is) => {
  const rows = actuals.map(
    (actual, line): Row => ({ org: `${line}县`, target: "100", actual, line, period: "2016-10" }),
  );
  const [cell] = rollUp(figuresOf(rows)).cells;
  expect(cell && awaitsCalculation(cell)).toBe(is);
});
