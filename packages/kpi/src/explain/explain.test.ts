import type { Bound } from "@taizhang/model";
import { decimal } from "@taizhang/quantity";
import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import type { TargetFact } from "../facts.ts";
import { rollUp } from "../roll-up.ts";
import type { RollUpCell } from "../roll-up-cell.ts";
import { allRows } from "../testing/arbitrary.ts";
import { figuresOf, type Row } from "../testing/figures.ts";
import { runs } from "../testing/runs.ts";
import { explainCell } from "./cell.ts";
import { explainChange } from "./change.ts";
import { explainCompletion, explainProgress, explainStretch } from "./completion.ts";
import { sayExplanation } from "./explanation.ts";
import { explainForecast } from "./forecast.ts";
import { explainImpliedBase } from "./growth.ts";
import { explainLight } from "./light.ts";
import { explainPace } from "./pace.ts";
import { percent } from "./printed.ts";
import { explainQuota } from "./quota.ts";
import {
  explainEscalation,
  explainProject,
  explainTarget,
  explainTaskCompletion,
  explainTaskState,
} from "./task.ts";

vi.setConfig({ testTimeout: 7_200_000 });

const d = decimal;
const cellOf = (rows: readonly Row[]) =>
  rollUp(figuresOf(rows.map((row) => ({ period: "2016-10", ...row }))), { period: "2016-10" }).cells[0];

describe("explainCell", () => {
  test("完成率、灯和说明，逐行", () => {
    const [row] = [{ org: "子县", target: "100", actual: "50" }];
    const cell = cellOf([row as Row]);
    expect(cell && explainCell(cell)).toEqual([
      "指标完成率：50÷100=50%。",
      "目标值：100；完成值：50。",
      "规则：正向指标：完成值除以目标值，不封顶，留六位小数，四舍五入。",
      "依据：台账计算规则第3节",
      "序时进度：10/12=83.33%。",
      "报告期：2016-10。",
      "规则：按报告月份：目标自己的期限已过的月数除以总月数；没有写期限的，期限是全年。",
      "依据：台账计算规则第3节",
      "亮灯：序时进度83.33%−完成率50%=33.33个百分点，红灯。",
      "序时进度：83.33%；完成率：50%；亮灯标准：一般。",
      "规则：落后不超过10个百分点的为绿灯、落后不超过30个百分点的为黄灯、超过30个百分点的为红灯。落后幅度用舍入以前的数相减，再四舍五入。",
      expect.stringMatching(/^依据：本软件自定，依台账计算规则第3节：.*\(自始适用\)$/),
    ]);
  });

  test("下级未报的，完成率写至少，说明在后", () => {
    const cell = cellOf([
      { org: "子县", target: "100", actual: "50" },
      { org: "丑县", target: "100", actual: null },
    ]);
    const said = cell ? explainCell(cell, { lang: "en" }) : [];
    expect(said[0]).toBe("Completion: at least 50÷200=25%.");
    expect(said.at(-1)).toContain("丑县");
  });

  test("没有完成率的，只说为什么没有", () => {
    const said = (rows: readonly Row[]) => explainCell(cellOf(rows) as RollUpCell)[0];
    const population = { indicator: "常住人口", target: "100" };
    expect(said([{ org: "子县", actual: "5" }])).toBe("指标完成率：无，没有目标值。");
    expect(said([{ org: "子县", target: "5", actual: null }])).toBe("指标完成率：无，本期没有上报完成值。");
    expect(said([{ org: "子县", target: "5", actual: "?" }])).toBe("指标完成率：无，没有可用的完成值。");
    expect(said([{ org: "子县", target: "0", actual: "5" }])).toBe(
      "指标完成率：无，目标为零，只判断是否达标。",
    );
    expect(said([{ org: "子县", target: "5", actual: "—" }])).toBe(
      "子县填报“不涉及”，但该单位有目标；已不列入应报，请确认。",
    );
    const partly = [
      { ...population, org: "子县", actual: "90" },
      { ...population, org: "丑县", actual: null },
    ];
    expect(said(partly)).toBe("指标完成率：无，没有报齐，已报的数不能代表全部。");
    const english = explainCell(cellOf(partly) as RollUpCell, { lang: "en" })[0];
    expect(english).toBe(
      "Completion: none, because reports are missing, and the others cannot stand for all.",
    );
    const ceiling = { indicator: "城镇登记失业率", unit: "%", org: "子县", target: "4.3", actual: "4" };
    expect(said([ceiling])).toBe("指标完成率：无，逆向指标只判断达标或超出。");
  });

  test("推导里的完成率，就是这一格的完成率；没有的，不写", () => {
    fc.assert(
      fc.property(allRows, (rows) => {
        for (const cell of rollUp(figuresOf(rows), { by: ["division"], period: "2016-10" }).cells) {
          const said = explainCell(cell).filter((line) => line.startsWith("指标完成率："));
          const [formula = ""] = said;
          if (cell.completion === null) expect(formula).not.toMatch(/[÷%]/);
          else expect(formula.endsWith(`=${percent(cell.completion)}。`)).toBe(true);
          expect(said).toHaveLength(cell.expected === 0 && cell.actual === null ? 0 : 1);
        }
      }),
      { numRuns: runs },
    );
  });
});

/** The formulas that the pages of docs/formulas do not show. */
test.each([
  [() => explainCompletion({ direction: "up", target: d("3"), actual: d("-2") }), "(−2)÷3=−66.67%"],
  [
    () => explainCompletion({ direction: "down", target: d("4"), actual: d("5"), ceilingRate: "mirror" }),
    "2−5÷4=75%",
  ],
  [
    () => explainCompletion({ direction: "down", target: d("4"), actual: d("0"), ceilingRate: "inverse" }),
    "达标，比目标低4",
  ],
  [() => explainCompletion({ direction: "up", target: d("0"), actual: d("-1") }), "未达标，比目标低1"],
  [
    () => explainCompletion({ direction: "within", target: d("3"), targetMax: d("5"), actual: d("4") }),
    "达标",
  ],
  [
    () => explainCompletion({ direction: "down", target: d("4"), actual: d("0"), ceilingRate: "mirror" }),
    "2−0÷4=200%",
  ],
  [
    () => explainCompletion({ direction: "down", target: d("12"), actual: d("12"), bound: "lt" }),
    "未达标，正好等于目标，而目标不含本数",
  ],
  [
    () => explainCompletion({ direction: "up", target: d("100000"), actual: d("99999") }),
    "99,999÷100,000=99.999%",
  ],
  [() => explainPace({ period: "2016-02", start: "2016-03-01", deadline: "2016-06-30" }), "0/4=0%"],
  [() => explainPace({ period: "2016-08", deadline: "2016-06-30" }), "6/6=100%"],
  [() => explainPace({ period: "2016-04", start: "2016-09-01", deadline: "2016-06-30" }), "4/6=66.67%"],
  [
    () =>
      explainPace({
        period: "2016-06",
        by: "day",
        start: "2016-06-30",
        deadline: "2016-06-10",
        today: "2016-06-05",
      }),
    "157/162=96.91%",
  ],
  [() => explainTaskCompletion({ done: 27, total: 40 }), "27÷40=67.5%"],
  [() => explainTaskCompletion({ done: 0, total: 0 }), "无"],
  [() => explainStretch(d("0"), d("9")), "无"],
  [() => explainStretch(d("-10"), d("-12")), "2−(−12)÷(−10)=80%"],
  [() => explainProgress({ baseline: d("5"), target: d("5"), actual: d("4") }), "无"],
  [
    () => explainPace({ period: "2016-02", target: d("10"), nodes: [{ through: "2016-03", value: d("2") }] }),
    "第一个节点还没到，为0",
  ],
  [
    () => explainPace({ period: "2016-06", target: d("0"), nodes: [{ through: "2016-03", value: d("0") }] }),
    "无",
  ],
  [() => explainPace({ period: "2016-06", nodes: [{ through: "2016-03", value: d("1") }] }), "6/12=50%"],
  [
    () => explainQuota({ ceiling: d("0"), used: d("0"), bound: "lt", ended: true, complete: true }),
    "余0，已超出上限",
  ],
  [() => explainImpliedBase({ amount: d("5"), growth: d("-100") }), "降幅可能达到100%，不能推算基数"],
  [() => explainForecast({ actuals: [] }), "没有任何月份的数，不作预测"],
  [() => explainEscalation([{ period: "2016-08", light: undefined }]), "不列入督办"],
  [
    () =>
      explainProject(
        [{ what: "竣工", due: "2016-06-30", precision: "day", reached: "2016-06-01" }],
        "2016-06",
      ),
    "节点全部完成，任务已完成",
  ],
  [() => explainChange(d("-3"), d("2")), "((−3)−2)÷2=−250%"],
] as const)("%o gives %s", (explain, formula) => {
  const explanation = explain();
  expect(explanation.formula).toBe(formula);
  expect(sayExplanation(explanation)[0]).toBe(`${explanation.what}：${formula}。`);
});

test("a task past its deadline, and a target without a change", () => {
  const task = { id: "1", title: "任务", standing: "own", org: "甲局", dims: {}, reported: true } as const;
  const late = { ...task, kind: "qualitative", statusText: "推进中", deadline: "2016-09-30" } as const;
  expect(explainTaskState(late, [], { today: "2016-10-08" }).formula).toBe("滞后、逾期、红灯");
  expect(explainTaskState({ ...late, suspended: true }).formula).toBe("不计");
  expect(explainTaskState(late, [{ light: undefined, done: false }]).inputs[1]).toEqual({
    name: "各目标的灯",
    value: "无",
  });
  const [fact] = figuresOf([{ org: "子县", target: "100", actual: "5" }]).targets;
  expect(fact && explainTarget(fact, "2016-10").formula).toBe("100，没有到期的调整");
  const { value: _, ...pending } = fact ?? ({} as never);
  expect(explainTarget(pending, "2016-10").formula).toBe("无");
});

test("a formula that divides by 0 is named as asked for, and so is every bound", () => {
  const asked = { direction: "down", target: d("4"), actual: d("0"), ceilingRate: "inverse" } as const;
  expect(explainCompletion(asked).rule).toBe(
    "逆向指标，指明的算法以零为除数，没有完成率，只判断达标或超出。",
  );
  const boundOf = (bound: Bound) =>
    explainCompletion({ ...asked, bound }).inputs.find(({ name }) => name === "界限")?.value;
  const bounds = ["eq", "ge", "gt", "le", "lt", "range", "approx"] as const;
  expect(bounds.map(boundOf).join(" ")).toBe("= ≥ > ≤ < ~ ≈");
});

test("an implied base shows its figures as they were printed", () => {
  const said = explainImpliedBase({ amount: d("62"), growth: d("13"), amountPlaces: 1 });
  expect(said.inputs.map(({ value }) => value)).toEqual(["62.0", "13"]);
});

describe("explainTarget: what is in force", () => {
  const fact = (more: Partial<TargetFact>, row: Partial<Row> = {}) => ({
    ...(figuresOf([{ org: "子县", target: "100", ...row }]).targets[0] as TargetFact),
    ...more,
  });
  const change = { from: "2016-07-01", value: d("80"), approval: "政办〔2016〕12号", reason: "企业停产" };
  test.each<[string, TargetFact, string]>([
    ["调整后的", fact({ versions: [change] }), "80，自2016-07-01起"],
    ["待下达的", (({ value: _, ...rest }) => ({ ...rest, status: "pending" as const }))(fact({})), "待下达"],
    ["1—2个的", fact({ bound: "range", value: d("1"), valueMax: d("2") }), "1，力争2，没有到期的调整"],
    [
      "区间的",
      fact({ bound: "range", value: d("103"), valueMax: d("107") }, { indicator: "性别比", unit: "" }),
      "103至107，没有到期的调整",
    ],
  ])("%s", (_, target, formula) => expect(explainTarget(target, "2016-10").formula).toBe(formula));
  test("the changes with their approval and reason, as far as they are known", () => {
    const inputs = (...versions: TargetFact["versions"] & object) =>
      explainTarget(fact({ versions }), "2016-10").inputs.find(({ name }) => name === "目标调整")?.value;
    expect(inputs(change)).toBe("2016-07-01起80（政办〔2016〕12号，企业停产）");
    expect(inputs({ from: "2016-07-01", value: d("80") })).toBe("2016-07-01起80");
    expect(inputs({ from: "2016-07-01", value: d("80"), reason: "企业停产" })).toBe(
      "2016-07-01起80（企业停产）",
    );
  });
});

test("an unknown preset of lights throws", () => {
  expect(() => explainLight({ pace: d("1"), rate: d("1") }, { preset: "none" })).toThrow(RangeError);
});

describe("explainPace: what it rests on", () => {
  const said = (of: Parameters<typeof explainPace>[0]) => {
    const { inputs, formula, rule } = explainPace(of);
    return [inputs.map(({ name, value }) => `${name}：${value}`).join("；"), formula, rule.slice(0, 12)];
  };
  const nodes = [
    { through: "2016-06", value: d("5000") },
    { through: "2016-03", value: d("2000") },
    { through: "上半年", value: d("9") },
    { through: "2016-09", value: d("8000") },
  ];
  test("the last node that is due, whatever their order; a node that is no period is none", () => {
    const of = (period: string) => explainPace({ period, target: d("10000"), nodes }).formula;
    expect(of("2016-05")).toMatch(/2,000÷10,000=20%$/);
    expect(of("2016-06")).toMatch(/5,000÷10,000=50%$/);
    expect(of("2016-09")).toMatch(/8,000÷10,000=80%$/);
    expect(of("2016-02")).toBe("第一个节点还没到，为0");
  });
  test("nodes are shown with the target, and not without", () => {
    expect(said({ period: "2016-05", target: d("10000"), nodes })[0]).toBe(
      "报告期：2016-05；目标值：10,000；累计节点：2016-06 5,000、2016-03 2,000、上半年 9、2016-09 8,000",
    );
    expect(said({ period: "2016-05", nodes }).slice(0, 2)).toEqual(["报告期：2016-05", "5/12=41.67%"]);
    expect(said({ period: "2016-05", target: d("10"), nodes: [] }).slice(0, 2)).toEqual([
      "报告期：2016-05",
      "5/12=41.67%",
    ]);
  });
  test("idle months only with working months, a day only by day", () => {
    const of = { period: "2016-06", idleMonths: [1, 2], today: "2016-06-10" };
    expect(said(of).slice(0, 2)).toEqual(["报告期：2016-06", "6/12=50%"]);
    expect(said({ ...of, by: "workingMonth" }).slice(0, 2)).toEqual([
      "报告期：2016-06；不计的月份：1、2",
      "4/10=40%",
    ]);
    expect(said({ ...of, by: "day" })[0]).toBe("报告期：2016-06；计到哪一天：2016-06-10");
    expect(said({ period: "2016-06", by: "workingMonth" })[0]).toBe("报告期：2016-06");
    const rules = (["month", "day", "workingMonth"] as const).map((by) => said({ period: "2016-06", by })[2]);
    expect(new Set(rules).size).toBe(3);
  });
});

describe("explainCell: which lights it derives", () => {
  const lines = (rows: readonly Row[], options = {}) => explainCell(cellOf(rows) as never, options);
  const lightOf = (said: readonly string[]) => said.find((line) => line.startsWith("亮灯："));
  test("those that come from the lag, and what else decides one", () => {
    expect(lightOf(lines([{ org: "子县", target: "100", actual: "80" }]))).toMatch(/绿灯。$/);
    const stock = { org: "子县", indicator: "常住人口", target: "110", actual: "104" };
    expect(lightOf(lines([stock]))).toBe("亮灯：未到节点，到期末才能判定。");
    expect(lines([{ org: "子县", target: "0", actual: "1" }])[0]).toMatch(/^指标完成率：无，目标为零/);
    expect(lightOf(lines([{ org: "子县", target: "0", actual: "1" }]))).toBe("亮灯：绿灯，已达到目标。");
  });
  // 序时进度 is 10/12 in October; rates and paces are printed with two places, the lag is not theirs.
  test.each([
    ["差在末位：舍入的两数相减是33.34", "999999", "499993", "33.33", "红灯", "33.33"],
    ["正好落后10个百分点", "30", "22", "10", "绿灯", "10"],
    ["超过10个百分点不到百万分之一", "300000000", "219999999", "10.0000003", "黄灯", "10.0000003"],
    ["超过30个百分点不到百万分之一", "300000000", "159999999", "30.0000003", "红灯", "30.0000003"],
    ["比10个百分点少一点", "300000000", "220000001", "10", "绿灯", "10"],
    ["超前", "3", "3", "−16.67", "绿灯", "-16.67"],
  ] as const)("%s", (_, target, actual, points, light, lag) => {
    const row = { org: "子县", target, actual };
    expect(cellOf([row])?.lag).toBe(lag);
    expect(lightOf(lines([row]))).toMatch(new RegExp(`=${points}个百分点，${light}。$`));
    expect(lines([row], { lang: "en" }).join("\n")).toContain(` = ${points} points: `);
  });
  test("no lag without a rate; that of a progress from a baseline is its own", () => {
    const stock = { org: "子县", indicator: "常住人口", target: "110", actual: "104" };
    const ceiling = { org: "子县", indicator: "事故起数", unit: "起", target: "12", actual: "13" };
    for (const row of [stock, ceiling]) expect(cellOf([row])?.lag).toBeNull();
    expect(cellOf([{ ...stock, targetFacts: { baseline: d("100") } }])?.lag).toBe("43.33");
    expect(cellOf([{ org: "子县", target: "10", actual: null }])?.lag).toBeNull();
  });
  test("a target without an actual has no rate to derive", () =>
    expect(lines([{ org: "子县", target: "10", actual: null }])).toEqual([
      "指标完成率：无，本期没有上报完成值。",
      "序时进度：10/12=83.33%。",
      expect.any(String),
      expect.any(String),
      expect.any(String),
      "亮灯：未报，本期没有可用的完成值。",
    ]));
  test("the pace by the nodes of the target, or by windows of their own", () => {
    const paceIn = (rows: readonly Row[]) => lines(rows).filter((line) => line.startsWith("序时进度："))[0];
    const nodes = [{ through: "2016-09", value: d("60") }];
    const row = { org: "子县", target: "100", actual: "50" };
    expect(paceIn([{ ...row, targetFacts: { nodes } }])).toBe("序时进度：截至2016-09的节点 60÷100=60%。");
    const due = { ...row, org: "丑县", targetFacts: { deadline: "2016-10-31" } };
    expect(paceIn([row, due])).toBe("序时进度：91.67%。");
    expect(lines([row, due]).join()).toContain("各目标的时限或节点不同");
    expect(paceIn([row, { ...row, org: "丑县", target: "300" }])).toBe("序时进度：10/12=83.33%。");
    // The same nodes of other targets are another share
    const half = { ...row, org: "丑县", target: "200", targetFacts: { nodes } };
    expect(paceIn([{ ...row, targetFacts: { nodes } }, half])).toBe("序时进度：40%。");
  });
  test("a light that comes from a baseline goes by the progress from it", () => {
    const stock = { org: "子县", indicator: "常住人口", target: "110", actual: "104" };
    const said = lines([{ ...stock, targetFacts: { baseline: d("100") } }]);
    expect(said).toContain("较基期进展：(104−100)÷(110−100)=40%。");
    expect(lightOf(said)).toBe("亮灯：序时进度83.33%−较基期进展40%=43.33个百分点，红灯。");
    expect(said).toContain("序时进度：83.33%；亮灯标准：一般。");
    expect(said.join()).not.toContain("完成率40%");
  });
  test("a band is shown with both ends", () => {
    const range = { bound: "range" as const, valueMax: d("107") };
    const said = lines([
      { org: "子县", indicator: "性别比", unit: "", target: "103", actual: "105", targetFacts: range },
    ]);
    expect(said[0]).toBe("指标完成率：无，区间指标只判断是否在103—107之内。");
  });
  test("the preset is the one that lit it", () => {
    const strict = rollUp(figuresOf([{ org: "子县", target: "100", actual: "80", period: "2016-10" }]), {
      period: "2016-10",
      preset: "strict",
    }).cells[0] as never;
    expect(lightOf(explainCell(strict))).toMatch(/黄灯。$/);
    expect(explainCell(strict).join()).toContain("亮灯标准：从严");
  });
});

test("a lag that is known goes before the difference of roundings", () => {
  const of = { pace: d("0.833333"), rate: d("0.733333") };
  expect(explainLight(of).formula).toBe("序时进度83.33%−完成率73.33%=10个百分点，绿灯");
  expect(explainLight({ ...of, lag: d("10.0000003") }).formula).toBe(
    "序时进度83.33%−完成率73.33%=10.0000003个百分点，黄灯",
  );
});

test("the thresholds of a light end with what lies beyond the last", () => {
  const said = explainLight({ pace: d("1"), rate: d("0.5") }, { preset: "strict" });
  expect(said.rule).toBe(
    "落后不超过0个百分点的为绿灯、落后不超过10个百分点的为黄灯、超过10个百分点的为红灯。落后幅度用舍入以前的数相减，再四舍五入。",
  );
  expect(said.inputs.map(({ value }) => value)).toEqual(["100%", "50%", "从严"]);
  expect(() => explainLight({ pace: d("1"), rate: d("1") }, { preset: "宽" })).toThrow(
    new RangeError("No such preset of lights: 宽; there are default, strict"),
  );
});

test("a forecast names the latest month, in whatever order they came", () => {
  const months = [
    { period: "2016-06", amount: d("60") },
    { period: "2016-03", amount: d("10") },
  ];
  const lastYear = [
    { period: "2015-06", amount: d("30") },
    { period: "2015-12", amount: d("90") },
  ];
  const said = explainForecast({ actuals: months, lastYear }).formula;
  expect(explainForecast({ actuals: [...months].reverse(), lastYear }).formula).toBe(said);
  expect(said).toContain("60×12÷6");
});
