import { gridOf } from "@taizhang/grid";
import { expect, test } from "vitest";
import { recogniseSheet } from "../recognise/recognise.ts";
import { ledgerForm } from "./ledger-form.ts";

/** The form must read back as what it asks for, or the template would teach staff headings that we do not know. */
test("each column of the ledger form is recognised again", () => {
  const filled: Partial<Record<string, (row: number) => string | number>> = {
    id: (row) => `A-2026-00${row}`,
    seq: (row) => row,
    task: (row) => ["新增就业", "新建公园", "改造小区"][row - 1] ?? "",
    kind: () => "定量",
    indicator: (row) => ["城镇新增就业", "新建口袋公园", "改造老旧小区"][row - 1] ?? "",
    unit: (row) => ["人", "个", "户"][row - 1] ?? "",
    target: (row) => row * 100,
    lead: (row) => ["区人社局", "区园林局", "区住建局"][row - 1] ?? "",
    deadline: () => "2026-12-31",
  };
  const rows = [1, 2, 3].map((row) => ledgerForm.map(({ field }) => filled[field]?.(row) ?? null));
  const grid = gridOf("任务分解表", [
    ["目标任务分解表"],
    ledgerForm.map(({ heading }) => heading["zh-CN"]),
    ...rows,
  ]);
  const [table] = recogniseSheet(grid, "任务分解表.xlsx").tables;
  const got = ledgerForm.map(({ heading }, index) => [
    heading["zh-CN"],
    table?.columns.find((column) => column.index === index)?.field,
  ]);
  expect(got).toEqual(ledgerForm.map(({ heading, field }) => [heading["zh-CN"], field]));
});
