/// <reference types="node" />
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import * as xlsx from "./index.ts";

const readme = readFileSync(new URL("../README.md", import.meta.url), "utf8");

test("public names", () => {
  expect(Object.keys(xlsx).sort()).toEqual([
    "defaultLimits",
    "editWorkbook",
    "readWorkbook",
    "validSheetNames",
    "writeWorkbook",
  ]);
  for (const name of Object.keys(xlsx)) expect(readme).toContain(`\`${name}\``);
});

test.each([
  [
    ["教育/卫生", "台账", "台账"],
    ["教育_卫生", "台账", "台账 (2)"],
  ],
  [
    ["a", "A", "a (2)"],
    ["a", "A (2)", "a (2) (2)"],
  ],
  [
    ["", "'甲'", "[x]:*?/\\", "History"],
    ["Sheet", "_甲_", "_x______", "History (2)"],
  ],
  [
    ["字".repeat(40), "字".repeat(40)],
    ["字".repeat(31), `${"字".repeat(27)} (2)`],
  ],
  [[`${"字".repeat(30)}😀`], ["字".repeat(30)]],
])("sheet names %j", (names, valid) => {
  expect(xlsx.validSheetNames(names)).toEqual(valid);
});
