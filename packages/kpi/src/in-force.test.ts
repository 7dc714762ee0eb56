import { decimal } from "@taizhang/quantity";
import { describe, expect, test } from "vitest";
import type { TargetFact } from "./facts.ts";
import { rollUp } from "./roll-up.ts";
import { cellOf, codes, figuresOf, type Row } from "./testing/figures.ts";

const nodes = [
  { through: "2016-03", value: decimal("200") },
  { through: "2016-06", value: decimal("500") },
];
const to = (value: string) => [{ from: "2016-07-01", value: decimal(value) }];

/** 节点、期末与目标调整：一格的完成率、序时进度和灯。 */
describe("节点只在它那一版目标里有效，期末应完成全部目标", () => {
  test.each<[string, string, Partial<TargetFact>, string, object]>([
    ["年底只完成一半，不能算跟上", "500", { nodes }, "2016-12", { pace: "1", light: "red" }],
    ["十月仍按六月的节点", "500", { nodes }, "2016-10", { pace: "0.5", light: "green" }],
    ["过了时限只完成一半", "500", { nodes, deadline: "2016-09-30" }, "2016-10", { pace: "1", light: "red" }],
    [
      "目标调低，按时间算进度",
      "400",
      { nodes: [{ through: "2016-09", value: decimal("700") }], versions: to("500") },
      "2016-10",
      { completion: "0.8", pace: "0.833333", light: "green" },
    ],
    [
      "目标调高，三成六不再是绿灯",
      "720",
      { nodes: [{ through: "2016-09", value: decimal("700") }], versions: to("2000") },
      "2016-10",
      { completion: "0.36", pace: "0.833333", light: "red" },
    ],
  ])("%s", (_, actual, targetFacts, period, is) => {
    const row: Row = { org: "子县", target: "1000", actual, period, targetFacts };
    const cell = cellOf(rollUp(figuresOf([row]), { period }));
    expect(cell).toMatchObject(is);
    expect(codes(cell).includes("nodesLapsed")).toBe(targetFacts.versions !== undefined);
  });
});

test.each([
  ["当期最后一天起的，这一期就用", "2016-09-30", "500"],
  ["下一天起的，下一期才用", "2016-10-01", "1000"],
])("目标调整：%s", (_, from, target) => {
  const versions = [{ from, value: decimal("500") }];
  const row: Row = {
    org: "子县",
    target: "1000",
    actual: "400",
    period: "2016-09",
    targetFacts: { versions },
  };
  expect(cellOf(rollUp(figuresOf([row]))).target).toBe(target);
});

/** 缺报不是零：合计是“至少”的，只有绿灯是确定的。 */
describe("没有报齐的灯", () => {
  const two = (actual: string): Row[] => [
    { org: "子县", division: "子县", target: "100", actual, period: "2016-10" },
    { org: "丑区", division: "丑区", target: "100", actual: null, period: "2016-10" },
  ];
  test.each<[string, string, object]>([
    ["报了的完成九成，合计还说不准", "90", { completion: "0.45", atLeast: true, light: "unreported" }],
    ["报了的已经超过合计的目标", "210", { completion: "1.05", atLeast: true, light: "green" }],
    ["报了的已经跟上合计的序时", "150", { completion: "0.75", atLeast: true, light: "green" }],
  ])("%s", (_, actual, is) =>
    expect(cellOf(rollUp(figuresOf(two(actual)), { by: ["division"] }))).toMatchObject({
      ...is,
      reported: 1,
      expected: 2,
    }),
  );
  test("报了的那家照它自己的数亮灯", () => {
    const rolled = rollUp(figuresOf(two("60")), { by: ["division"] });
    expect(cellOf(rolled, { division: "子县" }).light).toBe("yellow");
    expect(cellOf(rolled, { division: "丑区" }).light).toBe("unreported");
  });
});

/** 以上、以下包含本数，超过、不满不包含。 */
describe("恰好等于目标", () => {
  const rows = (indicator: string, unit: string, bounds: readonly TargetFact["bound"][], actual: string) =>
    bounds.map(
      (bound, index): Row => ({
        org: `${index}`,
        indicator,
        unit,
        target: "12",
        actual,
        period: "2016-12",
        targetFacts: { bound },
      }),
    );
  const accidents = ["生产安全事故起数", "起"] as const;
  test.each<[string, Row[], string, boolean]>([
    ["不超过12起，正好12起", rows(...accidents, ["le"], "12"), "green", false],
    ["不满12起，正好12起", rows(...accidents, ["lt"], "12"), "red", true],
    ["一家不满、一家不超过，合计正好", rows(...accidents, ["lt", "le"], "12"), "red", true],
    ["都不超过，合计正好", rows(...accidents, ["le", "le"], "12"), "green", false],
    ["超过12个，正好12个", rows("新建公园", "个", ["gt"], "12"), "green", true],
    ["12个以上，正好12个", rows("新建公园", "个", ["ge"], "12"), "green", false],
  ])("%s", (_, some, light, noted) => {
    const cell = cellOf(rollUp(figuresOf(some)));
    expect(cell.light).toBe(light);
    expect(codes(cell).includes("strictBound")).toBe(noted);
  });
});
