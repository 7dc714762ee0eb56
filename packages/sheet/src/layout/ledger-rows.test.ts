import { parsePlan } from "@taizhang/plan-text";
import { expect, test } from "vitest";
import cases from "../../specs/ledger-rows.json" with { type: "json" };
import { ledgerRows } from "./ledger-rows.ts";
import { ledgerLayouts } from "./ledger-sheet.ts";

// The cases are data: a plan's words, and what the ledger says of them in the columns that matter.

const columns = [
  "任务类型",
  "指标名称",
  "目标方向",
  "年度目标",
  "计量单位",
  "力争目标",
  "一季度",
  "上半年",
  "前三季度",
  "形象进度节点",
  "开始时间",
  "完成时限",
  "总投资（万元）",
  "年度计划投资（万元）",
];

test.each(cases)("$phenomenon", ({ text, rows }) => {
  const found = ledgerRows(parsePlan(text).plan).map(({ cells }) =>
    columns
      .map((heading) => [heading, cells[heading] ?? ""] as const)
      .filter(([, value]) => value !== "")
      .map(([heading, value]) => `${heading}:${value}`)
      .join(" "),
  );
  expect(found).toEqual(rows);
});

test("what no row counts is work as well, in the plan's own words", () => {
  const { plan } = parsePlan(
    "1.完善环卫设施。新建垃圾站3处；为贫困残疾人免费安装假肢，做好康复工作。(责任单位:区环卫局)",
  );
  expect(ledgerRows(plan).map(({ cells }) => cells["目标要求（原文）"])).toEqual([
    "新建垃圾站3处；",
    "为贫困残疾人免费安装假肢，做好康复工作。",
  ]);
});

test("单位列都有下拉：计划里的单位在前，同级常设部门在后；也可直接填写几个", () => {
  const { plan } = parsePlan(
    "2024年民生实事\n1.新建公厕3座。(牵头单位:区城管局;责任单位:区住建局;配合单位:区财政局、区巩固办)",
  );
  const [table, lists] = ledgerLayouts(plan);
  const headings = (table?.rows[2] ?? []).map((cell) =>
    cell && typeof cell === "object" && "value" in cell ? cell.value : cell,
  );
  const withLists = (table?.choices ?? [])
    .filter(({ from }) => from?.includes("$B$"))
    .map(({ ref, open }) => [headings[lettersIndex(ref)], open]);
  expect(withLists).toEqual([
    ["牵头单位", true],
    ["责任单位", true],
    ["配合单位", true],
    ["数据报送单位", true],
  ]);
  const orgs = (lists?.rows ?? []).map((row) => row[1]);
  expect(orgs.slice(0, 5)).toEqual(["单位名称", "区城管局", "区住建局", "区财政局", "区巩固办"]);
  expect(orgs).toContain("区教育局");
  expect(orgs).toContain("区医保局");
  expect(orgs).not.toContain("区卫计局"); // ended in 2018
  expect(new Set(orgs).size).toBe(orgs.filter((one) => one !== null).length + (orgs.includes(null) ? 1 : 0));
});

/** The index of the column that a reference begins with: AA4:AA9 is 26. */
const lettersIndex = (ref: string): number =>
  [...(/^[A-Z]+/.exec(ref)?.[0] ?? "")].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
