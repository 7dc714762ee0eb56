import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { LayoutCell, SheetLayout } from "@taizhang/grid";
import { writeWorkbook } from "@taizhang/xlsx";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { CheckDocument } from "../src/output/check.ts";
import { command, document } from "./command.ts";

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "taizhang-mended-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const row = (...values: (string | number)[]): LayoutCell[] => values.map((value) => ({ value }));
function workbook(name: string, sheet: Pick<SheetLayout, "rows" | "merges">): string {
  const file = join(folder, name);
  writeFileSync(file, writeWorkbook([{ name: "表", ...sheet }]));
  return file;
}

test("取消的合并单元格也列出来，按填上的格计数", async () => {
  const file = workbook("合并.xlsx", {
    rows: [
      row("南关区2016年10月重点任务进度表"),
      row("序号", "任务名称", "指标名称", "计量单位", "年度目标", "累计完成", "牵头单位"),
      row(1, "养老服务", "新增养老床位", "张", 500, 400, "区民政局"),
      row(2, "", "新建日间照料中心", "个", 5, 4, "区民政局"),
      row(3, "就业", "城镇新增就业", "人", 1200, 1000, "区人社局"),
    ],
    merges: ["B3:B4"],
  });
  const { out } = await command("check", file, "--fix", "-o", join(folder, "合并-改.xlsx"));
  expect(out).toContain("改好1格");
  expect(out).toContain("表!B3:B4  取消合并，各格都填“养老服务”");
});

test("改成日期格式的，写出显示的日期", async () => {
  const file = workbook("日期.xlsx", {
    rows: [
      row("南关区2016年10月重点任务进度表"),
      row("序号", "任务名称", "计量单位", "年度目标", "累计完成", "完成时限", "牵头单位"),
      row(1, "甲", "个", 10, 9, "2016年12月底", "区住建局"),
      row(2, "乙", "个", 10, 5, "2016年9月底", "区住建局"),
      row(3, "丙", "个", 10, 10, 42_735, "区住建局"),
    ],
  });
  const { fixed } = await document<CheckDocument>("check", file, "--fix", "-o", join(folder, "日期-改.xlsx"));
  expect(fixed?.[0]?.cells).toEqual([{ sheet: "表", ref: "F5", before: "42735", after: "2016-12-31" }]);
});
