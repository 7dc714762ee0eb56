import { convert, type Decimal, decimal } from "@taizhang/quantity";
import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import type { Figures } from "../facts.ts";
import { rollUp } from "../roll-up.ts";
import { adding, allRows } from "../testing/arbitrary.ts";
import { figuresOf, type Row } from "../testing/figures.ts";
import { runs } from "../testing/runs.ts";
import { encodeFacts } from "./encode-facts.ts";
import { factCell } from "./fact-cell.ts";
import { factsOf } from "./facts-of.ts";
import { rollUpFacts } from "./roll-up-facts.ts";

vi.setConfig({ testTimeout: 7_200_000 });

const dimensions = ["division", "department", "program"] as const;

/** The engine's roll-up of figures by each dimension that they have. */
function engineOf(figures: Figures, options: Parameters<typeof factsOf>[1] = {}) {
  const { frame, facts, period, notCarried } = factsOf(figures, options);
  const { table, refused } = encodeFacts(frame, facts);
  expect(refused).toEqual([]);
  const sets = [{}, ...Object.keys(table.dimensions).map((name) => ({ [name]: 1 }))];
  return { rolledUp: rollUpFacts(table, { sets, ...(period ? { period } : {}) }), notCarried, table };
}

const converted = (amount: Decimal | null, from: string, to: string): Decimal | null =>
  amount === null ? null : (convert(amount, from, to) ?? null);

describe("由填报数得出的事实，汇总与逐条汇总一致", () => {
  /** Compares every cell of both; gives how many had their amounts compared. */
  function compare(rows: readonly Row[], withAmounts: boolean): number {
    let compared = 0;
    const figures = figuresOf(rows);
    const { rolledUp, notCarried } = engineOf(figures, { period: "2016-10" });
    const unitOf = (key: string) => rolledUp.table.indicators.find((one) => one.key === key)?.unit ?? "";
    const units = new Set(notCarried.filter(({ why }) => why === "unit").map(({ indicator }) => indicator));
    for (const dimension of [undefined, ...dimensions]) {
      if (dimension !== undefined && !(dimension in rolledUp.table.dimensions)) continue;
      const by = dimension === undefined ? [] : [dimension];
      for (const cell of rollUp(figures, { by, period: "2016-10" }).cells) {
        if (units.has(cell.indicatorKey) || (dimension !== undefined && !cell.key[dimension])) continue;
        if (cell.expected === 0) continue;
        const ours = factCell(rolledUp, cell.key, cell.indicatorKey);
        expect(ours).toMatchObject({ expected: cell.expected, reported: cell.reported });
        // Of a rate `rollUp` knows more: the parent's own, a common target
        if (!withAmounts || !adding.some(({ indicator }) => indicator === cell.indicator)) continue;
        if (!ours || cell.notes.some(({ code }) => code === "unitsDiffer")) continue;
        compared++;
        expect([ours.atLeast, ours.target, ours.actual]).toEqual([
          cell.atLeast,
          converted(cell.target, cell.unit, unitOf(cell.indicatorKey)),
          converted(cell.actual, cell.unit, unitOf(cell.indicatorKey)),
        ]);
      }
    }
    return compared;
  }

  test("任意表格：谁的数算数、重复、退回、共同任务、单位，都照逐条汇总的定", () => {
    let compared = 0;
    fc.assert(
      fc.property(allRows, (rows) => {
        compare(rows, false);
        // The engine sets orgs without a target apart, and `rollUp` tasks without one: with one task an org they agree
        const single = rows.map((one): Row => (one.taskId === "2" ? { ...one, taskId: "1" } : one));
        compared += compare(single, true);
      }),
      { numRuns: runs },
    );
    expect(compared).toBeGreaterThan(runs);
  });

  const row = (org: string, more: Partial<Row> = {}): Row => ({
    org,
    division: org,
    period: "2016-10",
    target: "100",
    actual: "90",
    ...more,
  });

  test("缺报的沿用上月累计，万人与人合计，程序不另作换算", () => {
    const figures = figuresOf([
      row("子县", { period: "2016-09", actual: "70" }),
      row("子县", { actual: null, target: null }),
      row("丑区", { power: 4, actual: "0.5", target: "1" }),
      row("寅县", { actual: "—" }),
      row("卯区", { actual: "=" }),
    ]);
    const { rolledUp } = engineOf(figures);
    expect(factCell(rolledUp, {}, "城镇新增就业")).toMatchObject({
      actual: "5070",
      target: "10200",
      atLeast: true,
      expected: 3,
      reported: 1,
      missing: 1,
      unusable: 1,
      notApplicable: 1,
    });
    expect(factCell(rolledUp, { division: "子县" }, "城镇新增就业")).toMatchObject({
      actual: "70",
      missing: 1,
    });
  });

  test("只要已审的，没有审的不算；待下达的没有目标", () => {
    const rows = [
      row("子县", { facts: { state: "reviewed" } }),
      row("丑区", {
        facts: { state: "submitted" },
        targetFacts: { status: "pending", value: undefined as never },
      }),
    ];
    const of = (returns: "latest" | "reviewed") =>
      factCell(engineOf(figuresOf(rows), { returns }).rolledUp, {}, "城镇新增就业");
    expect(of("latest")).toMatchObject({ reported: 2, target: "100" });
    expect(of("reviewed")).toMatchObject({ reported: 1, missing: 1, actual: "90" });
  });

  test("带不过来的逐条说明：单位合不到一起、几个单位共用一个数、一行列了几个成员", () => {
    const together = { orgs: ["子县", "丑区"], value: decimal("5") };
    const figures = figuresOf([
      row("子县", { indicator: "绿地", unit: "亩" }),
      row("丑区", { indicator: "绿地", unit: "个" }),
      ...["子县", "丑区"].map((org) =>
        row(org, { facts: { value: { status: "unusable", why: "unreadable" }, shared: together } }),
      ),
    ]);
    const cut = figures.observations.map((one) => ({
      ...one,
      dims: { ...one.dims, program: [{ name: "就业" }, { name: "教育" }] },
    }));
    const { notCarried, facts, frame } = factsOf({ ...figures, observations: cut });
    const employed = "城镇新增就业";
    expect(notCarried).toEqual([
      { org: "子县", indicator: "绿地", why: "unit" },
      { org: "丑区", indicator: "绿地", why: "unit" },
      { org: "子县", indicator: employed, why: "shared" },
      { org: "子县", indicator: employed, why: "members", dimension: "program" },
      { org: "丑区", indicator: employed, why: "shared" },
      { org: "丑区", indicator: employed, why: "members", dimension: "program" },
    ]);
    expect(frame.indicators.map(({ key }) => key)).toEqual([employed]);
    expect(facts.map(({ status }) => status)).toEqual(["unusable", "unusable"]);
  });

  test("季度目标只带本季度的数，以前各期不带", () => {
    const figures = figuresOf([
      row("子县", { period: "2016-06", actual: "60", target: null }),
      row("子县", { period: "2016-09", actual: "80", target: "30", targetFacts: { period: "2016Q3" } }),
    ]);
    expect(factsOf(figures).facts).toEqual([
      { org: "子县", indicator: "城镇新增就业", period: "2016-09", target: "30", actual: "20" },
    ]);
  });

  test("只要报来的数，不要沿用的；每条写明是哪一项任务", () => {
    const figures = figuresOf([
      row("子县", { period: "2016-09", actual: "70", taskId: "1" }),
      row("子县", { actual: null, taskId: "1", target: null }),
    ]);
    const missing = { org: "子县", indicator: "城镇新增就业", task: "1", period: "2016-10", target: "100" };
    expect(factsOf(figures, { period: "2016-10", carried: false }).facts).toEqual([missing]);
    expect(factsOf(figures, { period: "2016-10" }).facts).toEqual([{ ...missing, standIn: "70" }]);
  });

  test("没有数就没有事实，也没有期别", () => {
    const { facts, period, frame } = factsOf({ tasks: [], targets: [], observations: [] });
    expect([facts, period, frame.orgs, frame.dimensions]).toEqual([[], undefined, [], {}]);
  });

  test("什么都带得过来的，一条也不说；待下达的写明，没有目标的不写", () => {
    const figures = figuresOf([
      row("子县"),
      row("丑区", { targetFacts: { status: "pending", value: undefined as never } }),
      row("寅县", { target: null, actual: "—" }),
    ]);
    const { facts, frame, notCarried } = factsOf(figures);
    const shared = { indicator: "城镇新增就业", period: "2016-10" };
    expect(facts).toEqual([
      { ...shared, org: "子县", target: "100", actual: "90" },
      { ...shared, org: "丑区", pending: true, actual: "90" },
      { ...shared, org: "寅县", status: "notApplicable" },
    ]);
    expect(notCarried).toEqual([]);
    expect(frame.measure).toBe("cumulative");
  });

  test("几家共用一个目标的写明，虽然各家的数是各家的", () => {
    const shared = { orgs: ["子县", "丑区"], value: decimal("500") };
    const own = row("子县", { targetFacts: { value: undefined as never, shared } });
    const figures = figuresOf([own, row("丑区", { target: null })]);
    const others = figures.targets.map((one) => ({
      ...one,
      source: "区自定",
      shared: undefined as never,
      value: decimal("7"),
    }));
    expect(factsOf({ ...figures, targets: [...figures.targets, ...others] }).notCarried).toEqual([
      { org: "子县", indicator: "城镇新增就业", why: "shared" },
    ]);
  });

  test("没有写期别的数也带；都没有写的，事实也没有期别", () => {
    const undated = (org: string) => row(org, { facts: { period: undefined as never } });
    expect(factsOf(figuresOf([row("子县"), undated("丑区")])).facts).toMatchObject([
      { org: "子县", period: "2016-10", actual: "90" },
      { org: "丑区", period: "2016-10", actual: "90" },
    ]);
    const { facts, ...rest } = factsOf(figuresOf([undated("子县")]));
    expect(facts).toEqual([{ org: "子县", indicator: "城镇新增就业", target: "100", actual: "90" }]);
    expect(rest).not.toHaveProperty("period");
  });

  test("不涉及的几家不定单位；都不涉及的，用表里写的", () => {
    const none = ["子县", "丑区"].map((org) => row(org, { power: 4, actual: "—" }));
    const unitOf = (rows: readonly Row[]) => factsOf(figuresOf(rows)).frame.indicators[0]?.unit;
    expect(unitOf([...none, row("寅县")])).toBe("人");
    expect(unitOf(none)).toBe("万人");
  });
});

describe("归属：挂在单位上，或挂在事实上", () => {
  const row = (org: string, more: Partial<Row> = {}): Row => ({
    org,
    division: org,
    period: "2016-10",
    target: "10",
    actual: "8",
    ...more,
  });
  const investment = { indicator: "固定资产投资", unit: "元" } as const;

  test("每家最多属于一个的，挂在单位上；没有写的不另立一个", () => {
    const { frame, facts } = factsOf(figuresOf([row("子县", { program: "就业" }), row("丑区")]));
    expect(frame.orgs).toEqual([
      { name: "子县", in: { division: "子县", program: "就业" } },
      { name: "丑区", in: { division: "丑区" } },
    ]);
    expect(frame.dimensions).toEqual({
      division: [{ name: "子县" }, { name: "丑区" }],
      program: [{ name: "就业" }],
    });
    expect(facts.some((fact) => "in" in fact)).toBe(false);
  });

  test("一家属于几个的，挂在事实上；没有写的属于“”", () => {
    const { frame, facts } = factsOf(
      figuresOf([
        row("子县", { program: "就业" }),
        row("子县", { ...investment, program: "教育" }),
        row("丑区"),
      ]),
    );
    expect(frame.orgs.map((org) => org.in)).toEqual([{ division: "子县" }, { division: "丑区" }]);
    expect(frame.dimensions?.program).toEqual([{ name: "就业" }, { name: "教育" }, { name: "" }]);
    expect(facts.map((fact) => fact.in)).toEqual([{ program: "就业" }, { program: "" }, { program: "教育" }]);
  });

  const leads = ["区住建局", "区城管局"];
  const joint = (more: Partial<Row> = {}) =>
    row("区住建局", { taskId: "7", departments: leads, division: "甲区", ...more });

  test("共同任务：各牵头单位在自己部门名下，一个不漏，也不算列了几个成员", () => {
    const { frame, facts, notCarried } = factsOf(figuresOf([joint({ program: "安居" })]));
    expect(frame.orgs.map(({ name, in: of }) => [name, of?.department, of?.program])).toEqual([
      ["区住建局", "区住建局", "安居"],
      ["区城管局", "区城管局", "安居"],
    ]);
    expect(facts.map((fact) => fact.jointOrgs)).toEqual([["区城管局"]]);
    expect(notCarried).toEqual([]);
  });

  test("共同任务列了几个项目，或部门里有不牵头的，只取第一个，写明", () => {
    const programs = figuresOf([joint()]);
    const inTwo = programs.observations.map((one) => ({
      ...one,
      dims: { ...one.dims, program: [{ name: "安居" }, { name: "环境" }] },
    }));
    const why = (figures: Figures) =>
      factsOf(figures).notCarried.map((one) => [one.org, one.why, one.dimension]);
    expect(why({ ...programs, observations: inTwo })).toEqual([["区住建局", "members", "program"]]);
    const withThird = figuresOf([
      joint({
        departments: [...leads, "区财政局"],
        facts: { jointOrgs: leads },
        targetFacts: { jointOrgs: leads },
      }),
    ]);
    expect(why(withThird)).toEqual([["区住建局", "members", "department"]]);
    expect(factsOf(withThird).frame.orgs.map((org) => org.in?.department)).toEqual(["区住建局", "区住建局"]);
  });

  const bed = { indicator: "新增床位", unit: "张" } as const;
  const other = (department: string, more: Partial<Row> = {}) =>
    row("甲镇", { division: "甲区", departments: [department], ...more });
  const twoDepartments = [other("区住建局"), other("区林业局", bed)];
  const dataOrg = { jointOrgs: leads, reporter: "区统计局" };
  test.each<[string, readonly Row[]]>([
    ["只有共同任务", [joint()]],
    ["另一家只有一个部门", [joint(), other("区住建局")]],
    ["另一家有两个部门", [joint(), ...twoDepartments]],
    ["牵头单位自己也有两个部门", [joint(), row("区城管局", { ...bed, departments: ["区林业局"] })]],
    ["本期没有报的", [joint({ actual: null }), ...twoDepartments]],
    ["两项共同任务", [joint(), joint({ taskId: "8", ...bed }), ...twoDepartments]],
    [
      "不在牵头之列的单位报的",
      [
        row("区统计局", { departments: leads, facts: dataOrg, targetFacts: { jointOrgs: leads } }),
        ...twoDepartments,
      ],
    ],
  ])("共同任务列在各牵头单位名下，别家有几个部门都一样，合计只计一次：%s", (_, rows) => {
    const figures = figuresOf(rows);
    const { rolledUp, notCarried } = engineOf(figures);
    expect(notCarried).toEqual([]);
    const cells = rollUp(figures, { by: ["department"] }).cells;
    expect(cells.some(({ key }) => key.department === "区城管局")).toBe(true);
    for (const cell of cells)
      expect(factCell(rolledUp, cell.key, cell.indicatorKey)).toMatchObject({
        target: cell.target,
        actual: cell.actual,
        expected: cell.expected,
        reported: cell.reported,
      });
  });

  test("表里列不到牵头单位名下的，不错列到别处，写明是哪个维度", () => {
    // 甲局 and 乙局 are divisions as well, and the task is of the division 甲局 alone
    const two = ["甲局", "乙局"];
    const figures = figuresOf([
      row("甲局", { division: "甲局", departments: two }),
      row("丙镇", { division: "乙局", departments: ["甲局"] }),
      row("丙镇", { ...bed, division: "丙镇", departments: ["丙局"] }),
    ]);
    const { rolledUp, notCarried } = engineOf(figures);
    expect(notCarried).toEqual([
      { org: "甲局", indicator: "城镇新增就业", why: "members", dimension: "department" },
    ]);
    expect(factCell(rolledUp, { division: "乙局" }, "城镇新增就业")).toMatchObject({
      target: "10",
      expected: 1,
    });
    expect(factCell(rolledUp, {}, "城镇新增就业")).toMatchObject({ target: "20", expected: 2 });
  });

  test("报送的单位自己已在那个部门名下的，应报家数不重复计，写明没有列", () => {
    const figures = figuresOf([
      joint(),
      row("区住建局", { taskId: "9", departments: ["区城管局"], division: "甲区" }),
      other("区城管局", { actual: null }),
    ]);
    const { rolledUp, notCarried } = engineOf(figures);
    expect(notCarried.map(({ org, dimension }) => [org, dimension])).toEqual([["区住建局", "department"]]);
    expect(factCell(rolledUp, { department: "区城管局" }, "城镇新增就业")).toMatchObject({
      expected: 2,
      reported: 1,
    });
  });
});
