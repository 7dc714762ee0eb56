import { isCountUnit, type Unit, unitOf } from "@taizhang/quantity";

const known = new Map<string, (Unit & { readonly counts: boolean }) | undefined>();

/** The unit that a text names, and whether it counts whole things; kept for the next row with the same (读单位). */
export function unitRead(text: string): (Unit & { readonly counts: boolean }) | undefined {
  if (known.has(text)) return known.get(text);
  const unit = unitOf(text);
  const read = unit && { ...unit, counts: isCountUnit(unit.unit) };
  if (known.size >= 5_000) known.clear();
  known.set(text, read);
  return read;
}
