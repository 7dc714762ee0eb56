import { clausesOf, type Token, tokensOf } from "./status-tokens.ts";

/** What a printed 办理状态 says. */
export type StatusWord = "done" | "onTrack" | "behind" | "notStarted" | "suspended";

/**
 * What a clause adds to the whole: a word, or what gives way to other words. `unfinished` (尚未竣工) is behind unless
 * something has begun, `toStart` (预计11月开工) is not started unless something has, a `promise` (确保完成) is no work done,
 * `notLate` (未逾期) says little, and `unclear` finishes something that may be a part of the task.
 */
type Signal = StatusWord | "unfinished" | "toStart" | "promise" | "notLate" | "unclear";

/**
 * What a printed state says, or undefined where it says nothing that is known (办理状态). "done needs evidence" (the domain
 * page §3): 已完成 is only what says in known words that all of it is finished. Negated, promised, in part, less than
 * 100%, or with a word that is not known beside it (完成招标, 完成60户), a finished word finishes nothing. The worst clause decides.
 * @example statusWord("尚未竣工") // "behind"
 * @example statusWord("主体完成") // "onTrack"
 */
export function statusWord(text: string, on?: string): StatusWord | undefined {
  const signals = new Set(clausesOf(text).flatMap((clause) => signalsOf(tokensOf(clause, on))));
  const has = (...some: Signal[]) => some.some((signal) => signals.has(signal));
  for (const certain of ["suspended", "behind", "notStarted"] as const) if (has(certain)) return certain;
  const begun = has("onTrack", "done");
  if (has("unfinished")) return begun ? "onTrack" : "behind";
  if (has("toStart")) return begun ? "onTrack" : "notStarted";
  if (has("onTrack", "promise")) return "onTrack";
  if (has("unclear")) return undefined;
  if (has("done")) return "done";
  return has("notLate") ? "onTrack" : undefined;
}

/** What the words of a clause say together; a negation or a promise holds for all that follows it. */
function signalsOf(tokens: readonly Token[]): Signal[] {
  const has = (...kinds: Token["kind"][]) => tokens.some(({ kind }) => kinds.includes(kind));
  const already = has("already");
  const found = new Set<Signal>();
  let [negated, never, future, share] = [false, false, false, false];
  for (const token of tokens) {
    const { kind } = token;
    if (kind === "not" || kind === "cannot") [negated, never] = [true, never || kind === "cannot"];
    else if (kind === "already") negated = false;
    else if (kind === "future" || (kind === "dayToCome" && !already)) future = true;
    else if (kind === "percent" && !negated && !has("beyond")) {
      share = true;
      found.add(token.percent === 0 ? "notStarted" : token.percent < 100 ? "onTrack" : "done");
    } else if (kind === "done" || kind === "beyond")
      found.add(negated ? (never ? "behind" : "unfinished") : future ? "promise" : "done");
    else if (kind === "start")
      found.add(negated || future ? (negated ? "notStarted" : "toStart") : "onTrack");
    else if (kind === "stage") found.add(negated ? (never ? "behind" : "unfinished") : "onTrack");
    else if (kind === "onTrack" || kind === "progress") {
      if (negated) found.add("behind");
      else if (kind === "onTrack") found.add("onTrack");
    } else if (kind === "behind") found.add(negated ? "notLate" : "behind");
    else if (kind === "notStarted") found.add(kind);
    else if (kind === "suspended") found.add(negated || future ? "unclear" : kind);
  }
  return together(found, tokens, share, already);
}

/** A share stands for the finished word beside it; parts and what is unknown take 已完成 from it. */
function together(found: Set<Signal>, tokens: readonly Token[], share: boolean, already: boolean): Signal[] {
  const has = (...kinds: Token["kind"][]) => tokens.some(({ kind }) => kinds.includes(kind));
  if (share && (found.has("onTrack") || found.has("notStarted"))) found.delete("done");
  if (has("going") && ![...found].some((signal) => signal !== "done")) found.add("onTrack");
  if (has("part")) {
    // 部分未启动 says nothing of the rest
    if (found.delete("notStarted")) found.add("unclear");
    if (found.delete("done")) found.add("onTrack");
  }
  const amount = has("amount") && !has("all");
  if (found.has("done") && (has("unknown") || amount || (has("day") && !already))) {
    found.delete("done");
    found.add("unclear");
  }
  // 取消证明事项已完成: what is cancelled there is the task's own matter
  if (found.has("suspended") && found.size > 1 && (has("unknown") || has("done"))) return ["unclear"];
  return [...found];
}
