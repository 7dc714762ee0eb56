import { type CellValue, gridOf, layoutCell, type SheetLayout } from "@taizhang/grid";
import { expect, test } from "vitest";
import { recogniseWorkbook } from "../recognise/workbook.ts";
import { collectLayouts } from "./collect-layouts.ts";
import { collectReturns } from "./collect-returns.ts";

const ledger = recogniseWorkbook(
  [
    gridOf("台账", [
      ["台账编号", "任务名称", "指标名称", "计量单位", "年度目标", "牵头单位"],
      ["B1", "应急救护", "救护培训", "人次", 900, "区红十字会"],
      ["B2", "法律援助", "受理援助案件", "件", 120, "区司法局"],
      ["B3", "养老", "养老床位", "张", 100, "区民政局"],
    ]),
  ],
  "台账.xlsx",
);

const returnOf = (file: string, org: string, period: string, row: readonly CellValue[]) =>
  recogniseWorkbook(
    [
      gridOf("月报表", [
        [`填报单位：${org}`, null, null, `报告期：${period}`],
        ["台账编号", "任务名称", "指标名称", "计量单位", "年度目标", "本月完成", "本年累计完成", "工作进展"],
        row,
      ]),
    ],
    file,
    { targetsElsewhere: true },
  );

const training = ["B1", "应急救护", "救护培训", "人次", 900, 80, 700, "已办6期"];
const aid = ["B2", "法律援助", "受理援助案件", "件", 120, 10, 96, "已受理"];
const beds = ["B3", "养老", "养老床位", "张", 100, 5, 50, "已开床位"];

const textOf = ({ rows }: SheetLayout) =>
  JSON.stringify(rows.map((row) => row.map((cell) => layoutCell(cell).value)));

test("交了上月的表、写成别的单位的表：没有计入，退回并开退回单，不再说没有收到", () => {
  const collected = collectReturns({
    ledger,
    returns: [
      ...returnOf("红十字会.xlsx", "区红十字会", "2016年9月", training),
      ...returnOf("司法局.xlsx", "城关司法所", "2016年10月", aid),
      ...returnOf("民政局.xlsx", "区民政局", "2016年10月", beds),
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
    ["区司法局", "sentBack", 0, ["司法局.xlsx"], true],
    ["区民政局", "reported", 1, ["民政局.xlsx"], false],
  ]);
  expect(collected.findings.map(({ code }) => code)).toEqual(["C06", "C06"]);
  expect(collected.rows.map(({ why }) => why)).toEqual(["missing", "missing", undefined]);
  const { register, slips } = collectLayouts(collected, { linkTo: (file) => file });
  expect(slips.map(({ org }) => org)).toEqual(["区红十字会", "区司法局"]);
  expect(slips.map(({ layout }) => textOf(layout)).join()).toContain("报告期是2016年9月");
  expect(textOf(register[0] as SheetLayout)).toContain("收到的表没有计入，见问题清单");
  expect(textOf(register[0] as SheetLayout)).toContain("应报3家，实报1家，未报2家");
});

test("另有对的一份：交错的那一份只列为问题，单位已报", () => {
  const collected = collectReturns({
    ledger,
    returns: [
      ...returnOf("红十字会9月.xlsx", "区红十字会", "2016年9月", training),
      ...returnOf("红十字会10月.xlsx", "区红十字会", "2016年10月", training),
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
      ...returnOf("民政局.xlsx", "区民政局", "2016年10月", aid),
      ...returnOf("红十字会.xlsx", "区红十字会", "2016年10月", training),
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
  const stations = recogniseWorkbook(
    [
      gridOf("台账", [
        ["台账编号", "任务名称", "指标名称", "计量单位", "年度目标", "牵头单位"],
        ["B4", "康复", "新建社区康复站", "个", "1-2", "区残联"],
      ]),
    ],
    "台账.xlsx",
  );
  const { findings } = collectReturns({
    ledger: stations,
    returns: returnOf("残联.xlsx", "区残联", "2016年10月", [
      "B4",
      "康复",
      "新建社区康复站",
      "个",
      "1-2",
      null,
      null,
      "选址",
    ]),
    period: "2016-10",
  });
  expect(findings.map(({ code, args }) => [code, "target" in args && args.target])).toEqual([["M04", "1—2"]]);
});
