import fc from "fast-check";
import type { Row } from "./figures.ts";

/** Whole numbers, ties and zeros often, two decimals sometimes, negatives where asked. */
const amount = (negative: boolean) =>
  fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom("0", "1", "5", "5", "10", "100") },
    { weight: 3, arbitrary: fc.integer({ min: negative ? -9999 : 0, max: 9999 }).map(String) },
    {
      weight: 2,
      arbitrary: fc
        .tuple(fc.integer({ min: negative ? -999 : 0, max: 999 }), fc.integer({ min: 1, max: 9 }))
        .map(([whole, tenth]) => `${whole}.${tenth}`),
    },
    { weight: 1, arbitrary: fc.constantFrom("123456789012.345678", "0.0000001") },
  );

const actual = (negative: boolean) =>
  fc.oneof(
    { weight: 6, arbitrary: amount(negative) },
    { weight: 2, arbitrary: fc.constant(null) },
    { weight: 1, arbitrary: fc.constantFrom("—", "?", "=") },
  );

/** Indicators that add, with their unit; 净增 may be negative. */
export const adding = [
  { indicator: "城镇新增就业", unit: "人" },
  { indicator: "完成投资", unit: "元" },
  { indicator: "常住人口", unit: "人" },
  { indicator: "生产安全事故起数", unit: "起" },
  { indicator: "净增企业", unit: "家" },
] as const;
export const notAdding = [
  { indicator: "城镇登记失业率", unit: "%" },
  { indicator: "人均绿地", unit: "平方米" },
] as const;

const indicators = [...adding, ...notAdding];
const orgs = ["子县", "丑区", "寅县", "卯区", "辰县"];
const leads = ["甲局", "乙局", "丙局"];

/** A row of an org's own return, now and then repeated, in another unit, for another month, or of a joint task. */
const own = fc.constantFrom(...indicators).chain(({ indicator, unit }) =>
  fc.record(
    {
      org: fc.constantFrom(...orgs),
      indicator: fc.constant<string>(indicator),
      unit: fc.constant<string>(unit),
      power: unit === "元" || unit === "人" ? fc.constantFrom(0, 0, 4) : fc.constant(0),
      target: fc.option(amount(indicator === "净增企业"), { freq: 4 }),
      actual: actual(indicator === "净增企业"),
      period: fc.constantFrom("2016-10", "2016-10", "2016-10", "2016-09", "2016-08"),
      measure: fc.constantFrom("cumulative" as const, "cumulative" as const, "inPeriod" as const),
      program: fc.constantFrom("就业", "教育"),
      taskId: fc.constantFrom("1", "1", "1", "2"),
    },
    {
      requiredKeys: ["org", "indicator", "unit", "power", "actual", "period", "measure", "program", "taskId"],
    },
  ),
);

const joint = fc
  .record({
    leads: fc.subarray(leads, { minLength: 2 }),
    reports: fc.array(actual(false), { minLength: 3, maxLength: 3 }),
    target: amount(false),
    taskId: fc.constantFrom("91", "92"),
  })
  .map(({ leads: names, reports, target, taskId }) =>
    names.map(
      (org, index): Row => ({
        org,
        departments: names,
        indicator: "改造老旧小区",
        unit: "个",
        taskId,
        period: "2016-10",
        program: "住房",
        target,
        actual: reports[index] ?? null,
      }),
    ),
  );

/** The place of each row is its own; `division` is the org. */
const placed = (rows: readonly Row[]): Row[] =>
  rows.map((row, line) => ({
    ...row,
    line,
    file: row.file ?? `${row.org}.xlsx`,
    ...(leads.includes(row.org) ? {} : { division: row.org }),
  }));

/** Rows of own returns alone. */
export const ownRows = fc.array(own, { minLength: 1, maxLength: 14 }).map((rows) => placed(rows as Row[]));

/** Own returns, joint tasks with the returns of all leads, and a superior's table over some of the orgs. */
export const allRows = fc
  .tuple(
    fc.array(own, { minLength: 1, maxLength: 12 }),
    fc.array(joint, { maxLength: 2 }),
    fc.array(own, { maxLength: 5 }),
    fc.array(fc.tuple(fc.constantFrom(...indicators), amount(false)), { maxLength: 2 }),
  )
  .map(([rows, jointRows, superior, totals]) =>
    placed([
      ...(rows as Row[]),
      ...jointRows.flat(),
      ...(superior as Row[]).map((row): Row => ({ ...row, standing: "superior", file: "全市.xlsx" })),
      ...totals.map(
        ([{ indicator, unit }, value]): Row => ({
          org: "全市",
          indicator,
          unit,
          actual: value,
          period: "2016-10",
          standing: "total",
          file: "全市.xlsx",
        }),
      ),
    ]),
  );
