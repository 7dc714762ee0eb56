import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { cellPlace } from "@taizhang/grid";
import { editWorkbook } from "@taizhang/xlsx";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { CheckDocument } from "../src/output/check.ts";
import type { RollupDocument } from "../src/output/rollup.ts";
import { document } from "./command.ts";

const example = resolve(import.meta.dirname, "../../../examples/meishan-2019/returns");
let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "taizhang-moving-"));
  cpSync(example, folder, { recursive: true });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const total = async () => {
  const { cells } = await document<RollupDocument>("rollup", folder);
  const cell = cells.find(({ indicator }) => indicator === "城镇新增就业");
  return { actual: cell?.actual, difference: cell?.difference };
};
const textNumbers = async () =>
  (await document<CheckDocument>("check", folder)).findings.filter(
    ({ code, file }) => code === "V01" && file?.endsWith("东坡区.xlsx"),
  );

test("改一格：合计跟着变，问题跟着消失，差额也说出来", async () => {
  expect(await total()).toEqual({ actual: "52242", difference: "0" });
  const [found] = await textNumbers();
  expect(found?.ref).toBe("C5");

  const file = join(folder, "东坡区.xlsx");
  const edited = editWorkbook(readFileSync(file), [
    {
      kind: "setCell",
      at: cellPlace(file, found?.sheet ?? "", "C5"),
      before: { value: "22921" },
      after: { value: 22_900 },
    },
  ]);
  expect(edited.skipped).toEqual([]);
  writeFileSync(file, edited.value ?? new Uint8Array());

  expect(await total()).toEqual({ actual: "52221", difference: "21" });
  expect(await textNumbers()).toEqual([]);
});
