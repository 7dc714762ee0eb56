import type { Session } from "../io.ts";
import type { Fixed } from "../mend.ts";
import { safe } from "./text-table.ts";

/** Every mended cell, before → after, and where the copy went. */
export function printMended(fixed: Fixed, { out, words }: Session): void {
  for (const { out: target, cells, skipped } of fixed) {
    out(words.check.fixed(cells.length, safe(target)));
    for (const { sheet, ref, before, after } of cells)
      out(`  ${safe(sheet)}!${ref}  ${safe(before)} → ${safe(after)}`);
    if (skipped > 0) out(`  ${words.check.skipped(skipped)}`);
  }
}
