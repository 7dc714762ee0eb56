import { gridOf } from "@taizhang/grid";
import { lightRule, rollUp } from "@taizhang/kpi";
import { expect, test } from "vitest";
import { figuresOf } from "../facts/figures.ts";
import { recogniseSheet } from "../recognise/recognise.ts";
import { summaryLayouts } from "./summary.ts";

const gapOf = (target: number, actual: number) => {
  const figures = figuresOf([
    recogniseSheet(
      gridOf("表", [
        ["宽城区2016年10月指标完成情况"],
        ["填报单位：宽城区"],
        ["指标名称", "计量单位", "年度目标", "本年累计完成"],
        ["城镇新增就业", "人", target, actual],
      ]),
      "宽城区.xlsx",
    ),
  ]);
  const rule = lightRule("default")?.value;
  if (!rule) throw new Error("no preset");
  const by = [] as const;
  const [sheet] = summaryLayouts({
    rollUp: rollUp(figures),
    figures,
    findings: [],
    followUps: [],
    yearEnds: [],
    by,
    rule,
    lang: "zh-CN",
    linkTo: (file: string) => file,
  });
  const heading =
    sheet?.rows[2]?.findIndex(
      (cell) =>
        typeof cell === "object" && cell !== null && "value" in cell && cell.value === "与序时差距（百分点）",
    ) ?? -1;
  return sheet?.rows[3]?.[heading];
};

test("与序时差距用舍入以前的数相减", () => {
  // 2450/3000 − 10/12 is −1/60: of the two roundings to six places the difference would be −1.6666.
  expect(gapOf(3000, 2450)).toMatchObject({
    value: -1.67,
    formula: expect.stringContaining("ROUND((E4/D4-G4)*100,2)"),
  });
  expect(gapOf(100, 85)).toMatchObject({ value: 1.67 });
  expect(gapOf(12, 10)).toMatchObject({ value: 0 });
});
