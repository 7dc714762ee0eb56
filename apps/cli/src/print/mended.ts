import { parseRange } from "@taizhang/grid";
import type { Session } from "../io.ts";
import type { Fixed } from "../mend.ts";
import { safe } from "./text-table.ts";

/** Every mended cell, before → after, and where the copy went. */
export function printMended(fixed: Fixed, { out, words }: Session): void {
  for (const { out: target, cells, skipped } of fixed) {
    out(
      words.check.fixed(
        cells.reduce((sum, { ref }) => sum + filledIn(ref), 0),
        safe(target),
      ),
    );
    for (const { sheet, ref, before, after } of cells)
      out(
        `  ${safe(sheet)}!${ref}  ${ref.includes(":") ? words.check.unmerged(safe(after)) : `${safe(before)} → ${safe(after)}`}`,
      );
    if (skipped > 0) out(`  ${words.check.skipped(skipped)}`);
  }
}

/** One cell, or those of a merge that were blank: all but the one that holds its value. */
function filledIn(ref: string): number {
  const range = parseRange(ref);
  const cells = range ? (range.bottom - range.top + 1) * (range.right - range.left + 1) : 1;
  return Math.max(1, cells - 1);
}
