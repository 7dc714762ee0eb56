import { gridOf } from "@taizhang/grid";
import { openBook } from "@taizhang/office-host";
import { writeWorkbook } from "@taizhang/xlsx";
import { describe, expect, test } from "vitest";
import { keepExplanation } from "../src/acts/keep/explain.ts";
import { keep } from "../src/acts/keep/keep.ts";
import { exportFindings } from "../src/acts/list/export-findings.ts";
import { goTo } from "../src/acts/pane/go-to.ts";
import { rollUpSources } from "../src/acts/roll-up/roll-up.ts";
import { previewSummary, writeSummary } from "../src/acts/roll-up/summary.ts";
import { asText } from "../src/workbook/content.ts";
import { exampleBytes } from "./example-bytes.ts";
import { excelOf, excelWith, paneIn } from "./excel-pane.ts";

const names = ['O\'Brien & <b>"表"', "=1+1", "民生 (2)!", "'引号", "A1"];
const rows = [
  ["任务名称", "计量单位", "年度目标", "累计完成", "责任单位"],
  ['=HYPERLINK("http://x","点我")', "人", 1300, "1255", "区人社局"],
  ["+cmd|' /C calc'!A0", "人", 220, "'180", "=区残联"],
  ["@SUM(A1)", "个", 3, 2, "<script>alert(1)</script>"],
  ["-2+3", "个", "三", "\u202e12", "区民政局"],
];
const hostile = () => {
  const sheets = names.map((name) => gridOf(name.replace(/[[\]:*?/\\]/g, ""), rows));
  const layouts = sheets.map((grid) => ({
    name: grid.name,
    rows: grid.rows.map((row) => (row ?? []).map((value) => value ?? null)),
  }));
  return excelWith(openBook(writeWorkbook(layouts), "=恶意.xlsx"));
};
const formulas = (excel: ReturnType<typeof hostile>) =>
  excel.book.sheets.flatMap(({ name, rows: cells }) =>
    cells.flatMap((row) => (row ?? []).flatMap((cell) => (cell?.formula ? [`${name} ${cell.formula}`] : []))),
  );

describe("怀有恶意的工作簿", () => {
  test("is read and checked, and every finding can be gone to", async () => {
    const pane = await paneIn(hostile());
    expect(pane.store.get().phase).toBe("ready");
    const { rows: found } = pane.store.get();
    expect(found.length).toBeGreaterThan(0);
    for (const row of found.filter(({ ref }) => ref !== "")) expect(await goTo(pane, row), row.id).toBe(true);
  });

  test("nothing of its texts becomes a formula in what we write", async () => {
    const excel = hostile();
    const pane = await paneIn(excel);
    await exportFindings(pane);
    const explained = pane.store.get().rows.find(({ finding }) => finding.severity === "B");
    if (explained) await keepExplanation(pane, explained, "=cmd|' /C calc'!A0", "+1");
    expect(formulas(excel)).toEqual([]);
  });

  test("a summary refers to its sheets whatever their names", async () => {
    const excel = hostile();
    const pane = await paneIn(excel);
    await rollUpSources(pane);
    await previewSummary(pane);
    const { page } = pane.store.get();
    if (page?.kind !== "write") throw new Error("nothing to write");
    expect(await writeSummary(pane, page)).toBe(true);
    const written = formulas(excel);
    expect(written.length).toBeGreaterThan(0);
    expect(written.filter((one) => /=.*(?:cmd|http:)/.test(one))).toEqual([]);
  });
});

describe("同名而不是台账写的表", () => {
  const file = "nanguan-2016/2016-10/民政局.xlsx";
  const own = [
    ["我的备忘", 1],
    ["别动", "=B1+1"],
  ];
  const withOwn = async (name: string) => {
    const excel = excelWith(openBook(exampleBytes(file), file));
    excel.user.addSheet(name);
    excel.user.type(name, "A1", own);
    excel.user.activate("月报表");
    const pane = await paneIn(excel);
    const kept = () => JSON.stringify(excel.book.sheets.find((sheet) => sheet.name === name)?.rows);
    return { excel, pane, kept, before: kept() };
  };

  test("用户自己的“台账设置”：一格不动，请他先改名", async () => {
    const { excel, pane, kept, before } = await withOwn("台账设置");
    const row = pane.store.get().rows.find(({ finding }) => finding.code === "V01");
    if (!row) throw new Error("no V01");
    await keepExplanation(pane, row, "数据更正，见附件", "王某");
    await keep(pane, { what: "parameters", parameters: { reasonLength: 9 } }, { what: "kept" });
    expect(kept()).toBe(before);
    expect(pane.store.get().notice).toMatchObject({ text: { what: "notOurs", sheet: "台账设置" } });
    expect(excel.host.syncs.some(({ wrote }) => wrote)).toBe(false);
  });

  test("空的“台账设置”：照常写", async () => {
    const excel = excelWith(openBook(exampleBytes(file), file));
    excel.user.addSheet("台账设置");
    excel.user.activate("月报表");
    const pane = await paneIn(excel);
    await keep(pane, { what: "parameters", parameters: { reasonLength: 9 } }, { what: "kept" });
    expect(JSON.stringify(excel.book.sheets.at(-1)?.rows)).toContain("说明最少字数");
  });

  test("用户自己的“汇总”“检查结果”：写到别的名字", async () => {
    const { excel, pane, kept, before } = await withOwn("汇总");
    excel.user.addSheet("检查结果");
    await exportFindings(pane);
    await rollUpSources(pane);
    await previewSummary(pane);
    const { page } = pane.store.get();
    if (page?.kind !== "write") throw new Error("nothing to write");
    expect(page.renamed).toContainEqual({ usual: "汇总", name: "汇总(2)" });
    expect(await writeSummary(pane, page)).toBe(true);
    expect(excel.book.sheets.map(({ name }) => name)).toEqual(
      expect.arrayContaining(["汇总", "汇总(2)", "检查结果", "检查结果(2)"]),
    );
    expect(kept()).toBe(before);
  });
});

test("非常隐藏的表：查得到，不硬转过去，说明为什么", async () => {
  const file = "nanguan-2016/2016-10/民政局.xlsx";
  const excel = excelWith(openBook(exampleBytes(file), file));
  excel.user.addSheet("封面");
  excel.user.activate("封面");
  await excel.Excel.run(async (context) => {
    context.workbook.worksheets.getItem("月报表").visibility = "VeryHidden";
    await context.sync();
  });
  const pane = await paneIn(excel);
  const row = pane.store.get().rows.find(({ sheet }) => sheet === "月报表");
  if (!row) throw new Error("the sheet was not checked");
  expect(await goTo(pane, row)).toBe(false);
  expect(pane.store.get().notice).toMatchObject({ text: { what: "sheetVeryHidden", sheet: "月报表" } });
  expect(excel.host.syncs).toEqual([]);
});

test("32,767个字的格：查得动，导得出，汇总写得进", async () => {
  const long = "完".repeat(32_767);
  const excel = excelOf([
    gridOf("表", [
      ["序号", "任务名称", "计量单位", "年度目标", "累计完成", "责任单位"],
      [1, long, "个", 3, long, "区民政局"],
      [2, `建食堂${long.slice(0, 100)}`, long, long, "２", long],
      [3, "建市场", "个", 6, "2", "区商务局"],
    ]),
  ]);
  const pane = await paneIn(excel);
  expect(pane.store.get().rows.length).toBeGreaterThan(1);
  expect(await exportFindings(pane)).toBe(true);
  await rollUpSources(pane);
  await previewSummary(pane);
  const { page } = pane.store.get();
  if (page?.kind !== "write") throw new Error("nothing to write");
  expect(await writeSummary(pane, page)).toBe(true);
  expect(pane.store.get().notice).toMatchObject({ text: { what: "written" } });
});

test.each([
  "=1+1",
  "+1",
  "-1",
  "@x",
  "12",
  "1/2",
  "2016-10-25",
  "TRUE",
  "true",
  "'x",
  "#REF!",
  "50%",
  "(1)",
  "１２",
  " 12",
  "May 5",
  "\t=1",
])("%j is written with an apostrophe", (text) => expect(asText(text)).toBe(`'${text}`));
test.each(["城镇新增就业", "A 必须改", "●绿", "《计划》", "note"])("%j is written as it is", (text) =>
  expect(asText(text)).toBe(text),
);
