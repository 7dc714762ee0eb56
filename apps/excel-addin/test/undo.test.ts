import { openBook, snapshot } from "@taizhang/office-host";
import { describe, expect, test } from "vitest";
import { undo } from "../src/acts/fix/undo.ts";
import { follow } from "../src/acts/follow/follow.ts";
import { keepExplanation, startExplaining } from "../src/acts/keep/explain.ts";
import { keep } from "../src/acts/keep/keep.ts";
import { exportFindings } from "../src/acts/list/export-findings.ts";
import type { Pane } from "../src/acts/pane/pane.ts";
import { canUndo } from "../src/workbook/run-excel.ts";
import { exampleBytes } from "./example-bytes.ts";
import { excelWith, paneIn } from "./excel-pane.ts";

const file = "nanguan-2016/2016-10/民政局.xlsx";
const excelWithExample = () => excelWith(openBook(exampleBytes(file), file));
type Excel = ReturnType<typeof excelWithExample>;

const rowOf = (pane: Pane, code: string) => {
  const row = pane.store.get().rows.find(({ finding }) => finding.code === code);
  if (!row) throw new Error(`no ${code} in the example`);
  return row;
};
const explain = (pane: Pane) => keepExplanation(pane, rowOf(pane, "V01"), "数据更正，见附件", "王某");
const sheetsOf = ({ book }: Excel) => JSON.stringify((snapshot(book) as { sheets: unknown }).sheets);
const names = ({ book }: Excel) => book.sheets.map(({ name }) => name);

describe("新加的表可以撤销", () => {
  const acts = {
    第一条说明: explain,
    第一次改列: (pane: Pane) =>
      keep(
        pane,
        {
          what: "corrections",
          corrections: [
            { header: pane.store.get().cards[0]?.columns[3]?.path.join("/") ?? "", field: "other" },
          ],
        },
        { what: "kept" },
      ),
    第一次改设置: (pane: Pane) =>
      keep(pane, { what: "parameters", parameters: { reasonLength: 10 } }, { what: "kept" }),
    导出: exportFindings,
  };

  test.each(Object.entries(acts))("%s：撤销后与原来一样，问题照旧", async (_, act) => {
    const excel = excelWithExample();
    const pane = await paneIn(excel);
    const before = sheetsOf(excel);
    const found = pane.store.get().rows.map(({ id, finding }) => [id, finding.status]);
    expect(await act(pane)).toBe(true);
    expect(excel.book.sheets.length).toBe(2);
    expect(pane.store.get().done.length).toBe(1);
    expect(await undo(pane)).toBe(true);
    expect(sheetsOf(excel)).toBe(before);
    expect(pane.store.get().done).toEqual([]);
    expect(pane.store.get().rows.map(({ id, finding }) => [id, finding.status])).toEqual(found);
    expect(pane.store.get().notice).toMatchObject({ text: { what: "sheetRemoved" } });
  });

  test("一条接一条：倒着撤销，每一步都与那一步之前一样", async () => {
    const excel = excelWithExample();
    const pane = await paneIn(excel);
    const stood = [sheetsOf(excel)];
    await explain(pane);
    stood.push(sheetsOf(excel));
    await keepExplanation(pane, rowOf(pane, "S08"), "按要求脱敏，已核实", "王某");
    stood.push(sheetsOf(excel));
    await exportFindings(pane);
    for (const before of stood.reverse()) {
      await undo(pane);
      expect(sheetsOf(excel)).toBe(before);
    }
  });

  test("表里有人改过：不去掉，说出来，之后的撤销接着往前", async () => {
    const excel = excelWithExample();
    const pane = await paneIn(excel);
    await exportFindings(pane);
    excel.user.type("检查结果", "Z9", "我的批注");
    await undo(pane);
    expect(names(excel)).toContain("检查结果");
    expect(pane.store.get().notice).toMatchObject({ text: { what: "edited" } });
    expect(pane.store.get().done).toEqual([]);
  });

  test("用户自己删了新表：撤销列表跟着退一步", async () => {
    const excel = excelWithExample();
    const pane = await paneIn(excel);
    await follow(pane);
    await exportFindings(pane);
    excel.user.deleteSheet("检查结果");
    await excel.settled();
    await expect.poll(() => pane.store.get().done.length, { timeout: 4000 }).toBe(0);
  });
});

describe("打开说明页以后，表里的数变了", () => {
  const opened = async () => {
    const excel = excelWithExample();
    const pane = await paneIn(excel);
    await startExplaining(pane, rowOf(pane, "V01"));
    return { excel, pane, row: rowOf(pane, "V01") };
  };

  test("没有变：多看一次，照常记下", async () => {
    const { excel, pane, row } = await opened();
    await keepExplanation(pane, row, "数据更正，见附件", "王某");
    expect(names(excel)).toContain("台账设置");
    expect(pane.store.get().page).toBeUndefined();
  });

  test("变成别的文本：不记，请重新说明；再记一次才记下新的", async () => {
    const { excel, pane, row } = await opened();
    excel.other.type(row.sheet, row.ref, "'３");
    await keepExplanation(pane, row, "数据更正，见附件", "王某");
    expect(names(excel)).not.toContain("台账设置");
    const { page } = pane.store.get();
    expect(page).toMatchObject({ kind: "explain", changed: true });
    if (page?.kind !== "explain") throw new Error("the page was closed");
    await keepExplanation(pane, page.row, "数据更正，见附件", "王某");
    const kept = excel.book.sheets.find(({ name }) => name === "台账设置");
    expect(JSON.stringify(kept?.rows)).toContain("３");
    expect(rowOf(pane, "V01").finding.status).toBe("explained");
  });

  test("已经改好：不记，说不用说明了", async () => {
    const { excel, pane, row } = await opened();
    excel.other.type(row.sheet, row.ref, 2);
    await keepExplanation(pane, row, "数据更正，见附件", "王某");
    expect(names(excel)).not.toContain("台账设置");
    expect(pane.store.get()).toMatchObject({ notice: { text: { what: "mendedMeanwhile" } } });
    expect(pane.store.get().page).toBeUndefined();
  });
});

test.each([
  ["1.14", false],
  ["1.19", false],
  ["1.20", true],
])("ExcelApi %s：Excel自己的撤销退得回窗格写的内容：%s", async (version, can) => {
  excelWith(openBook(exampleBytes(file), file), { ExcelApi: version });
  expect(canUndo()).toBe(can);
});

test("Excel说有的操作不能并成一步：分步写，仍然写成", async () => {
  const excel = excelWith(openBook(exampleBytes(file), file), { ExcelApi: "1.20" });
  const pane = await paneIn(excel);
  excel.host.faults.on(3, { error: "UndoNotSupported" }); // the third round trip is the one that writes
  expect(await exportFindings(pane)).toBe(true);
  expect(excel.host.syncs.map(({ error }) => error !== undefined).slice(0, 3)).toEqual([false, false, true]);
  expect(names(excel)).toContain("检查结果");
});
