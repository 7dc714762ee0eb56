import { gridOf } from "@taizhang/grid";
import { rollUp, sayNote } from "@taizhang/kpi";
import { expect, test } from "vitest";
import { recogniseSheet } from "../recognise/recognise.ts";
import { figuresOf } from "./figures.ts";

const total = (printed: string | number) =>
  rollUp(
    figuresOf([
      recogniseSheet(
        gridOf("10月", [
          ["2016年10月重点任务完成情况表"],
          ["区县", "指标名称", "计量单位", "年度目标", "累计完成"],
          ["东坡区", "新建公厕", "座", 40, printed],
          ["彭山区", "新建公厕", "座", 40, 20],
        ]),
        "10月.xlsx",
      ),
    ]),
  ).cells[0];

test.each([
  ...["30-40", "30~40", "30—40", "30至40座"],
  ...["约50", "50左右", "近50", "50余", "50余座", "50多", "数十"],
  ...["50以上", "≥50", "不足50", "超过50座", "已建成两批", "12座（在建3座）"],
])("累计完成写作“%s”：不当作确切的数计入，合计是至少，写明哪一格", (printed) => {
  const cell = total(printed);
  expect(cell).toMatchObject({ actual: "20", atLeast: true, reported: 1, expected: 2 });
  const notes = cell?.notes.filter(({ code }) => code === "unreadable") ?? [];
  expect(notes.map((note) => sayNote(note, "zh-CN"))).toEqual([
    "东坡区有1处填的不是一个确切的数（10月.xlsx《10月》E3），没有计入；请核对后填写确切的数。",
  ]);
  expect(notes.map((note) => sayNote(note, "en"))).toEqual([
    "东坡区: 1 cell without one exact number (10月.xlsx 10月!E3), not counted; please check and enter the exact number.",
  ]);
});

test.each(["50", "50座", "５０", "五十", "50.0", "达到50座"])("“%s”是确切的数，照数计入", (printed) => {
  expect(total(printed)).toMatchObject({ actual: "70", atLeast: false, reported: 2 });
});
