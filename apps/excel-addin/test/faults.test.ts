import { openBook, snapshot } from "@taizhang/office-host";
import { describe, expect, test } from "vitest";
import { goTo } from "../src/acts/pane/go-to.ts";
import { exampleBytes } from "./example-bytes.ts";
import { excelWith, paneIn } from "./excel-pane.ts";
import { file, type Operation, operations, rowOf } from "./operations.ts";

/** The act on a fresh workbook, with one of its batches failing; what stood before, after a good run, and now. */
async function withFault(
  { before: prepare, ready, act }: Operation,
  batch: number,
  at: "before" | "after" | number,
) {
  const excel = excelWith(openBook(exampleBytes(file), file));
  prepare?.(excel);
  const pane = await paneIn(excel);
  await ready?.(pane, excel);
  const before = snapshot(excel.book);
  excel.host.forget();
  excel.host.faults.on(batch, { error: "GeneralException", at });
  const done = await act(pane);
  const failed = excel.host.syncs.some(({ error }) => error !== undefined);
  excel.host.faults.clear();
  return { excel, pane, before, done, failed };
}

/** The sheets; Excel numbers what is made again anew. */
const cellsOf = (of: unknown) =>
  JSON.stringify((of as { sheets: unknown }).sheets, inOrder).replace(/"id":"[^"]*"/g, "");

const inOrder = (_: string, value: unknown) =>
  typeof value === "object" && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value;

describe.each(operations)("$name", (operation) => {
  test("every batch fails in turn: as before or as after, said, and trying again works", async () => {
    const good = await withFault(operation, 1_000, "before");
    expect(good.done).toBe(true);
    const after = cellsOf(snapshot(good.excel.book));
    const batches = good.excel.host.syncs.length;
    expect(batches).toBeGreaterThan(0);
    for (let batch = 1; batch <= batches; batch++)
      for (const at of ["before", 3, "after"] as const) {
        const { excel, pane, before, failed } = await withFault(operation, batch, at);
        const now = cellsOf(snapshot(excel.book));
        expect([cellsOf(before), after], `batch ${batch} at ${at}`).toContain(now);
        if (!failed) continue;
        const { notice } = pane.store.get();
        // where a request fails after all was done, it may have been found out
        if (notice?.kind === "said" && now === after) continue;
        expect(notice?.kind, `batch ${batch} at ${at}`).toBe("failed");
        if (notice?.kind !== "failed" || !notice.retry) continue;
        await notice.retry();
        expect(cellsOf(snapshot(excel.book)), `again after batch ${batch} at ${at}`).toBe(after);
      }
  });
});

test.each([
  ["InvalidOperationInCellEditMode", "editing"],
  ["AccessDenied", "protected"],
  ["ItemNotFound", "gone"],
  ["RequestPayloadSizeLimitExceeded", "tooLarge"],
  ["GeneralException", "busy"],
] as const)("%s is told as %s", async (error, why) => {
  const excel = excelWith(openBook(exampleBytes(file), file));
  const pane = await paneIn(excel);
  excel.host.faults.on(1, { error });
  await goTo(pane, rowOf(pane, "V01"));
  expect(pane.store.get().notice).toMatchObject({ kind: "failed", why });
});
