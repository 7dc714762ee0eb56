import { decimal } from "@taizhang/quantity";
import { describe, expect, test } from "vitest";
import { rollUp } from "./roll-up.ts";
import { cellOf, figuresOf, type Row } from "./testing/figures.ts";

const total = (rows: readonly Row[], options = {}) => cellOf(rollUp(figuresOf(rows), options));

describe("灯 in cells (§3)", () => {
  const of = (row: Partial<Row>): Row => ({
    org: "子县",
    target: "100",
    actual: "50",
    period: "2016-06",
    ...row,
  });
  test.each<[string, Partial<Row>, string | null]>([
    ["序时", {}, "green"],
    ["落后", { actual: "15" }, "red"],
    [
      "未到节点",
      { actual: "0", targetFacts: { nodes: [{ through: "2016-09", value: decimal("60") }] } },
      "notDue",
    ],
    [
      "节点已到",
      { actual: "25", targetFacts: { nodes: [{ through: "2016-06", value: decimal("60") }] } },
      "red",
    ],
    ["还没开始", { actual: null, targetFacts: { start: "2016-10-01" } }, "notDue"],
    ["零目标达到", { target: "0", actual: "0" }, "green"],
    [
      "零目标、可负、未达到，年中不定",
      { indicator: "净增企业", unit: "家", target: "0", actual: "-3" },
      "notDue",
    ],
    [
      "全年上限，年中不定",
      { indicator: "生产安全事故起数", unit: "起", target: "12", actual: "6" },
      "notDue",
    ],
    ["全年上限已突破", { indicator: "生产安全事故起数", unit: "起", target: "12", actual: "13" }, "red"],
    [
      "全年上限，年底",
      { indicator: "生产安全事故起数", unit: "起", target: "12", actual: "12", period: "2016-12" },
      "green",
    ],
    ["失业率达标", { indicator: "失业率", unit: "%", target: "4.3", actual: "4.17" }, "green"],
    ["失业率超出", { indicator: "失业率", unit: "%", target: "4.3", actual: "4.31" }, "red"],
    ["比率未达到，年中不定", { indicator: "入园率", unit: "%", target: "90", actual: "88" }, "notDue"],
    [
      "比率未达到，年底",
      { indicator: "入园率", unit: "%", target: "90", actual: "88", period: "2016-12" },
      "red",
    ],
    ["比率达到", { indicator: "入园率", unit: "%", target: "90", actual: "91" }, "green"],
    [
      "有基期的存量看进展",
      { indicator: "常住人口", target: "110", actual: "104", targetFacts: { baseline: decimal("100") } },
      "green",
    ],
    [
      "区间内",
      {
        indicator: "性别比",
        unit: "",
        target: "103",
        actual: "105",
        targetFacts: { bound: "range", valueMax: decimal("107") },
      },
      "green",
    ],
    ["没有目标", { target: null }, null],
  ])("%s", (_, row, light) => {
    expect(total([of(row)]).light).toBe(light);
  });

  test("a ceiling is never green with reports missing", () => {
    const row = (org: string, actual: string | null): Row => ({
      org,
      indicator: "火灾起数",
      unit: "起",
      target: "10",
      actual,
      period: "2016-12",
    });
    const cell = total([row("子县", "3"), row("丑区", null)]);
    expect(cell).toMatchObject({ actual: "3", atLeast: true, light: "unreported", completion: null });
    expect(total([row("子县", "21"), row("丑区", null)]).light).toBe("red");
    expect(total([row("子县", "3"), row("丑区", "4")]).light).toBe("green");
  });

  test("1—2个 is rated as 1 with a 力争 of 2", () => {
    const cell = total([
      of({
        indicator: "品牌",
        unit: "个",
        target: "1",
        actual: "1",
        targetFacts: { bound: "range", valueMax: decimal("2") },
      }),
    ]);
    expect(cell).toMatchObject({ target: "1", stretch: "2", completion: "1", light: "green" });
    expect(cell.notes).toEqual([{ code: "stretchRate", args: { rate: "0.5" } }]);
  });

  test("the pace of a total is Σ planned / Σ target", () => {
    const cell = total([of({ targetFacts: { deadline: "2016-06-30" } }), of({ org: "丑区", target: "300" })]);
    expect(cell.pace).toBe("0.625");
  });
});
