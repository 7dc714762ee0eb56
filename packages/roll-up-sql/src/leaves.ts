import { overTime } from "@taizhang/kpi";
import type { Dialect } from "./dialect.ts";
import type { SqlFrame } from "./schema.ts";

/** The periods of one reading: positions in `frame.periods`; all 0 where there are none. */
export interface Reading {
  readonly from: number;
  readonly to: number;
  readonly first: number;
  readonly last: number;
  readonly hasGap: boolean;
  readonly isOpen: boolean;
}

/** A column to group by: what it is called in the table, and in the query. */
export interface KeyColumn {
  readonly column: string;
  readonly as: string;
}

/**
 * The query that puts facts together by org: what one org says of one indicator, of which every total is made. It
 * groups twice, by period and then over the periods that are asked, as the engine does.
 */
export function leaves(
  { facts, indicators, periods, measure, targetsOf = "year" }: SqlFrame,
  dialect: Dialect,
  keys: readonly KeyColumn[],
  reading: Reading,
): string {
  const { text, sumIf, maxIf, countIf, lastIf } = dialect;
  const rows = signed({ facts, indicators, periods: periods ?? [] }, dialect, keys, reading);
  const hows = indicators.map((indicator) => ({
    key: indicator.key,
    ...overTime({ measure, targetsOf }, indicator),
  }));
  const among = (which: "adds" | "targetsAdd" | "carries"): string => {
    const own = hows.filter((how) => how[which]);
    if (own.length === 0) return "1 = 0";
    return own.length === hows.length
      ? "1 = 1"
      : `q_indicator IN (${own.map(({ key }) => text(key)).join(", ")})`;
  };
  const window = `q_period >= ${reading.from} AND q_period <= ${reading.to}`;
  const now = `q_period = ${reading.to}`;
  const before = reading.isOpen ? "<=" : "<";
  // A month that no org has is missing to all: nothing is used of it, and one more is awaited
  const used = `((${among("adds")} AND ${window}) OR (NOT (${among("adds")}) AND ${reading.isOpen ? "1 = 0" : now}))`;
  const targetsAdd = `(${among("targetsAdd")} AND ${window})`;
  const targetLast = `(NOT (${among("targetsAdd")}) AND q_period <= ${reading.to} AND s_tn > 0)`;
  const whole = `(${among("carries")} AND q_period ${before} ${reading.to} AND s_own = 1 AND s_mis = 0 AND s_unu = 0 AND s_neg = 0)`;
  const awaited = `CASE WHEN ${among("adds")} THEN ${reading.to - reading.from + (reading.hasGap ? 2 : 1)} ELSE 1 END`;
  const select = [
    ...keys.map(({ as }) => as),
    "q_org",
    "q_indicator",
    `${maxIf("s_rep", used)} AS l_rep`,
    `CASE WHEN ${countIf(used)} < ${awaited} OR ${maxIf("s_mis", used)} = 1 THEN 1 ELSE 0 END AS l_mis`,
    `${maxIf("s_na", used)} AS l_na`,
    `${maxIf("s_unu", used)} AS l_unu`,
    `${maxIf("s_neg", "1 = 1")} AS l_neg`,
    `${maxIf("s_an", used)} AS l_an`,
    `${reading.isOpen ? "0" : maxIf("s_light", now)} AS l_light`,
    `${maxIf("s_tn", targetsAdd)} + ${lastIf("s_tn", "q_period", targetLast)} AS l_tn`,
    `${sumIf("s_t", targetsAdd)} + ${lastIf("s_t", "q_period", targetLast)} AS l_t`,
    `${sumIf("s_a", used)} + ${sumIf("s_s", `${used} AND s_neg = 0`)} AS l_a`,
    `${countIf(whole)} AS l_cn`,
    `${lastIf("s_a", "q_period", whole)} AS l_c`,
  ];
  return `SELECT ${select.join(", ")} FROM (${rows}) GROUP BY ${[...keys.map(({ as }) => as), "q_org", "q_indicator"].join(", ")}`;
}

/**
 * The slots with what stands in for lacking figures (沿用数). Of an indicator that has a figure below zero anywhere in the
 * table, a part bounds nothing: nothing stands in there, nothing is carried, and no total is 至少.
 */
function signed(
  frame: Pick<SqlFrame, "facts" | "indicators" | "periods">,
  dialect: Dialect,
  keys: readonly KeyColumn[],
  reading: Reading,
): string {
  const { from, indicator, status, actual } = frame.facts;
  const { name, isAmong } = dialect;
  const below = `SELECT ${name(indicator)} FROM ${from} WHERE ${name(status)} = 0 AND ${name(actual)} < 0`;
  const kept = ["q_org", "q_indicator", "q_period", "s_own", "s_mis", "s_na", "s_unu", "s_light", "s_tn"];
  const columns = [...keys.map(({ as }) => as), ...kept, "s_t", "s_a", "s_s"];
  const marked = `SELECT ${[...columns, "s_on", "s_sn"].join(", ")}, CASE WHEN ${isAmong("q_indicator", below)} THEN 1 ELSE 0 END AS s_neg FROM (${slots(frame, dialect, keys, reading)})`;
  const stands = "s_neg = 0 AND s_sn > 0";
  return `SELECT ${columns.join(", ")}, s_neg, CASE WHEN s_own = 1 OR (${stands}) THEN 1 ELSE 0 END AS s_rep, s_on + CASE WHEN ${stands} THEN s_sn ELSE 0 END AS s_an FROM (${marked})`;
}

/** The facts by org, indicator and period. A row that says 不涉及 leaves: neither its light nor its target counts. */
function slots(
  { facts, indicators, periods }: Pick<SqlFrame, "facts" | "indicators" | "periods">,
  { name, text, sumIf, countIf, maxIf, known }: Dialect,
  keys: readonly KeyColumn[],
  { first, last }: Reading,
): string {
  const status = name(facts.status);
  const target = name(facts.target);
  const actual = name(facts.actual);
  const period = facts.period === undefined ? undefined : name(facts.period);
  const ofYear = (periods ?? []).slice(first, last + 1);
  const at =
    period === undefined
      ? "0"
      : `CASE ${ofYear.map((one, index) => `WHEN ${period} = ${text(one)} THEN ${first + index}`).join(" ")} ELSE -1 END`;
  const within =
    period === undefined ? "" : ` WHERE ${period} IN (${ofYear.map((one) => text(one)).join(", ")})`;
  const hasTarget = `${status} <> 2 AND ${target} IS NOT NULL`;
  const isReported = `${status} = 0`;
  const bounded = indicators.filter(
    ({ acrossTime, mayBeNegative }) => acrossTime === "sum" && !mayBeNegative,
  );
  const standIn = facts.standIn === undefined || bounded.length === 0 ? undefined : name(facts.standIn);
  const stands = `${status} IN (1, 3) AND ${standIn} IS NOT NULL AND ${known(`${standIn}`)} >= 0 AND ${name(facts.indicator)} IN (${bounded.map(({ key }) => text(key)).join(", ")})`;
  const select = [
    ...keys.map(({ column, as }) => `${name(column)} AS ${as}`),
    `${name(facts.org)} AS q_org`,
    `${name(facts.indicator)} AS q_indicator`,
    `${at} AS q_period`,
    ...["own", "mis", "na", "unu"].map(
      (as, code) => `CASE WHEN ${countIf(`${status} = ${code}`)} > 0 THEN 1 ELSE 0 END AS s_${as}`,
    ),
    `${countIf(isReported)} AS s_on`,
    `${standIn === undefined ? "0" : countIf(stands)} AS s_sn`,
    `${sumIf(standIn ?? actual, standIn === undefined ? "1 = 0" : stands)} AS s_s`,
    `${facts.light === undefined ? "0" : maxIf(name(facts.light), `${status} <> 2`)} AS s_light`,
    `${countIf(hasTarget)} AS s_tn`,
    `${sumIf(target, hasTarget)} AS s_t`,
    `${sumIf(actual, isReported)} AS s_a`,
  ];
  const groups = [...keys.map(({ as }) => as), "q_org", "q_indicator", "q_period"];
  return `SELECT ${select.join(", ")} FROM ${facts.from}${within} GROUP BY ${groups.join(", ")}`;
}
