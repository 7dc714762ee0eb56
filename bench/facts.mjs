// Facts of a province, from a seed: five levels of divisions, 2,880 orgs at the lowest, 100 indicators; orgs and
// indicators in no order; 3% missing, 1% 不涉及, 0.5% uncalculated, 2% without a target; amounts with two decimals.

const fans = [4, 3, 5, 6, 8];
export function codedFacts(size) {
  const names = [];
  const parents = [];
  let level = [-1];
  const path = new Map([[-1, []]]);
  for (const fan of fans)
    level = level.flatMap((parent) =>
      Array.from({ length: fan }, (_, at) => {
        const name = parent === -1 ? `省${at}` : `${names[parent]}-${at}`;
        names.push(name);
        parents.push(parent);
        path.set(names.length - 1, [...path.get(parent), name]);
        return names.length - 1;
      }),
    );
  const leaves = level;
  const indicators = Array.from({ length: 100 }, (_, at) => ({
    key: `指标${at}`,
    name: `指标${at}`,
    unit: "万元",
    direction: "up",
    accounting: "flow",
    acrossOrgs: "sum",
    acrossTime: "sum",
  }));
  const org = new Uint16Array(size);
  const indicator = new Uint8Array(size);
  const target = new Float64Array(size);
  const actual = new Float64Array(size);
  const status = new Uint8Array(size);
  const targetStatus = new Uint8Array(size);
  const light = new Uint8Array(size);
  let state = 20160930;
  const next = () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return state >>> 0;
  };
  for (let row = 0; row < size; row++) {
    org[row] = next() % leaves.length;
    indicator[row] = next() % 100;
    const chance = next() % 1000;
    status[row] = chance < 30 ? 1 : chance < 40 ? 2 : chance < 45 ? 3 : 0;
    targetStatus[row] = chance >= 980 ? 1 : 0;
    if (targetStatus[row] === 0) target[row] = (next() % 1_000_000) * 10_000;
    if (status[row] === 0) actual[row] = (next() % 1_000_000) * 10_000;
    light[row] = status[row] === 0 && targetStatus[row] === 0 ? [4, 4, 4, 6, 7][next() % 5] : 0;
  }
  const orgs = { names: leaves.map((leaf) => names[leaf]), in: { division: Int32Array.from(leaves) } };
  const decimal = (amount) => amount / 1e6;
  return {
    size,
    levels: fans.length,
    indicators,
    orgs,
    raw: { org, indicator, target, actual, status, targetStatus, light },
    columns: () => ({
      orgs,
      indicators,
      dimensions: { division: { members: names, parents: Int32Array.from(parents) } },
      measure: "cumulative",
      org,
      indicator,
      target,
      actual,
      status,
      targetStatus,
      light,
    }),
    frame: () => ({
      indicators,
      orgs: orgs.names.map((name) => ({ name, in: { division: name } })),
      dimensions: {
        division: names.map((name, at) =>
          parents[at] === -1 ? { name } : { name, parent: names[parents[at]] },
        ),
      },
      measure: "cumulative",
    }),
    /** Plain objects, org and indicator by name, or by number. */
    objects: (by = "name") =>
      Array.from({ length: size }, (_, row) => ({
        org: by === "name" ? orgs.names[org[row]] : org[row],
        indicator: by === "name" ? indicators[indicator[row]].key : indicator[row],
        target: targetStatus[row] === 0 ? decimal(target[row]) : null,
        actual: status[row] === 0 ? decimal(actual[row]) : null,
        status: ["reported", "missing", "notApplicable", "unusable"][status[row]],
        light: { 4: "green", 6: "yellow", 7: "red" }[light[row]],
      })),
    /** The path of each org, a column a level. */
    paths: () => leaves.map((leaf) => path.get(leaf)),
    /** Appends the rows with names, decimals and a column a level. */
    async intoDuckDB(connection, name) {
      await connection.run(
        "CREATE TABLE coded (o USMALLINT, i UTINYINT, t BIGINT, a BIGINT, status UTINYINT, ts UTINYINT, light UTINYINT)",
      );
      await appendCoded(connection, "coded", { org, indicator, target, actual, status, targetStatus, light });
      await connection.run(
        `CREATE TABLE orgs (o USMALLINT, org VARCHAR, ${fans.map((_, at) => `l${at + 1} VARCHAR`).join(", ")})`,
      );
      const paths = leaves.map(
        (leaf, at) =>
          `(${at}, '${names[leaf]}', ${path
            .get(leaf)
            .map((one) => `'${one}'`)
            .join(", ")})`,
      );
      await connection.run(`INSERT INTO orgs VALUES ${paths.join(", ")}`);
      await connection.run(
        `CREATE TABLE ${name} AS SELECT orgs.* EXCLUDE (o), '指标' || i AS indicator,
          CASE WHEN ts = 0 THEN CAST(t AS DECIMAL(18, 0)) * CAST(0.000001 AS DECIMAL(7, 6)) END::DECIMAL(18, 6) AS target,
          CASE WHEN status = 0 THEN CAST(a AS DECIMAL(18, 0)) * CAST(0.000001 AS DECIMAL(7, 6)) END::DECIMAL(18, 6) AS actual,
          status, light FROM coded JOIN orgs USING (o)`,
      );
    },
  };
}

/** Coded columns into a DuckDB table of whole numbers. */
export async function appendCoded(
  connection,
  table,
  { org, indicator, target, actual, status, targetStatus, light },
) {
  const appender = await connection.createAppender(table);
  for (let row = 0; row < org.length; row++) {
    appender.appendUSmallInt(org[row]);
    appender.appendUTinyInt(indicator[row]);
    appender.appendBigInt(BigInt(target[row]));
    appender.appendBigInt(BigInt(actual[row]));
    appender.appendUTinyInt(status[row]);
    appender.appendUTinyInt(targetStatus[row]);
    appender.appendUTinyInt(light[row]);
    appender.endRow();
  }
  appender.closeSync();
}
