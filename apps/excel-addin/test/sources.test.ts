import { gridOf } from "@taizhang/grid";
import { bookOfGrids, saveBook } from "@taizhang/office-host";
import { expect, test } from "vitest";
import { checkWorkbook } from "../src/acts/check/check.ts";
import { addFiles, lookWhoArrived, rollUpSources, setRollUp } from "../src/acts/roll-up/roll-up.ts";
import { previewSummary, writeSummary } from "../src/acts/roll-up/summary.ts";
import { ownResults, sheetsChosen } from "../src/state/roll-up.ts";
import { exampleGrids } from "./example-workbook.ts";
import { excelOf, paneIn } from "./excel-pane.ts";

const orgs = ["住建局", "园林局"];
const opened = async (names: readonly string[] = orgs) => {
  const excel = excelOf(
    names.flatMap((name) =>
      exampleGrids(`nanguan-2016/2016-10/${name}.xlsx`)
        .slice(0, 1)
        .map((grid) => ({ ...grid, name })),
    ),
  );
  const pane = await paneIn(excel);
  const write = async () => {
    await rollUpSources(pane);
    await previewSummary(pane);
    const { page } = pane.store.get();
    if (page?.kind !== "write") throw new Error("nothing to write");
    await writeSummary(pane, page);
    await checkWorkbook(pane);
    return page;
  };
  const chosen = () => {
    const { cards, rollup } = pane.store.get();
    return {
      on: sheetsChosen(cards, rollup).flatMap(({ sheet, on }) => (on ? [sheet] : [])),
      own: ownResults(cards, rollup),
    };
  };
  return { excel, pane, write, chosen };
};

test("写两次汇总、上次的改了名、同事新开窗格：台账写的表都不算来源，数不翻倍", async () => {
  const { excel, pane, write, chosen } = await opened();
  await write();
  const once = pane.store.get().rollup.result?.lines;
  const second = await write();
  expect(second.renamed.map(({ name }) => name)).toContain("汇总(2)");
  excel.user.renameSheet("汇总(2)", "十月汇总");
  await checkWorkbook(pane);
  expect(chosen().on).toEqual(orgs);
  expect(chosen().own).toEqual(expect.arrayContaining(["汇总", "十月汇总", "数据来源"]));
  await rollUpSources(pane);
  expect(pane.store.get().rollup.result?.lines).toEqual(once);
  const colleague = await paneIn(excel);
  const { cards, rollup } = colleague.store.get();
  expect(sheetsChosen(cards, rollup).flatMap(({ sheet, on }) => (on ? [sheet] : []))).toEqual(orgs);
});

test("汇总前就知道应报、已到、缺谁；换了来源跟着变", async () => {
  const { pane } = await opened(["残联", "园林局"]);
  await lookWhoArrived(pane);
  const { arrived } = pane.store.get().rollup;
  expect(arrived).toMatchObject({ expected: 2 });
  await rollUpSources(pane);
  expect(pane.store.get().rollup.result?.coverage).toEqual(arrived);
  setRollUp(pane, { ticked: { 残联: false } });
  await lookWhoArrived(pane);
  expect(pane.store.get().rollup.arrived).toMatchObject({ expected: 1 });
  setRollUp(pane, { ticked: { 残联: false, 园林局: false } });
  await lookWhoArrived(pane);
  expect(pane.store.get().rollup.arrived).toBeUndefined();
});

test.each(["Hidden", "VeryHidden"] as const)(
  "%s的表默认不计入，勾上才计入；说明为什么",
  async (visibility) => {
    const { excel, pane, chosen } = await opened();
    const [sheet] = excel.book.sheets;
    if (!sheet) throw new Error("no sheet");
    sheet.visibility = visibility;
    await checkWorkbook(pane);
    expect(chosen().on).toEqual(["园林局"]);
    const { cards, rollup } = pane.store.get();
    expect(sheetsChosen(cards, rollup)).toContainEqual(
      expect.objectContaining({ sheet: "住建局", on: false, why: "hidden" }),
    );
    setRollUp(pane, { ticked: { 住建局: true } });
    expect(chosen().on).toEqual(orgs);
  },
);

test("外来文件里隐藏的表照常计入，选文件时说出是哪几张", async () => {
  const { pane } = await opened();
  const [grid] = exampleGrids("nanguan-2016/2016-10/残联.xlsx");
  if (!grid) throw new Error("no grid");
  const book = bookOfGrids([gridOf("说明", [["见下表"]]), { ...grid, name: "明细", visibility: "hidden" }]);
  await addFiles(pane, [{ name: "残联.xlsx", bytes: async () => saveBook(book) }]);
  expect(pane.store.get().rollup.files).toMatchObject([{ state: "ok", hidden: ["明细"] }]);
});
