import { type CellValue, cellPlace, cellRef, type Edit, formulaAt, type Grid, valueAt } from "@taizhang/grid";
import {
  check,
  explain,
  noSettings,
  recogniseWorkbook,
  type SheetReading,
  startChecking,
} from "@taizhang/sheet";
import fc from "fast-check";
import { expect, test } from "vitest";
import { gridsOf, layoutCases } from "./layout-cases.ts";

const workbooks = layoutCases.map((one) => ({ file: one.fileName, grids: gridsOf(one) }));
const values = workbooks.flatMap(({ grids }) =>
  grids.flatMap(({ rows }) => rows.flatMap((row) => [...(row ?? [])])),
);

/** What staff type over a cell: another figure, a blank, a word of another sheet, what stands elsewhere in the column. */
const written = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom("more", "tenThousandfold", "hundredth", "negative", "asText") },
  { weight: 3, arbitrary: fc.nat().map((at) => ({ sameColumn: at })) },
  { weight: 2, arbitrary: fc.nat().map((at) => ({ value: values[at % values.length] ?? null })) },
  {
    weight: 2,
    arbitrary: fc
      .constantFrom<CellValue>(null, 0, 0.96, "合计", "其中：", "同上", "待下达", "2000万", "一、就业", {
        error: "#REF!",
      })
      .map((value) => ({ value })),
  },
);
type Written = typeof written extends fc.Arbitrary<infer T> ? T : never;

function typed(what: Written, grid: Grid, row: number, column: number): CellValue {
  const before = valueAt(grid, row, column);
  if (typeof what === "object")
    return "value" in what ? what.value : valueAt(grid, what.sameColumn % grid.rows.length, column);
  if (typeof before !== "number") return before;
  if (what === "more") return before + 1;
  if (what === "tenThousandfold") return before * 10_000;
  if (what === "hundredth") return before / 100;
  return what === "negative" ? -before : `${before}`;
}

const steps = fc.array(fc.tuple(fc.nat(5), fc.nat(400), fc.nat(30), written, fc.boolean()), {
  minLength: 1,
  maxLength: 8,
});

function editOf(
  readings: readonly SheetReading[],
  file: string,
  step: [number, number, number, Written, boolean],
) {
  const [sheet, line, side, what, keepsFormula] = step;
  const grid = readings[sheet % readings.length]?.grid as Grid;
  const row = line % Math.max(1, grid.rows.length);
  const column = side % Math.max(2, grid.rows[row]?.length ?? 0);
  const formula = formulaAt(grid, row, column);
  const kept = formula === undefined ? {} : { formula };
  return {
    kind: "setCell",
    at: cellPlace(file, grid.name, cellRef(row, column)),
    before: { value: valueAt(grid, row, column), ...kept },
    after: { value: typed(what, grid, row, column), ...(keepsFormula ? kept : {}) },
  } satisfies Edit;
}

/** The context of a check: nothing, the month, the sheets themselves as ledger and last month, or an explanation. */
function contextOf(kind: string, { file, grids }: (typeof workbooks)[number]) {
  const readings = recogniseWorkbook(grids, file);
  const period = { period: "2016-10" };
  if (kind === "beside")
    return {
      ...period,
      ledger: recogniseWorkbook(grids, "台账.xlsx"),
      last: recogniseWorkbook(grids, "上月.xlsx"),
    };
  const [found] = check(readings, period);
  if (kind !== "explained" || !found) return kind === "alone" ? {} : period;
  const said = { reason: "已与主管部门核实", by: "王某", day: "2016-10-25" };
  return { ...period, settings: explain(noSettings, found, readings, said) };
}

test("各种表格上随意改几格：再查与从头查一样，增减也对得上", () =>
  fc.assert(
    fc.property(
      fc.constantFrom(...workbooks),
      fc.constantFrom("alone", "month", "beside", "explained"),
      steps,
      (workbook, kind, list) => {
        const { file } = workbook;
        const context = contextOf(kind, workbook);
        let checking = startChecking(workbook.grids, file, context);
        for (const step of list) {
          const before = checking.findings;
          checking = checking.update([editOf(checking.readings, file, step)]);
          const grids = checking.readings.map(({ grid }) => grid);
          const readings = recogniseWorkbook(grids, file);
          expect(checking.readings).toEqual(readings);
          expect(checking.findings).toEqual(check(readings, context));
          const { added, removed } = checking.changes;
          const kept = before.filter((one) => !removed.some((other) => same(one, other)));
          expect([...kept, ...added].map(key).sort()).toEqual(checking.findings.map(key).sort());
        }
      },
    ),
    { numRuns: 100 },
  ));

const key = (one: unknown): string => JSON.stringify(one);
const same = (a: unknown, b: unknown): boolean => key(a) === key(b);
