import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { writeWorkbook } from "@taizhang/xlsx";
import { afterAll, describe, expect, test } from "vitest";
import { type CollectDocument, collectDocument } from "../src/output/collect.ts";
import type { RollupDocument } from "../src/output/rollup.ts";
import { command, document } from "./command.ts";

const folder = mkdtempSync(join(tmpdir(), "taizhang-nothing-"));
const at = (name: string) => join(folder, name);
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const ledger = resolve(import.meta.dirname, "../../../examples/nanguan-2016/台账.xlsx");

describe("收件：给的文件夹不存在", () => {
  test("不写登记表，不说各家未报", async () => {
    const { exit, out, err } = await command("collect", ledger, at("没有"), "-o", at("登.xlsx"));
    expect([exit, out, existsSync(at("登.xlsx"))]).toEqual([2, "", false]);
    expect(err).toContain("找不到");
    const printed = await document<CollectDocument>("collect", ledger, at("没有"), "-o", at("登.xlsx"));
    const { exit: _, ...json } = printed;
    expect(collectDocument.parse(json)).toEqual(json);
    expect(printed).toMatchObject({ exit: 2, register: [], rows: [], written: [] });
    expect(printed.errors.map(({ code }) => code)).toEqual(["notFound"]);
  });
  test("文件夹是空的，还没有报来：照样登记", async () => {
    mkdirSync(at("空"));
    await command("collect", ledger, at("空"), "-o", at("空.xlsx"), "--period", "2016-10");
    expect(existsSync(at("空.xlsx"))).toBe(true);
  });
});

test("打不开的文件，不说没有发现问题", async () => {
  mkdirSync(at("坏"));
  // A folder under the name of a workbook is found, and no file can be read there.
  mkdirSync(at("夹"));
  symlinkSync(at("夹"), at("坏/报表.xlsx"));
  const { exit, out } = await command("check", at("坏"));
  expect(exit).toBe(2);
  expect(out).not.toContain("没有发现问题");
});

test.each(["民政局.csv", "民政局.CSV"])("文件夹里的%s：没有读，写明出来，请另存为.xlsx", async (name) => {
  const at = join(mkdtempSync(join(folder, "文本")), "报表");
  mkdirSync(at);
  writeFileSync(join(at, name), "任务名称,年度目标,累计完成\n救助,100,80\n");
  for (const asked of [
    ["check", at],
    ["rollup", at],
    ["collect", ledger, at, "-o", `${at}.xlsx`],
  ]) {
    const { exit, errors } = await document<CollectDocument>(...asked);
    expect([exit, errors.map(({ file, code }) => [file, code])]).toEqual([2, [[`${at}/${name}`, "F01"]]]);
    expect(errors[0]?.message).toContain("另存为.xlsx");
  }
});

test.each([
  ["没有.txt", "找不到"],
  ["夹/计划.txt", "找不到"],
])("计划文本%s：%s", async (name, words) => {
  const { exit, err } = await command("parse", at(name));
  expect([exit, err.includes(words), err.includes("ENOENT")]).toEqual([2, true, false]);
});

test("汇总时没有计入的表逐张写明，原因与识别时说的相同", async () => {
  mkdirSync(at("收"));
  const book = (file: string, ...sheets: [string, (string | number)[][]][]) =>
    writeFileSync(at(`收/${file}`), writeWorkbook(sheets.map(([name, rows]) => ({ name, rows }))));
  const money: [string, (string | number)[][]] = [
    "费用",
    [
      ["名称", "数量", "金额"],
      ["纸", 3, 60],
      ["笔", 5, 25],
    ],
  ];
  const target: [string, (string | number)[][]] = [
    "月报",
    [
      ["张店区2024年6月月报"],
      ["指标名称", "计量单位", "年度目标", "本年累计完成"],
      ["城镇新增就业", "人", 1200, 600],
    ],
  ];
  book("费用.xlsx", money);
  book("张店区.xlsx", target, ["说明", [[1, "请于25日前报送。"]]], money);
  const { leftOut } = await document<RollupDocument>("rollup", at("收"));
  expect(leftOut.map(({ file, sheet }) => [file, sheet])).toEqual([
    [at("收/费用.xlsx"), "费用"],
    [at("收/张店区.xlsx"), "费用"],
  ]);
  const { out } = await command("rollup", at("收"));
  expect(out.match(/^未计入：.*$/gm)).toHaveLength(2);
  const alone = await command("rollup", at("收/费用.xlsx"));
  expect([alone.exit, alone.out.split("\n")[1]]).toEqual([
    0,
    `未计入：${at("收/费用.xlsx")}《费用》${leftOut[0]?.reason}`,
  ]);
});

test("不知道哪个地区的数，按地区汇总时写明未识别", async () => {
  mkdirSync(at("地区"));
  const rows = (org: string) => [
    [`${org}2024年6月月报`],
    ["指标名称", "计量单位", "年度目标", "本年累计完成"],
    ["城镇新增就业", "人", 1200, 600],
  ];
  for (const org of ["张店区", "人社局"])
    writeFileSync(at(`地区/${org}.xlsx`), writeWorkbook([{ name: "月报", rows: rows(org) }]));
  const { out } = await command("rollup", at("地区"), "--by", "division");
  expect(out).toMatch(/城镇新增就业\s+未识别/);
});
