import { type CellValue, cellPlace, cellRef, type Edit, type Grid, gridOf, valueAt } from "@taizhang/grid";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { check } from "./check.ts";
import { onlyRows } from "./checking/run-rules.ts";
import { recogniseWorkbook } from "./recognise/workbook.ts";
import { gridOfExample, readingOfExample } from "./rules/example-readings.ts";
import { scopeOf } from "./rules/rule.ts";
import { rules } from "./rules/rules.ts";
import { type Subject, subjectOf } from "./rules/subject.ts";
import { startChecking } from "./start-checking.ts";

const examples = rules.flatMap(({ examples }) => examples);

const subjectOfExample = (example: (typeof examples)[number]): Subject =>
  subjectOf([example, ...(example.beside ?? [])].map(readingOfExample), {
    ...(example.ledger ? { ledger: [readingOfExample({ file: "台账.xlsx", ...example.ledger })] } : {}),
    ...(example.last ? { last: [readingOfExample({ file: "上月.xlsx", ...example.last })] } : {}),
    ...(example.period ? { period: example.period } : {}),
  });

describe("每条规则看多大范围，与它找到的一致", () => {
  const subjects = examples.map(subjectOfExample);
  const told = (found: Iterable<unknown>) => [...found].map((one) => JSON.stringify(one)).sort();
  test.each(rules.filter((rule) => scopeOf(rule) !== "all").map((rule) => [rule.code, rule] as const))(
    "%s",
    (_, rule) => {
      for (const subject of subjects) {
        const parts = subject.tables.flatMap((view) =>
          scopeOf(rule) === "table"
            ? [{ ...subject, tables: [view] }]
            : view.table.rows.map(({ row }) => ({ ...subject, tables: [onlyRows(view, [row])] })),
        );
        expect(told(parts.flatMap((part) => [...rule.check(part)]))).toEqual(told(rule.check(subject)));
      }
    },
  );
});

const value: fc.Arbitrary<CellValue> = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: -10, max: 3000 }) },
  { weight: 2, arbitrary: fc.constantFrom<CellValue>(null, 0, 0.96, 96.5, "1255", "33个", "—") },
  {
    weight: 1,
    arbitrary: fc.constantFrom<CellValue>("合计", "小计", "待下达", "区人社局", "已完成", "同上", ""),
  },
);

const changes = fc.array(fc.tuple(fc.nat(11), fc.nat(9), value), { minLength: 1, maxLength: 6 });

const editOf = (grid: Grid, file: string, row: number, column: number, after: CellValue): Edit => ({
  kind: "setCell",
  at: cellPlace(file, grid.name, cellRef(row, column)),
  before: { value: valueAt(grid, row, column) },
  after: { value: after },
});

test("改了再查，与从头查一样；一格一格地改，一直一样", () =>
  fc.assert(
    fc.property(fc.constantFrom(...examples), changes, (example, list) => {
      const file = "例.xlsx";
      let grid = gridOfExample(example);
      const context = { period: "2016-10" };
      let checking = startChecking([grid], file, context);
      expect(checking.findings).toEqual(check(recogniseWorkbook([grid], file), context));
      for (const [row, column, after] of list) {
        const place = [row % Math.max(1, grid.rows.length), column] as const;
        if (grid.formulas.size > 0) continue;
        checking = checking.update([editOf(grid, file, place[0], place[1], after)]);
        grid = checking.readings[0]?.grid ?? grid;
        expect(checking.findings).toEqual(check(recogniseWorkbook([grid], file), context));
      }
    }),
    { numRuns: 250 },
  ));

const sheet = (name: string, actual: number): Grid =>
  gridOf(name, [
    ["填报单位：区民政局", null, "报告期：2016年10月"],
    ["任务名称", "计量单位", "年度目标", "累计完成", "责任单位"],
    ["慈善救助", "万元", 300, actual, "区民政局"],
    ["新建公厕", "座", 5, 4, "区城管局"],
    ["合计", "", 305, actual + 4, ""],
  ]);

test("几张表：改一张，其余照旧；换一张、加一张，都与从头查一样", () => {
  const file = "多表.xlsx";
  const grids = [sheet("一", 200), sheet("二", 2_600_000), sheet("三", 10)];
  const first = startChecking(grids, file);
  const [, second] = grids;
  if (!second) throw new Error("no sheet");
  const edited = first.update([editOf(second, file, 2, 3, 250)]);
  const now = edited.readings.map(({ grid }) => grid);
  expect(now[0]).toBe(grids[0]);
  expect(edited.findings).toEqual(check(recogniseWorkbook(now, file)));
  expect(first.findings).toEqual(check(recogniseWorkbook(grids, file)));
  const replaced = edited.replace([sheet("三", 11), sheet("四", 5)]);
  expect(replaced.findings).toEqual(
    check(
      recogniseWorkbook(
        replaced.readings.map(({ grid }) => grid),
        file,
      ),
    ),
  );
  expect(replaced.readings.map(({ grid }) => grid.name)).toEqual(["一", "二", "三", "四"]);
});

test("带着台账和上月报表", () => {
  const context = {
    ledger: [readingOfExample({ file: "台账.xlsx", rows: sheet("台账", 0).rows as CellValue[][] })],
    last: recogniseWorkbook([sheet("上月", 260)], "上月.xlsx"),
  };
  const grids = [sheet("本月", 250)];
  const checking = startChecking(grids, "甲.xlsx", context);
  expect(checking.findings).toEqual(check(recogniseWorkbook(grids, "甲.xlsx"), context));
  const [grid] = grids;
  if (!grid) throw new Error("no sheet");
  const next = checking.update([editOf(grid, "甲.xlsx", 2, 2, 200)]);
  expect(next.findings).toEqual(
    check(
      recogniseWorkbook(
        next.readings.map((one) => one.grid),
        "甲.xlsx",
      ),
      context,
    ),
  );
  expect(next.findings).not.toEqual(checking.findings);
});
