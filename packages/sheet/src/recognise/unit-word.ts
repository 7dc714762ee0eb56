import { type Unit, unitOf } from "@taizhang/quantity";

const known = new Map<string, Unit | null>();

/** The unit that a text names, as `unitOf`; the same few units come in column after column, so they are remembered. */
export function unitWord(text: string): Unit | undefined {
  if (text.length > 40) return undefined;
  const before = known.get(text);
  if (before !== undefined) return before ?? undefined;
  const unit = unitOf(text);
  if (known.size > 5_000) known.clear();
  known.set(text, unit ?? null);
  return unit;
}

/** True for a unit of measure as it stands in brackets or in a unit column (计量单位). @example looksLikeUnit("万元") // true */
export const looksLikeUnit = (text: string): boolean =>
  text !== "" && text.length <= 10 && (unitWord(text)?.unit ?? "") !== "";
