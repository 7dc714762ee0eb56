import { decimal } from "@taizhang/quantity";
import { describe, expect, test } from "vitest";
import type { Figures, TaskFact } from "../facts.ts";
import { taskCompletion } from "../task-completion.ts";
import { figuresOf, type Row } from "../testing/figures.ts";
import { assessmentOf } from "./assessment-of.ts";
import { sayScoreLine } from "./say-score-line.ts";
import { score } from "./score.ts";

const period = "2016-10";
const at = (org: string, more: Partial<Row> = {}): Row => ({
  org,
  division: org,
  period,
  target: "100",
  actual: "90",
  ...more,
});
const weighing = (weight: string) => ({ targetFacts: { weight: decimal(weight) } });
const by = { by: "division" } as const;
const judged = (org: string, id: string, more: Partial<TaskFact>): TaskFact => ({
  id,
  title: id,
  standing: "own",
  org,
  dims: { division: [{ name: org }] },
  kind: "qualitative",
  reported: true,
  ...more,
});
const only = (figures: Figures) => assessmentOf(figures, by).orgs[0];

describe("由填报数得出考核数 assessmentOf", () => {
  test("目标、完成值、权重和来源都从汇总来", () => {
    const {
      orgs,
      period: of,
      evenWeights,
    } = assessmentOf(
      figuresOf([at("子县", { ...weighing("60"), targetFacts: { weight: decimal("60"), bound: "gt" } })]),
      by,
    );
    expect([of, evenWeights]).toEqual([period, false]);
    expect(orgs).toMatchObject([
      {
        org: "子县",
        items: [
          {
            indicator: "城镇新增就业",
            unit: "人",
            direction: "up",
            bound: "gt",
            weight: "60",
            target: "100",
            actual: { status: "reported", amount: "90" },
            sources: [
              { file: "子县.xlsx", ref: "C3" },
              { file: "子县.xlsx", ref: "D3" },
            ],
          },
        ],
        bonuses: [],
        deductions: [],
        missedReturns: [],
      },
    ]);
    expect(orgs[0]).not.toHaveProperty("group");
    expect(orgs[0]?.items[0]).not.toHaveProperty("atLeast");
  });

  test("哪里都没有权重的，各指标平均分配，合起来正好是总分", () => {
    const rows = ["城镇新增就业", "创业培训", "技能培训"].map((indicator) => at("子县", { indicator }));
    const { orgs, evenWeights } = assessmentOf(figuresOf(rows), { ...by, total: decimal("1000") });
    expect(evenWeights).toBe(true);
    expect(orgs[0]?.items.map(({ weight }) => weight)).toEqual(["333.34", "333.33", "333.33"]);
    const [two] = assessmentOf(figuresOf(rows.slice(0, 2)), by).orgs;
    expect(two?.items.map(({ weight }) => weight)).toEqual(["50", "50"]);
  });

  test("有的写了权重，没写的不考核", () => {
    const rows = [at("子县", weighing("100")), at("子县", { indicator: "创业培训" })];
    expect(only(figuresOf(rows))?.items.map(({ indicator }) => indicator)).toEqual(["城镇新增就业"]);
  });

  test("同一任务的权重只算一次，台账的在先；几个任务不同的权重相加，相同的算一次", () => {
    const rows = [
      at("子县", { taskId: "1", ...weighing("30") }),
      at("子县", { taskId: "2", line: 9, ...weighing("20") }),
    ];
    const figures = figuresOf(rows);
    const ledger = figures.targets.map((target) => ({
      ...target,
      standing: "ledger" as const,
      weight: decimal("25"),
    }));
    expect(only(figures)?.items[0]?.weight).toBe("50");
    expect(only({ ...figures, targets: [...figures.targets, ...ledger] })?.items[0]?.weight).toBe("25");
    const [first] = ledger;
    expect(
      only({ ...figures, targets: [...figures.targets, ...(first ? [first] : [])] })?.items[0]?.weight,
    ).toBe("45");
  });

  test("未报、不涉及、读不出、未报齐各是各的", () => {
    const status = (...rows: Row[]) => only(figuresOf(rows))?.items[0]?.actual.status;
    expect(status(at("子县", { actual: null }))).toBe("missing");
    expect(status(at("子县", { actual: "—" }))).toBe("notApplicable");
    expect(status(at("子县", { actual: "?" }))).toBe("unusable");
    expect(status(at("子县", { actual: "0" }))).toBe("reported");
    const rows = [
      at("甲镇", { division: "子县", taskId: "1" }),
      at("乙镇", { division: "子县", taskId: "2", actual: null }),
    ];
    expect(only(figuresOf(rows))?.items[0]).toMatchObject({ atLeast: true, target: "200" });
  });

  test("没有目标的，不编目标；区间带上下限", () => {
    const other = at("丑县", { targetFacts: { bound: "ge" } });
    const item = only(figuresOf([at("子县", { target: null }), other]))?.items[0];
    expect(item).not.toHaveProperty("target");
    expect(item).not.toHaveProperty("bound");
  });

  test("各部门的行都写着同一权重的，是指标的权重，只算一次", () => {
    const rows = ["甲局", "乙局", "丙局", "丁局", "戊局"].map((org, line) =>
      at(org, { division: "子县", line, taskId: org, ...weighing("40") }),
    );
    const rest = at("子县", { indicator: "创业培训", ...weighing("60") });
    const assessed = assessmentOf(figuresOf([...rows, rest]), by);
    expect(assessed.orgs[0]?.items.map(({ weight }) => weight)).toEqual(["40", "60"]);
    expect(score({ preset: "linear", ...assessed }).orgs[0]).toMatchObject({ final: "90", grade: "优" });
  });

  test("平均分配时，谁都没有目标的不是考核指标：率的分子、分母，只供参考的数", () => {
    const rows = [
      at("子县", { indicator: "常住人口城镇化率", unit: "%", target: "50", actual: "50" }),
      at("子县", { indicator: "城镇常住人口", target: null, actual: "1" }),
      at("子县", { indicator: "常住人口", target: null, actual: "2" }),
      at("子县"),
      at("丑县", { target: null }),
    ];
    const { orgs, withoutTarget } = assessmentOf(figuresOf(rows), by);
    expect(orgs.map(({ items }) => items.map(({ indicator, weight }) => [indicator, weight]))).toEqual([
      [
        ["常住人口城镇化率", "50"],
        ["城镇新增就业", "50"],
      ],
      [["城镇新增就业", "100"]],
    ]);
    expect(withoutTarget).toEqual(["城镇常住人口", "常住人口"]);
    expect(assessmentOf(figuresOf([at("子县", weighing("100"))]), by).withoutTarget).toEqual([]);
  });

  test("不能用的数写明原因；不是“至少”的，只含已报", () => {
    const why = (actual: string, more: Partial<Row> = {}) =>
      only(figuresOf([at("子县", { actual, ...more })]))?.items[0]?.actual;
    expect(why("?")).toEqual({ status: "unusable", why: "unreadable" });
    expect(why("=")).toEqual({ status: "unusable", why: "uncalculated" });
    const error = { facts: { value: { status: "unusable", why: "error" } as const } };
    expect(why("?", error)).toEqual({ status: "unusable", why: "error" });
    const towns = [
      at("甲镇", { division: "子县", indicator: "常住人口", line: 1 }),
      at("乙镇", { division: "子县", indicator: "常住人口", line: 2, actual: null }),
    ];
    const [item] = only(figuresOf(towns))?.items ?? [];
    expect(item).toMatchObject({ partial: true, actual: { amount: "90" } });
    expect(item).not.toHaveProperty("atLeast");
    const [scored] = score({ preset: "linear", ...assessmentOf(figuresOf(towns), by) }).orgs[0]?.items ?? [];
    expect(scored?.lines.map((line) => sayScoreLine(line))).toEqual([
      "下级未报齐，完成值90只含已报单位，不能计分。",
    ]);
  });

  test("上级的合计行不考核；写了界限的几行不一致，就不写界限", () => {
    const total = at("甲市", { standing: "total", division: "" });
    expect(assessmentOf(figuresOf([at("子县"), total]), by).orgs.map(({ org }) => org)).toEqual(["子县"]);
    const rows = [
      at("子县", { taskId: "1" }),
      at("子县", { taskId: "2", line: 8, targetFacts: { bound: "ge" } }),
    ];
    expect(only(figuresOf(rows))?.items[0]).not.toHaveProperty("bound");
  });

  test("整期没有报的记一次未报；只读不出的不算未报", () => {
    const rows = [
      at("子县"),
      at("子县", { period: "2016-09", actual: null }),
      at("丑县", { actual: "?" }),
      at("丑县", { period: "2016-09" }),
      at("寅县", { actual: null }),
      at("寅县", { period: "2016-09", actual: null }),
      at("寅县", { period: "2016-08" }),
    ];
    const missed = assessmentOf(figuresOf(rows), by).orgs.map(({ org, missedReturns }) => [
      org,
      missedReturns,
    ]);
    expect(missed).toEqual([
      ["子县", ["2016-08", "2016-09"]],
      ["丑县", ["2016-08"]],
      ["寅县", ["2016-09", "2016-10"]],
    ]);
    expect(assessmentOf(figuresOf(rows), { ...by, period: "2016-08" }).orgs[2]?.missedReturns).toEqual([]);
  });

  test("定性任务由人评定，加分减分在外，组别从维度来", () => {
    const tasks = [
      judged("子县", "制度建设", { weight: decimal("40"), standing: "ledger", reported: false }),
      judged("子县", "制度建设", { given: decimal("36") }),
      judged("子县", "表彰加分", { given: decimal("2"), adjusts: "bonus" }),
      judged("子县", "通报减分", { given: decimal("1"), adjusts: "deduction" }),
      judged("子县", "未评的加分", { adjusts: "bonus" }),
      judged("子县", "没有权重的", {}),
      judged("子县", "上级表上的", { weight: decimal("9"), standing: "superior" }),
      judged("丑县", "制度建设", { weight: decimal("40") }),
    ];
    const figures = { ...figuresOf([at("子县", weighing("60"))]), tasks };
    const grouped = {
      ...figures,
      targets: figures.targets.map((one) => ({ ...one, dims: { ...one.dims, group: [{ name: "一组" }] } })),
    };
    const [first, second] = assessmentOf(grouped, by).orgs;
    expect(first).toMatchObject({
      group: "一组",
      items: [
        { indicator: "城镇新增就业", weight: "60" },
        {
          indicator: "制度建设",
          weight: "40",
          given: "36",
          qualitative: true,
          actual: { status: "missing" },
        },
      ],
      bonuses: [{ points: "2", reason: "表彰加分" }],
      deductions: [{ points: "1", reason: "通报减分" }],
    });
    expect(first?.items).toHaveLength(2);
    expect(second).toMatchObject({ org: "丑县", items: [{ indicator: "制度建设", weight: "40" }] });
    expect(second?.items[0]).not.toHaveProperty("given");
  });
});

test("任务完成率", () => {
  expect(taskCompletion({ done: 2, total: 3 })).toBe("0.666667");
  expect(taskCompletion({ done: 0, total: 0 })).toBeUndefined();
});
