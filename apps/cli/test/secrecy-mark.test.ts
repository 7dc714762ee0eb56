import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { SheetLayout } from "@taizhang/grid";
import { check, explain, noSettings, recogniseWorkbook, settingsLayout } from "@taizhang/sheet";
import { readWorkbook, writeWorkbook } from "@taizhang/xlsx";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { CheckDocument } from "../src/output/check.ts";
import type { InspectDocument } from "../src/output/inspect.ts";
import type { RollupDocument } from "../src/output/rollup.ts";
import { command, document } from "./command.ts";

const marked: SheetLayout = {
  name: "10月",
  rows: [
    ["机密★1年"],
    ["填报单位：仁寿县人社局", null, null, "2016年10月"],
    ["任务名称", "计量单位", "年度目标", "累计完成"],
    ["失业保险参保", "人", 800, "700"],
  ],
};
const plain: SheetLayout = {
  name: "10月",
  rows: [
    ["填报单位：东坡区人社局", null, null, "2016年10月"],
    ["任务名称", "计量单位", "年度目标", "累计完成"],
    ["城镇新增就业", "人", 1300, 1255],
  ],
};

let folder = "";
let file = "";
let other = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "taizhang-mark-"));
  file = join(folder, "仁寿.xlsx");
  other = join(folder, "东坡.xlsx");
  writeFileSync(file, writeWorkbook([marked]));
  writeFileSync(other, writeWorkbook([plain]));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("有涉密标志的文件停下来问，不查、不汇总", () => {
  test("不计入合计，别的文件照算", async () => {
    const { exit, cells, findings, errors } = await document<RollupDocument>("rollup", file, other);
    expect(exit).toBe(2);
    expect(cells.map(({ indicator }) => indicator)).toEqual(["城镇新增就业"]);
    expect(findings.map(({ code, file: at, ref }) => [code, at, ref])).toEqual([["F05", file, "A1"]]);
    expect(errors.map(({ code, file: at }) => [code, at])).toEqual([["F05", file]]);
  });

  test("内容一概不印", async () => {
    for (const act of ["check", "rollup", "inspect"] as const) {
      const { exit, out, err } = await command(act, file);
      expect(exit).toBe(2);
      expect(out).not.toContain("失业保险");
      expect(out).not.toContain("700");
      expect(err).toContain("已停止处理这个文件");
    }
    expect((await document<InspectDocument>("inspect", file)).sheets).toEqual([]);
  });

  test("不另存", async () => {
    const copy = join(folder, "改好.xlsx");
    const { findings, fixed } = await document<CheckDocument>("check", file, "--fix", "-o", copy);
    expect(findings.map(({ code }) => code)).toEqual(["F05"]);
    expect(fixed).toEqual([]);
    expect(existsSync(copy)).toBe(false);
  });

  test("署名放行的照常处理，写明谁放行", async () => {
    const grids = readWorkbook(writeWorkbook([marked]), { file }).value?.sheets ?? [];
    const readings = recogniseWorkbook(grids, file);
    const [found] = check(readings).filter(({ code }) => code === "F05");
    if (!found) throw new Error("no F05");
    const settings = explain(noSettings, found, readings, { reason: "已报保密办解密", by: "李某" });
    const released = join(folder, "已解密.xlsx");
    writeFileSync(released, writeWorkbook([marked, settingsLayout(settings)]));
    const { exit, cells, findings } = await document<RollupDocument>("rollup", released);
    expect(exit).toBe(0);
    expect(cells.map(({ indicator }) => indicator)).toEqual(["失业保险参保"]);
    expect(findings.find(({ code }) => code === "F05")).toMatchObject({ status: "released", by: "李某" });
  });
});
