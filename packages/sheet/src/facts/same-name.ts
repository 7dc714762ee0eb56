import { unitOf } from "@taizhang/quantity";
import type { Entry } from "../entry.ts";

/** Words at the end of a name that say that it is a number, and not of what. */
const counted = /(?:总人数|人次数|人数|户数|个数|数量|总数|总量|数)$/;
/** 人口 and 人口数 may be two things, and so may other short names. */
const shortest = 3;

interface Listed {
  readonly fromLedger: boolean;
  readonly entries: readonly Entry[];
  readonly parts: ReadonlySet<Entry>;
}

interface Names {
  readonly all: Set<string>;
  readonly ofLedger: Set<string>;
  /** Two of the names stand in one table: there they are two indicators. */
  apart: boolean;
}

/**
 * The same tables where 城镇新增就业人数 and 城镇新增就业, counted in one kind of unit, are one indicator under one name (同一
 * 指标的两种叫法): the ledger's, else the shorter. Where one table has both they stay two. 收入 and 收入增速 are never one.
 */
export function underOneName<Source extends Listed>(sources: readonly Source[]): Source[] {
  const groups = new Map<string, Names>();
  for (const { entries, fromLedger } of sources) {
    const here = new Map<string, string>();
    for (const entry of entries) {
      const key = keyOf(entry);
      if (key === undefined) continue;
      const names = groups.get(key) ?? { all: new Set(), ofLedger: new Set(), apart: false };
      groups.set(key, names);
      names.all.add(entry.indicator);
      if (fromLedger) names.ofLedger.add(entry.indicator);
      const before = here.get(key);
      if (before !== undefined && before !== entry.indicator) names.apart = true;
      here.set(key, entry.indicator);
    }
  }
  const nameOf = new Map<string, string>();
  for (const [key, { all, ofLedger, apart }] of groups)
    if (all.size > 1 && !apart) {
      const [first = ""] = [...(ofLedger.size > 0 ? ofLedger : all)].sort(
        (a, b) => a.length - b.length || (a < b ? -1 : 1),
      );
      nameOf.set(key, first);
    }
  if (nameOf.size === 0) return [...sources];
  return sources.map((source) => {
    const parts = new Set(source.parts);
    const entries = source.entries.map((entry) => {
      const now = renamed(entry, nameOf);
      if (now !== entry && parts.delete(entry)) parts.add(now);
      return now;
    });
    return { ...source, entries, parts };
  });
}

function renamed(entry: Entry, nameOf: ReadonlyMap<string, string>): Entry {
  const name = nameOf.get(keyOf(entry) ?? "");
  return name === undefined || name === entry.indicator ? entry : { ...entry, indicator: name };
}

function keyOf({ indicator, unit }: Entry): string | undefined {
  const bare = indicator.replace(/\s+/g, "").replace(counted, "");
  if (bare.length < shortest || unit === undefined) return undefined;
  const known = unitOf(unit);
  return `${bare}\n${known ? `${known.dimension}${known.per ?? ""}` : unit}`;
}
