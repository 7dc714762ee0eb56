import { cellKey, gridOf, parseCell, parseRange, rangeRef } from "@taizhang/grid";
import { expect, test } from "vitest";
import { reachOf } from "../src/engine/formula-reach.ts";
import { leaningOn } from "../src/engine/leaning.ts";

const seen = (formula: string) => {
  const { blocks, anything } = reachOf(formula);
  return anything
    ? "anything"
    : blocks
        .map(({ sheet, range }) => `${sheet === undefined ? "" : `${sheet}!`}${rangeRef(range)}`)
        .join(" ");
};

test.each([
  ["G4+H4", "G4 H4"],
  ["SUM($B$2:B9)/'民生 台账'!C1", "B2:B9 民生 台账!C1"],
  ["汇总!A1+'它''的'!B2", "汇总!A1 它's的!B2".replace("它's的", "它'的")],
  ['IF(A1="B2",LOG10(C3),TRUE)', "A1 C3"],
  ["SUM(B:B)", "B1:B1048576"],
  ["SUM(3:4)", "A3:XFD4"],
  ["SUM(A1:INDEX(B:B,3))", "anything"],
  ["年度目标*2", "anything"],
  ["INDIRECT(A1)", "anything"],
  ["SUM(表1[目标])", "anything"],
  ["SUM(一月:三月!B2)", "anything"],
  ["[旧台账.xlsx]表1!A1", "anything"],
  ["1+2", ""],
])("%s looks at %s", (formula, blocks) => {
  expect(seen(formula)).toBe(blocks);
});

const sheet = (name: string, formulas: Readonly<Record<string, string>>) =>
  gridOf(name, [], {
    formulas: new Map(
      Object.entries(formulas).map(([ref, formula]) => {
        const { row, column } = parseCell(ref) ?? { row: 0, column: 0 };
        return [cellKey(row, column), formula];
      }),
    ),
  });

const leaning = (grids: readonly ReturnType<typeof sheet>[], on: string, ref: string) =>
  leaningOn(grids, [{ sheet: on, range: parseRange(ref) ?? { top: 0, left: 0, bottom: 0, right: 0 } }]).map(
    (block) => `${block.sheet}!${rangeRef(block.range)}`,
  );

test("formulas follow over steps and sheets, and stand together as blocks; others stay", () => {
  const month = sheet("月报", { I4: "G4+H4", I5: "G5+H5", J4: "I4/F4", J5: "I5/F5", I9: "SUM(I4:I8)" });
  const total = sheet("汇总", { B2: "月报!I9", C2: "月报!A1", D2: "B2*2" });
  expect(leaning([month, total], "月报", "G4")).toEqual([
    "月报!I4",
    "月报!I9",
    "月报!J4",
    "汇总!B2",
    "汇总!D2",
  ]);
  expect(leaning([month, total], "月报", "G4:H5")).toContain("月报!I4:I5");
  expect(leaning([month, total], "月报", "K4")).toEqual([]);
  expect(leaning([month, total], "月报", "I4:I5")).not.toContain("月报!I4:I5");
});

test("formulas in a circle come to an end, and what may be anything always follows", () => {
  const circle = sheet("表", { A1: "B1", B1: "A1+C1", D9: "全年目标/2", E9: "D9" });
  expect(leaning([circle], "表", "C1")).toEqual(["表!A1", "表!B1", "表!D9", "表!E9"]);
});
