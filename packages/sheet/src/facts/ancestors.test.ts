import { gridOf } from "@taizhang/grid";
import { rollUp } from "@taizhang/kpi";
import { expect, test } from "vitest";
import { recogniseSheet } from "../recognise/recognise.ts";
import { figuresOf } from "./figures.ts";

const own = (name: string, target: number, actual: number) =>
  recogniseSheet(
    gridOf("进展", [
      ["2016年10月目标任务完成情况表"],
      [`填报单位：${name}`],
      ["序号", "指标名称", "计量单位", "年度目标", "累计完成"],
      [1, "固定资产投资", "万元", target, actual],
    ]),
    `${name}.xlsx`,
  );
const table = recogniseSheet(
  gridOf("全市", [
    ["长春市2016年10月固定资产投资完成情况（单位：万元）"],
    ["地区", "年度目标", "累计完成"],
    ["全市", 300, 160],
    ["南关区", 200, 110],
    ["宽城区", 100, 50],
  ]),
  "全市.xlsx",
);
const totals = (...sheets: (typeof table)[]) =>
  rollUp(figuresOf(sheets)).cells.map(({ target, actual, expected, parentReported }) => ({
    target,
    actual,
    expected,
    parentReported,
  }));

test("市里自报的数是各区合计的核对数，不与各区相加", () => {
  expect(totals(own("长春市", 300, 160), own("南关区", 200, 110), own("宽城区", 100, 45))).toEqual([
    { target: "300", actual: "155", expected: 2, parentReported: "160" },
  ]);
});

test("市里的汇总表之外又有市里的报表，也只计一次", () => {
  const [cell] = totals(table, own("长春市", 300, 160));
  expect(cell).toMatchObject({ target: "300", actual: "160", expected: 2 });
});

test("市本级与各区并列，照样相加；只有市里的报表时就是它的数", () => {
  expect(totals(own("长春市本级", 50, 40), own("南关区", 200, 110))).toMatchObject([
    { target: "250", actual: "150", expected: 2 },
  ]);
  expect(totals(own("长春市", 300, 160))).toMatchObject([{ target: "300", actual: "160", expected: 1 }]);
});

test("填报单位写全称的和只写区名的是同一个区，不计两次", () => {
  expect(totals(own("长春市朝阳区", 10, 5), own("朝阳区", 10, 5), own("长春市南关区", 10, 5))).toMatchObject([
    { target: "20", actual: "10", expected: 2 },
  ]);
});

const sheet = (file: string, ...rows: (string | number | null)[][]) =>
  recogniseSheet(gridOf("Sheet1", rows), file);
const heads = ["序号", "单位", "指标名称", "计量单位", "年度目标", "累计完成"];
const jobs = (index: number, org: string, target: number, actual: number) => [
  index,
  org,
  "城镇新增就业",
  "人",
  target,
  actual,
];

test("市里部门在自己的表里列出各区又列出全市：全市数只作核对", () => {
  const city = sheet(
    "市人社局.xlsx",
    ["2016年10月城镇新增就业完成情况"],
    ["填报单位：长春市人社局"],
    heads,
    jobs(1, "长春市", 310, 250),
    jobs(2, "南关区", 100, 80),
    jobs(3, "宽城区", 120, 100),
    jobs(4, "二道区", 80, 60),
  );
  expect(totals(city)).toEqual([{ target: "300", actual: "240", expected: 3, parentReported: "250" }]);
});

test("市里部门自己的报表和各区部门的报表：各区的数相加，市里的数核对", () => {
  const bureau = (name: string, target: number, actual: number) =>
    sheet(
      `${name}.xlsx`,
      ["2016年10月目标任务完成情况表"],
      [`填报单位：${name}`],
      ["序号", "指标名称", "计量单位", "年度目标", "累计完成"],
      [1, "城镇新增就业", "人", target, actual],
    );
  expect(
    totals(
      bureau("长春市人社局", 300, 250),
      bureau("南关区人社局", 100, 80),
      bureau("宽城区人社局", 200, 150),
    ),
  ).toEqual([{ target: "300", actual: "230", expected: 2, parentReported: "250" }]);
});

test("同一张表里市人社局一行、各区各一行", () => {
  const table = sheet(
    "a.xlsx",
    ["2016年10月城镇新增就业完成情况"],
    ["序号", "责任单位", "指标名称", "计量单位", "年度目标", "累计完成"],
    jobs(1, "市人社局", 300, 250),
    jobs(2, "南关区", 100, 80),
    jobs(3, "宽城区", 120, 100),
  );
  expect(totals(table)).toEqual([{ target: "220", actual: "180", expected: 2, parentReported: "250" }]);
});

test("同级的两个部门与乡镇分担任务，没有哪一家是上级，照样相加", () => {
  const table = sheet(
    "a.xlsx",
    ["2016年10月植树完成情况"],
    ["单位", "指标名称", "计量单位", "年度目标", "累计完成"],
    ["区林业局", "植树", "亩", 100, 100],
    ["区教育局", "植树", "亩", 30, 20],
    ["甲镇", "植树", "亩", 60, 50],
  );
  expect(totals(table)).toEqual([{ target: "190", actual: "170", expected: 3, parentReported: null }]);
});

test("没有合计行的市里的表，填报单位是各区的上级：以各区自己的报表为准", () => {
  const city = sheet(
    "全市.xlsx",
    ["2016年10月城镇新增就业完成情况"],
    ["填报单位：长春市人社局"],
    heads,
    jobs(1, "南关区", 100, 80),
    jobs(2, "宽城区", 120, 100),
  );
  expect(totals(city, own("南关区", 100, 70))[0]).toMatchObject({ target: "220", actual: "180" });
  const named = sheet(
    "南关区.xlsx",
    ["2016年10月目标任务完成情况表"],
    ["填报单位：南关区"],
    ["序号", "指标名称", "计量单位", "年度目标", "累计完成"],
    [1, "城镇新增就业", "人", 100, 70],
  );
  const [cell] = rollUp(figuresOf([city, named])).cells;
  expect(cell).toMatchObject({ target: "220", actual: "170", reported: 2 });
  expect(cell?.notes).toContainEqual({
    code: "fromSuperior",
    args: { orgs: ["宽城区"], by: "长春市人社局" },
  });
});

test("只有一张汇总表时，不必说数取自上级表", () => {
  const [cell] = rollUp(figuresOf([table])).cells;
  expect(cell?.notes.map(({ code }) => code)).not.toContain("fromSuperior");
});

test("省里的表、市里的报表、区里的报表都在：每一级只核对，不重复相加", () => {
  const province = sheet(
    "全省.xlsx",
    ["吉林省2016年10月城镇新增就业完成情况"],
    ["地区", "指标名称", "计量单位", "年度目标", "累计完成"],
    ["全省", "城镇新增就业", "人", 500, 400],
    ["长春市", "城镇新增就业", "人", 300, 240],
    ["吉林市", "城镇新增就业", "人", 200, 160],
  );
  const district = (name: string, target: number, actual: number) =>
    sheet(
      `${name}.xlsx`,
      ["2016年10月完成情况"],
      [`填报单位：${name}`],
      ["指标名称", "计量单位", "年度目标", "累计完成"],
      ["城镇新增就业", "人", target, actual],
    );
  expect(totals(province, district("南关区", 100, 90), district("宽城区", 200, 150))).toMatchObject([
    { target: "500", actual: "400", expected: 3, parentReported: "400" },
  ]);
});

test("共同目标写在合并单元格里：不是第一家的，也不加三遍", () => {
  const planted = recogniseSheet(
    gridOf(
      "Sheet1",
      [
        ["2016年10月植树完成情况"],
        ["单位", "指标名称", "计量单位", "年度目标", "累计完成"],
        ["甲镇", "植树", "万株", 30, 8],
        ["乙镇", "植树", "万株", null, 9],
        ["丙镇", "植树", "万株", null, 7],
        ["丁镇", "植树", "万株", 10, 9],
      ],
      { merges: [{ top: 2, left: 3, bottom: 4, right: 3 }] },
    ),
    "a.xlsx",
  );
  const { cells } = rollUp(figuresOf([planted]), { by: ["division"] });
  expect(cells[0]).toMatchObject({ target: "40", actual: "33", completion: "0.825", expected: 4 });
  expect(cells[0]?.notes).toMatchObject([
    { code: "sharedTarget", args: { orgs: ["甲镇", "乙镇", "丙镇"], target: "30", counted: true } },
  ]);
  expect(cells.find(({ key }) => key.division === "甲镇")).toMatchObject({
    target: null,
    actual: "8",
    completion: null,
    notes: [{ code: "sharedTarget", args: { counted: false } }],
  });
});

test("没写报告期的表按最近一期计入，并且说出来", () => {
  const dated = own("甲镇", 300, 250);
  const undated = sheet(
    "乙镇.xlsx",
    ["目标任务完成情况表"],
    ["填报单位：乙镇"],
    ["序号", "指标名称", "计量单位", "年度目标", "累计完成"],
    [1, "固定资产投资", "万元", 100, 80],
  );
  const [cell] = rollUp(figuresOf([dated, undated])).cells;
  expect(cell).toMatchObject({ actual: "330" });
  expect(cell?.notes).toMatchObject([
    { code: "undated", args: { orgs: ["乙镇"], period: "2016-10", at: [{ file: "乙镇.xlsx", ref: "E4" }] } },
  ]);
});

test("指标名称只说数量，做的事情不同：各是各的指标，市里部门也不是各区的上级数", () => {
  const table = sheet(
    "a.xlsx",
    ["2024年6月重点任务完成情况"],
    ["序号", "任务名称", "指标名称", "计量单位", "年度目标", "累计完成", "责任单位"],
    [1, "改造派出所", "改造数量", "个", 10, 5, "市公安局"],
    [2, "改造小区", "改造数量", "个", 20, 8, "南关区"],
    [3, "改造小区", "改造数量", "个", 30, 9, "宽城区"],
  );
  const { cells } = rollUp(figuresOf([table]));
  expect(cells.map(({ indicator, actual, parentReported }) => [indicator, actual, parentReported])).toEqual([
    ["改造派出所·改造数量", "5", null],
    ["改造小区·改造数量", "17", null],
  ]);
});

test("同一指标、不同任务：市里部门做自己的，不当作各区的上级数", () => {
  const table = sheet(
    "a.xlsx",
    ["2024年6月重点任务完成情况"],
    ["序号", "任务名称", "指标名称", "计量单位", "年度目标", "累计完成", "责任单位"],
    [1, "市区绿化", "新增绿地", "公顷", 10, 5, "市园林局"],
    [2, "村镇绿化", "新增绿地", "公顷", 20, 8, "南关区"],
    [3, "村镇绿化", "新增绿地", "公顷", 30, 9, "宽城区"],
  );
  expect(totals(table)).toEqual([{ target: "60", actual: "22", expected: 3, parentReported: null }]);
});

test("同一张表里有区又有这个区的镇：镇的数已在区里，不再相加", () => {
  const { cells } = rollUp(
    figuresOf([
      recogniseSheet(
        gridOf("2016年10月", [
          ["地区", "指标", "计量单位", "年度目标", "累计完成"],
          ["东坡区", "新增常住人口", "人", 100, 90],
          ["东坡区富牛镇", "新增常住人口", "人", 60, 50],
          ["彭山区", "新增常住人口", "人", 10, 8],
        ]),
        "a.xlsx",
      ),
    ]),
  );
  expect(cells[0]).not.toMatchObject({ actual: "148" });
  expect(cells[0]).toMatchObject({ target: "110", actual: "98", expected: 2 });
});

const tree = (city: readonly [number | null, number], districts: readonly [number | null, number]) =>
  sheet(
    "a.xlsx",
    ["吉林省2016年10月改造危房完成情况（单位：户）"],
    ["地区", "年度目标", "累计完成"],
    ["全省", 1000, 800],
    ["长春市", ...city],
    ["　农安县", 200, 150],
    ["　榆树市", 400, 350],
    ["吉林市", ...districts],
    ["　永吉县", 100, 80],
    ["　磐石市", 300, 220],
  );
test.each<[string, readonly [number | null, number], readonly [number | null, number]]>([
  ["各级都对得上", [600, 500], [400, 300]],
  ["一个市的完成数比各县之和多", [600, 520], [400, 300]],
  ["一个市的目标和完成数都多，另一个市对得上", [700, 520], [400, 300]],
])("同一张表里有省、市、县三级，%s：县里的数都计，市里的只作核对", (_, city, districts) => {
  expect(totals(tree(city, districts))).toMatchObject([
    { target: "1000", actual: "800", expected: 4, parentReported: "800" },
  ]);
});

test("省、市各有一张汇总表：总数与省里报的核对，县里的数都计", () => {
  const summary = (file: string, place: string, ...rows: (string | number)[][]) =>
    sheet(
      file,
      [`${place}2016年10月改造危房完成情况（单位：户）`],
      ["地区", "年度目标", "累计完成"],
      ...rows,
    );
  const province = summary(
    "省.xlsx",
    "吉林省",
    ["全省", 1000, 810],
    ["长春市", 600, 500],
    ["吉林市", 400, 300],
  );
  const changchun = summary(
    "长春.xlsx",
    "长春市",
    ["全市", 600, 500],
    ["农安县", 200, 150],
    ["榆树市", 400, 350],
  );
  const jilin = summary("吉林.xlsx", "吉林市", ["全市", 400, 300], ["永吉县", 100, 80], ["磐石市", 300, 220]);
  expect(totals(province, changchun, jilin)).toEqual([
    { target: "1000", actual: "800", expected: 4, parentReported: "810" },
  ]);
  expect(totals(changchun, jilin)).toMatchObject([{ actual: "800", expected: 4, parentReported: null }]);
});

test("市里的表列了某区，该区又有自己的街道表：区的合计不是全市的，差额只与全市合计比", () => {
  const city = sheet(
    "市.xlsx",
    ["长春市2016年10月改造危房完成情况（单位：户）"],
    ["地区", "年度目标", "累计完成"],
    ["全市", 500, 400],
    ["市本级", 100, 100],
    ["南关区", 200, 150],
    ["宽城区", 200, 150],
  );
  const district = sheet(
    "南关区.xlsx",
    ["南关区2016年10月改造危房完成情况（单位：户）"],
    ["地区", "年度目标", "累计完成"],
    ["合计", 200, 150],
    ["新春街道", 120, 90],
    ["桃源街道", 80, 60],
  );
  for (const order of [
    [city, district],
    [district, city],
  ])
    expect(rollUp(figuresOf(order)).cells).toMatchObject([
      { target: "500", actual: "400", expected: 4, parentReported: "400", difference: "0", notes: [] },
    ]);
});
