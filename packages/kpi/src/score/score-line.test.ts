import { describe, expect, test } from "vitest";
import { sayScoreLine } from "./say-score-line.ts";
import type { ScoreLine, ScoreLineCode, ScoreLineFacts } from "./score-line.ts";

const args = { actual: "9", target: "10", rate: "0.9" };
const ends = { actual: "9", target: "10", targetMax: "12" };
/** An example of the facts of each line: a line without one does not compile. */
const examples: { readonly [Code in ScoreLineCode]: ScoreLineFacts[Code] } = {
  rate: args,
  mirrored: args,
  inverse: args,
  met: ends,
  notMet: ends,
  belowZero: {},
  capped: { rate: "1.2", cap: "1" },
  points: { weight: "10", share: "0.9", points: "9" },
  bonus: { over: "0.04", per: "1", weight: "10", points: "0.4" },
  bonusCapped: { atMost: "0.1", weight: "10", points: "1" },
  step: { atLeast: "0.9", share: "0.8" },
  belowSteps: { atLeast: "0.8", share: "0" },
  deducted: { short: "0.07", each: "0.03", times: 2, points: "2" },
  deductionCapped: { atMost: "15" },
  nothingShort: {},
  remaining: { weight: "20", off: "2", points: "18" },
  best: { own: "0.8", best: "1", org: "A", share: "0.8" },
  efficacy: { actual: "78", satisfied: "90", unacceptable: "60", base: "60", span: "40", mark: "84" },
  efficacyFromGroup: { lacks: "both" },
  allAlike: {},
  onlyOne: {},
  noSpan: { satisfied: "60", unacceptable: "60" },
  unitsDiffer: { units: ["kg", ""] },
  given: { points: "8" },
  givenOutside: { points: "80", weight: "50" },
  notDue: { weight: "10" },
  strictBound: { amount: "12", bound: "lt" },
  noReport: {},
  lowerBound: { actual: "20" },
  partial: { actual: "20" },
  unusable: { why: "unreadable" },
  notApplicable: { weight: "10" },
  noTarget: {},
  notGiven: {},
  noRatio: { best: "0" },
  items: { points: ["40", "54"], sum: "94" },
  rescaled: { weights: "100", applicable: "60", points: "90" },
  weightsDiffer: { sum: "98", declared: "100" },
  added: { points: "2", reason: "R" },
  taken: { points: "1", reason: "R" },
  adjustmentRefused: { points: "-1", reason: "R" },
  reporting: { periods: ["2016-03"], each: "0.5", points: "5", capped: true },
  final: { points: "94", bonus: "2", deduction: "1", reporting: "1", final: "94" },
  grade: { share: "0.94", grade: "A" },
  vetoed: { matters: ["M"], grade: "D" },
  incomplete: { indicators: ["I"] },
  unreported: {},
  nothingToScore: {},
};
const lines = Object.entries(examples).map(([code, facts]) => ({ code, args: facts }) as ScoreLine);

describe("the lines of a derivation", () => {
  test("each is a sentence of its own in both languages", () => {
    const said = lines.flatMap((line) => [sayScoreLine(line), sayScoreLine(line, "en")]);
    expect(new Set(said).size).toBe(said.length);
    for (const line of lines) {
      expect(sayScoreLine(line)).toMatch(/。$/);
      expect(sayScoreLine(line)).not.toMatch(/undefined|NaN|\[object|null|[一-鿿],[一-鿿]/);
      expect(sayScoreLine(line, "en")).toMatch(/\.$/);
      expect(sayScoreLine(line, "en")).not.toMatch(/undefined|NaN|\[object|null|[。，；、一-鿿]/);
    }
  });

  test("in English", () => {
    expect(lines.map((line) => sayScoreLine(line, "en"))).toMatchSnapshot();
  });
  test("in Chinese", () => {
    expect(lines.map((line) => sayScoreLine(line))).toMatchSnapshot();
  });
});
