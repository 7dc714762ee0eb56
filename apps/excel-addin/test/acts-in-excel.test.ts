import { openBook, snapshot } from "@taizhang/office-host";
import { describe, expect, test } from "vitest";
import { fix } from "../src/acts/fix/fix.ts";
import { lookForMarks, showMarks } from "../src/acts/fix/marks.ts";
import { openRow, previewFixes } from "../src/acts/fix/preview-fixes.ts";
import { undo } from "../src/acts/fix/undo.ts";
import { keepExplanation } from "../src/acts/keep/explain.ts";
import { exportFindings } from "../src/acts/list/export-findings.ts";
import { goTo } from "../src/acts/pane/go-to.ts";
import type { Pane } from "../src/acts/pane/pane.ts";
import { previewRefresh, refreshSummary } from "../src/acts/roll-up/refresh.ts";
import { rollUpSources, setRollUp } from "../src/acts/roll-up/roll-up.ts";
import { previewSummary, recallSummary, removeSummary, writeSummary } from "../src/acts/roll-up/summary.ts";
import { exampleBytes } from "./example-bytes.ts";
import { excelWith, paneIn } from "./excel-pane.ts";

const excelWithExample = (file = "nanguan-2016/2016-10/民政局.xlsx") =>
  excelWith(openBook(exampleBytes(file), file));

const rowOf = (pane: Pane, code: string) => {
  const row = pane.store.get().rows.find(({ finding }) => finding.code === code);
  if (!row) throw new Error(`no ${code} in the example`);
  return row;
};

describe("来回次数", () => {
  test("检查只读：三个来回，一格不写", async () => {
    const excel = excelWithExample();
    const before = snapshot(excel.book);
    const pane = await paneIn(excel);
    expect(pane.store.get().phase).toBe("ready");
    expect(snapshot(excel.book)).toEqual(before);
  });

  test("定位一个来回", async () => {
    const excel = excelWithExample();
    const pane = await paneIn(excel);
    await goTo(pane, rowOf(pane, "V01"));
    expect(excel.host.syncs.length).toBe(1);
  });

  test("标记两个来回；去掉后与原来一样", async () => {
    const excel = excelWithExample();
    const pane = await paneIn(excel);
    const before = snapshot(excel.book);
    await showMarks(pane, true);
    expect(excel.host.syncs.length).toBe(2);
    expect(snapshot(excel.book)).not.toEqual(before);
    await lookForMarks(pane);
    expect(pane.store.get().marks).toBe("left");
    excel.host.forget();
    await showMarks(pane, false);
    expect(excel.host.syncs.length).toBe(2);
    expect(snapshot(excel.book)).toEqual(before);
  });

  test("修正两个来回，只动那一格；撤销后与原来一样", async () => {
    const excel = excelWithExample();
    const pane = await paneIn(excel);
    const before = snapshot(excel.book);
    await openRow(pane, rowOf(pane, "V01"));
    await fix(pane, pane.store.get().openPreview?.writes ?? []);
    const wrote = excel.host.syncs.flatMap(({ wrote }, index) => (wrote ? [index] : []));
    expect(wrote).toEqual([1]);
    expect(rowOf(pane, "V01").mended).toBe(true);
    await undo(pane);
    expect(snapshot(excel.book)).toEqual(before);
  });
});

describe("说明记在台账设置", () => {
  test("新建设置表；再记一条只写一行；重新检查后不再计数", async () => {
    const excel = excelWithExample();
    const pane = await paneIn(excel);
    await keepExplanation(pane, rowOf(pane, "V01"), "数据更正，见附件", "王某");
    expect(excel.book.sheets.map(({ name }) => name)).toContain("台账设置");
    const first = pane.store.get().rows.find(({ finding }) => finding.code === "V01");
    expect(first?.finding.status ?? "explained").not.toBe("open");
    excel.host.forget();
    await keepExplanation(pane, rowOf(pane, "S08"), "按要求脱敏，已核实", "王某");
    expect(excel.host.syncs.filter(({ wrote }) => wrote).length).toBe(1);
    expect(pane.store.get().done.at(-1)).toMatchObject({ what: "explanation" });
  });
});

describe("汇总写进工作簿", () => {
  const summary = async () => {
    const excel = excelWithExample();
    const pane = await paneIn(excel);
    await rollUpSources(pane);
    await previewSummary(pane);
    const { page } = pane.store.get();
    if (page?.kind !== "write") throw new Error("nothing to write");
    return { excel, pane, page, before: snapshot(excel.book) };
  };

  test("写入三个来回；来源在本工作簿的是公式；撤销写入后与原来一样", async () => {
    const { excel, pane, page, before } = await summary();
    excel.host.forget();
    await writeSummary(pane, page);
    const { notice, rollup } = pane.store.get();
    expect(notice).toMatchObject({ text: { what: "written", sheet: "汇总" } });
    expect(excel.host.syncs.map(({ wrote }) => wrote)).toEqual([false, true, true]);
    const sources = excel.book.sheets.find(({ name }) => name === "数据来源");
    const live = sources?.rows
      .flatMap((row) => row ?? [])
      .filter((cell) => cell?.formula?.includes("月报表!"));
    expect(live?.length).toBeGreaterThan(2);
    expect(excel.book.sheets.find(({ name }) => name === "汇总")?.charts.length).toBe(1);
    expect(rollup.written?.sheets[0]).toBe("汇总");
    await removeSummary(pane);
    expect(excel.book.sheets.map(({ name }) => name)).toEqual(
      (before as { sheets: { name: string }[] }).sheets.map(({ name }) => name),
    );
  });

  /** Each cell of the sheet 汇总 with its look; what has neither is left out. */
  const cellsOf = (excel: ReturnType<typeof excelWithExample>) =>
    excel.book.sheets
      .find(({ name }) => name === "汇总")
      ?.rows.flatMap((row, r) =>
        (row ?? []).flatMap((cell, c) =>
          cell && (cell.value !== null || cell.formula || cell.style?.borders || cell.style?.fillColor)
            ? [
                [
                  r,
                  c,
                  cell.formula ?? cell.value,
                  cell.style?.borders,
                  cell.style?.fillColor,
                  cell.style?.bold,
                ],
              ]
            : [],
        ),
      );

  test.each([
    ["total", "department"],
    ["department", "total"],
  ] as const)(
    "按%s写、按%s刷新：行多了少了，框线、图和打印区域都与新写的一样；撤销后与刷新前一样",
    async (from, to) => {
      const writtenBy = async (by: "total" | "department") => {
        const excel = excelWithExample();
        const pane = await paneIn(excel);
        setRollUp(pane, { by });
        await rollUpSources(pane);
        await previewSummary(pane);
        const { page } = pane.store.get();
        if (page?.kind !== "write") throw new Error("nothing to write");
        await writeSummary(pane, page);
        return { excel, pane };
      };
      const { excel: fresh } = await writtenBy(to);
      const { excel, pane } = await writtenBy(from);
      const before = cellsOf(excel);
      setRollUp(pane, { by: to });
      await rollUpSources(pane);
      await previewRefresh(pane);
      await refreshSummary(pane);
      expect(cellsOf(excel)).toEqual(cellsOf(fresh));
      const of = (one: typeof excel) => one.book.sheets.find(({ name }) => name === "汇总");
      expect(of(excel)?.pageLayout.PrintArea).toEqual(of(fresh)?.pageLayout.PrintArea);
      expect(of(excel)?.charts[0]?.series).toEqual(of(fresh)?.charts[0]?.series);
      await undo(pane);
      expect(cellsOf(excel)).toEqual(before);
    },
  );

  test("同事打开也知道写过汇总", async () => {
    const { excel, pane, page } = await summary();
    await writeSummary(pane, page);
    const colleague = await paneIn(excel);
    await recallSummary(colleague);
    expect(colleague.store.get().rollup.written?.sheets).toEqual(pane.store.get().rollup.written?.sheets);
  });
});

test("导出问题清单到新表，公式样的文字仍是文字", async () => {
  const excel = excelWithExample();
  const pane = await paneIn(excel);
  await exportFindings(pane);
  const sheet = excel.book.sheets.find(({ name }) => name === "检查结果");
  expect(sheet?.rows.length).toBeGreaterThan(2);
  expect(sheet?.rows.flatMap((row) => row ?? []).some((cell) => cell?.formula)).toBe(false);
  await previewFixes(pane, pane.store.get().rows);
  expect(pane.store.get().page?.kind).toBe("fixes");
});
