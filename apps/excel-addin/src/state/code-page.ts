import type { Lang } from "@taizhang/finding";

/** What the page of a code says, in one language: why it matters, what is reported, what is left alone (问题说明页). */
export interface CodePage {
  readonly why: string;
  readonly found: readonly CodeExample[];
  readonly leftAlone: readonly string[];
}

interface CodeExample {
  readonly title: string;
  readonly sentences: readonly string[];
}

/** The two languages stand in one page of the documents: Chinese first, English in the line below. */
export function codePage(text: string, lang: Lang): CodePage {
  const lines = text.split("\n");
  const at = lines.findIndex((line) => line.startsWith("**为什么 Why.**"));
  const why = lang === "en" ? (lines[at + 1] ?? "") : (lines[at] ?? "").replace("**为什么 Why.**", "").trim();
  const found: { title: string; sentences: string[] }[] = [];
  const leftAlone: string[] = [];
  let isFound = true;
  for (const [index, line] of lines.entries()) {
    if (line.startsWith("## ")) isFound = line.startsWith("## 报出的");
    else if (line.startsWith("### "))
      if (isFound) found.push({ title: line.slice(4), sentences: [] });
      else leftAlone.push(line.slice(4));
    else if (line.startsWith("- ") && isFound) {
      if (found.length === 0) found.push({ title: "", sentences: [] });
      found.at(-1)?.sentences.push(lang === "en" ? (lines[index + 1] ?? "").trim() : line.slice(2));
    }
  }
  return { why, found, leftAlone };
}
