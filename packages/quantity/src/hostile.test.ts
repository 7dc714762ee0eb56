import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  findDeadlines,
  findPeriod,
  findQuantities,
  isCountUnit,
  parseDeadline,
  parsePeriod,
  parseQuantity,
  readNumber,
  splitNameAndUnit,
  unitOf,
} from "./index.ts";

const everything: ((text: string) => unknown)[] = [
  readNumber,
  parseQuantity,
  findQuantities,
  unitOf,
  splitNameAndUnit,
  (text) => findDeadlines(text, { year: 2016 }),
  (text) => parseDeadline(text, { year: 2016 }),
  (text) => parsePeriod(text, { year: 2016 }),
  (text) => findPeriod(text, { year: 2016 }),
];

const million = 1_000_000;
const lines: Record<string, string> = {
  digits: "9".repeat(million),
  "Chinese digits": "三".repeat(million),
  十: "十".repeat(million),
  百千: "百千".repeat(million / 2),
  "opening brackets": "（".repeat(million),
  "closing brackets": "）".repeat(million),
  "pairs of brackets": "（人）".repeat(million / 3),
  spaces: `5${" ".repeat(million)}个`,
  "numbers and spaces": `${"5 ".repeat(million / 2)}个`,
  "spaces before": `${" ".repeat(million)}5个`,
  points: "1.".repeat(million / 2),
  commas: `1${",234".repeat(million / 4)}`,
  hyphens: "1-".repeat(million / 2),
  "every word": "不低于".repeat(million / 3),
  每: "每人".repeat(million / 2),
  slashes: `5元${"/人".repeat(million / 2)}`,
  分之: "百分之".repeat(million / 3),
  zeros: `0.${"0".repeat(million)}1`,
  quantities: "新增5000人以上，".repeat(million / 10),
};

describe("a million letters end in proportionate time", () => {
  test.each(Object.entries(lines))("%s", (_, text) => {
    const start = Date.now();
    for (const read of everything) read(text);
    expect(Date.now() - start).toBeLessThan(60_000);
  });
});

test("twice the text takes about twice the time", () => {
  const time = (text: string) => {
    const start = Date.now();
    findQuantities(text);
    return Date.now() - start;
  };
  const least = (text: string) => Math.min(time(text), time(text), time(text));
  for (const piece of ["9", "三", "（", "5 ", "1-", "新增5000人以上，每人每年600元。"]) {
    const text = piece.repeat(80_000 / piece.length);
    time(text);
    const [once, fourfold] = [least(text), least(text.repeat(4))];
    expect(fourfold, piece).toBeLessThan(12 * once + 100);
  }
});

test("no text throws, and places lie within it in order", () =>
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: "binary", maxLength: 40 }),
        fc
          .array(
            fc.constantFrom(
              ..."0123456789.,-~%（）一二三十百千万亿点两余多每人元个月年日底前至到第号/·≥约由分之成",
            ),
            { maxLength: 24 },
          )
          .map((list) => list.join("")),
      ),
      (text) => {
        for (const read of everything) read(text);
        let last = 0;
        for (const { start, end, value } of findQuantities(text, { bare: true })) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(value.raw).toBe(text.slice(start, end));
          last = end;
        }
        expect(last).toBeLessThanOrEqual(text.length);
      },
    ),
    { numRuns: 10_000 },
  ));

test("names of Object.prototype are words like others", () => {
  for (const text of ["__proto__", "constructor", "toString", "5constructor", "5 __proto__"]) {
    expect(unitOf(text)).toBeUndefined();
    expect(parseQuantity(text).value).toBeUndefined();
    expect(splitNameAndUnit(`目标（${text}）`)).toEqual({ name: `目标（${text}）` });
  }
});

test("whole things and measures", () => {
  expect(["人", "户", "套", "所", "人次", "项"].every(isCountUnit)).toBe(true);
  expect(["元", "%", "公里", "公顷", "岁", "折", "", "万人", "单位"].some(isCountUnit)).toBe(false);
});
