import { gridOf } from "@taizhang/grid";
import { rollUp } from "@taizhang/kpi";
import { describe, expect, test } from "vitest";
import { check } from "../check.ts";
import { ledgerOf, returnOf } from "../collect/testing/returned.ts";
import { recogniseWorkbook } from "../recognise/workbook.ts";
import { figuresOf } from "./figures.ts";

const ledger = ledgerOf([
  ["K-1", "应急药箱", "新配药箱", "个", 57, "红十字会"],
  ["K-2", "临时救助", "救助人次", "人次", 900, "民政局"],
]);
const boxes = (target: number | null, actual: number) => [
  "K-1",
  "应急药箱",
  "新配药箱",
  "个",
  target,
  null,
  actual,
  null,
];
const aid = ["K-2", "临时救助", "救助人次", "人次", 900, null, 300, null];

const said = (...returns: ReturnType<typeof returnOf>[]) =>
  rollUp(figuresOf(returns.flat(), { ledger })).cells.map(
    ({ indicator, target, actual, reported, expected, missing }) =>
      [indicator, target, actual, `${reported}/${expected}`, ...missing].join(" "),
  );
const aided = "救助人次 900 300 1/1";

test("民政局的表里多了红十字会的行：红十字会没有报的仍是未报，目标不重复计", () => {
  const civil = returnOf("民政局", [aid, boxes(57, 25)]);
  expect(said(civil)).toEqual(["新配药箱 57  0/1 红十字会", aided]);
  expect(said(civil, returnOf("红十字会", [boxes(57, 30)]))).toEqual(["新配药箱 57 30 1/1", aided]);
});

test("填报单位不在台账里，编号、目标都是红十字会的：是红十字会的行", () => {
  const civil = returnOf("民政局", [aid]);
  expect(said(civil, returnOf("八、医疗卫生", [boxes(57, 30)]))).toEqual(["新配药箱 57 30 1/1", aided]);
});

test("下级单位报的是自己的一份：台账的目标不变，不知道是谁的，都不计", () => {
  const school = (name: string, target: number) => returnOf(name, [boxes(target, 3)]);
  expect(said(school("第一中学", 5), school("第二中学", 6))[0]).toBe("新配药箱 57  0/1 红十字会");
  expect(said(school("第一中学", 5))[0]).toBe("新配药箱 57  0/1 红十字会");
});

test("共同任务只有第二家报了，别家表里多出来的一行不顶第一家的数", () => {
  const joint = ledgerOf([
    ["K-1", "应急药箱", "新配药箱", "个", 57, "红十字会、残联"],
    ["K-2", "临时救助", "救助人次", "人次", 900, "民政局"],
  ]);
  const returns = [returnOf("残联", [boxes(57, 20)]), returnOf("民政局", [aid, boxes(57, 25)])].flat();
  const [cell] = rollUp(figuresOf(returns, { ledger: joint })).cells;
  expect([cell?.target, cell?.actual, cell?.reported, cell?.expected, cell?.missing]).toEqual([
    "57",
    null,
    0,
    1,
    ["红十字会"],
  ]);
});

/** The total of the first indicator, with what is missing. */
const total = (list: ReturnType<typeof ledgerOf>, returns: readonly ReturnType<typeof returnOf>[]) => {
  const [cell] = rollUp(figuresOf(returns.flat(), { ledger: list })).cells;
  return [cell?.target, cell?.actual, `${cell?.reported}/${cell?.expected}`, ...(cell?.missing ?? [])].join(
    " ",
  );
};
const made = (org: string, id: string, target: number | null, actual: number, task = "就业") =>
  returnOf(org, [[id, task, "新增就业", "人", target, null, actual, null]]);
const byPlace = (lead: string, ...places: readonly string[]) =>
  ledgerOf(
    places.map((place, at) => [`K-${at + 1}`, "就业", "新增就业", "人", (at + 1) * 100, lead, place]),
    ["地区"],
  );

describe("台账的行写明地区（W1、W2、W3）：那个地方的部门、科室报的就是它的行，一行只计一份", () => {
  const districts = byPlace("市人社局", "南关区", "宽城区");
  const towns = byPlace("城管局", "桃源街道", "新春街道");
  test.each<[string, ReturnType<typeof ledgerOf>, readonly ReturnType<typeof returnOf>[], string]>([
    [
      "两个区的人社局",
      districts,
      [made("南关区人社局", "K-1", 100, 60), made("宽城区人社局", "K-2", 200, 90)],
      "300 150 2/2",
    ],
    [
      "区和它的人社局都报了，数不同：以区报的为准",
      districts,
      [made("南关区人社局", "K-1", 100, 61), made("南关区", "K-1", 100, 60)],
      "300 60 1/2 宽城区",
    ],
    [
      "写全了区名的街道",
      towns,
      [made("南关区桃源街道办事处", "K-1", 100, 6), made("南关区新春街道", "K-2", 200, 9)],
      "300 15 2/2",
    ],
    [
      "街道的城管办、党工委",
      towns,
      [made("桃源街道城管办", "K-1", 100, 6), made("新春街道党工委", "K-2", 200, 9)],
      "300 15 2/2",
    ],
    [
      "街道和它的城管办都报了",
      towns,
      [made("桃源街道城管办", "K-1", 100, 7), made("桃源街道", "K-1", 100, 6)],
      "300 6 1/2 新春街道",
    ],
  ])("%s", (_, list, returns, is) => {
    expect(total(list, returns)).toBe(is);
    expect(total(list, [...returns].reverse())).toBe(is);
  });
});

describe("集合牵头的行，和下级报的一份", () => {
  const led = (lead: string) => ledgerOf([["K-1", "就业", "新增就业", "人", 57, lead]]);
  test.each<[string, string, readonly ReturnType<typeof returnOf>[], string]>([
    [
      "城管局、各街道共同任务（W4）：目标只有一个，以城管局报的为准",
      "城管局、各街道",
      [made("城管局", "K-1", 57, 30), made("桃源街道", "K-1", 57, 10), made("新春街道", "K-1", 57, 20)],
      "57 30 1/1",
    ],
    [
      "城管局、各街道共同任务，城管局没有报",
      "城管局、各街道",
      [made("桃源街道", "K-1", 57, 10), made("新春街道", "K-1", null, 20)],
      "57  0/1 城管局",
    ],
    [
      "各街道（W5）：部门报的不是哪个街道的一份",
      "各街道",
      [made("桃源街道", "K-1", null, 10), made("新春街道", "K-1", null, 12), made("卫健局", "K-1", null, 22)],
      "57 22 2/3 各街道",
    ],
    [
      "各街道：街道和它的科室是一份",
      "各街道",
      [made("桃源街道城管科", "K-1", null, 10), made("桃源街道", "K-1", null, 10)],
      "57 10 1/2 各街道",
    ],
    [
      "各部门：街道不是部门",
      "各部门",
      [made("教育局", "K-1", null, 10), made("桃源街道", "K-1", null, 12)],
      "57 10 1/2 各部门",
    ],
    [
      "各区：区的人社局报的是区的一份",
      "各区",
      [made("南关区人社局", "K-1", 20, 10), made("宽城区", "K-1", 37, 12)],
      "57 22 2/3 各区",
    ],
    ...["桃源街道", "南关区桃源街道", "南关区桃源街道城管办"].flatMap(
      (town): [string, string, readonly ReturnType<typeof returnOf>[], string][] => [
        [
          `城管局的行，${town}也报了自己的一份（W7）`,
          "南关区城管局",
          [made("南关区城管局", "K-1", 57, 30), made(town, "K-1", 20, 10)],
          "57 30 1/1",
        ],
        [
          `城管局的行，只有${town}报了，目标照抄`,
          "南关区城管局",
          [made(town, "K-1", 57, 10)],
          "57 10 1/2 南关区城管局",
        ],
      ],
    ),
    [
      "市里的行，区里报了自己的一份，区下面的街道报的在区里",
      "长春市人社局",
      [made("南关区", "K-1", 20, 10), made("宽城区", "K-1", 30, 12), made("桃源街道", "K-1", 5, 4)],
      "57 22 2/3 长春市人社局",
    ],
  ])("%s", (_, lead, returns, is) => {
    expect(total(led(lead), returns)).toBe(is);
    expect(total(led(lead), [...returns].reverse())).toBe(is);
  });

  test("率不由谁分担（W8）：各区各有各的目标，全市仍是市里报的", () => {
    const rate = ledgerOf([["K-1", "就业", "城镇登记失业率", "%", "≤4.5", "市人社局"]]);
    const of = (org: string, actual: number) =>
      returnOf(org, [["K-1", "就业", "城镇登记失业率", "%", "≤4.5", null, actual, null]]);
    const figures = figuresOf([of("市人社局", 4.35), of("南关区", 4.3), of("宽城区", 4.4)].flat(), {
      ledger: rate,
    });
    const { cells } = rollUp(figures, { by: ["division"] });
    expect(
      cells.map(({ key, target, actual, parentReported }) => [
        key.division,
        target,
        actual ?? parentReported,
      ]),
    ).toEqual(
      expect.arrayContaining([
        ["南关区", "4.5", "4.3"],
        ["宽城区", "4.5", "4.4"],
      ]),
    );
    expect(rollUp(figures).cells.map(({ parentReported }) => parentReported)).toEqual(["4.35"]);
  });
});

describe("台账里同样的任务在两个板块各有一行（W6）：看不出是哪一行的不计", () => {
  const twice = recogniseWorkbook(
    [
      gridOf("台账", [
        ["工作板块", "任务名称", "指标名称", "计量单位", "年度目标", "牵头单位"],
        ["一、就业", "培训", "培训人数", "人", 100, "人社局"],
        ["二、教育", "培训", "培训人数", "人", 50, "人社局"],
      ]),
    ],
    "台账.xlsx",
  );
  const row = (target: number | null, actual: number) => [
    ...[null, "培训", "培训人数", "人", target],
    ...[null, actual, null],
  ];
  test.each<[string, (string | number | null)[][], (string | null)[], number]>([
    ["没有目标", [row(null, 20), row(null, 65)], [null, null], 2],
    ["只有一行，没有目标", [row(null, 20)], [null, null], 1],
    ["写明目标，次序反了", [row(50, 20), row(100, 65)], ["65", "20"], 0],
    ["只有一行，写明目标", [row(50, 20)], [null, "20"], 0],
    ["一行写明目标，另一行只能是余下的", [row(null, 20), row(100, 65)], ["65", "20"], 0],
  ])("%s", (_, rows, actual, unclear) => {
    const returns = returnOf("人社局", rows);
    const { cells } = rollUp(figuresOf(returns, { ledger: twice }), { by: ["program"] });
    expect(cells.filter(({ key }) => key.program).map((cell) => cell.actual)).toEqual(actual);
    const found = check(returns, { ledger: twice }).filter(({ code }) => code === "C03");
    expect(found.map(({ args }) => args)).toEqual(Array(unclear).fill({ task: "培训", among: 2 }));
  });
});

describe("牵头单位自己分街道列出（W12、W13）", () => {
  const list = ledgerOf([["K-1", "垃圾分类", "分类小区", "个", 30, "城管局"]]);
  const listed = (period: string, ...rows: readonly (readonly [string | null, number | null, number])[]) =>
    recogniseWorkbook(
      [
        gridOf("月报表", [
          ["填报单位：城管局", null, null, `报告期：${period}`],
          ["台账编号", "任务名称", "指标名称", "计量单位", "年度目标", "街道", "本年累计完成"],
          ...rows.map(([town, target, done]) => ["K-1", "垃圾分类", "分类小区", "个", target, town, done]),
        ]),
      ],
      `城管局${period}.xlsx`,
      { targetsElsewhere: true },
    );
  const rolled = (...returns: readonly ReturnType<typeof listed>[]) => {
    const figures = figuresOf(returns.flat(), { ledger: list });
    const { cells, counts } = rollUp(figures, { period: "2016-10", by: ["division"] });
    const task = counts.find(({ key }) => key.division === undefined);
    return {
      all: cells
        .filter(({ key }) => key.division === undefined)
        .map(({ target, actual, reported, expected }) => `${target} ${actual} ${reported}/${expected}`),
      towns: cells.flatMap(({ key, target, actual }) =>
        key.division === undefined ? [] : [`${key.division} ${target} ${actual}`],
      ),
      behind: `${task?.behind}/${task?.total}`,
    };
  };

  test("各街道有自己的目标，合起来是台账的：各有各的完成情况，任务按最差的计", () => {
    expect(rolled(listed("2016年10月", ["桃源街道", 10, 1], ["新春街道", 20, 0]))).toEqual({
      all: ["30 1 2/2"],
      towns: ["桃源街道 10 1", "新春街道 20 0"],
      behind: "1/1",
    });
  });

  test("只写了完成数，或目标合起来不是台账的：合起来是牵头单位报的", () => {
    for (const target of [null, 20])
      expect(rolled(listed("2016年10月", ["桃源街道", target, 1], ["新春街道", target, 2]))).toMatchObject({
        all: ["30 3 1/1"],
        behind: "1/1",
      });
  });

  test("各街道的目标合起来比台账的少：还有没有列出的，牵头单位没有报齐", () => {
    expect(rolled(listed("2016年10月", ["桃源街道", 10, 1], ["新春街道", 10, 2])).all).toEqual(["30 3 2/3"]);
  });

  test("9月报总数，10月分街道，或者反过来：各月是各月的", () => {
    const towns = (period: string) => listed(period, ["桃源街道", 10, 5], ["新春街道", 20, 8]);
    expect(rolled(listed("2016年9月", [null, 30, 9]), towns("2016年10月")).all).toEqual(["30 13 1/1"]);
    expect(rolled(towns("2016年9月"), listed("2016年10月", [null, 30, 19])).all).toEqual(["30 19 1/1"]);
  });

  test("10月少了一个街道：不当作全部", () => {
    const before = listed("2016年9月", ["桃源街道", null, 1], ["新春街道", null, 2]);
    expect(rolled(before, listed("2016年10月", ["桃源街道", null, 5])).all).toEqual(["30 7 1/2"]);
  });
});

test("各街道的行，台账没有写目标（N3）：各街道自己的目标计入", () => {
  const blank = ledgerOf([["K-1", "就业", "新增就业", "人", null, "各街道"]]);
  const returns = [made("桃源街道", "K-1", 40, 10), made("新春街道", "K-1", 60, 12)];
  expect(total(blank, returns)).toMatch(/^100 22 /);
});

test("分头完成的目标（N2）：台账的权重、力争和节点仍是它的", () => {
  const weighted = ledgerOf(
    [["K-1", "就业", "新增就业", "人", 57, "各街道", 20, 60, 30, "2016年12月"]],
    ["权重", "力争目标", "上半年", "完成时限"],
  );
  const { targets } = figuresOf(made("桃源街道", "K-1", 57, 30), { ledger: weighted });
  expect(targets.map(({ weight, stretch, nodes }) => [weight, stretch, nodes?.length])).toEqual([
    ["20", "60", 1],
    ["20", "60", 1],
  ]);
});

test("相关单位各有一份，其中一家是另一家的上级部门：各计各的", () => {
  const anybody = ledgerOf(
    [
      ["K-1", "就业", "新增就业", "人", 57, "相关单位", null],
      ["K-2", "宣传", "宣传活动", "场", 9, "城管局", "桃源街道"],
    ],
    ["地区"],
  );
  const returns = [made("南关区城管局", "K-1", null, 2), made("桃源街道", "K-1", null, 1)];
  expect(total(anybody, returns)).toBe("57 3 2/3 相关单位");
});
