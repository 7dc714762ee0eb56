import { parseRange, type Range, rangeRef } from "@taizhang/grid";
import type { Replacement } from "./byte-edits.ts";
import { attributesAt, attributeText, elementSpan } from "./cell-locator.ts";
import { children } from "./cell-patch.ts";
import { isName } from "./xml-bytes.ts";

/** Takes merged blocks out of the list; an empty list goes altogether, because Excel repairs one. */
export function withoutMerges(
  bytes: Uint8Array,
  prefix: string,
  from: number,
  ranges: readonly Range[],
): Replacement[] {
  const wanted = new Set(ranges.map(rangeRef));
  const list = elementSpan(bytes, prefix, "mergeCells", from);
  const merges = children(bytes, list.start, list.end).filter(({ start }) =>
    isName(bytes, start + 1 + prefix.length, "mergeCell"),
  );
  const gone = merges.filter(({ start }) => {
    const range = parseRange(attributeText(bytes, start, "ref") ?? "");
    return range !== undefined && wanted.has(rangeRef(range));
  });
  const left = merges.length - gone.length;
  if (left === 0) return [{ start: list.start, end: list.end, text: "" }];
  const replacements: Replacement[] = gone.map(({ start, end }) => ({ start, end, text: "" }));
  for (const { name, value, valueEnd } of attributesAt(bytes, list.start))
    if (isName(bytes, name, "count")) replacements.push({ start: value, end: valueEnd, text: `${left}` });
  return replacements;
}
