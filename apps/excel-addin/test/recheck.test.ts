import { gridOf } from "@taizhang/grid";
import { bookOfGrids } from "@taizhang/office-host";
import { calculator } from "@taizhang/office-host/node";
import { check, recogniseWorkbook } from "@taizhang/sheet";
import { describe, expect, test } from "vitest";
import { recheckCells } from "../src/acts/check/recheck.ts";
import { follow } from "../src/acts/follow/follow.ts";
import type { Pane } from "../src/acts/pane/pane.ts";
import { sheetStore } from "../src/engine/sheet-store.ts";
import { rowsOf } from "../src/state/finding-rows.ts";
import { excelWith, paneIn } from "./excel-pane.ts";
import { largeWorkbook } from "./large-workbook.ts";

type Excel = ReturnType<typeof excelWith>;

/** Excel with calculated formulas and two returns, and the sheet 全县 that adds them up. */
async function calculated(): Promise<Excel> {
  const total = gridOf(
    "全县",
    [
      ["指标", "年度目标", "累计完成"],
      ["合计数", null, null],
    ],
    {
      formulas: new Map([
        [16_384 + 1, "SUM(月报1!F3:F40)"],
        [16_384 + 2, "SUM(月报1!I3:I40)"],
      ]),
    },
  );
  const book = bookOfGrids([...largeWorkbook(2, 40), total], "台账.xlsx");
  book.calculator = await calculator();
  const excel = excelWith(book);
  excel.user.type("全县", "A9", ""); // Excel works its formulas out
  return excel;
}

/** All that the pane would find if it read everything anew. */
async function foundAnew({ workbook }: Excel) {
  const outline = await workbook.outline();
  const store = sheetStore();
  await workbook.read({ outline }, (part) => store.put(part));
  const grids = outline.sheets.flatMap(({ name }) => store.grid(name) ?? []);
  return { grids, found: check(recogniseWorkbook(grids, outline.file)) };
}

const still = (pane: Pane) => {
  const { rows, fresh } = pane.store.get();
  return [...rows, ...fresh].filter(({ mended }) => !mended).map(({ id }) => id);
};

describe("随改随查：只读改动的格和跟着变的公式", () => {
  test("one round trip, of a few cells, however large the workbook is", async () => {
    const excel = await calculated();
    const pane = await paneIn(excel);
    excel.user.type("月报1", "H5", "'12");
    expect(await recheckCells(pane, [{ sheet: "月报1", ref: "H5" }])).toBe(true);
    expect(excel.host.syncs.length).toBe(1);
    const [batch] = excel.host.syncs;
    expect(batch?.wrote).toBe(false);
    expect(batch?.replyBytes).toBeLessThan(3_000);
    expect(batch?.acts.filter((act) => act.startsWith("load GetRangeByIndexes"))).toHaveLength(4); // H5, I5, J5, 全县!C2
  });

  test("what it finds is what reading everything anew finds, over many changes", async () => {
    const excel = await calculated();
    const pane = await paneIn(excel);
    const changes: readonly (readonly [string, string, unknown])[] = [
      ["月报1", "H5", "'12"],
      ["月报1", "H5", 12],
      ["月报2", "F7:F9", [[""], ["-3"], ["约20"]]],
      ["月报1", "I6", 3], // a number over a formula
      ["月报1", "I7", "=G7+H7+1"],
      ["月报2", "J10", "=I10/0"],
      ["月报1", "B41:C41", [["就业增收", "新增的一行"]]],
      ["全县", "B2", "=SUM(月报2!F3:F40)"],
      ["月报2", "L4", "2016/13/45"],
      ["月报1", "M3:M6", [["区人社局、区残联"], [""], ["没有的局"], ["区教育局"]]],
      ["月报2", "A1", "2016年11月月报表"],
    ];
    for (const [sheet, ref, input] of changes) {
      excel.user.type(sheet, ref.split(":")[0] ?? ref, input);
      await recheckCells(pane, [{ sheet, ref }]);
      const { found, grids } = await foundAnew(excel);
      expect(still(pane).sort(), `${sheet} ${ref}`).toEqual(
        rowsOf(found, [])
          .map(({ id }) => id)
          .sort(),
      );
      expect(grids.length).toBe(3);
    }
  });

  test("whole columns, and more than can be read at once, are read sheet by sheet", async () => {
    const excel = await calculated();
    const pane = await paneIn(excel);
    excel.user.type("月报1", "H5", "'12");
    await recheckCells(pane, [
      { sheet: "月报1", ref: "H:H" },
      { sheet: "月报1", ref: "A1" },
    ]);
    expect(pane.store.get().fresh.map(({ ref }) => ref)).toContain("H5");
    await recheckCells(pane, [{ sheet: "月报2", ref: "A1:P20000" }]);
    expect(pane.store.get().phase).toBe("ready");
  });

  test("merged cells come along, and rows that were put in are seen", async () => {
    const excel = await calculated();
    const pane = await paneIn({ ...excel });
    await follow(pane);
    excel.host.forget();
    const [sheet] = excel.book.sheets;
    if (!sheet) throw new Error("no sheet");
    sheet.merges = [{ top: 4, left: 13, bottom: 5, right: 13 }];
    excel.user.type("月报1", "N5", "未开展");
    await excel.settled();
    await expect.poll(() => excel.host.syncs.length, { timeout: 3_000 }).toBeGreaterThan(0);
    const grid = await pane.engine.call("preview", { fixes: [] });
    expect(grid.writes).toEqual([]);
    expect(excel.host.syncs.at(-1)?.acts.join()).toContain("GetMergedAreasOrNullObject");
  });
});

describe("收到的块放进表里", () => {
  const grid = () => {
    const store = sheetStore();
    store.put({
      sheet: "表",
      top: 0,
      rows: [
        ["任务", "目标"],
        ["新建公园", 3],
      ],
      formulas: [[16_384 + 1, "A1"]],
      formats: [undefined, [undefined, "0.0"]],
      last: true,
      frame: { merges: [], visibility: "visible", hiddenColumns: [] },
    });
    return store;
  };

  test("rows outside stay the same objects; a formula that goes is gone; merges inside are replaced", () => {
    const store = grid();
    const before = store.grid("表");
    store.patch({
      sheet: "表",
      range: { top: 1, left: 1, bottom: 2, right: 1 },
      rows: [[4], [null]],
      formulas: [],
      formats: [undefined, undefined],
      merges: [{ top: 1, left: 1, bottom: 2, right: 1 }],
    });
    const after = store.grid("表");
    expect(after?.rows[0]).toBe(before?.rows[0]);
    expect(after?.rows[1]).toEqual(["新建公园", 4]);
    expect(after?.rows[2]).toEqual([undefined, null]);
    expect(after?.formulas.size).toBe(0);
    expect(after?.formats[1]).toEqual([undefined, undefined]);
    expect(after?.merges).toHaveLength(1);
    expect(before?.rows[1]).toEqual(["新建公园", 3]);
  });

  test("a sheet that is read half-way does not take the place of what was known", () => {
    const store = grid();
    const frame = { merges: [], visibility: "visible", hiddenColumns: [] } as const;
    store.put({ sheet: "表", top: 0, rows: [["别的"]], formulas: [], formats: [], frame });
    expect(store.grid("表")?.rows).toHaveLength(2);
    store.put({ sheet: "表", top: 1, rows: [[1]], formulas: [], formats: [], last: true });
    expect(store.grid("表")?.rows).toEqual([["别的"], [1]]);
  });
});
