import { inferIndicator } from "@taizhang/model";
import { describe, expect, test } from "vitest";
import type { Figures } from "./facts.ts";
import { rollUp } from "./roll-up.ts";
import { cellOf, codes, figuresOf, type Row } from "./testing/figures.ts";

const total = (rows: readonly Row[], options = {}) => cellOf(rollUp(figuresOf(rows), options));

describe("只加能加的 (laws 1 and 5)", () => {
  test("the most frequent unit, of ties the smaller, exactly", () => {
    const row = (org: string, unit: string, power: number, actual: string): Row => ({
      org,
      unit,
      power,
      actual,
    });
    const two = [row("子县", "人", 4, "0.8"), row("丑区", "人", 0, "3800")];
    expect(total(two)).toMatchObject({ unit: "人", actual: "11800" });
    expect(total([...two, row("寅县", "人", 4, "0.1")])).toMatchObject({ unit: "万人", actual: "1.28" });
  });

  test("亩 and 公顷: the sum stays where it is exact", () => {
    const row = (org: string, unit: string, actual: string): Row => ({
      org,
      indicator: "造林绿化",
      unit,
      actual,
    });
    const cell = total([row("子县", "公顷", "2"), row("丑区", "公顷", "3"), row("寅县", "亩", "10")]);
    expect(cell).toMatchObject({ unit: "亩", actual: "85" });
  });

  test("units of different kinds under one name give no total, but each its own", () => {
    const rows: Row[] = [
      { org: "子县", division: "子县", indicator: "文化活动", unit: "场", target: "10", actual: "9" },
      { org: "丑区", division: "丑区", indicator: "文化活动", unit: "人次", target: "500", actual: "600" },
    ];
    const rolled = rollUp(figuresOf(rows), { by: ["division"] });
    expect(cellOf(rolled)).toMatchObject({
      actual: null,
      target: null,
      completion: null,
      expected: 2,
      reported: 2,
    });
    expect(cellOf(rolled).notes).toEqual([
      { code: "unitsDiffer", args: { indicator: "文化活动", units: ["人次", "场"] } },
    ]);
    expect(cellOf(rolled, { division: "丑区" })).toMatchObject({
      actual: "600",
      unit: "人次",
      completion: "1.2",
    });
  });

  test("a target that measures something else (增长8%) is left out, and what was done stays", () => {
    const grown = (org: string, actual?: string): Row => ({
      org,
      indicator: "社会消费品零售总额",
      unit: "元",
      power: 8,
      target: "8",
      targetFacts: { unit: "%", power: 0 },
      ...(actual === undefined ? {} : { actual }),
    });
    const rows = [grown("子县", "52"), grown("丑区", "30")];
    const cell = total(rows);
    expect(cell).toMatchObject({ target: null, actual: "82", unit: "亿元", completion: null, light: null });
    expect(cell.notes).toEqual([
      {
        code: "unitsDiffer",
        args: { indicator: "社会消费品零售总额", units: ["%", "亿元"], targets: true },
      },
    ]);
    expect(total([...rows, grown("寅县")])).toMatchObject({ target: null, actual: null });
  });

  test("a figure without a unit takes the only one there is", () => {
    expect(
      total([
        { org: "子县", unit: "人", target: "10", actual: "9" },
        { org: "丑区", unit: "", actual: "5" },
      ]),
    ).toMatchObject({ unit: "人", actual: "9" });
  });

  test("0.1 + 0.2万元 = 0.3万元", () => {
    const row = (org: string, actual: string): Row => ({
      org,
      indicator: "投资",
      unit: "元",
      power: 4,
      actual,
    });
    expect(total([row("子县", "0.1"), row("丑区", "0.2")])).toMatchObject({ actual: "0.3", unit: "万元" });
  });

  test("what stays undecided is not added and says so", () => {
    const row = (org: string): Row => ({ org, indicator: "营商环境", unit: "", actual: "3" });
    const cell = total([row("子县"), row("丑区")]);
    expect(cell.actual).toBeNull();
    expect(codes(cell)).toEqual(["undecided"]);
  });

  test("a ratio whose parts are known: Σ numerator / Σ denominator, not a mean", () => {
    const rows = (org: string, top: string, bottom: string, rate: string): Row[] => [
      { org, indicator: "常住人口城镇化率", unit: "%", actual: rate },
      { org, indicator: "城镇常住人口", unit: "人", actual: top },
      { org, indicator: "常住人口", unit: "人", actual: bottom },
    ];
    const all = [...rows("子县", "1", "4", "25"), ...rows("丑区", "5", "8", "62.5")];
    const cell = cellOf(rollUp(figuresOf(all)), {}, "常住人口城镇化率");
    expect(cell).toMatchObject({ actual: "50", unit: "%", target: null });
    expect(codes(cell)).toEqual(["fromParts"]);
    const without = all.filter(({ org, indicator }) => org !== "丑区" || indicator !== "常住人口");
    expect(cellOf(rollUp(figuresOf(without)), {}, "常住人口城镇化率").actual).toBeNull();
  });

  test("actuals of orgs without a target are shown apart", () => {
    const cell = total([
      { org: "子县", target: "100", actual: "90" },
      { org: "开发区", actual: "30" },
    ]);
    expect(cell).toMatchObject({ target: "100", actual: "90", completion: "0.9", expected: 2, reported: 2 });
    expect(cell.notes).toEqual([{ code: "noTarget", args: { amount: "30", orgs: ["开发区"] } }]);
  });

  test("targets of several sources are not added; the superior's is assessed", () => {
    const row = (org: string, target: string, source: string): Row => ({
      org,
      target,
      targetFacts: { source },
    });
    const cell = total([
      row("子县", "100", "市下达"),
      { ...row("子县", "130", "区自定"), actual: "90" },
      { ...row("丑区", "50", "市下达"), actual: "50" },
    ]);
    expect(cell).toMatchObject({ target: "150", actual: "140", completion: "0.933333" });
    expect(cell.notes).toEqual([{ code: "severalSources", args: { chosen: "市下达", others: ["区自定"] } }]);
  });

  test("a row that names no source is the target of the one source there is; the ledger's value goes first", () => {
    const row = (target: string, targetFacts: Row["targetFacts"]): Row => ({
      org: "子县",
      target,
      targetFacts: { ...targetFacts },
    });
    const own = row("120", { source: "市下达" });
    const bare = { ...row("100", { standing: "ledger" }), actual: "60" };
    const cell = total([own, bare]);
    expect(cell).toMatchObject({ target: "100", completion: "0.6" });
    expect(cell.notes).toEqual([{ code: "targetsDiffer", args: { org: "子县", used: "100", other: "120" } }]);
    const several = total([own, bare, { ...row("90", { source: "区自定" }) }]);
    expect(several.target).toBe("120");
    expect(codes(several)).toEqual(["severalSources"]);
  });

  test("the target that last year's return states is of its own year, and no second value of this year's", () => {
    const of = (period: string, target: string): Row => ({
      org: "子县",
      target,
      actual: "60",
      period,
      targetFacts: { stated: period },
    });
    const cell = total([of("2023-12", "1000"), of("2024-06", "1200")], { period: "2024-06" });
    expect(cell).toMatchObject({ target: "1200", notes: [] });
    const twice = total([of("2024-05", "1000"), of("2024-06", "1200")], { period: "2024-06" });
    expect(codes(twice)).toEqual(["targetsDiffer"]);
  });

  test("待下达 is no target of zero", () => {
    const cell = total([
      {
        org: "子县",
        target: "100",
        actual: "10",
        targetFacts: { status: "pending", value: undefined as never },
      },
    ]);
    expect(cell).toMatchObject({ target: null, completion: null, light: "pending" });
    expect(codes(cell)).toEqual(["pending"]);
  });

  test("a source whose targets are all still pending does not push out one that is given", () => {
    const cell = total([
      {
        org: "子县",
        target: "1",
        actual: "5",
        targetFacts: { status: "pending", value: undefined as never, source: "市下达" },
      },
      { org: "丑区", target: "10", actual: "9", targetFacts: { source: "区自定" } },
    ]);
    expect(cell).toMatchObject({ target: "10", actual: "9", completion: "0.9" });
    expect(codes(cell)).toEqual(["severalSources", "pending", "noTarget"]);
  });

  test("a definition that only the ledger states joins the returns; two definitions stay apart", () => {
    const figures = figuresOf([
      { org: "子县", target: "100" },
      { org: "子县", actual: "90" },
    ]);
    const scoped = inferIndicator("城镇新增就业", "人", { definition: "当年新增" });
    const other = inferIndicator("城镇新增就业", "人", { definition: "其中高校毕业生" });
    const joined: Figures = {
      ...figures,
      targets: figures.targets.map((fact) => ({ ...fact, indicator: scoped })),
    };
    expect(rollUp(joined).cells).toHaveLength(1);
    const apart: Figures = {
      ...joined,
      observations: figures.observations.map((fact) => ({ ...fact, indicator: other })),
    };
    expect(rollUp(apart).cells).toHaveLength(2);
  });
});
