import type { ExplainWords } from "./words.ts";

const beside = (gap: string): string =>
  gap.startsWith("−") ? `，比目标低${gap.slice(1)}` : gap === "0" ? "" : `，比目标高${gap}`;
const missed = (gap: string): string => (gap === "0" ? "，正好等于目标，而目标不含本数" : beside(gap));

/** Months within a text in words: 2016-10 is 2016年10月. */
const inWords = (text: string): string =>
  text.replace(/(\d{4})-(\d{2})(?![-\d])/g, (_, year, month) => `${year}年${Number(month)}月`);

/** The sentences of explanations in Chinese. */
export const zhCN: ExplainWords = {
  inputs: {
    target: "目标值",
    targetMax: "目标上限",
    actual: "完成值",
    bound: "界限",
    stretch: "力争目标",
    baseline: "上年基数",
    period: "报告期",
    start: "开始时间",
    deadline: "完成时限",
    nodes: "累计节点",
    idleMonths: "不计的月份",
    today: "计到哪一天",
    pace: "序时进度",
    rate: "完成率",
    preset: "亮灯标准",
    current: "本期",
    base: "基期",
    growth: "增幅（%）",
    amount: "数额",
    indicator: "指标",
    ceiling: "上限",
    used: "累计数",
    complete: "是否报齐",
    ended: "是否到期末",
    milestones: "节点",
    months: "各月",
    lastYear: "上年各月累计",
    versions: "目标调整",
    done: "已完成",
    total: "任务总数",
    status: "办理状态",
    progress: "工作进展",
    evidence: "佐证材料",
    lights: "各目标的灯",
  },
  yes: "是",
  no: "否",
  none: "无",
  blank: "空白",
  presets: { default: "一般", strict: "从严" },
  source: (section) => `台账计算规则第${section}节`,
  list: (items) => items.join("、"),
  lights: {
    green: "绿灯",
    yellow: "黄灯",
    red: "红灯",
    notDue: "未到节点",
    unreported: "未报",
    pending: "待下达",
    notApplicable: "不涉及",
  },
  completion: {
    what: "指标完成率",
    met: (gap) => `达标${beside(gap)}`,
    notMet: (gap) => `未达标${missed(gap)}`,
    band: (low, high) => `区间指标只判断是否在${low}—${high}之内`,
    without: (reason) => `指标完成率：无，${reason}。`,
    atLeast: "至少",
    reporting: (rate) => `已报单位完成率：${rate}，只按已报单位的目标和完成数计算。`,
    none: {
      noTarget: "没有目标值",
      unreported: "本期没有上报完成值",
      noFigure: "没有可用的完成值",
      partly: "没有报齐，已报的数不能代表全部",
      zero: "目标为零，只判断是否达标",
      down: "逆向指标只判断达标或超出",
      within: "区间指标只判断是否在区间内",
    },
    rules: {
      up: "正向指标：完成值除以目标值，不封顶，留六位小数，四舍五入。",
      negative: "目标小于零的正向指标：2减去完成值除以目标值，不封顶。",
      zero: "目标为零的，只判断是否达标，没有完成率。",
      down: "逆向指标只判断达标或超出、相差多少；需要完成率的，须另行指明算法。",
      inverse: "逆向指标，指明用目标值除以完成值。",
      mirror: "逆向指标，指明用2减去完成值除以目标值。",
      noDivisor: "逆向指标，指明的算法以零为除数，没有完成率，只判断达标或超出。",
      within: "区间指标：在区间内即达标，否则写明超出哪一端、相差多少，没有完成率。",
    },
  },
  stretch: { what: "力争目标完成率", rule: "与基本目标分开计算，不影响亮灯。" },
  progress: {
    what: "较基期进展",
    rule: "时点数、比率和位次的完成率不与序时进度相比；有基数的，与序时进度相比的是（完成值−基数）÷（目标值−基数）。",
  },
  pace: {
    weighted: "各目标的时限或节点不同：各自的序时进度按目标值加权，即应完成数之和除以目标之和。",
    what: "序时进度",
    before: "第一个节点还没到，为0",
    end: (result) => `到了期末，应完成全部目标，为${result}`,
    node: (through) => `截至${through}的节点`,
    rules: {
      month: "按报告月份：目标自己的期限已过的月数除以总月数；没有写期限的，期限是全年。",
      day: "按天：目标自己的期限已过的天数除以总天数。",
      workingMonth:
        "按工作月：不计的月份既不在已过的月数里，也不在总月数里；期限内全是不计的月份的，按日历月份。",
      nodes: "有累计节点的，以最近一个到期的节点为准：节点数除以目标值；到了期末应完成全部目标。",
    },
  },
  light: {
    what: "亮灯",
    lag: (pace, rate, points, light, isProgress) =>
      `序时进度${pace}−${isProgress ? "较基期进展" : "完成率"}${rate}=${points}个百分点，${light}`,
    step: (atMost, light) => `落后不超过${atMost}个百分点的为${light}`,
    otherwise: (atMost, light) => `超过${atMost}个百分点的为${light}`,
    because: (light, reason) => `亮灯：${light}，${reason}。`,
    none: {
      unreported: "本期没有可用的完成值",
      atLeast: "没有报齐，已有的数还不到绿灯，报齐以后再定",
      partly: "没有报齐，已报的数不能代表全部",
      pending: "目标还没有下达",
      notBegun: "还没有到开始的时间",
      byTheEnd: "到期末才能判定",
    },
    met: {
      green: { up: "已达到目标", down: "控制在目标以内", within: "在规定的区间之内" },
      red: { up: "到期末没有达到目标", down: "没有控制在目标以内", within: "不在规定的区间之内" },
    },
    exact: "落后幅度用舍入以前的数相减，再四舍五入。",
  },
  change: {
    what: "同比（环比）",
    points: (points) => `相差${points}个百分点`,
    incomparable: "不可比",
    said: {
      rate: (percent, way) => ({ more: `增长${percent}`, less: `下降${percent}`, same: "持平" })[way],
      points: (points, way) =>
        ({ more: `提高${points}个百分点`, less: `下降${points}个百分点`, same: "持平" })[way],
    },
    rules: {
      rate: "（本期−基期）÷基期；基期用今年提供的、口径相同的数。",
      points: "两个比率相比，用百分点，不用百分比。",
      incomparable: "基期为零或负数的，不可比。",
    },
  },
  quota: {
    what: "额度使用率",
    states: { passed: "已超出上限", kept: "期末未超上限", open: "未到期末或未报齐，还不能下结论" },
    left: (left) => `余${left}`,
    rule: "全年上限：累计数除以上限；是否未超只在期末、报齐之后才定。",
  },
  growth: {
    what: "由增幅推算的目标",
    nothing: "不推算数额，只比较增幅",
    rule: "现价数额：基数×（1+增幅）。",
    comparable: "地区生产总值和增加值的增幅按可比价计算，与现价数额不能直接换算，不能推算目标数额。",
  },
  impliedBase: {
    what: "隐含的基数",
    between: (least, most) => `在${least}与${most}之间`,
    nothing: "降幅可能达到100%，不能推算基数",
    rule: "公布的数都经过四舍五入，各有末位半个单位的出入，由此得出基数的上下限。",
  },
  stage: {
    what: "形象进度",
    behind: (count, light) => (count === 0 ? `没有落后的节点，${light}` : `落后${count}个节点，${light}`),
    done: "节点全部完成，任务已完成",
    rule: (yellowUpTo) =>
      `到期未完成的节点在${yellowUpTo}个以内的为黄灯，超过的为红灯，最后一个节点到期未完成的为红灯；形象进度的百分比不相加。`,
  },
  escalation: {
    what: "督办",
    reasons: {
      twoMonths: (periods) => `${inWords(periods)}连续两个月滞后，列入督办`,
      thirdQuarter: (periods) => `截至${inWords(periods)}（第三季度末）仍滞后，列入督办`,
      none: () => "不列入督办",
    },
    rule: "连续两个月滞后，或到第三季度末滞后的，列入督办；黄灯、红灯为滞后，未报的另行催报。",
  },
  forecast: {
    what: "年底预测",
    straight: (amount, passed, result) => `按平均进度：${amount}×12÷${passed}=${result}`,
    shaped: (amount, end, same, result) => `按上年走势：${amount}×${end}÷${same}=${result}`,
    range: (least, most, months) =>
      least === most
        ? `约${least}（依据${inWords(months)}）`
        : `在${least}与${most}之间（依据${inWords(months)}）`,
    nothing: "没有任何月份的数，不作预测",
    rule: "按平均进度、按上年各月走势各推算一个数，以二者为上下限，下限向下取整、上限向上取整，并写明依据哪几个月。",
  },
  meets: { all: "预计能完成", none: "预计完不成", part: "难以确定" },
  unranked: {
    unreported: "未报",
    nothingToScore: "无可计分指标",
    incomplete: "得分不全",
    weightsDiffer: "权重不符",
  },
  taskCompletion: {
    what: "任务完成率",
    rule: "已完成的任务数除以任务总数；总数是已完成、正常推进、滞后、未到节点、未报五项之和，暂缓和调出的不计。",
  },
  version: {
    what: "本期目标",
    change: (value, from, approval, reason) =>
      `${from}起${value}${[approval, reason].some(Boolean) ? `（${[approval, reason].filter(Boolean).join("，")}）` : ""}`,
    band: (value, end) => `${value}至${end}`,
    stretch: (value, further) => `${value}，力争${further}`,
    from: (value, day) => `${value}，自${day}起`,
    first: (value) => `${value}，没有到期的调整`,
    rule: "目标有调整的，各期采用期末有效的目标。",
  },
  state: {
    what: "任务状态",
    states: {
      done: "已完成",
      onTrack: "正常推进",
      behind: "滞后",
      notDue: "未到节点",
      unreported: "未报",
      gone: "不计",
    },
    overdue: "逾期",
    reasons: {
      suspended: "暂缓或调出的，不计入任务总数。",
      notApplicable: "各目标都不涉及的，不计入任务总数。",
      targets: "有目标的任务取各目标最差的灯，全部达到才算完成。",
      overdue: "过了完成时限而没有完成的，是逾期。",
      status: "没有目标的任务，以办理状态为准。",
      doneWithoutEvidence: "报已完成而未附佐证的，不算完成；按期且有新进展的，按正常推进计。",
      recurring: "常态化工作年底以前不算完成。",
      pastDeadline: "完成时限在以前的月份而没有完成的，红灯。",
      notStarted: "还没有到开始时间，或写明还没有启动。",
      noReport: "这一期没有报。",
      freshText: "按期且有新进展的，绿灯。",
      noText: "没有写进展的，黄灯。",
      sameText: "进展与上期相同的，黄灯。",
      noTextColumn: "表上没有状态和进展两列，无从判断，不亮灯。",
      stages: "项目以各阶段是否按期到达为准，与投资取较差的。",
    },
  },
};
