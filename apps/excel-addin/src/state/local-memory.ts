import type { Lang, Severity } from "@taizhang/finding";

/** What is kept on this computer: language, look, tab, filters, and the name last used; never anything of a workbook (本机记忆). */
interface Kept {
  /** Absent where the pane follows Excel. */
  readonly lang?: Lang | undefined;
  readonly look?: "auto" | "light" | "dark";
  readonly name?: string;
  readonly seen?: boolean;
  readonly tab?: "check" | "rollup";
  readonly shown?: readonly Severity[];
  readonly scope?: "sheet" | "all";
}

const key = "taizhang";

/** What was kept; nothing where the browser keeps nothing. */
export function kept(): Kept {
  try {
    const found: unknown = JSON.parse(localStorage.getItem(key) ?? "{}");
    return typeof found === "object" && found !== null ? (found as Kept) : {};
  } catch {
    return {};
  }
}

/** Keeps more. */
export function keepHere(more: Kept): void {
  try {
    localStorage.setItem(key, JSON.stringify({ ...kept(), ...more }));
  } catch {
    // A browser that keeps nothing is no reason to stop.
  }
}

/** The name last filled in. */
export const nameUsed = (): string => kept().name ?? "";

/** What is kept until the pane is closed: it outlives a reload and no more. */
export function whileOpen(name: string): string {
  try {
    return sessionStorage.getItem(`${key}.${name}`) ?? "";
  } catch {
    return "";
  }
}

export function keepWhileOpen(name: string, text: string): void {
  try {
    sessionStorage.setItem(`${key}.${name}`, text);
  } catch {
    // as above
  }
}
