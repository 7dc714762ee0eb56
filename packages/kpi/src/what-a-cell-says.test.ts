import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { rollUp } from "./roll-up.ts";
import { sayNote } from "./say-note.ts";
import { allRows } from "./testing/arbitrary.ts";
import { cellOf, codes, figuresOf, type Row } from "./testing/figures.ts";
import { runs } from "./testing/runs.ts";

vi.setConfig({ testTimeout: 7_200_000 });

const total = (rows: readonly Row[], period = "2016-10") =>
  cellOf(rollUp(figuresOf(rows.map((row) => ({ period, ...row }))), { period }));
const said = (rows: readonly Row[], period?: string) =>
  total(rows, period).notes.map((note) => sayNote(note));

describe("不能说“至少”的合计，说明只含已报的", () => {
  const of = (org: string, actual: string | null, more: Partial<Row> = {}): Row => ({
    org,
    indicator: "常住人口",
    target: "100",
    actual,
    ...more,
  });

  test("时点数", () => {
    const rows = [of("子县", "90"), of("丑县", null), of("寅县", "95")];
    expect(total(rows)).toMatchObject({ actual: "185", atLeast: false, completion: null });
    expect(said(rows)).toEqual(["合计仅含已报2家；丑县本期没有可用的数。"]);
    expect(said(rows.filter(({ actual }) => actual !== null))).toEqual([]);
  });

  test("可以为负的时期数，也只含已报的", () => {
    const rows = ["-3", null].map((actual, at) =>
      of(`县${at}`, actual, { indicator: "净增企业", unit: "家" }),
    );
    expect(said(rows)).toEqual(["合计仅含已报1家；县1本期没有可用的数。"]);
  });

  test("一家没有报齐", () => {
    const rows = [of("子县", "90", { taskId: "1" }), of("子县", null, { taskId: "2" })];
    expect(said(rows)).toEqual([
      "合计仅含已报的数；子县没有报齐。",
      "子县应报2行，实报1行，未报齐，列入缺报单位。",
    ]);
  });

  test("没有报的那家没有目标，也要说明", () => {
    const rows: Row[] = [
      { org: "子县", target: "10", actual: "9" },
      { org: "开发区", actual: null },
    ];
    expect(total(rows)).toMatchObject({ completion: "0.9", atLeast: false, missing: ["开发区"] });
    const whole = "开发区本期没有可用的数；所缺的没有已下达的目标，不在合计之内，合计不缺数。";
    expect(said(rows)).toEqual([whole]);
    const carried: Row[] = [...rows, { org: "开发区", period: "2016-09", actual: "8" }];
    expect(said(carried)).toEqual([
      whole,
      "开发区本期没有可用的累计数，沿用9月的累计数8。",
      "另有无目标单位完成数至少8（开发区），不计入完成数和指标完成率。",
    ]);
    const given: Row[] = [
      { org: "子县", target: "10", actual: "9" },
      { org: "开发区", actual: "8" },
    ];
    expect(said(given)).toEqual(["另有无目标单位完成数8（开发区），不计入完成数和指标完成率。"]);
  });

  test("相加而没有报齐的合计，总有一条说明", () => {
    fc.assert(
      fc.property(allRows, (rows) => {
        for (const cell of rollUp(figuresOf(rows), { by: ["division"], period: "2016-10" }).cells) {
          const whole = cell.actual === null || cell.reported === cell.expected;
          if (!whole) expect(codes(cell).length).toBeGreaterThan(0);
          if (whole) expect(codes(cell)).not.toContain("reportedOnly");
        }
      }),
      { numRuns: runs },
    );
  });
});

describe("一年的上限，期末才定", () => {
  const of = (actual: string, target = "12"): Row[] => [
    { org: "子县", indicator: "生产安全事故起数", unit: "起", target, actual, targetFacts: { bound: "le" } },
  ];

  test("没有到期末的，不说达标", () => {
    expect(said(of("7"))).toEqual(["额度使用率58.33%；是否达标以期末为准。"]);
    expect(said(of("0", "0"))).toEqual(["是否达标以期末为准。"]);
  });

  test("年中已超出的，不再等期末", () => {
    expect(said(of("15"))).toEqual(["额度使用率125%；已超出上限，年内无法挽回。", "未达标，比目标高3。"]);
    expect(said(of("1", "0"))).toEqual(["已超出上限，年内无法挽回。", "未达标，比目标高1。"]);
    expect(total(of("15")).light).toBe("red");
  });

  test("到期末的，达标就是达标", () => {
    expect(said(of("7"), "2016-12")).toEqual(["额度使用率58.33%。", "达标，比目标低5。"]);
    expect(said(of("13"), "2016-12")).toEqual(["额度使用率108.33%。", "未达标，比目标高1。"]);
  });

  test("说明不与灯相反", () => {
    fc.assert(
      fc.property(allRows, (rows) => {
        for (const cell of rollUp(figuresOf(rows), { by: ["division"], period: "2016-10" }).cells) {
          if (cell.direction === "up") continue;
          if (cell.light === "green") expect(codes(cell)).not.toContain("notMet");
          if (cell.light === "red" || cell.light === "notDue") expect(codes(cell)).not.toContain("met");
        }
      }),
      { numRuns: runs },
    );
  });
});

test("没有报告期的，不亮灯，并说明", () => {
  const figures = figuresOf([{ org: "子县", target: "100", actual: "50" }]);
  const observations = figures.observations.map(({ period: _, ...fact }) => fact);
  const cell = cellOf(rollUp({ ...figures, observations }));
  expect(cell).toMatchObject({ period: null, pace: null, light: null, completion: "0.5" });
  expect(codes(cell)).toEqual(["noPeriod"]);
});

test("没有目标的单位和目标来源不同的单位，分别写明", () => {
  const of = (org: string, source: string | undefined, line: number): Row => ({
    ...{ org, actual: "10", line, target: source === undefined ? null : "20" },
    ...(source ? { targetFacts: { source } } : {}),
  });
  const note = (...rows: Row[]) =>
    cellOf(rollUp(figuresOf(rows), { period: "2019-12" })).notes.find(({ code }) => code === "noTarget");
  const [city, own, none] = [of("子县", "市下达", 1), of("丑区", "区自定", 2), of("寅县", undefined, 3)];
  expect(note(city, own, none)?.args).toEqual({
    amount: "20",
    orgs: ["丑区", "寅县"],
    otherSource: ["丑区"],
  });
  expect(note(city, none)?.args).toEqual({ amount: "10", orgs: ["寅县"] });
  expect(note(city, of("丑区", "", 2))).toBeUndefined();
});
