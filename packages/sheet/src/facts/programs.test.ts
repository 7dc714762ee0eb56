import { gridOf } from "@taizhang/grid";
import { rollUp } from "@taizhang/kpi";
import { expect, test } from "vitest";
import { recogniseSheet } from "../recognise/recognise.ts";
import { figuresOf } from "./figures.ts";

type Row = readonly (string | number | null)[];
/** The tasks of each program. */
const programs = (rows: readonly Row[]) =>
  rollUp(
    figuresOf([
      recogniseSheet(
        gridOf("Sheet1", [
          ["2016年10月目标完成情况表"],
          ["序号", "任务名称", "计量单位", "年度目标", "累计完成", "责任单位"],
          ...rows,
        ]),
        "a.xlsx",
      ),
    ]),
    { by: ["program"] },
  ).counts.flatMap(({ key, total }) => (key.program ? [`${key.program}${total}`] : []));
const task = (number: number, name: string): Row => [number, name, "个", 10, 5, "区住建局"];

test.each<[string, Row[], string[]]>([
  [
    "二、下面的（一）（二）不是工作板块",
    [
      ["一、民生"],
      task(1, "公厕"),
      task(2, "公园"),
      ["二、生态"],
      ["（一）水"],
      task(3, "河道"),
      ["（二）气"],
      task(4, "锅炉"),
      ["三、交通"],
      task(5, "道路"),
    ],
    ["民生2", "生态2", "交通1"],
  ],
  [
    "序号和标题分在两格",
    [
      ["一", "民生"],
      task(1, "公厕"),
      ["二", "生态"],
      ["（一）", "水"],
      task(2, "河道"),
      ["三", "交通"],
      task(3, "道路"),
    ],
    ["民生1", "生态1", "交通1"],
  ],
  ["只有一层标题", [["（一）水"], task(1, "河道"), ["（二）气"], task(2, "锅炉")], ["水1", "气1"]],
  [
    "最上面只有一个标题，管着全表：板块是下一层",
    [["一、民生实事"], ["（一）教育"], task(1, "学校"), ["（二）医疗"], task(2, "医院"), task(3, "诊所")],
    ["教育1", "医疗2"],
  ],
  [
    "第一部分、一、两层，第二层的序号重新开始",
    [
      ["第一部分 民生"],
      ["一、教育"],
      task(1, "学校"),
      ["二、医疗"],
      task(2, "医院"),
      ["第二部分 生态"],
      ["一、水"],
      task(3, "河道"),
    ],
    ["民生2", "生态1"],
  ],
  [
    "带数的标题行",
    [
      ["一、民生", null, null, 30, 15, null],
      ["（一）教育", null, null, 20, 10, null],
      task(1, "学校"),
      task(2, "幼儿园"),
      ["（二）医疗", null, null, 10, 5, null],
      task(3, "医院"),
      ["二、生态", null, null, 10, 5, null],
      task(4, "锅炉"),
    ],
    ["民生3", "生态1"],
  ],
])("%s", (_, rows, expected) => {
  expect(programs(rows)).toEqual(expected);
});
