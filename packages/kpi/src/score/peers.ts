import { convert, type Decimal, decimal } from "@taizhang/quantity";
import {
  addFractions,
  compareFractions,
  type Fraction,
  fraction,
  fractionOfDecimal,
  multiplyFractions,
  roundFraction,
  subtractFractions,
} from "../fraction.ts";
import type { AssessedItem } from "./assessment.ts";
import type { ScoreLine } from "./score-line.ts";
import type { ScoreRule } from "./score-preset.ts";
import type { ScoringRate } from "./scoring-rate.ts";

/** One org's figure of the indicator within the group, in its own unit. */
interface Peer {
  readonly org: string;
  readonly actual: Decimal;
  readonly unit: string;
  /** Absent where it has no target. */
  readonly rate?: Fraction;
}

/** The same indicator at the orgs of a group that have reported it (同组同指标). */
export type Peers = readonly Peer[];

/** A share of the weight, or why there is none. */
interface Share {
  readonly share?: Fraction;
  readonly lines: readonly ScoreLine[];
}

/** A peer by what is compared: its rate, or its amount in the item's unit. */
interface Measured {
  readonly org: string;
  readonly value: Fraction;
}

/**
 * The share of the weight that an item takes beside its peers; none where they give no measure: 功效系数 of one alone, or a
 * unit that measures another thing (与同组相比). "Units of one dimension convert": the domain page §4, law 5.
 */
export function shareOfPeers(
  rule: Extract<ScoreRule, { kind: "best" | "efficacy" }>,
  item: AssessedItem,
  actual: Decimal,
  rated: ScoringRate | undefined,
  peers: Peers,
): Share {
  if (rule.kind === "efficacy") {
    const given = item.satisfied !== undefined && item.unacceptable !== undefined;
    if (given) return efficacy(rule, item, actual, rated, []);
    if (peers.length < 2) return { lines: [{ code: "onlyOne", args: {} }] };
  }
  if (rule.kind === "best" && rated && peers.every(({ rate }) => rate !== undefined)) {
    const rates = peers.map(({ org, rate }) => ({ org, value: rate as Fraction }));
    return best(rates, rated.rate, false, [rated.line], { rates: true });
  }
  const measured = peers.flatMap((peer): Measured[] => {
    const value = inUnit(peer.actual, peer.unit, item.unit);
    return value ? [{ org: peer.org, value }] : [];
  });
  if (measured.length < peers.length) {
    const units = [...new Set(peers.map(({ unit }) => unit))].sort();
    return { lines: [{ code: "unitsDiffer", args: { units } }] };
  }
  return rule.kind === "best"
    ? best(measured, fractionOfDecimal(actual), item.direction === "down", [])
    : efficacy(rule, item, actual, rated, measured);
}

/** An amount in another unit, exactly: 亩 into 公顷 is no finite decimal, and a fraction all the same. */
function inUnit(amount: Decimal, from: string, to: string): Fraction | undefined {
  if (from === to) return fractionOfDecimal(amount);
  const direct = convert(amount, from, to);
  if (direct !== undefined) return fractionOfDecimal(direct);
  const back = convert(decimal("1"), to, from);
  return back === undefined ? undefined : over(fractionOfDecimal(amount), fractionOfDecimal(back));
}

const over = (a: Fraction, b: Fraction): Fraction => fraction(a.top * b.bottom, a.bottom * b.top);
const zero = fraction(0n, 1n);
const one = fraction(1n, 1n);

/** By rates where every org has a target, else by the amounts. */
function best(
  peers: readonly Measured[],
  own: Fraction,
  lessIsBetter: boolean,
  lead: readonly ScoreLine[],
  by: { readonly rates?: true } = {},
): Share {
  let first: Measured | undefined;
  for (const peer of peers) {
    const order = first ? compareFractions(peer.value, first.value) : 0;
    if (!first || (lessIsBetter ? order < 0 : order > 0)) first = peer;
  }
  const top = first?.value ?? own;
  const printed = (value: Fraction) => roundFraction(value);
  if (compareFractions(top, zero) <= 0)
    return { lines: [...lead, { code: "noRatio", args: { best: printed(top), ...by } } as const] };
  const share = lessIsBetter ? over(top, own) : over(own, top);
  const args = { own: printed(own), best: printed(top), org: first?.org ?? "", share: printed(share), ...by };
  return { share, lines: [...lead, { code: "best", args } as const] };
}

/**
 * 功效系数: 60 + 40 × (x − 不允许值) ÷ (满意值 − 不允许值), at most 100. It needs a 满意值 that is better than the 不允许值; where
 * all of a group are alike they have full marks, unless a target says that they fall short.
 */
function efficacy(
  { base, span }: Extract<ScoreRule, { kind: "efficacy" }>,
  item: AssessedItem,
  actual: Decimal,
  rated: ScoringRate | undefined,
  peers: readonly Measured[],
): Share {
  const x = fractionOfDecimal(actual);
  const down = item.direction === "down";
  const sorted = [x, ...peers.map(({ value }) => value)].sort(compareFractions);
  const [least = x, most = x] = [sorted[0], sorted.at(-1)];
  const exact = (amount: Decimal | undefined) =>
    amount === undefined ? undefined : fractionOfDecimal(amount);
  const [given, limit] = [exact(item.satisfied), exact(item.unacceptable)];
  const satisfied = given ?? (down ? least : most);
  const unacceptable = limit ?? (down ? most : least);
  const lines: ScoreLine[] = [];
  if (!given || !limit) {
    const lacks = !given && !limit ? "both" : given ? "unacceptable" : "satisfied";
    lines.push({ code: "efficacyFromGroup", args: { lacks } });
  }
  const way = subtractFractions(satisfied, unacceptable);
  const ends = { satisfied: roundFraction(satisfied), unacceptable: roundFraction(unacceptable) };
  const short = rated !== undefined && (rated.strict || compareFractions(rated.rate, one) < 0);
  if (way.top === 0n && !given && !limit && !short)
    return { share: one, lines: [...lines, { code: "allAlike", args: {} }] };
  if (down ? way.top >= 0n : way.top <= 0n) return { lines: [...lines, { code: "noSpan", args: ends }] };
  const part = over(subtractFractions(x, unacceptable), way);
  const mark = addFractions(
    fractionOfDecimal(base as Decimal),
    multiplyFractions(fractionOfDecimal(span as Decimal), part),
  );
  const hundred = fraction(100n, 1n);
  const args = { actual, ...ends, base, span, mark: roundFraction(mark, 2) };
  const limited = compareFractions(mark, hundred) > 0 ? hundred : mark;
  return {
    share: multiplyFractions(limited, fraction(1n, 100n)),
    lines: [...lines, { code: "efficacy", args }],
  };
}
