// Every way in which the target of a year can stand in three months; and small facts of every kind, from a seed: trees of any depth, programs, months, missing, 不涉及, unusable, negatives, and in
// half of the cases orgs that report a rate with both of its parts, or refuse it.
const reportedTogether = ["参保人数", "死亡人数", "常住人口", "参保率", "死亡率"];

export function randomCase(seed) {
  let state = (seed * 2654435761) >>> 0 || 1;
  const next = (below) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % below;
  };
  const pick = (list) => list[next(list.length)];
  const indicator = (key, more) => ({
    key,
    name: key,
    unit: "人",
    direction: "up",
    accounting: "flow",
    acrossOrgs: "sum",
    acrossTime: "sum",
    ...more,
  });
  const indicators = [
    indicator("城镇新增就业"),
    indicator("净增企业", { unit: "家", mayBeNegative: true }),
    indicator("常住人口", { accounting: "stock", acrossTime: "last" }),
    indicator("事故起数", { unit: "起", direction: "down" }),
    indicator("参保人数", { accounting: "stock", acrossTime: "last" }),
    indicator("参保率", {
      unit: "%",
      accounting: "ratio",
      acrossOrgs: "none",
      acrossTime: "none",
      numerator: "参保人数",
      denominator: "常住人口",
    }),
    indicator("死亡人数", { direction: "down" }),
    indicator("死亡率", {
      unit: "‰",
      direction: "down",
      accounting: "ratio",
      acrossOrgs: "none",
      acrossTime: "none",
      numerator: "死亡人数",
      denominator: "常住人口",
    }),
    indicator("失业'率", {
      unit: "%",
      direction: "down",
      accounting: "ratio",
      acrossOrgs: "none",
      acrossTime: "none",
    }),
  ];
  const division = Array.from({ length: 1 + next(9) }, (_, at) => {
    const above = next(at + 1);
    return { name: `d${at}`, ...(above < at && next(5) > 0 ? { parent: `d${above}` } : {}) };
  });
  const program = [{ name: "就业" }, { name: "教育" }, { name: "扶智", parent: "教育" }];
  const orgs = Array.from({ length: 1 + next(8) }, (_, at) => ({
    name: `o${at}`,
    in: { ...(next(7) === 0 ? {} : { division: pick(division).name }), department: pick(["甲局", "乙局"]) },
  }));
  if (!orgs.some((org) => "division" in org.in)) orgs[0].in.division = division[0].name;
  const withParts = next(2) === 0;
  const months = Array.from(
    { length: withParts && next(2) === 0 ? 0 : next(5) },
    (_, at) => `2016-${String(2 * at + 1).padStart(2, "0")}`,
  );
  // One figure below zero, in any cell, and its indicator is 至少 nowhere and has no 沿用: in half of the cases none is
  const least = next(2) === 0 ? "-3" : "3";
  const amount = () =>
    pick([
      "0",
      "1",
      "5",
      "5",
      "10",
      least,
      "0.000001",
      "9007199254.740991",
      `${next(9999)}.${1 + next(9)}`,
      String(next(99999)),
    ]);
  const others = indicators.filter(({ key }) => !withParts || !reportedTogether.includes(key));
  const facts = Array.from({ length: 1 + next(40) }, () => {
    const status = pick(["reported", "reported", "reported", "missing", "notApplicable", "unusable"]);
    return {
      org: pick(orgs).name,
      indicator: pick(others).key,
      ...(months.length > 0 ? { period: pick(months) } : {}),
      ...(next(4) > 0 ? { target: amount() } : {}),
      status,
      ...(status === "reported" ? { actual: amount() } : {}),
      ...(next(2) > 0 ? { standIn: amount() } : {}),
      ...(next(2) > 0 ? { light: pick(["red", "yellow", "green", "notDue"]) } : {}),
      in: { program: pick(program).name },
    };
  });
  if (withParts) {
    // Most report all; one in four refuses a rate, and one in sixteen lacks a part
    const period = months.length > 0 ? { period: pick(months) } : {};
    for (const org of orgs)
      for (const key of reportedTogether) {
        const isRate = key.endsWith("率");
        const chance = next(isRate ? 4 : 16);
        const status =
          chance > 0 ? "reported" : isRate ? "notApplicable" : pick(["missing", "notApplicable"]);
        if (isRate && next(3) === 0) continue;
        facts.push({
          org: org.name,
          indicator: key,
          ...period,
          ...(isRate && next(2) > 0 ? { target: "90" } : {}),
          status,
          ...(status === "reported" ? { actual: String(1 + next(9999)) } : {}),
          in: { program: program[0].name },
        });
      }
  }
  const present = [...new Set(facts.flatMap(({ period }) => period ?? []))].sort();
  const [a, b] = [pick(present), pick(present)].sort();
  // The facts are of odd months: now and then an even one is asked, which nobody has
  const beside = (month, step) =>
    `2016-${String(Math.max(1, Number(month.slice(5)) + step)).padStart(2, "0")}`;
  const [from, to] = [next(4) === 0 ? -1 : 0, next(4) === 0 ? 1 : 0];
  const sets = Array.from({ length: 1 + next(5) }, () =>
    Object.fromEntries(
      [
        ["division", Math.min(next(4), deepest(division))],
        ["department", next(2)],
        ["program", next(3)],
        ["period", present.length > 0 && next(4) === 0 ? 1 : 0],
      ].filter(([, level]) => level > 0),
    ),
  );
  const measure = pick(["cumulative", "inPeriod"]);
  return {
    frame: {
      indicators,
      orgs,
      dimensions: { division, department: [{ name: "甲局" }, { name: "乙局" }], program },
      measure,
      targetsOf: measure === "cumulative" ? "year" : pick(["year", "period"]),
    },
    facts,
    plan: {
      sets: [...new Map(sets.map((set) => [JSON.stringify(set), set])).values()],
      ...(a ? { window: { from: beside(a, from), to: beside(b, to) } } : {}),
    },
    periods: present,
  };
}

/**
 * The targets of three months in every way: given, blank, beside 不涉及, and no row; an org each, read by itself and
 * in the total, for a month, all three, and with a month that nobody has. An org without any target is among them.
 */
export function targetCases() {
  const months = ["2016-01", "2016-03", "2016-05"];
  const ways = ["given", "blank", "notApplicable", "none"];
  const patterns = ways.flatMap((a) => ways.flatMap((b) => ways.map((c) => [a, b, c])));
  const indicator = (key, acrossTime) => ({
    key,
    name: key,
    unit: "人",
    direction: "up",
    accounting: acrossTime === "sum" ? "flow" : "stock",
    acrossOrgs: "sum",
    acrossTime,
  });
  const indicators = [indicator("城镇新增就业", "sum"), indicator("常住人口", "last")];
  const names = patterns.map((_, at) => `o${at}`);
  const facts = patterns.flatMap((pattern, at) =>
    pattern.flatMap((way, month) =>
      way === "none"
        ? []
        : indicators.map(({ key }) => ({
            org: names[at],
            indicator: key,
            period: months[month],
            ...(way === "blank" ? {} : { target: String(100 * (month + 1) + at) }),
            ...(way === "notApplicable"
              ? { status: way }
              : { status: "reported", actual: String(10 * at + month) }),
            in: { program: "就业" },
          })),
    ),
  );
  const windows = [
    ...months.map((month) => [month, month]),
    ["2016-01", "2016-03"],
    ["2016-01", "2016-05"],
    ["2016-03", "2016-04"],
  ];
  return [
    ["cumulative", "year"],
    ["inPeriod", "year"],
    ["inPeriod", "period"],
  ].flatMap(([measure, targetsOf]) =>
    windows.map(([from, to]) => ({
      name: `targets of a ${targetsOf}, ${measure}, ${from} to ${to}`,
      frame: {
        indicators,
        orgs: names.map((name) => ({ name, in: { division: name, department: "甲局" } })),
        dimensions: {
          division: names.map((name) => ({ name })),
          department: [{ name: "甲局" }],
          program: [{ name: "就业" }],
        },
        measure,
        targetsOf,
      },
      facts,
      plan: { sets: [{}, { division: 1 }, { period: 1 }], window: { from, to } },
      periods: months,
    })),
  );
}

/** How many levels a tree of members has. */
function deepest(members) {
  const above = new Map(members.map(({ name, parent }) => [name, parent]));
  const depth = (name) => (name === undefined ? 0 : 1 + depth(above.get(name)));
  return Math.max(...members.map(({ name }) => depth(name)));
}
