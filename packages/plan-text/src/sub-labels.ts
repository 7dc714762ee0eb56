import type { TextFunding, TextIndicator } from "./plan.ts";

const label =
  /(?:^|[。;\n:])\s*(?:\(\d{1,2}\)|[①-⑳]|\d{1,2}[.、])\s*([^:。;,\n\d]{3,26}?)(?::|(?<=工程|项目),)/g;

/** Where each part of an item that has a name of its own begins: (2)卫生服务中心迁建工程:…. */
function labelsIn(text: string): { name: string; at: number }[] {
  return [...text.matchAll(label)].map((match) => ({
    name: match[1] ?? "",
    at: match.index + match[0].length,
  }));
}

/**
 * Figures that several parts of an item name alike, each with the name of its part before it (分项名称): two 总建筑面积 of two buildings
 * are told apart. What is named once stays as it is.
 */
export function withLabels<T extends TextIndicator | TextFunding>(text: string, all: readonly T[]): T[] {
  const nameOf = (one: T): string => ("name" in one ? one.name : one.source);
  const counts = new Map<string, number>();
  for (const one of all) counts.set(nameOf(one), (counts.get(nameOf(one)) ?? 0) + 1);
  if (![...counts.values()].some((count) => count > 1)) return [...all];
  const labels = labelsIn(text);
  return all.map((one) => {
    const name = nameOf(one);
    const own = labels.findLast(({ at }) => at <= one.start)?.name;
    if (!own || (counts.get(name) ?? 0) < 2 || name.startsWith(own)) return one;
    return "name" in one ? { ...one, name: `${own}${name}` } : { ...one, source: `${own}${name}` };
  });
}
