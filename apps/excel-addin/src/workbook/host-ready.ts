import type { Lang } from "@taizhang/finding";
import { canUndo } from "./run-excel.ts";

/** What the spreadsheet says of itself: its display language and whether it is dark. */
export interface Host {
  readonly lang: Lang;
  /** Absent where the host does not say, as on the web. */
  readonly dark: boolean | undefined;
  /** Whether Excel's own undo takes back what an add-in writes. */
  readonly undoes: boolean;
}

/** Resolves when Office.js is ready (宿主就绪). */
export async function hostReady(): Promise<Host> {
  await Office.onReady();
  const context = Office.context as Partial<Office.Context> | undefined;
  return {
    lang: /^zh/i.test(context?.displayLanguage ?? "zh-CN") ? "zh-CN" : "en",
    dark: context?.officeTheme?.isDarkTheme,
    undoes: canUndo(),
  };
}
