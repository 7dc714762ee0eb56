import type { Fact, FactFrame } from "../fact.ts";
import type { FactIndicator } from "../fact-columns.ts";
import type { GroupSet } from "../roll-up-plan.ts";

// A second roll-up, written from the domain page alone: fractions of big integers, nested loops over plain facts, no
// code of the engine. Slow on purpose.

type Rational = readonly [top: bigint, bottom: bigint];
const rational = (text: string): Rational => {
  const [whole = "", part = ""] = text.replace("-", "").split(".");
  const top = BigInt(whole + part);
  return [text.startsWith("-") ? -top : top, 10n ** BigInt(part.length)];
};
const add = (a: Rational, b: Rational): Rational => [a[0] * b[1] + b[0] * a[1], a[1] * b[1]];
const times = (a: Rational, b: Rational): Rational => [a[0] * b[0], a[1] * b[1]];
const total = (all: readonly Rational[]): Rational => all.reduce(add, [0n, 1n]);

/** A finite decimal in full. */
const exactText = ([top, bottom]: Rational): string => {
  let [scale, digits] = [0n, 1n];
  while ((top * digits) % bottom !== 0n) [scale, digits] = [scale + 1n, digits * 10n];
  return pointed((top * digits) / bottom, Number(scale));
};
const pointed = (value: bigint, places: number): string => {
  const text = String(value < 0n ? -value : value).padStart(places + 1, "0");
  const cut = text.length - places;
  const whole = places === 0 ? text : `${text.slice(0, cut)}.${text.slice(cut)}`.replace(/\.?0+$/, "");
  return value < 0n && whole !== "0" ? `-${whole}` : whole;
};
/** Six places, half away from zero. */
const sixPlaces = ([top, bottom]: Rational): string => {
  const [t, b] = bottom < 0n ? [-top, -bottom] : [top, bottom];
  const size = t < 0n ? -t : t;
  const value = (size * 10_000_000n) / b;
  const rounded = value / 10n + (value % 10n >= 5n ? 1n : 0n);
  return pointed(t < 0n ? -rounded : rounded, 6);
};

const worstFirst = ["red", "yellow", "unreported", "green", "notDue", "pending", "notApplicable"];

export interface OracleCell {
  readonly key: Record<string, string>;
  readonly indicator: string;
  readonly target: string | null;
  readonly actual: string | null;
  readonly apart: string | null;
  readonly atLeast: boolean;
  readonly completion: string | null;
  readonly completionReporting: string | null;
  readonly expected: number;
  readonly reported: number;
  readonly missing: number;
  readonly unusable: number;
  readonly notApplicable: number;
  readonly worst: string | null;
  readonly notAdditive: boolean;
}

/** One org's word on one indicator. */
interface Said {
  readonly state: "reported" | "missing" | "unusable" | "notApplicable";
  readonly target: Rational | undefined;
  readonly targets: number;
  readonly actual: Rational | undefined;
  readonly actuals: number;
  readonly negative: boolean;
  readonly lights: readonly string[];
}

/** The months from one to another of the same year; none where none is asked. */
const calendar = (from: string, to: string): string[] =>
  Array.from({ length: 12 }, (_, at) => `${to.slice(0, 4)}-${String(at + 1).padStart(2, "0")}`).filter(
    (month) => month >= from && month <= to,
  );

export interface Asked {
  readonly sets: readonly GroupSet[];
  readonly from: string;
  readonly to: string;
}

export function oracle(frame: FactFrame, all: readonly Fact[], asked: Asked): OracleCell[] {
  const cells: OracleCell[] = [];
  // An answer is of one year: who stands only in another is not expected, and nothing is carried over the new year
  const facts = all.filter(({ period }) => (period ?? "").slice(0, 4) === asked.to.slice(0, 4));
  // Of an indicator that has a figure below zero anywhere, a part bounds nothing
  const isNegative = (key: string) =>
    all.some((fact) => fact.indicator === key && stateOf(fact) === "reported" && isBelowZero(fact));
  const counted = frame.indicators.map((one) =>
    isNegative(one.key) ? { ...one, mayBeNegative: true } : one,
  );
  const indicators = new Map(counted.map((one) => [one.key, one]));
  const orgOf = new Map(frame.orgs.map((org) => [org.name, org]));
  const months = [...new Set(facts.flatMap(({ period }) => period ?? []))].sort();
  /** Every month of the calendar that is asked: of one that no fact has, everyone's figure is missing. */
  const inWindow = calendar(asked.from, asked.to);
  const path = (dimension: string, member: string | undefined): string[] => {
    if (member === undefined) return [];
    const parent = frame.dimensions?.[dimension]?.find(({ name }) => name === member)?.parent;
    return [...path(dimension, parent), member];
  };
  /** The members that a fact is listed under, at a level, by one of its leads. */
  const memberAt = (fact: Fact, lead: string, dimension: string, level: number): string | undefined =>
    path(dimension, fact.in?.[dimension] ?? orgOf.get(lead)?.in?.[dimension])[level - 1];

  for (const set of asked.sets) {
    const { period: byPeriod, ...dimensions } = set;
    const keysOf = (fact: Fact): string[] => [
      ...new Set(
        [fact.org, ...(fact.jointOrgs ?? [])].flatMap((lead) => {
          const names = Object.entries(dimensions).map(([name, level]) => [
            name,
            memberAt(fact, lead, name, level),
          ]);
          return names.every(([, member]) => member !== undefined) ? [JSON.stringify(names)] : [];
        }),
      ),
    ];
    const groups = new Map<string, Fact[]>();
    for (const fact of facts)
      for (const key of keysOf(fact)) groups.set(key, [...(groups.get(key) ?? []), fact]);
    for (const [key, members] of groups)
      for (const [from, to] of byPeriod
        ? months.filter((month) => inWindow.includes(month)).map((month) => [month, month])
        : [[asked.from, asked.to]]) {
        const window = inWindow.filter((month) => month >= (from as string) && month <= (to as string));
        const last = window.at(-1);
        const wordsOn = (indicator: FactIndicator): Said[] => {
          const own = members.filter((fact) => fact.indicator === indicator.key);
          const names = [...new Set(own.map(({ org }) => org))];
          return names.map((name) =>
            sayOf(
              frame,
              indicator,
              own.filter(({ org }) => org === name),
              { months, window, last },
            ),
          );
        };
        const several = !byPeriod && window.length > 1;
        const names = Object.fromEntries(JSON.parse(key) as [string, string][]);
        for (const indicator of counted) {
          const words = wordsOn(indicator);
          if (words.length === 0) continue;
          const parts = [indicator.numerator, indicator.denominator].map((one) =>
            one === undefined ? undefined : indicators.get(one),
          );
          cells.push({
            key: byPeriod ? { ...names, period: last as string } : names,
            indicator: indicator.key,
            ...cellOf(
              indicator,
              words,
              several,
              parts.map((part) => part && { part, words: wordsOn(part) }),
            ),
          });
        }
      }
  }
  return cells;
}

/** Time: flows of single periods add; everything else is the last period; nothing is guessed. */
function sayOf(
  { measure, targetsOf = "year" }: FactFrame,
  indicator: FactIndicator,
  rows: readonly Fact[],
  { months, window, last }: { months: string[]; window: string[]; last: string | undefined },
): Said {
  const flow = indicator.acrossTime === "sum";
  const adds = flow && measure === "inPeriod" && months.length > 0;
  const of = (month: string | undefined) => rows.filter(({ period }) => period === month);
  const used = adds ? window : [last];
  const states = used.flatMap((month) =>
    of(month).length > 0 ? of(month).map(stateOf) : ["missing" as const],
  );
  // 沿用数: what stands in for a figure of a flow that is lacking counts, and the figure is lacking all the same
  const standInOf = (row: Fact) =>
    flow && !indicator.mayBeNegative && ["missing", "unusable"].includes(stateOf(row))
      ? row.standIn
      : undefined;
  const amountOf = (row: Fact) => (stateOf(row) === "reported" ? row.actual : standInOf(row));
  const counted = used.flatMap(of).filter((row) => amountOf(row) !== undefined);
  const state = states.includes("missing")
    ? "missing"
    : states.includes("unusable")
      ? "unusable"
      : states.includes("reported")
        ? "reported"
        : "notApplicable";
  const hasTarget = (row: Fact) =>
    stateOf(row) !== "notApplicable" && row.target !== undefined && !row.pending;
  const given = months.filter((month) => last !== undefined && month <= last && of(month).some(hasTarget));
  const targetRows = (adds && targetsOf === "period" ? window.flatMap(of) : of(given.at(-1) ?? last)).filter(
    hasTarget,
  );
  let actual = counted.length > 0 ? total(counted.map((row) => rational(String(amountOf(row))))) : undefined;
  const mayCarry =
    measure === "cumulative" && flow && indicator.accounting === "flow" && !indicator.mayBeNegative;
  if ((state === "missing" || state === "unusable") && actual === undefined && mayCarry) {
    const whole = months.filter(
      (month) =>
        last !== undefined &&
        month < last &&
        of(month).some((row) => stateOf(row) === "reported") &&
        of(month).every(
          (row) =>
            ["reported", "notApplicable"].includes(stateOf(row)) && !String(row.actual).startsWith("-"),
        ),
    );
    const earlier = whole.at(-1);
    if (earlier !== undefined)
      actual = total(
        of(earlier)
          .filter((row) => stateOf(row) === "reported")
          .map((row) => rational(String(row.actual))),
      );
  }
  return {
    state,
    target: targetRows.length > 0 ? total(targetRows.map((row) => rational(String(row.target)))) : undefined,
    targets: targetRows.length,
    actual,
    actuals: counted.length,
    negative: counted.some(isBelowZero),
    lights: of(last)
      .filter((row) => stateOf(row) !== "notApplicable")
      .flatMap(({ light }) => light ?? []),
  };
}

const isBelowZero = ({ actual }: Fact): boolean => String(actual).startsWith("-");
const stateOf = (row: Fact) =>
  row.status ?? (row.actual === undefined || row.actual === null ? "missing" : "reported");

function cellOf(
  indicator: FactIndicator,
  words: readonly Said[],
  several: boolean,
  parts: readonly ({ part: FactIndicator; words: Said[] } | undefined)[],
) {
  const expected = words.filter(({ state }) => state !== "notApplicable");
  const of = (state: string) => words.filter((one) => one.state === state).length;
  const lights = expected.flatMap((one) => one.lights);
  const counts = {
    expected: expected.length,
    reported: of("reported"),
    missing: of("missing"),
    unusable: of("unusable"),
    notApplicable: of("notApplicable"),
    worst:
      expected.length === 0 ? "notApplicable" : (worstFirst.find((light) => lights.includes(light)) ?? null),
  };
  const figures =
    indicator.acrossOrgs === "sum" && !(several && indicator.acrossTime === "none")
      ? sums(indicator, expected)
      : single(indicator, expected, several, parts, of("notApplicable"));
  return { ...counts, ...figures };
}

const rateOf = (target: Rational, actual: Rational): Rational | undefined => {
  if (target[0] === 0n) return undefined;
  const ratio: Rational = [actual[0] * target[1], actual[1] * target[0]];
  return target[0] < 0n ? add([2n, 1n], [-ratio[0], ratio[1]]) : ratio;
};
const amounts = (all: readonly (Rational | undefined)[]) => all.filter((one) => one !== undefined);

function sums(indicator: FactIndicator, words: readonly Said[]) {
  const withTarget = words.filter(({ target }) => target !== undefined);
  const counted = withTarget.length > 0 ? withTarget : words;
  const apart = withTarget.length > 0 ? words.filter(({ target }) => target === undefined) : [];
  const given = amounts(counted.map(({ actual }) => actual));
  const actual = given.length > 0 ? total(given) : undefined;
  const target = withTarget.length > 0 ? total(amounts(withTarget.map((one) => one.target))) : undefined;
  const others = amounts(apart.map((one) => one.actual));
  const lacking = counted.some(({ state }) => state !== "reported");
  const isBound =
    indicator.accounting === "flow" && !indicator.mayBeNegative && !words.some(({ negative }) => negative);
  const whole = withTarget.filter(({ state }) => state === "reported");
  const up = indicator.direction === "up";
  const rate = up && target && actual && (!lacking || isBound) ? rateOf(target, actual) : undefined;
  const reporting =
    up && whole.length > 0
      ? rateOf(total(amounts(whole.map((one) => one.target))), total(amounts(whole.map((one) => one.actual))))
      : undefined;
  return {
    target: target ? exactText(target) : null,
    actual: actual ? exactText(actual) : null,
    apart: others.length > 0 ? exactText(total(others)) : null,
    atLeast: lacking && isBound && actual !== undefined,
    completion: rate ? sixPlaces(rate) : null,
    completionReporting: reporting ? sixPlaces(reporting) : null,
    notAdditive: false,
  };
}

function single(
  indicator: FactIndicator,
  words: readonly Said[],
  several: boolean,
  parts: readonly ({ part: FactIndicator; words: Said[] } | undefined)[],
  refused: number,
) {
  const factor = { "%": 100n, "‰": 1000n, "": 1n }[indicator.unit];
  const known =
    !several &&
    factor !== undefined &&
    indicator.numerator !== undefined &&
    indicator.denominator !== undefined;
  const unsure =
    known && refused > 0 && parts.some((of) => of?.part.acrossOrgs === "sum" && of.words.length > 0);
  const [one] = words;
  const alone =
    words.length === 1 && !unsure && !(several && indicator.acrossTime !== "last") ? one : undefined;
  const own =
    alone?.actuals === 1 || (alone && alone.actuals === 0 && alone.actual) ? alone.actual : undefined;
  const [top, bottom] = parts.map((of) => {
    const expected = of?.words.filter(({ state }) => state !== "notApplicable") ?? [];
    const complete =
      expected.length > 0 &&
      expected.length === of?.words.length &&
      expected.every(({ state }) => state === "reported");
    return of && of.part.acrossOrgs === "sum" && complete && !several
      ? { orgs: expected.length, sum: total(amounts(expected.map(({ actual }) => actual))) }
      : undefined;
  });
  const quotient: Rational | undefined =
    factor !== undefined &&
    refused === 0 &&
    top &&
    bottom &&
    top.orgs === bottom.orgs &&
    top.orgs >= words.length &&
    bottom.sum[0] !== 0n
      ? times([top.sum[0] * bottom.sum[1], top.sum[1] * bottom.sum[0]], [factor, 1n])
      : undefined;
  const figure = quotient ?? own;
  // Of one org alone: the parts of others make no rate that its target is held against.
  const target = alone?.targets === 1 && (!quotient || top?.orgs === 1) ? alone.target : undefined;
  const rate = indicator.direction === "up" && target && figure ? rateOf(target, figure) : undefined;
  return {
    target: target ? exactText(target) : null,
    actual: quotient ? sixPlaces(quotient) : own ? exactText(own) : null,
    apart: null,
    atLeast: false,
    completion: rate ? sixPlaces(rate) : null,
    completionReporting: rate ? sixPlaces(rate) : null,
    notAdditive: figure === undefined && words.some(({ state }) => state === "reported"),
  };
}
