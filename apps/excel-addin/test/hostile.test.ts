import { gridOf } from "@taizhang/grid";
import { openBook } from "@taizhang/office-host";
import { writeWorkbook } from "@taizhang/xlsx";
import { describe, expect, test } from "vitest";
import { keepExplanation } from "../src/acts/keep/explain.ts";
import { exportFindings } from "../src/acts/list/export-findings.ts";
import { goTo } from "../src/acts/pane/go-to.ts";
import { rollUpSources } from "../src/acts/roll-up/roll-up.ts";
import { previewSummary, writeSummary } from "../src/acts/roll-up/summary.ts";
import { asText } from "../src/workbook/content.ts";
import { excelWith, paneIn } from "./excel-pane.ts";

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
