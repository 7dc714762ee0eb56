import { gridOf } from "@taizhang/grid";
import { rollUp } from "@taizhang/kpi";
import { expect, test } from "vitest";
import { recogniseSheet } from "../recognise/recognise.ts";
import { figuresOf } from "./figures.ts";

type Row = readonly [place: string, target: number | null, actual: number | null];

const totals = (rows: readonly Row[]) =>
  rollUp(
    figuresOf([
      recogniseSheet(
        gridOf("Sheet1", [
          ["长春市2026年9月改造危房情况（单位：户）"],
          ["地区", "年度目标", "累计完成"],
          ...rows.map((row) => [...row]),
        ]),
        "a.xlsx",
      ),
    ]),
  ).cells.map(({ target, actual, expected, parentReported }) => [target, actual, expected, parentReported]);

test.each<[title: string, rows: Row[], cell: unknown[]]>([
  [
    "街道加起来就是所在的区：以街道的数为准，区里的数只作核对",
    [
      ["全市", 500, 400],
      ["市本级", 100, 100],
      ["南关区", 200, 150],
      ["新春街道", 120, 90],
      ["桃源街道", 80, 60],
      ["宽城区", 200, 150],
    ],
    ["500", "400", 4, "400"],
  ],
  [
    "没有合计行，名录里没有的区和镇",
    [
      ["甲县", 200, 150],
      ["子镇", 120, 90],
      ["丑镇", 80, 60],
      ["乙县", 200, 150],
      ["寅镇", 150, 100],
      ["卯乡", 50, 50],
    ],
    ["400", "300", 4, null],
  ],
  [
    "一个镇的完成数与县里的对不上，目标对得上",
    [
      ["全市", 400, 300],
      ["甲县", 200, 150],
      ["子镇", 120, 90],
      ["丑镇", 80, 50],
      ["乙县", 200, 150],
    ],
    ["400", "290", 3, "300"],
  ],
  [
    "只列了其中几个街道，后面还有别的区：不另加",
    [
      ["南关区", 200, 150],
      ["新春街道", 90, 60],
      ["桃源街道", 80, 60],
      ["宽城区", 200, 150],
    ],
    ["400", "300", 2, null],
  ],
  [
    "只列了其中几个街道，合计没有算它们：不另加",
    [
      ["全市", 400, 300],
      ["宽城区", 200, 150],
      ["南关区", 200, 150],
      ["新春街道", 90, 60],
    ],
    ["400", "300", 2, "300"],
  ],
  [
    "市里直管的镇列在最后，合计把它算在内：照样相加",
    [
      ["全市", 490, 360],
      ["宽城区", 200, 150],
      ["南关区", 200, 150],
      ["新湖镇", 90, 60],
    ],
    ["490", "360", 3, "360"],
  ],
  [
    "镇的数比前面的区还大，不是它的一部分",
    [
      ["宽城区", 200, 150],
      ["新湖镇", 290, 260],
      ["南关区", 200, 150],
    ],
    ["690", "560", 3, null],
  ],
])("%s", (_, rows, cell) => {
  expect(totals(rows)).toEqual([cell]);
});
