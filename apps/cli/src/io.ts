import type { Lang } from "@taizhang/finding";
import type { Words } from "./words/words.ts";

/** Where a command prints, in which language, and whether someone is watching. Tests pass their own. */
export interface Io {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** True where `err` is a terminal: only then is progress shown. */
  readonly isTerminal: boolean;
}

/** What every command is given. */
export interface Session extends Io {
  readonly lang: Lang;
  readonly words: Words;
  /** True where the user said that a file which stands in the way may be overwritten. */
  readonly force: boolean;
}

/** 0 done; 1 done, but findings of severity A remain; 2 usage, or a file could not be read. */
export type ExitCode = 0 | 1 | 2;
