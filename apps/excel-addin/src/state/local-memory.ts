import type { Lang } from "@taizhang/finding";

/** What is kept on this computer: language, look, and the name last used; never anything of a workbook (本机记忆). */
interface Kept {
  readonly lang?: Lang;
  readonly look?: "auto" | "light" | "dark";
  readonly name?: string;
  readonly seen?: boolean;
}

const key = "taizhang";

/** What was kept; nothing where the browser keeps nothing. */
export function kept(): Kept {
  try {
    return JSON.parse(localStorage.getItem(key) ?? "{}") as Kept;
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
