import { type CellValue, gridOf, type SheetLayout } from "@taizhang/grid";
import { describe, expect, test } from "vitest";
import { collectLayouts, periodOfRegister, reportedBefore, sentBackBefore } from "./collect-layouts.ts";
import { collectReturns } from "./collect-returns.ts";
import { ledgerOf, returnOf, valuesOf } from "./testing/returned.ts";

const gridOfLayout = (layout: SheetLayout) => gridOf(layout.name, valuesOf(layout));

const ledger = ledgerOf([
  ["A1", "扩大就业", "城镇新增就业", "人", 1000, "区人社局"],
  ["A2", "养老", "养老床位", "张", 100, "区民政局"],
  ["A3", "修路", "农村公路", "公里", 20, "区交通局"],
]);

test("上次已收的单位，这次只给重报的表也不算未报；退回没有重报的照旧", () => {
  const civil = returnOf("区民政局", [["A2", "养老", "养老床位", "张", 100, 5, 50, "已办"]]);
  const roads = returnOf("区交通局", [["A3", "修路", "农村公路", "公里", 200, 1, 10, "已办"]]);
  const jobs = returnOf("区人社局", [["A1", "扩大就业", "城镇新增就业", "人", 999, 50, 500, "已办"]]);
  const first = collectReturns({ ledger, returns: [...civil, ...roads, ...jobs], period: "2016-10" });
  expect(first.register.map(({ org, state }) => `${org} ${state}`)).toEqual([
    "区人社局 sentBack",
    "区民政局 reported",
    "区交通局 sentBack",
  ]);
  const registers = collectLayouts(first, { linkTo: (file) => file }).register.map(gridOfLayout);
  const again = collectReturns({
    ledger,
    returns: returnOf("区人社局", [["A1", "扩大就业", "城镇新增就业", "人", 1000, 50, 500, "已办"]]),
    period: "2016-10",
    sentBack: sentBackBefore(registers),
    reported: reportedBefore(registers),
  });
  expect(again.register.map(({ org, state, answered, earlier }) => [org, state, answered, earlier])).toEqual([
    ["区人社局", "again", 1, false],
    ["区民政局", "reported", 1, true],
    ["区交通局", "sentBack", 0, false],
  ]);
  const [, reminder] = collectLayouts(again, { linkTo: (file) => file }).register.map(gridOfLayout);
  const named = JSON.stringify(reminder?.rows);
  expect(named).toContain("区交通局");
  expect(named).not.toContain("区民政局");
  const twice = collectLayouts(again, { linkTo: (file) => file }).register.map(gridOfLayout);
  expect([...reportedBefore(twice)].map(([org, { state }]) => `${org} ${state}`)).toEqual([
    "区人社局 again",
    "区民政局 reported",
  ]);
});

test.each([
  ["2016-10", undefined, { register: "2016年10月", same: true, earlier: false }, "reported"],
  ["2016-11", undefined, { register: "2016年10月", same: false, earlier: true }, "missing"],
  ["2016-09", undefined, { register: "2016年10月", same: false, earlier: false }, "missing"],
  [undefined, "2016年11月", { register: "2016年10月", same: true, earlier: false }, "missing"],
])("十月的登记，收%s的报表（报表是%s的）：别的期已报的不算已报", (period, of, told, state) => {
  const civil = returnOf("区民政局", [["A2", "养老", "养老床位", "张", 100, 5, 50, "已办"]]);
  const first = collectReturns({ ledger, returns: civil, period: "2016-10" });
  const registers = collectLayouts(first, { linkTo: (file) => file }).register.map(gridOfLayout);
  expect(periodOfRegister(registers, period)).toEqual(told);
  const next = collectReturns({
    ledger,
    returns: of
      ? returnOf("区人社局", [["A1", "扩大就业", "城镇新增就业", "人", 1000, 5, 500, "已办"]], { period: of })
      : [],
    ...(period ? { period } : {}),
    sentBack: sentBackBefore(registers),
    reported: reportedBefore(registers),
    registerOf: told.register,
  });
  expect(next.register.find(({ org }) => org === "区民政局")?.state).toBe(state);
});

test.each([
  ["2016-10-24", "于2016年10月25日前重新报送"],
  ["2016-10-28", "尽快重新报送"],
])("退回单在%s写：%s", (today, words) => {
  const returns = returnOf("区交通局", [["A3", "修路", "农村公路", "公里", 200, 1, 10, "已办"]]);
  const collected = collectReturns({ ledger, returns, period: "2016-10" });
  const { slips } = collectLayouts(collected, { due: "2016-10-25", today, linkTo: (file) => file });
  expect(JSON.stringify(slips[0]?.layout.rows)).toContain(words);
});

describe("上次登记时人工填写的内容", () => {
  const collect = (period: string, before?: SheetLayout[]) => {
    const collected = collectReturns({ ledger, returns: [], period });
    const grids = before?.map(gridOfLayout);
    return [
      ...collectLayouts(collected, { linkTo: (file) => file, ...(grids ? { before: grids } : {}) }).register,
    ];
  };
  /** The layout with what staff type: 内容 by heading, in the row of an org. */
  const typing = (
    layout: SheetLayout,
    org: string,
    words: Readonly<Record<string, CellValue>>,
  ): SheetLayout => {
    const values = valuesOf(layout);
    const head = values.find((row) => row.includes("单位")) ?? [];
    const rows = values.map((row) =>
      row[head.indexOf("单位")] === org
        ? head.map((heading, at) => words[`${heading}`] ?? row[at] ?? null)
        : row,
    );
    return { ...layout, rows };
  };
  const cellsOf = (layout: SheetLayout | undefined, org: string, ...headings: string[]) => {
    const values = layout ? valuesOf(layout) : [];
    const head = values.find((row) => row.includes("单位")) ?? [];
    const row = values.find((one) => one[head.indexOf("单位")] === org) ?? [];
    return headings.map((heading) => row[head.indexOf(heading)]);
  };
  const typed = {
    催报次数: 1,
    最近催报时间: "10月26日",
    联系人及电话: "张三 85281234",
    备注: "已答应周五报",
  };
  const first = () => {
    const [register, reminder] = collect("2016-10") as [SheetLayout, SheetLayout];
    return [
      typing(register, "区民政局", { 填报人: "李四", 备注: "电话催过" }),
      typing(reminder, "区民政局", { ...typed, 本年迟报次数: 2 }),
    ];
  };

  test("同一期再登记，照旧留着", () => {
    const [register, reminder] = collect("2016-10", first());
    expect(cellsOf(reminder, "区民政局", ...Object.keys(typed), "本年迟报次数")).toEqual([
      ...Object.values(typed),
      2,
    ]);
    expect(cellsOf(register, "区民政局", "填报人", "备注")).toEqual(["李四", "电话催过"]);
    expect(cellsOf(reminder, "区人社局", "催报次数", "备注")).toEqual([null, null]);
  });
  test("下一年只留联系人", () => {
    const [, reminder] = collect("2017-01", first());
    expect(cellsOf(reminder, "区民政局", "联系人及电话", "本年迟报次数")).toEqual(["张三 85281234", null]);
  });
  test("下一期只留联系人和本年迟报次数", () => {
    const [register, reminder] = collect("2016-11", first());
    expect(cellsOf(reminder, "区民政局", ...Object.keys(typed), "本年迟报次数")).toEqual([
      null,
      null,
      "张三 85281234",
      null,
      2,
    ]);
    expect(cellsOf(register, "区民政局", "填报人", "备注")).toEqual([null, null]);
  });
});
