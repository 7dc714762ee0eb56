import { openBook } from "@taizhang/office-host";
import { expect, test } from "vitest";
import { refreshFromSources, refreshSummary } from "../src/acts/roll-up/refresh.ts";
import { addFiles, rollUpSources } from "../src/acts/roll-up/roll-up.ts";
import { previewSummary, recallSummary, writeSummary } from "../src/acts/roll-up/summary.ts";
import { filesMissing } from "../src/state/roll-up.ts";
import { exampleBytes } from "./example-bytes.ts";
import { excelWith, paneIn } from "./excel-pane.ts";

const names = ["教育局.xlsx", "人社局.xlsx"];
const chosen = names.map((name) => ({
  name,
  modified: Date.UTC(2016, 9, 25),
  bytes: async () => exampleBytes(`nanguan-2016/2016-10/${name}`),
}));

/** A summary of the ledger and two returns, written to the workbook. */
async function written(remember: boolean) {
  const excel = excelWith(openBook(exampleBytes("nanguan-2016/台账.xlsx"), "台账.xlsx"));
  const pane = await paneIn(excel);
  await addFiles(pane, chosen);
  await rollUpSources(pane);
  await previewSummary(pane);
  const { page } = pane.store.get();
  if (page?.kind !== "write") throw new Error("nothing to write");
  expect(page.remember).toBe(true); // shown before anything is written, and can be unticked
  await writeSummary(pane, { ...page, remember });
  return excel;
}
const kept = (excel: Awaited<ReturnType<typeof written>>) =>
  JSON.parse(`${excel.book.settings.get("taizhang.summary")}`);

test("名称和日期记在工作簿里；同事刷新时知道要重新选哪些文件，选了就能刷新", async () => {
  const excel = await written(true);
  expect(kept(excel).sources.files).toEqual(names.map((name) => ({ name, modified: Date.UTC(2016, 9, 25) })));
  const colleague = await paneIn(excel);
  await recallSummary(colleague);
  expect(filesMissing(colleague.store.get().rollup).map(({ name }) => name)).toEqual(names);
  await refreshFromSources(colleague);
  expect(colleague.store.get().notice).toMatchObject({ text: { what: "filesWanted", files: 2 } });
  expect(colleague.store.get().page).toBeUndefined();
  await addFiles(colleague, chosen);
  expect(filesMissing(colleague.store.get().rollup)).toEqual([]);
  await refreshFromSources(colleague);
  const { page } = colleague.store.get();
  if (page?.kind !== "refresh") throw new Error("no preview");
  expect(page.refreshes.flatMap(({ writes, own }) => [...writes, ...own])).toEqual([]);
  await refreshSummary(colleague);
  expect(kept(excel).sources.files).toHaveLength(2);
});

test("可以不等文件先刷新：先看见哪些数会没有", async () => {
  const excel = await written(true);
  const colleague = await paneIn(excel);
  await recallSummary(colleague);
  await refreshFromSources(colleague, { without: true });
  const { page } = colleague.store.get();
  expect(page?.kind === "refresh" && page.refreshes.some(({ writes }) => writes.length > 0)).toBe(true);
});

test("不同意就不记", async () => {
  const excel = await written(false);
  expect(kept(excel).sources).toBeUndefined();
  const colleague = await paneIn(excel);
  await recallSummary(colleague);
  expect(filesMissing(colleague.store.get().rollup)).toEqual([]);
});
