import type { Finding } from "@taizhang/finding";
import { parseRange } from "@taizhang/grid";
import { sheetKey } from "./worked-out.ts";

/** The rows, by sheet, that bear an open finding of a kind. */
export function rowsOf(
  findings: readonly Finding[],
  isMeant: (one: Finding) => boolean,
): ReadonlySet<string> {
  const rows = new Set<string>();
  for (const one of findings) {
    if (one.status !== "open" || !isMeant(one)) continue;
    for (const place of one.at) {
      const range = place.kind === "cell" ? parseRange(place.ref) : undefined;
      if (place.kind === "cell" && range && range.top === range.bottom)
        rows.add(`${sheetKey(place.file, place.sheet)}\n${range.top}`);
    }
  }
  return rows;
}

/** By file, what must be corrected in it: open findings A and B, with their place among all. */
export function correctionsByFile(
  findings: readonly Finding[],
): ReadonlyMap<string, ReadonlyMap<number, Finding>> {
  const byFile = new Map<string, Map<number, Finding>>();
  for (const [index, one] of findings.entries()) {
    if ((one.severity !== "A" && one.severity !== "B") || one.status !== "open") continue;
    for (const place of one.at) {
      if (place.kind !== "cell") continue;
      const own = byFile.get(place.file);
      if (own) own.set(index, one);
      else byFile.set(place.file, new Map([[index, one]]));
    }
  }
  return byFile;
}
