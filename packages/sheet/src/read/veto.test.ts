import { gridOf, parseRange } from "@taizhang/grid";
import { assessmentOf, score } from "@taizhang/kpi";
import { expect, test } from "vitest";
import { check } from "../check.ts";
import { figuresOf } from "../facts/figures.ts";
import { recogniseSheet } from "../recognise/recognise.ts";

type Value = string | number | boolean | null;
const head = ["单位", "指标名称", "计量单位", "年度目标", "累计完成", "权重"];
const base: Value[][] = [
  ["区民政局", "救助", "人", 100, 100, 50],
  ["区民政局", "就业", "人", 100, 100, 50],
  ["区教育局", "救助", "人", 100, 100, 50],
  ["区教育局", "就业", "人", 100, 100, 50],
  ["区人社局", "救助", "人", 100, 100, 50],
  ["区人社局", "就业", "人", 100, 100, 50],
];

/** The matters of each department, and the cells of T09. */
function assessed(rows: Value[][], merges: string[] = []) {
  const reading = recogniseSheet(
    gridOf("考核", [["2016年考核"], ...rows], { merges: merges.flatMap((ref) => parseRange(ref) ?? []) }),
    "考核.xlsx",
  );
  const { orgs } = score({ ...assessmentOf(figuresOf([reading]), { by: "department" }), preset: "linear" });
  return {
    vetoes: Object.fromEntries(orgs.flatMap(({ org, vetoes }) => (vetoes.length > 0 ? [[org, vetoes]] : []))),
    grades: orgs.filter(({ grade }) => grade === "差").map(({ org }) => org),
    unclear: check([reading]).flatMap(({ code, at: [place] }) =>
      code === "T09" && place?.kind === "cell" ? [place.ref] : [],
    ),
  };
}

const withColumn = (heading: string, answer: Value, merges?: string[]) =>
  assessed([[...head, heading], ...base.map((row, index) => [...row, index === 2 ? answer : null])], merges);

test.each(["一票否决", "一票否决事项", "是否一票否决", "一票否决情况", "一票否决\n（是/否）", "否决情况"])(
  "列名“%s”问的是是否发生",
  (heading) => {
    expect(withColumn(heading, "是")).toEqual({
      vetoes: { 区教育局: ["救助"] },
      grades: ["区教育局"],
      unclear: [],
    });
    expect(withColumn(heading, "无此情况")).toEqual({ vetoes: {}, grades: [], unclear: [] });
    expect(withColumn(heading, "已整改")).toEqual({ vetoes: {}, grades: [], unclear: ["G5"] });
    expect(withColumn(heading, false)).toEqual({ vetoes: {}, grades: [], unclear: [] });
  },
);

test.each(["是否为一票否决指标", "一票否决指标", "是否一票否决项", "是否属于一票否决事项"])(
  "列名“%s”说的是指标类别，填“是”不定等次",
  (heading) => {
    expect(withColumn(heading, "是")).toEqual({ vetoes: {}, grades: [], unclear: [] });
  },
);

test("写明事项的，按写的事项", () => {
  expect(withColumn("一票否决", "发生较大事故1起").vetoes).toEqual({ 区教育局: ["发生较大事故1起"] });
});

const merged = (...refs: string[]) =>
  assessed([[...head, "一票否决"], ...base.map((row, index) => [...row, index === 0 ? "是" : null])], refs);

test("一格合并跨几个单位的，各单位都算；跨一个单位几行的，只算一件", () => {
  expect(merged("G3:G8").vetoes).toEqual({
    区民政局: ["一票否决"],
    区教育局: ["一票否决"],
    区人社局: ["一票否决"],
  });
  expect(merged("G3:G4").vetoes).toEqual({ 区民政局: ["一票否决"] });
});

const withRow = (name: string, target: Value, actual: Value) =>
  assessed([head, ...base, ["区教育局", name, "起", target, actual, null]]);

test.each<[string, Value, Value, "发生" | "未发生" | "不明"]>([
  ["安全生产（一票否决）", 0, 0, "未发生"],
  ["安全生产（一票否决）", 0, 1, "发生"],
  ["一票否决事项", "无", "无", "未发生"],
  ["一票否决", null, "是", "发生"],
  ["一票否决事项", "0起", "未发生", "未发生"],
  ["信访一票否决", "不发生", "未发生", "未发生"],
  ["安全生产事故起数（一票否决）", 12, 10, "未发生"],
  ["安全生产事故起数（一票否决）", 12, 13, "发生"],
  ["安全生产事故起数（一票否决）", "≤12", 10, "未发生"],
  ["安全生产事故起数（一票否决）", "≤12", 12, "未发生"],
  ["安全生产事故起数（一票否决）", "≤12", 13, "发生"],
  ["一票否决事项", "不发生", "不发生", "未发生"],
  ["一票否决事项", "不发生", "发生1起", "发生"],
  ["一票否决事项", "不发生", "待认定", "不明"],
  ["落实安全生产一票否决制度", "完成", "已落实", "未发生"],
  ["落实一票否决制度单位数", 10, 8, "未发生"],
])("“%s”目标%s、完成%s：%s", (name, target, actual, reads) => {
  const { vetoes, unclear } = withRow(name, target, actual);
  expect(Object.keys(vetoes)).toEqual(reads === "发生" ? ["区教育局"] : []);
  expect(unclear).toEqual(reads === "不明" ? ["E9"] : []);
});
