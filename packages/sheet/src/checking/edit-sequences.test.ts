import { type CellValue, cellPlace, cellRef, type Edit, type Grid, gridOf, valueAt } from "@taizhang/grid";
import fc from "fast-check";
import { expect, test } from "vitest";
import { check } from "../check.ts";
import { recogniseWorkbook } from "../recognise/workbook.ts";
import { gridOfExample } from "../rules/example-readings.ts";
import { rules } from "../rules/rules.ts";
import { type Checking, startChecking } from "../start-checking.ts";

const file = "例.xlsx"; // as in the examples
const context = { period: "2016-10" };
const examples = rules.flatMap((rule) => rule.examples);

/** What somebody does to a sheet: which rows and columns, counted around its end, and the value. */
type Step = readonly [kind: (typeof kinds)[number], row: number, column: number, value: CellValue];
const kinds = [
  "set",
  "set",
  "set",
  "several",
  "unmerge",
  "insert",
  "remove",
  "hide",
  "merge",
  "format",
] as const;

const value: fc.Arbitrary<CellValue> = fc.oneof(
  { weight: 5, arbitrary: fc.integer({ min: -10, max: 3000 }) },
  {
    weight: 3,
    arbitrary: fc.constantFrom<CellValue>(null, 0, 0.96, 1.5, "1255", "33个", "—", "NG-001", "NG-002"),
  },
  {
    weight: 3,
    arbitrary: fc.constantFrom<CellValue>(
      "合计",
      "小计",
      "一、就业",
      "东坡区",
      "区人社局",
      "已完成",
      "同上",
      "城镇新增就业",
      "改造道路（公里）",
      "城镇登记失业率",
      "人",
      "公里",
      "(500)",
    ),
  },
);
const step: fc.Arbitrary<Step> = fc.tuple(fc.constantFrom(...kinds), fc.nat(14), fc.nat(9), value);

const kept = (grid: Grid, row: number, column: number) => {
  const formula = grid.formulas.get(row * 16_384 + column);
  return { value: valueAt(grid, row, column), ...(formula === undefined ? {} : { formula }) };
};

const setCell = (grid: Grid, row: number, column: number, after: CellValue): Edit => {
  const before = kept(grid, row, column);
  return {
    kind: "setCell",
    at: cellPlace(file, grid.name, cellRef(row, column)),
    before,
    after: { ...before, value: after },
  };
};

/** The sheet after a row was put in or taken out: what stood below moves, as Excel has it. */
function shifted(grid: Grid, at: number, by: 1 | -1): Grid {
  const rows = [...grid.rows];
  const formats = grid.rows.map((_, row) => grid.formats[row]);
  if (by === 1) {
    rows.splice(at, 0, grid.rows[at]);
    formats.splice(at, 0, grid.formats[at]);
  } else {
    rows.splice(at, 1);
    formats.splice(at, 1);
  }
  const moved = (row: number): number | undefined =>
    row < at ? row : by === -1 && row === at ? undefined : row + by;
  const formulas = new Map(
    [...grid.formulas].flatMap(([key, code]) => {
      const row = moved(Math.floor(key / 16_384));
      return row === undefined ? [] : [[row * 16_384 + (key % 16_384), code] as const];
    }),
  );
  const merges = grid.merges.flatMap((merge) => {
    const [top, bottom] = [moved(merge.top) ?? at, (moved(merge.bottom + 1) ?? at) - 1];
    return bottom < top || (bottom === top && merge.left === merge.right) ? [] : [{ ...merge, top, bottom }];
  });
  const hiddenRows = new Set([...grid.hiddenRows].flatMap((row) => moved(row) ?? []));
  return { ...grid, rows, formats, formulas, merges, hiddenRows };
}

const toggled = <T>(set: ReadonlySet<T>, one: T): Set<T> =>
  new Set(set.has(one) ? [...set].filter((other) => other !== one) : [...set, one]);

function taken(checking: Checking, grid: Grid, [kind, down, across, after]: Step): Checking {
  const row = down % Math.max(1, grid.rows.length);
  const column = across % Math.max(1, grid.rows[row]?.length ?? 1);
  if (kind === "set") return checking.update([setCell(grid, row, column, after)]);
  if (kind === "several") {
    const rows = [row, (row + 1) % grid.rows.length, (row + 3) % grid.rows.length];
    return checking.update([...new Set(rows)].map((one) => setCell(grid, one, column, after)));
  }
  if (kind === "unmerge") {
    const merge = grid.merges[down % Math.max(1, grid.merges.length)];
    if (!merge) return checking;
    const ref = `${cellRef(merge.top, merge.left)}:${cellRef(merge.bottom, merge.right)}`;
    const before = { value: valueAt(grid, merge.top, merge.left) };
    return checking.update([{ kind: "unmergeFill", at: cellPlace(file, grid.name, ref), before }]);
  }
  if (kind === "insert") return checking.replace([shifted(grid, row, 1)]);
  if (kind === "remove") return grid.rows.length < 2 ? checking : checking.replace([shifted(grid, row, -1)]);
  if (kind === "hide") return checking.replace([{ ...grid, hiddenRows: toggled(grid.hiddenRows, row) }]);
  if (kind === "merge") {
    const merge = { top: row, bottom: Math.min(row + 1, grid.rows.length - 1), left: column, right: column };
    const meets = grid.merges.some(
      ({ top, bottom, left, right }) =>
        top <= merge.bottom && bottom >= row && left <= column && right >= column,
    );
    return meets || merge.top === merge.bottom
      ? checking
      : checking.replace([{ ...grid, merges: [...grid.merges, merge] }]);
  }
  const formats = grid.rows.map((_, at) => (at === row ? [...(grid.formats[at] ?? [])] : grid.formats[at]));
  const own = [...(formats[row] ?? [])];
  own[column] = "0.0%";
  formats[row] = own;
  return checking.replace([{ ...grid, formats }]);
}

/** The findings of now are those before without the removed and with the added ones, the same objects. */
function expectChanges(before: Checking, now: Checking): void {
  const left = new Set(before.findings);
  for (const one of now.changes.removed) expect(left.delete(one)).toBe(true);
  for (const one of now.changes.added) left.add(one);
  expect(left).toEqual(new Set(now.findings));
  expect(now.findings.every((one) => left.has(one))).toBe(true);
}

const whole = (checking: Checking) =>
  check(
    recogniseWorkbook(
      checking.readings.map(({ grid }) => grid),
      file,
    ),
    context,
  );

test("改值、批量改、拆合并、插行、删行、隐藏行、合并、改格式，一步一步都与从头查一样", () =>
  fc.assert(
    fc.property(
      fc.constantFrom(...examples),
      fc.array(step, { minLength: 1, maxLength: 8 }),
      (example, steps) => {
        const start = startChecking([gridOfExample(example)], file, context);
        const atFirst = JSON.stringify(start.findings);
        let checking = start;
        for (const one of steps) {
          const [reading] = checking.readings;
          if (!reading) return;
          const next = taken(checking, reading.grid, one);
          expect(next.findings).toEqual(whole(next));
          if (next !== checking) expectChanges(checking, next);
          checking = next;
        }
        // What stood before the changes is as it was.
        expect(JSON.stringify(start.findings)).toBe(atFirst);
        expect(whole(start)).toEqual(start.findings);
      },
    ),
    { numRuns: 120 },
  ));

/** A long sheet in which most rows have findings: a person with a half, and a text for a number. */
const longSheet = (count: number): Grid =>
  gridOf("台账", [
    ["台账编号", "任务名称", "计量单位", "年度目标", "累计完成", "责任单位"],
    ...Array.from({ length: count }, (_, at) => [
      `NG-${at}`,
      `任务${at}`,
      "人",
      at % 3 === 0 ? `${at + 5}` : at + 5.5,
      at % 2 === 0 ? at + 0.5 : at,
      "区人社局",
    ]),
  ]);

test("一千多条问题的长表改上几百次，一次改上千格，仍与从头查一样", () => {
  const grid = longSheet(900);
  let checking = startChecking([grid], file, context);
  expect(checking.findings.length).toBeGreaterThan(1_200);
  const edit = (edits: (grid: Grid) => Edit[]): void => {
    const [reading] = checking.readings;
    const next = checking.update(edits(reading?.grid ?? grid));
    expectChanges(checking, next);
    checking = next;
  };
  for (let at = 0; at < 260; at++) {
    const row = 1 + ((at * 37) % 900);
    const column = [3, 4, 1, 0][at % 4] ?? 3;
    const after = column > 2 ? (at % 3 === 0 ? at + 0.5 : at) : `改${at % 50}`;
    edit((now) => [setCell(now, row, column, after)]);
    if (at % 65 === 64) expect(checking.findings).toEqual(whole(checking));
  }
  edit((now) => Array.from({ length: 880 }, (_, at) => setCell(now, at + 1, 3, at + 7)));
  expect(checking.findings).toEqual(whole(checking));
  edit((now) => Array.from({ length: 300 }, (_, at) => setCell(now, at * 3 + 1, 4, `${at}`)));
  expect(checking.findings).toEqual(whole(checking));
});
