/// <reference types="node" />
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { cellPlace, type SheetLayout, valueAt } from "@taizhang/grid";
import { expect, test } from "vitest";
import { editWorkbook, readWorkbook, writeWorkbook } from "./index.ts";

const office = ["/usr/bin/soffice", "/usr/bin/libreoffice", "/opt/libreoffice/program/soffice"].find((path) =>
  existsSync(path),
);
if (!office)
  console.warn("SKIPPED: no LibreOffice here, so nobody opened what we wrote. .ci/run installs it.");

const layout: SheetLayout = {
  name: "月报 表",
  rows: [
    [{ value: "民生月报", style: "title" }, null],
    [
      { value: "完成", style: "header" },
      { value: "合计", style: "header" },
    ],
    [
      { value: 1.5, format: "0.00" },
      { value: 7.5, formula: "SUM(A3:A4)*2", style: "total" },
    ],
    [2.25, { value: "=不是公式", link: "#'月报 表'!A1" }],
    [
      { value: "绿", locked: false },
      { value: "见附件", link: "附 件.xlsx#Sheet1!A1" },
    ],
  ],
  merges: ["A1:B1"],
  freeze: "A3",
  choices: [
    { ref: "A5", list: ["绿", "红"] },
    { ref: "B5", list: ["甲,乙"] },
  ],
  lights: [{ ref: "A5", equals: "绿", light: "green" }],
  autoFilter: "A2:B4",
  protect: true,
  print: { landscape: true, repeatRows: [1, 2], fitToWidth: true },
};

/** The file as LibreOffice saves it after opening it and calculating everything anew where asked to. */
function reopened(bytes: Uint8Array): Uint8Array {
  const folder = mkdtempSync(join(tmpdir(), "taizhang-office-"));
  try {
    writeFileSync(join(folder, "in.xlsx"), bytes);
    const profile = `-env:UserInstallation=file://${join(folder, "profile")}`;
    const args = [
      profile,
      "--headless",
      "--convert-to",
      "xlsx:Calc MS Excel 2007 XML",
      "--outdir",
      join(folder, "out"),
      join(folder, "in.xlsx"),
    ];
    execFileSync(office as string, args, { timeout: 120_000, stdio: "ignore" });
    return new Uint8Array(readFileSync(join(folder, "out", "in.xlsx")));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

test.skipIf(!office)(
  "LibreOffice opens what we write, and calculates what an edit made stale",
  { timeout: 300_000 },
  () => {
    const written = writeWorkbook([layout, { name: "隐藏", rows: [[1]], visibility: "hidden" }], {
      title: "月报",
    });
    const before = readWorkbook(reopened(written), { file: "a" });
    expect(before.findings).toEqual([]);
    expect(before.value?.sheets.map(({ name, visibility }) => [name, visibility])).toEqual([
      ["月报 表", "visible"],
      ["隐藏", "hidden"],
      ["下拉选项", "hidden"],
    ]);
    const grid = before.value?.sheets[0];
    expect(grid?.rows.slice(0, 5)).toEqual([
      ["民生月报"],
      ["完成", "合计"],
      [1.5, 7.5],
      [2.25, "=不是公式"],
      ["绿", "见附件"],
    ]);
    expect(grid?.merges).toEqual([{ top: 0, left: 0, bottom: 0, right: 1 }]);

    const edited = editWorkbook(written, [
      { kind: "setCell", at: cellPlace("a", "月报 表", "A4"), before: { value: 2.25 }, after: { value: 10 } },
    ]);
    const stale = readWorkbook(edited.value as Uint8Array, { file: "a" }).value?.sheets[0];
    expect(stale && valueAt(stale, 2, 1)).toBeNull();
    const after = readWorkbook(reopened(edited.value as Uint8Array), { file: "a" }).value?.sheets[0];
    expect(after && valueAt(after, 2, 1)).toBe(23);
  },
);
