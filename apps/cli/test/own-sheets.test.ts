import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { SheetLayout } from "@taizhang/grid";
import { writeWorkbook } from "@taizhang/xlsx";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { CheckDocument } from "../src/output/check.ts";
import type { CollectDocument } from "../src/output/collect.ts";
import type { InspectDocument } from "../src/output/inspect.ts";
import type { RollupDocument } from "../src/output/rollup.ts";
import { command, document } from "./command.ts";

type Row = readonly (string | number | null)[];
let folder = "";
const at = (...names: string[]) => join(folder, ...names);
const book = (file: string, name: string, rows: readonly Row[]) =>
  writeFileSync(file, writeWorkbook([{ name, rows }]));

const tasks: Row[] = [
  ["NG-01", "民生", "城镇新增就业", "人", 1300, "2016-12-31", "区人社局"],
  ["NG-02", "民生", "残疾人就业", "人", 220, "2016-12-31", "区残联"],
  ["NG-07", "民生", "技能培训", "人次", 500, "2016-12-31", "区人社局、区民政局"],
];
const slip = (org: string, rows: readonly Row[]) =>
  book(at("报表", `${org}.xlsx`), "月报表", [
    [`填报单位：${org}`, null, null, null, "报告期：2016年10月"],
    ["台账编号", "任务名称", "计量单位", "年度目标", "本年累计完成", "备注"],
    ...rows,
  ]);
const joint = (others: string, data: string) => `共同：与${others}共同牵头，数据以${data}报送的为准`;

/** Target and actual by indicator. */
const totals = async (...argv: string[]) => {
  const { cells } = await document<RollupDocument>("rollup", ...argv, "--period", "2016-10");
  return cells.map(({ indicator, target, actual }) => [indicator, target, actual]);
};
const right = [
  ["城镇新增就业", "1300", "1255"],
  ["残疾人就业", "220", "180"],
  ["技能培训", "500", "450"],
];
const sorted = (rows: readonly unknown[]) => [...rows].sort((a, b) => (`${a}` < `${b}` ? -1 : 1));

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "taizhang-own-"));
  mkdirSync(at("报表"));
  book(at("台账.xlsx"), "任务分解表", [
    ["2016年任务分解表"],
    ["台账编号", "工作板块", "任务名称", "计量单位", "年度目标", "完成时限", "牵头单位"],
    ...tasks,
  ]);
  slip("区人社局", [
    ["NG-01", "城镇新增就业", "人", 1300, 1255, null],
    ["NG-07", "技能培训", "人次", 500, 450, joint("区民政局", "本单位")],
  ]);
  slip("区残联", [["NG-02", "残疾人就业", "人", 220, 180, null]]);
  slip("区民政局", [["NG-07", "技能培训", "人次", 500, 450, joint("区人社局", "区人社局")]]);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The returns in a folder of their own, with something else beside them. */
const beside = (name: string, ...extra: (readonly [from: string, to: string])[]): string => {
  cpSync(at("报表"), at(name), { recursive: true });
  for (const [from, to] of extra) cpSync(from, at(name, to));
  return at(name);
};

describe("台账自己写出的表放在报表旁边，不重复计入", () => {
  test("两份报表都有的共同任务只计一次，数据取报送单位的", async () => {
    expect(sorted(await totals(at("报表")))).toEqual(sorted(right));
  });

  test.each([
    ["汇总", ["--by", "department"], "zh-CN"],
    ["改了名的汇总", [], "zh-CN"],
    ["英文的汇总", ["--by", "department"], "en"],
  ])("%s", async (name, by, lang) => {
    const summary = at(`${name}.xlsx`);
    await command("rollup", at("报表"), "--period", "2016-10", "-o", summary, "--lang", lang, ...by);
    const together = beside(`报表和${name}`, [summary, "上月材料.xlsx"]);
    expect(sorted(await totals(together))).toEqual(sorted(right));
    const { sheets } = await document<InspectDocument>("inspect", summary);
    expect(sheets.filter(({ isTargetSheet }) => isTargetSheet)).toEqual([]);
    expect(sheets[0]?.reason).toContain("不再参加检查和汇总，以免重复计算");
    const { findings } = await document<CheckDocument>("check", summary);
    expect(findings).toEqual([]);
    const english = await command("inspect", summary, "--lang", "en");
    expect(english.out).toContain("so that nothing counts twice");
  });

  test("考核得分", async () => {
    const scores = at("得分.xlsx");
    await command("score", at("报表"), "--preset", "linear", "-o", scores);
    expect(sorted(await totals(beside("报表和得分", [scores, "得分.xlsx"])))).toEqual(sorted(right));
  });

  test("收件登记里的合并表：单独一份可以汇总，与报表一起不重复", async () => {
    const register = at("收件登记.xlsx");
    await command("collect", at("台账.xlsx"), at("报表"), "-o", register, "--period", "2016-10");
    expect(sorted(await totals(register))).toEqual(sorted(right));
    const together = beside("报表和登记", [register, "收件登记.xlsx"]);
    expect(sorted(await totals(together))).toEqual(sorted(right));
    const out = at("再登记.xlsx");
    const again = await document<CollectDocument>("collect", at("台账.xlsx"), together, "-o", out);
    expect(again.findings.map(({ code, severity }) => [code, severity])).toEqual([["C06", "D"]]);
    expect(again.register.map(({ files }) => files.length)).toEqual([1, 1, 1]);
  });

  test("台账的副本：目标不加倍，单位不算未报，收件时不当报表", async () => {
    const together = beside("报表和台账", [at("台账.xlsx"), "台账副本.xlsx"]);
    expect(sorted(await totals(together, "--ledger", at("台账.xlsx")))).toEqual(sorted(right));
    const out = at("收副本.xlsx");
    const { register, findings } = await document<CollectDocument>(
      ...(["collect", at("台账.xlsx"), together, "-o", out] as const),
    );
    expect(register.map(({ org, state }) => [org, state])).toEqual([
      ["区人社局", "reported"],
      ["区残联", "reported"],
      ["区民政局", "reported"],
    ]);
    expect(findings.map(({ message }) => message)).toEqual([
      "这张表只有任务和目标，没有填报的栏目，应是台账，不是报表，没有计入；如要填报，请用下发的月报表。",
    ]);
  });

  test("别家的任务抄进自己的报表：以本单位的报表为准，不重复计入，并且说出来", async () => {
    const together = beside("抄了别家的");
    book(join(together, "区人社局.xlsx"), "月报表", [
      ["填报单位：区人社局", null, null, null, "报告期：2016年10月"],
      ["台账编号", "任务名称", "计量单位", "年度目标", "本年累计完成", "备注"],
      ["NG-01", "城镇新增就业", "人", 1300, 1255, null],
      ["NG-02", "残疾人就业", "人", 220, 199, null],
      ["NG-07", "技能培训", "人次", 500, 450, null],
    ]);
    expect(sorted(await totals(together, "--ledger", at("台账.xlsx")))).toEqual(sorted(right));
    const left =
      "B4“残疾人就业”是下发给区残联的任务，由区残联填报，这里的数没有计入；请删去这一行，或与区残联核对由谁填报。";
    const rolledUp = await document<RollupDocument>(
      ...(["rollup", together, "--ledger", at("台账.xlsx"), "--period", "2016-10"] as const),
    );
    const collected = await document<CollectDocument>(
      ...(["collect", at("台账.xlsx"), together, "-o", at("收抄的.xlsx")] as const),
    );
    for (const { findings } of [rolledUp, collected])
      expect(findings.find(({ code }) => code === "C03")?.message).toBe(left);
  });
});

/** A return of 区人社局 with these rows of 城镇新增就业; `more` are further sheets. */
const registered = async (name: string, sheets: SheetLayout[]) => {
  const together = beside(name);
  writeFileSync(join(together, "区人社局.xlsx"), writeWorkbook(sheets));
  const register = at(`${name}.xlsx`);
  const collected = await document<CollectDocument>(
    ...(["collect", at("台账.xlsx"), together, "-o", register, "--period", "2016-10"] as const),
  );
  const actual = async (...argv: string[]) =>
    (await totals(...argv)).find(([indicator]) => indicator === "城镇新增就业")?.[2];
  return {
    line: collected.register.find(({ org }) => org === "区人社局"),
    codes: collected.findings.map(({ code, ref }) => `${code} ${ref}`),
    fromRegister: await actual(register),
    fromReturns: await actual(together, "--ledger", at("台账.xlsx")),
  };
};
const own = (name: string, rows: readonly Row[], merges: string[] = []): SheetLayout => ({
  name,
  rows: [
    ["填报单位：区人社局", null, null, null, null, "报告期：2016年10月"],
    ["台账编号", "任务名称", "计量单位", "年度目标", "本月完成", "本年累计完成"],
    ...rows,
  ],
  merges,
});
const training: Row = ["NG-07", "技能培训", "人次", 500, 50, 450];

describe("收件登记和汇总说的是一回事", () => {
  test("只填了本月，没填累计：登记为未报齐，退回补累计，汇总列为缺报", async () => {
    const sheets = [own("月报表", [["NG-01", "城镇新增就业", "人", 1300, 120, null], training])];
    const { line, codes, fromRegister, fromReturns } = await registered("只填本月", sheets);
    expect(line).toMatchObject({ state: "sentBack", expected: 2, answered: 1 });
    expect(codes).toContain("M04 F3");
    expect([fromRegister, fromReturns]).toEqual([null, null]);
  });

  test("一个累计数合并在两项任务上：都不算已报，也都不计入", async () => {
    const rows: Row[] = [
      ["NG-01", "城镇新增就业", "人", 1300, 120, 1255],
      ["NG-07", "技能培训", "人次", 500, 50, null],
    ];
    const { line, codes, fromRegister, fromReturns } = await registered("合并", [
      own("月报表", rows, ["F3:F4"]),
    ]);
    expect(line).toMatchObject({ state: "sentBack", answered: 0 });
    expect(codes).toContain("V10 F3:F4");
    expect([fromRegister, fromReturns]).toEqual([null, null]);
  });

  test("同一项列了两行，先一行没有数：取有数的一行", async () => {
    const blank: Row = ["NG-01", "城镇新增就业", "人", 1300, null, null];
    const rows = [blank, training, ["NG-01", "城镇新增就业", "人", 1300, 120, 1255] as Row];
    const { line, codes, fromRegister, fromReturns } = await registered("两行", [own("月报表", rows)]);
    expect(line).toMatchObject({ expected: 2, answered: 2 });
    expect(codes).toContain("C08 B3");
    expect([fromRegister, fromReturns]).toEqual(["1255", "1255"]);
  });

  test("一个文件里两张表的数不一样：哪张为准由单位核实，都不计入", async () => {
    const sheets = [1155, 1255].map((actual, index) =>
      own(`月报表${index + 1}`, [["NG-01", "城镇新增就业", "人", 1300, 120, actual], training]),
    );
    const { line, codes, fromRegister } = await registered("两张表", sheets);
    expect(line).toMatchObject({ state: "sentBack", toCorrect: { A: 1 } });
    expect(codes).toContain("C02 A2");
    expect(fromRegister).toBeNull();
  });
});

test.each([
  ["zh-CN", "《Sheet1》这张表是空的。"],
  ["en", "Sheet1: This sheet is empty."],
])("检查一个空的工作簿，说明它是什么，不只说没有发现问题（%s）", async (lang, says) => {
  book(at("空.xlsx"), "Sheet1", []);
  const { out, exit } = await command("check", at("空.xlsx"), "--lang", lang);
  expect(out).toContain(says);
  expect(exit).toBe(0);
});

test("改好的文件写不出时，问题照样列出，不说没有发现问题", async () => {
  const file = at("写不出.xlsx");
  book(file, "10月", [
    ["填报单位：区人社局", null, null, null],
    ["任务名称", "计量单位", "年度目标", "累计完成"],
    ["城镇新增就业", "人", 1300, "1255"],
    ["技能培训", "人次", 500, 450],
  ]);
  const { findings, exit } = await document<CheckDocument>("check", file, "--fix", "-o", file);
  expect(findings.map(({ code, ref }) => [code, ref])).toContainEqual(["V01", "D3"]);
  expect(exit).toBe(2);
  expect((await command("check", file, "--fix", "-o", file)).out).not.toContain("没有发现问题");
});

test.each<[name: string, files: readonly string[], lang: string, last: string]>([
  ["只有空表：没有可以检查的，不说没有问题", ["空.xlsx"], "zh-CN", "没有可以检查的文件。"],
  ["空表和报表", ["空.xlsx", "净.xlsx"], "zh-CN", "查了1个文件，没有发现问题。另有1个文件没有可以检查的表。"],
  [
    "the same in English",
    ["空.xlsx", "净.xlsx"],
    "en",
    "Checked 1 file; nothing found. 1 more has no sheet to check.",
  ],
])("%s", async (_, files, lang, last) => {
  book(at("空.xlsx"), "Sheet1", []);
  book(at("净.xlsx"), "月报", [
    ["2016年10月重点任务月报表"],
    ["填报单位：区人社局"],
    ["任务名称", "计量单位", "年度目标", "本年累计完成"],
    ["城镇新增就业", "人", 1300, 1255],
  ]);
  const { out } = await command("check", ...files.map((file) => at(file)), "--lang", lang);
  expect(out.trim().split("\n").at(-1)).toBe(last);
});
