import { decimal } from "@taizhang/quantity";
import { describe, expect, test } from "vitest";
import { isJudgement } from "./cell-notes.ts";
import type { SharedFigure } from "./facts.ts";
import { rollUp } from "./roll-up.ts";
import { cellOf, codes, figuresOf, type Row } from "./testing/figures.ts";

// "Counted once": what a merged cell says of several orgs together is nobody's own. Domain page §4, law 4.

const period = "2016-10";
const at = { kind: "cell", file: "全市.xlsx", sheet: "台账", ref: "D3" } as const;
const both: SharedFigure = { orgs: ["子县", "丑区"], value: decimal("30"), at };
const row = (org: string, actual: string | null | undefined, more: Partial<Row> = {}): Row => ({
  org,
  division: org,
  period,
  ...(actual === undefined ? {} : { actual }),
  ...more,
});
const rolled = (rows: readonly Row[], key = {}) =>
  cellOf(rollUp(figuresOf(rows), { by: ["division"], period }), key);
const note = (rows: readonly Row[], code: string, key = {}) =>
  rolled(rows, key).notes.flatMap((one) => (one.code === code ? [one.args] : []));

describe("共同的完成数", () => {
  const together = (org: string, more: Partial<Row> = {}) =>
    row(org, "?", { target: "20", facts: { shared: both, at }, ...more });
  const rows = [together("子县"), together("丑区"), row("寅县", "5", { target: "20" })];
  const args = { orgs: ["子县", "丑区"], amount: "30", at: [at] };

  test("几家都在的格，只计一次，写明一次；不是看不清的数", () => {
    expect(rolled(rows)).toMatchObject({
      actual: "35",
      target: "60",
      reported: 3,
      missing: [],
      atLeast: false,
    });
    expect(note(rows, "sharedActual")).toEqual([{ ...args, counted: true }]);
    expect(codes(rolled(rows))).not.toContain("unreadable");
  });
  test("只有其中一家的格，没有计入，也不亮灯", () => {
    const own = rolled(rows, { division: "子县" });
    expect(own).toMatchObject({ actual: null, completion: null, light: null });
    expect(note(rows, "sharedActual", { division: "子县" })).toEqual([{ ...args, counted: false }]);
    expect(codes(own)).not.toContain("unreadable");
    expect(note(rows, "sharedActual", { division: "寅县" })).toEqual([]);
  });
  test("缺了一家的，没有计入，合计是至少", () => {
    const [one, , other] = rows as [Row, Row, Row];
    expect(rolled([one, other])).toMatchObject({ actual: "5", atLeast: true });
    expect(note([one, other], "sharedActual")).toEqual([{ ...args, counted: false }]);
  });
  test("两处不同的，各写一次", () => {
    const second: SharedFigure = { orgs: ["卯县", "辰县"], value: decimal("8"), at: { ...at, ref: "D9" } };
    const more = second.orgs.map((org) =>
      together(org, { facts: { shared: second, at: { ...at, ref: "D9" } } }),
    );
    expect(rolled([...rows, ...more]).actual).toBe("43");
    expect(note([...rows, ...more], "sharedActual")).toMatchObject([{ amount: "30" }, { amount: "8" }]);
  });
});

describe("共同的目标", () => {
  const targetFacts = { shared: both, value: undefined as never };
  const aiming = (org: string, actual: string) => row(org, actual, { target: "1", targetFacts });
  const rows = [aiming("子县", "12"), aiming("丑区", "9"), row("寅县", "5", { target: "20" })];
  test("几家都在的格，只计一次", () => {
    expect(rolled(rows)).toMatchObject({ target: "50", actual: "26", completion: "0.52" });
    expect(note(rows, "sharedTarget")).toEqual([{ orgs: both.orgs, target: "30", counted: true }]);
  });
  test("只有其中一家的格，不是它的目标，不算完成率", () => {
    expect(rolled(rows, { division: "子县" })).toMatchObject({
      target: null,
      actual: "12",
      completion: null,
    });
    expect(note(rows, "sharedTarget", { division: "子县" })).toEqual([
      { orgs: both.orgs, target: "30", counted: false },
    ]);
  });
  test("自己另有目标的，以自己的为准，不写", () =>
    expect(note([row("子县", "12", { target: "20" })], "sharedTarget")).toEqual([]));
});

describe("说明里写的数", () => {
  const rate = (org: string, low: string, high: string): Row =>
    row(org, "105", {
      indicator: "出生人口性别比",
      unit: "",
      target: low,
      targetFacts: { bound: "range", valueMax: decimal(high) },
    });
  test("各家区间相同的，两端都写；上端不同的，只写下端；下端不同的，不写", () => {
    const repeated = (...rows: Row[]) => note(rows, "targetRepeated");
    expect(repeated(rate("子县", "103", "107"), rate("丑区", "103", "107"))).toEqual([
      { target: "103", targetMax: "107", orgs: 2 },
    ]);
    expect(repeated(rate("子县", "103", "107"), rate("丑区", "103", "108"))).toEqual([
      { target: "103", orgs: 2 },
    ]);
    expect(repeated(rate("子县", "103", "107"), rate("丑区", "102", "107"))).toEqual([]);
    expect(repeated(rate("子县", "103", "107"))).toEqual([]);
  });
  test("下级缺几家，未报的和不能用的都算", () => {
    const rows = [
      row("子县", "3"),
      row("丑区", "?"),
      row("寅县", null),
      row("全市", "10", { standing: "total", division: "" }),
    ];
    expect(note(rows, "parentDiffers")).toEqual([
      { reported: "10", below: "3", difference: "7", missing: 2 },
    ]);
  });
  test("几个来源的，按名称列；没有来源的不算一个来源", () => {
    const from = (source: string | undefined, line: number): Row =>
      row("子县", line === 0 ? "5" : undefined, {
        target: String(20 + line),
        line,
        ...(source === undefined ? {} : { targetFacts: { source } }),
      });
    expect(note([from("市下达", 0), from("责任书", 1), from("区自定", 2)], "severalSources")).toEqual([
      { chosen: "市下达", others: ["区自定", "责任书"] },
    ]);
    expect(note([from("市下达", 0), from(undefined, 1)], "severalSources")).toEqual([]);
    expect(note([from(undefined, 0)], "severalSources")).toEqual([]);
  });
  test("重复的一行是空白的，不写", () => {
    const twice = (actual: string | null) => [
      row("子县", "5", { line: 1 }),
      row("子县", actual, { line: 2 }),
    ];
    expect(note(twice("6"), "duplicateNotCounted")).toMatchObject([{ org: "子县", amount: "6" }]);
    expect(note(twice(null), "duplicateNotCounted")).toEqual([]);
  });
});

test("与目标比过才有的灯，没有报告期就没有：绿、黄、红、未到节点", () => {
  const all = ["green", "yellow", "red", "notDue", "unreported", "pending", "notApplicable"] as const;
  expect(all.filter(isJudgement)).toEqual(["green", "yellow", "red", "notDue"]);
  expect(isJudgement(undefined)).toBe(false);
});
