import { decimal } from "@taizhang/quantity";
import { describe, expect, test } from "vitest";
import { explainCell } from "./explain/cell.ts";
import { rollUp } from "./roll-up.ts";
import { cellOf, figuresOf, type Row } from "./testing/figures.ts";

// "A stock, ratio or rank has no linear pace; with a baseline B its progress is (A−B)/(T−B)": domain.md §3.
const people: Row = { org: "子县", indicator: "常住人口", target: "110", actual: "104", period: "2016-10" };
const jobless: Row = { ...people, indicator: "失业率", unit: "%", target: "4", actual: "4.5" };
const from = (baseline: string, more = {}) => ({ targetFacts: { baseline: decimal(baseline), ...more } });
const nodes = { nodes: [{ through: "2016-09", value: decimal("103") }] };

interface Shown {
  readonly pace: string | null;
  readonly progress?: string;
  readonly lag: string | null;
  readonly light: string;
}

describe("时点数、比率的进度：格里的与推导里的是一回事", () => {
  const none = { pace: null, lag: null };
  test.each<[string, readonly Row[], Shown]>([
    ["没有基数：没有按时间的进度", [people], { ...none, light: "notDue" }],
    [
      "有基数：较基期进展与序时进度相比",
      [{ ...people, ...from("100") }],
      { pace: "0.833333", progress: "0.4", lag: "43.33", light: "red" },
    ],
    [
      "进展超前",
      [{ ...people, actual: "109", ...from("100") }],
      { pace: "0.833333", progress: "0.9", lag: "-6.67", light: "green" },
    ],
    [
      "基数就是目标：没有路可走，也没有序时进度",
      [{ ...people, ...from("110") }],
      { ...none, light: "notDue" },
    ],
    ["基数就是目标，到了期末", [{ ...people, ...from("110"), period: "2016-12" }], { ...none, light: "red" }],
    [
      "有节点：以节点为准，完成率与节点相比",
      [{ ...people, targetFacts: nodes }],
      { pace: "0.936364", lag: "-0.91", light: "green" },
    ],
    [
      "有节点又有基数：仍以节点为准",
      [{ ...people, ...from("100", nodes) }],
      { pace: "0.936364", lag: "-0.91", light: "green" },
    ],
    [
      "一家有节点，一家没有：合不起来",
      [
        { ...people, ...from("100", nodes) },
        { ...people, org: "丑县", ...from("100") },
      ],
      { ...none, light: "notDue" },
    ],
    [
      "越低越好的比率：只判断达标，不与序时进度相比",
      [{ ...jobless, ...from("5") }],
      { ...none, progress: "0.5", light: "red" },
    ],
    [
      "还没有报：没有进展，也没有落后幅度",
      [{ ...people, actual: null, ...from("100") }],
      { pace: "0.833333", lag: null, light: "unreported" },
    ],
    [
      "还没有开始的，没有报是未到节点",
      [{ ...people, actual: null, ...from("100", { start: "2016-11-01" }) }],
      { pace: "0", lag: null, light: "notDue" },
    ],
    [
      "一家没有报：没有进展",
      [
        { ...people, ...from("100") },
        { ...people, org: "丑县", actual: null, ...from("100") },
      ],
      { pace: "0.833333", lag: null, light: "unreported" },
    ],
    // (10/10·10 + 10/12·30) ÷ 40 = 35/40; of the targets it would be (110 + 130·10/12) ÷ 240
    [
      "时限不同：按各家要走的路加权",
      [
        { ...people, actual: "110", ...from("100", { deadline: "2016-10-31" }) },
        { ...people, org: "丑县", target: "130", actual: "115", ...from("100") },
      ],
      { pace: "0.875", progress: "0.625", lag: "25", light: "yellow" },
    ],
  ])("%s", (_, rows, is) => {
    const cell = cellOf(rollUp(figuresOf(rows)));
    const { pace, lag, light, progress } = cell;
    expect({ pace, lag, light, ...(progress ? { progress: progress.rate } : {}) }).toEqual(is);
    // What is said of the pace and the light is what stands in the cell, or nothing is said.
    const said = explainCell(cell);
    expect(said.some((line) => line.startsWith("序时进度："))).toBe(pace !== null);
    const byLag = said.find((line) => line.startsWith("亮灯：序时进度"));
    expect(byLag === undefined).toBe(lag === null);
    if (lag !== null) expect(byLag).toContain(`=${lag.replace("-", "−")}个百分点`);
    if (byLag) expect(byLag.includes("较基期进展")).toBe(progress !== undefined);
  });
});
