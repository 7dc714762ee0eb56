/// <reference types="node" />
import { decimal } from "@taizhang/quantity";
import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { encodeFacts, type Fact } from "./encode-facts.ts";
import { type FactCell, factCells } from "./fact-cell.ts";
import { type FactEdit, liveRollUp } from "./live-roll-up.ts";
import type { FactChange } from "./live-table.ts";
import { rollUpFacts } from "./roll-up-facts.ts";
import { type Case, cases, indicators } from "./testing/random-facts.ts";

vi.setConfig({ testTimeout: 3_600_000 });
const runs = { numRuns: Number(process.env.TAIZHANG_RUNS ?? 1000) };

const nameOf = ({ key, indicator }: FactCell) => JSON.stringify([Object.entries(key).sort(), indicator]);
const byName = (cells: Iterable<FactCell>) => new Map([...cells].map((cell) => [nameOf(cell), cell]));
const planOf = ({ asked: { sets, from, to } }: Case) => ({
  sets: [...new Map(sets.map((set) => [JSON.stringify(Object.entries(set).sort()), set])).values()],
  ...(from === "" ? {} : { window: { from, to } }),
});

const change = fc.oneof(
  fc.record({
    actual: fc.constantFrom("0", "5", "7.5", "-3", "0.0000004", "9007199254.740991").map(decimal),
  }),
  fc.record({ target: fc.option(fc.constantFrom("0", "5", "10", "9007199255").map(decimal)) }),
  fc.constant({ actual: null }),
  fc.record({ status: fc.constantFrom("missing" as const, "notApplicable" as const, "unusable" as const) }),
  fc.record({ light: fc.constantFrom("red" as const, "yellow" as const, "green" as const, null) }),
  fc.constant({ pending: true }),
) as fc.Arbitrary<FactChange>;
const steps = fc.array(fc.record({ kind: fc.nat(5), at: fc.nat(1000), change }), {
  minLength: 1,
  maxLength: 12,
});

describe("law 8: an edit updates its ancestors, and equals a full recomputation", () => {
  test("any sequence of edits, additions and removals; subscribers hear of what changed", () => {
    fc.assert(
      fc.property(cases(), cases(), steps, (given, other, edits) => {
        const { table } = encodeFacts(given.frame, given.facts);
        const plan = planOf(given);
        const live = liveRollUp(table, plan);
        let told = new Set<string>();
        live.subscribe((changed) => {
          told = new Set(changed.map((cell) => nameOfChanged(live, plan, table, cell)));
        });
        const alive = [...given.facts.keys()];
        let before = byName(live.cells());
        for (const { kind, at, change } of edits) {
          told = new Set();
          const edit = editOf(given, other, alive, kind, at, change);
          if (!edit) continue;
          const [row] = live.apply([edit]);
          if (row !== undefined) alive.push(row);
          const after = byName(live.cells());
          expect(after).toEqual(byName(factCells(rollUpFacts(live.table(), plan))));
          const really = [...new Set([...before.keys(), ...after.keys()])].filter(
            (name) => JSON.stringify(before.get(name)) !== JSON.stringify(after.get(name)),
          );
          expect([...told].sort()).toEqual(really.sort());
          before = after;
        }
      }),
      runs,
    );
  });
});

const nameOfChanged = (
  live: ReturnType<typeof liveRollUp>,
  _plan: object,
  _table: object,
  changed: Parameters<ReturnType<typeof liveRollUp>["keyOf"]>[0],
) => JSON.stringify([Object.entries(live.keyOf(changed)).sort(), indicators[changed.indicator]?.key]);

function editOf(
  { frame, facts }: Case,
  other: Case,
  alive: number[],
  kind: number,
  at: number,
  change: FactChange,
): FactEdit | undefined {
  const row = alive[at % Math.max(alive.length, 1)];
  if (kind > 1 && row !== undefined) return { row, change };
  if (kind === 1 && row !== undefined) {
    alive.splice(alive.indexOf(row), 1);
    return { remove: row };
  }
  const figures = other.facts[at % other.facts.length] as Fact;
  const place = facts[at % facts.length] as Fact;
  const org = (frame.orgs[at % frame.orgs.length] as { name: string }).name;
  const { jointOrgs: _, in: __, period: ___, ...rest } = figures;
  return {
    add: {
      ...rest,
      org,
      ...(place.jointOrgs ? { jointOrgs: place.jointOrgs } : {}),
      ...(place.in ? { in: place.in } : {}),
      ...(place.period ? { period: place.period } : {}),
    },
  };
}
