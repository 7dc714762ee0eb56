import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { writeWorkbook } from "@taizhang/xlsx";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { RollupDocument } from "../src/output/rollup.ts";
import { command, document } from "./command.ts";

let folder = "";
let file = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "taizhang-explain-"));
  file = join(folder, "住建局.xlsx");
  const rows = [
    ["填报单位：住建局", null, null, null, "2016年10月"],
    ["任务名称", "计量单位", "年度目标", "累计完成", "责任单位"],
    ["新建改建道路", "公里", 100, 60, "住建局"],
  ];
  writeFileSync(file, writeWorkbook([{ name: "台账", rows }]));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("taizhang rollup 的推导与工作月", () => {
  test("--explain 逐格写出完成率和灯是怎样得出的，两种语言", async () => {
    const { out } = await command("rollup", file, "--explain");
    expect(out).toContain("指标完成率：60÷100=60%。");
    expect(out).toMatch(/完成率60%[^。]*个百分点，黄灯/);
    const english = await command("rollup", file, "--explain", "--lang", "en");
    expect(english.out).toContain("60÷100=60%");
    expect((await command("rollup", file)).out).not.toContain("60÷100");
  });

  test("JSON 里每格多一栏 explanation，不给 --explain 的没有", async () => {
    const asked = await document<RollupDocument>("rollup", file, "--explain");
    expect(asked.cells[0]?.explanation?.[0]).toBe("指标完成率：60÷100=60%。");
    const plain = await document<RollupDocument>("rollup", file);
    expect(plain.cells[0]).not.toHaveProperty("explanation");
  });

  test("--idle-months 按工作月：冬季三个月不算，十月是九个月里的八个月", async () => {
    const { cells } = await document<RollupDocument>("rollup", file, "--idle-months", "12,1,2");
    expect(cells[0]?.pace).toBe("0.888889");
  });

  test.each(["13", "一月", "1,,2", "0", "1,2,3,4,5,6,7,8,9,10,11,12"])("“%s”不是月份", async (months) => {
    const { exit, err } = await command("rollup", file, "--idle-months", months);
    expect(exit).toBe(2);
    expect(err).toContain(`“${months}”不是月份`);
  });
});
