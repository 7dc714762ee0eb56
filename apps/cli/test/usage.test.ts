import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gridOf } from "@taizhang/grid";
import { recogniseWorkbook } from "@taizhang/sheet";
import { readWorkbook, writeWorkbook } from "@taizhang/xlsx";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { RollupDocument } from "../src/output/rollup.ts";
import { command, document } from "./command.ts";

let folder = "";
const at = (name: string) => join(folder, name);
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "taizhang-usage-"));
  const rows = [
    ["填报单位：民政局"],
    ["序号", "任务名称", "指标名称", "计量单位", "年度目标", "累计完成"],
    [1, "养老床位", "新增养老床位", "张", 100, 80],
    [2, "助餐点", "新建助餐点", "个", "20", 12],
  ];
  writeFileSync(at("民政局.xlsx"), writeWorkbook([{ name: "2024年10月", rows }]));
  writeFileSync(at("坏文件.xlsx"), "不是工作簿");
  writeFileSync(at("空白.xlsx"), writeWorkbook([{ name: "__proto__", rows: [] }]));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("用法有误：说清哪里不对，退出码2", () => {
  test.each<[string[], string]>([
    [["chek"], "没有“chek”这个命令"],
    [["report", "--help"], "没有“report”这个命令"],
    [["check"], "还缺少文件"],
    [["check", "a.xlsx", "--nothing"], "没有“--nothing”这个选项"],
    [["check", "a.xlsx", "--fix"], "-o"],
    [["rollup", "a.xlsx", "--by", "region"], "不能按“region”汇总"],
    [["rollup", "a.xlsx", "--period", "十月"], "无法识别报告期“十月”"],
    [["rollup", "a.xlsx", "--today", "2016-13-01"], "无法识别日期“2016-13-01”"],
    [["parse"], "还缺少"],
    [["parse", "计划.txt", "--year", "去年"], "无法识别年度“去年”"],
    [["template"], "请给出"],
    [["score", "a.xlsx"], "请给出"],
    [
      ["score", "a.xlsx", "--preset", "none"],
      "没有“none”这种计分办法；可以用：linear, steps, deduct, best, efficacy",
    ],
    [["score", "a.xlsx", "--preset", "linear", "--total", "百"], "无法识别应有总分“百”"],
    [["score", "a.xlsx", "--preset", "linear", "--total", "0"], "无法识别应有总分“0”"],
    [["score", "a.xlsx", "--preset", "linear", "--by", "program"], "不能按“program”汇总"],
    [["score", "a.xlsx", "--preset", "linear", "--period", "十月"], "无法识别报告期“十月”"],
    [["check", "a.xlsx", "--lang", "fr"], "没有“fr”这种语言"],
    [["units", "show", "999999"], "没有代码为“999999”的行政区划"],
  ])("%j", async (argv, words) => {
    const { exit, out, err } = await command(...argv);
    expect(exit).toBe(2);
    expect(out).toBe("");
    expect(err).toContain(words);
  });
});

describe("帮助", () => {
  test.each(["check", "rollup", "score", "inspect", "parse", "template"])(
    "%s --help 有例子和退出码",
    async (name) => {
      const { exit, out } = await command(name, "--help");
      expect(exit).toBe(0);
      expect(out).toContain(`taizhang ${name} `);
      expect(out).toContain("退出码");
    },
  );
  test("英文", async () => expect((await command("--help", "--lang", "en")).out).toContain("Exit codes"));
});

describe("文件", () => {
  test("一个文件读不了，其余照常，退出码2", async () => {
    const { exit, findings, errors } = await document<{
      findings: { code: string; ref?: string }[];
      errors: { file: string }[];
    }>("check", folder);
    expect(exit).toBe(2);
    expect(errors.map(({ file }) => file)).toEqual([at("坏文件.xlsx")]);
    expect(findings).toContainEqual(expect.objectContaining({ code: "V01", ref: "E4" }));
  });

  test("找不到的文件照直说", async () => {
    const { exit, err } = await command("rollup", at("没有.xlsx"));
    expect(exit).toBe(2);
    expect(err).toContain("找不到");
  });

  test("没有目标表时说没有，不给一个空合计", async () => {
    const { exit, out } = await command("rollup", at("空白.xlsx"));
    expect(exit).toBe(0);
    expect(out).toContain("没有可以汇总的目标任务表");
  });

  test("不覆盖原文件", async () => {
    const before = readFileSync(at("民政局.xlsx"));
    for (const argv of [
      ["check", at("民政局.xlsx"), "--fix", "-o", at("民政局.xlsx")],
      ["rollup", at("民政局.xlsx"), "-o", at("民政局.xlsx")],
    ])
      expect((await command(...argv)).exit).toBe(2);
    expect(readFileSync(at("民政局.xlsx")).equals(before)).toBe(true);
  });

  test("--fix 改好另存：先列出改了什么，再查一遍已没有这个问题", async () => {
    const fixed = at("改/民政局.xlsx");
    const { out, exit } = await command("check", at("民政局.xlsx"), "--fix", "-o", fixed);
    expect(exit).toBe(0);
    expect(out).toContain("E4  “20” → 20");
    const again = await document<{ findings: { code: string }[] }>("check", fixed);
    expect(again.findings.filter(({ code }) => code === "V01")).toEqual([]);
  });
});

test("空白任务分解表能读回，空着时说还没有内容", async () => {
  const { exit } = await command("template", "-o", at("任务分解表.xlsx"));
  expect(exit).toBe(0);
  const { value, findings } = readWorkbook(readFileSync(at("任务分解表.xlsx")), { file: "任务分解表.xlsx" });
  expect(findings).toEqual([]);
  expect(value?.sheets.map(({ name }) => name)).toEqual(["任务分解表", "填写说明"]);
  const [form] = recogniseWorkbook(value?.sheets ?? [gridOf("", [])], "任务分解表.xlsx");
  expect(form?.reason.code).toBe("noData");
});

test("没有目标列的报表：单看没有目标和完成率，有台账在旁就按台账的目标汇总", async () => {
  const ledger = at("台账/台账.xlsx");
  const report = at("报表/民政局.xlsx");
  for (const [path, rows] of [
    [
      ledger,
      [
        ["台账编号", "任务名称", "指标名称", "计量单位", "年度目标", "牵头单位"],
        ["A-1", "养老床位", "新增养老床位", "张", 100, "民政局"],
        ["A-2", "助餐点", "新建助餐点", "个", 20, "民政局"],
      ],
    ],
    [
      report,
      [
        ["填报单位：民政局"],
        ["台账编号", "指标名称", "本年累计完成"],
        ["A-1", "新增养老床位", 80],
        ["A-2", "新建助餐点", null],
      ],
    ],
  ] as const) {
    mkdirSync(join(path, ".."), { recursive: true });
    writeFileSync(path, writeWorkbook([{ name: "2024年10月", rows }]));
  }
  const alone = await document<RollupDocument>("rollup", report);
  expect(alone.cells.every(({ target, completion }) => target === null && completion === null)).toBe(true);
  const { cells } = await document<RollupDocument>("rollup", report, "--ledger", ledger);
  expect(
    cells.map(({ indicator, target, actual, missing }) => ({ indicator, target, actual, missing })),
  ).toEqual([
    { indicator: "新增养老床位", target: "100", actual: "80", missing: [] },
    { indicator: "新建助餐点", target: "20", actual: null, missing: ["民政局"] },
  ]);
});
