/** The things by their keys, in the order in which each key comes first (分组). */
export function grouped<Thing>(
  things: readonly Thing[],
  keyOf: (thing: Thing) => string,
): Map<string, Thing[]> {
  const groups = new Map<string, Thing[]>();
  for (const thing of things) {
    const same = groups.get(keyOf(thing));
    if (same) same.push(thing);
    else groups.set(keyOf(thing), [thing]);
  }
  return groups;
}
