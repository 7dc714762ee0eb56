import type { CellValue } from "@taizhang/grid";
import { rollUp } from "@taizhang/kpi";
import { expect, test } from "vitest";
import { check } from "../check.ts";
import { figuresOf } from "../facts/figures.ts";
import { collectReturns } from "./collect-returns.ts";
import { ledgerOf, returnOf } from "./testing/returned.ts";

type Row = readonly CellValue[];
const roads: Row = ["B-1", "绿化建设", "新植街路", "条", 9, "园林局"];
const estates: Row = ["B-2", "绿化建设", "绿化老旧散小区", "个", 8, "园林局"];
const filled: Row = ["B-1", "绿化建设", "新植街路", "条", 9, null, 5, null];

/** What collecting has for the ledger's rows and says, how many tasks the roll-up counts, and what check says. */
function said(ledger: readonly Row[], returned: readonly Row[]) {
  const [sent, returns] = [ledgerOf(ledger), returnOf("园林局", returned)];
  const collected = collectReturns({ ledger: sent, returns, period: "2016-10" });
  return {
    rows: collected.rows.map(({ answer }) => answer?.entry.cells.get("actualCumulative")?.text),
    collect: collected.findings.map(({ code }) => code).filter((code) => /^C/.test(code)),
    tasks: rollUp(figuresOf(returns, { ledger: sent })).counts[0]?.total,
    check: check(returns, { ledger: sent }).flatMap(({ code }) => (/^(?:C03|T08)$/.test(code) ? [code] : [])),
  };
}

test.each<[string, Row, ReturnType<typeof said>]>([
  [
    "指标、单位、目标都不同",
    [null, "绿化建设", "街头小品", "处", 5, null, 3, null],
    { rows: ["5", undefined], collect: ["C03", "C04"], tasks: 1, check: ["C03"] },
  ],
  [
    "单位相同，指标和目标不同",
    [null, "绿化建设", "街头小品", "个", 5, null, 3, null],
    { rows: ["5", undefined], collect: ["C03", "C04"], tasks: 1, check: ["C03"] },
  ],
  [
    "没有写目标，指标和单位不同",
    [null, "绿化建设", "街头小品", "处", null, null, 3, null],
    { rows: ["5", undefined], collect: ["C03", "C04"], tasks: 1, check: ["C03"] },
  ],
  [
    "指标改了几个字，目标没有改：是这一行",
    [null, "绿化建设", "老旧散小区绿化", "个", 8, null, 3, null],
    { rows: ["5", "3"], collect: ["C01"], tasks: 1, check: [] },
  ],
  [
    "另一项任务",
    [null, "道路建设", "改造道路", "公里", 5, null, 3, null],
    { rows: ["5", undefined], collect: ["C03", "C04"], tasks: 1, check: ["C03"] },
  ],
])("没有编号的行与台账的另一行：%s", (_, row, is) => {
  const found = said([roads, estates], [filled, row]);
  expect({ ...found, collect: found.collect.sort() }).toEqual(is);
});

test("台账有工作板块、报表没有：多报的指标不另算一项任务", () => {
  const ledger = ledgerOf([[...roads, "一、环境"]], ["工作板块"]);
  const returns = returnOf("园林局", [filled, [null, "绿化建设", "街头小品", "处", 5, null, 3, null]]);
  expect(rollUp(figuresOf(returns, { ledger })).counts[0]?.total).toBe(1);
});
