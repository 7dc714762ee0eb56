import { cpSync, linkSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { writeWorkbook } from "@taizhang/xlsx";
import { strToU8, unzipSync, zipSync } from "fflate";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { RollupDocument } from "../src/output/rollup.ts";
import { command, document } from "./command.ts";

let folder = "";
const at = (name: string) => join(folder, name);
const rows = (...more: (string | number)[][]) => [
  ["填报单位：民政局"],
  ["序号", "任务名称", "计量单位", "年度目标", "累计完成"],
  ...more,
];
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "taizhang-same-"));
  const sheet = { name: "2024年10月", rows: rows([1, "新增养老床位", "张", 100, 80]) };
  writeFileSync(at("民政局.xlsx"), writeWorkbook([sheet]));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("链接和同一个文件的另一种写法只算一份，并且说出来", async () => {
  symlinkSync(at("民政局.xlsx"), at("链接.xlsx"));
  linkSync(at("民政局.xlsx"), at("硬链接.xlsx"));
  const { cells, exit } = await document<RollupDocument>("rollup", folder, join(folder, ".", "民政局.xlsx"));
  expect(cells).toMatchObject([{ target: "100", actual: "80", expected: 1, notes: [] }]);
  expect(exit).toBe(0);
  const { err } = await command("rollup", at("链接.xlsx"), at("民政局.xlsx"));
  expect(err).toBe(`“${at("链接.xlsx")}”与“${at("民政局.xlsx")}”是同一个文件，只读一次。`);
  rmSync(at("链接.xlsx"));
  rmSync(at("硬链接.xlsx"));
});

test("台账换一种写法出现在报表里，也不当报表", async () => {
  const ledger = [
    ["2024年台账"],
    ["台账编号", "任务名称", "计量单位", "年度目标", "牵头单位"],
    ["A-1", "新增养老床位", "张", 100, "民政局"],
  ];
  writeFileSync(at("台账.xlsx"), writeWorkbook([{ name: "台账", rows: ledger }]));
  const { cells } = await document<RollupDocument>("rollup", folder, "--ledger", `${folder}/./台账.xlsx`);
  expect(cells).toMatchObject([{ target: "100", actual: "80", expected: 1 }]);
  rmSync(at("台账.xlsx"));
});

test("-o 不覆盖别人的文件；台账自己写出的照样更新；--force 覆盖；原文件怎么写都不覆盖", async () => {
  const out = at("汇总.xlsx");
  const rollup = (...more: string[]) => command("rollup", at("民政局.xlsx"), "-o", out, ...more);
  expect((await rollup()).exit).toBe(0);
  expect((await rollup("--by", "department")).exit).toBe(0);
  // Saved again by another program: somebody's work.
  const parts = unzipSync(readFileSync(out));
  const saved = zipSync({
    ...parts,
    "docProps/app.xml": strToU8("<Properties><Application>Microsoft Excel</Application></Properties>"),
  });
  writeFileSync(out, saved);
  const kept = await rollup();
  expect(kept.exit).toBe(2);
  expect(kept.err).toContain("--force");
  expect(readFileSync(out).equals(Buffer.from(saved))).toBe(true);
  expect((await rollup("--force")).exit).toBe(0);
  expect(readFileSync(out).equals(Buffer.from(saved))).toBe(false);
  writeFileSync(at("说明.xlsx"), "不是工作簿");
  expect((await command("rollup", at("民政局.xlsx"), "-o", at("说明.xlsx"))).exit).toBe(2);
  const before = readFileSync(at("民政局.xlsx"));
  symlinkSync(at("民政局.xlsx"), at("出.xlsx"));
  const through = await command("rollup", at("民政局.xlsx"), "-o", at("出.xlsx"), "--force");
  expect([through.exit, readFileSync(at("民政局.xlsx")).equals(before)]).toEqual([2, true]);
  rmSync(at("出.xlsx"));
});

test("改好的副本再写一遍，内容一样就不算覆盖", async () => {
  const file = at("教育局.xlsx");
  const parts = unzipSync(
    writeWorkbook([{ name: "2024年10月", rows: rows([1, "新建幼儿园", "所", 5, "3"]) }]),
  );
  writeFileSync(file, zipSync({ ...parts, "docProps/app.xml": strToU8("<Properties/>") }));
  cpSync(file, at("教育局-副本.xlsx"));
  const fix = () => command("check", file, "--fix", "-o", at("改.xlsx"));
  expect([(await fix()).exit, (await fix()).exit]).toEqual([0, 0]);
  expect((await command("check", file, "--fix", "-o", at("教育局-副本.xlsx"))).exit).toBe(2);
});
