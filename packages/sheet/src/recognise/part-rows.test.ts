import { gridOf } from "@taizhang/grid";
import { expect, test } from "vitest";
import { recogniseSheet } from "./recognise.ts";

type Row = readonly [number | null, string, number, number];
const kinds = (...rows: Row[]) =>
  recogniseSheet(
    gridOf("Sheet1", [
      ["2016年10月目标进度表"],
      ["填报单位：区城管局"],
      ["序号", "指标名称", "年度目标", "累计完成"],
      ...rows.map((row) => [...row]),
    ]),
    "a.xlsx",
  ).tables[0]?.rows.map(({ kind }) => kind);

test.each<[string, Row[], string]>([
  [
    "其余部分补足总数",
    [
      [1, "新建公厕", 20, 18],
      [null, "其中：新建", 12, 11],
      [null, "改建", 8, 7],
      [2, "植树", 100, 90],
    ],
    "data ofWhich ofWhich data",
  ],
  [
    "没有序号，两部分补足",
    [
      [null, "一般公共预算收入", 1000, 900],
      [null, "其中：税收收入", 700, 600],
      [null, "非税收入", 200, 180],
      [null, "其他收入", 100, 120],
    ],
    "data ofWhich ofWhich ofWhich",
  ],
  [
    "其中已经是全部，下一行另算",
    [
      [1, "新建公厕", 20, 18],
      [null, "其中：城区", 20, 18],
      [2, "植树", 8, 7],
    ],
    "data ofWhich data",
  ],
  [
    "只有一列补足，不是其余部分",
    [
      [1, "新建公厕", 20, 18],
      [null, "其中：新建", 12, 11],
      [2, "植树", 8, 9],
    ],
    "data ofWhich data",
  ],
  [
    "破折号接着其中",
    [
      [1, "城镇新增就业", 1000, 900],
      [null, "#高校毕业生", 300, 280],
      [null, "—困难人员", 200, 150],
      [2, "植树", 8, 9],
    ],
    "data ofWhich ofWhich data",
  ],
])("%s", (_, rows, are) => expect(kinds(...rows)?.join(" ")).toBe(are));
