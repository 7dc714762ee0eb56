import { type CellValue, gridOf, layoutCell } from "@taizhang/grid";
import { rollUp } from "@taizhang/kpi";
import { describe, expect, test } from "vitest";
import { check } from "../check.ts";
import { figuresOf } from "../facts/figures.ts";
import { recogniseWorkbook } from "../recognise/workbook.ts";
import type { SplitBy } from "../split/assignments.ts";
import { splitLedger } from "../split/split-ledger.ts";
import type { SheetReading } from "../table.ts";
import { collectReturns } from "./collect-returns.ts";
import { mergedSheet } from "./merged-sheet.ts";
import { returnOf } from "./testing/returned.ts";

const ledger = recogniseWorkbook(
  [
    gridOf("任务分解表", [
      ["南关区2016年目标任务分解表"],
      [
        ...["台账编号", "工作板块", "任务名称", "指标名称", "计量单位", "年度目标", "完成时限"],
        ...["街道（乡镇）", "牵头单位", "数据报送单位"],
      ],
      ["N-1", "一、创业就业", "就业", "城镇新增就业", "人", 100, "2016-12-31", "新春街道", "人社局", null],
      ["N-2", "一、创业就业", "助残", "残疾人就业", "人", 40, "2016-12-31", "新春街道", "残联", null],
      ["N-3", "一、创业就业", "就业", "城镇新增就业", "人", 60, "2016-12-31", "永吉街道", "人社局", null],
      [
        "N-4",
        "二、人居环境",
        "街路",
        "精品街路",
        "条",
        2,
        "2016-12-31",
        "永吉街道",
        "住建局、园林局",
        "园林局",
      ],
      [
        "N-5",
        "二、人居环境",
        "火灾防控",
        "隐患整改",
        "处",
        9,
        "2016-12-31",
        "永吉街道",
        "安监局",
        "公安分局",
      ],
    ]),
  ],
  "台账.xlsx",
);

/** What each row reports, by its number. */
const done: Readonly<Record<string, number>> = { "N-1": 25, "N-2": 8, "N-3": 12, "N-4": 1, "N-5": 3 };

/** The forms as they come back, each row filled in; `head` is written over the cell that says whose sheet it is. */
function filled(by: SplitBy, head?: (org: string) => string): readonly SheetReading[] {
  return splitLedger(ledger, { by, period: "2016-03" }).files.flatMap(({ org, layouts: [form] }) => {
    const rows: CellValue[][] = (form?.rows ?? []).map((row) => row.map((cell) => layoutCell(cell).value));
    const [, top, , header = []] = rows;
    if (top && head) top[0] = head(org);
    const at = header.indexOf("本年累计完成");
    for (const row of rows) if (done[`${row[0]}`] !== undefined) row[at] = done[`${row[0]}`] ?? null;
    return recogniseWorkbook([gridOf("月报表", rows)], `${org}.xlsx`, { targetsElsewhere: true });
  });
}

const totals = (returns: readonly SheetReading[], beside: readonly SheetReading[] | undefined = ledger) => {
  const { cells, counts } = rollUp(figuresOf(returns, beside ? { ledger: beside } : {}), {
    by: ["department"],
    period: "2016-03",
  });
  return {
    cells: cells.map(({ key, indicator, target, actual, reported, expected }) =>
      [key.department ?? "", indicator, target, actual, `${reported}/${expected}`].join(" "),
    ),
    counts: counts.map(({ key, total, unreported }) => [key.department ?? "", total, unreported].join(" ")),
  };
};

describe.each(["program", "town"] as const)("按%s下发、填报、收回", (by) => {
  test("每行写明归哪个单位；自查没有问题", () => {
    const returns = filled(by);
    expect(
      returns.map(({ tables: [table] }) => table?.columns.some(({ field }) => field === "lead")),
    ).toEqual([true, true]);
    expect(
      check(returns, { ledger, period: "2016-03" }).flatMap(({ severity, code, args }) =>
        severity < "C" ? [[code, args]] : [],
      ),
    ).toEqual([]);
  });
  test("收回来的行都计入", () => {
    const { rows, register } = collectReturns({ ledger, returns: filled(by), by, period: "2016-03" });
    expect(
      rows.map(({ row, answer }) => [row.id, answer?.entry.cells.get("actualCumulative")?.value]),
    ).toEqual(Object.entries(done));
    expect(register.map(({ state, answered, expected }) => [state, answered === expected])).toEqual([
      ["reported", true],
      ["reported", true],
    ]);
  });
  test("汇总与按单位下发的一样，一家一家都一样", () => {
    expect(totals(filled(by))).toEqual(totals(filled("lead")));
    expect(totals(filled(by)).cells).toContain("人社局 城镇新增就业 160 37 2/2");
  });
});

test.each([
  ["只有合并表", undefined],
  ["另有台账", ledger],
])("合并表里有地区，各地区的合计不丢（%s）", (_, beside) => {
  const collected = collectReturns({ ledger, returns: filled("town"), by: "town", period: "2016-03" });
  const merged = mergedSheet(collected);
  const rows = merged.rows.map((row) => row.map((cell) => layoutCell(cell).value));
  const readings = recogniseWorkbook([gridOf(merged.name, rows)], "收件登记.xlsx");
  const { cells } = rollUp(figuresOf(readings, beside ? { ledger: beside } : {}), { by: ["division"] });
  const shown = cells.flatMap(({ key, indicator, target, actual }) =>
    indicator === "城镇新增就业" ? [`${key.division ?? ""} ${target} ${actual}`] : [],
  );
  expect(shown).toEqual([" 160 37", "新春街道 100 25", "永吉街道 60 12"]);
});

test("填报单位一栏写的是板块（以前下发的表）：行归台账里的单位，不多出一份目标", () => {
  const old = filled("program", (org) => `填报单位（盖章）：${org}`);
  expect(totals(old)).toEqual(totals(filled("lead")));
});

describe("别的单位的行抄进了自己的报表", () => {
  const plan = recogniseWorkbook(
    [
      gridOf("台账", [
        ["台账编号", "任务名称", "计量单位", "年度目标", "牵头单位", "数据报送单位"],
        ["N-1", "新建养老中心", "个", 10, "民政局", null],
        ["N-2", "新配应急药箱社区", "个", 57, "红十字会", null],
        ["N-3", "火灾隐患整改", "处", 9, "安监局", "民政局"],
        ["N-4", "志愿服务活动", "场", 20, "各部门", null],
      ]),
    ],
    "台账.xlsx",
  );
  const row = (id: string, task: string, unit: string, target: number, actual: number) => [
    ...[id, task, task, unit, target, null, actual, "按计划推进"],
  ];
  const own = row("N-1", "新建养老中心", "个", 10, 3);
  const copied = row("N-2", "新配应急药箱社区", "个", 57, 25);
  const returned = (...rows: CellValue[][]) => returnOf("民政局", rows, { period: "2016年3月" });

  test("对方没有报：不计入，目标只算一次，列为未报，指出这一行", () => {
    const returns = returned(own, copied);
    expect(totals(returns, plan).cells).toContain("红十字会 新配应急药箱社区 57  0/1");
    expect(totals(returns, plan).cells).toContain("民政局 新建养老中心 10 3 1/1");
    expect(check(returns, { ledger: plan }).filter(({ code }) => code === "C03")).toMatchObject([
      { severity: "B", args: { task: "新配应急药箱社区", sentTo: "红十字会" }, at: [{ ref: "B4" }] },
    ]);
    const collected = collectReturns({ ledger: plan, returns, period: "2016-03" });
    expect(collected.findings.filter(({ code }) => code === "C03")).toHaveLength(1);
  });
  test("对方报了：计对方的数", () => {
    const other = returnOf("红十字会", [row("N-2", "新配应急药箱社区", "个", 57, 20)], {
      period: "2016年3月",
    });
    expect(totals([...returned(own, copied), ...other], plan).cells).toContain(
      "红十字会 新配应急药箱社区 57 20 1/1",
    );
  });
  test.each([
    ["由本单位报送数据的", row("N-3", "火灾隐患整改", "处", 9, 4), "安监局 火灾隐患整改 9 4 1/1"],
    ["各部门都报的", row("N-4", "志愿服务活动", "场", 20, 6), "各部门 志愿服务活动"],
  ])("%s照计，不提", (_, mine, cell) => {
    const returns = returned(own, mine);
    expect(totals(returns, plan).cells.some((one) => one.startsWith(cell))).toBe(true);
    expect(check(returns, { ledger: plan }).filter(({ code }) => code === "C03")).toEqual([]);
  });
});
