import { gridOf } from "@taizhang/grid";
import { type RollUpCell, rollUp, type SharedFigure, sayNote } from "@taizhang/kpi";
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
  ...[
    "50以上",
    "≥50",
    "不足50",
    "超过50座",
    "过半",
    "一半",
    "三分之一",
    "2O5",
    "12 55",
    "已建成两批",
    "12座（在建3座）",
  ],
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

type Rows = readonly (readonly (string | number | null)[])[];
/** Three towns and a fourth; `merged` are the columns of the first three's rows that are one cell. */
const planted = (rows: Rows, ...merged: number[]) =>
  figuresOf([
    recogniseSheet(
      gridOf(
        "10月",
        [["2016年10月植树完成情况"], ["单位", "指标名称", "计量单位", "年度目标", "累计完成"], ...rows],
        { merges: merged.map((column) => ({ top: 2, left: column, bottom: 4, right: column })) },
      ),
      "10月.xlsx",
    ),
  ]);
const head = (cell: RollUpCell | undefined) => ({
  ...{ target: cell?.target, actual: cell?.actual, reported: cell?.reported, atLeast: cell?.atLeast },
});

test("完成数合并三个镇：不是第一个镇的，合计只计一次，三个镇都算报了，各镇不单独列数", () => {
  const rows: Rows = [
    ["甲镇", "植树", "万株", 10, 24],
    ["乙镇", "植树", "万株", 12, null],
    ["丙镇", "植树", "万株", 8, null],
    ["丁镇", "植树", "万株", 10, 9],
  ];
  const { cells } = rollUp(planted(rows, 4), { by: ["division"] });
  expect(head(cells[0])).toEqual({ target: "40", actual: "33", reported: 4, atLeast: false });
  expect(cells[0]?.completion).toBe("0.825");
  expect(cells[0]?.sources.map(({ ref }) => ref)).toEqual(["D3", "E3", "D4", "D5", "D6", "E6"]);
  const said = (lang: "zh-CN" | "en") => cells[0]?.notes.map((note) => sayNote(note, lang));
  expect(said("zh-CN")).toEqual([
    "完成数24写在合并单元格里（10月.xlsx《10月》E3），是甲镇、乙镇、丙镇共同的完成数，合计只计一次；如能分开，请分别填写。",
  ]);
  expect(said("en")).toEqual([
    "The figure 24 stands in a merged cell (10月.xlsx 10月!E3): 甲镇, 乙镇, 丙镇 have done it together; it counts once in the total. If it can be told apart, please fill in each one's.",
  ]);
  const [first] = cells.filter(({ key }) => key.division === "甲镇");
  expect(head(first)).toEqual({ target: "10", actual: null, reported: 0, atLeast: false });
  expect(first?.light).toBeNull();
  expect(first?.notes.map((note) => sayNote(note, "zh-CN"))).toEqual([
    "完成数24写在合并单元格里（10月.xlsx《10月》E3），是甲镇、乙镇、丙镇共同的完成数，分不清各家占多少，没有计入；如能分开，请分别填写。",
  ]);
});

test("目标和完成数一起合并三个镇：合计的目标和完成数都只计一次", () => {
  const rows: Rows = [
    ["甲镇", "植树", "万株", 30, 24],
    ["乙镇", "植树", "万株", null, null],
    ["丙镇", "植树", "万株", null, null],
    ["丁镇", "植树", "万株", 10, 9],
  ];
  const [cell] = rollUp(planted(rows, 3, 4)).cells;
  expect(head(cell)).toEqual({ target: "40", actual: "33", reported: 4, atLeast: false });
  expect(cell).toMatchObject({ completionReporting: "0.825", pace: "0.833333", light: "green" });
});

test("同样三个镇有两处共同的数，两处都计入", () => {
  const rows: Rows = [
    ["甲镇", "植树", "万株", 30, 24],
    ["乙镇", "植树", "万株", null, null],
    ["丙镇", "植树", "万株", null, null],
  ];
  const first = planted(rows, 3, 4);
  const again = planted(rows, 3, 4);
  const rename = <F extends { readonly taskTitle?: string; readonly shared?: SharedFigure }>(fact: F): F => ({
    ...fact,
    taskTitle: "二期",
    taskId: "二期",
    ...(fact.shared ? { shared: { ...fact.shared, at: { ...fact.shared.at, sheet: "二期" } } } : {}),
  });
  const [cell] = rollUp({
    tasks: [],
    targets: [...first.targets, ...again.targets.map(rename)],
    observations: [...first.observations, ...again.observations.map(rename)],
  }).cells;
  expect(head(cell)).toMatchObject({ target: "60", actual: "48" });
});

test("同一单位的两项指标合用一个完成数：分不清各占多少，都不计入", () => {
  const rows: Rows = [
    ["甲镇", "植树", "万株", 10, 24],
    ["甲镇", "育苗", "万株", 12, null],
    ["甲镇", "种草", "万株", 8, null],
    ["丁镇", "植树", "万株", 10, 9],
  ];
  const [planting, nursing] = rollUp(planted(rows, 4)).cells;
  expect(head(planting)).toEqual({ target: "20", actual: "9", reported: 1, atLeast: true });
  expect(head(nursing)).toEqual({ target: "12", actual: null, reported: 0, atLeast: false });
});
