import * as fc from "fast-check";

/** Amounts with up to four places; small ones are frequent, so that ties, zeros and exact halves occur. */
const digits = fc.oneof(
  { weight: 3, arbitrary: fc.nat(12) },
  { weight: 2, arbitrary: fc.nat(99_999) },
  { weight: 1, arbitrary: fc.nat(2 ** 52) },
);
const unsigned = fc.record({ digits, places: fc.nat(4) }).map(({ digits, places }) => {
  const text = digits.toString().padStart(places + 1, "0");
  const plain = places === 0 ? text : `${text.slice(0, -places)}.${text.slice(-places)}`;
  return plain.includes(".") ? plain.replace(/\.?0+$/, "") : plain;
});
const signed = fc
  .tuple(unsigned, fc.boolean())
  .map(([text, negative]) => (negative && text !== "0" ? `-${text}` : text));

/** What a cell says: "12.5", "" for a blank, "—", "!unreadable" …; undefined where the row is absent. */
const cellOf = (amount: fc.Arbitrary<string>) =>
  fc.oneof(
    { weight: 8, arbitrary: amount },
    { weight: 2, arbitrary: fc.constant("") },
    { weight: 1, arbitrary: fc.constantFrom("—", "!unreadable", "!error", "!uncalculated") },
    { weight: 1, arbitrary: fc.constant(undefined) },
  );

const rarely = fc.nat(9).map((n) => n === 9);
const sometimes = fc.nat(3).map((n) => n === 3);

/** One org's rows of one task of an indicator, months and targets included. */
const lineOf = (amount: fc.Arbitrary<string>) =>
  fc.record({
    target: fc.oneof(
      { weight: 6, arbitrary: fc.constant("set") },
      { weight: 1, arbitrary: fc.constantFrom("none", "pending", "noValue") },
    ),
    targetValue: amount,
    otherTargetValue: amount,
    stretch: fc.option(amount, { freq: 3 }),
    inLedger: sometimes,
    targetEachMonth: fc.boolean(),
    targetYearStated: fc.boolean(),
    version: fc.option(fc.record({ month: fc.integer({ min: 1, max: 12 }), value: amount }), { freq: 8 }),
    otherSource: fc.boolean(),
    now: cellOf(amount),
    earlier: fc.array(cellOf(amount), { minLength: 11, maxLength: 11 }),
    style: fc.oneof(
      { weight: 5, arbitrary: fc.constant("onlyNow" as const) },
      { weight: 3, arbitrary: fc.constant("cumulative" as const) },
      {
        weight: 1,
        arbitrary: fc.constantFrom("inPeriod" as const, "inPeriodFull" as const, "both" as const),
      },
    ),
    periodUnsaid: rarely,
    duplicate: fc.option(amount, { freq: 8 }),
    superior: fc.option(cellOf(amount), { freq: 4 }),
    superiorHasId: fc.boolean(),
    secondReturn: fc.option(fc.record({ value: amount, reviewed: fc.boolean() }), { freq: 8 }),
    reviewed: fc.boolean(),
    power: fc.nat(2),
    targetPower: fc.option(fc.nat(2), { freq: 4 }),
    program: fc.nat(1),
    lineBound: fc.nat(3),
  });

export type Line = ReturnType<typeof lineOf> extends fc.Arbitrary<infer T> ? T : never;

const kinds = [
  "flowUp",
  "flowUp",
  "flowUp",
  "flowDown",
  "flowWithin",
  "flowNet",
  "stock",
  "ratio",
  "ratioOfParts",
  "index",
  "undecided",
] as const;
export type Kind = (typeof kinds)[number];

/** An indicator, its lines by org (one or two tasks each; absent: the org has nothing to do with it), its parent rows. */
const indicatorSpec = fc.constantFrom(...kinds).chain((kind) => {
  const amount = kind === "flowNet" || kind === "stock" ? signed : unsigned;
  const line = lineOf(amount);
  return fc.record({
    kind: fc.constant(kind),
    money: fc.boolean(),
    scaled: fc.boolean(),
    sources: fc.constantFrom("none", "none", "both", "some"),
    lines: fc.array(
      fc.oneof(
        { weight: 6, arbitrary: fc.tuple(line) },
        { weight: 1, arbitrary: fc.tuple(line, line) },
        { weight: 1, arbitrary: fc.constant([] as Line[]) },
      ),
      { minLength: 6, maxLength: 6 },
    ),
    parent: fc.option(amount, { freq: 3 }),
    parentTarget: fc.option(amount, { freq: 6 }),
    parentOf: fc.constantFrom("all", "all", "department", "prefecture", "division"),
    joint: fc.array(
      fc.record({
        first: fc.nat(5),
        second: fc.nat(5),
        line,
        otherNow: cellOf(amount),
        dataSecond: fc.boolean(),
      }),
      { maxLength: 2 },
    ),
  });
});

export type IndicatorSpec = typeof indicatorSpec extends fc.Arbitrary<infer T> ? T : never;

/** A qualitative task of an org. */
const qualitative = fc.record({
  org: fc.nat(5),
  second: fc.option(fc.nat(5), { freq: 4 }),
  reported: fc.boolean(),
  status: fc.constantFrom("已完成", "正常推进", "滞后"),
  evidence: fc.constantFrom("验收单", "", undefined),
  progress: fc.constantFrom("完成选址", "正在施工", ""),
  recurring: rarely,
  suspended: rarely,
  deadlineMonth: fc.option(fc.integer({ min: 1, max: 12 }), { freq: 3 }),
  inLedger: fc.boolean(),
});

/** All that a random input is made from. */
export const worldSpec = fc.record({
  /** Calm worlds have only numbers and blanks, and a target at each org: there the oracle knows nearly everything. */
  calm: fc.boolean(),
  orgs: fc.integer({ min: 1, max: 6 }),
  /** True: the orgs are departments of one district, with joint tasks; else they are divisions below a city. */
  departments: fc.boolean(),
  levels: fc.integer({ min: 1, max: 3 }),
  month: fc.integer({ min: 1, max: 12 }),
  indicators: fc.array(indicatorSpec, { minLength: 1, maxLength: 5 }),
  tasks: fc.array(qualitative, { maxLength: 5 }),
  by: fc.constantFrom(
    [],
    ["division"],
    ["department"],
    ["program"],
    ["prefecture"],
    ["prefecture", "division"],
    ["department", "program"],
  ),
  reviewedOnly: rarely,
  today: fc.option(fc.integer({ min: 1, max: 12 })),
});

export type WorldSpec = typeof worldSpec extends fc.Arbitrary<infer T> ? T : never;
