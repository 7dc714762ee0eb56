import { inferIndicator } from "@taizhang/model";
import { describe, expect, test } from "vitest";
import type { Figures } from "./facts.ts";
import { rollUp } from "./roll-up.ts";
import { cellOf, figuresOf, type Row } from "./testing/figures.ts";

const parts = { numerator: "参保人数", denominator: "应参保人数" };
const p = { period: "2016-10" };
const top = (org: string, actual: string | null, more: Partial<Row> = {}): Row => ({
  org,
  indicator: "参保人数",
  unit: "人",
  actual,
  ...p,
  ...more,
});
const bottom = (org: string, actual: string | null, more: Partial<Row> = {}): Row => ({
  org,
  indicator: "应参保人数",
  unit: "人",
  actual,
  ...p,
  ...more,
});
const rate = (org: string, actual: string | null, more: Partial<Row> = {}): Row => ({
  org,
  indicator: "参保率",
  unit: "%",
  actual,
  ...p,
  ...more,
});

/** The figures of rows, with the parts of 参保率 known. */
function figures(rows: readonly Row[], unit = "%"): Figures {
  const all = figuresOf(rows.map((row, line) => ({ line, ...row })));
  const own = inferIndicator("参保率", unit, { ...parts, direction: "up" } as never);
  const known = <Fact extends { readonly indicator: { readonly name: string } }>(fact: Fact): Fact =>
    fact.indicator.name === "参保率"
      ? { ...fact, indicator: { ...own, ...parts, direction: "up" }, unit }
      : fact;
  return { tasks: [], targets: all.targets.map(known), observations: all.observations.map(known) };
}
const shown = (rows: readonly Row[], unit?: string, by: string[] = [], key = {}) => {
  const cell = cellOf(rollUp(figures(rows, unit), { by, ...p }), key, "参保率");
  const from = cell.notes.find(({ code }) => code === "fromParts");
  return [cell.actual, cell.completion, (from?.args as { orgs?: number } | undefined)?.orgs];
};
const both = [top("甲", "30"), bottom("甲", "40"), top("乙", "60"), bottom("乙", "200")];

describe("率由分子合计除以分母合计", () => {
  test.each<[string, Row[], unknown[]]>([
    ["两家齐全", [...both, rate("甲", "75"), rate("乙", "30")], ["37.5", null, 2]],
    ["只有一家填了率，另一家有分子分母", [...both, rate("甲", "75")], ["37.5", null, 2]],
    [
      "有上级目标，完成率按未进位的率算",
      [...both, rate("甲", "75"), rate("全市", "38", { standing: "total", target: "90" })],
      ["37.5", "0.416667", 2],
    ],
    [
      "三分之一，印六位",
      [
        top("甲", "1"),
        bottom("甲", "3"),
        rate("甲", "30", { target: "50" }),
        rate("乙", "30"),
        top("乙", "1"),
        bottom("乙", "3"),
      ],
      ["33.333333", null, 2],
    ],
    [
      "缺一家的分子，没有数",
      [
        top("甲", "30"),
        bottom("甲", "40"),
        top("乙", null),
        bottom("乙", "200"),
        rate("甲", "75"),
        rate("乙", "30"),
      ],
      [null, null, undefined],
    ],
    [
      "缺一家的分母，没有数",
      [
        top("甲", "30"),
        bottom("甲", "40"),
        top("乙", "60"),
        bottom("乙", null),
        rate("甲", "75"),
        rate("乙", "30"),
      ],
      [null, null, undefined],
    ],
    [
      "填了率的一家没有分子分母，没有数",
      [...both, rate("甲", "75"), rate("丙", "30")],
      [null, null, undefined],
    ],
    [
      "说不涉及这个率的一家，分子分母也不算",
      [...both, top("丙", "100"), bottom("丙", "100"), rate("甲", "75"), rate("乙", "30"), rate("丙", "—")],
      ["37.5", null, 2],
    ],
    [
      "只有分子的一家不算在内",
      [...both, top("丙", "9"), rate("甲", "75"), rate("乙", "30")],
      ["37.5", null, 2],
    ],
    [
      "只有分母的一家不算在内",
      [...both, bottom("丙", "9"), rate("甲", "75"), rate("乙", "30")],
      ["37.5", null, 2],
    ],
    [
      "分子读不出，没有数",
      [
        top("甲", "?"),
        bottom("甲", "40"),
        top("乙", "60"),
        bottom("乙", "200"),
        rate("甲", "75"),
        rate("乙", "30"),
      ],
      [null, null, undefined],
    ],
    [
      "分母合计为零，没有数",
      [
        top("甲", "3"),
        bottom("甲", "0"),
        top("乙", "3"),
        bottom("乙", "0"),
        rate("甲", "75"),
        rate("乙", "30"),
      ],
      [null, null, undefined],
    ],
    [
      "分子分母的单位换成同一个",
      [
        top("甲", "0.003", { power: 4 }),
        bottom("甲", "40"),
        top("乙", "60"),
        bottom("乙", "0.02", { power: 4 }),
        rate("甲", "75"),
        rate("乙", "30"),
      ],
      ["37.5", null, 2],
    ],
    [
      "分子分母不是一类，没有数",
      [
        top("甲", "3"),
        bottom("甲", "4", { unit: "元" }),
        top("乙", "3"),
        bottom("乙", "4", { unit: "元" }),
        rate("甲", "75"),
        rate("乙", "30"),
      ],
      [null, null, undefined],
    ],
    [
      "只有一家的分子分母，就是那一家的率",
      [top("甲", "30"), bottom("甲", "40"), rate("甲", "74")],
      ["75", null, 1],
    ],
  ])("%s", (_, rows, is) => expect(shown(rows)).toEqual(is));

  test.each([
    ["‰", "375"],
    ["", "0.375"],
    ["元", null],
  ])("计量单位是“%s”的", (unit, is) =>
    expect(shown([...both, rate("甲", "1"), rate("乙", "2")], unit)[0]).toBe(is),
  );

  test("分子分母列在别的项目之下，也是这一家的", () => {
    const inProgram = (program: string) => (row: Row) => ({ ...row, program });
    const rows = [
      ...both.map(inProgram("统计")),
      rate("甲", "75", { program: "社保" }),
      rate("乙", "30", { program: "社保" }),
    ];
    expect(shown(rows, "%", ["program"], { program: "社保" })).toEqual(["37.5", null, 2]);
    const some = [
      ...both.map(inProgram("社保")),
      top("甲", "5", { program: "统计" }),
      rate("甲", "75", { program: "社保" }),
      rate("乙", "30", { program: "社保" }),
    ];
    expect(shown(some, "%", ["program"], { program: "社保" })).toEqual(["37.5", null, 2]);
  });
});
