import { openBook } from "@taizhang/office-host";
import { expect, test } from "vitest";
import { previewAgain, previewFixes } from "../src/acts/fix/preview-fixes.ts";
import { follow } from "../src/acts/follow/follow.ts";
import type { Pane } from "../src/acts/pane/pane.ts";
import { exampleBytes } from "./example-bytes.ts";
import { excelWith, paneIn } from "./excel-pane.ts";

const file = "nanguan-2016/2016-10/民政局.xlsx";

const fixesPage = (pane: Pane) => {
  const { page } = pane.store.get();
  if (page?.kind !== "fixes") throw new Error("no preview");
  return page;
};

test("他人改了预览里的格：不再勾选，写明现在是什么；重新检查后只剩还要改的", async () => {
  const excel = excelWith(openBook(exampleBytes(file), file));
  excel.user.type("月报表", "I15", [["'12"], ["'13"]]);
  const pane = await paneIn(excel);
  await follow(pane);
  await previewFixes(
    pane,
    pane.store.get().rows.filter(({ finding }) => finding.code === "V01"),
  );
  const refs = fixesPage(pane).preview.writes.map(({ ref }) => ref);
  expect(refs).toEqual(["I15", "I16", "I19"]);
  excel.other.type("月报表", "I15", 1300);
  await excel.settled();
  await expect
    .poll(() => pane.store.get().changedByOthers, { timeout: 4000 })
    .toEqual([{ sheet: "月报表", ref: "I15", now: { value: 1300 } }]);
  expect(fixesPage(pane).ticked).toEqual([1, 2]);
  await previewAgain(pane, fixesPage(pane));
  expect(fixesPage(pane).preview.writes.map(({ ref }) => ref)).toEqual(["I16", "I19"]);
  expect(fixesPage(pane).ticked).toEqual([0, 1]);
  expect(pane.store.get().changedByOthers).toEqual([]);
});

test("都已改好：重新检查后预览关上", async () => {
  const excel = excelWith(openBook(exampleBytes(file), file));
  const pane = await paneIn(excel);
  await previewFixes(
    pane,
    pane.store.get().rows.filter(({ finding }) => finding.code === "V01"),
  );
  excel.other.type("月报表", "I19", 2);
  await previewAgain(pane, fixesPage(pane));
  expect(pane.store.get().page).toBeUndefined();
});
