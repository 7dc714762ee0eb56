import { type CellValue, type Grid, gridOf } from "@taizhang/grid";
import { expect, test } from "vitest";
import { withoutWords } from "./header-words.ts";
import { lookAtSheet, recogniseSheet } from "./recognise.ts";

/** What stands in the instructions of a form: sentences, and a list of its columns. */
const lines: readonly (readonly CellValue[])[] = [
  ["填写说明", null],
  [1, "只填有底纹的格，其余各格由下发单位填好。"],
  [2, "空着表示未报，0表示没有进展，“—”表示不涉及。"],
  [null, null],
  ["列名", "填写要求"],
  ["本月完成", "只填本月新增的数"],
  ["本年累计完成", "从1月1日起到报告期末止"],
  ["办理状态", "从下拉框中选择"],
];

/** The same sheet as it lies in each of the returned files, counting how many of its cells are read. */
function copy(rows: readonly (readonly CellValue[])[] = lines) {
  const grid = gridOf("填写说明", rows);
  const count = { reads: 0 };
  const watched = grid.rows.map(
    (row) =>
      row &&
      new Proxy(row, {
        get: (target, key, receiver) => {
          if (typeof key === "string" && /^\d+$/.test(key)) count.reads++;
          return Reflect.get(target, key, receiver);
        },
      }),
  );
  return { grid: { ...grid, rows: watched } as Grid, count };
}

test("同一张说明页在下一份文件里只核对一遍，结论相同", () => {
  const [first, second] = [copy(), copy()];
  const { reason, tables } = recogniseSheet(first.grid, "区人社局.xlsx");
  expect(tables).toEqual([]);
  const before = first.count.reads;
  const again = recogniseSheet(second.grid, "区民政局.xlsx");
  expect(again).toEqual({ grid: second.grid, file: "区民政局.xlsx", tables: [], reason });
  expect(second.count.reads).toBeLessThanOrEqual(lines.length * 2);
  expect(before).toBeGreaterThan(second.count.reads * 4);
});

test("一时不用的词表词，不留到以后", () => {
  const { grid } = copy([
    ["任务名称", "计量单位", "年度目标", "累计完成"],
    ["新建公厕", "座", 5, 3],
    ["城镇新增就业", "人", 1300, 1255],
  ]);
  const all = ["任务名称", "计量单位", "年度目标", "累计完成"];
  const unknown = withoutWords(all, () => recogniseSheet(grid, "区民政局.xlsx"));
  const known = recogniseSheet(grid, "区民政局.xlsx");
  expect(known.tables).toHaveLength(1);
  expect(withoutWords(all, () => recogniseSheet(grid, "区民政局.xlsx"))).toEqual(unknown);
});

const others: readonly (readonly [string, readonly (readonly CellValue[])[], string, boolean])[] = [
  ["文件名写了年月", lines, "2016年10月区民政局.xlsx", false],
  ["目标另见台账", lines, "区民政局.xlsx", true],
  ["改了一格", [...lines.slice(0, -1), ["办理状态", "必填"]], "区民政局.xlsx", false],
  ["多了一行", [...lines, ["备注", "可不填"]], "区民政局.xlsx", false],
  [
    "说明页换成了报表",
    [
      ["任务名称", "计量单位", "年度目标", "累计完成"],
      ["新建公厕", "座", 5, 3],
      ["城镇新增就业", "人", 1300, 1255],
    ],
    "区民政局.xlsx",
    false,
  ],
];

test.each(others)("%s，与从头看一样", (_, rows, file, targetsElsewhere) => {
  recogniseSheet(copy().grid, "区人社局.xlsx");
  const { grid } = copy(rows);
  expect(recogniseSheet(grid, file, { targetsElsewhere })).toEqual(
    lookAtSheet(grid, file, { targetsElsewhere }).reading,
  );
});
