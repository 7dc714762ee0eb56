import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { writeWorkbook } from "@taizhang/xlsx";
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
  "上年同期累计",
  "牵头单位",
];

/** One department's return of a month: beds, and last year's where it gives them. */
const returned = (path: string, month: string, org: string, beds: number | null, lastYear: number | null) => {
  mkdirSync(join(folder, path, ".."), { recursive: true });
  const row = [1, "增加养老床位", "新增养老床位", "张", 300, beds, lastYear, org];
  writeFileSync(
    join(folder, path),
    writeWorkbook([{ name: "月报表", rows: [[`${org}2021年${month}月重点任务进展情况表`], header, row] }]),
  );
};
const at = (path: string) => join(folder, path);

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "taizhang-comparison-"));
  for (const [month, civil, health] of [
    ["6", 60, 20],
    ["7", 90, 30],
    ["8", 132, 40],
  ] as const) {
    returned(`报表/民政${month}.xlsx`, month, "民政局", civil, month === "8" ? 120 : null);
    returned(`报表/卫健${month}.xlsx`, month, "卫健局", health, month === "8" ? 23 : null);
  }
  returned("旧/民政8.xlsx", "8", "民政局", 125, 120);
  for (const [name, title] of [
    ["民政", "修订救助办法"],
    ["卫健", "制定急救规范"],
  ] as const) {
    mkdirSync(at("任务"), { recursive: true });
    const rows = [
      [`${name}局2021年8月重点任务进展情况表`],
      ["序号", "任务名称", "完成时限", "工作进展", "办理状态", "牵头单位"],
      [1, title, "2021-12-31", "已形成初稿", "正常推进", `${name}局`],
    ];
    writeFileSync(at(`任务/${name}.xlsx`), writeWorkbook([{ name: "月报表", rows }]));
  }
  returned("旧/交通8.xlsx", "8", "交通局", 5, null);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("rollup --changes", () => {
  test("同比与上年同期累计比，环比用当月数", async () => {
    const { changes } = await document<RollupDocument>("rollup", at("报表"), "--changes");
    expect(changes).toEqual([
      {
        key: {},
        indicator: "新增养老床位",
        unit: "张",
        period: "2021-08",
        yearOnYear: { current: "172", base: "143", change: { kind: "rate", rate: "0.202797" } },
        periodOnPeriod: { current: "52", base: "40", change: { kind: "rate", rate: "0.300000" } },
      },
    ]);
  });

  test("不要的时候没有，屏幕上列表", async () => {
    expect(await document<RollupDocument>("rollup", at("报表"))).not.toHaveProperty("changes");
    const { out } = await command("rollup", at("报表"), "--changes", "--by", "department");
    expect(out).toMatch(/同比、环比（数据齐全的才比）\n.*\n.*\n新增养老床位\s+张\s+20\.28%\s+30\.00%/);
    expect(out).toMatch(/新增养老床位 民政局\s+张\s+10\.00%\s+40\.00%/);
    const english = await command("--lang", "en", "rollup", at("旧/交通8.xlsx"), "--changes");
    expect(english.out).toMatch(/Change on last year.*\n.*\n.*\n新增养老床位\s+张\s+—\s+—/);
  });
});

describe("rollup --earlier", () => {
  test("两版的不同：改了的、新报的、不再报的", async () => {
    const { differences } = await document<RollupDocument>("rollup", at("报表"), "--earlier", at("旧"));
    expect(differences?.map(({ org, kind, period, fields }) => [org, kind, period, fields[0]])).toEqual([
      ["卫健局", "added", "2021-08", { field: "target", before: null, after: "300" }],
      ["民政局", "changed", "2021-08", { field: "actual", before: "125", after: "132", difference: "7" }],
      ["交通局", "removed", "2021-08", { field: "target", before: "300", after: null }],
    ]);
  });

  test("这一期没有数的，以前月份改了，沿用数跟着改，也列出", async () => {
    for (const [path, july] of [
      ["沿用/旧", 30],
      ["沿用/新", 36],
    ] as const) {
      returned(`${path}/民政8.xlsx`, "8", "民政局", 125, null);
      returned(`${path}/卫健7.xlsx`, "7", "卫健局", july, null);
      returned(`${path}/卫健8.xlsx`, "8", "卫健局", null, null);
      // Of who has reported no month before counts, whatever it was
      returned(`${path}/民政7.xlsx`, "7", "民政局", july, null);
    }
    const both = ["rollup", at("沿用/新"), "--earlier", at("沿用/旧")] as const;
    const { differences, cells } = await document<RollupDocument>(...both);
    expect(cells[0]).toMatchObject({ actual: "161", atLeast: true });
    expect(differences).toEqual([
      {
        org: "卫健局",
        indicator: "新增养老床位",
        period: "2021-08",
        task: expect.any(String),
        kind: "changed",
        fields: [{ field: "standIn", before: "30", after: "36", difference: "6" }],
      },
    ]);
    expect((await command(...both)).out).toMatch(/卫健局\s+新增养老床位\s+.*沿用数\s+30\s+36\s+6/);
  });

  test("屏幕上列表；没有不同也说一声", async () => {
    const { out } = await command("rollup", at("报表/民政8.xlsx"), "--earlier", at("旧/民政8.xlsx"));
    expect(out).toMatch(/与以前报来的一版的不同\n.*\n.*\n民政局\s+新增养老床位\s+.*完成数\s+125\s+132\s+7/);
    const same = await command("rollup", at("报表/民政8.xlsx"), "--earlier", at("报表/民政8.xlsx"));
    expect(same.out).toContain("与以前报来的一版相比，没有不同。");
    const english = await command("--lang", "en", "rollup", at("报表"), "--earlier", at("旧"));
    expect(english.out).toMatch(/卫健局\s+新增养老床位\s+.*status \(new\)\s+—\s+given/);
  });

  test("以前的一版找不到，照说，其他照做", async () => {
    const { exit, out, err } = await command("rollup", at("报表"), "--earlier", at("没有"));
    expect([exit, /新增养老床位/.test(out), err.includes("没有")]).toEqual([2, true, true]);
  });
});

describe("rollup --reviewed", () => {
  test("只有已审的计入，其他单位仍应报", async () => {
    const of = async (...more: string[]) =>
      (await document<RollupDocument>("rollup", at("报表"), "--period", "2021-08", ...more)).cells[0];
    expect(await of()).toMatchObject({ actual: "172", reported: 2, expected: 2 });
    expect(await of("--reviewed", at("报表/../报表/民政8.xlsx"))).toMatchObject({
      actual: "132",
      atLeast: true,
      reported: 1,
      expected: 2,
      missing: ["卫健局"],
    });
    expect(await of("--reviewed", at("报表"))).toMatchObject({ actual: "172", reported: 2 });
  });

  test("另一处的副本也认得；几份一并列出；不在所汇总的报表里的，写明没有计入", async () => {
    mkdirSync(at("副本"), { recursive: true });
    cpSync(at("报表/民政8.xlsx"), at("副本/民政-已审.xlsx"));
    const rolled = ["rollup", at("报表"), "--period", "2021-08", "--reviewed"];
    const copied = await document<RollupDocument>(...rolled, at("副本/民政-已审.xlsx"));
    expect(copied.cells[0]).toMatchObject({ actual: "132", reported: 1, expected: 2 });
    const both = await document<RollupDocument>(
      ...rolled,
      ...readdirSync(at("报表")).map((name) => at(`报表/${name}`)),
    );
    expect([both.errors, both.cells[0]?.actual]).toEqual([[], "172"]);
    const other = await document<RollupDocument>(...rolled, at("旧"));
    expect(other.exit).toBe(2);
    expect(other.errors.map(({ code }) => code)).toEqual(readdirSync(at("旧")).map(() => "notGiven"));
    expect(other.cells[0]).toMatchObject({ actual: null, reported: 0, expected: 2 });
  });

  test("没有数字的任务也只按已审的报表计", async () => {
    const counts = async (...more: string[]) =>
      (await document<RollupDocument>("rollup", at("任务"), "--period", "2021-08", ...more)).counts[0];
    expect(await counts()).toMatchObject({ total: 2, onTrack: 2, unreported: 0 });
    expect(await counts("--reviewed", at("任务/民政.xlsx"))).toMatchObject({
      total: 2,
      onTrack: 1,
      unreported: 1,
    });
  });

  test("已审的找不到，照说", async () => {
    const { exit, err } = await command("rollup", at("报表"), "--reviewed", at("没有"));
    expect([exit, err.includes("没有")]).toEqual([2, true]);
  });
});
