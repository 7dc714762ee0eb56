import type { Facts } from "./facts.ts";

/** One sentence a code, made from its facts and the A1 reference of its subject ("" where that is no cell). */
export type WordsOf<Family> = {
  readonly [Code in keyof Family]: (args: Family[Code], ref: string) => string;
};

/** The sentences of all codes. A code without a sentence does not compile. */
export type Words = WordsOf<Facts>;
