// Turns data/header-words.json into src/generated/header-words.ts; --check fails if they differ.
import { readFileSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";

const folder = resolve(import.meta.dirname, "..");
const target = resolve(folder, "src/generated/header-words.ts");
const { fields, weak, groups, combinations, list } = JSON.parse(
  readFileSync(resolve(folder, "data/header-words.json"), "utf8"),
);

const seen = new Map();
for (const { field, words } of fields)
  for (const word of words) {
    if (seen.has(word)) throw new Error(`The word ${word} stands under ${seen.get(word)} and ${field}.`);
    seen.set(word, field);
  }

/** Words as one string: a task pane loads them, and quotes and commas are a sixth of them. */
const packed = (words) => {
  const spaced = words.find((word) => /\s/.test(word));
  if (spaced !== undefined) throw new Error(`The word ${spaced} has a space in it.`);
  return `"${words.join(" ")}".split(" ")`;
};

const generated = `// Made by scripts/generate.mjs from data/header-words.json; do not edit.
import type { HeaderWords } from "../recognise/header-words-data.ts";

export const headerWords: HeaderWords = {
  fields: [
${fields
  .map(
    ({ field, label, words }) =>
      `    { field: "${field}", label: { "zh-CN": "${label[0]}", en: "${label[1]}" }, words: ${packed(words)} },`,
  )
  .join("\n")}
  ],
  weak: ${packed(weak)},
  groups: ${packed(groups)},
  combinations: ${JSON.stringify(combinations.map(({ field, has, not = [] }) => ({ field, has, not })))},
  list: ${packed(list)},
};
`;

if (!process.argv.includes("--check")) writeFileSync(target, generated);
else if (readFileSync(target, "utf8") !== generated) {
  console.error("packages/sheet/src/generated/header-words.ts is out of date: run scripts/generate.mjs");
  process.exit(1);
}
