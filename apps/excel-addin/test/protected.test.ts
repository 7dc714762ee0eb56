import { gridOf } from "@taizhang/grid";
import { snapshot } from "@taizhang/office-host";
import { describe, expect, test } from "vitest";
import { lookForMarks, showMarks } from "../src/acts/fix/marks.ts";
import { exportFindings } from "../src/acts/list/export-findings.ts";
import { goTo } from "../src/acts/pane/go-to.ts";
import { rollUpSources } from "../src/acts/roll-up/roll-up.ts";
import { previewSummary, writeSummary } from "../src/acts/roll-up/summary.ts";
import { saidText } from "../src/screens/notice-line.tsx";
import { paneWords } from "../src/words/words.ts";
import { excelOf, paneIn } from "./excel-pane.ts";

const rows = [
  ["任务名称", "计量单位", "年度目标", "累计完成", "责任单位"],
  ["城镇新增就业", "人", 1300, "1255", "区人社局"],
  ["残疾人就业", "人", 220, "180", "区残联"],
];
const opened = async (guarded: readonly string[]) => {
  const excel = excelOf(["甲表", "乙表"].map((name) => gridOf(name, rows)));
  for (const sheet of excel.book.sheets) if (guarded.includes(sheet.name)) sheet.protection = { options: {} };
  return { excel, pane: await paneIn(excel) };
};
const rulesOn = ({ book }: ReturnType<typeof excelOf>) =>
  book.sheets.map(({ conditionalFormats }) => conditionalFormats.length > 0);

describe("标记遇到有保护的表", () => {
  test("别的表照常标记，有保护的不动，说出是哪一张；去掉后与原来一样", async () => {
    const { excel, pane } = await opened(["乙表"]);
    const before = snapshot(excel.book);
    expect(await showMarks(pane, true)).toBe(true);
    expect(excel.host.syncs.length).toBe(2);
    expect(rulesOn(excel)).toEqual([true, false]);
    const { notice, marks } = pane.store.get();
    expect(marks).toBe("on");
    if (notice?.kind !== "said") throw new Error("nothing was said");
    expect(saidText(notice.text, paneWords["zh-CN"])).toBe("有保护的1张表标记不动：乙表");
    expect(await showMarks(pane, false)).toBe(true);
    expect(snapshot(excel.book)).toEqual(before);
    expect(pane.store.get().notice).toBeUndefined();
  });

  test("标记之后才保护：去不掉的说出来，标记还在", async () => {
    const { excel, pane } = await opened([]);
    await showMarks(pane, true);
    const [, second] = excel.book.sheets;
    if (second) second.protection = { options: {} };
    await showMarks(pane, false);
    expect(rulesOn(excel)).toEqual([false, true]);
    expect(pane.store.get().notice).toMatchObject({ text: { what: "marksKeptOut", sheets: ["乙表"] } });
    await lookForMarks(pane);
    expect(pane.store.get().marks).toBe("left");
  });

  test("都有保护：没有加，说清楚", async () => {
    const { excel, pane } = await opened(["甲表", "乙表"]);
    const before = snapshot(excel.book);
    expect(await showMarks(pane, true)).toBe(false);
    expect(pane.store.get()).toMatchObject({ marks: "off", notice: { kind: "failed", why: "protected" } });
    expect(snapshot(excel.book)).toEqual(before);
  });
});

test("工作簿结构有保护：导出和写汇总都说是结构，不说成本表", async () => {
  const { excel, pane } = await opened([]);
  excel.book.protection = {};
  const before = snapshot(excel.book);
  expect(await exportFindings(pane)).toBe(false);
  expect(pane.store.get().notice).toMatchObject({ kind: "failed", why: "structure" });
  await rollUpSources(pane);
  await previewSummary(pane);
  const { page } = pane.store.get();
  if (page?.kind !== "write") throw new Error("nothing to write");
  expect(await writeSummary(pane, page)).toBe(false);
  expect(pane.store.get().notice).toMatchObject({ kind: "failed", why: "structure" });
  expect(snapshot(excel.book)).toEqual(before);
});

test.each([
  ["hidden", "“乙表”表是隐藏的，请先在Excel里取消隐藏"],
  ["veryHidden", "“乙表”表藏得较深，Excel的“取消隐藏”里没有它，请找做表的人"],
] as const)("%s的表：不强行打开，说怎么办", async (visibility, words) => {
  const { excel, pane } = await opened([]);
  const { outline } = pane.store.get();
  if (!outline) throw new Error("no outline");
  const sheets = outline.sheets.map((sheet) => (sheet.name === "乙表" ? { ...sheet, visibility } : sheet));
  pane.store.dispatch({ do: "set", state: { outline: { ...outline, sheets } } });
  expect(await goTo(pane, { sheet: "乙表", ref: "D2" })).toBe(false);
  const { notice } = pane.store.get();
  if (notice?.kind !== "said") throw new Error("nothing was said");
  expect(saidText(notice.text, paneWords["zh-CN"])).toBe(words);
  expect(excel.host.syncs).toEqual([]);
});
