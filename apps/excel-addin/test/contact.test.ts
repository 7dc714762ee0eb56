import { openBook, snapshot } from "@taizhang/office-host";
import { describe, expect, test } from "vitest";
import { checkWorkbook } from "../src/acts/check/check.ts";
import { fix } from "../src/acts/fix/fix.ts";
import { openRow } from "../src/acts/fix/preview-fixes.ts";
import { undo } from "../src/acts/fix/undo.ts";
import { exportFindings } from "../src/acts/list/export-findings.ts";
import { goTo } from "../src/acts/pane/go-to.ts";
import type { Pane } from "../src/acts/pane/pane.ts";
import { exampleBytes } from "./example-bytes.ts";
import { excelWith, paneIn } from "./excel-pane.ts";

const file = "nanguan-2016/2016-10/民政局.xlsx";
const patience = 60;
const silent = { delay: 400 };

/** A pane that waits in short steps, beside an Excel that counts as lost after 60 ms. */
async function paneBeside() {
  const excel = excelWith(openBook(exampleBytes(file), file), {}, patience);
  const pane: Pane = {
    ...(await paneIn(excel)),
    wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds / 50)),
  };
  return { excel, pane };
}
const rowOf = (pane: Pane, code: string) => {
  const row = pane.store.get().rows.find(({ finding }) => finding.code === code);
  if (!row) throw new Error(`no ${code} in the example`);
  return row;
};
const until = (pane: Pane, what: string) =>
  expect.poll(() => (pane.store.get().contact ? "lost" : "back"), { timeout: 3_000, interval: 5 }).toBe(what);

describe("与Excel失去联系", () => {
  test("reading goes on by itself once Excel answers again", async () => {
    const { excel, pane } = await paneBeside();
    excel.host.faults.always(silent);
    const going = goTo(pane, rowOf(pane, "V01"));
    await until(pane, "lost");
    expect(pane.store.get().notice).toMatchObject({ kind: "failed", why: "lost" });
    excel.host.faults.clear();
    expect(await going).toBe(true);
    await until(pane, "back");
    expect(await excel.workbook.selection()).toMatchObject({ ref: rowOf(pane, "V01").ref });
  });

  test("a check that loses Excel half-way is done to its end", async () => {
    const { excel, pane } = await paneBeside();
    const rows = pane.store.get().rows.map(({ id }) => id);
    excel.host.faults.on(3, silent);
    expect(await checkWorkbook(pane)).toBe(true);
    expect(pane.store.get().phase).toBe("ready");
    expect(pane.store.get().rows.map(({ id }) => id)).toEqual(rows);
  });

  test("lost before writing: nothing was written, nothing is written by itself, trying again works", async () => {
    const { excel, pane } = await paneBeside();
    await openRow(pane, rowOf(pane, "V01"));
    const before = snapshot(excel.book);
    excel.host.faults.on(1, silent);
    expect(await fix(pane, pane.store.get().openPreview?.writes ?? [])).toBe(false);
    await new Promise((resolve) => setTimeout(resolve, 500)); // the late answer comes and is of no use any more
    expect(snapshot(excel.book)).toEqual(before);
    const { notice } = pane.store.get();
    expect(notice).toMatchObject({ kind: "failed", why: "lost", back: true });
    if (notice?.kind === "failed") await notice.retry?.();
    expect(rowOf(pane, "V01").mended).toBe(true);
  });

  test("lost while writing: it says that nobody knows; the second try takes what is there for done and can be undone", async () => {
    const { excel, pane } = await paneBeside();
    await openRow(pane, rowOf(pane, "V01"));
    const before = snapshot(excel.book);
    excel.host.faults.on(2, { late: 400 });
    expect(await fix(pane, pane.store.get().openPreview?.writes ?? [])).toBe(false);
    const { notice } = pane.store.get();
    expect(notice).toMatchObject({ kind: "failed", why: "unclear" });
    expect(snapshot(excel.book)).not.toEqual(before);
    if (notice?.kind === "failed") await notice.retry?.();
    expect(pane.store.get().notice).toMatchObject({ text: { what: "fixed", cells: 1, skipped: 0 } });
    await undo(pane);
    expect(snapshot(excel.book)).toEqual(before);
  });

  test("a sheet that may have been added is not taken away behind the user's back", async () => {
    const { excel, pane } = await paneBeside();
    excel.host.faults.on(3, silent);
    expect(await exportFindings(pane)).toBe(false);
    expect(pane.store.get().notice).toMatchObject({ kind: "failed" });
    await new Promise((resolve) => setTimeout(resolve, 500));
    const names = excel.book.sheets.map(({ name }) => name);
    expect([1, 2]).toContain(names.length);
  });

  test("the user can ask at once", async () => {
    const { excel, pane } = await paneBeside();
    const slow: Pane = { ...pane, wait: () => new Promise(() => {}) };
    excel.host.faults.always(silent);
    void goTo(slow, rowOf(pane, "V01"));
    await until(pane, "lost");
    await new Promise((resolve) => setTimeout(resolve, 3 * patience));
    excel.host.faults.clear();
    expect(pane.store.get().contact).toBeDefined();
    pane.store.get().contact?.again();
    await until(pane, "back");
  });
});

describe("正在编辑单元格", () => {
  test("a fix waits, says what waits, goes on and says so", async () => {
    const { excel, pane } = await paneBeside();
    await openRow(pane, rowOf(pane, "V01"));
    excel.host.editing = true;
    const fixing = fix(pane, pane.store.get().openPreview?.writes ?? []);
    await expect.poll(() => pane.store.get().waiting).toMatchObject({ what: "fix", cells: 1 });
    excel.host.editing = false;
    expect(await fixing).toBe(true);
    expect(pane.store.get().waiting).toBeUndefined();
    expect(pane.store.get().notice).toMatchObject({
      kind: "said",
      continued: true,
      text: { what: "fixed", cells: 1 },
    });
  });

  test("cancelling while it waits writes nothing", async () => {
    const { excel, pane } = await paneBeside();
    await openRow(pane, rowOf(pane, "V01"));
    const before = snapshot(excel.book);
    excel.host.editing = true;
    const fixing = fix(pane, pane.store.get().openPreview?.writes ?? []);
    await expect.poll(() => pane.store.get().waiting).toBeDefined();
    pane.store.get().waiting?.cancel();
    expect(await fixing).toBe(false);
    excel.host.editing = false;
    expect(snapshot(excel.book)).toEqual(before);
  });

  test("the list never waits: rows open, and of the places wanted only the last is gone to afterwards", async () => {
    const { excel, pane } = await paneBeside();
    excel.host.editing = true;
    const [first, second] = [rowOf(pane, "V01"), rowOf(pane, "S08")];
    await openRow(pane, first);
    const going = [goTo(pane, first), goTo(pane, second)];
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(pane.store.get().openRow).toBe(first.id);
    expect(pane.store.get().waiting).toBeUndefined();
    expect(pane.store.get().notice?.kind).not.toBe("failed");
    excel.host.editing = false;
    expect(await Promise.all(going)).toEqual([false, true]);
    expect(await excel.workbook.selection()).toMatchObject({ ref: second.ref });
  });
});
