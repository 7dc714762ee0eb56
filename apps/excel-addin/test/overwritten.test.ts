import { gridOf } from "@taizhang/grid";
import { describe, expect, test } from "vitest";
import { fix } from "../src/acts/fix/fix.ts";
import { previewFixes } from "../src/acts/fix/preview-fixes.ts";
import { undo } from "../src/acts/fix/undo.ts";
import { keepExplanation } from "../src/acts/keep/explain.ts";
import type { Pane } from "../src/acts/pane/pane.ts";
import type { CellWrite } from "../src/workbook/workbook.ts";
import { excelOf, paneIn } from "./excel-pane.ts";

const sheet = "民生台账";
const rows = [
  ["任务名称", "计量单位", "年度目标", "累计完成", "责任单位"],
  ["城镇新增就业", "人", 1300, "1255", "区人社局"],
  ["技能培训", "人次", 300, "280", "区人社局"],
  ["残疾人就业", "人", 220, "180", "区残联"],
];
const opened = async () => {
  const excel = excelOf([gridOf(sheet, rows)]);
  const pane = await paneIn(excel);
  return { excel, pane };
};
/** The formula of a cell of the column 累计完成, else its value. */
const held = ({ book }: ReturnType<typeof excelOf>, row: number) => {
  const cell = book.sheets.find((one) => one.name === sheet)?.rows[row]?.[3];
  return cell?.formula ?? cell?.value ?? null;
};

/** The writes of the preview of all texts that are numbers. */
async function shown(pane: Pane): Promise<readonly CellWrite[]> {
  await previewFixes(
    pane,
    pane.store.get().rows.filter(({ finding }) => finding.code === "V01"),
  );
  const { page } = pane.store.get();
  if (page?.kind !== "fixes") throw new Error("no preview");
  return page.preview.writes;
}

describe("他人在我们一个来回之内改了同一格", () => {
  test.each([
    ["一个数", 777, 777],
    ["一个公式", "=1+1", "=1+1"],
    ["清空", "", null],
  ])("修正：%s，还给他，算跳过；其余照改", async (_, typed, stands) => {
    const { excel, pane } = await opened();
    const writes = await shown(pane);
    expect(writes.length).toBe(3);
    excel.host.faults.on(2, { before: () => excel.other.type(sheet, "D2", typed) });
    expect(await fix(pane, writes)).toBe(true);
    expect([1, 2, 3].map((row) => held(excel, row))).toEqual([stands, 280, 180]);
    expect(pane.store.get().notice).toMatchObject({ text: { what: "fixed", cells: 2, skipped: 1 } });
    await undo(pane);
    expect([1, 2, 3].map((row) => held(excel, row))).toEqual([stands, "280", "180"]);
  });

  test("他写的正是我们要写的：不算跳过，也不再写", async () => {
    const { excel, pane } = await opened();
    const writes = await shown(pane);
    excel.host.faults.on(2, { before: () => excel.other.type(sheet, "D2", 1255) });
    await fix(pane, writes);
    expect(pane.store.get().notice).toMatchObject({ text: { what: "fixed", cells: 3, skipped: 0 } });
  });

  test("要么全写、要么不写的：一格被改，全部复原", async () => {
    const { excel, pane } = await opened();
    const writes = await shown(pane);
    excel.host.faults.on(2, { before: () => excel.other.type(sheet, "D2", 777) });
    const { applied, skipped } = await excel.workbook.write(writes, { whole: true });
    expect([applied.length, skipped.length]).toEqual([0, 1]);
    expect([1, 2, 3].map((row) => held(excel, row))).toEqual([777, "280", "180"]);
  });

  test("没有人改：还是两个来回", async () => {
    const { excel, pane } = await opened();
    const writes = await shown(pane);
    excel.host.forget();
    await excel.workbook.write(writes);
    expect(excel.host.syncs.length).toBe(2);
  });

  test("还给他的时候他又改了：还的是他最后写的", async () => {
    const { excel, pane } = await opened();
    const writes = await shown(pane);
    excel.host.faults.on(2, { before: () => excel.other.type(sheet, "D2", 777) });
    excel.host.faults.on(4, { before: () => excel.other.type(sheet, "D2", 888) });
    excel.host.faults.on(6, { before: () => excel.other.type(sheet, "D2", "=2+2") });
    const { applied, skipped } = await excel.workbook.write(writes);
    expect([1, 2, 3].map((row) => held(excel, row))).toEqual(["=2+2", 280, 180]);
    expect([applied.length, skipped.length]).toEqual([2, 1]);
  });

  test("还给他之前他已经又改了：他的不动", async () => {
    const { excel, pane } = await opened();
    const writes = await shown(pane);
    excel.host.faults.on(2, { before: () => excel.other.type(sheet, "D2", 777) });
    excel.host.faults.on(3, { before: () => excel.other.type(sheet, "D2", 888) });
    await excel.workbook.write(writes);
    expect([1, 2, 3].map((row) => held(excel, row))).toEqual([888, 280, 180]);
  });

  test("每次还他都又改：不无休止，说不清，他最后写的也不会当作我们写的", async () => {
    const { excel, pane } = await opened();
    const writes = await shown(pane);
    let number = 700;
    excel.host.faults.on(2, { before: () => excel.other.type(sheet, "D2", ++number) });
    for (const batch of [4, 6, 8, 10, 12])
      excel.host.faults.on(batch, { before: () => excel.other.type(sheet, "D2", ++number) });
    await expect(excel.workbook.write(writes)).rejects.toMatchObject({ kind: "unclear" });
    expect(excel.host.syncs.length).toBeLessThan(12);
  });

  test("还不回去：说不清，不说成没有写入", async () => {
    const { excel, pane } = await opened();
    const writes = await shown(pane);
    excel.host.faults.on(2, { before: () => excel.other.type(sheet, "D2", 777) });
    excel.host.faults.on(3, { error: "GeneralException" });
    await expect(excel.workbook.write(writes)).rejects.toMatchObject({ kind: "unclear" });
  });
});

describe("两个人同时记说明", () => {
  test("他的一行和我们的一行都在，谁也不写进谁的中间", async () => {
    const { excel, pane } = await opened();
    const rowOf = (ref: string) => {
      const row = pane.store.get().rows.find((one) => one.ref === ref);
      if (!row) throw new Error(`no ${ref}`);
      return row;
    };
    await keepExplanation(pane, rowOf("D2"), "本月起口径调整", "王某");
    const settings = excel.book.sheets.find(({ name }) => name === "台账设置");
    const last = settings?.rows.findLastIndex((row) => row?.some((cell) => cell?.value === "王某")) ?? 0;
    const theirs = ["他的文件", "他的说明"];
    let typed = 0;
    excel.host.faults.on(() => ++typed === 2, {
      before: () => excel.other.type("台账设置", `A${last + 2}`, [theirs]),
    });
    expect(await keepExplanation(pane, rowOf("D3"), "集中补报两个月", "李某")).toBe(true);
    const texts = (settings?.rows ?? []).map((row) => (row ?? []).map((cell) => cell?.value ?? null));
    expect(texts[last + 1]?.slice(0, 2)).toEqual(theirs);
    expect(texts[last + 1]).not.toContain("李某");
    expect(texts.filter((row) => row.includes("李某")).length).toBe(1);
    expect(texts.find((row) => row.includes("李某"))).toContain("集中补报两个月");
  });
});
