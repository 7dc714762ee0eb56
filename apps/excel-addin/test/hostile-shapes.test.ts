import { gridOf } from "@taizhang/grid";
import { actor, bookOfGrids } from "@taizhang/office-host";
import { describe, expect, test, vi } from "vitest";
import { fix } from "../src/acts/fix/fix.ts";
import { openRow } from "../src/acts/fix/preview-fixes.ts";
import { keepExplanation } from "../src/acts/keep/explain.ts";
import { exportFindings } from "../src/acts/list/export-findings.ts";
import { goTo } from "../src/acts/pane/go-to.ts";
import type { Pane } from "../src/acts/pane/pane.ts";
import { rollUpSources } from "../src/acts/roll-up/roll-up.ts";
import { previewSummary, writeSummary } from "../src/acts/roll-up/summary.ts";
import { excelWith, paneIn } from "./excel-pane.ts";

const head = ["序号", "指标名称", "责任单位", "计量单位", "年度目标", "累计完成"];
const rows = (): (string | number | null)[][] => [
  ["2016年目标任务完成情况表（截至2016年10月）"],
  head,
  [1, "新增养老床位", "民政局", "张", 400, "350"],
  [2, "城镇新增就业", "人社局", "人", 300, 280],
  [3, "植树", "园林局", "棵", 300, 210],
];

const textNumber = (pane: Pane, sheet: string) => {
  const row = pane.store.get().rows.find((one) => one.sheet === sheet && one.finding.code === "V01");
  if (!row) throw new Error(`no V01 in ${sheet}`);
  return row;
};

describe.each([
  "__proto__",
  "constructor",
  "toString",
  "它's！A1",
  "a!b",
  "{}",
  "R1C1",
  "A1",
  "2016",
  " 首尾 ",
])("一张叫“%s”的表", (name) => {
  test("查得到、到得了、改得好、说明记得下、汇总写得进、导得出", async () => {
    const excel = excelWith(bookOfGrids([gridOf(name, rows())]));
    const pane = await paneIn(excel);
    const row = textNumber(pane, name);
    expect(await goTo(pane, row)).toBe(true);
    expect(await excel.workbook.selection()).toMatchObject({ sheet: name, ref: row.ref });
    expect(await keepExplanation(pane, row, "数据更正，见附件", "王某")).toBe(true);
    await openRow(pane, row);
    expect(await fix(pane, pane.store.get().openPreview?.writes ?? [])).toBe(true);
    expect(excel.book.sheets.find((sheet) => sheet.name === name)?.rows[2]?.[5]?.value).toBe(350);
    await rollUpSources(pane);
    await previewSummary(pane);
    const { page } = pane.store.get();
    if (page?.kind !== "write") throw new Error("nothing to write");
    expect(await writeSummary(pane, page)).toBe(true);
    const written = excel.book.sheets.flatMap((sheet) =>
      sheet.name === name ? [] : sheet.rows.flatMap((line) => (line ?? []).map((cell) => cell?.value)),
    );
    expect(written.filter((value) => /^#(REF|NAME)/.test(String(value)))).toEqual([]);
    expect(await exportFindings(pane)).toBe(true);
  });
});

test("循环引用：查得完，不当作数，也不卡住", async () => {
  const excel = excelWith(bookOfGrids([gridOf("月报表", rows())]));
  excel.user.type("月报表", "F3", "=F4+1");
  excel.user.type("月报表", "F4", "=F3+1");
  const pane = await paneIn(excel);
  expect(pane.store.get().phase).toBe("ready");
  await rollUpSources(pane);
  const { lines = [] } = pane.store.get().rollup.result ?? {};
  const done = lines.map(({ indicator, actual, notes }) => `${indicator} ${actual} ${notes[0]?.code ?? ""}`);
  expect(new Set(done)).toEqual(new Set(["新增养老床位 null ", "城镇新增就业 null ", "植树 210 "]));
});

test("全表合并成一格：说不是目标表", async () => {
  const excel = excelWith(bookOfGrids([gridOf("月报表", rows())]));
  await excel.Excel.run(async (context) => {
    context.workbook.worksheets.getItem("月报表").getRange("A1:P40").merge();
    await context.sync();
  });
  const pane = await paneIn(excel);
  expect(pane.store.get().phase).toBe("ready");
  expect(pane.store.get().cards).toMatchObject([{ isTargetSheet: false, cells: 1 }]);
});

test("16,384列、一百万行只有格式的空行：只读有内容的", async () => {
  const book = bookOfGrids([gridOf("月报表", rows())]);
  const user = actor(book);
  user.format("月报表", "A1000000:F1048576", { numberFormat: "@" });
  user.type("月报表", "XFD1", "到边了");
  const excel = excelWith(book);
  const pane = await paneIn(excel);
  expect(pane.store.get().phase).toBe("ready");
  expect(pane.store.get().cards).toMatchObject([{ isTargetSheet: true, cells: 26 }]);
  await vi.waitFor(() => expect(pane.store.get().cards).toMatchObject([{ tasks: 3 }]));
});
