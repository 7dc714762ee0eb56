import type { Pane } from "../pane/pane.ts";

/** Looks which of the cells with a fix may be written in the protected active sheet (没有锁定的格). */
export async function findUnlocked({ workbook, store }: Pane): Promise<void> {
  const { rows, active, outline } = store.get();
  if (!outline?.sheets.some(({ name, isProtected }) => name === active && isProtected)) return;
  const fixable = rows.filter(({ finding, sheet }) => sheet === active && finding.fix);
  if (fixable.length === 0) return;
  try {
    const open = await workbook.unlocked(fixable);
    store.dispatch({ do: "unlocked", rows: fixable.filter((_, index) => open[index]).map(({ id }) => id) });
  } catch {
    // it is only an offer: without it the sheet counts as wholly protected
  }
}
