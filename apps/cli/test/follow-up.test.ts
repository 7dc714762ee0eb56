import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { valueAt } from "@taizhang/grid";
import { readWorkbook, writeWorkbook } from "@taizhang/xlsx";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { RollupDocument } from "../src/output/rollup.ts";
import { command, document } from "./command.ts";

let folder = "";
const header = [
  "序号",
  "任务名称",
  "指标名称",
  "计量单位",
  "年度目标",
  "累计完成",
  "牵头单位",
  "责任人",
  "分管领导",
  "完成时限",
  "存在问题及原因",
];
type Row = readonly (string | number | null)[];

/** A month's returns of two departments; beds lag in both months, roads only in October. */
const month = (name: string, beds: number, roads: number): void => {
  const rows: Row[] = [
    [
      1,
      "增加养老床位",
      "新增养老床位",
      "张",
      300,
      beds,
      "民政局",
      "周某",
      "郑副区长",
      "2021年12月底",
      "选址未定",
    ],
    [2, "修农村公路", "新建农村公路", "公里", 60, roads, "交通局", null, null, "2021年12月底", null],
  ];
  writeFileSync(
    join(folder, "报表", `${name}.xlsx`),
    writeWorkbook([{ name: "月报表", rows: [[`重点任务${name}进展情况表`], header, ...rows] }]),
  );
};

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "taizhang-follow-up-"));
  mkdirSync(join(folder, "报表"));
  month("2021年7月", 90, 40);
  month("2021年8月", 120, 36);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("两个月的报表放在一起汇总", () => {
  test("连续两月滞后的列入督办，只有一个月滞后的不列", async () => {
    const { followUps, yearEnds } = await document<RollupDocument>("rollup", join(folder, "报表"));
    expect(followUps).toMatchObject([
      {
        title: "增加养老床位",
        orgs: ["民政局"],
        light: "yellow",
        lag: "26.67",
        reason: "twoMonths",
        periods: ["2021-07", "2021-08"],
      },
    ]);
    expect(
      yearEnds.map(({ indicator, straight, months, meets }) => ({ indicator, straight, months, meets })),
    ).toEqual([
      { indicator: "新增养老床位", straight: "180", months: ["2021-08"], meets: "none" },
      { indicator: "新建农村公路", straight: "54", months: ["2021-08"], meets: "none" },
    ]);
  });

  test("屏幕上列出督办清单和年底可能完不成的指标", async () => {
    const { out } = await command("rollup", join(folder, "报表"));
    expect(out).toMatch(/督办清单\n.*\n.*\n增加养老床位\s+民政局.*26\.67\s+▲黄\s+连续两个月滞后/);
    expect(out).toMatch(
      /年底可能完不成的指标（仅供参考）\n.*\n.*\n新增养老床位\s+张\s+300\s+180\s+预计完不成/,
    );
    const english = await command("--lang", "en", "rollup", join(folder, "报表"));
    expect(english.out).toContain("behind two months in a row");
  });

  test("只有一个月的报表，不是三季度末，就没有督办", async () => {
    const { followUps } = await document<RollupDocument>("rollup", join(folder, "报表/2021年8月.xlsx"));
    expect(followUps).toEqual([]);
  });

  test("汇总工作簿里有督办清单和年底预测，督办要求留空待填", async () => {
    const out = join(folder, "汇总.xlsx");
    await command("rollup", join(folder, "报表"), "-o", out);
    const { value } = readWorkbook(readFileSync(out), { file: out });
    const sheets = new Map(value?.sheets.map((sheet) => [sheet.name, sheet]));
    const list = sheets.get("督办清单");
    const row = (grid: typeof list, at: number) =>
      Array.from({ length: 18 }, (_, column) => (grid ? valueAt(grid, at, column) : null));
    expect(row(list, 3).slice(0, 13)).toEqual([
      1,
      "",
      "增加养老床位",
      "新增养老床位300张",
      "2021-12-31",
      "民政局",
      "周某",
      "郑副区长",
      "新增养老床位累计完成120张",
      26.67,
      "▲黄",
      "选址未定",
      "连续两个月滞后（2021年7月、2021年8月）",
    ]);
    expect(row(list, 3).slice(13)).toEqual([null, null, null, null, null]);
    expect(row(sheets.get("年底预测"), 3).slice(1, 10)).toEqual([
      "新增养老床位",
      "张",
      300,
      180,
      null,
      180,
      180,
      "预计完不成",
      "2021年8月",
    ]);
  });
});
