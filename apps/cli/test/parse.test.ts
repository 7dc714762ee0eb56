import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { readEntries, recogniseWorkbook } from "@taizhang/sheet";
import { readWorkbook } from "@taizhang/xlsx";
import { strToU8, zipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { CheckDocument } from "../src/output/check.ts";
import type { ParseDocument } from "../src/output/parse.ts";
import { document } from "./command.ts";

const scenario = resolve(import.meta.dirname, "../../../packages/scenario");
const corpus = resolve(import.meta.dirname, "../../../../shared/corpus");
const inFolder = (folder: string) =>
  readdirSync(join(scenario, folder))
    .filter((name) => !name.endsWith(".md"))
    .map((name) => [name, join(scenario, folder, name, "plan.txt")] as const);
const realPlans = existsSync(corpus)
  ? readdirSync(corpus).flatMap((name) =>
      /^\d+\.txt$/.test(name) ? [[name, join(corpus, name)] as const] : [],
    )
  : [];
if (realPlans.length === 0) console.warn("real plans: ../shared/corpus is not here, so they were NOT read");
const plansHere = [...inFolder("plans"), ...inFolder("plans-unseen"), ...realPlans];
let folder = "";
const at = (name: string) => join(folder, name);

const body = [
  "2016年民生计划",
  "一、就业",
  "1.城镇新增就业5000人以上，10月底前建成培训中心。（牵头单位：区人社局；配合单位：区财政局）",
];
const word = `<?xml version="1.0"?><w:document xmlns:w="w"><w:body>${body
  .map(
    (line) =>
      `<w:p><w:r><w:t>${line.slice(0, 5)}</w:t></w:r><w:r><w:t xml:space="preserve">${line.slice(5)}</w:t></w:r></w:p>`,
  )
  .join(
    "",
  )}<w:tbl><w:tr>${["序号", "任务", "责任单位"].map((cell) => `<w:tc><w:p><w:r><w:t>${cell}</w:t></w:r></w:p></w:tc>`).join("")}</w:tr></w:tbl></w:body></w:document>`;
const page = `<html><head><title>别的</title><script>var a = "1.新增90人";</script></head><body>${body.map((line) => `<p>${line}</p>`).join("")}</body></html>`;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "taizhang-parse-"));
  writeFileSync(at("计划.txt"), body.join("\n"));
  writeFileSync(at("计划.html"), page);
  writeFileSync(at("计划.docx"), zipSync({ "word/document.xml": strToU8(word) }));
  writeFileSync(at("坏.docx"), zipSync({ "word/other.xml": strToU8("") }));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("各种来源的计划文本读出同样的任务", () => {
  test.each(["计划.txt", "计划.html", "计划.docx"])("%s", async (name) => {
    const { year, items, findings, exit } = await document<ParseDocument>("parse", at(name));
    expect(exit).toBe(0);
    expect(year).toBe(2016);
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({
      no: "1",
      lead: ["区人社局"],
      support: ["区财政局"],
      indicators: [{ name: "城镇新增就业", value: "5000", unit: "人", bound: "ge" }],
      milestones: [{ due: "2016-10-31", precision: "month" }],
    });
    expect(findings).toEqual([]);
  });

  test("不是文档的.docx说明原因，退出码2", async () => {
    const { exit, errors } = await document<ParseDocument>("parse", at("坏.docx"));
    expect(exit).toBe(2);
    expect(errors[0]?.code).toBe("cannotRead");
  });
});

/** What the ledger's rows say, as our own reader of sheets finds them. */
const rowsOf = (file: string) =>
  recogniseWorkbook(readWorkbook(readFileSync(file), { file }).value?.sheets ?? [], file)
    .flatMap(({ tables }) => tables)
    .flatMap((table) => readEntries(table))
    .map(({ cells }) => {
      const textOf = (field: Parameters<typeof cells.get>[0]) => cells.get(field)?.text ?? "";
      return [textOf("task"), textOf("unit"), textOf("target"), textOf("lead")].join("|");
    });

describe("写成台账", () => {
  test.each(plansHere)("%s：识别台账得到的任务、单位、目标、牵头单位与拆解结果一致", async (name, plan) => {
    const out = at(`${name}-again.xlsx`);
    const { items } = await document<ParseDocument>("parse", plan, "-o", out);
    const rows = new Set(rowsOf(out));
    for (const { title, lead, indicators } of items)
      for (const { bound, value, valueMax, unit, per } of indicators) {
        if (bound === "stretch") continue;
        const target = valueMax === undefined ? value : `${value}—${valueMax}`;
        expect(rows).toContain([title, `${unit}${per ? `/${per}` : ""}`, target, lead.join("、")].join("|"));
      }
  });

  test.each(plansHere)("%s：检查台账没有计划文本之外的A、B级问题", async (name, plan) => {
    const out = at(`${name}.xlsx`);
    const parsed = await document<ParseDocument>("parse", plan, "-o", out);
    const { findings } = await document<CheckDocument>("check", out);
    const known = new Set(parsed.findings.map(({ code }) => code));
    expect(findings.filter(({ severity, code }) => /[AB]/.test(severity) && !known.has(code))).toEqual([]);
  });
});
