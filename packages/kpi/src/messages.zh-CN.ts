import { groupDigits } from "@taizhang/quantity";
import type { CellPlace } from "./facts.ts";
import type { NoteFacts, NoteWords } from "./note.ts";
import { percentText } from "./percent.ts";

const list = (names: readonly string[]): string =>
  names.length > 6 ? `${names.slice(0, 6).join("、")}等${names.length}家` : names.join("、");
const cells = (at: readonly CellPlace[]): string => {
  const shown = at.slice(0, 3).map(({ file, sheet, ref }) => `${file}《${sheet}》${ref}`);
  return at.length === 0 ? "" : `（${shown.join("，")}${at.length > 3 ? `等${at.length}处` : ""}）`;
};
const number = (amount: string): string => groupDigits(amount).replace(/^-/, "−");
const percent = percentText;
const period = (text: string): string => {
  const month = /^(\d{4})-(\d{2})$/.exec(text);
  const quarter = /^(\d{4})Q([1-4])$/.exec(text);
  if (month) return `${Number(month[2])}月`;
  return quarter ? `${["一", "二", "三", "四"][Number(quarter[2]) - 1]}季度` : `${text}年`;
};
const day = (text: string): string =>
  text.replace(/^(\d{4})-(\d{2})-(\d{2})$/, (_, year, of, at) => `${year}年${Number(of)}月${Number(at)}日`);
/** Where an actual lies, seen from its target. */
const beside = (gap: string, unit: string): string => {
  // Between two rates the difference is in 百分点, never %.
  const amount = `${number(gap.replace(/^-/, ""))}${unit === "%" ? "个百分点" : ""}`;
  return gap.startsWith("-") ? `比目标低${amount}` : `比目标高${amount}`;
};
/** Those without any usable figure, then those that lack an earlier month, then those with some rows. */
const lacking = ({
  missing,
  partly,
  byMonth = [],
  inPeriodOnly = [],
}: Omit<NoteFacts["lowerBound"], "indicator">): string => {
  const none = missing.filter((org) => ![partly, byMonth, inPeriodOnly].some((some) => some.includes(org)));
  return [
    ...(none.length > 0 ? [`${list(none)}本期没有可用的数`] : []),
    ...(byMonth.length > 0 ? [`${list(byMonth)}以前月份的数没有报齐`] : []),
    ...(inPeriodOnly.length > 0 ? [`${list(inPeriodOnly)}本期只报了当期数、未报累计数`] : []),
    ...(partly.length > 0 ? [`${list(partly)}没有报齐`] : []),
  ].join("，");
};
const signed = (amount: string): string =>
  amount.startsWith("-") ? `少${number(amount.slice(1))}` : `多${number(amount)}`;

const states = {
  due: "未报",
  submitted: "已报",
  sentBack: "退回",
  resubmitted: "重报",
  reviewed: "已审",
  locked: "锁定",
};

/** The sentences of all notes in Chinese. */
export const zhCN: NoteWords = {
  notAdditive: ({ indicator, orgs }) =>
    `“${indicator}”是比率、平均数或位次，${orgs > 1 ? `${orgs}家` : "各家"}的数不能相加，也不能平均；合计应取上级上报数，或用分子、分母重新计算。`,
  undecided: ({ indicator }) =>
    `从名称和计量单位看不出“${indicator}”能否相加，因此下级的数没有相加，只列各家；请核实统计口径。`,
  parentFigure: ({ by }) => `此数为上级上报数，取自${by}填报的数，不是由下级数相加得出。`,
  parentTarget: ({ by }) => `下级目标不相加，目标取自${by}填报的表。`,
  fromParts: ({ numerator, denominator, orgs }) =>
    `由${orgs}家的“${numerator}”合计除以“${denominator}”合计得出，不是各家比率的平均。`,
  rateDiffers: ({ org, by, printed, computed }) =>
    `${org}的率由分子、分母算得${number(computed)}，${by === org ? "本单位" : by}填的是${number(printed)}，超出四舍五入的允许误差；请核对。`,
  targetRepeated: ({ target, targetMax, orgs }) =>
    `${orgs}家的目标同为${number(target)}${targetMax === undefined ? "" : `至${number(targetMax)}`}，是同一要求，不相加。`,
  lowerBound: (args) =>
    `${args.indicator === "" ? "" : `“${args.indicator}”：`}${lacking(args)}，合计按“至少”列示。`,
  reportedOnly: ({ reported, isWhole, ...args }) =>
    isWhole
      ? `${lacking(args)}；所缺的没有已下达的目标，不在合计之内，合计不缺数。`
      : `合计仅含${reported > 0 ? `已报${reported}家` : "已报的数"}；${lacking(args)}。`,
  fromSuperior: ({ orgs, by }) =>
    `${list(orgs)}没有单独的报表，数取自${by === "" ? "上级表" : `上级表（${by}）`}，计入实报。`,
  noPeriod: () => "没有报告期，无法与序时进度比较，不亮灯；请指定报告期。",
  emptyLater: ({ periods }) =>
    `${periods.slice(0, 6).map(period).join("、")}${periods.length > 6 ? `等${periods.length}期` : ""}的表还没有填报，没有取作报告期；要汇总${periods.length > 1 ? "其中某一期的" : "这一期的"}，请指定报告期。`,
  undated: ({ orgs, period: of, at }) =>
    `${list(orgs)}的表没有写报告期${cells(at)}，按${period(of)}的数计入；请核对是不是这一期的数。`,
  sharedTarget: ({ orgs, target, counted }) =>
    `目标${number(target)}没有分到各家，是${list(orgs)}共同的目标${counted ? "，合计只计一次" : "，各家不单独算完成率"}；如已分解，请分别填写。`,
  sharedActual: ({ orgs, amount, counted, at }) =>
    `完成数${number(amount)}写在合并单元格里${cells(at)}，是${list(orgs)}共同的完成数，${counted ? "合计只计一次" : "分不清各家占多少，没有计入"}；如能分开，请分别填写。`,
  carriedForward: ({ org, period: of, amount }) =>
    `${org}本期没有可用的累计数，沿用${period(of)}的累计数${number(amount)}。`,
  monthsMissing: ({ org, months }) =>
    `${org}只报当期数，缺${months.map(period).join("、")}，无法得出累计数，已报各期之和按“至少”列示。`,
  partlyReported: ({ org, reported, expected }) =>
    `${org}应报${expected}行，实报${reported}行，未报齐，列入缺报单位。`,
  superiorHasFigure: ({ org, by, amount, at }) =>
    `${org}自己的报表里没有可用的数，${by === "" ? "上级" : by}的表里有${number(amount)}${cells(at)}；以本单位填报为准，没有用它代替，请${org}补报。`,
  textNumber: ({ count, at }) =>
    `有${count}个数以文本格式保存${cells(at)}，已按所写的数计入；原表的求和公式会漏掉这类数。`,
  unitInValue: ({ count, at }) =>
    `有${count}个数与计量单位写在同一格${cells(at)}，已按所写的数和计量单位计入；原表的求和公式会漏掉这类数。`,
  unreadable: ({ org, at }) =>
    `${org}有${at.length || 1}处填的不是一个确切的数${cells(at)}，没有计入；请核对后填写确切的数。`,
  error: ({ org, at }) => `${org}有${at.length || 1}处是公式错误值${cells(at)}，没有计入；请改正公式。`,
  uncalculated: ({ org, at }) =>
    `${org}有${at.length || 1}处公式还没有计算结果${cells(at)}，没有计入，也不按0计；重新计算前不算实报，也不列入缺报单位；请打开文件计算并保存。`,
  duplicateNotCounted: ({ org, amount, at }) =>
    `${org}同一任务、同一期有重复行${cells(at)}，只计一处，${number(amount)}没有重复计入；请核对。`,
  unitsDiffer: ({ indicator, units, targets }) =>
    `“${indicator}”的${targets ? "目标与完成数" : ""}计量单位不是同一类（${units.map((unit) => unit || "未写单位").join("、")}），${targets ? "不能相比，只列完成数" : "不能合计"}；请先统一计量单位。`,
  noTarget: ({ amount, orgs, otherSource = [], atLeast }) =>
    `另有无目标单位完成数${atLeast ? "至少" : ""}${number(amount)}（${list(orgs)}），不计入完成数和指标完成率${otherSource.length > 0 ? `；其中${list(otherSource)}有目标，但不是所考核的来源` : ""}。`,
  severalSources: ({ chosen, others }) =>
    `目标有多个来源，按“${chosen}”考核；${others.map((other) => `“${other}”`).join("、")}的目标不与之相加。`,
  targetsDiffer: ({ org, used, other }) =>
    `${org}的目标有两个数，采用${number(used)}，另一处写的是${number(other)}；请核对。`,
  targetVersion: ({ org, value, from, approval, reason }) =>
    `${org}的目标自${day(from)}起调整为${number(value)}${approval || reason ? `（${[approval && `批准：${approval}`, reason && `原因：${reason}`].filter(Boolean).join("，")}）` : ""}，本期采用调整后的目标。`,
  superiorDiffers: ({ org, by, reported, used, difference }) =>
    `${org}自己报的是${number(used)}，${by === "" ? "上级" : by}的表里是${number(reported)}，相差${number(difference)}；以本单位填报为准计入，请核对。`,
  periodTarget: ({ period: of, parts }) =>
    `目标是${period(of)}的${parts === undefined ? "" : `（由${parts}期的目标相加）`}，完成数也是${period(of)}当期数，不是累计数。`,
  targetsLacking: ({ org, months }) =>
    `${org}缺${months.map(period).join("、")}的目标，其余各期的目标之和不是全期目标，没有采用；请补齐。`,
  nodesLapsed: ({ org }) =>
    `${org}的节点是按调整前的目标定的，目标调整后不再适用，序时进度按时间计算；请补充调整后的节点。`,
  strictBound: ({ amount, bound }) =>
    `目标是${bound === "gt" ? "超过" : "低于"}${number(amount)}，不含${number(amount)}本身；完成数正好是${number(amount)}，未达标。`,
  parentDiffers: ({ reported, below, difference, missing }) =>
    `上级上报数${number(reported)}，下级合计${number(below)}，上级${signed(difference)}${missing > 0 ? `；下级还有${missing}家未报齐` : "，超出四舍五入的允许误差，请核对"}。`,
  parentTargetDiffers: ({ reported, below, difference }) =>
    `上级表中的目标${number(reported)}，下级目标合计${number(below)}，上级${signed(difference)}。`,
  jointDiffers: ({ org, amount, used }) =>
    used === ""
      ? `本项以数据报送单位的数为准，该单位未报；${org}报的${number(amount)}仅供核对。`
      : `本项采用数据报送单位的${number(used)}，${org}报的是${number(amount)}；请核对。`,
  joint: ({ count }) => `共同牵头${count}项重复列示，合计已剔重。`,
  notApplicable: ({ org, partly }) =>
    partly
      ? `${org}有一项填报“不涉及”，但该项有目标；该项的目标没有计入，请确认。`
      : `${org}填报“不涉及”，但该单位有目标；已不列入应报，请确认。`,
  pending: ({ orgs }) => `${list(orgs)}的目标待下达。`,
  ceilingUse: ({ rate, state }) =>
    [
      ...(rate === undefined ? [] : [`额度使用率${percent(rate)}`]),
      ...(state === "open" ? ["是否达标以期末为准"] : state === "passed" ? ["已超出上限，年内无法挽回"] : []),
    ]
      .join("；")
      .concat("。"),
  met: ({ gap, unit }) => `达标${gap === "0" ? "" : `，${beside(gap, unit)}`}。`,
  notMet: ({ gap, unit }) =>
    gap === "0" ? "未达标，正好等于目标，而目标不含本数。" : `未达标，${beside(gap, unit)}。`,
  stretchRate: ({ rate }) => `力争目标完成率${percent(rate)}。`,
  progress: ({ rate }) => `与基期相比，已完成目标增减量的${percent(rate)}。`,
  returnStates: ({ counts, returns }) =>
    `所用报表：${counts.map(({ state, orgs }) => `${states[state]}${orgs}家`).join("、")}${returns === "reviewed" ? "（按要求只计已审、锁定的）" : "（取各家最近一次报的）"}。`,
  sentBack: ({ orgs }) => `${list(orgs)}的报表已退回，还没有重报，退回的数没有计入。`,
  notReviewed: ({ orgs }) => `${list(orgs)}有报表还没有审核，按要求没有计入。`,
  correction: ({ org, period: of, frozen, corrected, counted, at }) => {
    const whose = `${org}${of === "" ? "本期" : period(of)}`;
    if (counted)
      return frozen === ""
        ? `${whose}的报表锁定时没有这个数，后来作了更正，按更正后的${number(corrected)}计入${cells(at)}。`
        : `${whose}的数锁定以后作了更正，由${number(frozen)}改为${number(corrected)}，按更正后的数计入${cells(at)}。`;
    return `${whose}的报表已经锁定，锁定的${frozen === "" ? "表里没有这个数" : `数是${number(frozen)}`}，后来报的更正数${number(corrected)}没有计入${cells(at)}；同意更正的，请重新锁定后再汇总。`;
  },
  released: ({ code, by, reason, at }) =>
    `有一条必须改的问题（${code}）${cells(at)}由${by}放行，理由：${reason.replace(/[。；]+$/, "")}。`,
};
