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

test("没有给报送截止日，就不说迟报；只管所汇总的一期", () => {
  expect(cellOf(rollUp(figuresOf(rows)))).not.toHaveProperty("late");
  const rolled = rollUp(figuresOf([...rows, { org: "子县", period: "2016-09", actual: "4" }]), {
    by: ["period"],
    due: "2016-10-25",
  });
  expect(cellOf(rolled, { period: "2016-09" })).not.toHaveProperty("late");
  expect(cellOf(rolled, { period: "2016-10" }).late).toEqual(["丑区"]);
});
