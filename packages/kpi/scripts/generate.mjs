// Makes src/generated/*.ts from data/*.json; --check only compares.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";

const folder = resolve(import.meta.dirname, "..");
const check = process.argv.includes("--check");
const bySince = (a, b) => (a.since < b.since ? -1 : 1);
let stale = 0;
mkdirSync(resolve(folder, "src/generated"), { recursive: true });
for (const name of readdirSync(resolve(folder, "data")).filter((file) => file.endsWith(".json"))) {
  const { about: _, ...data } = JSON.parse(readFileSync(resolve(folder, "data", name), "utf8"));
  const [[key, value]] = Object.entries(data);
  for (const versions of Array.isArray(value) ? [value] : Object.values(value)) versions.sort(bySince);
  const text = `// Made from data/${name} by scripts/generate.mjs; do not edit.\nexport const ${key} = ${JSON.stringify(value, null, 2)} as const;\n`;
  const file = resolve(folder, "src/generated", name.replace(".json", ".ts"));
  let before;
  try {
    before = readFileSync(file, "utf8");
  } catch {
    before = undefined;
  }
  if (before === text) continue;
  stale++;
  if (check)
    console.error(
      `packages/kpi/src/generated/${name.replace(".json", ".ts")} is not what data/${name} makes.`,
    );
  else writeFileSync(file, text);
}
console.log(stale === 0 ? "kpi: data is current" : `kpi: ${stale} files ${check ? "differ" : "written"}`);
process.exit(check && stale > 0 ? 1 : 0);
