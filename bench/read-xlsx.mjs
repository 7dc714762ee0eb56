// Times reading .xlsx beside the peers, in one run and interleaved: `node --expose-gc read-xlsx.mjs [rounds]`.
// On a busy machine the wall clock is noise; processor time, threads included, is the steadier of the two ratios.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readers } from "./readers.mjs";
import { returnWorkbook } from "./sheets.mjs";

const rounds = Number(process.argv[2] ?? 5);
const folder = mkdtempSync(join(tmpdir(), "taizhang-bench-"));
const keep = (name, bytes) => {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
};
const jobs = [
  {
    name: "500 files of 70×16",
    paths: Array.from({ length: 500 }, (_, at) => keep(`b${at}.xlsx`, returnWorkbook(70, at + 1))),
  },
  { name: "1 file of 100,000×16", paths: [keep("c.xlsx", returnWorkbook(100_000, 1))] },
];
const all = await readers();

/** Stops if a reader gives other values: a fast wrong answer is not measured. */
async function check(path) {
  const bytes = new Uint8Array(readFileSync(path));
  let expected;
  for (const { name, read, values } of all) {
    const rows = values(await read(bytes));
    const trimmed = rows.map((row) =>
      JSON.stringify(row.slice(0, row.findLastIndex((value) => value !== null) + 1)),
    );
    expected ??= trimmed;
    const at = expected.findIndex((row, index) => row !== trimmed[index]);
    if (trimmed.length !== expected.length || at !== -1)
      throw new Error(`${name} reads row ${at + 1} otherwise:\n${trimmed[at]}\n${expected[at]}`);
  }
}

const median = (times) => [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)];

console.log(`Node ${process.version}, ${rounds} rounds, medians\n`);
console.log(
  `| reader | gives | ${jobs.map(({ name }) => `${name}, ms | times ours | CPU, ms | times ours`).join(" | ")} |`,
);
console.log(`|---|---|${jobs.map(() => "--:|--:|--:|--:|").join("")}`);
const table = all.map(({ name, gives }) => [name, gives]);
for (const { paths } of jobs) {
  await check(paths[0]);
  const files = paths.map((path) => new Uint8Array(readFileSync(path)));
  const times = all.map(() => []);
  const cpu = all.map(() => []);
  for (let round = 0; round < rounds; round++)
    for (const [at, { read }] of all.entries()) {
      globalThis.gc?.();
      const used = process.cpuUsage();
      const start = performance.now();
      for (const bytes of files) await read(bytes);
      times[at].push(performance.now() - start);
      const { user, system } = process.cpuUsage(used);
      cpu[at].push((user + system) / 1000);
    }
  for (const measured of [times, cpu]) {
    const medians = measured.map(median);
    for (const [at, row] of table.entries())
      row.push(Math.round(medians[at]).toLocaleString("en-US"), (medians[at] / medians[0]).toFixed(1));
  }
}
for (const row of table) console.log(`| ${row.join(" | ")} |`);
rmSync(folder, { recursive: true });
