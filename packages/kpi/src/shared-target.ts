import { contains, type Period } from "@taizhang/model";
import { type LineAmounts, type SharedTarget, unitOfFigure } from "./cell-amounts.ts";
import type { Line } from "./line.ts";
import { nothing } from "./scaled.ts";
import type { Series } from "./series.ts";
import { keyOfShared } from "./shared-figure.ts";
import type { TotalUnit } from "./total-unit.ts";

/** The target that a line's org has together with others in the period (共同目标). */
export function sharedTargetOf({ targets }: Line, period: Period | undefined): SharedTarget | undefined {
  const found = targets.find(
    ({ shared, period: of }) => shared && (of === undefined || period === undefined || contains(of, period)),
  );
  return found?.shared ? { ...found, shared: found.shared } : undefined;
}

/**
 * The lines of a cell, where all orgs of a shared target are among them with that target once: the first line carries
 * it and the others nothing more (共同目标只计一次). Where some are elsewhere it is nobody's here.
 */
export function withSharedTargets(
  lines: readonly LineAmounts[],
  period: Period | undefined,
  unit: TotalUnit,
  series: Series,
): readonly LineAmounts[] {
  const open = (line: LineAmounts) =>
    line.chosen === undefined ? sharedTargetOf(line.reading.line, period) : undefined;
  const having = new Map<string, Set<string>>();
  for (const line of lines) {
    const shared = open(line)?.shared;
    if (!shared) continue;
    const key = keyOfShared(shared);
    having.set(key, (having.get(key) ?? new Set()).add(line.reading.line.org));
  }
  if (having.size === 0) return lines;
  const given = new Set<string>();
  return lines.map((line) => {
    const fact = open(line);
    if (!fact) return line;
    const key = keyOfShared(fact.shared);
    if (!fact.shared.orgs.every((org) => having.get(key)?.has(org))) return line;
    const target = given.has(key) ? nothing : unit.into(fact.shared.value, unitOfFigure(fact, series));
    given.add(key);
    return target === undefined ? line : { ...line, target, shared: fact };
  });
}
