import { cellKey, gridOf, parseCell } from "@taizhang/grid";
import { expect, test } from "vitest";
import { totalsMoved } from "../src/engine/totals-moved.ts";

const formulasAt = (formulas: Readonly<Record<string, string>>) =>
  new Map(
    Object.entries(formulas).map(([ref, formula]) => {
      const place = parseCell(ref);
      return [cellKey(place?.row ?? 0, place?.column ?? 0), formula];
    }),
  );
const ledger = (formulas: Readonly<Record<string, string>>, values: Readonly<Record<string, number>>) => {
  const rows: (string | number | null)[][] = [
    ["任务", "单位", "完成"],
    ["新增就业", "人社局", "1255"],
    ["再就业", "人社局", 300],
    ["新建公园", "园林局", 2],
    ["合计", null, null],
    [null, null, null],
  ];
  for (const [ref, value] of Object.entries(values)) {
    const { row = 0, column = 0 } = parseCell(ref) ?? {};
    const line = rows[row] ?? [];
    line[column] = value;
    rows[row] = line;
  }
  return gridOf("台账", rows, { formulas: formulasAt(formulas) });
};
const write = { sheet: "台账", ref: "C2", before: { value: "1255" }, after: { value: 1255 } };
const moved = (formulas: Readonly<Record<string, string>>, values: Readonly<Record<string, number>>) =>
  totalsMoved([ledger(formulas, values)], [write]).map(({ ref, before, after }) => [ref, before, after]);

test.each([
  ["SUM", "SUM(C2:C4)", 302, "1557"],
  ["SUM of cells and blocks", "SUM(C2,C3:C4)", 302, "1557"],
  ["a whole column", "SUM(C:C)*1", 302, undefined],
  ["SUBTOTAL", "SUBTOTAL(9,C2:C4)", 302, "1557"],
  ["SUMIF by a text", 'SUMIF(B2:B4,"人社局",C2:C4)', 300, "1555"],
  ["SUMIF by a cell", "SUMIF($B$2:$B$4,B2,$C$2:$C$4)", 300, "1555"],
  ["SUMIF of its own block", 'SUMIF(C2:C4,">100")', 300, "1555"],
])("%s moves", (_, formula, before, after) => {
  expect(moved({ E5: formula }, { E5: before })[0]?.slice(0, 1)).toEqual(["E5"]);
  if (after) expect(moved({ E5: formula }, { E5: before })).toEqual([["E5", `${before}`, after]]);
});

test("over steps and sheets, in whatever order the formulas stand", () => {
  const first = ledger({ A6: "E5-2", E5: "SUM(C2:C4)" }, { A6: 300, E5: 302 });
  const second = gridOf("汇总", [[600]], { formulas: formulasAt({ A1: "台账!A6+'台账'!A6" }) });
  expect(totalsMoved([second, first], [write]).map(({ sheet, ref, after }) => [sheet, ref, after])).toEqual([
    ["台账", "E5", "1557"],
    ["台账", "A6", "1555"],
    ["汇总", "A1", "3110"],
  ]);
});

test("what is no sum is named without a figure: rates, names, circles, values that are not the formula's", () => {
  expect(moved({ E5: "C2/C3" }, { E5: 4 })).toEqual([["E5", undefined, undefined]]);
  expect(moved({ E5: "SUM(完成数)" }, { E5: 302 })).toEqual([["E5", undefined, undefined]]);
  expect(moved({ E5: 'SUM(INDIRECT("C2:C4"))' }, { E5: 302 })).toEqual([["E5", undefined, undefined]]);
  expect(moved({ E5: "SUM(C2:C4)+E6", E6: "E5" }, { E5: 302, E6: 302 }).map(([, , after]) => after)).toEqual([
    undefined,
    undefined,
  ]);
  expect(moved({ E5: "SUM(C2:C4)" }, { E5: 9 })).toEqual([["E5", undefined, undefined]]);
  expect(moved({ E5: "C2+C3" }, { E5: 1555 })).toEqual([["E5", undefined, undefined]]);
});

test("hidden rows under a SUBTOTAL, sums elsewhere", () => {
  const grid = ledger({ E5: "SUBTOTAL(9,C2:C4)" }, { E5: 302 });
  const hidden = totalsMoved([{ ...grid, hiddenRows: new Set([3]) }], [write]);
  expect(hidden.map(({ after }) => after)).toEqual([undefined]);
  expect(moved({ E5: "SUM(C3:C4)" }, { E5: 302 })).toEqual([]);
});
