import { cellsABatch, cellsIn } from "../../workbook/blocks.ts";
import type { Outline } from "../../workbook/workbook.ts";
import type { Pane } from "../pane/pane.ts";

/**
 * How long a check of everything would take, from a trial on the first rows of the largest sheet, here and now (预计用时). It
 * only reads; where the trial does not come to an end, nothing is said.
 */
export async function estimateTime(
  { workbook, engine, store, now }: Pane,
  outline: Outline,
  cells: number,
  signal: AbortSignal,
): Promise<void> {
  const [largest] = outline.sheets
    .flatMap(({ name, used }) => (used ? [{ name, used }] : []))
    .sort((a, b) => cellsIn(b.used) - cellsIn(a.used));
  if (!largest) return;
  const { name, used } = largest;
  const rows = Math.max(1, Math.floor(cellsABatch / (used.right + 1)));
  const started = now();
  try {
    const checked = engine.call("check", { file: outline.file, order: [name], read: [name] }, { signal });
    checked.catch(() => {}); // it is awaited below, unless reading fails before
    await workbook.read({ outline, sheets: [name], rows: [0, used.top + rows], signal }, (part) =>
      engine.put(part),
    );
    await checked;
  } catch {
    return; // the user has begun, or Excel is busy: the question stands without a time
  }
  const took = (now() - started) / 1000;
  const seconds = (took * cells) / (Math.min(rows, used.bottom - used.top + 1) * (used.right + 1));
  if (took > 0 && !signal.aborted) store.dispatch({ do: "set", state: { seconds: roundUp(seconds) } });
}

/** A time is promised in tens of seconds, small ones in single seconds. @example roundUp(37.2) // 40 */
export const roundUp = (seconds: number): number =>
  seconds < 10 ? Math.max(1, Math.ceil(seconds)) : Math.ceil(seconds / 10) * 10;
