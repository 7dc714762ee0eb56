import { join, resolve } from "node:path";
import { expect, test } from "vitest";
import type { z } from "zod";
import { checkDocument } from "../src/output/check.ts";
import { inspectDocument } from "../src/output/inspect.ts";
import { parseDocument } from "../src/output/parse.ts";
import { rollupDocument } from "../src/output/rollup.ts";
import { scoreDocument } from "../src/output/score.ts";
import { unitsDocument, unitsResolveDocument } from "../src/output/units.ts";
import { command } from "./command.ts";

const examples = resolve(import.meta.dirname, "../../../examples");
const plans = resolve(import.meta.dirname, "../../../packages/scenario/plans");
const ledger = join(examples, "nanguan-2016/台账.xlsx");
const returns = join(examples, "nanguan-2016/2016-10");

/** Whatever is printed with --json is one document, and keeps to the schema that is published for it. */
test.each<[string, z.ZodType, string[]]>([
  ["check", checkDocument, ["check", returns, "--ledger", ledger]],
  ["check, a file that cannot be read", checkDocument, ["check", join(examples, "nanguan-2016/旧格式")]],
  ["rollup", rollupDocument, ["rollup", returns, "--ledger", ledger, "--by", "department,program,period"]],
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
  ["units list", unitsDocument, ["units", "list", "220100", "--on", "2016-10-01"]],
])("%s", async (_, schema, argv) => {
  const { out } = await command(...argv, "--json");
  const result = schema.safeParse(JSON.parse(out));
  expect(result.success ? [] : result.error.issues).toEqual([]);
});
