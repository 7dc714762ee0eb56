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
  test("给定的应有总分随着考核数走", () => {
    const figures = figuresOf([at("子县"), at("丑区")]);
    const of = score({
      preset: "linear",
      ...assessmentOf(figures, { by: "division", total: decimal("1000") }),
    });
    expect([of.total, of.orgs.map(({ final, rank }) => [final, rank])]).toEqual([
      "1000",
      [
        ["900", 1],
        ["900", 1],
      ],
    ]);
  });
  test("没有位次的排在最后", () => {
    const figures = figuresOf([at("丑区", { actual: null }), at("子县"), at("寅县", { actual: null })]);
    const { orgs } = score({ preset: "linear", ...assessmentOf(figures, { by: "division" }) });
    expect(orgs.map(({ org, rank }) => [org, rank])).toEqual([
      ["子县", 1],
      ["丑区", null],
      ["寅县", null],
    ]);
  });
  test.each<[string, Row[], string[]]>([
    [
      "几个区县的，考核区县",
      [at("子县", { departments: ["甲局"] }), at("丑区", { departments: ["乙局"] })],
      ["子县", "丑区"],
    ],
    [
      "一个区县的，考核部门",
      [
        at("甲局", { division: "子县", departments: ["甲局"] }),
        at("乙局", { division: "子县", departments: ["乙局"] }),
      ],
      ["甲局", "乙局"],
    ],
    ["没有写部门的，考核区县", [at("子县")], ["子县"]],
    [
      "全市的一行不是被考核的区县",
      [
        at("甲局", { division: "子县", departments: ["甲局"] }),
        at("全市", { standing: "total", file: "全市.xlsx" }),
      ],
      ["甲局"],
    ],
  ])("%s", (_, rows, orgs) =>
    expect(
      assessmentOf(figuresOf(rows.map((row, line) => ({ ...row, line })))).orgs.map(({ org }) => org),
    ).toEqual(orgs),
  );

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
    const given = assessmentOf(grouped, { ...by, groups: { 丑县: "二组" } }).orgs;
    expect(given.map(({ org, group }) => [org, group])).toEqual([
      ["子县", "一组"],
      ["丑县", "二组"],
    ]);
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

describe("期别、权重和来源的边界", () => {
  const september = at("子县", { period: "2016-09", actual: "70", ...weighing("60") });
  const rows = [september, at("子县", weighing("60"))];
  test("给定报告期的，用那一期的数；没有给定的，用最近一期", () => {
    const of = (asked: object) => {
      const { orgs, period: shown } = assessmentOf(figuresOf(rows), { ...by, ...asked });
      return [shown, orgs[0]?.items[0]?.actual];
    };
    expect(of({ period: "2016-09" })).toEqual(["2016-09", { status: "reported", amount: "70" }]);
    expect(of({})).toEqual([period, { status: "reported", amount: "90" }]);
  });

  describe("一年的上限，年底才见分晓", () => {
    const rows = (actual: string, of: string, more: Partial<Row> = {}) => [
      at("子县", { period: of, ...weighing("60") }),
      at("子县", {
        indicator: "生产安全事故起数",
        unit: "起",
        target: "12",
        actual,
        period: of,
        ...more,
        targetFacts: { weight: decimal("40"), bound: "le", ...more.targetFacts },
      }),
    ];
    test.each<[string, Row[], string | null, string]>([
      ["十月7起，暂不计，其余折算", rows("7", "2016-10"), null, "90"],
      ["十月13起，已经超了，计分", rows("13", "2016-10"), "36.67", "90.67"],
      ["十二月7起，达标", rows("7", "2016-12"), "40", "94"],
      [
        "时限到九月的，十月就能定",
        rows("7", "2016-10", { targetFacts: { deadline: "2016-09-30" } }),
        "40",
        "94",
      ],
    ])("%s", (_, some, points, final) => {
      const [org] = score({ preset: "linear", ...assessmentOf(figuresOf(some), by) }).orgs;
      expect(org?.items[1]?.score ?? null).toBe(points);
      expect(org?.final).toBe(final);
    });
  });

  test("8,000万元与0.9亿元，多的得分高", () => {
    const of = (org: string, unit: string, power: number, actual: string) =>
      at(org, { indicator: "完成投资", unit, power, actual, target: actual });
    const money = [of("子县", "元", 4, "8000"), of("丑区", "元", 8, "0.9")];
    const { orgs } = score({ preset: "efficacy", ...assessmentOf(figuresOf(money), by) });
    expect(orgs.map(({ org, final }) => [org, final])).toEqual([
      ["丑区", "100"],
      ["子县", "60"],
    ]);
  });

  test("应有总分一路带到计分", () => {
    const total = decimal("1000");
    const { orgs } = score({ preset: "linear", ...assessmentOf(figuresOf([at("子县")]), { ...by, total }) });
    expect(orgs[0]).toMatchObject({ final: "900", grade: "优", rank: 1 });
  });

  test("没有单位可考核的，期别照写；什么都没有的，没有期别", () => {
    const { division: _, ...whole } = at("甲市");
    expect(assessmentOf(figuresOf([whole]), by)).toEqual({
      orgs: [],
      period,
      on: "2016-10-31",
      evenWeights: true,
      withoutTarget: [],
    });
    expect(assessmentOf(figuresOf([]), by)).toEqual({
      orgs: [],
      period: null,
      evenWeights: true,
      withoutTarget: [],
    });
  });

  test("只有定性任务写了权重的，定量指标不平均分配", () => {
    const tasks = [judged("子县", "制度建设", { weight: decimal("40") })];
    const found = assessmentOf({ ...figuresOf([at("子县")]), tasks }, by);
    expect(found.evenWeights).toBe(false);
    expect(found.orgs[0]?.items.map(({ indicator }) => indicator)).toEqual(["制度建设"]);
    const adjusted = [judged("子县", "表彰", { given: decimal("2"), adjusts: "bonus" })];
    expect(assessmentOf({ ...figuresOf([at("子县")]), tasks: adjusted }, by)).toMatchObject({
      evenWeights: true,
      orgs: [{ items: [{ weight: "100" }], bonuses: [{ points: "2" }] }],
    });
  });

  test("别的指标、别的单位、合计行的权重不算", () => {
    const some = [
      at("子县", weighing("60")),
      at("子县", { indicator: "创业培训", ...weighing("7") }),
      at("丑县", weighing("9")),
      at("子县", { standing: "total", line: 9, ...weighing("11") }),
    ];
    const weights = assessmentOf(figuresOf(some), by).orgs.map(({ org, items }) => [
      org,
      ...items.map(({ weight }) => weight),
    ]);
    expect(weights).toEqual([
      ["子县", "60", "7"],
      ["丑县", "9"],
    ]);
  });

  test("没写口径的一行，归那个唯一的口径；写了另一口径的不归", () => {
    const figures = figuresOf([
      at("子县", weighing("60")),
      at("子县", { line: 9, taskId: "2", ...weighing("5") }),
    ]);
    const scoped = (definition: string) => (target: (typeof figures.targets)[number], index: number) =>
      index === 0
        ? { ...target, indicator: { ...target.indicator, definition, key: `城镇新增就业|${definition}` } }
        : target;
    const joined = assessmentOf({ ...figures, targets: figures.targets.map(scoped("新口径")) }, by);
    expect(joined.orgs[0]?.items.map(({ weight, key }) => [weight, key])).toEqual([
      ["65", "城镇新增就业|新口径"],
    ]);
  });

  test("同一任务先写的权重算数，没有编号的按名称分", () => {
    const titled = (title: string, weight: string, line: number) =>
      at("子县", {
        line,
        targetFacts: { taskTitle: title, weight: decimal(weight) },
        facts: { taskTitle: title },
      });
    expect(
      only(figuresOf([titled("甲", "20", 1), titled("甲", "30", 2), titled("乙", "5", 3)]))?.items[0]?.weight,
    ).toBe("25");
    const plain = [at("子县", { line: 1, ...weighing("20") }), at("子县", { line: 2, ...weighing("30") })];
    expect(only(figuresOf(plain))?.items[0]?.weight).toBe("20");
  });

  test("界限取所考核来源的那一个", () => {
    const figures = figuresOf([
      at("子县", { targetFacts: { source: "市下达", bound: "ge" } }),
      at("子县", {
        target: "120",
        actual: undefined as never,
        targetFacts: { source: "区自定", bound: "gt" },
      }),
    ]);
    expect(only(figures)?.items[0]).toMatchObject({ target: "100", bound: "ge" });
    const own = figures.targets.filter(({ source }) => source !== "市下达");
    expect(only({ ...figures, targets: own })?.items[0]).toMatchObject({ target: "120", bound: "gt" });
    const bare = figures.targets.map((target, index) => {
      const { source: _, ...rest } = target;
      return index === 1 ? { ...rest, value: target.value as never } : target;
    });
    expect(only({ ...figures, targets: bare })?.items[0]).toMatchObject({ target: "100", bound: "ge" });
  });

  test("区间的上下限都在；可能为负的一家没报齐，只是已报的", () => {
    const range = { value: decimal("3"), valueMax: decimal("5"), bound: "range" as const };
    const figures = figuresOf([
      at("子县", { indicator: "物价涨幅", unit: "%", target: "3", actual: "4", targetFacts: range }),
    ]);
    const within = <Fact extends { indicator: object }>(fact: Fact): Fact => ({
      ...fact,
      indicator: { ...fact.indicator, direction: "within" },
    });
    const item = only({
      ...figures,
      targets: figures.targets.map(within),
      observations: figures.observations.map(within),
    })?.items[0];
    expect(item).toMatchObject({ direction: "within", target: "3", targetMax: "5", bound: "range" });
    expect(only(figuresOf([at("子县")]))?.items[0]).not.toHaveProperty("targetMax");

    const net = (org: string, taskId: string, actual: string | null) =>
      at(org, { division: "子县", indicator: "净增企业", unit: "家", taskId, actual });
    expect(only(figuresOf([net("甲镇", "1", "-5"), net("乙镇", "2", null)]))?.items[0]).toMatchObject({
      actual: { status: "reported", amount: "-5" },
      partial: true,
    });
    expect(only(figuresOf([net("甲镇", "1", "-5"), net("乙镇", "2", "3")]))?.items[0]).not.toHaveProperty(
      "partial",
    );
  });

  test("一家未报、一家读不出：有未报的部分，不是全未报", () => {
    const status = (...all: (string | null)[]) =>
      only(
        figuresOf(
          all.map((actual, line) => at(`${line}镇`, { division: "子县", taskId: `${line}`, line, actual })),
        ),
      )?.items[0]?.actual;
    expect(status(null, "?")).toEqual({ status: "unusable", why: "unreadable" });
    expect(status(null, null)).toEqual({ status: "missing" });
    expect(status("—", "—")).toEqual({ status: "notApplicable" });
    expect(status("—", null)).toEqual({ status: "missing" });
  });

  test("未报期数：一家多项里报了一项的，不算整期未报；不涉及的一期也不算", () => {
    const missed = (...some: Row[]) => assessmentOf(figuresOf(some), by).orgs[0]?.missedReturns;
    const earlier = { period: "2016-09" };
    expect(
      missed(
        at("子县"),
        at("子县", { ...earlier, actual: null }),
        at("子县", { ...earlier, indicator: "创业培训" }),
      ),
    ).toEqual([]);
    expect(missed(at("子县"), at("子县", { ...earlier, actual: "—" }))).toEqual([]);
    expect(missed(at("子县"), at("子县", { ...earlier, actual: null }))).toEqual(["2016-09"]);
  });
});

describe("评定项的先后", () => {
  test("名称、权重和来源取台账的，分数取先评的；合计行一样的上级表不算", () => {
    const place = (file: string) => ({ at: { kind: "cell" as const, file, sheet: "表", ref: "B2" } });
    const tasks = [
      judged("子县", "制度", {
        title: "制度建设（报送）",
        weight: decimal("7"),
        given: decimal("5"),
        ...place("报.xlsx"),
      }),
      judged("子县", "制度", {
        title: "制度建设",
        weight: decimal("9"),
        standing: "ledger",
        ...place("台账.xlsx"),
      }),
      judged("子县", "制度", { weight: decimal("9"), given: decimal("6") }),
      judged("子县", "数量", { kind: "quantitative", weight: decimal("9") }),
      judged("丑县", "制度", { weight: decimal("4") }),
    ];
    const { orgs } = assessmentOf({ tasks, targets: [], observations: [] }, by);
    expect(orgs.map(({ org, items }) => [org, items])).toEqual([
      [
        "子县",
        [
          {
            indicator: "制度建设",
            key: "制度",
            unit: "",
            direction: "up",
            qualitative: true,
            weight: "9",
            actual: { status: "missing" },
            given: "5",
            sources: [{ file: "台账.xlsx", sheet: "表", ref: "B2" }],
          },
        ],
      ],
      ["丑县", [expect.objectContaining({ indicator: "制度", weight: "4" })]],
    ]);
    expect(orgs[1]?.items[0]).not.toHaveProperty("given");
    expect(orgs[1]?.items[0]).not.toHaveProperty("sources");
  });
  test("完成值写“—”又没有目标的，是不涉及，不是没有评定；有人评了分的照评分", () => {
    const { observations: all } = figuresOf([at("子县")]);
    const observations = all.map((one) => ({ ...one, value: { status: "notApplicable" as const } }));
    const id = all[0]?.taskId ?? all[0]?.indicator.key ?? "";
    const statusOf = (more: Partial<TaskFact>, org = "子县") => {
      const tasks = [judged(org, id, { weight: decimal("5"), ...more })];
      return assessmentOf({ tasks, targets: [], observations }, by)
        .orgs.find((one) => one.org === org)
        ?.items.find(({ key }) => key === id)?.actual.status;
    };
    expect(statusOf({})).toBe("notApplicable");
    expect(statusOf({ given: decimal("3") })).toBe("missing");
    expect(statusOf({}, "丑县")).toBe("missing");
  });
  test("不属于任何单位的任务不考核", () => {
    const task = { ...judged("子县", "制度", { weight: decimal("4") }), dims: {} };
    expect(assessmentOf({ tasks: [task], targets: [], observations: [] }, by).orgs).toEqual([]);
  });
});

test("任务完成率", () => {
  expect(taskCompletion({ done: 2, total: 3 })).toBe("0.666667");
  expect(taskCompletion({ done: 0, total: 0 })).toBeUndefined();
});

test("计分办法按所考核期间的最后一天取用；早于第一个办法的沿用第一个，并标明", () => {
  const of = (period: string) => assessmentOf(figuresOf([at("子县", { period, ...weighing("60") })]), by);
  expect(of("2016-09").on).toBe("2016-09-30");
  expect(assessmentOf({ tasks: [], targets: [], observations: [] }).on).toBeUndefined();
  expect(score({ preset: "linear", ...of("2016-09") }).rule).toMatchObject({
    since: "2020-02-25",
    early: true,
  });
  expect(score({ preset: "linear", ...of("2020-02") }).rule.early).toBeUndefined();
  expect(score({ preset: "linear", ...of("2016-09") }).common.early).toBe(true);
  expect(score({ preset: "steps", ...of("2016-09") }).rule).toMatchObject({ own: true });
  expect(score({ preset: "steps", ...of("1990-09") }).rule.early).toBeUndefined();
});

test("who is assessed may be the members of a dimension of the caller's own", () => {
  const rows = ["子县", "丑区", "寅县"].map((org) => ({
    org,
    target: "100",
    actual: "90",
    period: "2016-10",
  }));
  const zone = (org: string) => ({ zone: [{ name: org === "寅县" ? "西片" : "东片" }] });
  const { tasks, targets, observations } = figuresOf(rows);
  const figures = {
    tasks,
    targets: targets.map((one) => ({ ...one, dims: { ...one.dims, ...zone(one.org) } })),
    observations: observations.map((one) => ({ ...one, dims: { ...one.dims, ...zone(one.org) } })),
  };
  const { orgs } = assessmentOf(figures, { by: "zone" });
  expect(orgs.map(({ org, items }) => [org, items[0]?.target])).toEqual([
    ["东片", "200"],
    ["西片", "100"],
  ]);
  expect(() => assessmentOf(figures, { by: "zones" })).toThrow(/No fact has the dimension zones/);
});

test("只有定性任务、没有数也没有分值的单位也在名单里，写明没有可计分的指标", () => {
  const figures = {
    ...figuresOf([at("子县")]),
    tasks: ["子县", "丑区"].map((org) => judged(org, `${org}宣传`, { standing: "ledger", reported: false })),
  };
  const { orgs } = score({ preset: "linear", ...assessmentOf(figures, by) });
  expect(orgs.map(({ org, rank, unranked }) => [org, rank, unranked])).toEqual([
    ["子县", 1, undefined],
    ["丑区", null, "nothingToScore"],
  ]);
});
