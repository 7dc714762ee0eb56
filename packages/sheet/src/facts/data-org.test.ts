import { gridOf } from "@taizhang/grid";
import { rollUp } from "@taizhang/kpi";
import { describe, expect, test } from "vitest";
import { recogniseSheet } from "../recognise/recognise.ts";
import { assignmentsOf } from "../split/assignments.ts";
import { jointRemark } from "../split/joint-remark.ts";
import { figuresOf } from "./figures.ts";

type Cell = string | number | null;
const sheet = (file: string, ...rows: Cell[][]) => recogniseSheet(gridOf("Sheet1", rows), file);
const ledger = sheet(
  "台账.xlsx",
  ["南关区2016年目标任务分解表"],
  ["台账编号", "任务名称", "指标名称", "计量单位", "年度目标", "完成时限", "牵头单位", "数据报送单位"],
  ["A-1", "养老服务", "新建养老中心", "个", 12, "2016年12月底", "区民政局", null],
  ["A-4", "火灾防控", "火灾事故", "起", "≤6", "2016年12月底", "区安监局", "区公安分局"],
);
const filed = (org: string, actual: Cell) =>
  sheet(
    `${org}.xlsx`,
    ["南关区2016年10月月报表"],
    [`填报单位：${org}`],
    ["台账编号", "任务名称", "指标名称", "计量单位", "年度目标", "本年累计完成"],
    ["A-4", "火灾防控", "火灾事故", "起", "≤6", actual],
  );
const fires = (...returns: ReturnType<typeof sheet>[]) => {
  const figures = figuresOf(returns, { ledger: [ledger] });
  const { cells, counts } = rollUp(figures);
  return { cell: cells.find(({ indicator }) => indicator === "火灾事故"), counts };
};

describe("数据报送单位不是牵头单位", () => {
  test("两家都报了：以数据报送单位的数为准，牵头单位的只作核对，不相加", () => {
    const { cell, counts } = fires(filed("区安监局", 3), filed("区公安分局", 5));
    expect(cell).toMatchObject({ target: "6", actual: "5", expected: 1, reported: 1 });
    expect(cell?.notes).toContainEqual({
      code: "jointDiffers",
      args: expect.objectContaining({ amount: "3", used: "5" }),
    });
    expect(counts.find(({ key }) => Object.keys(key).length === 0)?.total).toBe(2);
  });
  test("只有牵头单位报了：缺报的是数据报送单位", () => {
    expect(fires(filed("区安监局", 3)).cell).toMatchObject({
      actual: null,
      expected: 1,
      reported: 0,
      missing: [expect.stringContaining("公安分局")],
    });
  });
  test("只有数据报送单位报了：就是它的数", () => {
    expect(fires(filed("区公安分局", 5)).cell).toMatchObject({ actual: "5", reported: 1, missing: [] });
  });
});

test("台账里自己填了进度：不论谁报送，都是这一项的数", () => {
  const own = sheet(
    "台账.xlsx",
    ["南关区2016年目标任务进展台账（截至10月底）"],
    ["台账编号", "任务名称", "指标名称", "计量单位", "年度目标", "累计完成", "牵头单位", "数据报送单位"],
    ["A-4", "火灾防控", "火灾事故", "起", "≤6", 5, "区安监局", "区公安分局"],
    ["A-5", "安全检查", "检查企业", "家", 60, 50, "区安监局", null],
  );
  const { cells } = rollUp(figuresOf([own]));
  expect(cells.map(({ actual, reported }) => [actual, reported])).toEqual([
    ["5", 1],
    ["50", 1],
  ]);
});

test("考核单位只管考核：数仍由牵头单位报，也按牵头单位下发", () => {
  const judged = sheet(
    "台账.xlsx",
    ["南关区2016年目标任务分解表"],
    ["台账编号", "任务名称", "指标名称", "计量单位", "年度目标", "完成时限", "责任单位", "考核单位"],
    ["A-4", "火灾防控", "火灾事故", "起", "≤6", "2016年12月底", "区安监局", "区督考办"],
  );
  expect(rollUp(figuresOf([filed("区安监局", 3)], { ledger: [judged] })).cells).toMatchObject([
    { actual: "3", expected: 1, reported: 1 },
  ]);
  expect(assignmentsOf([judged]).assignments.map(({ org }) => org)).toEqual(["区安监局"]);
});

test("下发给牵头单位，也下发给数据报送单位，各写明以谁的数为准", () => {
  const { assignments } = assignmentsOf([ledger]);
  expect(
    assignments.map(({ org, rows }) => [
      org.replace(/^南关区/, ""),
      rows.map(({ id, leads, dataOrg }) => [id, jointRemark(leads, dataOrg, org)]),
    ]),
  ).toEqual([
    ["区民政局", [["A-1", null]]],
    ["区安监局", [["A-4", expect.stringMatching(/^数据以.*公安分局报送的为准$/)]]],
    ["区公安分局", [["A-4", expect.stringMatching(/^由.*安监局牵头，数据以本单位报送的为准$/)]]],
  ]);
});
