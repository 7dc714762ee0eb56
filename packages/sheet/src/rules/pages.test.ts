import { readdirSync } from "node:fs";
import { resolve } from "node:path";
import {
  catalog,
  type Finding,
  type FindingCode,
  finding,
  fixTitles,
  type Lang,
  say,
} from "@taizhang/finding";
import { type CellValue, columnName, textOf } from "@taizhang/grid";
import { describe, expect, test } from "vitest";
import sentences from "../../../finding/specs/sentences.json" with { type: "json" };
import reasons from "../../../finding/specs/why.json" with { type: "json" };
import { runExample } from "./example-readings.ts";
import type { Example, ExampleSheet } from "./rule.ts";
import { rules } from "./rules.ts";

const folder = resolve(import.meta.dirname, "../../../../docs/findings");
const codes = Object.keys(catalog) as FindingCode[];
const why = reasons as unknown as Record<string, readonly [string, string]>;
const groups: Readonly<Record<string, string>> = {
  S: "结构 Structure",
  V: "数值 Values",
  T: "目标 Targets",
  U: "单位 Organisations",
  D: "时限 Dates",
  X: "勾稽 Cross-checks",
  M: "月报 Monthly returns",
  F: "文件 Files",
  C: "收件 Collecting",
  R: "自编规则和设置 Your own rules and settings",
};
const severities = {
  A: "A 强制：必须改，或署名放行 must be mended, or released by a named person",
  B: "B 准强制：改或说明 mend or explain",
  C: "C 核实：确认，至少6字 confirm in at least 6 characters",
  D: "D 提示：可以不处理 a note",
} as const;

const escaped = (text: string): string => text.replaceAll("|", "\\|").replaceAll("\n", " ");
/** A number kept as text is shown with the apostrophe that Excel shows. */
const cell = (value: CellValue | undefined): string =>
  typeof value === "string" && /^[\d０-９][\d０-９,，.]*$/.test(value)
    ? `'${value}`
    : escaped(textOf(value ?? null));

/** The sheet of an example as a table with the letters and numbers that Excel shows. */
function tableOf({
  rows,
  formulas = {},
  hiddenRows = [],
  hiddenColumns = [],
  hiddenSheet = false,
  merges = [],
}: ExampleSheet): string {
  const width = Math.max(...rows.map((row) => row.length));
  const letters = Array.from({ length: width }, (_, index) => columnName(index));
  const lines = rows.map(
    (row, index) =>
      `| ${index + 1} | ${letters
        .map((letter, column) => {
          const formula = formulas[`${letter}${index + 1}`];
          return formula === undefined ? cell(row[column]) : `\`=${escaped(formula)}\` ${cell(row[column])}`;
        })
        .join(" | ")} |`,
  );
  const notes = [
    ...(merges.length > 0 ? [`合并：${merges.join("、")}`] : []),
    ...(hiddenRows.length > 0 ? [`隐藏的行：${hiddenRows.join("、")}`] : []),
    ...(hiddenSheet ? ["隐藏的工作表"] : []),
    ...(hiddenColumns.length > 0 ? [`隐藏的列：${hiddenColumns.join("、")}`] : []),
  ];
  return [
    `| | ${letters.join(" | ")} |`,
    `|---|${letters.map(() => "---").join("|")}|`,
    ...lines,
    ...(notes.length > 0 ? ["", notes.join("；")] : []),
  ].join("\n");
}

const saysOf = (found: Finding): string =>
  [
    `- ${say(found)}`,
    `  ${say(found, "en")}`,
    ...(found.fix
      ? [
          `  修正 Fix：${fixTitles[found.fix.id]["zh-CN"]}${found.fix.edits
            .flatMap((edit) =>
              edit.kind === "setCell" ? [` ${edit.at.ref} → ${cell(edit.after.value)}`] : [],
            )
            .slice(0, 6)
            .join("，")}`,
        ]
      : []),
  ].join("\n");

function exampleOf(code: FindingCode, example: Example): string {
  const found = runExample(example).filter((one) => one.code === code);
  const sheets = [
    example,
    ...(example.beside ?? []),
    ...(example.ledger ? [{ ...example.ledger, name: "下发的台账 the ledger" }] : []),
    ...(example.last ? [{ ...example.last, name: "上月报表 last month" }] : []),
  ];
  return [
    `### ${example.title}`,
    ...sheets.map((sheet) =>
      sheets.length > 1 ? `${sheet.name ?? "表"}\n\n${tableOf(sheet)}` : tableOf(sheet),
    ),
    ...(found.length > 0 ? [found.map(saysOf).join("\n")] : []),
  ].join("\n\n");
}

/** For codes that no rule of a sheet makes: their sentences. */
const sentencesOf = (code: FindingCode): string =>
  sentences
    .filter((one) => one.code === code)
    .map((one) =>
      finding(code, one.args as never, [{ kind: "cell", file: "甲.xlsx", sheet: "台账", ref: one.ref }]),
    )
    .map(saysOf)
    .join("\n");

function pageOf(code: FindingCode): string {
  const { title, severity, alternatives = [] } = catalog[code];
  const [zh, en] = why[code] ?? ["", ""];
  const rule = rules.find((one) => one.code === code);
  const parts = rule
    ? [
        "## 报出的 Found",
        ...rule.examples.filter(({ finds }) => finds.length > 0).map((one) => exampleOf(code, one)),
        "## 不报的 Left alone",
        ...rule.examples.filter(({ finds }) => finds.length === 0).map((one) => exampleOf(code, one)),
      ]
    : ["## 报出的 Found", sentencesOf(code)];
  return `${[
    `# ${code} ${title["zh-CN"]} ${title.en}`,
    [severity, ...alternatives].map((one) => severities[one]).join("<br>"),
    `**为什么 Why.** ${zh}\n${en}`,
    ...parts,
    `[全部问题 All findings](README.md)`,
  ].join("\n\n")}\n`;
}

function indexPage(): string {
  const lines = Object.entries(groups).map(([letter, heading]) => {
    const own = codes.filter((code) => code.startsWith(letter));
    return [
      `## ${heading}`,
      ["| 编号 | 级别 | 问题 | Problem |", "|---|---|---|---|"]
        .concat(
          own.map((code) => {
            const { title, severity, alternatives = [] } = catalog[code];
            return `| [${code}](${code}.md) | ${[severity, ...alternatives].join(" · ")} | ${title["zh-CN"]} | ${title.en} |`;
          }),
        )
        .join("\n"),
    ].join("\n\n");
  });
  return `${[
    "# 问题目录 Findings",
    "每个编号一页，由规则的例子生成，与检查时用的是同一份。One page a code, made from the examples that test the rule.",
    Object.values(severities).join("<br>"),
    ...lines,
  ].join("\n\n")}\n`;
}

describe("docs/findings", () => {
  test.each(codes)("%s", async (code) => {
    expect(
      why[code]?.every((text) => text.length > 8),
      code,
    ).toBe(true);
    await expect(pageOf(code)).toMatchFileSnapshot(resolve(folder, `${code}.md`));
  });

  test("目录页", async () => {
    await expect(indexPage()).toMatchFileSnapshot(resolve(folder, "README.md"));
  });

  test("没有多余的页", () => {
    const pages = readdirSync(folder).filter((name) => name !== "README.md");
    expect(pages.sort()).toEqual(codes.map((code) => `${code}.md`).sort());
  });

  test("两种语言都说得出", () => {
    const lang: readonly Lang[] = ["zh-CN", "en"];
    for (const { examples } of rules)
      for (const example of examples)
        for (const found of runExample(example))
          for (const one of lang) expect(say(found, one)).not.toMatch(/undefined|null|\[object/);
  });
});
