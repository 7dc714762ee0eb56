import { expect, test } from "vitest";
import { rollUp } from "./roll-up.ts";
import { cellOf, figuresOf, type Row } from "./testing/figures.ts";

const rows: Row[] = [
  { org: "子县", division: "子县", period: "2016-10", actual: "5", facts: { submitted: "2016-10-25" } },
  { org: "丑区", division: "丑区", period: "2016-10", actual: "7", facts: { submitted: "2016-10-26" } },
  { org: "寅县", division: "寅县", period: "2016-10", actual: null },
  { org: "卯区", division: "卯区", period: "2016-10", actual: "1" },
];

test("迟报的列出来，照样算实报；没有报出日期的不猜", () => {
  const rolled = rollUp(figuresOf(rows), { by: ["division"], due: "2016-10-25" });
  expect(cellOf(rolled)).toMatchObject({
    late: ["丑区"],
    reported: 3,
    expected: 4,
    missing: ["寅县"],
    actual: "13",
  });
  expect(cellOf(rolled, { division: "子县" }).late).toEqual([]);
  expect(cellOf(rolled, { division: "丑区" }).late).toEqual(["丑区"]);
});

/** 更正不算迟报；退回的不算报过。 */
test.each<[string, NonNullable<Row["facts"]>, NonNullable<Row["facts"]>, string, string[]]>([
  ["按时报了，过后更正", { submitted: "2016-10-20" }, { submitted: "2016-10-28" }, "12", []],
  ["两次都过了日子", { submitted: "2016-10-26" }, { submitted: "2016-10-28" }, "12", ["子县"]],
  [
    "按时报的被退回，过后重报",
    { submitted: "2016-10-20", state: "sentBack" },
    { submitted: "2016-10-28", state: "resubmitted" },
    "12",
    ["子县"],
  ],
  [
    "按时报的是空表",
    { submitted: "2016-10-20", value: { status: "missing" } },
    { submitted: "2016-10-28" },
    "12",
    ["子县"],
  ],
])("%s", (_, first, second, actual, late) => {
  const both: Row[] = [
    { org: "子县", period: "2016-10", actual: "10", facts: { version: 1, ...first } },
    { org: "子县", period: "2016-10", actual: "12", facts: { version: 2, ...second } },
  ];
  expect(cellOf(rollUp(figuresOf(both), { due: "2016-10-25" }))).toMatchObject({ actual, late });
});

test("没有给报送截止日，就不说迟报；只管所汇总的一期", () => {
  expect(cellOf(rollUp(figuresOf(rows)))).not.toHaveProperty("late");
  const rolled = rollUp(figuresOf([...rows, { org: "子县", period: "2016-09", actual: "4" }]), {
    by: ["period"],
    due: "2016-10-25",
  });
  expect(cellOf(rolled, { period: "2016-09" })).not.toHaveProperty("late");
  expect(cellOf(rolled, { period: "2016-10" }).late).toEqual(["丑区"]);
});
