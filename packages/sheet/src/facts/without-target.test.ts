import { type CellValue, gridOf } from "@taizhang/grid";
import { rollUp } from "@taizhang/kpi";
import { expect, test } from "vitest";
import { recogniseWorkbook } from "../recognise/workbook.ts";
import { figuresOf } from "./figures.ts";

const monthly = (org: string, ...rows: readonly (readonly CellValue[])[]) =>
  recogniseWorkbook(
    [
      gridOf("月报", [
        [`${org}2024年6月月报`],
        ["指标名称", "计量单位", "年度目标", "本年累计完成"],
        ...rows,
      ]),
    ],
    `${org}.xlsx`,
  );
const others = [
  monthly("张店区", ["城镇新增就业", "人", 1200, 600]),
  monthly("淄川区", ["城镇新增就业", "人", 600, 300]),
];

test.each<[title: string, target: CellValue, actual: CellValue, expected: number, apart: string | undefined]>(
  [
    ["目标空着", null, 50, 3, "50"],
    ["目标填“—”", "—", 50, 3, "50"],
    ["报的是零", null, 0, 3, "0"],
    ["什么都没有填的空表不算", null, null, 2, undefined],
  ],
)("单位没有目标、报了完成数：%s", (_, target, actual, expected, apart) => {
  const own = monthly("博山区", ["城镇新增就业", "人", target, actual]);
  const [cell] = rollUp(figuresOf([...others, own].flat())).cells;
  expect(cell).toMatchObject({ target: "1800", actual: "900", expected, reported: expected });
  expect(cell?.notes.flatMap((note) => (note.code === "noTarget" ? [note.args] : []))).toEqual(
    apart === undefined ? [] : [{ amount: apart, orgs: ["博山区"] }],
  );
});
