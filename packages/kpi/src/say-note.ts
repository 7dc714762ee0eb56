import type { Lang } from "@taizhang/finding";
import { en } from "./messages.en.ts";
import { zhCN } from "./messages.zh-CN.ts";
import type { Note, NoteCode, NoteFacts, NoteWords } from "./note.ts";

const words: Record<Lang, NoteWords> = { "zh-CN": zhCN, en };

/**
 * The sentence of a note: what was found and what it means for the total (说明文字).
 * @example sayNote({ code: "noTarget", args: { amount: "120", orgs: ["高新区"] } }) // "另有1家单位没有目标，…"
 */
export function sayNote<Code extends NoteCode>(
  { code, args }: Extract<Note, { code: Code }>,
  lang: Lang = "zh-CN",
): string {
  return (words[lang][code] as (of: NoteFacts[Code]) => string)(args as NoteFacts[Code]);
}
