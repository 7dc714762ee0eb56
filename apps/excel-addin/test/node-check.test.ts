import { gridOf } from "@taizhang/grid";
import { expect, test } from "vitest";
import { goTo } from "../src/acts/pane/go-to.ts";
import { drill, rollUpSources, setRollUp } from "../src/acts/roll-up/roll-up.ts";
import { aboveText } from "../src/parts/line-text.ts";
import { zhCN } from "../src/words/zh-CN.ts";
import { excelOf, paneIn } from "./excel-pane.ts";
import { nodeCheckSheet } from "./node-check-sheet.ts";

test.each([
  [860, "20", "比上级上报数少20"],
  [840, "0", ""],
  [790, "-50", "比上级上报数多50"],
])("节点检查：全市写%i，差额%s，点得到全市那一格", async (whole, difference, said) => {
  const excel = excelOf([gridOf("民生实事", nodeCheckSheet(whole))]);
  const pane = await paneIn(excel);
  setRollUp(pane, { by: "total" });
  await rollUpSources(pane);
  const lines = pane.store.get().rollup.result?.lines ?? [];
  const at = lines.findIndex(({ parentReported }) => parentReported !== null);
  expect(lines[at]).toMatchObject({ actual: "840", parentReported: `${whole}`, difference });
  expect(lines.flatMap((line) => (line === lines[at] ? aboveText(line, zhCN) : []))).toEqual([said]);
  await drill(pane, at);
  const { page } = pane.store.get();
  if (page?.kind !== "drill") throw new Error("no sources shown");
  const kinds = page.sources.map(({ kind, ref }) => `${kind} ${ref}`);
  expect(kinds.filter((line) => !line.startsWith("target"))).toEqual([
    "parent F4",
    "actual F5",
    "actual F6",
    "actual F7",
  ]);
  const [above] = page.sources;
  if (!above) throw new Error("no cell of the superior");
  expect(above).toMatchObject({ amount: `${whole}`, org: "眉山市民政局" });
  await goTo(pane, above);
  expect(await excel.workbook.selection()).toMatchObject({ sheet: "民生实事", ref: "F4" });
});
