// The plan as SQL on three ClickHouse nodes with a distributed table: starts them, loads, compares with the engine here
// to the last digit, stops them. `node roll-up-clickhouse.mjs [cases] [facts]`; exit 3 where ClickHouse is not there.
import { Readable } from "node:stream";
import { bundled } from "./bundle.mjs";
import { clickhouseBinary, startCluster } from "./clickhouse-cluster.mjs";
import { codedFacts } from "./facts.mjs";
import { randomCase, targetCases } from "./random-cases.mjs";
import { ratesAmong, sameCells, sqlOf } from "./sql-facts.mjs";

const [cases, size] = [Number(process.argv[2] ?? 100), Number(process.argv[3] ?? 1_000_000)];
const binary = clickhouseBinary();
if (!binary) {
  console.error(
    "NOT TESTED: there is no ClickHouse here. apt-get install clickhouse-server, or set $CLICKHOUSE.",
  );
  process.exit(3);
}
const kpi = await bundled("kpi");
const { rollUpSql } = await bundled("roll-up-sql");
const { clients, cluster, stop } = await startCluster(binary);
const [first] = clients;
const run = (client, query) => client.command({ query });
const rowsOf = async (query) => {
  const answer = await (await first.query({ query, format: "JSONCompact" })).json();
  return answer.data.map((row) => Object.fromEntries(answer.meta.map(({ name }, at) => [name, row[at]])));
};
const field = (value, column) =>
  value === null
    ? "\\N"
    : typeOf(column) === "String"
      ? `"${String(value).replaceAll('"', '""')}"`
      : String(value);

/** A table on each node, the distributed one over them on the first. */
async function tables(name, columns) {
  for (const client of clients) {
    await run(client, `DROP TABLE IF EXISTS ${name}_here`);
    await run(
      client,
      `CREATE TABLE ${name}_here (${columns}) ENGINE = MergeTree() ORDER BY (indicator, org)`,
    );
  }
  await run(first, `DROP TABLE IF EXISTS ${name}`);
  await run(
    first,
    `CREATE TABLE ${name} AS ${name}_here ENGINE = Distributed(${cluster}, default, ${name}_here)`,
  );
}
/** Each row to one node, as returns come in: not by org, so that every total is made of all three. */
const load = (name, columns, rows) =>
  Promise.all(
    clients.map((client, node) =>
      client.insert({
        table: `${name}_here`,
        columns,
        format: "CSV",
        values: Readable.from(
          (function* () {
            let at = 0;
            let block = "";
            for (const row of rows()) {
              if (at++ % clients.length !== node) continue;
              block += `${row.map((value, at) => field(value, columns[at])).join(",")}\n`;
              if (block.length > 65_536) {
                yield block;
                block = "";
              }
            }
            yield block;
          })(),
          { objectMode: false },
        ),
      }),
    ),
  );
const typeOf = (column) =>
  ["target", "actual", "stand_in"].includes(column)
    ? "Nullable(Decimal64(6))"
    : column === "status" || column === "light"
      ? "UInt8"
      : "String";

try {
  const [{ version }] = await rowsOf("SELECT version() AS version");
  console.log(`ClickHouse ${version}, ${clients.length} nodes`);
  let compared = 0;
  const rates = { fromParts: 0, refused: 0 };
  const seeds = Array.from({ length: cases }, (_, at) => ({ name: `case ${at + 1}`, ...randomCase(at + 1) }));
  for (const { name, frame, facts, plan, periods } of [...targetCases(), ...seeds]) {
    const sql = sqlOf(frame, facts, periods);
    await tables("facts", sql.columns.map((name) => `${name} ${typeOf(name)}`).join(", "));
    await load("facts", sql.columns, () => sql.rows);
    const query = rollUpSql(sql.frame, plan, "clickhouse-18.16");
    const theirs = kpi.rollUpOfTotals({
      indicators: frame.indicators,
      plan,
      periods,
      totals: query.totalsOf(await rowsOf(query.sql)),
    });
    const ours = [...kpi.factCells(kpi.rollUpFacts(kpi.encodeFacts(frame, facts).table, plan))];
    compared += sameCells(name, ours, kpi.factCells(theirs));
    const { fromParts, refused } = ratesAmong(ours, frame.indicators);
    rates.fromParts += fromParts;
    rates.refused += refused;
  }
  console.log(
    `${targetCases().length} cases of targets and ${cases} random ones: ${compared} cells equal to the last digit, ${rates.fromParts} of them rates from parts, ${rates.refused} rates that some refuse`,
  );

  const facts = codedFacts(size);
  const table = kpi.factTable(facts.columns());
  const plan = { sets: kpi.everyLevel(table, "division") };
  const levels = Array.from({ length: facts.levels }, (_, at) => `l${at + 1}`);
  const columns = ["org", ...levels, "indicator", "target", "actual", "status", "light"];
  await tables("million", columns.map((name) => `${name} ${typeOf(name)}`).join(", "));
  const paths = facts.paths();
  const { org, indicator, target, actual, status, targetStatus, light } = facts.raw;
  const text = (amount) => `${Math.floor(amount / 1e6)}.${String(amount % 1e6).padStart(6, "0")}`;
  let start = performance.now();
  await load("million", columns, function* () {
    for (let row = 0; row < size; row++)
      yield [
        facts.orgs.names[org[row]],
        ...paths[org[row]],
        facts.indicators[indicator[row]].key,
        targetStatus[row] === 0 ? text(target[row]) : null,
        status[row] === 0 ? text(actual[row]) : null,
        status[row],
        light[row],
      ];
  });
  console.log(`loaded ${size} facts in ${Math.round(performance.now() - start)} ms`);
  const frame = {
    facts: {
      from: "million",
      org: "org",
      indicator: "indicator",
      dimensions: { division: levels },
      target: "target",
      actual: "actual",
      status: "status",
      light: "light",
    },
    indicators: facts.indicators,
    measure: "cumulative",
  };
  const query = rollUpSql(frame, plan, "clickhouse-18.16");
  start = performance.now();
  const totals = query.totalsOf(await rowsOf(query.sql));
  const took = performance.now() - start;
  const theirs = kpi.rollUpOfTotals({ indicators: facts.indicators, plan, totals });
  const equal = sameCells("distributed", kpi.factCells(kpi.rollUpFacts(table, plan)), kpi.factCells(theirs));
  console.log(
    `${size} facts on ${clients.length} shards: ${equal} cells equal to the last digit, query and reading ${Math.round(took)} ms`,
  );
} finally {
  await stop();
}
