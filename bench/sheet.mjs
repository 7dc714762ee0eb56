// Times checking, checking again after an edit, recognising and collecting: `node --expose-gc sheet.mjs [rounds]`;
// `node --expose-gc sheet.mjs memory` tells what a large sheet and its findings hold.
// There is no peer that checks target sheets: what it is measured against is the reading of the same files, the limits
// that the issue of these packages sets, and a check from the beginning. Processor time beside the wall clock.
import { bundled } from "./bundle.mjs";
import { returnWorkbook } from "./sheets.mjs";

const rounds = Number(process.argv[2] ?? 5);
const { readWorkbook, writeWorkbook } = await bundled("xlsx");
const { recogniseWorkbook, check, startChecking, splitLedger, collectReturns } = await bundled("sheet");

const median = (times) => [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)];

/** Median wall and processor time of a job in ms, after one round to warm up. */
function time(job, times = rounds) {
  const wall = [];
  const cpu = [];
  job();
  for (let round = 0; round < times; round++) {
    globalThis.gc?.();
    const used = process.cpuUsage();
    const start = performance.now();
    job();
    wall.push(performance.now() - start);
    const { user, system } = process.cpuUsage(used);
    cpu.push((user + system) / 1000);
  }
  return { wall: median(wall), cpu: median(cpu) };
}

/**
 * The same over jobs one after another, as they come: the garbage that a job makes is collected while the next one runs,
 * and counts. A full collection before each would throw the compiled code and the caches away, which no user does.
 */
function steady(job, times) {
  for (let warm = 0; warm < Math.min(times, 60); warm++) job();
  globalThis.gc?.();
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 300); // the sweepers of that collection
  const wall = [];
  const used = process.cpuUsage();
  for (let one = 0; one < times; one++) {
    const start = performance.now();
    job();
    wall.push(performance.now() - start);
  }
  const { user, system } = process.cpuUsage(used);
  const late = [...wall].sort((a, b) => a - b)[Math.floor(times * 0.95)];
  return { wall: median(wall), cpu: (user + system) / 1000 / times, late };
}

const read = (bytes, file) => readWorkbook(bytes, { file }).value.sheets;
const results = [];
const short = (ms) => ms.toFixed(ms < 10 ? 2 : 0);
const say = (name, { wall, cpu, late }, limit) =>
  results.push([name, short(wall), late === undefined ? "" : short(late), short(cpu), limit ?? ""]);

/** A clean sheet of so many rows and 16 columns, as a grid. */
function cleanSheet(count) {
  const rows = [
    ["填报单位：南关区人社局"],
    [
      "台账编号",
      "序号",
      "工作板块",
      "任务名称",
      "指标名称",
      "计量单位",
      "年度目标",
      "上月累计",
      "本月完成",
    ].concat([
      "本年累计完成",
      "上年同期累计",
      "指标完成率（%）",
      "牵头单位",
      "完成时限",
      "工作进展",
      "办理状态",
    ]),
  ];
  const leads = ["区人社局", "区民政局", "区教育局", "区住建局", "区卫健局", "区残联"];
  for (let at = 0; at < count; at++) {
    const [target, last, month] = [1000 + (at % 700), 300 + (at % 97), 20 + (at % 13)];
    const sum = last + month;
    rows.push(
      [
        `NG-${at}`,
        at + 1,
        `板块${at % 9}`,
        `任务${at}`,
        `指标${at}`,
        "人",
        target,
        last,
        month,
        sum,
        sum - 7,
      ].concat([
        Math.round((sum / target) * 1000) / 10,
        leads[at % 6],
        "2016年12月底前",
        `第${at}项已办`,
        "正常推进",
      ]),
    );
  }
  const nothing = {
    formulas: new Map(),
    formats: [],
    merges: [],
    hiddenRows: new Set(),
    hiddenColumns: new Set(),
  };
  return { name: "2016年10月", rows, ...nothing, visibility: "visible", date1904: false };
}

if (process.argv[2] === "memory") {
  const megabytes = (bytes) => `${Math.round(bytes / 1e6)} MB`;
  const heap = () => {
    globalThis.gc?.();
    return process.memoryUsage().heapUsed;
  };
  for (const [name, grids] of [
    ["clean", [cleanSheet(100_000)]],
    ["of chance figures", read(returnWorkbook(100_000, 1), "大表.xlsx")],
  ]) {
    const before = heap();
    const big = recogniseWorkbook(grids, "大表.xlsx");
    const recognised = heap();
    const found = check(big);
    const most = process.memoryUsage().heapUsed;
    const kept = heap();
    console.log(
      `100,000 × 16, ${name}: grid ${megabytes(before)}, tables ${megabytes(recognised - before)}, ` +
        `${found.length} findings ${megabytes(kept - recognised)}, heap after the check ${megabytes(most)}`,
    );
  }
  const grid = cleanSheet(5_000);
  let checking = startChecking([grid], "大表.xlsx");
  for (const edits of [500, 2_000, 2_000]) {
    for (let edit = 0; edit < edits; edit++) {
      const row = 40 + ((edit * 37) % 4_900);
      const value = checking.readings[0].grid.rows[row][8];
      const at = { kind: "cell", file: "大表.xlsx", sheet: grid.name, ref: `I${row + 1}` };
      checking = checking.update([{ kind: "setCell", at, before: { value }, after: { value: value + 0.5 } }]);
    }
    console.log(`5,000 × 16 after ${edits} more edits: heap ${megabytes(heap())}`);
  }
  console.log(`resident at most: ${megabytes(process.resourceUsage().maxRSS * 1024)}`);
  process.exit();
}

for (const [name, grids] of [
  ["clean", [cleanSheet(100_000)]],
  ["of chance figures", read(returnWorkbook(100_000, 1), "大表.xlsx")],
]) {
  const big = recogniseWorkbook(grids, "大表.xlsx");
  const found = check(big).length.toLocaleString("en-US");
  say(
    `check of 100,000 × 16, ${name}, all rules: ${found} findings`,
    time(() => check(big)),
    "1,500",
  );
}

/** Edits row after row in a column and checks again; each edit must give what a check from the beginning gives. */
function recheck(name, grids, column, change, limit) {
  let checking = startChecking(grids, "报表.xlsx");
  const [{ name: sheet }] = grids;
  const letter = String.fromCharCode(65 + column);
  let line = 0;
  const edit = () => {
    const { grid } = checking.readings[0];
    const row = 40 + ((line++ * 37) % (grid.rows.length - 45));
    const value = grid.rows[row][column];
    const formula = grid.formulas.get(row * 16_384 + column);
    const kept = formula === undefined ? {} : { formula };
    const at = { kind: "cell", file: "报表.xlsx", sheet, ref: `${letter}${row + 1}` };
    const after = { value: change(value), ...kept };
    checking = checking.update([{ kind: "setCell", at, before: { value, ...kept }, after }]);
    return checking.findings.length;
  };
  say(`check again after one edit, ${name}`, steady(edit, 400), limit);
  const now = checking.readings.map(({ grid }) => grid);
  const whole = check(recogniseWorkbook(now, "报表.xlsx"));
  if (JSON.stringify(whole) !== JSON.stringify(checking.findings))
    throw new Error(`${name}: not the same findings`);
  return now;
}

const oneMore = (value) => value + 1;
const longer = (value) => `${value}改`;
for (const rows of [70, 1_000]) {
  const now = recheck(`a figure, ${rows.toLocaleString("en-US")} × 16`, [cleanSheet(rows)], 8, oneMore, "2");
  say(
    "  the same from the beginning",
    time(() => check(recogniseWorkbook(now, "报表.xlsx")), 21),
  );
}
recheck("a figure, 100,000 × 16", [cleanSheet(100_000)], 8, oneMore, "2");
recheck("a task's name, 100,000 × 16", [cleanSheet(100_000)], 3, longer, "2");
recheck("a word of progress, 100,000 × 16", [cleanSheet(100_000)], 14, longer, "2");
recheck(
  "a figure, 100,000 × 16 of chance figures",
  read(returnWorkbook(100_000, 1), "大表.xlsx"),
  7,
  oneMore,
  "2",
);
const fifty = Array.from({ length: 50 }, (_, at) => ({ ...cleanSheet(70), name: `表${at + 1}` }));
recheck("a figure, 50 sheets of 70 × 16", fifty, 8, oneMore, "2");

const sheets = Array.from({ length: 200 }, (_, at) => ({
  ...read(returnWorkbook(70, at + 1), "二百张表.xlsx")[0],
  name: `表${at + 1}`,
}));
say(
  "recognition of a workbook of 200 sheets of 70 × 16",
  time(() => recogniseWorkbook(sheets, "二百张表.xlsx")),
  "200",
);

const counties = [
  "朝阳区",
  "南关区",
  "宽城区",
  "绿园区",
  "二道区",
  "双阳区",
  "九台区",
  "农安县",
  "榆树市",
  "德惠市",
];
const offices = [
  "人社局",
  "教育局",
  "民政局",
  "住建局",
  "卫健局",
  "文旅局",
  "农业农村局",
  "交通运输局",
  "水利局",
  "财政局",
];
const more = ["司法局", "审计局", "统计局", "应急局", "信访局"];
const orgs = counties.flatMap((county) => [...offices, ...more].flatMap((office) => [`${county}${office}`]));
while (orgs.length < 500) orgs.push(`${counties[orgs.length % 10]}第${orgs.length}中心小学校`);
const ledger = recogniseWorkbook(
  read(
    writeWorkbook([
      {
        name: "台账",
        rows: [
          ["台账编号", "任务名称", "指标名称", "计量单位", "年度目标", "牵头单位"],
          ...orgs.flatMap((org, at) =>
            Array.from({ length: 20 }, (_, row) => [
              `T-${at}-${row}`,
              `任务${row}`,
              `指标${row}`,
              "人",
              100 + row,
              org,
            ]),
          ),
        ],
      },
    ]),
    "台账.xlsx",
  ),
  "台账.xlsx",
);
const files = splitLedger(ledger, { period: "2016-10" }).files.map(({ org, layouts }) => {
  const [form, ...others] = layouts;
  const header = form.rows[3].map((cell) => cell.value);
  const put = { 本月完成: 5, 本年累计完成: 60, 工作进展: "已办", 办理状态: "正常推进" };
  const rows = form.rows.map((row, at) =>
    at > 3 && at < 24
      ? row.map((cell, column) => (header[column] in put ? { ...cell, value: put[header[column]] } : cell))
      : row,
  );
  return { file: `${org}.xlsx`, bytes: writeWorkbook([{ ...form, rows }, ...others]) };
});
const reading = steady(() => files.map(({ file, bytes }) => read(bytes, file)), rounds * 2);
const grids = files.map(({ file, bytes }) => ({ file, sheets: read(bytes, file) }));
const collecting = steady(() => {
  const returns = grids.flatMap((one) => recogniseWorkbook(one.sheets, one.file, { targetsElsewhere: true }));
  return collectReturns({ ledger, returns, period: "2016-10" });
}, rounds * 2);
say("reading 500 returned files", reading);
say(
  `recognising, checking and collecting them: ${((reading.cpu + collecting.cpu) / reading.cpu).toFixed(2)} × their reading in all`,
  collecting,
  "2 ×",
);

console.log(`Node ${process.version}, ${rounds} rounds, medians in ms\n`);
console.log("| job | wall | 95th of 100 | CPU | limit |\n|---|--:|--:|--:|--:|");
for (const row of results) console.log(`| ${row.join(" | ")} |`);
