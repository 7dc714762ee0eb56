// The plan as SQL on DuckDB: random cases, and a million facts in partitioned Parquet, equal to the last digit to the
// engine here. `node roll-up-duckdb.mjs [cases] [facts]`
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { bundled } from "./bundle.mjs";
import { codedFacts } from "./facts.mjs";
import { randomCase, targetCases } from "./random-cases.mjs";
import { ratesAmong, sameCells, sqlOf } from "./sql-facts.mjs";

const [cases, size] = [Number(process.argv[2] ?? 500), Number(process.argv[3] ?? 1_000_000)];
const kpi = await bundled("kpi");
const { rollUpSql } = await bundled("roll-up-sql");
const folder = mkdtempSync(join(tmpdir(), "taizhang-parquet-"));
const connection = await (
  await DuckDBInstance.create(":memory:", { threads: "2", memory_limit: "4GB" })
).connect();
const rowsOf = async (sql) => (await connection.runAndReadAll(sql)).getRowObjects();

try {
  let compared = 0;
  const rates = { fromParts: 0, refused: 0 };
  const seeds = Array.from({ length: cases }, (_, at) => ({ name: `case ${at + 1}`, ...randomCase(at + 1) }));
  for (const { name, frame, facts, plan, periods } of [...targetCases(), ...seeds]) {
    const { table } = kpi.encodeFacts(frame, facts);
    const sql = sqlOf(frame, facts, periods);
    await connection.run(`CREATE OR REPLACE TABLE facts AS ${sql.values}`);
    const query = rollUpSql(sql.frame, plan, "duckdb");
    const totals = query.totalsOf(await rowsOf(query.sql));
    const theirs = kpi.rollUpOfTotals({ indicators: frame.indicators, plan, totals, periods });
    const ours = [...kpi.factCells(kpi.rollUpFacts(table, plan))];
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
  await facts.intoDuckDB(connection, "rows");
  const levels = Array.from({ length: facts.levels }, (_, at) => `l${at + 1}`);
  await connection.run(
    `COPY rows TO '${folder}' (FORMAT parquet, PARTITION_BY (l1, l2), OVERWRITE_OR_IGNORE)`,
  );
  const frame = {
    facts: {
      from: `read_parquet('${folder}/**/*.parquet', hive_partitioning = true, hive_types = {'l1': VARCHAR, 'l2': VARCHAR})`,
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
  const query = rollUpSql(frame, plan, "duckdb");
  const start = performance.now();
  const totals = query.totalsOf(await rowsOf(query.sql));
  const theirs = kpi.rollUpOfTotals({ indicators: facts.indicators, plan, totals });
  const took = performance.now() - start;
  const equal = sameCells("parquet", kpi.factCells(kpi.rollUpFacts(table, plan)), kpi.factCells(theirs));
  const files = (await rowsOf(`SELECT count(*) AS files FROM glob('${folder}/**/*.parquet')`))[0].files;
  console.log(
    `${size} facts in ${files} Parquet files: ${equal} cells equal to the last digit, query and reading ${Math.round(took)} ms`,
  );
} finally {
  rmSync(folder, { recursive: true });
}
