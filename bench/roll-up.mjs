// Times a roll-up of five levels and the total × 100 indicators beside the peers, in one run:
// `node --expose-gc --max-old-space-size=12000 roll-up.mjs [rounds]`. Every answer is compared before it is timed.
// Ours is the public API, from its sources, with exactness and coverage on.
import { DuckDBInstance } from "@duckdb/node-api";
import { table as arqueroTable, op } from "arquero";
import sqlite from "node-sqlite3-wasm";
import { bundled } from "./bundle.mjs";
import { appendCoded, codedFacts } from "./facts.mjs";

const rounds = Number(process.argv[2] ?? 5);
const kpi = await bundled("kpi");
const median = (times) => [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)];
const ms = (time) => Math.round(time).toLocaleString("en-US");

/** Collects what is garbage and waits until the helper threads of that are done: they would share the cores with the job. */
async function tidy() {
  globalThis.gc?.();
  await new Promise((done) => setTimeout(done, 100));
}

/** Runs one job some times; wall clock and processor time, threads included, in ms. */
async function timed(job, times) {
  const wall = [];
  const cpu = [];
  for (let round = 0; round < times; round++) {
    await tidy();
    const used = process.cpuUsage();
    const start = performance.now();
    await job();
    wall.push(performance.now() - start);
    const { user, system } = process.cpuUsage(used);
    cpu.push((user + system) / 1000);
  }
  return { best: Math.min(...wall), wall: median(wall), cpu: median(cpu) };
}

/** What every reader must say: per level the sums of target and actual, and orgs expected and reported, exactly. */
const checks = (groups) => groups.map((one) => JSON.stringify(one)).join("\n");

for (const size of [10_000, 1_000_000, 10_000_000]) await compare(size);

/** One size in a function of its own, so that a million objects do not stay for the ten million to be collected around. */
async function compare(size) {
  const facts = codedFacts(size);
  const table = kpi.factTable(facts.columns());
  const plan = { sets: kpi.everyLevel(table, "division") };
  const ours = () => kpi.rollUpFacts(table, plan);
  const expected = totalsOfOurs(ours());
  const results = [];
  const note = (name, gives, time) => results.push({ name, gives, ...time });

  note("Taizhang, coded columns", "exact, coverage of orgs", await timed(ours, rounds));
  if (size <= 1_000_000) {
    const objects = facts.objects();
    const frame = facts.frame();
    for (const by of ["name", "number"]) {
      const own = by === "name" ? objects : facts.objects(by);
      const encoded = () => kpi.rollUpFacts(kpi.encodeFacts(frame, own).table, plan);
      same(`objects by ${by}`, totalsOfOurs(encoded()), expected);
      note(`Taizhang, plain objects by ${by}`, "the same, encoding included", await timed(encoded, rounds));
    }
    {
      const paths = new Map(facts.orgs.names.map((name, at) => [name, ["", ...facts.paths()[at]]]));
      note(
        "naive Map",
        "sums of doubles, rows",
        await timed(() => naiveMap(objects, paths), Math.min(rounds, 3)),
      );
    }
    if (size <= 1_000_000) {
      const columns = arqueroColumns(facts);
      same("arquero", withArquero(columns, facts), expected, 1e-6);
      note(
        "arquero 8.0.1",
        "sums of doubles, rows",
        await timed(() => withArquero(columns, facts), size > 10_000 ? 1 : rounds),
      );
    }
    const database = new sqlite.Database(":memory:");
    intoSqlite(database, facts);
    same("SQLite", withSqlite(database), expected);
    note(
      "SQLite (wasm)",
      "whole numbers, rows",
      await timed(() => withSqlite(database), size > 10_000 ? 1 : rounds),
    );
    database.close();
  }
  await duckdb(facts, expected, note);
  print(size, results);
}

function same(name, theirs, expected, tolerance = 0) {
  const close = (a, b) => Math.abs(Number(a) - Number(b)) <= tolerance * Math.max(1, Math.abs(Number(b)));
  const differs =
    theirs.length !== expected.length ||
    theirs.some((row, at) =>
      row.some((value, column) =>
        tolerance > 0 ? !close(value, expected[at][column]) : value !== expected[at][column],
      ),
    );
  if (differs) throw new Error(`${name} says\n${checks(theirs)}\nand not\n${checks(expected)}`);
}

/** Per level: cells, Σ target, Σ actual with and without target in millionths, orgs expected, orgs reported. */
function totalsOfOurs(rollUp) {
  const levels = rollUp.sets.map(() => ({ cells: 0, target: 0n, actual: 0n, expected: 0, reported: 0 }));
  const millionths = (decimal) => {
    const [whole, part = ""] = decimal.split(".");
    return BigInt(whole + part.padEnd(6, "0"));
  };
  for (const cell of kpi.cellTotals(rollUp)) {
    if (cell.expected === 0) continue;
    const level = levels[cell.set];
    level.cells++;
    level.target += millionths(cell.target);
    level.actual += millionths(cell.actual) + millionths(cell.apart);
    level.expected += cell.expected;
    level.reported += cell.reported;
  }
  return levels.map((one) => [one.cells, String(one.target), String(one.actual), one.expected, one.reported]);
}

function naiveMap(objects, paths) {
  const cells = new Map();
  for (const fact of objects)
    for (const group of paths.get(fact.org)) {
      const key = `${group}|${fact.indicator}`;
      const cell = cells.get(key) ?? { target: 0, actual: 0, count: 0, worst: "" };
      cell.target += fact.target ?? 0;
      cell.actual += fact.actual ?? 0;
      cell.count++;
      if ((fact.light ?? "") > cell.worst) cell.worst = fact.light;
      cells.set(key, cell);
    }
  return cells.size;
}

function arqueroColumns({ raw, paths }) {
  const levels = paths();
  const columns = { indicator: Array.from(raw.indicator), org: Array.from(raw.org) };
  for (let level = 0; level < 5; level++)
    columns[`l${level + 1}`] = Array.from(raw.org, (org) => levels[org][level]);
  const counts = Array.from(raw.status, (status) => status !== 2);
  columns.target = Array.from(raw.target, (amount, row) => (counts[row] ? amount : 0));
  columns.actual = Array.from(raw.actual);
  columns.status = Array.from(raw.status);
  columns.light = Array.from(raw.light);
  return arqueroTable(columns);
}

function withArquero(rows) {
  const orgs = rows
    .groupby("l1", "l2", "l3", "l4", "l5", "indicator")
    .rollup({
      target: (d) => op.sum(d.target),
      actual: (d) => op.sum(d.actual),
      light: (d) => op.max(d.light),
      reported: (d) => op.sum(d.status === 0 ? 1 : 0),
      lacking: (d) => op.sum(d.status === 1 || d.status === 3 ? 1 : 0),
    })
    .derive({
      e: (d) => (d.reported + d.lacking > 0 ? 1 : 0),
      r: (d) => (d.reported > 0 && d.lacking === 0 ? 1 : 0),
    });
  return Array.from({ length: 6 }, (_, level) => {
    const keys = Array.from({ length: level }, (_, at) => `l${at + 1}`);
    const cells = orgs.groupby(...keys, "indicator").rollup({
      target: (d) => op.sum(d.target),
      actual: (d) => op.sum(d.actual),
      e: (d) => op.sum(d.e),
      r: (d) => op.sum(d.r),
      light: (d) => op.max(d.light),
    });
    const all = cells.filter((d) => d.e > 0).ungroup();
    const sum = (name) => all.array(name).reduce((a, b) => a + b, 0);
    return [all.numRows(), String(sum("target")), String(sum("actual")), sum("e"), sum("r")];
  });
}

function intoSqlite(database, { raw, paths, orgs }) {
  database.run(
    "CREATE TABLE facts (o INTEGER, i INTEGER, t INTEGER, a INTEGER, status INTEGER, light INTEGER)",
  );
  database.run("CREATE TABLE orgs (o INTEGER PRIMARY KEY, l1 TEXT, l2 TEXT, l3 TEXT, l4 TEXT, l5 TEXT)");
  database.run("BEGIN");
  const org = database.prepare("INSERT INTO orgs VALUES (?, ?, ?, ?, ?, ?)");
  const levels = paths();
  for (const at of orgs.names.keys()) org.run([at, ...levels[at]]);
  org.finalize();
  const fact = database.prepare("INSERT INTO facts VALUES (?, ?, ?, ?, ?, ?)");
  for (let row = 0; row < raw.org.length; row++)
    fact.run([
      raw.org[row],
      raw.indicator[row],
      BigInt(raw.status[row] === 2 ? 0 : raw.target[row]),
      BigInt(raw.actual[row]),
      raw.status[row],
      raw.light[row],
    ]);
  fact.finalize();
  database.run("COMMIT");
}

function withSqlite(database) {
  database.run("DROP TABLE IF EXISTS leaves");
  database.run(`CREATE TEMP TABLE leaves AS SELECT l1, l2, l3, l4, l5, i, sum(t) AS t, sum(a) AS a, max(light) AS light,
    max(status = 0) OR max(status IN (1, 3)) AS e, max(status = 0) AND NOT max(status IN (1, 3)) AS r
    FROM facts JOIN orgs USING (o) GROUP BY o, i`);
  return Array.from({ length: 6 }, (_, level) => {
    const keys = [...Array.from({ length: level }, (_, at) => `l${at + 1}`), "i"].join(", ");
    const [row] =
      database.all(`SELECT count(*) AS cells, sum(t) AS t, sum(a) AS a, sum(e) AS e, sum(r) AS r FROM
      (SELECT ${keys}, sum(t) AS t, sum(a) AS a, sum(e) AS e, sum(r) AS r, max(light) AS light FROM leaves GROUP BY ${keys}) WHERE e > 0`);
    return [Number(row.cells), String(row.t), String(row.a), Number(row.e), Number(row.r)];
  });
}

/** DuckDB in its own best way: whole numbers, coded, each level made from the level below, answers left in it. */
async function duckdb(facts, expected, note) {
  const connection = await (await DuckDBInstance.create(":memory:", { threads: "2" })).connect();
  await connection.run(
    "CREATE TABLE facts (o USMALLINT, i UTINYINT, t BIGINT, a BIGINT, status UTINYINT, ts UTINYINT, light UTINYINT)",
  );
  await appendCoded(connection, "facts", {
    ...facts.raw,
    target: facts.raw.target.map((amount, row) => (facts.raw.status[row] === 2 ? 0 : amount)),
  });
  const fans = [8, 6, 5, 3, 4];
  const summed =
    "sum(t) AS t, sum(a) AS a, max(light) AS light, bool_or(status = 0) AS r, bool_or(status IN (1, 3)) AS l";
  const cascadeOf = async (leaves) => {
    await connection.run(`CREATE OR REPLACE TEMP TABLE c5 AS SELECT o AS g, i, t, a, light,
        CASE WHEN r OR l THEN 1 ELSE 0 END AS e, CASE WHEN r AND NOT l THEN 1 ELSE 0 END AS r FROM (${leaves})`);
    for (const [at, fan] of fans.entries())
      await connection.run(`CREATE OR REPLACE TEMP TABLE c${4 - at} AS SELECT (g // ${fan})::USMALLINT AS g, i, sum(t) AS t, sum(a) AS a,
        sum(e) AS e, sum(r) AS r, max(light) AS light FROM c${5 - at} GROUP BY ALL`);
  };
  const cascade = () => cascadeOf(`SELECT o, i, ${summed} FROM facts GROUP BY o, i`);
  const answers = async () => {
    const rows = [];
    for (let level = 0; level < 6; level++) {
      const [row] = (
        await connection.runAndReadAll(
          `SELECT count(*)::INT AS cells, sum(t)::VARCHAR AS t, sum(a)::VARCHAR AS a, sum(e)::INT AS e, sum(r)::INT AS r FROM c${level} WHERE e > 0`,
        )
      ).getRowObjects();
      rows.push([row.cells, row.t, row.a, row.e, row.r]);
    }
    return rows;
  };
  await cascade();
  same("DuckDB", await answers(), expected);
  note("DuckDB, coded, cascade", "whole numbers, coverage of orgs", await timed(cascade, rounds));
  if (facts.size <= 1_000_000) {
    const values = (names) => names.map((name, at) => `('${name}', ${at})`).join(", ");
    await connection.run(
      `CREATE TABLE org_names AS SELECT name, code::USMALLINT AS o FROM (VALUES ${values(facts.orgs.names)}) AS t(name, code)`,
    );
    await connection.run(
      `CREATE TABLE indicator_names AS SELECT name, code::UTINYINT AS i FROM (VALUES ${values(facts.indicators.map(({ key }) => key))}) AS t(name, code)`,
    );
    await connection.run(
      `CREATE TABLE named AS SELECT org_names.name AS org, indicator_names.name AS indicator, facts.* EXCLUDE (o, i) FROM facts JOIN org_names USING (o) JOIN indicator_names USING (i)`,
    );
    const byName = () =>
      cascadeOf(
        `SELECT o, i, t, a, light, r, l FROM (SELECT org, indicator, ${summed} FROM named GROUP BY org, indicator) AS n
          JOIN org_names ON org_names.name = n.org JOIN indicator_names ON indicator_names.name = n.indicator`,
      );
    await byName();
    same("DuckDB by name", await answers(), expected);
    note("DuckDB, names, cascade", "whole numbers, coverage of orgs", await timed(byName, rounds));
  }
  await connection.run(
    `CREATE TABLE orgs AS SELECT o::USMALLINT AS o, (o // 8)::USMALLINT AS l4, (o // 48)::USMALLINT AS l3, (o // 240)::USMALLINT AS l2, (o // 720)::USMALLINT AS l1 FROM range(2880) AS t(o)`,
  );
  const sets = async () => {
    await connection.run(
      `CREATE OR REPLACE TEMP TABLE cube AS SELECT l1, l2, l3, l4, o, i, sum(t) AS t, sum(a) AS a, sum(r OR l) AS e, sum(r AND NOT l) AS r, max(light) AS light
      FROM (SELECT o, i, sum(t) AS t, sum(a) AS a, max(light) AS light, bool_or(status = 0) AS r, bool_or(status IN (1, 3)) AS l FROM facts GROUP BY o, i) JOIN orgs USING (o)
      GROUP BY GROUPING SETS ((i), (l1, i), (l2, i), (l3, i), (l4, i), (o, i))`
        .replaceAll("sum(r OR l)", "sum((r OR l)::INT)")
        .replaceAll("sum(r AND NOT l)", "sum((r AND NOT l)::INT)"),
    );
  };
  note("DuckDB, coded, GROUPING SETS", "whole numbers, coverage of orgs", await timed(sets, rounds));
}

function print(size, results) {
  const [{ cpu }] = results;
  const best = Math.min(...results.filter(({ name }) => name.startsWith("DuckDB")).map((one) => one.best));
  console.log(
    `\n${size.toLocaleString("en-US")} facts, Node ${process.version}, ${rounds} rounds, medians\n`,
  );
  console.log("| roll-up | gives | ms | best, ms | times DuckDB's best | CPU, ms | times ours, CPU |");
  console.log("|---|---|--:|--:|--:|--:|--:|");
  for (const one of results)
    console.log(
      `| ${one.name} | ${one.gives} | ${ms(one.wall)} | ${ms(one.best)} | ${(one.best / best).toFixed(2)} | ${ms(one.cpu)} | ${(one.cpu / cpu).toFixed(1)} |`,
    );
}
