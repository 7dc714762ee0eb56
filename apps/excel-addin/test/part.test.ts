import { finding } from "@taizhang/finding";
import { cellPlace } from "@taizhang/grid";
import { expect, test } from "vitest";
import { rowsOf } from "../src/state/finding-rows.ts";
import { inPart, rowsRead } from "../src/state/part.ts";

const outline = {
  file: "台账.xlsx",
  active: "大表",
  isStructureProtected: false,
  sheets: ["大表", "小表"].map((name, index) => ({
    id: name,
    name,
    visibility: "visible" as const,
    isProtected: false,
    used: { top: 0, left: 0, right: 9, bottom: index === 0 ? 99_999 : 10 },
  })),
};
const at = (sheet: string, ref: string) => [cellPlace("台账.xlsx", sheet, ref)] as const;
const rows = rowsOf(
  [
    finding("V01", { text: "1", reads: "1" as never }, [...at("大表", "C5")]),
    finding(
      "X01",
      { label: "合计", column: "完成", total: "1", sum: "2", count: 2, difference: "1" } as never,
      [...at("大表", "C3")],
    ),
    finding(
      "X01",
      { label: "合计", column: "完成", total: "1", sum: "2", count: 2, difference: "1" } as never,
      [...at("小表", "C3")],
    ),
  ],
  [],
);
const refs = (checked: Parameters<typeof inPart>[1]) =>
  inPart(rows, checked).map(({ sheet, finding: { code } }) => `${sheet} ${code}`);

test("只查前5万行：没读完的表不核对合计，读完的照常", () => {
  expect(rowsRead({ extent: "rows" })).toEqual({ rows: [0, 50_000] });
  expect(refs({ extent: "rows", outline })).toEqual(["大表 V01", "小表 X01"]);
  expect(refs({ extent: "all", outline })).toHaveLength(3);
});

test("只查选中区域：读到选中的最后一行，只报选中的行", () => {
  const part = { sheet: "大表", top: 3, bottom: 6 };
  expect(rowsRead({ extent: "selection", part })).toEqual({ rows: [0, 7] });
  expect(refs({ extent: "selection", part, outline })).toEqual(["大表 V01"]);
  expect(refs({ extent: "selection", part: { ...part, top: 5 }, outline })).toEqual([]);
});
