import fc from "fast-check";
import { expect, test } from "vitest";
import {
  add,
  amountOf,
  type Bound,
  decimal,
  formatQuantity,
  type PrintableQuantity,
  parseQuantity,
  unitWords,
} from "./index.ts";

/** Non-negative amounts: a range of negative ones has its own case below. */
const amount = fc
  .tuple(fc.nat({ max: 10 ** 9 }), fc.integer({ min: 0, max: 4 }))
  .map(([whole, places]) => decimal(`${whole}e-${places}`));
const optional = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });

const quantity: fc.Arbitrary<PrintableQuantity> = fc
  .record({
    value: amount,
    more: amount,
    unit: fc.constantFrom("", ...unitWords),
    power: fc.constantFrom(0, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12),
    bound: fc.constantFrom<Bound>("eq", "ge", "gt", "le", "lt", "approx", "range"),
    stretch: optional(amount),
    per: optional(fc.constantFrom("人·年", "人·月", "户", "生·学年", "平方米", "千人")),
    firm: optional(fc.constant(false as const)),
    change: optional(fc.constantFrom("up" as const, "down" as const)),
    negative: fc.boolean(),
  })
  .map(({ value, more, unit, bound, per, negative, stretch, firm, change, power }) => ({
    value: negative && bound !== "range" && value !== "0" ? decimal(`-${value}`) : value,
    ...(bound === "range" ? { valueMax: add(value, more) } : {}),
    unit,
    power,
    bound,
    ...(per && unit ? { per } : {}),
    ...(stretch ? { stretch } : {}),
    ...(firm === false ? { firm } : {}),
    ...(change ? { change } : {}),
  }));

/** Amounts multiplied out, for quantities whose power word cannot be printed. */
const plain = ({ value, valueMax, stretch, power, ...rest }: PrintableQuantity) => ({
  ...rest,
  value: amountOf({ value, power }),
  ...(valueMax ? { valueMax: amountOf({ value: valueMax, power }) } : {}),
  ...(stretch ? { stretch: amountOf({ value: stretch, power }) } : {}),
});

const read = (text: string): PrintableQuantity => {
  const { value, reason } = parseQuantity(text);
  if (!value) throw new Error(`“${text}”: ${reason}`);
  const { raw, unitText, ...rest } = value;
  expect(raw).toBe(text);
  return rest;
};

// Words that mean something else behind some numbers: a year, an item of a plan, a stage.
const unsafe = (text: string, { unit, bound, valueMax }: PrintableQuantity) =>
  (unit === "年" && /(?:^|\D)(?:19|20)\d\d年/.test(text)) ||
  (unit === "期" && (bound === "range" || valueMax !== undefined));

test("parse(format(x)) is x", () =>
  fc.assert(
    fc.property(quantity, (one) => {
      const text = formatQuantity(one);
      fc.pre(!unsafe(text, one));
      const again = read(text);
      expect(plain(again)).toEqual(plain(one));
      if (again.power === one.power) expect(again).toEqual(one);
      else expect(again.power).toBe(0);
      expect(formatQuantity(again)).toBe(text);
    }),
    { numRuns: 5000 },
  ));

test.each([
  ["8.7亿元以上", { value: decimal("8.7"), unit: "元", power: 8, bound: "ge" }],
  ["5000米", { value: decimal("5"), unit: "米", power: 3, bound: "eq" }],
  ["5千人", { value: decimal("5"), unit: "人", power: 3, bound: "eq" }],
  ["1个~2个", { value: decimal("1"), valueMax: decimal("2"), unit: "个", power: 0, bound: "range" }],
  [
    "3分之2",
    {
      value: decimal("0.666666666666667"),
      unit: "",
      power: 0,
      bound: "eq",
      fraction: [decimal("2"), decimal("3")],
    },
  ],
  ["12,力争15", { value: decimal("12"), unit: "", power: 0, bound: "eq", stretch: decimal("15") }],
  ["5.00%", { value: decimal("5"), unit: "%", power: 0, bound: "eq", printedPlaces: 2 }],
  ["-2%~-1%", { value: decimal("-2"), valueMax: decimal("-1"), unit: "%", power: 0, bound: "range" }],
] satisfies [string, PrintableQuantity][])("%s", (text, one) => {
  expect(formatQuantity(one)).toBe(text);
  expect(plain(read(text))).toEqual(plain(one));
});
