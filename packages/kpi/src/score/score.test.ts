import { type Decimal, decimal } from "@taizhang/quantity";
import { describe, expect, test } from "vitest";
import cases from "../../specs/score.json" with { type: "json" };
import { type CaseItem, orgOf } from "../testing/assessed.ts";
import type { AssessedOrg } from "./assessment.ts";
import { ranking } from "./ranking.ts";
import { sayScoreLine } from "./say-score-line.ts";
import { score } from "./score.ts";
import { assessmentRule, scorePresets, scoreRule } from "./score-preset.ts";

interface Case {
  readonly name: string;
  readonly preset: string;
  readonly item: CaseItem;
  readonly peers?: readonly CaseItem[];
  readonly score: string | null;
  readonly bonus: string;
  readonly rate: string | null;
  readonly lines?: readonly string[];
}

describe("单项计分", () => {
  test.each(cases as unknown as Case[])("$name", (one) => {
    const peers = (one.peers ?? []).map((peer, index) => orgOf(`同组${index + 1}`, [peer]));
    const { orgs } = score({ preset: one.preset, orgs: [orgOf("子县", [one.item]), ...peers] });
    const [item] = orgs.find(({ org }) => org === "子县")?.items ?? [];
    expect([item?.score, item?.bonus, item?.rate]).toEqual([one.score, one.bonus, one.rate]);
    if (one.lines) expect(item?.lines.map((line) => sayScoreLine(line))).toEqual(one.lines);
  });

  test("every preset has cases, a date and a source", () => {
    expect([...new Set(cases.map(({ preset }) => preset))].sort()).toEqual([...scorePresets].sort());
    for (const name of scorePresets) {
      expect(scoreRule(name)?.source.length).toBeGreaterThan(20);
      expect(scoreRule(name)?.since).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    }
    expect(assessmentRule().source).toContain("财预〔2020〕10号");
    expect(scoreRule("none")).toBeUndefined();
    expect(() => score({ preset: "none", orgs: [] })).toThrow(RangeError);
    expect(() =>
      score({ preset: "linear", orgs: [orgOf("子县", [{ actual: "1", preset: "none" }])] }),
    ).toThrow();
  });

  test("an item may have a preset of its own", () => {
    const item = { target: decimal("100"), actual: "93", weight: decimal("20"), preset: "deduct" };
    expect(score({ preset: "linear", orgs: [orgOf("子县", [item])] }).orgs[0]?.points).toBe("18");
  });
});

describe("单位得分", () => {
  const forty = { indicator: "甲", weight: decimal("40"), target: decimal("100"), actual: "100" };
  const sixty = { indicator: "乙", weight: decimal("60"), target: decimal("100"), actual: "90" };
  const only = (org: AssessedOrg, total?: string) =>
    score({ preset: "linear", orgs: [org], ...(total ? { total: decimal(total) } : {}) }).orgs[0];
  const says = (org: AssessedOrg, total?: string) =>
    only(org, total)?.lines.map((line) => sayScoreLine(line));

  test("权重合计等于应有总分，加分、减分、报送扣分在外", () => {
    const org = orgOf("子县", [forty, sixty], {
      bonuses: [{ points: decimal("2"), reason: "获省级表彰" }],
      deductions: [{ points: decimal("1.005"), reason: "通报批评" }],
      missedReturns: ["2016-03", "2016-05"],
    });
    expect(only(org)).toMatchObject({
      points: "94",
      bonus: "2",
      deduction: "1.01",
      reporting: "1",
      final: "93.99",
      grade: "优",
      rank: 1,
    });
    expect(says(org)).toEqual([
      "指标得分=40+54=94分。",
      "2016年3月、2016年5月未报，每期扣0.5分，扣1分。",
      "加分2分：获省级表彰。",
      "减分1.01分：通报批评。",
      "最终得分=指标得分94+加分2−减分1.01−报送扣分1=93.99分。",
      "得分为应有总分的93.99%，等次为优。",
    ]);
  });

  test("报送扣分有上限", () => {
    const missedReturns = Array.from({ length: 11 }, (_, i) => `2016-${String(i + 1).padStart(2, "0")}`);
    expect(only(orgOf("子县", [forty, sixty], { missedReturns }))?.reporting).toBe("5");
    expect(only(orgOf("子县", [forty, sixty], { missedReturns: missedReturns.slice(1) }))?.reporting).toBe(
      "5",
    );
    expect(says(orgOf("子县", [forty, sixty], { missedReturns }))?.[1]).toMatch(/扣5分（已到上限）。$/);
  });

  test("权重合计与应有总分不符的，写明而不折算；总分1000的，权重按1000", () => {
    expect(says(orgOf("子县", [forty]))?.[0]).toBe(
      "权重合计40分，应为100分，请核对；得分没有折算，不排位次，不定等次。",
    );
    expect(only(orgOf("子县", [forty]))).toMatchObject({
      final: "40",
      grade: null,
      rank: null,
      unranked: "weightsDiffer",
    });
    const five = Array.from({ length: 5 }, () => forty);
    expect(only(orgOf("子县", five))).toMatchObject({ final: "200", grade: null, rank: null });
    const thousand = orgOf("子县", [{ ...forty, weight: decimal("1000") }]);
    expect(only(thousand, "1000")).toMatchObject({ final: "1000", grade: "优" });
  });

  test("不涉及的指标，其余按比例折算", () => {
    const org = orgOf("子县", [{ ...forty, actual: "—" }, sixty]);
    expect(only(org)).toMatchObject({ points: "90", final: "90", grade: "优", rank: 1 });
    expect(says(org)).toContain("有不涉及或未到期末的指标，按100÷60折算，指标得分为90分。");
  });

  test("一年的上限还没有到期末，其余按比例折算", () => {
    const org = orgOf("子县", [{ ...forty, direction: "down", actual: "7", notDue: true }, sixty]);
    expect(only(org)).toMatchObject({ points: "90", final: "90", grade: "优", rank: 1 });
    expect(says(org)).toContain("有不涉及或未到期末的指标，按100÷60折算，指标得分为90分。");
    const alone = orgOf("子县", [{ ...forty, weight: decimal("100"), notDue: true }]);
    expect(only(alone)).toMatchObject({ final: null, grade: null, unranked: "nothingToScore" });
  });

  test("加分、减分写成负数的不计入，不排位次", () => {
    const minus = [{ points: decimal("-5"), reason: "表彰" }];
    for (const more of [{ bonuses: minus }, { deductions: minus }]) {
      const org = orgOf("子县", [forty, sixty], more);
      expect(only(org)).toMatchObject({ final: "94", grade: null, rank: null, unranked: "incomplete" });
      expect(says(org)).toContain("“表彰”写的是−5分，加分、减分都应写正数，没有计入；请核对。");
      expect(says(org)?.at(-1)).toBe("表彰不能计分，得分不全，不排位次，不定等次。");
    }
  });

  test("有未报的指标，得分不全，不排位次，不定等次；全未报的没有得分", () => {
    const partly = only(orgOf("子县", [{ ...forty, actual: "" }, sixty]));
    expect(partly).toMatchObject({
      points: "54",
      final: "54",
      grade: null,
      rank: null,
      unranked: "incomplete",
    });
    const none = only(orgOf("子县", [{ ...forty, actual: "" }]));
    expect(none).toMatchObject({
      points: null,
      final: null,
      grade: null,
      rank: null,
      unranked: "unreported",
    });
    expect(says(orgOf("子县", [{ ...forty, actual: "" }, sixty]))?.at(-1)).toBe(
      "甲不能计分，得分不全，不排位次，不定等次。",
    );
    expect(says(orgOf("子县", [{ ...forty, weight: decimal("100"), actual: "" }]))).toEqual([
      "没有上报完成值，不排位次。",
    ]);
  });

  test("没有可计分的，不是未报", () => {
    const whole = { ...forty, weight: decimal("100") };
    const scoreless: CaseItem[][] = [
      [],
      [{ ...whole, actual: "—" }],
      [{ ...whole, actual: "!" }],
      [{ ...whole, atLeast: true }],
      [{ ...whole, qualitative: true, actual: "" }],
      [
        { ...forty, actual: "" },
        { ...sixty, partial: true },
      ],
    ];
    for (const items of scoreless) {
      expect(only(orgOf("子县", items))).toMatchObject({
        final: null,
        rank: null,
        unranked: "nothingToScore",
      });
      expect(says(orgOf("子县", items))?.at(-1)).toBe("没有可计分的指标，不排位次。");
    }
    // 没有到期的报来了，就不是未报。
    const early: CaseItem[] = [
      { ...forty, actual: "" },
      { ...sixty, direction: "down", notDue: true },
    ];
    expect(only(orgOf("子县", early))).toMatchObject({ final: null, rank: null, unranked: "incomplete" });
    const unreported = [
      { ...forty, actual: "" },
      { ...sixty, qualitative: true, actual: "" },
    ];
    expect(only(orgOf("子县", unreported))?.unranked).toBe("unreported");
  });

  test("一票否决只定等次，不改得分和位次", () => {
    const org = orgOf("子县", [forty, sixty], { vetoes: ["安全生产"] });
    expect(only(org)).toMatchObject({ final: "94", grade: "差", rank: 1 });
    expect(says(org)?.at(-1)).toBe("因安全生产一票否决，等次定为差，得分不变。");
  });

  test.each([
    ["90", "优"],
    ["89.99", "良"],
    ["80", "良"],
    ["79.99", "中"],
    ["60", "中"],
    ["59.99", "差"],
  ])("%s分，等次为%s", (points, grade) => {
    const item = { weight: decimal("100"), actual: "1", given: decimal(points) };
    expect(only(orgOf("子县", [item]))?.grade).toBe(grade);
  });
});

describe("位次", () => {
  test("得分相同的并列，后一位跳过；没有得分的没有位次", () => {
    const values = ["90", "95", "90", null, "80"].map((value) => ({ value: value && decimal(value) }));
    expect(ranking(values as { value: Decimal | null }[])).toEqual([2, 1, 2, null, 4]);
  });

  test("按印出的位数并列：90.004与90.001都是90", () => {
    const one = (org: string, given: string) =>
      orgOf(org, [{ weight: decimal("100"), actual: "1", given: decimal(given) }]);
    const { orgs } = score({ preset: "linear", orgs: [one("丑县", "90.004"), one("子县", "90.001")] });
    expect(orgs.map(({ org, rank }) => [org, rank])).toEqual([
      ["丑县", 1],
      ["子县", 1],
    ]);
  });

  test("分组排位次，各组自排；未报的在组尾", () => {
    const one = (org: string, group: string, actual: string) =>
      orgOf(org, [{ weight: decimal("100"), target: decimal("10"), actual }], { group });
    const { orgs } = score({
      preset: "linear",
      orgs: [
        one("甲区", "城区", ""),
        one("乙区", "城区", "5"),
        one("丙县", "县域", "9"),
        one("丁区", "城区", "8"),
      ],
    });
    expect(orgs.map(({ org, group, rank }) => [group, org, rank])).toEqual(
      [
        ["县域", "丙县", 1],
        ["城区", "丁区", 1],
        ["城区", "乙区", 2],
        ["城区", "甲区", null],
      ].sort(([a], [b]) => ((a as string) < (b as string) ? -1 : 1)),
    );
  });
});

describe("与同组相比", () => {
  const one = (org: string, actual: string, more: Partial<CaseItem> = {}) =>
    orgOf(org, [{ weight: decimal("100"), actual, ...more }]);
  const codesAt = (preset: string, orgs: AssessedOrg[], which: string) => {
    const item = score({ preset, orgs }).orgs.find(({ org }) => org === which)?.items[0];
    return [item?.score, ...(item?.lines ?? [])] as const;
  };
  test("同为最好的，写名称在前的一家，与先后无关", () => {
    const orgs = [one("丙县", "50"), one("乙县", "50"), one("甲县", "40"), one("丁县", "45")];
    for (const some of [orgs, [...orgs].reverse(), [orgs[2], orgs[0], orgs[3], orgs[1]] as AssessedOrg[]]) {
      const [points, line] = codesAt("best", some, "甲县");
      expect(points).toBe("80");
      expect(line).toMatchObject({
        code: "best",
        args: { best: "50", org: "丙县", own: "40", share: "0.8" },
      });
    }
  });
  test("未报、至少、不涉及的不作最好", () => {
    const orgs = [
      one("甲县", "40"),
      one("乙县", "50"),
      one("丙县", "90", { atLeast: true }),
      one("丁县", ""),
      one("戊县", "—"),
    ];
    expect(codesAt("best", orgs, "甲县")[0]).toBe("80");
    expect(codesAt("best", orgs, "丁县")).toMatchObject([null, { code: "noReport" }]);
    expect(codesAt("best", orgs, "丙县")).toMatchObject([null, { code: "lowerBound" }]);
  });
  test("各家都有目标的比完成率，有一家没有的比数额", () => {
    const target = (value: string) => ({ target: decimal(value) });
    const rated = [one("甲县", "40", target("40")), one("乙县", "50", target("100"))];
    expect(codesAt("best", rated, "乙县")).toMatchObject([
      "50",
      { code: "rate" },
      { code: "best", args: { org: "甲县", best: "1" } },
      {},
    ]);
    expect(codesAt("best", [...rated, one("丙县", "80")], "甲县")).toMatchObject([
      "50",
      { code: "best", args: { org: "丙县", best: "80" } },
      {},
    ]);
    expect(codesAt("best", [one("甲县", "40", target("40")), one("丙县", "80")], "丙县")[0]).toBe("100");
  });
  test("逆指标比数额时少的好；最好为零的没有比例", () => {
    const down = { direction: "down" as const };
    const orgs = [one("甲县", "4", down), one("乙县", "5", down), one("丙县", "8", down)];
    expect(codesAt("best", orgs, "丙县")).toMatchObject([
      "50",
      { code: "best", args: { org: "甲县", best: "4" } },
      {},
    ]);
    expect(codesAt("best", [...orgs, one("丁县", "0", down)], "丙县")).toMatchObject([
      null,
      { code: "noRatio", args: { best: "0" } },
    ]);
  });
  test("功效系数：满意值、不允许值没有给的，从同组取", () => {
    const orgs = [one("甲县", "60"), one("乙县", "75"), one("丙县", "100")];
    expect(codesAt("efficacy", orgs, "乙县")).toMatchObject([
      "75",
      { code: "efficacyFromGroup" },
      { code: "efficacy", args: { satisfied: "100", unacceptable: "60", mark: "75" } },
      {},
    ]);
    const down = orgs.map((org) => ({
      ...org,
      items: org.items.map((item) => ({ ...item, direction: "down" as const })),
    }));
    expect(codesAt("efficacy", down, "乙县")).toMatchObject([
      "85",
      { code: "efficacyFromGroup" },
      { code: "efficacy", args: { satisfied: "60", unacceptable: "100", mark: "85" } },
      {},
    ]);
  });
  test.each<[string, Partial<CaseItem>, string | null, string[]]>([
    ["都给了", { satisfied: decimal("95"), unacceptable: decimal("55") }, "80", ["efficacy", "points"]],
    ["只给了满意值", { satisfied: decimal("90") }, "80", ["efficacyFromGroup", "efficacy", "points"]],
    ["只给了不允许值", { unacceptable: decimal("50") }, "80", ["efficacyFromGroup", "efficacy", "points"]],
    [
      "超过满意值，不超过满分",
      { satisfied: decimal("70"), unacceptable: decimal("50") },
      "100",
      ["efficacy", "points"],
    ],
    ["恰好满意", { satisfied: decimal("75"), unacceptable: decimal("50") }, "100", ["efficacy", "points"]],
    ["满意值就是不允许值", { satisfied: decimal("75"), unacceptable: decimal("75") }, null, ["noSpan"]],
  ])("功效系数：%s", (_, more, points, codes) => {
    const orgs = [one("甲县", "60"), one("乙县", "75", more), one("丙县", "100")];
    const [found, ...lines] = codesAt("efficacy", orgs, "乙县");
    expect(lines.map((line) => typeof line === "object" && line?.code)).toEqual(codes);
    expect(found).toBe(points);
  });
});

describe("通则和分组", () => {
  const item = { weight: decimal("100"), target: decimal("10"), direction: "down" as const };
  test("超过上限的，通则说按T/A的按T/A，说按2−A/T的按2−A/T", () => {
    const of = (ceilingRate: "inverse" | "mirror", actual = "12.5") => {
      const rule = { ...assessmentRule().value, ceilingRate };
      const found = score({ preset: "linear", orgs: [orgOf("子县", [{ ...item, actual }])], rule });
      expect(found.common).toEqual({ since: "", source: "", value: rule });
      return [found.orgs[0]?.points, found.orgs[0]?.items[0]?.lines[0]?.code];
    };
    expect(of("inverse")).toEqual(["80", "inverse"]);
    expect(of("mirror")).toEqual(["75", "mirrored"]);
    expect(of("inverse", "10")).toEqual(["100", "met"]);
    const below = { ...item, target: decimal("-5"), actual: "-4" };
    expect(score({ preset: "linear", orgs: [orgOf("子县", [below])] }).orgs[0]?.items[0]).toMatchObject({
      score: "80",
      lines: [{ code: "rate" }, { code: "points" }],
    });
  });
  test("没有这个计分办法的，写明是哪一个", () => {
    expect(() => score({ preset: "none", orgs: [] })).toThrow(
      new RangeError(`No such preset of scores: none; there are ${scorePresets.join(", ")}`),
    );
    const own = orgOf("子县", [{ ...item, actual: "1", preset: "别的" }]);
    expect(() => score({ preset: "linear", orgs: [own] })).toThrow("No such preset of scores: 别的");
  });
  test("没有组别的在前；同一位次的按名称；组与组不相比", () => {
    const one = (org: string, group: string | undefined, actual: string) =>
      orgOf(org, [{ weight: decimal("100"), actual }], group === undefined ? {} : { group });
    const orgs = [
      one("乙", "二组", "10"),
      one("甲", "二组", "10"),
      one("丙", undefined, "40"),
      one("丁", "一组", "50"),
    ];
    for (const some of [orgs, [...orgs].reverse()])
      expect(
        score({ preset: "best", orgs: some }).orgs.map(({ org, group, rank, final }) => [
          group,
          org,
          rank,
          final,
        ]),
      ).toEqual([
        ["", "丙", 1, "100"],
        ["一组", "丁", 1, "100"],
        ["二组", "乙", 1, "100"],
        ["二组", "甲", 1, "100"],
      ]);
  });
  test("同名不同口径的指标不相比，同口径不同名的相比", () => {
    const one = (org: string, key: string, indicator: string, actual: string) =>
      orgOf(org, [{ weight: decimal("100"), key, indicator, actual }]);
    const orgs = [
      one("甲", "k1", "就业", "40"),
      one("乙", "k2", "就业", "50"),
      one("丙", "k1", "新增就业", "80"),
    ];
    expect(score({ preset: "best", orgs }).orgs.map(({ org, final }) => [org, final])).toEqual([
      ["丙", "100"],
      ["乙", "100"],
      ["甲", "50"],
    ]);
  });
  test("没有指标的单位没有得分，也不说权重不符", () => {
    const [found] = score({ preset: "linear", orgs: [orgOf("子县", [])] }).orgs;
    expect(found).toMatchObject({
      points: null,
      final: null,
      vetoes: [],
      group: "",
      unranked: "nothingToScore",
    });
    expect(found?.lines.map(({ code }) => code)).toEqual(["nothingToScore"]);
  });
  test("指标的加分写在单位的加分里；没有否决事项就不否决", () => {
    const over = { weight: decimal("100"), target: decimal("10"), actual: "10.5", indicator: "就业" };
    const [found] = score({ preset: "linear", orgs: [orgOf("子县", [over], { vetoes: [] })] }).orgs;
    const bonus = found?.items[0]?.bonus;
    expect(bonus).not.toBe("0");
    expect(found?.lines).toContainEqual({ code: "added", args: { points: bonus, reason: "就业" } });
    expect(found?.lines.map(({ code }) => code)).toEqual(["items", "added", "final", "grade"]);
    expect(found?.grade).toBe("优");
  });
});
