import { divisionOf, resolve } from "@taizhang/admin-units";

/**
 * The code of the one division that all these divisions lie directly in, or undefined (所在地区): 东坡区 彭山区 仁寿县
 * are all of 511400. Two names at least must say so, and no other division may say it as well.
 */
export function withinOf(names: readonly string[], on: string | undefined): string | undefined {
  const parents = new Map<string, number>();
  for (const name of new Set(names)) {
    const answer = resolve(name, on === undefined ? {} : { on });
    const codes =
      answer.type === "division" ? [answer.code] : (answer.candidates ?? []).map(({ code }) => code);
    const above = new Set(
      codes.map((code) => (code === undefined ? undefined : divisionOf(code, on)?.parent)),
    );
    for (const parent of above) if (parent !== undefined) parents.set(parent, (parents.get(parent) ?? 0) + 1);
  }
  const ranked = [...parents].sort(([, a], [, b]) => b - a);
  const [first, second] = ranked;
  return first && first[1] >= 2 && first[1] > (second?.[1] ?? 0) ? first[0] : undefined;
}
