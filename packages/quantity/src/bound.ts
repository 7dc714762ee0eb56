import { skipSpaces, skipSpacesBack } from "./width.ts";
import { indexWords } from "./words.ts";

/** How a value binds: 以上 and 以内 include the number, 超过 and 不满 do not (the domain page §2). */
export type Bound = "eq" | "ge" | "gt" | "le" | "lt" | "range" | "approx";

/** What the words before a number say of it. */
export interface Before {
  readonly bound?: Bound;
  /** True for 控制在, whose bound a word behind the number may replace (左右). */
  readonly weak?: true;
  /** False for 力争, 争取. */
  readonly firm?: false;
  readonly change?: "up" | "down";
  /** True for 由 and 从: "由80到100" is a change and no range. */
  readonly from?: true;
}

const wordsBefore = new Map<string, Before>();
const before = (words: string, says: Before) => {
  for (const word of words.split(" ")) wordsBefore.set(word, says);
};
before(
  "≥ >= => 不低于 不少于 不小于 不下于 不短于 不得低于 不得少于 应不低于 至少 最少 最低 大于等于 大于或等于 高于或等于 达到或超过 达到并超过",
  { bound: "ge" },
);
before("> 超过 大于 高于 多于 突破 超 逾 高出 快于 超出 不止", { bound: "gt" });
before(
  "≤ <= =< 不高于 不超过 不多于 不大于 不突破 不得超过 不得高于 至多 最多 最高 小于等于 小于或等于 低于或等于",
  { bound: "le" },
);
before("控制在 限制在", { bound: "le", weak: true });
before("< 低于 少于 小于 不到 不足 不满 未满 低于", { bound: "lt" });
before("≈ ~ 约 大约 约为 近 将近 接近 大概", { bound: "approx" });
before("= 达到 达 为 是 完成 实现 确保 保证 保持在 稳定在 维持在 共 共计 合计 总计 累计 计 各 均 即", {});
before(
  "提高到 提高至 提升到 提升至 增加到 增加至 增长到 增长至 增至 升至 扩大到 降到 降至 降低到 降低至 下降到 下降至 减少到 减少至 减至",
  {},
);
before("增长 增加 提高 提升 上升 回升 新增 净增 增幅 涨幅 翻 翻了", { change: "up" });
before("下降 降低 减少 压减 下调 降幅 负增长", { change: "down" });
before("力争 争取", { firm: false });
before("由 从 自", { from: true });

const wordsBehind = new Map<string, Bound>();
const behind = (words: string, bound: Bound) => {
  for (const word of words.split(" ")) wordsBehind.set(word, bound);
};
behind("以上 及以上 或以上 以上(含) (含)以上 (含以上) 以上(含本数) +", "ge");
behind("以上(不含)", "gt");
behind("以下 及以下 或以下 以内 之内 内 以内(含) 以下(含) 封顶", "le");
behind("以下(不含)", "lt");
behind("左右 上下 余 多", "approx");

const lastLetters = indexWords(wordsBefore.keys(), "last");
const firstLetters = indexWords(wordsBehind.keys(), "first");

/**
 * What the words right before `at` say, the nearest first. `start` is where the first word that says something
 * begins, `reach` where the first word at all begins (达到, 为); nothing before `from` is read.
 */
export function boundBefore(
  text: string,
  at: number,
  from: number,
): { says: Before; start: number; reach: number } {
  let says: Before = {};
  let start = at;
  let reach = at;
  for (let words = 0; words < 4; words++) {
    const end = skipSpacesBack(text, reach, from);
    const length = wordLengthBefore(text, end, from);
    if (length === 0) break;
    reach = end - length;
    const word = wordsBefore.get(text.slice(reach, end)) ?? {};
    says = { ...word, ...says }; // the word nearest to the number wins
    if (Object.keys(word).length > 0) start = reach;
  }
  return { says, start, reach };
}

/**
 * The words at the end of a text that only set a bound (低于, 控制在, 达到), and where they start. Words of one letter
 * stay, because they end other words too: 签约, 最近.
 */
export function boundAtEnd(text: string): { bound?: Bound; weak: boolean; start: number } {
  let start = text.length;
  let says: Before = {};
  for (;;) {
    const end = skipSpacesBack(text, start, 0);
    const length = wordLengthBefore(text, end, 0);
    const word = text.slice(end - length, end);
    const one = wordsBefore.get(word);
    if (!one || (length === 1 && !/[≥≤<>=≈~]/.test(word)) || !(one.bound || word === "达到" || word === "="))
      break;
    says = { ...one, ...says };
    start = end - length;
  }
  return { ...(says.bound ? { bound: says.bound } : {}), weak: says.weak === true, start };
}

/** The length of the longest word that ends here and begins not before `from`; 0 for none. */
function wordLengthBefore(text: string, end: number, from: number): number {
  for (const word of lastLetters.get(text.charAt(end - 1)) ?? [])
    if (
      word.length <= end - from &&
      text.endsWith(word, end) &&
      !partOfWord[word]?.test(text.slice(Math.max(from, end - 2), end - 1))
    )
      return word.length;
  return 0;
}

/** Letters before 约, 近, 超 and 共 with which they are another word: 签约, 附近, 公共. */
const partOfWord: Readonly<Record<string, RegExp>> = {
  约: /[签条契合违履续节预邀盟]/,
  近: /[附就最临邻远靠]/,
  超: /[赶反]/,
  共: /公/,
};

/** Letters after which 内, 多, 余 and + are parts of another word: 内容, 多样, 1+X. */
const otherWord: Readonly<Record<string, RegExp>> = {
  内: /[容部外涵在设]/,
  多: /[样元种次]/,
  余: /[额下]/,
  "+": /[\dA-Za-z]/,
};

/** The bound that words right behind a unit say, and where they end. */
export function boundBehind(text: string, at: number): { bound: Bound; end: number } | undefined {
  const start = skipSpaces(text, at);
  for (const word of firstLetters.get(text.charAt(start)) ?? []) {
    const bound = wordsBehind.get(word);
    const end = start + word.length;
    if (bound && text.startsWith(word, start) && !otherWord[word]?.test(text.charAt(end)))
      return { bound, end };
  }
  return undefined;
}

/** Both bounds as one: a strong word before the number stays, else the word behind it decides. */
export function joinBounds(says: Before, behind: Bound | undefined, approx: boolean): Bound {
  if (says.bound && !says.weak && says.bound !== "approx") return says.bound;
  return behind ?? says.bound ?? (approx ? "approx" : "eq");
}
