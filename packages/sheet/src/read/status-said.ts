import { statusWord } from "@taizhang/kpi";
import { remembered } from "../remembered.ts";

/** What an 办理状态 says, kept by its text: a few words come in row after row (状态词). @example statusSaid("已办结") // "done" */
export const statusSaid = remembered((text) => statusWord(text));
