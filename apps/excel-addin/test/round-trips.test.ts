import { gridOf } from "@taizhang/grid";
import { describe, expect, test } from "vitest";
import { sheetStore } from "../src/engine/sheet-store.ts";
import type { CellWrite } from "../src/workbook/workbook.ts";
import { exampleGrids } from "./example-workbook.ts";
import { excelOf } from "./excel-pane.ts";

const ledger = gridOf(
  "民生台账",
  [
    ["任务名称", "年度目标", "累计完成", "备注"],
    ["新增就业", 1300, "1255", "=不是公式"],
    ["新建公园", 3, null, "2016-10-25"],
    ["合计", null, null, null],
  ],
  { formulas: new Map([[3 * 16_384 + 1, "SUM(B2:B3)"]]) },
);

/** Reads everything as the pane does. */
async function readAll({ workbook }: Pick<ReturnType<typeof excelOf>, "workbook">) {
  const outline = await workbook.outline();
  const store = sheetStore();
  await workbook.read({ outline }, (part) => store.put(part));
  return { outline, grids: outline.sheets.flatMap(({ name }) => store.grid(name) ?? []) };
}

describe("读：不论多少张表，三个来回", () => {
  test.each([1, 3, 30])("%i sheets", async (count) => {
    const excel = excelOf(
      Array.from({ length: count }, (_, index) => ({ ...ledger, name: `台账${index + 1}` })),
    );
    const { grids } = await readAll(excel);
    expect(excel.host.syncs.length).toBe(3);
    expect(excel.host.syncs.some(({ wrote }) => wrote)).toBe(false);
    expect(grids.map(({ name }) => name)).toEqual(excel.book.sheets.map(({ name }) => name));
  });

  test("20,000 cells a round trip, one more for each further block", async () => {
    const rows = Array.from({ length: 5000 }, (_, row) =>
      Array.from({ length: 10 }, (_, column) => row + column + 1),
    );
    const excel = excelOf([gridOf("大表", rows)]);
    const { grids } = await readAll(excel);
    expect(excel.host.syncs.length).toBe(2 + 3);
    expect(grids[0]?.rows).toEqual(rows);
  });

  test("what is read is what stands there: texts, formulas, merges, hidden rows", async () => {
    const excel = excelOf([ledger]);
    const [sheet] = excel.book.sheets;
    if (!sheet) throw new Error("no sheet");
    sheet.merges = [{ top: 0, left: 2, bottom: 0, right: 3 }];
    sheet.hiddenRows = new Set([2]);
    sheet.hiddenColumns = new Set([3]);
    const { grids } = await readAll(excel);
    const [grid] = grids;
    expect(grid?.rows.slice(0, 3)).toEqual([
      ["任务名称", "年度目标", "累计完成", "备注"],
      ["新增就业", 1300, "1255", "=不是公式"],
      ["新建公园", 3, null, "2016-10-25"],
    ]);
    expect([...(grid?.formulas ?? [])]).toEqual([[3 * 16_384 + 1, "SUM(B2:B3)"]]);
    expect(grid?.merges).toEqual(sheet.merges);
    expect([...(grid?.hiddenRows ?? [])]).toEqual([2]);
    expect([...(grid?.hiddenColumns ?? [])]).toEqual([3]);
  });

  test("合并的格超过512处：照样读全，列表里一处不少", async () => {
    const rows = Array.from({ length: 1500 }, (_, row) => [`任务${row}`, row + 1, row]);
    const excel = excelOf([gridOf("封面", [["x"]]), gridOf("大表", rows)]);
    const sheet = excel.book.sheets[1];
    if (!sheet) throw new Error("no sheet");
    sheet.merges = Array.from({ length: 700 }, (_, at) => ({
      top: 2 * at,
      left: 0,
      bottom: 2 * at + 1,
      right: 0,
    }));
    const { outline, grids } = await readAll(excel);
    expect(grids[1]?.rows).toEqual(rows);
    expect(grids[0]?.rows).toEqual([["x"]]);
    const inOrder = [...(grids[1]?.merges ?? [])].sort((a, b) => a.top - b.top);
    expect(inOrder).toEqual(sheet.merges);
    const [block] = await excel.workbook.readBlocks({
      outline,
      changed: [{ sheet: "大表", range: { top: 0, left: 0, bottom: 1499, right: 2 } }],
      leaning: [],
    });
    expect(block?.merges?.length).toBe(700);
  });

  test("an example workbook reads as its file does", async () => {
    const file = exampleGrids("nanguan-2016/2016-10/民政局.xlsx").map((grid) => ({
      ...grid,
      merges: [],
      formats: [],
    }));
    const { grids } = await readAll(excelOf(file));
    const plain = (rows: (typeof file)[number]["rows"]) =>
      rows
        .map((row) =>
          (row ?? [])
            .map((value) => value ?? null)
            .join("|")
            .replace(/\|+$/, ""),
        )
        .join("\n")
        .trimEnd();
    expect(grids.map(({ rows }) => plain(rows))).toEqual(file.map(({ rows }) => plain(rows)));
  });
});

const fixText: CellWrite = {
  sheet: "民生台账",
  ref: "C2",
  before: { value: "1255" },
  after: { value: 1255 },
};

describe("写：看一次，写一次", () => {
  test("all cells of a fix in two round trips, in one undo step where Excel has it", async () => {
    const excel = excelOf([ledger]);
    const stale: CellWrite = { ...fixText, ref: "B2", before: { value: 1 } };
    const { applied, skipped } = await excel.workbook.write([fixText, stale]);
    expect(applied).toEqual([fixText]);
    expect(skipped).toEqual([{ write: stale, now: { value: 1300 } }]);
    expect(excel.host.syncs.map(({ wrote }) => wrote)).toEqual([false, true]);
  });

  test("undoing gives back the text, and what looks like a formula stays a text", async () => {
    const excel = excelOf([ledger]);
    await excel.workbook.write([fixText]);
    await excel.workbook.write([{ ...fixText, before: fixText.after, after: fixText.before }]);
    const hostile: CellWrite = {
      sheet: "民生台账",
      ref: "D3",
      before: { value: "2016-10-25" },
      after: { value: '=HYPERLINK("x")' },
    };
    await excel.workbook.write([hostile]);
    const { grids } = await readAll(excel);
    expect(grids[0]?.rows[1]?.[2]).toBe("1255");
    expect(grids[0]?.rows[2]?.[3]).toBe('=HYPERLINK("x")');
    expect(grids[0]?.formulas.size).toBe(1);
  });
});

test("定位：一个来回", async () => {
  const excel = excelOf([gridOf("封面", [["x"]]), ledger]);
  await excel.workbook.select("民生台账", "C2");
  expect(excel.host.syncs.length).toBe(1);
  expect(await excel.workbook.selection()).toEqual({ sheet: "民生台账", ref: "C2" });
});

test("跟随：用户和他人的改动都到，窗格自己写的不算", async () => {
  const excel = excelOf([ledger]);
  await excel.workbook.outline();
  const seen: unknown[] = [];
  const stop = await excel.workbook.listen((event) => seen.push(event));
  excel.user.type("民生台账", "C3", 2);
  excel.other.type("民生台账", "C2", "7");
  await excel.settled();
  expect(seen).toEqual([
    { kind: "changed", sheet: "民生台账", ref: "C3", by: "user", moved: false },
    { kind: "changed", sheet: "民生台账", ref: "C2", by: "other", moved: false },
  ]);
  seen.length = 0;
  await excel.workbook.write([{ ...fixText, before: { value: "7" }, after: { value: 7 } }]);
  await excel.settled();
  expect(seen).toEqual([]);
  await stop();
  excel.user.type("民生台账", "C3", 3);
  await excel.settled();
  expect(seen).toEqual([]);
});
