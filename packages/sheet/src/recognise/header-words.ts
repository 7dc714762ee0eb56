import type { Field } from "../field.ts";
import { headerWords } from "../generated/header-words.ts";
import { fold, readHeading } from "./heading.ts";

const byWord = new Map<string, Field>();
for (const { field, words } of headerWords.fields)
  for (const word of words) byWord.set(readHeading(word).name, field);
const weakWords = new Set(headerWords.weak.map((word) => readHeading(word).name));
const groupWords = new Set(headerWords.groups.map((word) => readHeading(word).name));
const listWords = new Set(headerWords.list.map(fold));

/** The field that a whole heading names (整词). `name` is `Heading.name`. @example fieldOfWord("牵头单位") // "lead" */
export const fieldOfWord = (name: string): Field | undefined => byWord.get(name);

/** All listed words with their fields, as headings are looked up: months as X月 (词表各词). */
export const listedWords = (): Iterable<readonly [string, Field]> => byWord;

const hidden = new Map<string, Field>();

/** Words that are not to be known for a while. */
export const hiddenWords = (): ReadonlyMap<string, Field> => hidden;

/** Does a job as if words were not listed: what is recognised then is what would be of headings never met (不用这些词). */
export function withoutWords<T>(words: Iterable<string>, job: () => T): T {
  for (const word of words) {
    const field = byWord.get(word);
    if (field) hidden.set(word, field);
    byWord.delete(word);
  }
  try {
    return job();
  } finally {
    for (const [word, field] of hidden) byWord.set(word, field);
    hidden.clear();
  }
}

const lastLetters = new Set([...byWord.keys()].map((word) => word.at(-1)));

/** The last letters of the words of some fields: most names end otherwise. */
export const lastLettersOf = (fields: ReadonlySet<Field>): ReadonlySet<string | undefined> =>
  new Set([...byWord].flatMap(([word, field]) => (fields.has(field) ? [word.at(-1)] : [])));

/** False for most cells that are no listed word, at the cost of a look at the last letter. */
export const mayBeWord = (raw: string): boolean =>
  raw.length <= 24 && (lastLetters.has(raw.at(-1)) || /[)）\]】%％\s]$/.test(raw));

/** The field that parts of a heading point to, where it is no listed word (组合). @example fieldOfParts("X年城镇就业目标数") // "target" */
export function fieldOfParts(text: string): Field | undefined {
  if (text.length < 2 || text.length > 40) return undefined;
  const known = parts.get(text);
  if (known !== undefined) return known ?? undefined;
  const found = headerWords.combinations.find(
    ({ has, not }) =>
      has.every((group) => group.some((part) => text.includes(part))) &&
      !not.some((part) => text.includes(part)),
  )?.field;
  if (parts.size > 20_000) parts.clear();
  parts.set(text, found ?? null);
  return found;
}
const parts = new Map<string, Field | null>();

/** True for a word that needs the heading above it: 累计, 单位. */
export const isWeakWord = (name: string): boolean => weakWords.has(name);

/** True for a word that only qualifies the columns below it and is no indicator: 完成情况. */
export const isGroupWord = (name: string): boolean => groupWords.has(name);

/** True for a word of lists such as 姓名 or 单价. */
export const isListWord = (name: string): boolean => listWords.has(name);

/** The heading of a field as templates and ledgers write it (标准列名). @example fieldLabel("lead", "zh-CN") // "牵头单位" */
export const fieldLabel = (field: Field, lang: "zh-CN" | "en"): string =>
  headerWords.fields.find((one) => one.field === field)?.label[lang] ?? field;

/** The field of a label in either language, of its name in code, or of any heading for it (列的含义). */
export const fieldOfLabel = (text: string): Field | undefined =>
  headerWords.fields.find(
    ({ field, label }) => field === text || label["zh-CN"] === text || label.en === text,
  )?.field ?? fieldOfWord(readHeading(text).name);

/** The headings by which staff name a field, the usual one first (同义列名). */
export const fieldWords = (field: Field): readonly string[] =>
  headerWords.fields.find((one) => one.field === field)?.words ?? [];
