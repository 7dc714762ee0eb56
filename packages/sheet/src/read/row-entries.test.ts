import { gridOf } from "@taizhang/grid";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Entry } from "../entry.ts";
import { recogniseSheet } from "../recognise/recognise.ts";
import { readEntries } from "./entries.ts";
import { RowEntries } from "./row-entries.ts";

const count = 400;
const reading = recogniseSheet(
  gridOf("台账", [
    ["任务名称", "年度目标", "累计完成", "牵头单位"],
    ...Array.from({ length: count }, (_, at) => [`任务${at}`, 100 + at, at, "区人社局"]),
    ["合计", 100 * count, 1, ""],
  ]),
  "台账.xlsx",
);
const entries: readonly Entry[] = reading.tables.flatMap(readEntries);
const [, first] = reading.tables[0]?.headerRows ?? [0, 0];

/** The entry of a row as it would be read again. */
const again = (row: number, task: string): readonly Entry[] =>
  entries.filter((entry) => entry.row === row).map((entry) => ({ ...entry, task }));

const changesOfRows = fc.array(
  fc.uniqueArray(fc.integer({ min: first + 1, max: first + count + 1 }), { maxLength: 90 }),
  { maxLength: 8 },
);

test("一次次改几行，与整张表换掉这几行一样；先前的表不变", () => {
  fc.assert(
    fc.property(changesOfRows, (changes) => {
      let now = new RowEntries(entries);
      let expected = [...entries];
      for (const [step, rows] of changes.entries()) {
        const before = now;
        const was = [...expected];
        const fresh = new Map(rows.map((row) => [row, again(row, `改${step}`)]));
        now = now.with(fresh);
        expected = expected.map((entry) => fresh.get(entry.row)?.[0] ?? entry);
        for (const row of rows) {
          expect(now.at(row)).toEqual(expected.filter((entry) => entry.row === row));
          expect(now.dataAt(row)).toEqual(now.at(row).filter(({ kind }) => kind === "data"));
        }
        expect(before.all).toEqual(was);
      }
      expect(now.all).toEqual(expected);
      expect(now.data).toEqual(expected.filter(({ kind }) => kind === "data"));
    }),
    { numRuns: 40 },
  );
});

/** A list that counts which of its places are read. */
function watched(): { listed: readonly Entry[]; read: Set<string> } {
  const read = new Set<string>();
  const listed = new Proxy(entries, {
    get: (target, key, receiver) => {
      if (typeof key === "string" && /^\d+$/.test(key)) read.add(key);
      return Reflect.get(target, key, receiver);
    },
  });
  return { listed, read };
}

test("改一行、看几行，不把整张表抄一遍", () => {
  const { listed, read } = watched();
  let now = new RowEntries(listed);
  for (let row = first + 20; row < first + 60; row++) {
    read.clear();
    expect(now.at(row)).toHaveLength(1);
    now = now.with(new Map([[row, again(row, "改")]]));
    expect(now.at(row)[0]?.task).toBe("改");
    expect(now.at(row + 1)[0]?.task).toBe(`任务${row - first}`);
    expect(read.size).toBeLessThanOrEqual(6);
  }
});
