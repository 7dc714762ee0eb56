const statuses = ["reported", "missing", "notApplicable", "unusable"];
const lights = [null, "notApplicable", "pending", "notDue", "green", "unreported", "yellow", "red"];

/** Plain facts as rows of a table with a column a level, the values for DuckDB, and what rollUpSql must know. */
export function sqlOf({ indicators, orgs, dimensions, measure, targetsOf }, facts, periods) {
  const depth = (name, member) =>
    member === undefined
      ? []
      : [...depth(name, dimensions[name].find((one) => one.name === member)?.parent), member];
  const home = new Map(orgs.map((org) => [org.name, org.in]));
  const levels = { division: 9, department: 1, program: 2 };
  const rows = facts.map((fact) => [
    fact.org,
    fact.indicator,
    fact.period ?? "",
    ...Object.entries(levels).flatMap(([name, most]) => {
      const path = depth(name, fact.in[name] ?? home.get(fact.org)[name]);
      return Array.from({ length: most }, (_, at) => path[at] ?? "");
    }),
    fact.target ?? null,
    fact.actual ?? null,
    fact.standIn ?? null,
    statuses.indexOf(fact.status),
    Math.max(0, lights.indexOf(fact.light ?? null)),
  ]);
  const names = Object.entries(levels).flatMap(([name, most]) =>
    Array.from({ length: most }, (_, at) => `${name}${at + 1}`),
  );
  const columns = ["org", "indicator", "period", ...names, "target", "actual", "stand_in", "status", "light"];
  const cell = (value, at) =>
    value === null
      ? "NULL"
      : columns[at] === "status" || columns[at] === "light"
        ? value
        : `'${String(value).replaceAll("'", "''")}'`;
  const typed = columns.map((name) => {
    if (["target", "actual", "stand_in"].includes(name)) return `CAST(${name} AS DECIMAL(18, 6)) AS ${name}`;
    return name === "status" || name === "light" ? `CAST(${name} AS TINYINT) AS ${name}` : name;
  });
  return {
    columns,
    rows,
    values: `SELECT ${typed.join(", ")} FROM (VALUES ${rows.map((row) => `(${row.map(cell).join(", ")})`).join(", ")}) AS t(${columns.join(", ")})`,
    frame: {
      facts: {
        from: "facts",
        org: "org",
        indicator: "indicator",
        ...(periods.length > 0 ? { period: "period" } : {}),
        dimensions: Object.fromEntries(
          Object.entries(levels).map(([name, most]) => [
            name,
            Array.from({ length: most }, (_, at) => `${name}${at + 1}`),
          ]),
        ),
        onFacts: ["program"],
        target: "target",
        actual: "actual",
        standIn: "stand_in",
        status: "status",
        light: "light",
      },
      indicators,
      periods,
      measure,
      targetsOf,
    },
  };
}

/** Stops at the first cell that is not the same; gives how many are. */
export function sameCells(where, ours, theirs) {
  const byName = (cells) =>
    new Map(
      [...cells].map((cell) => [
        JSON.stringify([Object.entries(cell.key).sort(), cell.indicator]),
        JSON.stringify({ ...cell, key: 0 }),
      ]),
    );
  const [a, b] = [byName(ours), byName(theirs)];
  for (const name of new Set([...a.keys(), ...b.keys()]))
    if (a.get(name) !== b.get(name))
      throw new Error(`${where}, ${name}:\nours   ${a.get(name)}\ntheirs ${b.get(name)}`);
  return a.size;
}

/** How many cells of a plan are rates from their parts, over several orgs, and how many some org refuses. */
export function ratesAmong(cells, indicators) {
  const known = new Set(indicators.filter(({ numerator }) => numerator).map(({ key }) => key));
  const rates = [...cells].filter(({ indicator }) => known.has(indicator));
  return {
    fromParts: rates.filter(({ actual, expected }) => actual !== null && expected !== 1).length,
    refused: rates.filter(
      ({ actual, reported, notApplicable }) => actual === null && reported > 0 && notApplicable > 0,
    ).length,
  };
}
