import { compare, type Decimal } from "@taizhang/quantity";

/** What is ranked: a printed number, or null for what stands unranked at the foot (未报). */
export interface Rankable {
  readonly value: Decimal | null;
}

/**
 * The places of items by their printed numbers, the greatest first, in the order of the items: ties share a place and
 * the next is skipped; what has no number has no place (位次). The domain page §3.
 * @example ranking([{ value: decimal("90") }, { value: decimal("95") }, { value: decimal("90") }, { value: null }]) // [2, 1, 2, null]
 */
export function ranking(items: readonly Rankable[]): (number | null)[] {
  const values = items.flatMap(({ value }) => (value === null ? [] : [value]));
  const places = new Map<Decimal, number>();
  for (const [index, value] of values.sort((a, b) => compare(b, a)).entries())
    if (!places.has(value)) places.set(value, index + 1);
  return items.map(({ value }) => (value === null ? null : (places.get(value) as number)));
}
