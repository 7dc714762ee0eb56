import { type Dated, inForce } from "./dated.ts";
import { versions } from "./generated/task-status-words.ts";

type WordList = keyof (typeof versions)[number]["value"];

/** What a piece of a printed state does in its clause: the lists of the data, and what is written in figures. */
export type Token =
  | { readonly kind: WordList | "unknown" | "amount" | "day" | "dayToCome" }
  | { readonly kind: "percent"; readonly percent: number };

/** The list of each word. */
const all: readonly Dated<ReadonlyMap<string, WordList>>[] = versions.map(({ value, ...dated }) => ({
  ...dated,
  value: new Map(
    Object.entries(value).flatMap(([kind, words]) =>
      words.map((word): [string, WordList] => [word, kind as WordList]),
    ),
  ),
}));

/** 完成80%, 3/5, 八成, 除两项外: a share or an amount; 12月底前: a day that is to come; 9月30日: any day. */
const written: readonly (readonly [RegExp, (text: string) => Token])[] = [
  [/^\d+(?:\.\d+)?%/, (text) => ({ kind: "percent", percent: Number.parseFloat(text) })],
  [/^百分之百/, () => ({ kind: "percent", percent: 100 })],
  [/^(?:\d+\/\d+|百分之[一二三四五六七八九十]+|[一二三四五六七八九]成|除.{1,8}外)/, () => ({ kind: "part" })],
  [
    /^(?=\d+[年月])(?:\d{4}年)?(?:\d{1,2}月份?)?(?:\d{1,2}[日号]|[上中下]旬)?(?:底|末|内|之前|以前|前)+/,
    () => ({ kind: "dayToCome" }),
  ],
  [/^(?:\d{4}年(?:\d{1,2}月份?)?|\d{1,2}月份?)(?:\d{1,2}[日号]|[上中下]旬|初)?/, () => ({ kind: "day" })],
  [/^\d[\d.]*/, () => ({ kind: "amount" })],
];

/** The clauses of a printed state; of boxes to tick only those that are ticked. */
export const clausesOf = (text: string): string[] =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/\s/g, "")
    .replace(/[□☐][^□☐☑☒■√✓✔]*/g, "")
    .split(/[☑☒■√✓✔,，。;；:：、!()（）【】[\]|]|(?<!\d)[./]|[./](?!\d)|但是?|而/)
    .filter((clause) => clause !== "");

const longest = 8;

/** A clause in pieces, the longest word first at each place. */
export function tokensOf(clause: string, on?: string): Token[] {
  const words = inForce(all, on).value;
  const tokens: Token[] = [];
  for (let at = 0; at < clause.length; ) {
    const { token, length } = tokenAt(clause.slice(at), words);
    tokens.push(token);
    at += length;
  }
  return tokens;
}

function tokenAt(
  rest: string,
  words: ReadonlyMap<string, WordList>,
): { readonly token: Token; readonly length: number } {
  for (const [pattern, tokenOf] of written) {
    const [found] = pattern.exec(rest) ?? [];
    if (found) return { token: tokenOf(found), length: found.length };
  }
  // English words are longer than any of ours
  const latin = /^[a-z]+/.exec(rest)?.[0].length ?? 0;
  for (let length = Math.min(rest.length, Math.max(longest, latin)); length > 0; length--) {
    const kind = words.get(rest.slice(0, length));
    if (kind) return { token: { kind }, length };
  }
  return { token: { kind: "unknown" }, length: 1 };
}
