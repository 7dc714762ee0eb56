import type { Decimal } from "@taizhang/quantity";
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

/** One org's figure of the indicator within the group. */
export interface Peer {
  readonly org: string;
  readonly actual: Decimal;
  /** Absent where it has no target. */
  readonly rate?: Fraction;
}

/** The same indicator at the orgs of a group that have reported it (同组同指标). */
export type Peers = readonly Peer[];

/** The share of the weight that an item takes beside its peers; none where they give no measure (与同组相比). */
export function shareOfPeers(
  rule: Extract<ScoreRule, { kind: "best" | "efficacy" }>,
  item: AssessedItem,
  actual: Decimal,
  rated: ScoringRate | undefined,
  peers: Peers,
): { readonly share?: Fraction; readonly lines: readonly ScoreLine[] } {
  return rule.kind === "best" ? best(item, actual, rated, peers) : efficacy(rule, item, actual, peers);
}

/** By rates where every org has a target, else by the amounts. */
function best(item: AssessedItem, actual: Decimal, rated: ScoringRate | undefined, peers: Peers) {
  const byRate = rated !== undefined && peers.every(({ rate }) => rate !== undefined);
  const measure = (peer: Peer): Fraction =>
    byRate ? (peer.rate as Fraction) : fractionOfDecimal(peer.actual);
  const lessIsBetter = !byRate && item.direction === "down";
  const own = byRate ? rated.rate : fractionOfDecimal(actual);
  let first: Peer | undefined;
  for (const peer of peers) {
    const order = first ? compareFractions(measure(peer), measure(first)) : 0;
    if (!first || (lessIsBetter ? order < 0 : order > 0)) first = peer;
  }
  const top = first ? measure(first) : own;
  const printed = (value: Fraction) => roundFraction(value);
  const lead: readonly ScoreLine[] = byRate ? [rated.line] : [];
  if (compareFractions(top, fraction(0n, 1n)) <= 0)
    return { lines: [...lead, { code: "noRatio", args: { best: printed(top) } } as const] };
  const [part, over] = lessIsBetter ? [top, own] : [own, top];
  const share = fraction(part.top * over.bottom, part.bottom * over.top);
  const args = { own: printed(own), best: printed(top), org: first?.org ?? "", share: printed(share) };
  return { share, lines: [...lead, { code: "best", args } as const] };
}

function efficacy(
  { base, span }: Extract<ScoreRule, { kind: "efficacy" }>,
  item: AssessedItem,
  actual: Decimal,
  peers: Peers,
) {
  const lines: ScoreLine[] = [];
  const amounts = [actual, ...peers.map((peer) => peer.actual)].sort((a, b) =>
    compareFractions(fractionOfDecimal(a), fractionOfDecimal(b)),
  );
  const [least = actual, most = actual] = [amounts[0], amounts.at(-1)];
  const down = item.direction === "down";
  const satisfied = item.satisfied ?? (down ? least : most);
  const unacceptable = item.unacceptable ?? (down ? most : least);
  if (item.satisfied === undefined || item.unacceptable === undefined)
    lines.push({ code: "efficacyFromGroup", args: {} });
  const from = fractionOfDecimal(unacceptable);
  const way = subtractFractions(fractionOfDecimal(satisfied), from);
  const hundred = fraction(100n, 1n);
  if (way.top === 0n)
    return { share: fraction(1n, 1n), lines: [...lines, { code: "allAlike", args: {} } as const] };
  const gone = subtractFractions(fractionOfDecimal(actual), from);
  const part = fraction(gone.top * way.bottom, gone.bottom * way.top);
  const mark = addFractions(
    fractionOfDecimal(base as Decimal),
    multiplyFractions(fractionOfDecimal(span as Decimal), part),
  );
  const args = { actual, satisfied, unacceptable, base, span, mark: roundFraction(mark, 2) };
  const limited = compareFractions(mark, hundred) > 0 ? hundred : mark;
  return {
    share: multiplyFractions(limited, fraction(1n, 100n)),
    lines: [...lines, { code: "efficacy", args } as const],
  };
}
