import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import ts from "typescript";
import { expect, test } from "vitest";
import { readWorkbook } from "../packages/xlsx/src/index.ts";

const root = resolve(import.meta.dirname, "..");

/** Runs the block of a README that imports all of `names`, and gives the values that it made. */
async function ran(
  readme: string,
  imports: string,
  names: readonly string[],
): Promise<Record<string, unknown>> {
  const text = readFileSync(resolve(root, "packages", readme, "README.md"), "utf8");
  const found = [...text.matchAll(/^```ts\n([\s\S]*?)^```$/gm)].map(([, code = ""]) => code);
  const block = found.find((code) => code.includes(imports));
  if (!block) throw new Error(`no block with ${imports}`);
  const { outputText } = ts.transpileModule(block, {
    compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext },
  });
  const modules = new Map<string, unknown>();
  const body = outputText.replace(
    /^import (\{[^}]*\}) from "([^"]+)";$/gm,
    (_, given: string, from: string) => {
      modules.set(from, undefined);
      return `const ${given} = modules.get(${JSON.stringify(from)});`;
    },
  );
  for (const name of modules.keys())
    modules.set(
      name,
      await import(resolve(root, "packages", name.replace("@taizhang/", ""), "src/index.ts")),
    );
  const run = new Function("modules", `"use strict";${body}\nreturn { ${names.join(", ")} };`);
  return run(modules);
}

test("sheet: from sheets to totals", async () => {
  const { total, said, findings, layouts, summary } = await ran("sheet", "summaryLayouts", [
    "total",
    "findings",
    "layouts",
    "summary",
    "said: total?.notes.map((note) => sayNote(note))",
  ]);
  expect(total).toMatchObject({
    actual: "1255",
    target: "2000",
    atLeast: true,
    completion: "0.6275",
    missing: ["仁寿县人社局"],
  });
  expect(said).toEqual(["“城镇新增就业”：仁寿县人社局本期没有可用的数，合计按“至少”列示。"]);
  expect(findings).toEqual([]);
  const names = (layouts as { name: string }[]).map(({ name }) => name);
  const { value } = readWorkbook(summary as Uint8Array, { file: "汇总.xlsx" });
  expect(value?.sheets.map(({ name }) => name)).toEqual(names);
});

test("kpi: the versions of a target", async () => {
  const { june, july, said } = await ran("kpi", "explainTarget", ["june", "july", "said"]);
  expect([june, july]).toEqual(["600", "480"]);
  expect(said).toBe("480，自2026-07-01起");
});

test("kpi: the money of a project", async () => {
  const { task } = await ran("kpi", "taskList", ["task"]);
  expect(task).toMatchObject({
    title: "新建学校",
    light: "red",
    state: "behind",
    targets: [{ completion: "0.1875" }],
  });
});

test("sheet: checking while somebody types", async () => {
  const { found, after } = await ran("sheet", "startChecking", [
    "found",
    "after: checking.update(edits).findings",
  ]);
  expect(found).toMatchObject({ code: "V01", at: [{ ref: "D2" }] });
  expect(after).toEqual([]);
});

test("sheet: a finding explained", async () => {
  const { found, status } = await ran("sheet", "noSettings", [
    "found",
    "status: check(readings, { settings })[0].status",
  ]);
  expect(found).toMatchObject({ code: "V04", status: "open" });
  expect(status).toBe("explained");
});

test("xlsx: read, write, edit", async () => {
  const { findings, after } = await ran("xlsx", "editWorkbook", [
    "findings",
    "after: readWorkbook(edited.value, { file }).value.sheets[0].rows[1]",
  ]);
  expect([findings, after]).toEqual([[], ["新增就业", 1255]]);
});

test("model: what a name says, and a rate with its parts", async () => {
  const { rate, urban, insured, read } = await ran("model", "targetSchema", [
    "rate",
    "urban",
    "insured",
    "read",
  ]);
  expect(rate).toMatchObject({
    direction: "down",
    accounting: "ratio",
    acrossOrgs: "none",
    acrossTime: "none",
  });
  expect(urban).toMatchObject({ numerator: "城镇常住人口", denominator: "常住人口" });
  expect(insured).toMatchObject({ numerator: "参保人数", denominator: "应参保人数" });
  expect(read).toMatchObject({ success: false });
});
