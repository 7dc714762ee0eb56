import { gridOf } from "@taizhang/grid";
import { type RollUpCell, rollUp } from "@taizhang/kpi";
import { describe, expect, test } from "vitest";
import { recogniseSheet } from "../recognise/recognise.ts";
import { figuresOf } from "./figures.ts";

type Row = (string | number | null)[];
const may = "2025年5月目标任务完成情况表";
const third = "2025年三季度目标任务完成情况表";
const sheet = (title: string, heading: Row, ...rows: Row[]) =>
  recogniseSheet(gridOf("Sheet1", [[title], ["填报单位：甲镇"], heading, ...rows]), "甲镇.xlsx");
const total = (...of: Parameters<typeof sheet>): RollUpCell | undefined =>
  rollUp(figuresOf([sheet(...of)])).cells[0];
const of = (more: Row, values: Row): [Row, Row] => [
  ["序号", "指标名称", "计量单位", ...more],
  [1, "新增就业", "人", ...values],
];

describe("本月、本季的目标，比的是本月、本季的完成数", () => {
  const nine = { target: "10", actual: "9", completion: "0.9", pace: "1", light: "green", missing: [] };
  test.each<[string, string, [Row, Row], object]>([
    ["本月目标与本月完成", may, of(["本月目标", "本月完成"], [10, 9]), nine],
    ["当月计划与当月完成", may, of(["当月计划", "当月完成"], [10, 9]), nine],
    ["写出月份的", may, of(["5月目标", "5月完成"], [10, 9]), nine],
    [
      "旁边有累计完成的，说的是全年：累计数照列，没有全年目标",
      may,
      of(["本月目标", "本月完成", "累计完成"], [10, 9, 45]),
      { target: null, actual: "45", completion: null },
    ],
    ["本季度", third, of(["本季度目标", "本季度完成"], [10, 9]), nine],
    ["写出季度的", third, of(["三季度目标", "三季度完成"], [10, 9]), nine],
    [
      "界限照写的认",
      may,
      of(["本月目标", "本月完成"], ["≤10", 9]),
      { target: "10", direction: "down", completion: null },
    ],
    ["本月待下达", may, of(["本月目标", "本月完成"], ["待下达", 9]), { target: null, light: "pending" }],
    [
      "年度目标一列是空的，不拿本月目标顶替",
      may,
      of(["年度目标", "本月目标", "本月完成"], [null, 10, 9]),
      { target: null, completion: null },
    ],
  ])("%s", (_, title, [heading, row], is) => {
    expect(total(title, heading, row)).toMatchObject(is);
  });

  test("写明是哪一期的", () => {
    const cell = total(may, ...of(["本月目标", "本月完成"], [10, 9]));
    expect(cell?.notes).toEqual([{ code: "periodTarget", args: { period: "2025-05" } }]);
    expect(cell?.sources.map(({ ref }) => ref)).toEqual(["D4", "E4"]);
  });

  test("两个月的表在一起，各比各的", () => {
    const april = sheet("2025年4月目标任务完成情况表", ...of(["本月目标", "本月完成"], [20, 10]));
    const figures = figuresOf([april, sheet(may, ...of(["本月目标", "本月完成"], [10, 9]))]);
    const cells = rollUp(figures, { by: ["period"] }).cells.map(({ key, completion }) => [
      key.period,
      completion,
    ]);
    expect(cells).toEqual([
      [undefined, "0.9"],
      ["2025-04", "0.5"],
      ["2025-05", "0.9"],
    ]);
  });

  test("有数量目标，任务就是定量的", () => {
    expect(figuresOf([sheet(may, ...of(["本月目标", "本月完成"], [10, 9]))]).tasks).toMatchObject([
      { kind: "quantitative" },
    ]);
  });
});

describe("不是当期的目标，照旧", () => {
  test.each<[string, string, [Row, Row], object]>([
    [
      "有年度目标的，本月目标不另算",
      may,
      of(["年度目标", "本月目标", "本月完成", "累计完成"], [100, 10, 9, 45]),
      { target: "100", actual: "45", completion: "0.45" },
    ],
    [
      "年度目标待下达的，也是这样",
      may,
      of(["年度目标", "本月目标", "本月完成"], ["待下达", 10, 9]),
      { target: null, light: "pending" },
    ],
    [
      "本期目标是到本期应累计完成的",
      may,
      of(["本期目标", "累计完成"], [50, 45]),
      { target: null, actual: "45" },
    ],
    [
      "只有累计完成，说不清是哪一段的",
      may,
      of(["本月目标", "累计完成"], [10, 45]),
      { target: null, actual: "45" },
    ],
    ["至5月底的是累计", may, of(["至5月底目标", "本月完成"], [50, 9]), { target: null }],
    ["前三季度的是累计", third, of(["前三季度目标", "三季度完成"], [75, 9]), { target: null }],
    ["别的月份的目标", may, of(["6月目标", "本月完成"], [10, 9]), { target: null }],
    [
      "一年的表里，本月是哪个月不知道",
      "2025年目标任务完成情况表",
      of(["本月目标", "本月完成"], [10, 9]),
      { target: null },
    ],
  ])("%s", (_, title, [heading, row], is) => {
    expect(total(title, heading, row)).toMatchObject(is);
  });

  test("空着的没有目标，旁边的行照有", () => {
    const rows: Row[] = [
      [1, "新增就业", "人", 10, 9],
      [2, "改造老旧小区", "个", null, 3],
    ];
    const heading = ["序号", "指标名称", "计量单位", "本月目标", "本月完成"];
    const { targets, observations } = figuresOf([sheet(may, heading, ...rows)]);
    expect(targets.map(({ indicator, value }) => [indicator.name, value])).toEqual([["新增就业", "10"]]);
    expect(observations).toHaveLength(2);
  });

  test("台账里有年度目标的，比年度的", () => {
    const ledger = recogniseSheet(
      gridOf("任务分解表", [
        ["2025年目标任务分解表"],
        ["台账编号", "任务名称", "指标名称", "计量单位", "年度目标", "牵头单位"],
        ["A-1", "促进就业", "新增就业", "人", 100, "甲镇"],
      ]),
      "台账.xlsx",
    );
    const returned = sheet(
      may,
      ["台账编号", "指标名称", "计量单位", "本月目标", "本月完成", "累计完成"],
      ["A-1", "新增就业", "人", 10, 9, 45],
    );
    const figures = figuresOf([returned], { ledger: [ledger] });
    expect(figures.targets.map(({ period, value }) => [period, value])).toEqual([[undefined, "100"]]);
    expect(rollUp(figures).cells[0]).toMatchObject({ target: "100", actual: "45" });
  });
});
