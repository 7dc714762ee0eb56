import type { Period } from "@taizhang/model";
import type { Dimensions } from "./dimensions.ts";
import { groupBy } from "./group-by.ts";
import type { Key } from "./roll-up-cell.ts";

/** The groups of items by the members of some dimensions; what is joint is in several (分组). */
export function grouping<Item>(
  items: readonly Item[],
  dimsOf: (item: Item) => Dimensions,
  dimensions: readonly string[],
): { readonly key: Key; readonly codes: Key; readonly items: readonly Item[] }[] {
  const placed = items.flatMap((item) =>
    keysOf(dimsOf(item), dimensions).map((found) => ({ ...found, item })),
  );
  return [...groupBy(placed, ({ key }) => JSON.stringify(dimensions.map((name) => key[name]))).values()].map(
    (group) => ({
      key: group[0]?.key ?? {},
      codes: Object.assign({}, ...group.map(({ codes }) => codes)),
      items: group.map(({ item }) => item),
    }),
  );
}

/** Every key that dims belong to; "" stands where a dimension is not stated. */
function keysOf(
  dims: Dimensions,
  dimensions: readonly string[],
): { readonly key: Key; readonly codes: Key }[] {
  let keys: { key: Record<string, string>; codes: Record<string, string> }[] = [{ key: {}, codes: {} }];
  for (const dimension of dimensions) {
    const members = dims[dimension]?.length ? dims[dimension] : [{ name: "" }];
    keys = keys.flatMap(({ key, codes }) =>
      members.map(({ name, code }) => ({
        key: { ...key, [dimension]: name },
        codes: code === undefined ? codes : { ...codes, [dimension]: code },
      })),
    );
  }
  return keys;
}

/** True where dims belong to a key; its period is another matter. */
export const liesIn = (dims: Dimensions, key: Key): boolean =>
  Object.entries(key).every(([dimension, name]) => {
    const members = dims[dimension] ?? [];
    return (
      dimension === "period" || (members.length > 0 ? members.some((one) => one.name === name) : name === "")
    );
  });

/** The key with its dimensions, and the period, in the order asked for. */
export const orderedKey = (key: Key, by: readonly string[], period: Period | undefined): Key =>
  Object.fromEntries(
    by.map((dimension) => [dimension, dimension === "period" ? (period ?? "") : (key[dimension] ?? "")]),
  );
