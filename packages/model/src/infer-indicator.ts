import type { Accounting, Direction, Indicator, IndicatorEvidence } from "./indicator.ts";
import { findWord, type IndicatorWords, wordsOn } from "./indicator-words.ts";
import type { Bound } from "./target.ts";
import { unitKind } from "./unit-kind.ts";

/** What a sheet or a user says about an indicator beside its name; a hint always wins over the words (提示). */
export interface IndicatorHints {
  readonly direction?: Direction;
  /** The bound of its targets: le and lt make it a ceiling, ge and gt a floor. */
  readonly bound?: Bound;
  /** 口径: part of the indicator's key. */
  readonly definition?: string;
  readonly accounting?: Accounting;
  readonly acrossOrgs?: "sum" | "none";
  readonly numerator?: string;
  readonly denominator?: string;
  readonly binding?: "binding" | "anticipatory";
  /** The plan's day: the words in force then. */
  readonly on?: string;
}

/** What was decided about adding, and why. */
interface Adding extends Pick<Indicator, "accounting" | "acrossOrgs" | "acrossTime"> {
  readonly evidence: IndicatorEvidence;
}

const tidy = (text: string): string => text.normalize("NFKC").replace(/[\s★◆*＊"“”'‘’]/gu, "");

/** The name without its brackets, which carry 口径 and units. Linear: no nested quantifiers. */
const withoutBrackets = (text: string): string => text.replace(/[([][^()[\]]*[)\]]/gu, "");

/** 1. and （一） before a name; 3.15活动 and 12345热线 have none. */
const numbering =
  /^(?:\d{1,3}[.、)]|\((?:\d{1,3}|[一二三四五六七八九十]+)\)|[一二三四五六七八九十]+、)(?=[^\d\s])/u;

/** By name and 口径 alone: what one sheet calls 万人 and another 人 is one indicator (指标键). */
export function indicatorKey(name: string, definition?: string): string {
  const key = tidy(name)
    .replace(numbering, "")
    .replace(/[:：;；,，。.、]+$/u, "");
  const scope = definition === undefined ? "" : tidy(definition);
  return scope === "" || scope === key ? key : `${key}|${scope}`;
}

const adding = (
  accounting: Accounting,
  sums: boolean,
  rule: string,
  saw: string,
  acrossTime: Indicator["acrossTime"] = accounting === "flow"
    ? "sum"
    : accounting === "stock"
      ? "last"
      : "none",
): Adding => ({
  accounting,
  acrossOrgs: sums ? "sum" : "none",
  acrossTime,
  evidence: {
    rule,
    saw,
    decided: [`accounting:${accounting}`, `acrossOrgs:${sums ? "sum" : "none"}`, `acrossTime:${acrossTime}`],
  },
});

/** Whether the figures add, from the unit first, then from the words in the order of the data. */
function addingOf(name: string, unit: string, words: IndicatorWords): Adding {
  const kind = unitKind(unit, words);
  if (kind === "ratio") return adding("ratio", false, "unitRatio", unit);
  if (kind === "capacity") return adding("stock", true, "unitCapacity", unit);
  const long = findWord(name, words.sumOfDuration);
  if ((kind === "duration" || unit === "小时") && long) return adding("flow", true, "sumOfDuration", long);
  if (kind === "duration") return adding("index", false, "unitDuration", unit, "sum");
  if (kind === "scale") return adding("index", false, "unitScale", unit);
  const standard = kind === "yuan" ? findWord(name, words.standardsInYuan.words) : undefined;
  if (standard && !findWord(name, words.standardsInYuan.unless))
    return adding("index", false, "undecided", `${standard}(${unit})`);
  for (const { id, decides, at, words: list, unless } of words.accounting) {
    const saw = findWord(name, list, at);
    if (!saw || findWord(name, unless)) continue;
    return adding(decides, decides === "flow" || decides === "stock", id, saw);
  }
  if (kind === "adds" || kind === "yuan") return adding("flow", true, "unitAdds", unit);
  return adding("index", false, "undecided", unit || name);
}

/** Which way is better: the bound, then words of a bound, then 下降 and the like, then what nobody wants more of. */
function directionOf(
  name: string,
  whole: string,
  hints: IndicatorHints,
  words: IndicatorWords,
): { direction: Direction; evidence: IndicatorEvidence } {
  const say = (direction: Direction, rule: string, saw: string) => ({
    direction,
    evidence: { rule, saw, decided: [`direction:${direction}`] },
  });
  if (hints.direction) return say(hints.direction, "hint", hints.direction);
  const { bound } = hints;
  if (bound === "le" || bound === "lt") return say("down", "bound", bound);
  if (bound === "ge" || bound === "gt") return say("up", "bound", bound);
  const floor = findWord(whole, words.boundUp);
  const ceiling = findWord(whole, words.boundDown);
  const band = findWord(whole, words.within) ?? (bound === "range" ? findWord(whole, ["控制"]) : undefined);
  if (band && (bound === "range" || !(floor || ceiling))) return say("within", "withinWord", band);
  // 不低于 holds 低于: the longer word decides.
  if (floor && floor.length > (ceiling?.length ?? 0)) return say("up", "boundWord", floor);
  if (ceiling) return say("down", "boundWord", ceiling);
  const worse = findWord(name, words.down);
  // 办理时限 is down although 办理 alone turns 案件 up: the turning word must stand beside the bad one.
  const better = worse && findWord(name.replace(worse, " "), words.upInSpite);
  if (worse && better) return say("up", "upInSpite", `${worse}…${better}`);
  if (worse) return say("down", "down", worse);
  return say("up", "default", name);
}

/**
 * A proposal for an indicator: its direction, whether it adds across orgs and over time, with the words that decided
 * (指标推断). Rates, averages, indices and ranks are never added; what stays undecided is not added either, and its
 * evidence says `undecided`. The domain page §2.
 * @example inferIndicator("城镇新增就业", "人").acrossOrgs // "sum"
 * @example inferIndicator("城镇登记失业率", "%").direction // "down"
 */
export function inferIndicator(name: string, unit = "", hints: IndicatorHints = {}): Indicator {
  const words = wordsOn(hints.on);
  const whole = tidy(name);
  const core = withoutBrackets(whole) || whole;
  const scope = tidy(hints.definition ?? "");
  const found = addingOf(core, tidy(unit), words);
  const accounting = hints.accounting ?? found.accounting;
  const asHinted =
    hints.accounting === undefined
      ? found
      : adding(accounting, accounting === "flow" || accounting === "stock", "hint", accounting);
  const { direction, evidence } = directionOf(core, whole + scope, hints, words);
  const key = indicatorKey(name, hints.definition);
  const parts = words.parts.find(({ indicator }) => indicator === core);
  const numerator = hints.numerator ?? (accounting === "ratio" ? parts?.numerator : undefined);
  const denominator = hints.denominator ?? (accounting === "ratio" ? parts?.denominator : undefined);
  const negative = findWord(core, words.mayBeNegative);
  return {
    key,
    name: whole || name,
    unit,
    ...(scope === "" ? {} : { definition: hints.definition ?? "" }),
    direction,
    accounting,
    acrossOrgs: hints.acrossOrgs ?? asHinted.acrossOrgs,
    acrossTime: asHinted.acrossTime,
    ...(negative ? { mayBeNegative: true } : {}),
    ...(numerator === undefined ? {} : { numerator: indicatorKey(numerator) }),
    ...(denominator === undefined ? {} : { denominator: indicatorKey(denominator) }),
    ...(hints.binding ? { binding: hints.binding } : {}),
    evidence: [
      asHinted.evidence,
      ...(hints.acrossOrgs
        ? [{ rule: "hint", saw: hints.acrossOrgs, decided: [`acrossOrgs:${hints.acrossOrgs}`] }]
        : []),
      evidence,
      ...(negative ? [{ rule: "mayBeNegative", saw: negative, decided: ["mayBeNegative"] }] : []),
    ],
  };
}
