import { say } from "@taizhang/finding";
import { type CellValue, contains, gridOf, parseRange } from "@taizhang/grid";
import fc from "fast-check";
import { expect, test } from "vitest";
import { check } from "./check.ts";
import { recogniseSheet } from "./recognise/recognise.ts";
import { gridOfExample, readingOfExample } from "./rules/example-readings.ts";
import { rules } from "./rules/rules.ts";
import type { SheetReading } from "./table.ts";

const examples = rules.flatMap(({ code, examples }) => examples.map((example) => ({ code, example })));

test("先A后B，再按代码、文件、表、行列；换个次序给文件，结果不变", () => {
  const readings = examples
    .slice(0, 120)
    .map(({ example }, index) =>
      readingOfExample({ ...example, file: `${String(index).padStart(3, "0")}.xlsx` }),
    );
  const found = check(readings);
  expect(found.length).toBeGreaterThan(40);
  expect(found.map(({ severity }) => severity).join("")).toMatch(/^A+B+C+D+$/);
  expect(check([...readings].reverse())).toEqual(found);
});

test("一表只有一个指标，误列了一个区两次：只报重复", () => {
  const found = check([
    readingOfExample({
      rows: [
        ["长春市2016年10月城镇新增就业完成情况"],
        ["地区", "计量单位", "年度目标", "累计完成"],
        ["全市", "人", 600, 500],
        ["南关区", "人", 300, 260],
        ["南关区", "人", 300, 240],
      ],
    }),
  ]);
  expect(
    found.filter(({ severity }) => severity === "A" || severity === "B").map(({ code }) => code),
  ).toEqual(["S07"]);
});

test("空的、认不出的表没有问题可报", () => {
  expect(check([])).toEqual([]);
  expect(check([recogniseSheet(gridOf("空", []), "空.xlsx")])).toEqual([]);
  expect(
    check([
      recogniseSheet(
        gridOf("通讯录", [
          ["姓名", "电话"],
          ["张三", "13800000000"],
        ]),
        "a.xlsx",
      ),
    ]),
  ).toEqual([]);
});

test("每个问题都能说成一句话，事实可以写成JSON", () => {
  const found = examples.flatMap(({ example }) => check([readingOfExample(example)]));
  for (const one of found) {
    expect(say(one).replace(/“[^”]*”/g, "“”")).toMatch(/^[^。]+。$/);
    expect(say(one, "en")).toMatch(/\.$/);
    expect(JSON.parse(JSON.stringify(one))).toEqual(one);
  }
});

const odd: fc.Arbitrary<CellValue> = fc.oneof(
  fc.constantFrom<CellValue>(
    null,
    "",
    " ",
    "—",
    "**",
    "#REF!",
    "1e309",
    "-0",
    "９９",
    "1,2,3",
    "=1+1",
    "__proto__",
    "合计",
    "小计",
    "其中：",
    "任务名称",
    "年度目标",
    "2016年13月",
    "月",
    "%",
    "0%",
    "1-",
    "-1-1",
    "8-5",
    "\u202e倒",
    "x".repeat(32_767),
    "（",
    "、、、",
    true,
    false,
    0,
    -1,
    1e21,
    1e-9,
    42551,
    0.1 + 0.2,
    Number.NaN,
    Number.POSITIVE_INFINITY,
    { error: "#DIV/0!" },
  ),
  fc.double(),
  fc.string({ unit: "binary", maxLength: 12 }),
);

/** Real sheets with cells changed at random: nothing may crash, and each finding lies on the sheet. */
test("随机改动之后不出错，问题都落在表内", () =>
  fc.assert(
    fc.property(
      fc.constantFrom(...examples),
      fc.array(fc.tuple(fc.nat(12), fc.nat(9), odd), { minLength: 1, maxLength: 12 }),
      ({ example }, changes) => {
        const grid = gridOfExample(example);
        const rows = grid.rows.map((row) => [...(row ?? [])]);
        for (const [row, column, value] of changes) {
          const line = rows[row % rows.length];
          if (line) line[column] = value;
        }
        const changed = { ...grid, rows };
        const reading: SheetReading = recogniseSheet(changed, "乱.xlsx");
        const context = { ledger: [reading], last: [reading], period: "2016-10" };
        const whole = { top: 0, left: 0, bottom: rows.length - 1, right: 15 };
        for (const { at, related, fix } of check([reading], context))
          for (const place of [...at, ...related, ...(fix?.edits.map((edit) => edit.at) ?? [])]) {
            if (place.kind !== "cell") continue;
            const range = parseRange(place.ref);
            expect(
              range && contains(whole, range.top, range.left) && contains(whole, range.bottom, range.right),
              place.ref,
            ).toBe(true);
          }
      },
    ),
    { numRuns: 400 },
  ));
