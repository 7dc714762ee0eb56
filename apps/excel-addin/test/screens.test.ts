import { gridOf } from "@taizhang/grid";
import { openBook, snapshot } from "@taizhang/office-host";
import { describe, expect, test } from "vitest";
import { checkFormats } from "../src/acts/check/formats.ts";
import { rowsOfRef } from "../src/acts/check/rows-of-ref.ts";
import { showAndGo } from "../src/acts/check/show-and-go.ts";
import { findUnlocked } from "../src/acts/check/unlocked.ts";
import { fix } from "../src/acts/fix/fix.ts";
import { fixableOf, openRow, previewFixes } from "../src/acts/fix/preview-fixes.ts";
import { follow } from "../src/acts/follow/follow.ts";
import { keepExplanation } from "../src/acts/keep/explain.ts";
import { takeHeader } from "../src/acts/keep/header.ts";
import { recogniseAutomatically } from "../src/acts/keep/keep.ts";
import { goTo } from "../src/acts/pane/go-to.ts";
import type { Pane } from "../src/acts/pane/pane.ts";
import { codePage } from "../src/state/code-page.ts";
import { shown } from "../src/state/finding-rows.ts";
import { exampleBytes } from "./example-bytes.ts";
import { excelOf, excelWith, paneIn } from "./excel-pane.ts";

const file = "nanguan-2016/2016-10/民政局.xlsx";
const excelWithExample = () => excelWith(openBook(exampleBytes(file), file));
const rowOf = (pane: Pane, code: string) => {
  const row = pane.store.get().rows.find(({ finding }) => finding.code === code);
  if (!row) throw new Error(`no ${code} in the example`);
  return row;
};
const survey = gridOf("摸底表", [
  ["某区摸底情况"],
  ["工程", "谁管", "要做", "做了"],
  ["便民市场", "商务局", 3, 1],
  ["社区食堂", "民政局", 5, "2"],
  ["便民服务点", "民政局", 6, 2],
  ["口袋公园", "园林局", 4, 4],
]);

describe("隐藏的行：只提出来，不擅自显示", () => {
  test("定位仍是一个来回；显示并转到后看得见", async () => {
    const excel = excelWithExample();
    const pane = await paneIn(excel);
    const row = rowOf(pane, "V01");
    const [sheet] = excel.book.sheets;
    if (sheet) sheet.hiddenRows = new Set([18]);
    await goTo(pane, row);
    expect(excel.host.syncs.length).toBe(1);
    expect(pane.store.get().hiddenAt).toEqual({ sheet: row.sheet, ref: row.ref, what: "row" });
    expect(sheet?.hiddenRows.has(18)).toBe(true);
    await showAndGo(pane, row);
    expect(sheet?.hiddenRows.has(18)).toBe(false);
    expect(pane.store.get().hiddenAt).toBeUndefined();
  });
});

describe("有保护的表：没有锁定的格可以改", () => {
  test("只有没锁的列入一键修正，写得进去", async () => {
    const excel = excelWithExample();
    excel.user.type("月报表", "I16", [["'12"]]);
    excel.user.format("月报表", "I16", { locked: false });
    const [sheet] = excel.book.sheets;
    if (sheet) sheet.protection = { options: {} };
    const pane = await paneIn(excel);
    await findUnlocked(pane);
    const { rows, active, filter } = pane.store.get();
    const texts = rows.filter(({ finding }) => finding.code === "V01");
    expect(texts.map(({ ref, unlocked }) => [ref, unlocked])).toEqual([
      ["I16", true],
      ["I19", undefined],
    ]);
    expect(fixableOf(pane.store.get(), texts).map(({ ref }) => ref)).toEqual(["I16"]);
    expect(shown(rows, { ...filter, only: "unlocked" }, active).map(({ ref }) => ref)).toEqual(["I16"]);
    await previewFixes(pane, texts);
    const { page } = pane.store.get();
    await fix(pane, page?.kind === "fixes" ? page.preview.writes : []);
    expect(sheet?.rows[15]?.[8]?.value).toBe(12);
    expect(sheet?.rows[18]?.[8]?.value).toBe("2");
  });
});

describe("Excel自己撤销了，窗格的撤销也退一步", () => {
  test("撤销列表与表一致；之后改成别的值不算撤销", async () => {
    const excel = excelWithExample();
    const pane = await paneIn(excel);
    await follow(pane);
    await openRow(pane, rowOf(pane, "V01"));
    await fix(pane, pane.store.get().openPreview?.writes ?? []);
    expect(pane.store.get().done.length).toBe(1);
    excel.user.type("月报表", "I19", 3);
    await excel.settled();
    await new Promise((resolve) => setTimeout(resolve, 1000));
    expect(pane.store.get().done.length).toBe(1);
    excel.user.type("月报表", "I19", "'2");
    await excel.settled();
    await expect.poll(() => pane.store.get().done.length, { timeout: 4000 }).toBe(0);
  });
});

describe("表头由用户指定", () => {
  test("选中行作表头，记在本文件；恢复自动识别后不留痕", async () => {
    const excel = excelOf([survey]);
    const pane = await paneIn(excel);
    expect(pane.store.get().cards[0]?.isTargetSheet).toBe(false);
    excel.user.select("摸底表", "A2:D2");
    await takeHeader(pane, true);
    const card = pane.store.get().cards.find(({ sheet }) => sheet === "摸底表");
    expect(card).toMatchObject({ isTargetSheet: true, headerRows: [2, 2] });
    expect(excel.book.sheets.map(({ name }) => name)).toContain("台账设置");
    const colleague = await paneIn(excel);
    expect(colleague.store.get().cards[0]).toMatchObject({ isTargetSheet: true, headerRows: [2, 2] });
    if (card) await recogniseAutomatically(pane, card);
    expect(pane.store.get().cards[0]?.isTargetSheet).toBe(false);
  });

  test("只这次用：文件里不写；选的行不能用时说出来", async () => {
    const excel = excelOf([survey]);
    const pane = await paneIn(excel);
    const before = snapshot(excel.book);
    excel.user.select("摸底表", "A6:D6");
    await takeHeader(pane, false);
    expect(pane.store.get().notice).toMatchObject({ text: { what: "headerUnused" } });
    excel.user.select("摸底表", "A2:D2");
    await takeHeader(pane, false);
    expect(pane.store.get().cards[0]?.headerRows).toEqual([2, 2]);
    excel.user.select("摸底表", "A1");
    expect(JSON.stringify(snapshot(excel.book))).toBe(JSON.stringify(before));
  });

  test.each([
    ["A2:D3", [2, 3]],
    ["2:3", [2, 3]],
    ["B7", [7, 7]],
    ["A:C", undefined],
  ])("%s", (ref, rows) => expect(rowsOfRef(ref)).toEqual(rows));
});

test("不是目标表，也能只查数字和日期格式；改好的打勾", async () => {
  const excel = excelOf([survey]);
  const pane = await paneIn(excel);
  await checkFormats(pane);
  const rows = () => pane.store.get().formats?.rows ?? [];
  expect(rows().map(({ finding, ref }) => [finding.code, ref])).toEqual([["V01", "D4"]]);
  await openRow(pane, rows()[0]);
  await fix(pane, pane.store.get().openPreview?.writes ?? []);
  await expect.poll(() => rows()[0]?.mended).toBe(true);
  expect(excel.book.sheets[0]?.rows[3]?.[3]?.value).toBe(2);
});

test("A要署名放行，C要核实，D可以忽略：说的话各不相同", async () => {
  const excel = excelWithExample();
  const pane = await paneIn(excel);
  await keepExplanation(pane, rowOf(pane, "S06"), "", "");
  expect(pane.store.get().notice).toMatchObject({ text: { what: "ignored" } });
  expect(pane.store.get().rows.find(({ finding }) => finding.code === "S06")?.finding.status).toBe("ignored");
});

test("每个编号有一页说明，两种语言分开", () => {
  const page = [
    "# V01 文本型数字 Number stored as text",
    "**为什么 Why.** 求和会漏掉。",
    "SUM skips it.",
    "## 报出的 Found",
    "### 例一",
    "| 1 | 2 |",
    "- D2是文本。",
    "  D2 is a text.",
    "  修正 Fix：改为数字 D2 → 1255",
    "## 不报的 Left alone",
    "### 编号不算",
  ].join("\n");
  expect(codePage(page, "zh-CN")).toEqual({
    why: "求和会漏掉。",
    found: [{ title: "例一", sentences: ["D2是文本。"] }],
    leftAlone: ["编号不算"],
  });
  expect(codePage(page, "en")).toMatchObject({
    why: "SUM skips it.",
    found: [{ sentences: ["D2 is a text."] }],
  });
});
