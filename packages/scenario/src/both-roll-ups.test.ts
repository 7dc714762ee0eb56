import { readdirSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { encodeFacts, factCell, factsOf, rollUp, rollUpFacts } from "@taizhang/kpi";
import { convert, type Decimal } from "@taizhang/quantity";
import { figuresOf, recogniseWorkbook, type SheetReading } from "@taizhang/sheet";
import { readWorkbook } from "@taizhang/xlsx";
import { expect, test } from "vitest";

const examples = resolve(import.meta.dirname, "../../../examples");

const readingsOf = (file: string, targetsElsewhere: boolean): readonly SheetReading[] =>
  recogniseWorkbook(readWorkbook(readFileSync(resolve(examples, file)), { file }).value?.sheets ?? [], file, {
    targetsElsewhere,
  });
const returnsIn = (folder: string, targetsElsewhere: boolean) =>
  readdirSync(resolve(examples, folder))
    .filter((name) => name.endsWith(".xlsx"))
    .sort()
    .flatMap((name) => readingsOf(`${folder}/${name}`, targetsElsewhere));

test.each([
  [
    "南关区2016年10月",
    () =>
      figuresOf(returnsIn("nanguan-2016/2016-10", true), {
        ledger: readingsOf("nanguan-2016/台账.xlsx", false),
      }),
    20,
  ],
  ["眉山市2019年", () => figuresOf(returnsIn("meishan-2019/returns", false)), 10],
])("%s：两种汇总一致，表格没有说的也逐条说明", (_, read, atLeast) => {
  const figures = read();
  const { frame, facts, period, notCarried } = factsOf(figures);
  const { table, refused } = encodeFacts(frame, facts);
  expect(refused).toEqual([]);
  const left = new Set(notCarried.map(({ indicator }) => indicator));
  const names = Object.keys(table.dimensions);
  const engine = rollUpFacts(table, {
    sets: [{}, ...names.map((name) => ({ [name]: 1 }))],
    ...(period ? { period } : {}),
  });
  const unitOf = (key: string) => frame.indicators.find((one) => one.key === key)?.unit ?? "";
  let compared = 0;
  for (const by of [[], ...names.map((name) => [name])])
    for (const cell of rollUp(figures, { by }).cells) {
      const { indicatorKey: key, unit } = cell;
      if (left.has(key) || Object.values(cell.key).includes("") || cell.expected === 0) continue;
      const ours = factCell(engine, cell.key, key);
      expect(ours).toMatchObject({ expected: cell.expected, reported: cell.reported });
      const into = (amount: Decimal | null) =>
        amount === null ? null : (convert(amount, unit, unitOf(key)) ?? amount);
      if (!ours || ours.notAdditive || cell.notes.some(({ code }) => code === "noTarget")) continue;
      compared++;
      expect([key, ours.atLeast, ours.target, ours.actual]).toEqual([
        key,
        cell.atLeast,
        into(cell.target),
        into(cell.actual),
      ]);
    }
  expect(compared).toBeGreaterThan(atLeast);
});
