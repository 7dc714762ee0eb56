// Makes src/generated/*.ts from data/*.json and schema/*.json from the zod schemas; --check only compares.
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "tsup";

const folder = resolve(import.meta.dirname, "..");
const check = process.argv.includes("--check");
const concepts = [
  ...["plan", "program", "task", "target", "milestone", "funding"],
  ...["indicator", "org", "period", "observation", "return", "value"],
];
let stale = 0;

const biome = resolve(folder, "../../node_modules/@biomejs/biome/bin/biome");
const formatted = (json) =>
  execFileSync(process.execPath, [biome, "format", "--stdin-file-path=schema.json"], {
    input: json,
    encoding: "utf8",
  });

function put(path, text) {
  const file = resolve(folder, path);
  let before;
  try {
    before = readFileSync(file, "utf8");
  } catch {
    before = undefined;
  }
  if (before === text) return;
  stale++;
  if (check) return console.error(`packages/model/${path} is not what its source makes.`);
  mkdirSync(resolve(file, ".."), { recursive: true });
  writeFileSync(file, text);
}

for (const name of readdirSync(resolve(folder, "data")).filter((file) => file.endsWith(".json"))) {
  const { versions } = JSON.parse(readFileSync(resolve(folder, "data", name), "utf8"));
  versions.sort((a, b) => (a.since < b.since ? -1 : 1));
  put(
    `src/generated/${name.replace(".json", ".ts")}`,
    `// Made from data/${name} by scripts/generate.mjs; do not edit.\nexport const versions = ${JSON.stringify(versions, null, 2)} as const;\n`,
  );
}

// The bundle lies inside the package, so that it finds the package's own zod.
const cache = resolve(folder, "node_modules/.cache");
mkdirSync(cache, { recursive: true });
const temporary = mkdtempSync(join(cache, "schema-"));
try {
  await build({
    entry: { index: resolve(folder, "src/index.ts") },
    format: "esm",
    outDir: temporary,
    outExtension: () => ({ js: ".mjs" }),
    config: false,
    silent: true,
    dts: false,
    external: ["zod"],
    noExternal: [/^@taizhang\//],
    esbuildOptions: (options) => {
      options.conditions = ["@taizhang/source"];
    },
  });
  const model = await import(pathToFileURL(join(temporary, "index.mjs")).href);
  const { toJSONSchema } = await import(
    pathToFileURL(resolve(folder, "node_modules/zod/v4/mini/index.js")).href
  );
  for (const concept of concepts) {
    const schema = { title: concept, ...toJSONSchema(model[`${concept}Schema`]) };
    put(`schema/${concept}.schema.json`, formatted(JSON.stringify(schema)));
  }
} finally {
  rmSync(temporary, { recursive: true, force: true });
}
console.log(
  stale === 0
    ? "model: data and schemas are current"
    : `model: ${stale} files ${check ? "differ" : "written"}`,
);
process.exit(check && stale > 0 ? 1 : 0);
