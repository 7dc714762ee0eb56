import { gridOf, layoutCell } from "@taizhang/grid";
import { rollUp } from "@taizhang/kpi";
import { expect, test } from "vitest";
import { collectLayouts } from "../collect/collect-layouts.ts";
import { collectReturns } from "../collect/collect-returns.ts";
import { ledgerOf, returnOf } from "../collect/testing/returned.ts";
import { recogniseWorkbook } from "../recognise/workbook.ts";
import { figuresOf } from "./figures.ts";

const ledger = ledgerOf(
  [
    ["R1", "新建公厕", "新建公厕", "座", 12, "城管局", "定量"],
    ["R2", "市容整治", null, null, null, "城管局", "定性"],
    ["R3", "应急药箱", "新配药箱", "个", 57, "红十字会", "定量"],
    ["R4", "救护培训", "培训", "人次", 900, "红十字会", "定量"],
  ],
  ["任务类型"],
);
const city = (file: string, done: number) =>
  returnOf(
    "城管局",
    [
      ["R1", "新建公厕", "新建公厕", "座", 12, 1, done, "已开工"],
      ["R2", "市容整治", null, null, null, null, null, `整治${done}处`],
    ],
    { file },
  );
const collected = collectReturns({
  ledger,
  returns: [
    ...city("城管局.xlsx", 3),
    ...city("城管局（改）.xlsx", 4),
    ...returnOf("红十字会", [
      ["R3", "应急药箱", "新配药箱", "个", 57, 10, null, "已采购"],
      ["R4", "救护培训", "培训", "人次", 900, 80, 700, "已办6期"],
    ]),
  ],
  period: "2016-10",
});

test("有文字、没有累计数的行：不计入，登记、催报和合并表说法一致", () => {
  expect(collected.rows.map(({ why, answer }) => [why, answer !== undefined])).toEqual([
    ["disputed", false],
    ["disputed", false],
    ["figure", true],
    [undefined, true],
  ]);
  const line = collected.register.find(({ org }) => org === "红十字会");
  expect([line?.answered, line?.unanswered.map(({ id }) => id)]).toEqual([1, ["R3"]]);
});

test("汇总自己的合并表：没有计入的行是未报，写明缺哪家，不把说明的话当成进展", () => {
  const { register } = collectLayouts(collected, { linkTo: (file) => file });
  const grids = register.map(({ name, rows }) =>
    gridOf(
      name,
      rows.map((row) => row.map((cell) => layoutCell(cell).value)),
    ),
  );
  const merged = recogniseWorkbook(grids, "收件登记.xlsx", { targetsElsewhere: true });
  for (const context of [{}, { ledger }]) {
    const { cells, counts } = rollUp(figuresOf(merged, context), { period: "2016-10" });
    expect(
      cells.map(({ indicator, actual, reported, expected, missing }) =>
        [indicator, actual, `${reported}/${expected}`, ...missing].join(" "),
      ),
    ).toEqual(["新建公厕  0/1 城管局", "新配药箱  0/1 红十字会", "培训 700 1/1"]);
    expect(counts[0]).toMatchObject({ total: 4, unreported: 3 });
  }
});
