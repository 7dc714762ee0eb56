import { type Indicator, inferIndicator } from "@taizhang/model";
import type { Amount, Entry } from "../entry.ts";

const cache = new Map<string, Indicator>();

/** The indicator that an entry's name, unit and bound propose, kept for the next row with the same (指标推断). */
export function indicatorOf({ indicator, unit = "" }: Entry, bound?: Amount["bound"]): Indicator {
  const key = `${indicator}|${unit}|${bound ?? ""}`;
  const before = cache.get(key);
  if (before) return before;
  const found = inferIndicator(indicator, unit, bound && bound !== "eq" ? { bound } : {});
  if (cache.size >= 5_000) cache.clear();
  cache.set(key, found);
  return found;
}
