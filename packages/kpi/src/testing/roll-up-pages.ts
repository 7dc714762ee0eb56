import type { Lang } from "@taizhang/finding";
import type { Value } from "@taizhang/model";
import { type Decimal, decimal } from "@taizhang/quantity";
import city from "../../specs/meishan-2019.json" with { type: "json" };
import { cumulativeOf, inPeriodOf, type PeriodValue, score } from "../index.ts";
import { orgOf } from "./assessed.ts";
import type { Row } from "./figures.ts";
import type { FormulaPage } from "./formula-pages.ts";
import { lawsOf, rolled } from "./rolled-example.ts";

/** 眉山 2019, 城镇新增就业, as published: six districts and counties, and the city's own figure. */
const meishan = city.rows
  .filter(({ indicator }) => indicator === "城镇新增就业")
  .map(
    ({ region, unit, target, actual }): Row => ({
      org: region,
      unit,
      target,
      actual,
      ...(region === "全市" ? { standing: "total", file: "全市.xlsx" } : { division: region }),
    }),
  );
const counties = meishan.filter(({ standing }) => standing === undefined);
/** Money, in 元 × 10^power. */
const money = (org: string, actual: string, power: number, more: Partial<Row> = {}): Row => ({
  org,
  indicator: "固定资产投资",
  unit: "元",
  power,
  actual,
  division: org,
  ...more,
});
const people = (org: string, period: string, actual: string | null, more: Partial<Row> = {}): Row => ({
  org,
  period,
  actual,
  unit: "人",
  division: org,
  ...more,
});
const joint = (org: string, actual: string | null, more: Partial<Row> = {}): Row => ({
  org,
  departments: ["区住建局", "区城管局"],
  taskId: "7",
  indicator: "改造老旧小区",
  unit: "个",
  target: "10",
  actual,
  file: `${org}.xlsx`,
  ...more,
});

const reported = (amount: string): Value => ({ status: "reported", amount: decimal(amount) });
const missing: Value = { status: "missing" };
const shown: Record<Lang, (value: Value) => string> = {
  "zh-CN": (value) => (value.status === "reported" ? value.amount : "缺"),
  en: (value) => (value.status === "reported" ? value.amount : "missing"),
};
const seriesExample = (
  name: string,
  series: readonly PeriodValue[],
  to: "inPeriod" | "cumulative",
): FormulaPage["examples"][number] => ({
  name,
  lines: (lang) => {
    const zh = lang === "zh-CN";
    const made =
      to === "inPeriod"
        ? inPeriodOf(series).map(({ period, value, together }) => [
            period,
            value,
            together &&
              (zh ? `${together.from}起合计${together.amount}` : `${together.amount} since ${together.from}`),
          ])
        : cumulativeOf(series).map(({ period, value, known }) => [
            period,
            value,
            known && (zh ? `已知各月之和${known}` : `${known} of the months that are known`),
          ]);
    const [given, result] = zh ? ["累计", "当期"] : ["cumulative", "in-period"];
    return [
      ...made.map(([period, value, beside], at) => {
        const from = shown[lang]((series[at] as PeriodValue).value);
        const into = shown[lang](value as Value);
        const words = to === "inPeriod" ? [given, from, result, into] : [result, from, given, into];
        const more = beside ? (zh ? `（${beside}）` : ` (${beside})`) : "";
        return zh
          ? `${period}：${words[0]}${words[1]}，${words[2]}${words[3]}${more}。`
          : `${period}: ${words[0]} ${words[1]}, ${words[2]} ${words[3]}${more}`;
      }),
      lawsOf("2、7", lang),
    ];
  },
});

/** Places within a group, by the points as they are printed. */
const places = (lang: Lang): string[] => {
  const org = (name: string, target: string, actual: string) =>
    orgOf(name, [{ weight: decimal("100"), target: decimal(target), actual }]);
  const { orgs } = score({
    preset: "linear",
    orgs: [
      org("子县", "3000", "2800"),
      org("丑区", "30000", "27999"),
      org("寅县", "100", "96"),
      org("卯区", "100", "90"),
      org("辰县", "100", ""),
    ],
  });
  const points = (final: Decimal | null) =>
    lang === "en" ? `${final ?? "no"} points` : final === null ? "没有得分" : `得分${final}`;
  return [
    ...orgs.map(({ org: name, final, rank }) =>
      lang === "en"
        ? `${name}: ${points(final)}, ${rank === null ? "unranked" : `place ${rank}`}`
        : `${name}：${points(final)}，${rank === null ? "不排位次" : `第${rank}名`}。`,
    ),
    lang === "en" ? "Source: Taizhang's rules of calculation, §3" : "依据：台账计算规则第3节",
  ];
};

/** The pages of docs/formulas on totals, and on what is compared between orgs. */
export const rollUpPages: readonly FormulaPage[] = [
  {
    file: "roll-up",
    title: "汇总规律",
    english: "Laws of the roll-up",
    about:
      "合计只在同一指标（口径、计量单位的种类、目标来源都相同）内相加。率由完成数之和除以目标之和得出，从不相加或平均：眉山市2019年六个区县完成率的平均数是178.2%，那不是全市的完成率。没有目标的单位，完成数另列。同类的计量单位先换算再加；加到哪一级、按什么顺序、分成几个文件，结果的每一位都不变。\n\nA total adds only within one indicator: one definition, one kind of unit, one source of targets. A rate is the sum of actuals over the sum of targets and is never added or averaged: the mean of the six counties' rates of 眉山 2019 is 178.2%, and that is not the city's rate. What orgs without a target have done is shown apart. Units of one kind are converted first. An extra level, another order and another split into files change no digit.",
    examples: [
      rolled("城镇新增就业，眉山2019", "1", counties, { by: ["division"] }, [{}, { division: "东坡区" }]),
      rolled("没有目标的单位，完成数另列", "1", [
        people("子县", "2016-10", "90", { target: "100" }),
        people("丑区", "2016-10", "120"),
      ]),
      rolled("失业率不相加，相同的目标也不相加", "1、5", [
        { org: "子县", indicator: "城镇登记失业率", unit: "%", target: "4.3", actual: "3.5" },
        { org: "丑区", indicator: "城镇登记失业率", unit: "%", target: "4.3", actual: "3.9" },
      ]),
      rolled("亿元与万元一起加", "5", [
        money("子县", "8.7", 8),
        money("丑区", "5000", 4),
        money("寅县", "1200.5", 4),
      ]),
      rolled("以文本保存的数、看不清的数", "10", [
        people("子县", "2016-10", "90", { target: "100", facts: { marks: ["textNumber"] } }),
        people("丑区", "2016-10", "?", { target: "100" }),
      ]),
    ],
  },
  {
    file: "coverage",
    title: "应报、实报、缺报、迟报",
    english: "Coverage",
    about:
      "应报、实报、缺报都数单位，不数行。某单位的某项指标，下发的表或台账里有它的行或目标，就是应报；填“—”“/”“不涉及”的不列入应报；空白是缺报，0是报了0。缺报的，合计按“至少”列示；以前有累计数的，沿用最近一次。迟报的照样算实报：给了报送截止日，才说谁迟报；按时报过、后来更正的不是迟报。\n\nExpected, reported and missing count orgs and never rows. An org is expected where a given file or the ledger has its row or target; “—”, “/” and 不涉及 take it out; a blank is missing, 0 is a report. With reports missing a total is “at least”, with the org's last cumulative figure where an earlier month is given. Who is late has reported all the same; it is said only where a last day is given, and an org that amends what came in time is not late.",
    examples: [
      rolled("一家空白，一家不涉及，一家报0", "2", [
        people("子县", "2016-10", "90", { target: "100" }),
        people("丑区", "2016-10", null, { target: "100" }),
        people("寅县", "2016-10", "—"),
        people("卯区", "2016-10", "0", { target: "50" }),
      ]),
      rolled("十月缺报，沿用九月的累计数", "2", [
        people("子县", "2016-10", "90", { target: "100" }),
        people("丑区", "2016-09", "70", { target: "100" }),
        people("丑区", "2016-10", null, { line: 9 }),
      ]),
      rolled("自己的报表空白，上级表里有数", "2", [
        people("子县", "2016-10", "90", { target: "100" }),
        people("丑区", "2016-10", null, { target: "100" }),
        people("丑区", "2016-10", "60", { standing: "superior", file: "全市.xlsx" }),
      ]),
      rolled(
        "二十五日截止",
        "2",
        [
          people("子县", "2016-10", "5", { facts: { submitted: "2016-10-25" } }),
          people("丑区", "2016-10", "7", { facts: { submitted: "2016-10-26" } }),
          people("寅县", "2016-10", null),
        ],
        { due: "2016-10-25" },
      ),
    ],
  },
  {
    file: "joint",
    title: "共同任务",
    english: "Joint tasks",
    about:
      "几个单位共同牵头的任务，合计只计一次，各牵头单位名下都列出，并注明重复列示几项。采用数据报送单位的数；没有指定的，采用第一牵头单位的数。其他单位报的数只用来核对。\n\nA task that several orgs lead counts once in the total and is listed under each of them, and the foot says how many are listed again. The figure of the org that submits data counts, by default the first lead's; the others' only check it.",
    examples: [
      rolled(
        "住建、城管共同牵头，另有一件水利的",
        "4",
        [
          joint("区住建局", "8"),
          joint("区城管局", "9"),
          joint("区水利局", "3", { departments: ["区水利局"], taskId: "8", target: "5" }),
        ],
        { by: ["department"] },
        [{}, { department: "区住建局" }, { department: "区城管局" }],
      ),
      rolled("指定由城管报送，城管没有报", "4", [
        joint("区住建局", "8", { facts: { dataOrg: "区城管局" }, targetFacts: { dataOrg: "区城管局" } }),
        joint("区城管局", null, { facts: { dataOrg: "区城管局" }, targetFacts: { dataOrg: "区城管局" } }),
      ]),
    ],
  },
  {
    file: "parent-check",
    title: "节点检查",
    english: "Check against the superior's figure",
    about:
      "上级自己报了数的，列出上级上报数、下级合计和差额（上级上报数减下级合计）。差额在允许误差以内的不算问题：允许误差是各数末位半个单位之和；整数计数没有误差，必须相等。下级没有报齐的，差额照列，并写明还有几家没有报。\n\nWhere the superior has a figure of its own, it stands beside the sum below with the difference, superior less sum. The tolerance is half the last printed digit of each figure, added up; whole counts compare exactly. Where reports below are missing, the difference is shown and they are named.",
    examples: [
      rolled("城镇新增就业，眉山2019", "6", meishan),
      rolled("两位小数的三个数，上级报一位小数", "6", [
        money("子县", "1502.85", 4),
        money("丑区", "438.49", 4),
        money("寅县", "752.08", 4),
        { ...money("全市", "2693.4", 4, { standing: "total", file: "全市.xlsx" }), division: "" },
      ]),
      rolled("人数差一人", "6", [
        people("子县", "2016-10", "59531"),
        people("丑区", "2016-10", "1199"),
        { org: "全市", period: "2016-10", unit: "人", actual: "60731", standing: "total", file: "全市.xlsx" },
      ]),
      rolled("下级还有一家没有报", "2、6", [
        people("子县", "2016-10", "59531"),
        people("丑区", "2016-10", null),
        { org: "全市", period: "2016-10", unit: "人", actual: "60730", standing: "total", file: "全市.xlsx" },
      ]),
    ],
  },
  {
    file: "period-series",
    title: "累计数与当期数",
    english: "Cumulative and in-period figures",
    about:
      "当期数等于本期累计减上期累计，各年分开算。上一期缺的，当期数也缺，只写明几期合计多少：一月、二月可以合报。反过来，缺了一个月，以后的累计数也缺，旁边写明已知各月之和。累计数和当期数从不混在一起加。\n\nAn in-period figure is the cumulative one less the one before, year by year. Where the one before is missing, so is the figure of the period, and it is said what the periods come to together: January and February may come as one. The other way round, after a missing month the cumulative is missing too, beside the sum that is known. The two never mix in one sum.",
    examples: [
      seriesExample(
        "一二月合报，四月缺",
        [
          { period: "2016-02", value: reported("30") },
          { period: "2016-03", value: reported("50") },
          { period: "2016-04", value: missing },
          { period: "2016-05", value: reported("90") },
          { period: "2016-06", value: reported("115.5") },
        ],
        "inPeriod",
      ),
      seriesExample(
        "逐月报，三月缺",
        [
          { period: "2016-01", value: reported("12") },
          { period: "2016-02", value: reported("18") },
          { period: "2016-03", value: missing },
          { period: "2016-04", value: reported("20") },
        ],
        "cumulative",
      ),
      rolled("只报当月数的单位，缺二月", "2、7", [
        people("子县", "2016-01", "12", { measure: "inPeriod" }),
        people("子县", "2016-02", null, { measure: "inPeriod", line: 8 }),
        people("子县", "2016-03", "20", { measure: "inPeriod", line: 9 }),
      ]),
    ],
  },
  {
    file: "ranking",
    title: "排名",
    english: "Ranking",
    about:
      "在组内按印出来的得分从高到低排。同分并列，下一名顺延：两家第2名之后是第4名。印出来相同就是并列，不用印不出的尾数分先后。未报的不排名，列在末尾。\n\nPlaces within a group go by the points as printed, the greatest first. Ties share a place and the next is skipped. What prints alike is a tie, whatever digits stand behind. Who has not reported stands unranked at the foot.",
    examples: [{ name: "两家都印作93.33", lines: places }],
  },
];
