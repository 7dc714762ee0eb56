import { gridOf } from "@taizhang/grid";
import { expect, test } from "vitest";
import { checkFormats } from "./check-formats.ts";

test("numbers kept as text among numbers, broken dates among dates; codes and words are left alone", () => {
  const date = "yyyy/m/d";
  const grid = gridOf(
    "统计表",
    [
      ["编码", "数", "日期", "说明"],
      ["001", 1, 42_600, "甲"],
      ["002", 2, 42_601, "2"],
      ["003", 3, 42_602, "乙"],
      ["004", "４", "月6月", "丙"],
      ["005", "1,698", "2016年10月", "丁"],
    ],
    {
      formats: [
        undefined,
        [undefined, undefined, date],
        [undefined, undefined, date],
        [undefined, undefined, date],
      ],
    },
  );
  const found = checkFormats(grid, "统计.xlsx");
  expect(found.map(({ code, at }) => [code, at[0]?.kind === "cell" && at[0].ref])).toEqual([
    ["V01", "B5"],
    ["V01", "B6"],
    ["D01", "C5"],
  ]);
  expect(found[0]?.fix?.edits).toHaveLength(1);
});

test("a sheet of words, an empty sheet", () => {
  expect(checkFormats(gridOf("说明", [["填表说明"], ["1"], ["2"]]), "")).toEqual([]);
  expect(checkFormats(gridOf("空", []), "")).toEqual([]);
});
