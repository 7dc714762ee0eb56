/// <reference types="node" />
import {
  type CellValue,
  columnCount,
  contains,
  type Grid,
  gridOf,
  parseCell,
  type Range,
} from "@taizhang/grid";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import specs from "../../specs/recognise.json" with { type: "json" };
import { fields } from "../field.ts";
import { readAmount } from "../read/amount.ts";
import { readEntries } from "../read/entries.ts";
import { gridOfSpec, type Spec } from "./grid-of-spec.ts";
import { fieldLabel, fieldWords } from "./header-words.ts";
import { recogniseSheet } from "./recognise.ts";
import { recogniseWorkbook } from "./workbook.ts";

/** Reads all that can be read, and holds every result to lie inside the sheet. */
function readAll(grid: Grid): void {
  const { tables } = recogniseSheet(grid, "任何.xlsx");
  const width = columnCount(grid);
  for (const table of tables) {
    expect(table.range.bottom).toBeLessThan(grid.rows.length);
    expect(table.range.right).toBeLessThan(width);
    expect(table.range.top).toBeLessThanOrEqual(table.headerRows[1]);
    for (const { row } of table.rows) expect(row).toBeLessThan(grid.rows.length);
    for (const { confidence, evidence } of table.columns) {
      expect(confidence).toBeGreaterThanOrEqual(0);
      expect(confidence).toBeLessThanOrEqual(1);
      if (confidence > 0.3) expect(evidence.length).toBeGreaterThan(0);
    }
    for (const entry of readEntries(table)) {
      expect(contains(table.range, entry.row, table.range.left)).toBe(true);
      for (const cell of [...entry.cells.values(), ...entry.nodes, ...entry.repeats]) {
        const at = parseCell(cell.at.ref);
        expect(at && contains(table.range, at.row, at.column)).toBe(true);
        expect(readAmount(cell, entry).marks).toBeInstanceOf(Array);
      }
    }
  }
}

const words = fields.flatMap((field) => fieldWords(field).slice(0, 3));
const oddTexts = [
  "__proto__",
  "constructor",
  "NaN",
  "-0",
  "1e999",
  "（（（",
  "'!A1",
  "=1+1",
  "\u202e目标",
  "\u0301",
  "一、",
  "合计",
  "其中：",
  "单位：",
  "填报单位：",
  "报告期：2016年13月",
  "截至",
  "20220个",
  "待下达",
  "—",
  "10月底前",
  "１２３",
  "目".repeat(32_767),
  "(".repeat(2_000),
  "1".repeat(400),
];
const value: fc.Arbitrary<CellValue | undefined> = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...words) },
  { weight: 3, arbitrary: fc.constantFrom(...oddTexts) },
  { weight: 4, arbitrary: fc.oneof(fc.integer({ min: -10, max: 99_999 }), fc.double()) },
  { weight: 4, arbitrary: fc.constant(null) },
  { weight: 2, arbitrary: fc.string({ maxLength: 30 }) },
  {
    weight: 1,
    arbitrary: fc.constantFrom<CellValue | undefined>(undefined, true, { error: "#REF!" }, -0, Number.NaN),
  },
);
const range: fc.Arbitrary<Range> = fc
  .tuple(fc.nat(12), fc.nat(8), fc.nat(12), fc.nat(8))
  .map(([top, left, height, width]) => ({ top, left, bottom: top + height, right: left + width }));
const grid = fc
  .record({
    rows: fc.array(fc.option(fc.array(value, { maxLength: 8 }), { nil: undefined }), { maxLength: 14 }),
    merges: fc.array(range, { maxLength: 6 }),
    name: fc.constantFrom("Sheet1", "__proto__", "民政局", "10月"),
  })
  .map(({ rows, merges, name }) => gridOf(name, rows, { merges }));

describe("any grid is read without a crash, and nothing points outside it", () => {
  test("random grids", () => {
    fc.assert(fc.property(grid, readAll), { numRuns: 600 });
  });

  test("mutations of real layouts", () => {
    const mutation = fc.record({
      spec: fc.constantFrom(...(specs as unknown as Spec[])),
      changes: fc.array(fc.record({ row: fc.nat(14), column: fc.nat(10), value }), { maxLength: 6 }),
      drop: fc.option(fc.nat(12), { nil: undefined }),
      double: fc.option(fc.nat(12), { nil: undefined }),
      merge: fc.option(range, { nil: undefined }),
    });
    fc.assert(
      fc.property(mutation, ({ spec, changes, drop, double, merge }) => {
        const original = gridOfSpec(spec);
        const rows = original.rows.map((row) => [...(row ?? [])]);
        for (const change of changes) {
          const row = rows[change.row];
          if (row) row[change.column] = change.value;
        }
        if (drop !== undefined) rows.splice(drop, 1);
        if (double !== undefined && rows[double]) rows.splice(double, 0, rows[double]);
        readAll({ ...original, rows, merges: merge ? [...original.merges, merge] : original.merges });
      }),
      { numRuns: 1_500 },
    );
  });
});

/** Milliseconds of processor time since the call: other work on the machine does not count. */
function clock(): () => number {
  const from = process.cpuUsage();
  return () => {
    const { user, system } = process.cpuUsage(from);
    return (user + system) / 1_000;
  };
}

describe("size", () => {
  const header = [
    "序号",
    "台账编号",
    "工作板块",
    "任务名称",
    "指标名称",
    "计量单位",
    "年度目标",
    "上月累计",
    "本月完成",
    "本年累计完成",
    "完成率（%）",
    "牵头单位",
    "配合单位",
    "完成时限",
    "工作进展",
    "备注",
  ];
  const row = (number: number): CellValue[] => [
    number,
    `A-${number}`,
    "就业",
    `任务${number}`,
    "新增就业",
    "人",
    100 + (number % 900),
    40,
    10,
    50,
    50,
    "区人社局",
    "区财政局",
    "12月底",
    `已推进到第${number}步`,
    null,
  ];

  test("100,000 rows of 16 columns in well under a second", () => {
    const big = gridOf("大表", [
      ["2024年任务台账"],
      header,
      ...Array.from({ length: 100_000 }, (_, index) => row(index + 1)),
    ]);
    const since = clock();
    const { tables } = recogniseSheet(big, "大表.xlsx");
    const took = since();
    expect(tables[0]?.rows.length).toBe(100_000);
    expect(took).toBeLessThan(15_000);
  });

  test("a workbook of 200 sheets", () => {
    const sheets = Array.from({ length: 200 }, (_, index) =>
      gridOf(`表${index}`, [
        [`丰乐区第${index}局2024年5月报表`],
        header,
        ...Array.from({ length: 68 }, (_, line) => row(line + index)),
      ]),
    );
    const since = clock();
    const readings = recogniseWorkbook(sheets, "全.xlsx");
    const took = since();
    expect(readings.every(({ tables }) => tables.length === 1)).toBe(true);
    expect(took).toBeLessThan(10_000);
  });

  test("one million empty formatted rows, merges over everything, 16,384 columns", () => {
    const rows: (CellValue[] | undefined)[] = [
      ["任务名称", "年度目标", "牵头单位"],
      ["修路", 3, "区交通局"],
    ];
    rows[1_048_575] = undefined;
    for (let index = 2; index < 1_048_575; index += 2) rows[index] = [null, null, null];
    const all = { top: 0, left: 0, bottom: 1_048_575, right: 16_383 };
    const since = clock();
    const { tables } = recogniseSheet(
      gridOf("空行", rows, {
        merges: Array.from({ length: 2_000 }, (_, index) => ({ ...all, top: index + 5 })),
      }),
      "空行.xlsx",
    );
    expect(tables[0]?.range.bottom).toBe(1);
    const wide = Array.from({ length: 16_384 }, (_, column) =>
      column === 0 ? "区县" : column % 2 ? `指标${column}目标` : `指标${column - 1}完成`,
    );
    recogniseSheet(
      gridOf("宽表", [wide, wide.map((_, column) => (column === 0 ? "子县" : column))]),
      "宽表.xlsx",
    );
    const took = since();
    expect(took).toBeLessThan(80_000);
  });

  test("100,000 rows of nothing but different words", () => {
    const words = gridOf("文字", [
      ["任务", "措施", "牵头单位", "完成时限"],
      ...Array.from({ length: 100_000 }, (_, index) => [
        `任务${index}`,
        `措施${index}`,
        `第${index}局`,
        `第${index}天`,
      ]),
    ]);
    const since = clock();
    expect(recogniseSheet(words, "文字.xlsx").tables.length).toBe(1);
    const took = since();
    expect(took).toBeLessThan(80_000);
  });
});

test("every field has a label in both languages, and its label is one of its words", () => {
  for (const field of fields) {
    expect(fieldLabel(field, "en")).not.toBe(field === "other" ? "" : undefined);
    if (field !== "other") expect(fieldWords(field)).toContain(fieldLabel(field, "zh-CN"));
  }
});
