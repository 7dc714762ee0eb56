import type { Lang } from "@taizhang/finding";
import type { Milestone } from "@taizhang/model";
import { decimal } from "@taizhang/quantity";
import type { TargetFact, TaskFact } from "../facts.ts";
import {
  explainChange,
  explainCompletion,
  explainEscalation,
  explainForecast,
  explainGrowthTarget,
  explainImpliedBase,
  explainLight,
  explainPace,
  explainProgress,
  explainProject,
  explainQuota,
  explainStretch,
  explainTarget,
  explainTaskCompletion,
  explainTaskState,
  sayExplanation,
  sayScoreLine,
  score,
} from "../index.ts";
import { scorePresets, scoreRule } from "../score/score-preset.ts";
import { type CaseItem, orgOf } from "./assessed.ts";

/** A page on one formula: what it is and worked examples, each made by the code that it explains. */
export interface FormulaPage {
  readonly file: string;
  readonly title: string;
  readonly english: string;
  readonly about: string;
  readonly examples: readonly { readonly name: string; readonly lines: (lang: Lang) => readonly string[] }[];
}

const d = decimal;
const example = (name: string, lines: (lang: Lang) => Parameters<typeof sayExplanation>[0]) => ({
  name,
  lines: (lang: Lang) => sayExplanation(lines(lang), lang),
});
const milestones: Milestone[] = [
  { what: "开工", due: "2016-03-31", precision: "month", reached: "2016-03-20" },
  { what: "封顶", due: "2016-09-30", precision: "month" },
  { what: "竣工", due: "2016-12-31", precision: "month" },
];
const target: TargetFact = {
  indicator: {
    key: "新增养老床位",
    name: "新增养老床位",
    unit: "张",
    direction: "up",
    accounting: "flow",
    acrossOrgs: "sum",
    acrossTime: "sum",
    evidence: [],
  },
  org: "子县",
  dims: {},
  unit: "张",
  power: 0,
  standing: "own",
  bound: "ge",
  value: d("100"),
  status: "set",
  versions: [{ from: "2016-07-01", value: d("80"), approval: "政办〔2016〕12号" }],
};
const task: TaskFact = {
  id: "1",
  title: "修订城市管理办法",
  standing: "own",
  org: "区城管局",
  dims: {},
  kind: "qualitative",
  reported: true,
  statusText: "已完成",
  progressText: "9月印发",
  evidence: "",
};

const scored = (name: string, preset: string, item: CaseItem, peers: readonly CaseItem[] = []) => ({
  name,
  lines: (lang: Lang) => {
    const others = peers.map((peer, index) => orgOf(`同组${index + 1}`, [peer]));
    const { orgs } = score({ preset, orgs: [orgOf("子县", [item]), ...others] });
    return (orgs.find(({ org }) => org === "子县")?.items[0]?.lines ?? []).map((line) =>
      sayScoreLine(line, lang),
    );
  },
});

/** The pages of docs/formulas. */
export const formulaPages: readonly FormulaPage[] = [
  {
    file: "completion",
    title: "指标完成率",
    english: "Completion",
    about:
      "How far a target is met. The rate depends on the direction; it is never capped, and a target of zero, a ceiling and a band have none by themselves. Rounding (six places, half away from zero) belongs to print: lights and places in between use the exact fraction.",
    examples: [
      example("城镇新增就业，眉山2019", (lang) =>
        explainCompletion({ direction: "up", target: d("27800"), actual: d("52242") }, lang),
      ),
      example("减亏：目标−100万元，完成−120万元", (lang) =>
        explainCompletion({ direction: "up", target: d("-100"), actual: d("-120") }, lang),
      ),
      example("目标为零", (lang) =>
        explainCompletion({ direction: "up", target: d("0"), actual: d("0") }, lang),
      ),
      example("城镇登记失业率控制在4.3%以内", (lang) =>
        explainCompletion({ direction: "down", bound: "le", target: d("4.3"), actual: d("4.17") }, lang),
      ),
      example("同一指标，指明用目标值除以完成值", (lang) =>
        explainCompletion(
          { direction: "down", bound: "le", target: d("4.3"), actual: d("4.17"), ceilingRate: "inverse" },
          lang,
        ),
      ),
      example("涨幅控制在3%至5%", (lang) =>
        explainCompletion({ direction: "within", target: d("3"), targetMax: d("5"), actual: d("5.5") }, lang),
      ),
      example("力争120，完成90", (lang) => explainStretch(d("120"), d("90"), lang)),
      example("常住人口城镇化率，由60%到65%，现63%", (lang) =>
        explainProgress({ baseline: d("60"), target: d("65"), actual: d("63") }, lang),
      ),
    ],
  },
  {
    file: "quota",
    title: "额度使用率",
    english: "Use of a yearly ceiling",
    about:
      "A ceiling over a year (≤12 起) is used up and not fulfilled. Only the year's end decides that it was kept, and with reports missing it is never green.",
    examples: [
      example("一年不超过12起，到七月7起", (lang) =>
        explainQuota({ ceiling: d("12"), used: d("7"), ended: false, complete: true }, lang),
      ),
      example("年中已到13起", (lang) =>
        explainQuota({ ceiling: d("12"), used: d("13"), ended: false, complete: false }, lang),
      ),
    ],
  },
  {
    file: "growth",
    title: "增幅与基数",
    english: "Growth and bases",
    about:
      "An amount follows from a growth only at current prices. Of printed figures the base is known only as an interval.",
    examples: [
      example("固定资产投资200亿，增长13%", (lang) =>
        explainGrowthTarget({ indicator: "固定资产投资", base: d("200"), growth: d("13") }, lang),
      ),
      example("地区生产总值增长8%", (lang) =>
        explainGrowthTarget({ indicator: "地区生产总值", base: d("200"), growth: d("8") }, lang),
      ),
      example("62亿、增长13%的基数", (lang) =>
        explainImpliedBase({ amount: d("62"), growth: d("13") }, lang),
      ),
    ],
  },
  {
    file: "pace",
    title: "序时进度",
    english: "Pace",
    about:
      "The share of a target's own window that has passed. A stock, ratio or rank has no linear pace: its completion is never held against time. With a baseline its progress from there is, unless nodes are stated. Between nodes the last one due applies, and at the end of the window the target itself is due. Nodes hold for the version of the target that they stand with; under another the pace goes by time. The window of a target of a quarter or month is that quarter or month, and its figure is that of the same time: as reported for it, or the cumulative at its end less the one before.",
    examples: [
      example("六月底到期的任务，四月", (lang) =>
        explainPace({ period: "2016-04", deadline: "2016-06-30" }, lang),
      ),
      example("节点优先：一季度200，上半年500，全年1000，八月", (lang) =>
        explainPace(
          {
            period: "2016-08",
            target: d("1000"),
            nodes: [
              { through: "2016-03", value: d("200") },
              { through: "2016-06", value: d("500") },
            ],
          },
          lang,
        ),
      ),
      example("同样的节点，十二月", (lang) =>
        explainPace(
          { period: "2016-12", target: d("1000"), nodes: [{ through: "2016-06", value: d("500") }] },
          lang,
        ),
      ),
      example("按天，到十月十日", (lang) =>
        explainPace(
          { period: "2016-10", by: "day", start: "2016-10-01", deadline: "2016-10-31", today: "2016-10-10" },
          lang,
        ),
      ),
      example("冬季不能施工，到六月", (lang) =>
        explainPace({ period: "2016-06", by: "workingMonth", idleMonths: [1, 2, 3, 11, 12] }, lang),
      ),
    ],
  },
  {
    file: "light",
    title: "亮灯",
    english: "Lights",
    about:
      "The lag in percentage points meets the thresholds of a preset. Each step names its own upper end, so no gap is left without a light. A total that is 至少 lights green where even so much is green, and otherwise says 未报: what is missing may still bring it there.",
    examples: [
      example("十月完成73.33%", (lang) =>
        explainLight({ pace: d("0.833333"), rate: d("0.733333") }, { lang }),
      ),
      example("同上，严格的标准", (lang) =>
        explainLight({ pace: d("0.833333"), rate: d("0.733333") }, { preset: "strict", lang }),
      ),
    ],
  },
  {
    file: "task-state",
    title: "任务状态、形象进度、督办",
    english: "States of tasks, projects, follow-up",
    about:
      "任务总数 is the sum of 已完成, 正常推进, 滞后, 未到节点 and 未报; 任务完成率 is 已完成 over it. Done needs evidence, and a project goes by the worse of stage and money.\n\nA printed 办理状态 is read clause by clause (`data/task-status-words.json`, cases in `specs/status-word.json`). 已完成 is only what says in known words that all is finished: negated (未竣工), promised (预计年底完成), less than 100%, a part (主体完成) or with a word beside it that is not known (完成60户) it is not. Evidence or text that says 无, “—” or 待补充 is none (`data/empty-texts.json`). Yellow and red are 滞后 in the counts, the lights and the follow-up list alike.",
    examples: [
      example("40件任务完成27件", (lang) => explainTaskCompletion({ done: 27, total: 40 }, lang)),
      example("写了已完成，佐证栏空着", (lang) => explainTaskState(task, [], { period: "2016-10" }, lang)),
      example("一件任务有两个目标", (lang) =>
        explainTaskState(
          { ...task, kind: "quantitative" },
          [
            { light: "green", done: true },
            { light: "yellow", done: false },
          ],
          { period: "2016-10" },
          lang,
        ),
      ),
      example("项目封顶到期没有到", (lang) => explainProject(milestones, "2016-10", lang)),
      example("连续两个月滞后", (lang) =>
        explainEscalation(
          [
            { period: "2016-07", light: "yellow" },
            { period: "2016-08", light: "red" },
          ],
          lang,
        ),
      ),
      example("九月滞后", (lang) => explainEscalation([{ period: "2016-09", light: "yellow" }], lang)),
      example("目标七月调整为80", (lang) => explainTarget(target, "2016-08", lang)),
    ],
  },
  {
    file: "change",
    title: "同比、环比、百分点",
    english: "Change against a base",
    about:
      "The base is the one supplied this year, defined alike. Two rates differ by percentage points, never by %.",
    examples: [
      example("112比100", (lang) => explainChange(d("112"), d("100"), { lang })),
      example("基期为负", (lang) => explainChange(d("5"), d("-2"), { lang })),
      example("失业率3.57%比3.9%", (lang) =>
        explainChange(d("3.57"), d("3.9"), { accounting: "ratio", lang }),
      ),
    ],
  },
  {
    file: "forecast",
    title: "年底预测",
    english: "Forecast of the year's end",
    about:
      "A range between the straight line and last year's monthly shape, with the months that it rests on; for flows only.",
    examples: [
      example("十月11420，上年十月9000、全年12000", (lang) =>
        explainForecast(
          {
            actuals: [{ period: "2016-10", amount: d("11420") }],
            lastYear: [
              { period: "2015-10", amount: d("9000") },
              { period: "2015-12", amount: d("12000") },
            ],
            target: d("13000"),
          },
          lang,
        ),
      ),
      example("没有上年数", (lang) =>
        explainForecast({ actuals: [{ period: "2016-10", amount: d("11420") }] }, lang),
      ),
    ],
  },
  {
    file: "score",
    title: "考核得分",
    english: "Scores",
    about: `Five presets, each with its source. Those with a document are dated by it; the domain page describes the others without one, and they are our own:\n\n${scorePresets.map((name) => `- \`${name}\` (${scoreRule(name)?.own ? "our own" : `since ${scoreRule(name)?.since}`}): ${scoreRule(name)?.source}`).join("\n")}\n\nItems are rounded to the printed digits, and sums add what is printed. Weights are held against the declared total; 加分, 减分 and 报送扣分 stand outside it. Points given by people lie between 0 and the weight. A ceiling of a year has no score before its end unless it is passed: its weight is left out and the rest rescaled. An actual that just equals a strict bound (超过, 不满) is not met and is left to people. Amounts are compared in one unit. 一票否决 sets the grade and leaves the score. Ties share a place and the next is skipped; who has an indicator without a score stands unranked at the foot.`,
    examples: [
      scored("按比例，完成28件，目标30件", "linear", { weight: d("10"), target: d("30"), actual: "28" }),
      scored("按比例，超额", "linear", { weight: d("10"), target: d("27800"), actual: "52242" }),
      scored("分档，恰好90%", "steps", { weight: d("10"), target: d("50"), actual: "45" }),
      scored("扣分，差7%", "deduct", { weight: d("20"), target: d("100"), actual: "93" }),
      scored("比同组最好", "best", { weight: d("10"), target: d("100"), actual: "80" }, [
        { target: d("50"), actual: "50" },
      ]),
      scored("功效系数，满意值90，不允许值60", "efficacy", {
        weight: d("100"),
        actual: "78",
        satisfied: d("90"),
        unacceptable: d("60"),
      }),
      scored("没有上报", "linear", { weight: d("10"), target: d("30"), actual: "" }),
    ],
  },
];
