/**
 * Turns the facts of data/ into src/generated/*.ts. With `--check` it writes nothing and exits 1 where a
 * generated file differs from what the facts give.
 */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { packColumn, packDepartments, packReforms } from "./pack-departments.mjs";
import { packDivisions } from "./pack-divisions.mjs";
import { packTowns } from "./pack-towns.mjs";
import { packZones } from "./pack-zones.mjs";
import { readDivisions, readTable, readText } from "./read-facts.mjs";

const folder = new URL("../src/generated/", import.meta.url);
const check = process.argv.includes("--check");

/** A module whose exports are the given texts. */
const moduleOf = (texts) => {
  const lines = Object.entries(texts).map(
    ([name, text]) => `export const ${name} =\n  ${JSON.stringify(text)};\n`,
  );
  return `// made by scripts/generate.mjs from data/: edit the facts, not this file\n${lines.join("")}`;
};

const departments = JSON.parse(readText("departments.json"));
const zones = readTable("zones.tsv");

/** Traditional letters and their simple ones, pairwise, for the letters that occur in names of the core. */
const traditional = () => {
  const used = new Set([...[...readDivisions(), ...zones].map(({ name }) => name).join("")]);
  for (const { names, short, variants } of departments)
    for (const letter of [...Object.values(names), ...short, ...variants].join("")) used.add(letter);
  return readTable("traditional.tsv")
    .filter(({ simplified }) => used.has(simplified))
    .map((row) => row.traditional + row.simplified)
    .join("");
};

const files = {
  "departments.ts": moduleOf({
    departments: packDepartments(departments),
    departmentIds: packColumn(departments, "id"),
    departmentFunctions: packColumn(departments, "function"),
    departmentSources: packColumn(departments, "source"),
    reforms: packReforms(JSON.parse(readText("reforms.json"))),
  }),
  "divisions.ts": moduleOf(packDivisions(readDivisions())),
  "short-names.ts": moduleOf({
    shortNames: readTable("short-names.tsv")
      .map(({ name, short }) => `${name}=${short.replaceAll(" ", "+")}`)
      .join(" "),
  }),
  "zones.ts": moduleOf({
    zones: packZones(zones, readDivisions()),
  }),
  "towns.ts": moduleOf(packTowns(readTable("towns.tsv"), readTable("township-changes.tsv"), readDivisions())),
  "traditional.ts": moduleOf({ traditional: traditional() }),
};

mkdirSync(folder, { recursive: true });
let differs = false;
for (const [name, text] of Object.entries(files)) {
  const file = new URL(name, folder);
  const size = `${(gzipSync(text, { level: 9 }).length / 1024).toFixed(1)} KB gzip`;
  if (!check) {
    writeFileSync(file, text);
    console.log(`src/generated/${name}: ${size}`);
    continue;
  }
  let now = "";
  try {
    now = readFileSync(file, "utf8");
  } catch {
    // a missing file differs
  }
  if (now !== text) {
    differs = true;
    console.error(`src/generated/${name} differs from the facts: run scripts/generate.mjs`);
  }
}
if (differs) process.exitCode = 1;
