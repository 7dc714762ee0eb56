import { say } from "@taizhang/finding";
import { type CellValue, gridOf, layoutCell, type SheetLayout } from "@taizhang/grid";
import { describe, expect, test } from "vitest";
import { check } from "../check.ts";
import { recogniseWorkbook } from "../recognise/workbook.ts";
import { compile } from "./expression.ts";
import { readTeamRules, type TeamRule, teamRulesLayout } from "./team-rule.ts";

const gridOfLayout = ({ name, rows }: SheetLayout) =>
  gridOf(
    name,
    rows.map((row) => row.map((cell) => layoutCell(cell).value)),
  );

const rule = (expression: string, more: Partial<TeamRule> = {}): TeamRule => ({
  id: "R1",
  expression,
  says: "请核对",
  severity: "B",
  ...more,
});

const sheet = (rows: CellValue[][], formats: (string | undefined)[][] = []) =>
  recogniseWorkbook([gridOf("台账", rows, { formats })], "甲.xlsx");

const table: CellValue[][] = [
  ["任务名称", "计量单位", "目标数", "累计完成", "责任单位", "责任人"],
  ["城镇新增就业", "人", 1300, 2700, "区人社局", "张某"],
  ["慈善救助", "万元", 0.3, 0.1, "区民政局", null],
  ["新建公厕", "座", 5, null, "区城管局", "李某"],
];

const found = (one: TeamRule, rows = table) =>
  check(sheet(rows), { teamRules: [one] })
    .filter(({ code }) => code.startsWith("R"))
    .map(({ code, at, args, severity }) => ({
      code,
      severity,
      ref: at[0]?.kind === "cell" ? at[0].ref : "",
      args,
    }));
const refs = (one: TeamRule, rows = table) => found(one, rows).map(({ ref }) => ref);

describe("成立不报，不成立报在那一格", () => {
  test.each<[string, string, string[]]>([
    ["完成不超过目标两倍", 'row["累计完成"] <= row["年度目标"] * 2', ["D2"]],
    ["用表上的列名", 'row["累计完成"] <= row["目标数"] * 2', ["D2"]],
    ["责任人不能空着", '!blank(row["责任人"])', ["F3"]],
    ["空着的格不比", 'row["累计完成"] >= 1', ["D3"]],
    ["空着也要说", '!blank(row["累计完成"]) && row["累计完成"] >= 1', ["D3", "D4"]],
    ["文字", 'row["责任单位"].startsWith("区")', []],
    ["文字在不在表里", 'row["计量单位"] in ["人", "座"]', ["B3"]],
    ["整数在前", '2 * row["目标数"] >= row["累计完成"]', ["C2"]],
    ["小数精确：0.1×3就是0.3", 'row["累计完成"] != row["目标数"] / 3', ["D3"]],
    ["除法、绝对值", 'abs(row["累计完成"] - row["目标数"]) / row["目标数"] < 1.0', ["D2"]],
    ["数在一组数里", 'row["目标数"] in [1300, 5]', ["C3"]],
    ["一组数里有小数", 'row["目标数"] in [0.3, 5]', ["C2"]],
    ["数在前，列在一组里", '1300 in [row["目标数"], row["累计完成"]]', ["C3"]],
    ["不在空的一组里", '!(row["目标数"] in [])', []],
    ["等于：空着的不比", 'row["责任人"] == "张某"', ["F4"]],
    ["不等于：空着的不比", 'row["责任人"] != "张某"', ["F2"]],
    ["在一组里：空着的不比", 'row["责任人"] in ["张某"]', ["F4"]],
    ["空着的在一组里：不比", '"张某" in [row["责任人"]]', ["F4"]],
    ["两列相等：空着的不比", 'row["责任人"] == row["责任单位"]', ["F2", "F4"]],
    ["或：前面成立就成立", 'row["目标数"] < 1.0 || row["责任人"] == "张某"', ["C4"]],
    ["写null也是问空不空", 'row["责任人"] != null', ["F3"]],
    ["一层的宏", '["人", "座", "万元"].exists(x, x == row["计量单位"])', []],
  ])("%s", (_, expression, expected) => expect(refs(rule(expression))).toEqual(expected));

  test("指向另一列，级别可选，句子带着各列的值", () => {
    const [one] = check(sheet(table), {
      teamRules: [
        rule('row["累计完成"] <= row["目标数"] * 2', {
          column: "任务名称",
          severity: "A",
          says: "超过目标两倍的请说明。",
        }),
      ],
    }).filter(({ code }) => code === "R01");
    expect(one).toMatchObject({ severity: "A", at: [{ ref: "A2" }] });
    expect(one && say(one)).toBe(
      "A2不符合自编规则R1：超过目标两倍的请说明（累计完成：2700，目标数：1300）；请核对。",
    );
  });

  test("带单位的数按本行单位，百分数按百分数，日期可比先后", () => {
    const rows: CellValue[][] = [
      ["任务名称", "计量单位", "年度目标", "累计完成", "完成率", "完成时限"],
      ["招商引资", "万元", "2000万元", 3000, 0.942, 42551],
      ["技改投资", "万元", "1亿元", 9000, 0.9, 42735],
    ];
    const formats = [
      [],
      [undefined, undefined, undefined, undefined, "0.0%", "yyyy-mm-dd"],
      [undefined, undefined, undefined, undefined, "0.0%", "yyyy-mm-dd"],
    ];
    const run = (expression: string) =>
      check(sheet(rows, formats), { teamRules: [rule(expression)] })
        .filter(({ code }) => code === "R01")
        .map(({ at }) => (at[0]?.kind === "cell" ? at[0].ref : ""));
    expect(run('row["累计完成"] <= row["年度目标"]')).toEqual(["D2"]);
    expect(run('row["完成率"] > 92')).toEqual(["E3"]);
    expect(run('row["完成时限"] <= "2016-12-01"')).toEqual(["F3"]);
  });
});

describe("无法识别的规则也是一条问题", () => {
  test.each<[string, string]>([
    ["1 +", "syntax"],
    ['row["累计完成"] > ', "syntax"],
    ["foo > 1", "unknown"],
    ['row["累计完成"].matches("(a+)+$")', "refused"],
    ["[1,2].all(x, [1,2].all(y, x == y))", "refused"],
    ["1 + 1", "type"],
    ['row["累计完成"] + 1', "type"],
    ['row["责任单位"] > 1', "type"],
    ['row["没有这一列"] > 1', "column"],
    ["false", "columnless"],
    ["true", "columnless"],
    ["1 < 2", "columnless"],
    ['row.exists(x, x == "甲")', "refused"],
    ['"年度目标" in row', "refused"],
    ['row[row["目标数"] > 1 ? "目标数" : "累计完成"] > 1', "refused"],
    ["size(row) > 3", "refused"],
    [`${"!".repeat(2000)}true`, "refused"],
  ])("%s", (expression, kind) => {
    const list = found(rule(expression)).filter(({ code }) => code === "R02");
    expect(list.map(({ args }) => ("kind" in args ? args.kind : ""))).toEqual([kind]);
  });

  test("行数乘步数过大的不开始算", () => {
    const rows: CellValue[][] = [["任务名称", "年度目标", "累计完成"]];
    for (let index = 0; index < 30_000; index++) rows.push([`任务${index}`, 10, 5]);
    const long = Array.from({ length: 24 }, () => `["甲"].exists(x, x == row["任务名称"])`).join(" || ");
    expect(found(rule(long), rows).map(({ args }) => ("kind" in args ? args.kind : ""))).toEqual(["slow"]);
  });

  test("一格很长的文字里找另一格很长的文字，数到就停，不算几分钟", () => {
    const rows: CellValue[][] = [["任务名称", "计量单位", "年度目标", "累计完成", "责任人", "备注"]];
    const [part, whole] = [`${"a".repeat(8000)}b${"a".repeat(8000)}`, "a".repeat(32_767)];
    for (let index = 0; index < 400; index++) rows.push([`任务${index}`, "人", 10, 5, part, whole]);
    const since = performance.now();
    const kinds = found(rule('!row["备注"].contains(row["责任人"])'), rows).map(({ args }) =>
      "kind" in args ? args.kind : "",
    );
    expect(kinds).toEqual(["slow"]);
    expect(performance.now() - since).toBeLessThan(60_000);
  });

  test("平常长短的备注照常查完", () => {
    const rows: CellValue[][] = [["任务名称", "计量单位", "年度目标", "累计完成", "责任人", "备注"]];
    for (let index = 0; index < 5_000; index++)
      rows.push([`任务${index}`, "人", 10, 5, "张某", "进展顺利，按月推进。".repeat(20)]);
    expect(found(rule('!row["备注"].contains(row["责任人"])'), rows)).toEqual([]);
  });

  test.each([
    ["停用", true, 0],
    ["N", true, 0],
    ["关", true, 0],
    ["启用", undefined, 0],
    ["Y", undefined, 0],
    ["", undefined, 0],
    ["下月起", undefined, 1],
  ])("启用栏写“%s”", (text, off, findings) => {
    const grid = gridOf("台账规则", [
      ["编号", "条件", "说明", "级别", "指向的列", "启用"],
      ["G1", 'row["年度目标"] > 5000', "x", "A", null, text],
    ]);
    const read = readTeamRules([grid]);
    expect(read.rules[0]?.off).toBe(off);
    expect(read.findings).toHaveLength(findings);
    for (const one of read.findings) expect(say(one)).toMatch(/^台账规则F2/);
  });

  test("编译时不出错，什么式子都一样", () => {
    for (const text of ["", "((((", "row", "row[", '"', "a.b.c()", "\u0000", "{}", "[", "true", "1/0 == 1"])
      expect(() => compile(text)).not.toThrow();
  });
});

test("写在台账规则表里：写出再读回不变，检查时自己读到", () => {
  const rules = [
    rule('row["累计完成"] <= row["年度目标"] * 2', { says: "超过两倍请说明" }),
    rule('!blank(row["责任人"])', { id: "R2", says: "写上责任人", severity: "C", column: "责任人" }),
    rule('row["责任单位"] == "=1+1"', { id: "R3", says: "甲", off: true }),
  ];
  for (const lang of ["zh-CN", "en"] as const) {
    const read = readTeamRules([gridOfLayout(teamRulesLayout(rules, lang))]);
    expect(read.rules.map(({ at: _, ...one }) => one)).toEqual(rules);
    expect(read.findings).toEqual([]);
  }
  const readings = recogniseWorkbook(
    [gridOf("台账", table), gridOfLayout(teamRulesLayout(rules))],
    "甲.xlsx",
  );
  const codes = check(readings).filter(({ code }) => code === "R01");
  expect(codes.map(({ at }) => (at[0]?.kind === "cell" ? at[0].ref : ""))).toEqual(["D2", "F3"]);
  const ledger = recogniseWorkbook(
    [gridOf("台账", table), gridOfLayout(teamRulesLayout(rules.slice(0, 1)))],
    "台账.xlsx",
  );
  const own = check(sheet(table), { ledger }).filter(({ code }) => code === "R01");
  expect(own).toHaveLength(1);
});
