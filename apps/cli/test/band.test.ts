import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readWorkbook, writeWorkbook } from "@taizhang/xlsx";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { RollupDocument } from "../src/output/rollup.ts";
import { command, document } from "./command.ts";

let folder = "";
let file = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "taizhang-band-"));
  file = join(folder, "统计局.xlsx");
  const rows = [
    ["填报单位：统计局", null, null, null, "2016年12月"],
    ["指标名称", "计量单位", "年度目标", "累计完成", "责任单位"],
    ["居民消费价格涨幅", "%", "控制在3%—5%", "2.5", "统计局"],
    ["新建改建道路", "公里", 100, 60, "统计局"],
  ];
  writeFileSync(file, writeWorkbook([{ name: "月报", rows }]));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("区间目标两头都写出来，只有一个数的照旧", async () => {
  expect((await command("rollup", file)).out).toMatch(/居民消费价格涨幅 +% +3—5 +2\.5/);
  const { cells } = await document<RollupDocument>("rollup", file);
  expect(cells[0]).toMatchObject({ target: "3", targetMax: "5" });
  expect(cells[1]).not.toHaveProperty("targetMax");
});

test("汇总表里目标一格显示区间，格里是近端的数", async () => {
  const out = join(folder, "汇总.xlsx");
  await command("rollup", file, "-o", out);
  const { value } = readWorkbook(readFileSync(out), { file: out });
  const formats = value?.sheets.flatMap(({ formats }) => formats.flatMap((row) => row ?? [])) ?? [];
  expect(formats.filter((format) => format?.includes("—"))).toEqual(['#,##0"—5"']);
});
