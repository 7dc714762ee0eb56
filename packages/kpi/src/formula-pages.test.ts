/// <reference types="node" />
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { type FormulaPage, formulaPages } from "./testing/formula-pages.ts";
import { rollUpPages } from "./testing/roll-up-pages.ts";

const pages = [...formulaPages, ...rollUpPages];

const block = (lines: readonly string[]): string => `\`\`\`text\n${lines.join("\n")}\n\`\`\``;
const pageOf = ({ title, english, about, examples }: FormulaPage): string =>
  [
    `# ${title} · ${english}`,
    "<!-- Made by packages/kpi/src/formula-pages.test.ts from the code itself; `vitest run -u` writes it anew. -->",
    `Explanations name their source: 台账计算规则 is [this document](rules.md).`,
    about,
    ...examples.flatMap(({ name, lines }) => [`## ${name}`, block(lines("zh-CN")), block(lines("en"))]),
  ].join("\n\n");

/** Each formula has its page with worked examples; what a page shows is what the code says. */
test.each(pages.map((page) => [page.file, page] as const))("docs/formulas/%s.md", async (file, page) => {
  await expect(`${pageOf(page)}\n`).toMatchFileSnapshot(`../../../docs/formulas/${file}.md`);
});

test("docs/formulas/README.md lists every page", async () => {
  const rows = pages.map(({ file, title, english }) => `- [${title} · ${english}](${file}.md)`);
  const text = `# Formulas 公式\n\nEvery formula of \`@taizhang/kpi\` with its source and worked examples, in the words of its own \`explain…\` functions.\n\n[台账计算规则 · Rules of calculation](rules.md): what the explanations name as their source.\n\n${rows.join("\n")}\n\n[What mutation tests found](mutation.md)\n`;
  await expect(text).toMatchFileSnapshot("../../../docs/formulas/README.md");
});

test("the rules that explanations name as their source can be read", () => {
  const rules = readFileSync(new URL("../../../docs/formulas/rules.md", import.meta.url), "utf8");
  const named = pages.flatMap(({ examples }) =>
    examples.flatMap(({ lines }) =>
      lines("zh-CN").flatMap((line) => /台账计算规则第(\d)节/.exec(line)?.[1] ?? []),
    ),
  );
  expect([...new Set(named)].sort()).toEqual(["2", "3", "4"]);
  for (const section of named) expect(rules).toContain(`## 第${section}节`);
});

test("nothing is left unsaid in either language, and English holds no Chinese marks", () => {
  for (const { examples } of pages)
    for (const { lines } of examples) {
      for (const line of [...lines("zh-CN"), ...lines("en")])
        expect(line).not.toMatch(/undefined|NaN|\[object|null/);
      expect(lines("zh-CN")).not.toEqual(lines("en"));
      for (const line of lines("en").filter((one) => !one.startsWith("Source")))
        expect(line).not.toMatch(/[，。；：]/);
    }
});
