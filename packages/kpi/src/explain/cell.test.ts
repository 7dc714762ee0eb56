import { decimal } from "@taizhang/quantity";
import { describe, expect, test } from "vitest";
import { rollUp } from "../roll-up.ts";
import type { RollUpCell, RollUpOptions } from "../roll-up-cell.ts";
import { figuresOf, type Row } from "../testing/figures.ts";
import { explainCell } from "./cell.ts";

// A ceiling, a band, a target of 0 and a rate are not held against the time elapsed: domain page §3.

const cellOf = (rows: readonly Row[], options: RollUpOptions = {}) =>
  rollUp(figuresOf(rows.map((row) => ({ period: "2016-10", ...row }))), { period: "2016-10", ...options })
    .cells[0] as RollUpCell;
const starting = (said: readonly string[], what: string) => said.filter((line) => line.startsWith(what));
const ceiling: Row = { org: "子县", indicator: "生产安全事故起数", unit: "起", target: "12", actual: "5" };
const unemployment: Row = { org: "子县", indicator: "城镇登记失业率", unit: "%", target: "4.3", actual: "4" };
const coverage: Row = { org: "子县", indicator: "参保率", unit: "%", target: "90", actual: "95" };
const band: Row = {
  org: "子县",
  indicator: "出生人口性别比",
  unit: "",
  target: "103",
  actual: "105",
  targetFacts: { bound: "range", valueMax: decimal("107") },
};
const at = (row: Row, actual: string | null, more: Partial<Row> = {}): Row => ({ ...row, actual, ...more });

describe("不由序时进度定的灯，写明由什么定", () => {
  test.each<[string, Row, string, string]>([
    [
      "上限已突破",
      at(ceiling, "13"),
      "红灯，没有控制在目标以内",
      "red, because it is not kept within the target",
    ],
    [
      "不含本数的上限正好用完",
      at(ceiling, "12", { targetFacts: { bound: "lt" } }),
      "红灯，没有控制在目标以内",
      "red, because it is not kept within the target",
    ],
    [
      "上限到年底没有突破",
      at(ceiling, "12", { period: "2016-12" }),
      "绿灯，控制在目标以内",
      "green, because it is kept within the target",
    ],
    [
      "上限没有到年底",
      ceiling,
      "未到节点，到期末才能判定",
      "not due, because only the end of its time decides",
    ],
    ["失业率没有超出", unemployment, "绿灯，控制在目标以内", "green, because it is kept within the target"],
    [
      "失业率超出",
      at(unemployment, "5"),
      "红灯，没有控制在目标以内",
      "red, because it is not kept within the target",
    ],
    ["比率达到", coverage, "绿灯，已达到目标", "green, because the target is reached"],
    [
      "比率到年底没有达到",
      at(coverage, "80", { period: "2016-12" }),
      "红灯，到期末没有达到目标",
      "red, because the target is not reached at the end of its time",
    ],
    [
      "目标为零而达到",
      { org: "子县", target: "0", actual: "0" },
      "绿灯，已达到目标",
      "green, because the target is reached",
    ],
    ["在区间内", band, "绿灯，在规定的区间之内", "green, because it lies inside the band"],
    ["在区间外", at(band, "108"), "红灯，不在规定的区间之内", "red, because it lies outside the band"],
  ])("%s", (_, row, zh, english) => {
    const cell = cellOf([row], { period: row.period ?? "2016-10" });
    expect(starting(explainCell(cell), "亮灯：")).toEqual([`亮灯：${zh}。`]);
    expect(starting(explainCell(cell, { lang: "en" }), "Light: ")).toEqual([`Light: ${english}.`]);
    expect(explainCell(cell).join()).not.toMatch(/序时进度[：\d]/);
  });

  test.each<[string, Row, string]>([
    ["上限没有报", at(ceiling, null), "未报，本期没有可用的完成值"],
    ["目标为零而没有达到，年底才定", { org: "子县", target: "0", actual: "-1" }, "未到节点，到期末才能判定"],
  ])("序时进度用不上的，不写：%s", (_, row, says) => {
    const said = explainCell(cellOf([row]));
    expect(starting(said, "亮灯：")).toEqual([`亮灯：${says}。`]);
    expect(starting(said, "序时进度：")).toEqual([]);
  });

  test("由序时进度定的，只写一次，写明落后多少", () => {
    const said = explainCell(cellOf([{ org: "子县", target: "100", actual: "120" }]));
    expect(starting(said, "亮灯：")).toEqual(["亮灯：序时进度83.33%−完成率120%=−36.67个百分点，绿灯。"]);
    expect(starting(said, "序时进度：")[0]).toBe("序时进度：10/12=83.33%。");
  });

  test("没有灯的，不写", () => {
    const none = { ...cellOf([{ org: "子县", target: "100", actual: "50" }]), light: null };
    expect(starting(explainCell(none), "亮灯：")).toEqual([]);
    const noTarget = cellOf([{ org: "子县", actual: "50" }]);
    expect(starting(explainCell(noTarget), "亮灯：")).toEqual([]);
    expect(starting(explainCell(noTarget), "序时进度：")).toEqual([]);
  });

  test("没有报齐、还不到绿灯的，落后多少说不准，只写报齐以后再定", () => {
    const rows = [
      { org: "子县", target: "100", actual: "50" },
      { org: "丑区", target: "100", actual: null },
    ];
    const said = explainCell(cellOf(rows));
    expect(starting(said, "亮灯：")).toEqual(["亮灯：未报，没有报齐，已有的数还不到绿灯，报齐以后再定。"]);
    expect(starting(said, "序时进度：")[0]).toBe("序时进度：10/12=83.33%。");
  });
});

describe("区间的两端", () => {
  const said = (more: Partial<RollUpCell>) =>
    starting(explainCell({ ...cellOf([band]), ...more }), "指标完成率：")[0];
  const some = "指标完成率：无，区间指标只判断是否在区间内。";
  test("都有的，写明；缺一端的，只说在区间内", () => {
    expect(said({})).toBe("指标完成率：无，区间指标只判断是否在103—107之内。");
    expect(said({ targetMax: null })).toBe(some);
    expect(said({ target: null, targetMax: decimal("107") })).toBe("指标完成率：无，没有目标值。");
  });
});
