import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { writeWorkbook } from "@taizhang/xlsx";
import { afterAll, expect, test } from "vitest";
import type { z } from "zod";
import { checkDocument } from "../src/output/check.ts";
import { collectDocument } from "../src/output/collect.ts";
import { inspectDocument } from "../src/output/inspect.ts";
import { parseDocument } from "../src/output/parse.ts";
import { rollupDocument } from "../src/output/rollup.ts";
import { scoreDocument } from "../src/output/score.ts";
import { splitDocument } from "../src/output/split.ts";
import { unitsDocument, unitsResolveDocument, unitsShowDocument } from "../src/output/units.ts";
import { command } from "./command.ts";

const examples = resolve(import.meta.dirname, "../../../examples");
const plans = resolve(import.meta.dirname, "../../../packages/scenario/plans");
const ledger = join(examples, "nanguan-2016/台账.xlsx");
const returns = join(examples, "nanguan-2016/2016-10");

const folder = mkdtempSync(join(tmpdir(), "taizhang-documents-"));
const at = (name: string) => join(folder, name);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Three months of one department: what was done goes on, so that there are changes, forecasts and tasks to follow up. */
for (const [month, beds, toilets, lastYear] of [
  [1, 20, 0, null],
  [2, 55, 0, null],
  [3, 80, 1, 60],
] as const)
  writeFileSync(
    at(`民政局${month}月.xlsx`),
    writeWorkbook([
      {
        name: "月报表",
        rows: [
          [`南关区民政局2016年${month}月重点任务进展情况表`],
          [
            ...["台账编号", "任务名称", "指标名称", "计量单位", "年度目标", "本年累计完成", "上年同期累计"],
            ...["工作进展", "办理状态", "佐证材料"],
          ],
          ["N-1", "养老服务", "新增养老床位", "张", 300, beds, lastYear, `累计${beds}张`, "", ""],
          ["N-2", "公厕建设", "新建公厕", "座", 10, toilets, null, "土地未落实", "滞后", ""],
          ["N-3", "修订救助办法", "", "", "", "", "", "办法已印发", "已完成", ""],
        ],
      },
    ]),
  );
const months = [1, 2, 3].map((month) => at(`民政局${month}月.xlsx`));
writeFileSync(at("旧格式.xls"), readFileSync(ledger).subarray(0, 100));

/** Whatever is printed with --json is one document, and keeps to the schema that is published for it, with nothing more. */
test.each<[string, z.ZodType, string[]]>([
  ["check", checkDocument, ["check", returns, "--ledger", ledger]],
  ["check, a file that cannot be read", checkDocument, ["check", join(examples, "nanguan-2016/旧格式")]],
  ["rollup", rollupDocument, ["rollup", returns, "--ledger", ledger, "--by", "department,program,period"]],
  [
    "rollup of months",
    rollupDocument,
    ["rollup", ...months, "--by", "department,period", "--changes", "--explain", "--today", "2016-07-05"],
  ],
  [
    "rollup beside an earlier version, some reviewed",
    rollupDocument,
    [
      ...["rollup", ...months, "--earlier", months[1] ?? "", "--reviewed", months[2] ?? ""],
      ...["-o", at("汇总.xlsx")],
    ],
  ],
  [
    "split",
    splitDocument,
    ["split", ledger, "-o", at("下发"), "--by", "program", "--due", "2016-11-25", "--last", returns],
  ],
  [
    "collect",
    collectDocument,
    [
      ...["collect", ledger, returns, "-o", at("登记"), "--period", "2016-10"],
      ...["--due", "2016-10-25", "--today", "2016-10-28"],
    ],
  ],
  ["check, some mended", checkDocument, ["check", returns, "--ledger", ledger, "--fix", "-o", at("改好")]],
  ["check, a file of an old format", checkDocument, ["check", at("旧格式.xls"), at("没有.xlsx")]],
  ["rollup, English", rollupDocument, ["rollup", join(examples, "meishan-2019/returns"), "--lang", "en"]],
  ["score", scoreDocument, ["score", returns, "--ledger", ledger, "--preset", "linear"]],
  [
    "score, English",
    scoreDocument,
    ["score", join(examples, "meishan-2019/returns"), "--preset", "best", "--lang", "en"],
  ],
  ["inspect", inspectDocument, ["inspect", join(examples, "meishan-2019/returns/00-眉山市汇总表.xlsx")]],
  ["parse", parseDocument, ["parse", join(plans, "01-livelihood-list/plan.txt")]],
  [
    "parse, a web page",
    parseDocument,
    ["parse", join(plans, "04-web-page-programs/plan.txt"), "--lang", "en"],
  ],
  ["parse, a file that is not there", parseDocument, ["parse", join(plans, "没有.txt")]],
  ["units resolve", unitsResolveDocument, ["units", "resolve", "下关区", "--within", "320100"]],
  ["units resolve, several", unitsResolveDocument, ["units", "resolve", "朝阳"]],
  ["units history", unitsDocument, ["units", "history", "130503"]],
  ["units show", unitsShowDocument, ["units", "show", "220102"]],
  ["units show, a zone", unitsShowDocument, ["units", "show", "220173"]],
  ["units list, towns", unitsDocument, ["units", "list", "220102"]],
  ["units list", unitsDocument, ["units", "list", "220100", "--on", "2016-10-01"]],
])("%s", async (_, schema, argv) => {
  const { out } = await command(...argv, "--json");
  const printed: unknown = JSON.parse(out);
  const result = schema.safeParse(printed);
  expect(result.success ? [] : result.error.issues).toEqual([]);
  // The published schema allows no further keys, which parsing leaves out.
  expect(result.data).toEqual(printed);
});
