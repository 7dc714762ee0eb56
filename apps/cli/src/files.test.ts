import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { findFiles } from "./files.ts";

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "taizhang-files-"));
  mkdirSync(join(folder, "下级"));
  for (const name of [
    "10-教育局.xlsx",
    "2-民政局.xlsx",
    "旧表.xls",
    "~$2-民政局.xlsx",
    "说明.txt",
    "下级/残联.XLSX",
  ])
    writeFileSync(join(folder, name), "");
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const names = async (...inputs: string[]) => {
  const { files, notFound } = await findFiles(inputs.map((input) => join(folder, input)));
  return { files: files.map((file) => file.slice(folder.length + 1)), notFound: notFound.length };
};

test("a folder gives its workbooks in natural order, old formats too, lock files and others not", async () =>
  expect(await names("")).toEqual({
    files: ["2-民政局.xlsx", "10-教育局.xlsx", "旧表.xls", "下级/残联.XLSX"],
    notFound: 0,
  }));

test("globs and names, each file once", async () =>
  expect(await names("*.xlsx", "2-民政局.xlsx")).toEqual({
    files: ["2-民政局.xlsx", "10-教育局.xlsx"],
    notFound: 0,
  }));

test("an input that matches nothing is named", async () =>
  expect(await names("没有.xlsx", "没有*.xlsx")).toEqual({ files: [], notFound: 2 }));
