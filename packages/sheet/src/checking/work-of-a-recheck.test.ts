import { type CellValue, cellPlace, cellRef, type Grid, gridOf, valueAt } from "@taizhang/grid";
import { expect, test } from "vitest";
import { startChecking } from "../start-checking.ts";

const file = "报表.xlsx";
const header = [
  "台账编号",
  "序号",
  "工作板块",
  "任务名称",
  "指标名称",
  "计量单位",
  "年度目标",
  "上月累计",
  "本月完成",
  "本年累计完成",
  "上年同期累计",
  "牵头单位",
  "完成时限",
  "工作进展",
  "办理状态",
];
const leads = ["区人社局", "区民政局", "区教育局", "区住建局", "区卫健局"];

const rowOf = (at: number): CellValue[] => [
  `NG-${at}`,
  at + 1,
  `板块${at % 9}`,
  `任务${at}`,
  `指标${at}`,
  "人",
  1000 + (at % 700),
  300,
  20 + (at % 13),
  320 + (at % 13),
  310,
  leads[at % 5] ?? null,
  "2016年12月底前",
  `第${at}项已办`,
  "正常推进",
];

/** A clean report of so many rows that counts which of its rows are looked into. */
function watched(count: number): { grid: Grid; looked: Set<number> } {
  const looked = new Set<number>();
  const plain = gridOf("2016年10月", [
    ["填报单位：南关区人社局"],
    header,
    ...Array.from({ length: count }, (_, at) => rowOf(at)),
  ]);
  const rows = plain.rows.map(
    (row, at) =>
      row &&
      new Proxy(row, {
        get: (target, key, receiver) => {
          if (typeof key === "string" && /^\d+$/.test(key)) looked.add(at);
          return Reflect.get(target, key, receiver);
        },
      }),
  );
  return { grid: { ...plain, rows }, looked };
}

/** How many rows a check looks into after each of a few edits of a column, the first ones left out: they make indexes. */
function rowsLookedInto(count: number, header: number, change: (value: CellValue) => CellValue): number {
  const { grid, looked } = watched(count);
  let checking = startChecking([grid], file, { period: "2016-10" });
  let most = 0;
  for (let edit = 0; edit < 6; edit++) {
    const row = 120 + edit * 37;
    looked.clear();
    const [reading] = checking.readings;
    const value = valueAt(reading?.grid ?? grid, row, header);
    checking = checking.update([
      {
        kind: "setCell",
        at: cellPlace(file, grid.name, cellRef(row, header)),
        before: { value },
        after: { value: change(value) },
      },
    ]);
    if (edit > 1) most = Math.max(most, looked.size);
  }
  return most;
}

const changed = (value: CellValue): CellValue => (typeof value === "number" ? value + 1 : `${value}改`);

/** Numbers run through a table, and a name of an org is looked for in all of it. */
const ofTheTable: ReadonlySet<string> = new Set(["序号", "牵头单位"]);
const ofRows = header.flatMap((name, column) => (ofTheTable.has(name) ? [] : [[name, column] as const]));

/** The row, its neighbours, and where the header is looked for. */
const few = 8;

test.each(ofRows)("改一格“%s”，再查只看几行，表再长也一样", (_, column) => {
  expect(rowsLookedInto(400, column, changed)).toBeLessThanOrEqual(few);
  expect(rowsLookedInto(1_600, column, changed)).toBeLessThanOrEqual(few);
});

test("改动一处要看全表的，数得出来", () => {
  const numbers = header.indexOf("序号");
  expect(rowsLookedInto(400, numbers, changed)).toBeGreaterThan(few);
});
