import type { Finding } from "@taizhang/finding";
import { type CellValue, cellRef, type Grid, gridOf } from "@taizhang/grid";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { applyEdits } from "./apply-edits.ts";
import { check } from "./check.ts";
import { recogniseSheet } from "./recognise/recognise.ts";
import { gridOfExample } from "./rules/example-readings.ts";
import { rules } from "./rules/rules.ts";

type Rows = CellValue[][];
const file = "报表.xlsx";
const checked = (...grids: readonly Grid[]): Finding[] =>
  check(grids.map((grid) => recogniseSheet(grid, file)));
const keyOf = ({ code, at: [place] }: Finding): string =>
  `${code} ${place?.kind === "cell" ? `${place.sheet} ${place.ref}` : ""}`;
const serious = (found: readonly Finding[]): string[] =>
  found.filter(({ severity }) => severity === "A" || severity === "B").map(keyOf);

/** A clean return: C unit, D target, E last, F month, G cumulative, H rate, I lead, J deadline, K status. */
const first = 3;
const returnOf = (figures: readonly (readonly [number, number, number])[]): Rows => [
  ["2016年10月部门月报表"],
  ["填报单位：区民政局"],
  [
    "序号",
    "任务名称",
    "计量单位",
    "年度目标",
    "上月累计",
    "本月完成",
    "本年累计完成",
    "指标完成率（%）",
    "牵头单位",
    "完成时限",
    "办理状态",
  ],
  ...figures.map(([target, last, month], index) => [
    index + 1,
    `${["新增就业", "培训农民", "新建公厕", "改造户厕", "修建村道"][index % 5]}第${"甲乙丙丁戊己庚辛壬癸"[index % 10]}${"一二三四五六七八九"[Math.floor(index / 10)]}批`,
    ["人", "人次", "座", "户", "公里"][index % 5] ?? "",
    target,
    last,
    month,
    last + month,
    Math.round(((last + month) / target) * 1000) / 10,
    ["区民政局", "区教育局", "区住建局", "区农业局"][index % 4] ?? "",
    "12月底前",
    "正常推进",
  ]),
];

const figures = fc.array(
  fc
    .integer({ min: 200, max: 9_000 })
    .chain((target) =>
      fc.tuple(
        fc.constant(target),
        fc.integer({ min: Math.ceil(target * 0.3), max: Math.floor(target * 0.6) }),
        fc.integer({ min: 11, max: Math.floor(target * 0.3) }),
      ),
    ),
  { minLength: 4, maxLength: 30 },
);

/** A mistake: what it does to a row, and the column of the cell where it must be found. */
interface Mistake {
  readonly code: string;
  readonly column: number;
  readonly plant: (row: CellValue[]) => void;
  readonly fixable?: boolean;
}

const number = (value: CellValue | undefined): number => (typeof value === "number" ? value : 0);
const put =
  (column: number, value: (row: readonly CellValue[]) => CellValue) =>
  (row: CellValue[]): void => {
    row[column] = value(row);
  };
const mistakes: readonly Mistake[] = [
  { code: "V01", column: 6, plant: put(6, (row) => `${row[6]}`), fixable: true },
  { code: "V02", column: 6, plant: put(6, (row) => `${row[6]}${row[2]}`), fixable: true },
  { code: "V03", column: 2, plant: put(2, () => "") },
  {
    code: "V05",
    column: 7,
    plant: put(7, (row) => Math.round(number(row[7]) * 10) / 1000),
    fixable: true,
  },
  { code: "T01", column: 3, plant: put(3, () => null) },
  { code: "T03", column: 3, plant: put(3, () => "80-50") },
  { code: "U01", column: 8, plant: put(8, () => "区教育句"), fixable: true },
  { code: "D01", column: 9, plant: put(9, () => "月6月") },
  { code: "M01", column: 6, plant: put(5, (row) => number(row[5]) + 7) },
  { code: "M02", column: 7, plant: put(7, (row) => number(row[7]) + 7.3), fixable: true },
  { code: "M03", column: 10, plant: put(10, () => "已完成") },
  { code: "F03", column: 6, plant: put(6, () => ({ error: "#REF!" })) },
];

describe("放进一处差错", () => {
  test.each(mistakes.map((mistake) => [mistake.code, mistake] as const))(
    "%s：就在那一格，此外没有A、B",
    (_, { code, column, plant, fixable }) =>
      fc.assert(
        fc.property(figures, fc.nat(), (values, seed) => {
          const rows = returnOf(values);
          expect(serious(checked(gridOf("月报", rows)))).toEqual([]);
          const at = first + (seed % values.length);
          plant(rows[at] ?? []);
          const found = checked(gridOf("月报", rows));
          expect(serious(found)).toEqual([`${code} 月报 ${cellRef(at, column)}`]);
          expect(found[0]?.fix !== undefined).toBe(fixable === true);
        }),
        { numRuns: 25 },
      ),
  );

  test("重复的一行：S07在后一行", () =>
    fc.assert(
      fc.property(figures, fc.nat(), (values, seed) => {
        const rows = returnOf(values);
        const copy = [...(rows[first + (seed % values.length)] ?? [])];
        copy[0] = values.length + 1;
        rows.push(copy);
        expect(serious(checked(gridOf("月报", rows)))).toEqual([`S07 月报 ${cellRef(rows.length - 1, 1)}`]);
      }),
      { numRuns: 25 },
    ));
});

/** One indicator by counties, with its total and its rate. */
const counties = ["东坡区", "彭山区", "仁寿县", "洪雅县", "丹棱县", "青神县"];
const summaryOf = (values: readonly (readonly [number, number, number])[]): Rows => {
  const targets = values.reduce((sum, [target]) => sum + target, 0);
  const actuals = values.reduce((sum, [, last, month]) => sum + last + month, 0);
  const rate = (actual: number, target: number) => Math.round((actual / target) * 1000) / 10;
  return [
    ["区县", "指标名称", "计量单位", "年度目标", "累计完成", "完成率（%）"],
    ...values.map(([target, last, month], index): CellValue[] => [
      counties[index] ?? "",
      "城镇新增就业",
      "人",
      target,
      last + month,
      rate(last + month, target),
    ]),
    ["合计", "城镇新增就业", "人", targets, actuals, rate(actuals, targets)],
  ];
};
const byCounty = figures.map((values) => values.slice(0, 6));

describe("合计行", () => {
  test("合计差1人也要说；明细里的文本数字只说文本数字", () =>
    fc.assert(
      fc.property(byCounty, fc.nat(), fc.boolean(), (values, seed, text) => {
        const rows = summaryOf(values);
        expect(serious(checked(gridOf("汇总", rows)))).toEqual([]);
        const last = rows.length - 1;
        const total = rows[last] ?? [];
        const at = 1 + (seed % values.length);
        const detail = rows[at] ?? [];
        if (text) {
          // What the sheet's own SUM makes of a text: it leaves it out.
          total[4] = number(total[4]) - number(detail[4]);
          total[5] = Math.round((number(total[4]) / number(total[3])) * 1000) / 10;
          detail[4] = `${detail[4]}`;
          expect(serious(checked(gridOf("汇总", rows)))).toEqual([`V01 汇总 ${cellRef(at, 4)}`]);
        } else {
          total[3] = number(total[3]) + 1;
          expect(serious(checked(gridOf("汇总", rows)))).toEqual([`X01 汇总 ${cellRef(last, 3)}`]);
        }
      }),
      { numRuns: 50 },
    ));

  test("用AVERAGE平均完成率：只报X05", () =>
    fc.assert(
      fc.property(byCounty, (values) => {
        const rows = summaryOf(values);
        const last = rows.length - 1;
        const mean = rows.slice(1, last).reduce((sum, row) => sum + number(row[5]), 0) / values.length;
        (rows[last] ?? [])[5] = mean;
        const formulas = new Map([[last * 16_384 + 5, `AVERAGE(F2:F${last})`]]);
        expect(serious(checked(gridOf("汇总", rows, { formulas })))).toEqual([
          `X05 汇总 ${cellRef(last, 5)}`,
        ]);
      }),
      { numRuns: 25 },
    ));
});

describe("全部修正之后", () => {
  const settled = (grids: readonly Grid[]): void => {
    const before = checked(...grids);
    const edits = before.flatMap(({ fix }) => fix?.edits ?? []).filter(({ kind }) => kind !== "correct");
    const { grids: after, skipped } = applyEdits(grids, edits);
    expect(skipped).toEqual([]);
    const left = new Set(checked(...after).map(keyOf));
    const fixed = before.filter(({ fix }) => fix?.edits.every(({ kind }) => kind !== "correct"));
    expect(fixed.map(keyOf).filter((key) => left.has(key))).toEqual([]);
    const known = new Set(before.map(keyOf));
    expect([...left].filter((key) => !known.has(key))).toEqual([]);
  };

  test.each(
    rules.flatMap(({ code, examples }) =>
      examples
        .filter(
          ({ finds, ledger, last, beside, within }) =>
            finds.length > 0 && !ledger && !last && !beside && !within,
        )
        .map((example) => [`${code} ${example.title}`, example] as const),
    ),
  )("%s：不再出现，也没有新的", (_, example) => settled([gridOfExample(example)]));

  /** Found at random, kept: rows of figures, and mistakes with the row that each is planted in. */
  test.each<[string, (readonly [row: number, code: string])[]]>([
    [
      "小数的率无法复算，另一个要重算",
      [
        [2, "V05"],
        [0, "F03"],
        [0, "V05"],
        [2, "M02"],
      ],
    ],
    [
      "两个小数，一个要重算，一个目标写反",
      [
        [0, "V05"],
        [2, "V05"],
        [2, "M02"],
        [0, "T03"],
      ],
    ],
  ])("%s", (_, planted) => {
    const rows = returnOf(Array.from({ length: 4 }, () => [200, 60, 11] as const));
    for (const [row, code] of planted)
      mistakes.find((one) => one.code === code)?.plant(rows[first + row] ?? []);
    settled([gridOf("月报", rows)]);
  });

  test("随机放进几处差错", () =>
    fc.assert(
      fc.property(
        figures,
        fc.array(fc.tuple(fc.nat(), fc.constantFrom(...mistakes)), { maxLength: 8 }),
        (values, planted) => {
          const rows = returnOf(values);
          for (const [seed, { plant }] of planted) plant(rows[first + (seed % values.length)] ?? []);
          settled([gridOf("月报", rows)]);
        },
      ),
      { numRuns: 100 },
    ));
});
