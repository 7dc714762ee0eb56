import { type CellValue, type Grid, gridOf } from "@taizhang/grid";
import { expect, test } from "vitest";
import { recogniseSheet } from "../recognise/recognise.ts";
import { mayAddUp } from "./plain-sums.ts";
import { subjectOf } from "./subject.ts";

const header = ["任务名称", "计量单位", "年度目标", "上月累计", "本月完成", "牵头单位"];
const figures = [2, 3, 4];

/** What a look for sums says of these rows, and the columns of figures that it reads. */
function lookFor(rows: readonly (readonly CellValue[])[]): { may: boolean; read: ReadonlySet<number> } {
  const grid = gridOf("台账", [header, ...rows]);
  const read = new Set<number>();
  const watched: Grid["rows"] = grid.rows.map(
    (row, at) =>
      row &&
      new Proxy(row, {
        get: (target, key, receiver) => {
          if (at > 0 && typeof key === "string" && figures.includes(Number(key))) read.add(Number(key));
          return Reflect.get(target, key, receiver);
        },
      }),
  );
  const [view] = subjectOf([recogniseSheet({ ...grid, rows: watched }, "台账.xlsx")], {}).tables;
  if (!view) throw new Error("no table");
  read.clear();
  const columns = view.table.columns.filter(({ index }) => figures.includes(index));
  expect(columns).toHaveLength(figures.length);
  const lines = rows.map((_, at) => at + 1);
  return { may: mayAddUp(view, lines, columns, () => undefined), read };
}

const row = (name: string, ...values: readonly CellValue[]): CellValue[] => [
  name,
  "人",
  ...values,
  "区人社局",
];
const four = [row("甲", 10, 1, 2), row("乙", 20, 3, 4), row("丙", 30, 5, 6), row("丁", 40, 7, 8)];

test("第一列就看得出没有合计，不看其余各列", () => {
  expect(lookFor(four)).toEqual({ may: false, read: new Set([2]) });
});

test.each([
  ["是其余各行之和", [...four, row("戊", 100, 16, 20)], true],
  ["是上面各行之和，下面还有", [...four, row("戊", 100, 16, 20), row("己", 7, 1, 1)], true],
  ["只有第一列像合计", [...four, row("戊", 100, 16, 21)], false],
  ["第一列里有文字，要细看", [...four, row("戊", "100余", 16, 20)], true],
  [
    "第一列都是0，其余各列说了算",
    four.map(([name, unit, , ...rest]) => [name, unit, 0, ...rest] as CellValue[]),
    false,
  ],
] as const)("一行%s", (_, rows, may) => {
  expect(lookFor(rows).may).toBe(may);
});
