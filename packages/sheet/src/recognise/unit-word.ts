import { unitOf } from "@taizhang/quantity";

const known = new Map<string, boolean>();

/** True for a unit of measure as it stands in brackets or in a unit column (计量单位). @example looksLikeUnit("万元") // true */
export function looksLikeUnit(text: string): boolean {
  if (text === "" || text.length > 10) return false;
  const before = known.get(text);
  if (before !== undefined) return before;
  const is = (unitOf(text)?.unit ?? "") !== "";
  if (known.size > 5_000) known.clear();
  known.set(text, is);
  return is;
}
