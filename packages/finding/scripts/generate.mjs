// Writes the table of codes in README.md from src/catalog.ts and specs/sentences.json; --check fails if they differ.
import { readFileSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";

const folder = resolve(import.meta.dirname, "..");
const readme = resolve(folder, "README.md");
const catalog = readFileSync(resolve(folder, "src/catalog.ts"), "utf8");
const sentences = JSON.parse(readFileSync(resolve(folder, "specs/sentences.json"), "utf8"));

const entry = /^ {2}([A-Z]\d\d): entry\(\s*"([A-D])",\s*"([^"]+)",\s*"([^"]+)"((?:,\s*"[A-D]")*),?\s*\),$/gm;
const rows = [...catalog.matchAll(entry)].map(([, code, severity, zhCN, en, others]) => {
  const severities = [severity, ...(others.match(/[A-D]/g) ?? [])].join(" · ");
  const example = sentences.find((one) => one.code === code)?.["zh-CN"] ?? "";
  return `| ${code} | ${severities} | ${zhCN} | ${en} | ${example.replaceAll("|", "\\|")} |`;
});
if (rows.length !== new Set(sentences.map(({ code }) => code)).size)
  throw new Error(`Read ${rows.length} codes from the catalogue; the sentences have others.`);

const table = ["| code | severity | 中文 | English | for example |", "|---|---|---|---|---|", ...rows].join(
  "\n",
);
const text = readFileSync(readme, "utf8");
const next = text.replace(
  /(<!-- codes -->\n)[\s\S]*?(\n<!-- end -->)/,
  (_, open, close) => `${open}${table}${close}`,
);
if (!process.argv.includes("--check")) writeFileSync(readme, next);
else if (text !== next) {
  console.error("packages/finding/README.md is out of date: run scripts/generate.mjs");
  process.exit(1);
}
