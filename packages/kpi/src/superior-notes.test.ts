import { decimal } from "@taizhang/quantity";
import { describe, expect, test } from "vitest";
import { explainCell } from "./explain/cell.ts";
import { explainTarget } from "./explain/task.ts";
import { rollUp } from "./roll-up.ts";
import { sayNote } from "./say-note.ts";
import { cellOf, figuresOf, type Row } from "./testing/figures.ts";

const period = "2026-10";
const row = (org: string, actual: string | null, more: Partial<Row> = {}): Row => ({
  org,
  division: org,
  period,
  target: "400",
  actual,
  ...more,
});
const above = (org: string, actual: string): Row =>
  row(org, actual, { standing: "superior", file: "全市.xlsx", target: null });
const notesIn = (rows: readonly Row[], key = {}) =>
  cellOf(rollUp(figuresOf(rows), { by: ["division"], period }), key)
    .notes.filter(({ code }) => code === "superiorDiffers")
    .map(({ args }) => args);

describe("上级的数与本单位的不符，在上面各级的格里也写明", () => {
  const own = [row("甲县", "300"), row("乙区", "200")];
  test("合计仍按本单位的，写明是哪一家、两个数各是多少", () => {
    const rows = [...own, above("甲县", "303"), above("乙区", "200")];
    expect(notesIn(rows)).toEqual([{ org: "甲县", by: "", reported: "303", used: "300", difference: "3" }]);
    const cell = cellOf(rollUp(figuresOf(rows), { period }));
    expect(cell.actual).toBe("500");
    expect(cell.notes.map((note) => sayNote(note))).toContain(
      "甲县自己报的是300，上级的表里是303，相差3；以本单位填报为准计入，请核对。",
    );
  });
  test("只有这一家的格，差额已经写在上级数旁边，不再重复", () => {
    const rows = [...own, above("甲县", "303")];
    expect(notesIn(rows, { division: "甲县" })).toEqual([]);
    const cell = cellOf(rollUp(figuresOf(rows), { by: ["division"], period }), { division: "甲县" });
    expect([cell.parentReported, cell.difference]).toEqual(["303", "3"]);
  });
  test("相同的、在舍入之内的、本单位没有数的，不写", () => {
    const money = { indicator: "完成投资", unit: "元", power: 4 };
    const rounded = [row("甲县", "300.04", money), { ...above("甲县", "300.0"), ...money }];
    expect(notesIn([...rounded, row("乙区", "1", money)])).toEqual([]);
    expect(notesIn([row("甲县", null), row("乙区", "200"), above("甲县", "303")])).toEqual([]);
  });
  test("上级的数少的，差额是负数", () =>
    expect(notesIn([...own, above("甲县", "297")])).toEqual([
      { org: "甲县", by: "", reported: "297", used: "300", difference: "-3" },
    ]));
  test("写明是谁的表", () =>
    expect(notesIn([...own, { ...above("甲县", "303"), facts: { reporter: "甲市" } }])).toMatchObject([
      { by: "甲市" },
    ]));
  test("几项里有一项没有数的、单位换算不过来的，没有可比的数，不写", () => {
    const two = [row("甲县", null, { taskId: "1" }), row("甲县", "200", { taskId: "2" })];
    expect(notesIn([...two, row("乙区", "200"), above("甲县", "303")])).toEqual([]);
    expect(notesIn([...own, { ...above("甲县", "303"), unit: "元" }])).toEqual([]);
    const differing = [row("甲县", "300"), row("乙区", "200", { unit: "元" })].map((one) => ({
      ...one,
      indicator: "补助",
    }));
    expect(notesIn([...differing, { ...above("甲县", "303"), indicator: "补助" }])).toEqual([]);
  });
});

test("目标清单里的一条，多带一个 measure 属性，仍是目标", () => {
  const figures = figuresOf([row("甲县", "300")]);
  const targets = figures.targets.map((one) => ({ ...one, measure: "cumulative" as const }));
  expect(rollUp({ ...figures, targets }, { period }).cells).toEqual(rollUp(figures, { period }).cells);
});

test("调整后的目标写明批准文号和原因", () => {
  const versions = [
    { from: "2026-07-01", value: decimal("320"), approval: "云政发〔2026〕12号", reason: "任务调整" },
  ];
  const figures = figuresOf([row("甲县", "300", { targetFacts: { versions } })]);
  const cell = cellOf(rollUp(figures, { period }));
  const said =
    "甲县的目标自2026年7月1日起调整为320（批准：云政发〔2026〕12号，原因：任务调整），本期采用调整后的目标。";
  expect(cell.notes.map((note) => sayNote(note))).toEqual([said]);
  expect(explainCell(cell)).toContain(said);
  const [target] = figures.targets;
  expect(target && JSON.stringify(explainTarget(target, period))).toContain("云政发〔2026〕12号");
});

describe("格的说明：至少、已报单位完成率、没有亮灯的原因", () => {
  const late = [
    row("甲县", "180"),
    row("乙区", "150", { period: "2026-09" }),
    row("乙区", null, { target: null }),
  ];
  test("至少的，写至少，旁边写已报单位完成率，并说明为什么没有亮灯", () => {
    const lines = explainCell(cellOf(rollUp(figuresOf(late), { period })));
    expect(lines).toContain("指标完成率：至少330÷800=41.25%。");
    expect(lines).toContain("已报单位完成率：45%，只按已报单位的目标和完成数计算。");
    expect(lines).toContain("亮灯：未报，没有报齐，已有的数还不到绿灯，报齐以后再定。");
    const english = explainCell(cellOf(rollUp(figuresOf(late), { period })), { lang: "en" });
    expect(english[0]).toMatch(/^Completion: at least 330÷800=41\.25%/);
    expect(english).toContain(
      "Completion of those that have reported: 45%, from their targets and actuals alone.",
    );
  });
  test.each<[string, Row, string]>([
    ["没有报", row("甲县", null), "亮灯：未报，本期没有可用的完成值。"],
    [
      "待下达",
      row("甲县", "5", { targetFacts: { status: "pending", value: undefined as never } }),
      "亮灯：待下达，目标还没有下达。",
    ],
    [
      "没有开始",
      row("甲县", "5", { targetFacts: { start: "2026-11-01" } }),
      "亮灯：未到节点，还没有到开始的时间。",
    ],
    [
      "期末才定",
      row("甲县", "5", { indicator: "生产安全事故起数", unit: "起", targetFacts: { bound: "le" } }),
      "亮灯：未到节点，到期末才能判定。",
    ],
  ])("%s", (_, one, says) => {
    expect(explainCell(cellOf(rollUp(figuresOf([one]), { period })))).toContain(says);
  });
  test("报齐了的，都不写", () => {
    const text = explainCell(cellOf(rollUp(figuresOf([row("甲县", "350")]), { period }))).join("");
    expect(text).not.toMatch(/至少|已报单位|未报/);
  });
});
