import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseCell, valueAt } from "@taizhang/grid";
import { readWorkbook, writeWorkbook } from "@taizhang/xlsx";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { CheckDocument } from "../src/output/check.ts";
import { document } from "./command.ts";

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "taizhang-fix-all-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const codesOf = ({ findings }: CheckDocument) => findings.map(({ code, ref }) => `${code} ${ref}`);

test("一键修正后再查没有新问题：求和、完成率跟着算，一格两处问题一次改完", async () => {
  const [file, out] = [join(folder, "月报.xlsx"), join(folder, "改好.xlsx")];
  writeFileSync(
    file,
    writeWorkbook([
      {
        name: "月报",
        rows: [
          ["任务名称", "指标名称", "计量单位", "年度目标", "累计完成", "完成率（%）", "牵头单位"],
          ["扩大就业", "城镇新增就业", "人", 1000, 500, "0.5", "区人社局"],
          ["技能培训", "培训", "人", 2000, "700", { value: 35, formula: "ROUND(E3/D3*100,1)" }, "区民政局"],
          ["困难帮扶", "帮扶", "人", 10, 9, 90, "区城管局"],
          ["困难救助", "救助", "人", 20, 16, 80, "区住建局"],
          ["合计", "", "", { value: 3030, formula: "SUM(D2:D5)" }, { value: 525, formula: "SUM(E2:E5)" }],
        ],
      },
    ]),
  );
  const before = await document<CheckDocument>("check", file);
  expect(codesOf(before)).toEqual(["V01 F2", "V01 E3", "V05 F2"]);
  const mended = await document<CheckDocument>("check", file, "--fix", "-o", out);
  expect(codesOf(mended)).toEqual([]);
  expect(mended.fixed?.[0]?.cells).toEqual([
    { sheet: "月报", ref: "F2", before: "“0.5”", after: "50" },
    { sheet: "月报", ref: "E3", before: "“700”", after: "700" },
  ]);
  const [grid] = readWorkbook(readFileSync(out), { file: out }).value?.sheets ?? [];
  const at = (ref: string) => {
    const cell = parseCell(ref);
    return grid && cell ? valueAt(grid, cell.row, cell.column) : undefined;
  };
  expect([at("F2"), at("E3"), at("F3"), at("D6"), at("E6")]).toEqual([50, 700, 35, 3030, 1225]);
});

test("没有可一键修正的文件，问题照样列出来，退出码仍是1", async () => {
  const [ledger, file] = [join(folder, "台账.xlsx"), join(folder, "区人社局.xlsx")];
  const header = ["台账编号", "任务名称", "计量单位", "年度目标", "牵头单位"];
  writeFileSync(
    ledger,
    writeWorkbook([{ name: "任务分解表", rows: [header, ["N1", "城镇新增就业", "人", 1000, "区人社局"]] }]),
  );
  writeFileSync(
    file,
    writeWorkbook([
      {
        name: "月报",
        rows: [
          ["台账编号", "任务名称", "计量单位", "年度目标", "本年累计完成", "牵头单位"],
          ["N1", "城镇新增就业", "人", 800, 500, "区人社局"],
        ],
      },
    ]),
  );
  const plain = await document<CheckDocument>("check", file, "--ledger", ledger);
  expect([codesOf(plain), plain.exit]).toEqual([["T08 D2"], 1]);
  const mended = await document<CheckDocument>(
    "check",
    file,
    "--ledger",
    ledger,
    "--fix",
    "-o",
    join(folder, "改.xlsx"),
  );
  expect([codesOf(mended), mended.exit, mended.fixed]).toEqual([["T08 D2"], 1, []]);
});
