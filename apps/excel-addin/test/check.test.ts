import { valueAt } from "@taizhang/grid";
import { check, recogniseWorkbook } from "@taizhang/sheet";
import { describe, expect, test } from "vitest";
import { recheck } from "../src/acts/check/recheck.ts";
import { fix } from "../src/acts/fix/fix.ts";
import { openRow, previewFixes } from "../src/acts/fix/preview-fixes.ts";
import { undo } from "../src/acts/fix/undo.ts";
import { countsOf, groupsOf, shown } from "../src/state/finding-rows.ts";
import { exampleGrids } from "./example-workbook.ts";
import { paneOf } from "./memory-pane.ts";

const file = "nanguan-2016/2016-10/民政局.xlsx";

describe("检查：打开就有结果，不写一格", () => {
  test("列表就是引擎的结果，表卡与表相符", async () => {
    const grids = exampleGrids(file);
    const pane = await paneOf(grids, file);
    const { rows, cards, phase } = pane.store.get();
    expect(phase).toBe("ready");
    expect(rows.map(({ finding }) => finding)).toEqual(check(recogniseWorkbook(grids, file)));
    expect(cards.map(({ sheet, isTargetSheet }) => [sheet, isTargetSheet])).toContainEqual(["月报表", true]);
    expect(pane.workbook.grids()).toBe(grids);
  });

  test("按级别、部门筛选，条数跟着变", async () => {
    const pane = await paneOf(exampleGrids(file), file);
    const { rows, active } = pane.store.get();
    const filter = { weights: ["B"] as const, org: "", scope: "all" as const };
    const only = shown(rows, filter, active);
    expect(only.length).toBe(countsOf(rows).B);
    expect(groupsOf(only).every(({ severity }) => severity === "B")).toBe(true);
    const [org = ""] = only.flatMap(({ orgs }) => orgs);
    expect(shown(rows, { ...filter, org }, active).every(({ orgs }) => orgs.includes(org))).toBe(true);
  });
});

describe("修正：先看后改，可以撤销", () => {
  const textNumber = async () => {
    const pane = await paneOf(exampleGrids(file), file);
    const row = pane.store.get().rows.find(({ finding }) => finding.code === "V01");
    if (!row) throw new Error("no V01 in the example");
    pane.workbook.activate(row.sheet);
    return { pane, row };
  };

  test("展开一条，看见改前改后；修正只改这一格", async () => {
    const { pane, row } = await textNumber();
    await openRow(pane, row);
    const writes = pane.store.get().openPreview?.writes ?? [];
    expect(writes.map(({ before, after }) => [before.value, after.value])).toEqual([["2", 2]]);
    const before = pane.workbook.grids();
    await fix(pane, writes);
    const changed = pane.workbook
      .grids()
      .flatMap((grid, index) =>
        grid.rows.flatMap((cells, r) =>
          (cells ?? []).flatMap((value, c) =>
            (value ?? null) === valueAt(before[index] ?? grid, r, c) ? [] : [[r, c, value]],
          ),
        ),
      );
    expect(changed).toEqual([[18, 8, 2]]);
    expect(pane.store.get().rows.find(({ id }) => id === row.id)?.mended).toBe(true);
    expect(pane.store.get().rows.map(({ id }) => id)).toContain(row.id);
  });

  test("撤销回到原样；之后改过的格不动", async () => {
    const { pane, row } = await textNumber();
    const before = pane.workbook.grids();
    await previewFixes(pane, [row]);
    const page = pane.store.get().page;
    expect(page?.kind === "fixes" && page.ticked).toEqual([0]);
    await fix(pane, page?.kind === "fixes" ? page.preview.writes : []);
    await undo(pane);
    expect(pane.workbook.grids().map(({ rows }) => rows)).toEqual(before.map(({ rows }) => rows));
    expect(pane.store.get().done).toEqual([]);

    await openRow(
      pane,
      pane.store.get().rows.find(({ finding }) => finding.code === "V01"),
    );
    await fix(pane, pane.store.get().openPreview?.writes ?? []);
    pane.workbook.type(row.sheet, row.ref, { value: 3 });
    await undo(pane);
    const { notice } = pane.store.get();
    expect(notice).toEqual({ kind: "said", text: { what: "undone", cells: 0, skipped: 1 } });
  });

  test("预览后被别人改了的格跳过，并说出来", async () => {
    const { pane, row } = await textNumber();
    await openRow(pane, row);
    const writes = pane.store.get().openPreview?.writes ?? [];
    pane.workbook.type(row.sheet, row.ref, { value: "9" });
    await fix(pane, writes);
    expect(pane.store.get().notice).toMatchObject({ text: { what: "fixed", cells: 0, skipped: 1 } });
    expect(pane.store.get().done).toEqual([]);
  });

  test("改好的行留在原处，新问题另放，列表不跳", async () => {
    const { pane, row } = await textNumber();
    const ids = pane.store.get().rows.map(({ id }) => id);
    pane.workbook.type(row.sheet, row.ref, { value: 2 });
    pane.workbook.type(row.sheet, "I18", { value: "12" });
    await recheck(pane, [row.sheet]);
    expect(pane.store.get().rows.map(({ id }) => id)).toEqual(ids);
    expect(pane.store.get().fresh.map(({ ref, finding }) => [ref, finding.code])).toContainEqual([
      "I18",
      "V01",
    ]);
    pane.store.dispatch({ do: "showFresh" });
    expect(pane.store.get().rows.length).toBeGreaterThan(ids.length);
  });

  test("表有保护：没有写入，用户知道，解除后再试就行", async () => {
    const { pane, row } = await textNumber();
    await openRow(pane, row);
    pane.workbook.protect(row.sheet);
    const before = pane.workbook.grids();
    await fix(pane, pane.store.get().openPreview?.writes ?? []);
    expect(pane.workbook.grids()).toBe(before);
    expect(pane.store.get().notice).toMatchObject({ kind: "failed", why: "protected" });
  });
});
