/// <reference types="node" />
import fc from "fast-check";
import { expect, test, vi } from "vitest";
import { runs as runCount } from "../testing/runs.ts";
import { encodeFacts } from "./encode-facts.ts";
import { type FactCell, factCells } from "./fact-cell.ts";
import { rollUpFacts } from "./roll-up-facts.ts";
import { type Asked, oracle } from "./testing/oracle.ts";
import { cases } from "./testing/random-facts.ts";

vi.setConfig({ testTimeout: 7_200_000 });
/** A thousand runs in the suite; TAIZHANG_RUNS=100000 for the long night, ENGINE_RUNS for these worlds alone. */
const runs = { numRuns: Number(process.env.ENGINE_RUNS ?? runCount) };

const planOf = ({ sets, from, to }: Asked) => ({ sets, ...(from === "" ? {} : { window: { from, to } }) });
const sorted = (cells: readonly { key: object; indicator: string }[]) =>
  cells
    .map((cell) => ({ name: JSON.stringify([Object.entries(cell.key).sort(), cell.indicator]), ...cell }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));

test("agrees to the last digit with the slow roll-up written apart", () => {
  fc.assert(
    fc.property(cases(), ({ frame, facts, asked }) => {
      const { table, refused } = encodeFacts(frame, facts);
      expect(refused).toEqual([]);
      const sets = [
        ...new Map(asked.sets.map((set) => [JSON.stringify(Object.entries(set).sort()), set])).values(),
      ];
      const cells: FactCell[] = [...factCells(rollUpFacts(table, planOf({ ...asked, sets })))];
      expect(sorted(cells)).toEqual(sorted(oracle(frame, facts, { ...asked, sets })));
    }),
    runs,
  );
});
