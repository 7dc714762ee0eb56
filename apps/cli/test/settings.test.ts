import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { SheetLayout } from "@taizhang/grid";
import {
  check,
  explain,
  noSettings,
  readSettings,
  recogniseWorkbook,
  type Settings,
  settingsLayout,
} from "@taizhang/sheet";
import { readWorkbook, writeWorkbook } from "@taizhang/xlsx";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { CheckDocument } from "../src/output/check.ts";
import type { RollupDocument } from "../src/output/rollup.ts";
import { command, document } from "./command.ts";

const table: SheetLayout = {
  name: "10月",
  rows: [
    ["填报单位：眉山市", null, null, "2016年10月"],
    ["任务名称", "计量单位", "年度目标", "累计完成", "区县"],
    ["城镇新增就业", "人", 800, 700, "东坡区"],
    ["城镇新增就业", "人", 500, 400, "彭山区"],
    ["合计", "人", 1300, 1000, ""],
  ],
};

let folder = "";
let file = "";
let settings: Settings = noSettings;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "taizhang-settings-"));
  file = join(folder, "就业.xlsx");
  const grids = readWorkbook(writeWorkbook([table]), { file: "就业.xlsx" }).value?.sheets ?? [];
  const readings = recogniseWorkbook(grids, "就业.xlsx");
  const [found] = check(readings).filter(({ code }) => code === "X01");
  if (!found) throw new Error("no X01");
  settings = explain(noSettings, found, readings, { reason: "已与市人社局核对一致", by: "李某" });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("台账设置写在工作簿里", () => {
  test("没有说明时，A级问题未改，退出码1", async () => {
    writeFileSync(file, writeWorkbook([table]));
    const { exit, findings } = await document<CheckDocument>("check", file);
    expect(exit).toBe(1);
    expect(findings.find(({ code }) => code === "X01")?.status).toBe("open");
  });

  test("署名放行后退出码0，检查结果写明谁放行、为什么", async () => {
    writeFileSync(file, writeWorkbook([table, settingsLayout(settings)]));
    const { exit, findings } = await document<CheckDocument>("check", file);
    expect(findings.find(({ code }) => code === "X01")).toMatchObject({
      status: "released",
      by: "李某",
      reason: "已与市人社局核对一致",
    });
    expect(exit).toBe(0);
    expect((await command("check", file)).out).toContain("已放行：已与市人社局核对一致（李某）");
  });

  test("汇总数上注明放行", async () => {
    const { cells } = await document<RollupDocument>("rollup", file);
    const notes = cells.flatMap((cell) => cell.notes).filter(({ code }) => code === "released");
    expect(notes.map(({ args }) => [args.code, args.by])).toEqual([["X01", "李某"]]);
    expect(notes[0]?.message).toContain("已与市人社局核对一致");
  });

  test("数变了，放行失效", async () => {
    const rows = table.rows.map((row) => row.map((cell) => (cell === 1000 ? 1001 : cell)));
    writeFileSync(file, writeWorkbook([{ ...table, rows }, settingsLayout(settings)]));
    expect((await document<CheckDocument>("check", file)).exit).toBe(1);
  });

  test("亮灯标准和停用的规则照用", async () => {
    const strict: Settings = { ...settings, rules: { X01: { off: true } }, parameters: { light: "strict" } };
    const lower = (cell: (typeof table.rows)[number][number]) =>
      cell === 700 ? 600 : cell === 1000 ? 1000 : cell;
    const behind = { ...table, rows: table.rows.map((row) => row.map(lower)) };
    const lightOf = async (one: Settings) => {
      writeFileSync(file, writeWorkbook([behind, settingsLayout(one)]));
      return (await document<RollupDocument>("rollup", file)).cells[0]?.light;
    };
    expect([await lightOf(noSettings), await lightOf(strict)]).toEqual(["green", "yellow"]);
    expect((await document<CheckDocument>("check", file)).findings.map(({ code }) => code)).not.toContain(
      "X01",
    );
  });
});

test("空白的台账设置、台账规则写得出来，移进工作簿后读得进去，什么也不改变", async () => {
  const blank = join(folder, "台账设置.xlsx");
  expect((await command("template", "--settings", "-o", blank)).exit).toBe(0);
  const sheets = readWorkbook(readFileSync(blank), { file: blank }).value?.sheets ?? [];
  expect(sheets.map(({ name }) => name)).toEqual(["台账设置", "台账规则"]);
  const grids = readWorkbook(writeWorkbook([table]), { file: "就业.xlsx" }).value?.sheets ?? [];
  const alone = check(recogniseWorkbook(grids, "就业.xlsx"));
  expect(check(recogniseWorkbook([...grids, ...sheets], "就业.xlsx"))).toEqual(alone);
  expect(readSettings(sheets)).toEqual({ settings: noSettings, findings: [] });
});
