import { cellRef } from "@taizhang/grid";
import { calculator } from "@taizhang/office-host/node";
import { describe, expect, test } from "vitest";
import { recheck } from "../src/acts/check/recheck.ts";
import { undo } from "../src/acts/fix/undo.ts";
import { previewRefresh, refreshSummary, writesOf } from "../src/acts/roll-up/refresh.ts";
import { rollUpSources, setRollUp } from "../src/acts/roll-up/roll-up.ts";
import { previewSummary, writeSummary } from "../src/acts/roll-up/summary.ts";
import { exampleGrids } from "./example-workbook.ts";
import { excelOf, paneIn } from "./excel-pane.ts";

const orgs = ["教育局", "人社局", "民政局", "住建局", "园林局", "文体局", "残联"] as const;
type Org = (typeof orgs)[number];

/** A summary of these departments' sheets, as a clerk writes it. */
async function written(from: readonly Org[] = orgs) {
  const excel = excelOf(
    orgs.flatMap((name) =>
      exampleGrids(`nanguan-2016/2016-10/${name}.xlsx`)
        .slice(0, 1)
        .map((grid) => ({ ...grid, name })),
    ),
  );
  Object.assign(excel.book, { calculator: await calculator() });
  const pane = await paneIn(excel);
  const { user } = excel;
  const sheet = () => {
    const found = excel.book.sheets.find(({ name }) => name === "汇总");
    if (!found) throw new Error("no summary");
    return found;
  };
  const at = (row: number, column: number) => sheet().rows[row]?.[column];
  const textAt = (row: number, column: number) => `${at(row, column)?.value ?? ""}`;
  /** The row of an indicator and a department, counted from 0. */
  const rowOf = (indicator: string, org: string) => {
    const row = sheet().rows.findIndex(
      (_, index) => textAt(index, 1) === indicator && textAt(index, 2) === org,
    );
    return row < 0 ? undefined : row;
  };
  const choose = (only: readonly Org[]) =>
    setRollUp(pane, { ticked: Object.fromEntries(orgs.map((org) => [org, only.includes(org)])) });
  const preview = async () => {
    await rollUpSources(pane);
    await previewRefresh(pane);
    const { page } = pane.store.get();
    if (page?.kind !== "refresh") throw new Error("nothing to refresh");
    return page;
  };
  choose(from);
  await rollUpSources(pane);
  await previewSummary(pane);
  const { page } = pane.store.get();
  if (page?.kind !== "write") throw new Error("nothing to write");
  await writeSummary(pane, page);
  return { excel, pane, user, sheet, at, textAt, rowOf, choose, preview };
}

const place = (indicator: string, org: string) => ({ indicator, org });
const trees = place("新植街路", "园林局");
const [actual, completion, beside] = [5, 6, 19];

describe("您写的数跟着它那一行走", () => {
  test("来源少了，行往上移：写的数、旁边的备注、引用它的公式都还在那一行", async () => {
    const { excel, pane, user, at, rowOf, choose, preview } = await written();
    const before = rowOf(trees.indicator, trees.org) ?? 0;
    user.type("汇总", cellRef(before, actual), 777);
    user.type("汇总", cellRef(before, beside), "已与园林局核对");
    user.type("汇总", cellRef(before, beside + 1), `=${cellRef(before, actual)}*2`);
    user.type("残联", "Z1", `=汇总!${cellRef(before, actual)}+1`);
    user.type("汇总", "A90", "审核人：王某");
    await pane.workbook.outline();
    await recheck(pane, ["残联"]);
    choose(["园林局", "文体局", "住建局"]);
    const page = await preview();
    const own = page.refreshes.flatMap((one) => one.own);
    const after = rowOf(trees.indicator, trees.org);
    expect(own.map(({ kind, ref, row }) => [kind, ref, row.split(" ")[0]])).toContainEqual([
      "edit",
      cellRef(before, actual),
      trees.indicator,
    ]);
    expect(own.filter(({ to }) => to === undefined)).toEqual([]);
    expect(after).toBe(before); // nothing is written before it was shown
    await refreshSummary(pane);
    const now = rowOf(trees.indicator, trees.org) ?? 0;
    expect(now).toBeLessThan(before);
    expect(at(now, actual)?.value).toBe(777);
    expect(at(now, beside)?.value).toBe("已与园林局核对");
    expect(at(now, beside + 1)?.formula).toBe(`=${cellRef(now, actual)}*2`);
    expect(at(89, 0)?.value).toBe("审核人：王某");
    const other = excel.book.sheets.find(({ name }) => name === "残联")?.rows[0]?.[25];
    expect(other?.formula).toBe(`=汇总!${cellRef(now, actual)}+1`);
    for (const column of [actual, beside]) expect(at(before, column)?.value).not.toBe(777);
  });

  const subsets: readonly (readonly Org[])[] = [
    ["园林局"],
    ["人社局", "园林局"],
    ["教育局", "民政局", "园林局", "残联"],
    ["住建局", "园林局", "文体局"],
    orgs,
  ];
  test.each(subsets.map((only) => [only.join("、"), only] as const))(
    "每一行写上自己的名字，用%s刷新：没有一个名字站到别的行",
    async (_, only) => {
      const { pane, user, sheet, textAt, choose, preview } = await written();
      const rows = sheet().rows.length;
      const nameOf = (row: number) => `${textAt(row, 1)} ${textAt(row, 2)} ${textAt(row, 3)}`;
      for (let row = 3; row < rows; row++) {
        user.type("汇总", cellRef(row, actual), nameOf(row));
        user.type("汇总", cellRef(row, beside), nameOf(row));
      }
      choose(only);
      const page = await preview();
      const lost = page.refreshes.flatMap(({ own }) => own.filter(({ to }) => to === undefined));
      await refreshSummary(pane);
      const told = new Set<string>(lost.map(({ now }) => `${now.value}`));
      for (let row = 3; row < rows; row++)
        for (const column of [actual, beside]) {
          const text = textAt(row, column);
          if (/[\u4e00-\u9fff]/.test(text)) expect(text).toBe(nameOf(row));
          told.add(text);
        }
      expect(told.size).toBeGreaterThanOrEqual(rows - 3);
    },
  );

  test("那一行没有了：先问，同意了才刷新；撤销后都回来", async () => {
    const { pane, user, at, rowOf, choose, preview } = await written();
    const row = rowOf(trees.indicator, trees.org) ?? 0;
    user.type("汇总", cellRef(row, actual), 777);
    user.type("汇总", cellRef(row, beside), "备注");
    choose(["教育局", "人社局"]);
    const page = await preview();
    const lost = page.refreshes.flatMap(({ own }) => own.filter(({ to }) => to === undefined));
    expect(lost.map(({ now }) => now.value)).toEqual([777, "备注"]);
    await refreshSummary(pane);
    expect(rowOf(trees.indicator, trees.org)).toBeUndefined();
    await undo(pane);
    expect(at(row, actual)?.value).toBe(777);
    expect(at(row, beside)?.value).toBe("备注");
  });

  test("您在表里插过一行、删过一行：还认得每一行；插的那行先问", async () => {
    const { excel, pane, user, at, rowOf, preview } = await written();
    const row = rowOf(trees.indicator, trees.org) ?? 0;
    user.type("汇总", cellRef(row, actual), 777);
    const sheet = excel.Excel;
    await sheet.run(async (context) => {
      const own = context.workbook.worksheets.getItem("汇总");
      own.getRange("5:5").delete("Up");
      own.getRange("7:8").insert("Down");
      own.getRange("B7").values = [["我加的一行"]];
      await context.sync();
    });
    expect(at(row + 1, actual)?.value).toBe(777);
    const page = await preview();
    const own = page.refreshes.flatMap((one) => one.own);
    expect(own.filter(({ kind }) => kind === "edit").map(({ ref }) => ref)).toEqual([
      cellRef(row + 1, actual),
    ]);
    expect(own.filter(({ to }) => to === undefined).map(({ now }) => now.value)).toEqual(["我加的一行"]);
    await refreshSummary(pane);
    expect(rowOf(trees.indicator, trees.org)).toBe(row);
    expect(at(row, actual)?.value).toBe(777);
  });

  test("表头挪了地方：分不清行，不刷新，说清楚", async () => {
    const { excel, pane, preview } = await written();
    await excel.Excel.run(async (context) => {
      context.workbook.worksheets.getItem("汇总").getRange("1:1").insert("Down");
      await context.sync();
    });
    await expect(preview()).rejects.toThrow("nothing to refresh");
    expect(pane.store.get().notice).toMatchObject({ text: { what: "headingsMoved" } });
  });
});

describe("刷新前先看", () => {
  test("来源没变就没有变化", async () => {
    const { preview } = await written();
    const { refreshes } = await preview();
    expect(refreshes.map(({ writes, own, lines }) => [writes, own, lines])).toEqual([
      [[], [], []],
      [[], [], []],
      [[], [], []],
    ]);
  });

  test("要写的每一格都在列出的行里；数变了的写出前后两个数", async () => {
    const { pane, user, choose, preview } = await written();
    user.type("园林局", "I5", 3);
    await recheck(pane, ["园林局"]);
    choose(["园林局", "文体局", "住建局"]);
    const { refreshes } = await preview();
    for (const { sheet, writes, lines } of refreshes) {
      const rows = new Set(lines.flatMap(({ from, to }) => [from, to]));
      const missing = writes.filter(
        (write) => write.sheet === sheet && !rows.has(Number(/\d+$/.exec(write.ref)?.[0])),
      );
      expect(missing).toEqual([]);
      for (const { cells } of lines)
        for (const { before, after } of cells)
          expect([before.value, before.format]).not.toEqual([after.value, after.format]);
    }
  });

  test("这2格也用新数：您的数换成新数", async () => {
    const { pane, user, at, rowOf, preview } = await written();
    const row = rowOf(trees.indicator, trees.org) ?? 0;
    const before = at(row, actual);
    user.type("汇总", cellRef(row, actual), 777);
    const page = await preview();
    expect(writesOf(page.refreshes, false)).toEqual([]);
    expect(writesOf(page.refreshes, true).map(({ ref }) => ref)).toEqual([cellRef(row, actual)]);
    pane.store.dispatch({ do: "page", page: { ...page, alsoKept: true } });
    await refreshSummary(pane);
    expect(at(row, actual)).toEqual(before);
  });

  test("预览之后又有人改了：一格也不写，重新对比", async () => {
    const { excel, pane, textAt, choose, preview } = await written();
    choose(["园林局", "文体局", "住建局"]);
    await preview();
    excel.other.type("汇总", "F5", 1);
    await refreshSummary(pane);
    expect(pane.store.get().notice).toMatchObject({ text: { what: "changedMeanwhile" } });
    expect(pane.store.get().page?.kind).toBe("refresh");
    expect(textAt(4, 5)).toBe("1");
    await refreshSummary(pane);
    expect(pane.store.get().notice).toMatchObject({ text: { what: "refreshed" } });
  });

  test("改名了的汇总：说清楚，不再当作可以刷新", async () => {
    const { user, pane, preview } = await written();
    user.renameSheet("汇总", "十月汇总");
    await expect(preview()).rejects.toThrow("nothing to refresh");
    expect(pane.store.get().notice).toMatchObject({ text: { what: "summaryGone", sheet: "汇总" } });
    expect(pane.store.get().rollup.written).toBeUndefined();
  });

  test("用另一种语言打开也刷新原来的表", async () => {
    const { pane, user, rowOf, at, preview } = await written();
    pane.store.dispatch({ do: "set", state: { lang: "en" } });
    user.type("园林局", "I5", 3);
    await recheck(pane, ["园林局"]);
    const { refreshes } = await preview();
    expect(
      refreshes
        .flatMap(({ writes }) => writes)
        .every(({ after }) => !/Yes|Total|green/.test(`${after.value}`)),
    ).toBe(true);
    await refreshSummary(pane);
    expect(at(rowOf(trees.indicator, trees.org) ?? 0, completion)?.value).not.toBeNull();
  });
});

test("换了分组刷新：灯的颜色还在灯那一列", async () => {
  const { pane, sheet, textAt, preview } = await written();
  setRollUp(pane, { by: "total" });
  await preview();
  await refreshSummary(pane);
  const rules = sheet().conditionalFormats as readonly { readonly ranges?: unknown }[];
  expect(rules.length).toBe(3);
  const column = Array.from({ length: 15 }, (_, index) => index).find((index) => textAt(2, index) === "灯号");
  expect(JSON.stringify(rules)).toContain(`"right":${(column ?? 0) + 2}`);
});
