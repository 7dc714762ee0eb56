// What the engine costs beside time for a roll-up: `node --expose-gc engine-costs.mjs [memory]`. Where the time of plain
// objects goes, edits at a million facts, exact sums beside a naive sum of doubles, growth from ten thousand to ten million;
// with `memory` only what ten million facts hold, in a process of their own.
import { bundled } from "./bundle.mjs";
import { codedFacts } from "./facts.mjs";

const kpi = await bundled("kpi");
const median = (times) => [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)];
const megabytes = (bytes) => `${Math.round(bytes / 1e6)} MB`;

if (process.argv[2] === "memory") {
  const table = kpi.factTable(codedFacts(10_000_000).columns());
  globalThis.gc();
  const before = process.memoryUsage().rss;
  const rollUp = kpi.rollUpFacts(table, { sets: kpi.everyLevel(table, "division") });
  const after = process.memoryUsage().rss;
  const peak = process.resourceUsage().maxRSS * 1024;
  const columns = [table.org, table.indicator, table.target, table.actual, table.marks].reduce(
    (sum, one) => sum + one.byteLength,
    0,
  );
  console.log(
    `10 million facts: columns ${megabytes(columns)} (${columns / table.size} bytes a fact); resident ${megabytes(before)} with the columns, ${megabytes(after)} after a roll-up of ${rollUp.sets.length} sets; most at any time, making the facts included, ${megabytes(peak)}`,
  );
  process.exit(0);
}

const facts = codedFacts(1_000_000);
const table = kpi.factTable(facts.columns());
const plan = { sets: kpi.everyLevel(table, "division") };
plainObjects();
const live = kpi.liveRollUp(table, plan);
let heard = 0;
live.subscribe((changed) => {
  heard += changed.length;
});
let state = 7;
const next = (below) => {
  state ^= state << 13;
  state ^= state >>> 17;
  state ^= state << 5;
  return (state >>> 0) % below;
};
const each = [];
const used = [];
for (let round = 0; round < 9; round++) {
  const edits = Array.from({ length: 50_000 }, () => [
    { row: next(table.size), change: { actual: next(1_000_000) / 100 } },
  ]);
  const cpu = process.cpuUsage();
  const start = performance.now();
  for (const edit of edits) live.apply(edit);
  used.push(process.cpuUsage(cpu).user / edits.length);
  each.push(((performance.now() - start) * 1000) / edits.length);
}
const equal =
  JSON.stringify([...kpi.factCells(kpi.rollUpFacts(live.table(), plan))]) ===
  JSON.stringify(live.cells().sort(() => 0));
console.log(
  `one edit at 1,000,000 facts, six cells above it told: median ${median(each).toFixed(2)} µs, best ${Math.min(...each).toFixed(2)} µs; of processor time median ${median(used).toFixed(2)} µs; ${heard} cells heard; equal to a full roll-up: ${equal}`,
);

const rollUp = kpi.rollUpFacts(table, plan);
const reading = [];
let cells = 0;
for (let round = 0; round < 3; round++) {
  const start = performance.now();
  cells = 0;
  for (const cell of kpi.factCells(rollUp)) if (cell.completion !== undefined) cells++;
  reading.push(performance.now() - start);
}
console.log(
  `reading all ${cells} cells as decimals, with their rates to the last digit: ${Math.round(Math.min(...reading))} ms`,
);

const column = table.actual;
const naive = () => {
  let sum = 0;
  for (let row = 0; row < column.length; row++) sum += column[row];
  return sum;
};
const times = { naive: [], exact: [] };
let kept = 0;
for (let round = 0; round < 60; round++) {
  for (const [name, job] of [
    ["naive", naive],
    ["exact", () => kpi.sumExactly(column)],
  ]) {
    const start = performance.now();
    for (let turn = 0; turn < 10; turn++) kept += job();
    times[name].push((performance.now() - start) / 10);
  }
}
const [a, b] = [Math.min(...times.naive), Math.min(...times.exact)];
console.log(
  `sum of 1,000,000 amounts: naive doubles ${a.toFixed(2)} ms, exact ${b.toFixed(2)} ms, ${(b / a).toFixed(2)} times; medians ${median(times.naive).toFixed(2)} and ${median(times.exact).toFixed(2)} ms; both ${kept > 0 ? "used" : "unused"}`,
);

for (const size of [10_000, 100_000, 1_000_000, 10_000_000]) {
  const own = size === 1_000_000 ? table : kpi.factTable(codedFacts(size).columns());
  const wall = [];
  for (let round = 0; round < 7; round++) {
    const start = performance.now();
    kpi.rollUpFacts(own, plan);
    wall.push(performance.now() - start);
  }
  const bytes = [own.org, own.indicator, own.target, own.actual, own.marks];
  const reads = [];
  for (let round = 0; round < 5; round++) {
    const start = performance.now();
    let sum = 0;
    for (const part of bytes) for (let row = 0; row < part.length; row++) sum += part[row];
    reads.push(performance.now() - start);
    kept += sum > 0 ? 1 : 0;
  }
  console.log(
    `${size} facts: roll-up ${median(wall).toFixed(1)} ms (best ${Math.min(...wall).toFixed(1)}), ${((Math.min(...wall) * 1e6) / size).toFixed(1)} ns a fact; reading the columns once ${Math.min(...reads).toFixed(1)} ms`,
  );
}

/** What a million plain objects cost at the least: read, and their two names looked up; then coded, and rolled up. */
function plainObjects() {
  const objects = facts.objects();
  const frame = facts.frame();
  const codesOf = (names) =>
    Object.assign(Object.create(null), Object.fromEntries(names.map((name, code) => [name, code])));
  const orgs = codesOf(facts.orgs.names);
  const indicators = codesOf(facts.indicators.map(({ key }) => key));
  let used = 0;
  const jobs = {
    "reading the six properties": () => {
      for (const { org, indicator, target, actual, status, light } of objects)
        used += (target ?? 0) + (actual ?? 0) + (org === indicator ? 1 : 0) + (status === light ? 1 : 0);
    },
    "looking up the two names": () => {
      for (const { org, indicator } of objects) used += orgs[org] + indicators[indicator];
    },
    encodeFacts: () => kpi.encodeFacts(frame, objects),
    rollUpFacts: () => kpi.rollUpFacts(table, plan),
    "both together": () => kpi.rollUpFacts(kpi.encodeFacts(frame, objects).table, plan),
  };
  // In turns, so that noise meets all alike
  const times = Object.entries(jobs).map(([name, job]) => ({ name, job, wall: [], cpu: [] }));
  for (let round = 0; round < 15; round++)
    for (const { job, wall, cpu } of times) {
      globalThis.gc();
      const before = process.cpuUsage();
      const start = performance.now();
      job();
      wall.push(performance.now() - start);
      const { user, system } = process.cpuUsage(before);
      cpu.push((user + system) / 1000);
    }
  console.log(`1,000,000 plain objects, best of 15 rounds in turns (${used > 0 ? "used" : "unused"})`);
  for (const { name, wall, cpu } of times)
    console.log(
      `  ${name}: ${Math.min(...wall).toFixed(1)} ms, processor time ${Math.min(...cpu).toFixed(1)} ms`,
    );
}
