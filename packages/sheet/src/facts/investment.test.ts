import { gridOf, parseRange } from "@taizhang/grid";
import { rollUp } from "@taizhang/kpi";
import { expect, test } from "vitest";
import { recogniseSheet } from "../recognise/recognise.ts";
import { figuresOf } from "./figures.ts";

type Rows = (string | number | null)[][];
const sheet = (file: string, rows: Rows, ...merges: string[]) =>
  recogniseSheet(
    gridOf("进度", rows, {
      merges: merges.map((ref) => parseRange(ref) ?? { top: 0, left: 0, bottom: 0, right: 0 }),
    }),
    file,
  );
const money = (...sheets: ReturnType<typeof sheet>[]) =>
  rollUp(figuresOf(sheets)).cells.find(({ indicator }) => indicator === "年度投资");

const heading = ["序号", "项目名称", "总投资", "年度计划投资", "1-10月完成投资", "存在问题"];
const town = (name: string, ...rows: Rows) =>
  sheet(`${name}.xlsx`, [
    [`${name}2025年重点项目进展（截至10月底）`],
    [`填报单位：${name}`, null, null, null, "单位：万元"],
    heading,
    ...rows,
  ]);
const first = town("青山镇", [1, "文化广场", 500, 300, 240, ""], [2, "农贸市场", 200, 200, "150", ""]);

test("项目的年度计划投资和完成投资相加，得出投资完成率", () => {
  expect(money(first, town("白水镇", [1, "卫生院", 1200.5, 800.3, 700.1, ""]))).toMatchObject({
    unit: "万元",
    target: "1300.3",
    actual: "1090.1",
    completion: "0.838345",
    atLeast: false,
  });
});

test("空着的完成投资不是0：合计是至少，写明缺谁", () => {
  const second = town("白水镇", [1, "卫生院", 1200.5, 800.3, 700.1, ""], [2, "供水管网", 300, 300, null, ""]);
  expect(money(first, second)).toMatchObject({ actual: "1090.1", atLeast: true, missing: ["白水镇"] });
});

test.each<[string, Rows, string[], object]>([
  [
    "开工以来完成的不与年度计划相比",
    [
      ["填报单位：区住建局", null, null, null],
      ["项目名称", "年度计划投资（万元）", "开工以来完成投资（万元）", "本年完成投资（万元）"],
      ["南湖路", 300, 900, 210],
    ],
    [],
    { target: "300", actual: "210", completion: "0.7" },
  ],
  [
    "合并的格只算一次",
    [
      ["填报单位：区住建局", null, null, null],
      ["项目名称", "建设内容", "年度计划投资（万元）", "本年完成投资（万元）"],
      ["南湖路", "路面", 300, 210],
      [null, "管线", null, null],
    ],
    ["A3:A4", "C3:C4", "D3:D4"],
    { target: "300", actual: "210", atLeast: false },
  ],
  [
    "亿元和万元写在列名里，各按各的单位",
    [
      ["填报单位：区住建局", null, null],
      ["项目名称", "年度计划投资（亿元）", "本年完成投资（万元）"],
      ["南湖路", 1.5, 6000],
    ],
    [],
    { completion: "0.4" },
  ],
])("%s", (_, rows, merges, expected) => {
  const cell = money(sheet("区住建局.xlsx", rows, ...merges));
  expect({ ...cell, completion: cell?.completion?.replace(/0+$/, "") }).toMatchObject(expected);
});

test("项目不因投资完成就算办结", () => {
  const { counts } = rollUp(figuresOf([town("青山镇", [1, "文化广场", 500, 300, 300, ""])]));
  expect(counts).toMatchObject([{ total: 1, done: 0 }]);
});

test("9月完成投资是当月的，不当作全年累计", () => {
  const rows: Rows = [
    ["洛水区教育局2025年项目进度"],
    ["项目名称", "2025年计划投资（万元）", "9月完成投资（万元）", "1-9月累计完成投资（万元）"],
    ["实验小学", 4200, 380, 3360],
    ["第三中学", 2800, 260, 2436],
  ];
  expect(money(sheet("教育局.xlsx", rows))).toMatchObject({ target: "7000", actual: "5796" });
});

const works = (...rows: Rows) => [
  ["2025年10月重点项目进展"],
  ["填报单位：青山镇", null, null, null, "单位：万元"],
  ["序号", "项目名称", "责任单位", "建设内容", "年度计划投资", "累计完成投资", "形象进度"],
  ...rows,
];
test.each<[string, Rows, string[], object]>([
  [
    "续行写的还是同一笔钱，只计一次，并且说明",
    works(
      [1, "文化广场", "区住建局", "广场", 300, 240, "施工"],
      [null, null, null, "绿化", 300, 240, null],
      [2, "农贸市场", "区商务局", "主体", 200, 150, "主体"],
    ),
    [],
    { target: "500", actual: "390", notes: [{ code: "duplicateNotCounted", args: { amount: "240" } }] },
  ],
  [
    "续行写的是同一项目的另一笔钱，各计各的",
    works(
      [1, "文化广场", "区住建局", "广场", 100, 40, "施工"],
      [null, null, null, "绿化", 200, 50, null],
      [2, "农贸市场", "区商务局", "主体", 200, 150, "主体"],
    ),
    [],
    { target: "500", actual: "240", expected: 2, notes: [] },
  ],
  [
    "项目名称合并了两行，也是一样",
    works(
      [1, "文化广场", "区住建局", "广场", 100, 40, "施工"],
      [null, null, null, "绿化", 200, 50, null],
      [2, "农贸市场", "区商务局", "主体", 200, 150, "主体"],
    ),
    ["A4:A5", "B4:B5", "C4:C5"],
    { target: "500", actual: "240", expected: 2, notes: [] },
  ],
])("%s", (_, rows, merges, expected) => {
  const sheets = [sheet("项目.xlsx", rows, ...merges)];
  expect(money(...sheets)).toMatchObject(expected);
  expect(rollUp(figuresOf(sheets)).counts[0]).toMatchObject({ total: 2 });
});

test("项目按进度和投资中较差的算：写着正常施工，一分钱没花，是滞后", () => {
  const { counts } = rollUp(
    figuresOf([
      sheet(
        "项目.xlsx",
        works(
          [1, "文化广场", "区住建局", "广场", 300, 0, "正常施工"],
          [2, "农贸市场", "区商务局", "主体", 200, 190, "主体封顶"],
        ),
      ),
    ]),
  );
  expect(counts).toMatchObject([{ total: 2, onTrack: 1, behind: 1 }]);
});

test("九月才开工的项目，投资按自己的工期算，不算滞后", () => {
  const rows: Rows = [
    ["2025年9月重点项目进展"],
    ["填报单位：青山镇", null, null, null, "单位：万元"],
    ["项目名称", "责任单位", "开工时间", "竣工时间", "年度计划投资", "累计完成投资", "工作进展"],
    ["文化广场", "区住建局", "2025年9月", "2026年6月", 300, 80, "已进场施工"],
  ];
  expect(rollUp(figuresOf([sheet("项目.xlsx", rows)])).counts).toMatchObject([{ onTrack: 1, behind: 0 }]);
});

test("累计完成多是文字，写了数字的照样计入，文字的点名", () => {
  const rows: Rows = [
    ["2016年10月目标完成情况"],
    ["填报单位：区民政局"],
    ["序号", "任务名称", "计量单位", "年度目标", "累计完成"],
    [1, "新建养老中心", "个", 3, 2],
    [2, "慈善救助", "万元", 300, "已发放两批"],
    [3, "公墓改造", "座", 5, "已经完成招标，十一月开工"],
    [4, "完善救助办法", "", "印发实施", "征求意见稿已经形成，正在征求意见"],
  ];
  const { cells, counts } = rollUp(figuresOf([sheet("民政局.xlsx", rows)]));
  const shown = cells.map(({ indicator, actual, missing, notes }) => [
    indicator,
    actual,
    missing.length,
    notes.map(({ code }) => code).join(),
  ]);
  expect(shown).toEqual([
    ["新建养老中心", "2", 0, ""],
    ["慈善救助", null, 0, "unreadable"],
    ["公墓改造", null, 0, "unreadable"],
  ]);
  expect(counts).toMatchObject([{ total: 4, unreported: 2, behind: 1, onTrack: 1 }]);
});
