import type { SheetLayout } from "@taizhang/grid";
import { expect, test } from "vitest";
import { collectLayouts } from "./collect-layouts.ts";
import { collectReturns } from "./collect-returns.ts";
import { ledgerOf, returnOf, valuesOf } from "./testing/returned.ts";

const ledger = ledgerOf([
  ["B1", "应急救护", "救护培训", "人次", 900, "区红十字会"],
  ["B2", "法律援助", "受理援助案件", "件", 120, "区司法局"],
  ["B3", "养老", "养老床位", "张", 100, "区民政局"],
]);

const training = ["B1", "应急救护", "救护培训", "人次", 900, 80, 700, "已办6期"];
const aid = ["B2", "法律援助", "受理援助案件", "件", 120, 10, 96, "已受理"];
const beds = ["B3", "养老", "养老床位", "张", 100, 5, 50, "已开床位"];

const textOf = (layout: SheetLayout) => JSON.stringify(valuesOf(layout));

test("交了上月的表：没有计入，退回；填报单位不在台账里：按任务的单位计入，退回核对；都开退回单，不再说没有收到", () => {
  const collected = collectReturns({
    ledger,
    returns: [
      ...returnOf("区红十字会", [training], { file: "红十字会.xlsx", period: "2016年9月" }),
      ...returnOf("城关司法所", [aid], { file: "司法局.xlsx" }),
      ...returnOf("区民政局", [beds], { file: "民政局.xlsx" }),
    ],
    period: "2016-10",
  });
  expect(
    collected.register.map(({ org, state, answered, files, refused }) => [
      org,
      state,
      answered,
      files,
      refused,
    ]),
  ).toEqual([
    ["区红十字会", "sentBack", 0, ["红十字会.xlsx"], true],
    ["区司法局", "sentBack", 1, ["司法局.xlsx"], false],
    ["区民政局", "reported", 1, ["民政局.xlsx"], false],
  ]);
  expect(collected.findings.map(({ code }) => code)).toEqual(["C06", "C06"]);
  expect(collected.rows.map(({ why }) => why)).toEqual(["missing", undefined, undefined]);
  const { register, slips } = collectLayouts(collected, { linkTo: (file) => file });
  expect(slips.map(({ org }) => org)).toEqual(["区红十字会", "区司法局"]);
  expect(slips.map(({ layout }) => textOf(layout)).join()).toContain("报告期是2016年9月");
  expect(textOf(register[0] as SheetLayout)).toContain("收到的表没有计入，见问题清单");
  expect(textOf(register[0] as SheetLayout)).toContain("应报3家，实报2家，未报1家");
});

test("另有对的一份：交错的那一份只列为问题，单位已报", () => {
  const collected = collectReturns({
    ledger,
    returns: [
      ...returnOf("区红十字会", [training], { file: "红十字会9月.xlsx", period: "2016年9月" }),
      ...returnOf("区红十字会", [training], { file: "红十字会10月.xlsx" }),
    ],
    period: "2016-10",
  });
  const [line] = collected.register;
  expect([line?.state, line?.answered, line?.files, line?.refused]).toEqual([
    "reported",
    1,
    ["红十字会10月.xlsx"],
    false,
  ]);
});

test("别的单位误交了一份：退给交表的单位，任务所属单位仍是未报，照旧催报", () => {
  const collected = collectReturns({
    ledger,
    returns: [
      ...returnOf("区民政局", [aid], { file: "民政局.xlsx" }),
      ...returnOf("区红十字会", [training], { file: "红十字会.xlsx" }),
    ],
    period: "2016-10",
  });
  expect(collected.register.map(({ org, state }) => `${org} ${state}`)).toEqual([
    "区红十字会 reported",
    "区司法局 missing",
    "区民政局 sentBack",
  ]);
  const { register } = collectLayouts(collected, { linkTo: (file) => file });
  const reminder = textOf(register[1] as SheetLayout);
  expect(["区司法局", "区民政局", "区红十字会"].map((org) => reminder.includes(org))).toEqual([
    true,
    true,
    false,
  ]);
});

test("目标是1—2个的，没有填数时照原样说目标", () => {
  const stations = ledgerOf([["B4", "康复", "新建社区康复站", "个", "1-2", "区残联"]]);
  const { findings } = collectReturns({
    ledger: stations,
    returns: returnOf("区残联", [["B4", "康复", "新建社区康复站", "个", "1-2", null, null, "选址"]], {
      file: "残联.xlsx",
    }),
    period: "2016-10",
  });
  expect(findings.map(({ code, args }) => [code, "target" in args && args.target])).toEqual([["M04", "1—2"]]);
});

test("一个文件里1月、2月、3月各一张表：计本月的，以前各期的只提示，不退回；只有以前的才是交错了", () => {
  const month = (period: string) =>
    returnOf("区民政局", [beds], { file: "民政局.xlsx", period }).map((reading) => ({
      ...reading,
      grid: { ...reading.grid, name: period },
      tables: reading.tables.map((table) => ({ ...table, grid: { ...table.grid, name: period } })),
    }));
  const collect = (...periods: string[]) => {
    const returns = periods.flatMap(month);
    const { findings, register, rows } = collectReturns({ ledger, returns, period: "2016-03" });
    const [line] = register.filter(({ org }) => org === "区民政局");
    return {
      found: findings.flatMap(({ code, severity }) => (code === "M04" ? [] : [`${code} ${severity}`])),
      state: line?.state,
      toCorrect: line?.toCorrect.length,
      counted: rows.at(-1)?.answer?.entry.table.grid.name,
    };
  };
  expect(collect("2016年1月", "2016年2月", "2016年3月")).toEqual({
    found: ["C06 D", "C06 D"],
    state: "reported",
    toCorrect: 0,
    counted: "2016年3月",
  });
  expect(collect("2016年1月", "2016年2月")).toMatchObject({ found: ["C06 A", "C06 A"], state: "sentBack" });
  expect(collect("2016年3月", "2016年4月")).toMatchObject({ found: ["C06 A"], counted: "2016年3月" });
});

test("一个文件里本月的表之外还有以后月份的空表：空表不算填报，也不算交错；不指定报告期的，按最后填了的一月", () => {
  const month = (period: string, row: readonly (string | number | null)[]) =>
    returnOf("区民政局", [row], { file: "民政局.xlsx", period }).map((reading) => ({
      ...reading,
      grid: { ...reading.grid, name: period },
      tables: reading.tables.map((table) => ({ ...table, grid: { ...table.grid, name: period } })),
    }));
  const blank = [...beds.slice(0, 5), null, null, null];
  const returns = [...month("2016年9月", beds), ...month("2016年10月", beds), ...month("2016年11月", blank)];
  for (const asked of [{}, { period: "2016-10" }]) {
    const { findings, register, rows, period } = collectReturns({ ledger, returns, ...asked });
    const [line] = register.filter(({ org }) => org === "区民政局");
    expect(findings.flatMap(({ code, severity }) => (code === "M04" ? [] : [`${code} ${severity}`]))).toEqual(
      ["C06 D", "C06 D"],
    );
    expect([period, line?.state, rows.at(-1)?.answer?.entry.table.grid.name]).toEqual([
      "2016-10",
      "reported",
      "2016年10月",
    ]);
  }
  const onlyBlank = collectReturns({ ledger, returns: month("2016年11月", blank), period: "2016-10" });
  expect(onlyBlank.findings.filter(({ severity }) => severity === "A")).toEqual([]);
  expect(onlyBlank.register.find(({ org }) => org === "区民政局")?.state).toBe("missing");
});
