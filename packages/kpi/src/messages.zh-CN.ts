import { decimal, groupDigits, round, shift } from "@taizhang/quantity";
import type { CellPlace } from "./facts.ts";
import type { NoteWords } from "./say-note.ts";

const list = (names: readonly string[]): string =>
  names.length > 6 ? `${names.slice(0, 6).join("、")}等${names.length}家` : names.join("、");
const cells = (at: readonly CellPlace[]): string => {
  const shown = at.slice(0, 3).map(({ file, sheet, ref }) => `${file}《${sheet}》${ref}`);
  return at.length === 0 ? "" : `（${shown.join("，")}${at.length > 3 ? `等${at.length}处` : ""}）`;
};
const number = (amount: string): string => groupDigits(amount);
const percent = (rate: string): string => `${round(shift(decimal(rate), 2), 2)}%`;
const period = (text: string): string => {
  const month = /^(\d{4})-(\d{2})$/.exec(text);
  const quarter = /^(\d{4})Q([1-4])$/.exec(text);
  if (month) return `${Number(month[2])}月`;
  return quarter ? `${["一", "二", "三", "四"][Number(quarter[2]) - 1]}季度` : `${text}年`;
};
const signed = (amount: string): string =>
  amount.startsWith("-") ? `少${number(amount.slice(1))}` : `多${number(amount)}`;

/** The sentences of all notes in Chinese. */
export const zhCN: NoteWords = {
  notAdditive: ({ indicator, orgs }) =>
    `“${indicator}”是比率、平均或位次，${orgs}家的数不能相加，也不能平均；合计请用上级自己的数，或用分子、分母重新计算。`,
  undecided: ({ indicator }) =>
    `从名称和计量单位看不出“${indicator}”能否相加，因此没有合计；如果可以相加，请在指标设置中写明。`,
  parentFigure: ({ by }) => `此数为上报数，取自${by}自己填报的数，不是由下级相加得出。`,
  parentTarget: ({ by }) => `下级没有可相加的目标，目标取自${by}自己的表。`,
  fromParts: ({ numerator, denominator, orgs }) =>
    `由${orgs}家的“${numerator}”合计除以“${denominator}”合计得出，不是各家比率的平均。`,
  targetRepeated: ({ target, orgs }) => `${orgs}家的目标同为${target}，是同一个要求，不相加。`,
  lowerBound: ({ missing }) => `${list(missing)}本期没有可用的数，合计为“至少”。`,
  carriedForward: ({ org, period: of, amount }) =>
    `${org}本期未报，沿用${period(of)}的累计数${number(amount)}。`,
  monthsMissing: ({ org, months }) =>
    `${org}只有当期数，缺${months.map(period).join("、")}，得不出累计，已有月份之和只作“至少”。`,
  partlyReported: ({ org, reported, expected }) =>
    `${org}应报${expected}行，只报了${reported}行，按未报齐列入缺报。`,
  textNumber: ({ count, at }) =>
    `${count}个数是文本格式${cells(at)}，已按其所写计入；表内自己的求和会漏掉它们。`,
  unitInValue: ({ count, at }) =>
    `${count}个数把单位写在了数里${cells(at)}，已按其所写换算计入；表内自己的求和会漏掉它们。`,
  unreadable: ({ org, at }) => `${org}有${at.length || 1}处读不出数${cells(at)}，没有计入，请核对后重填。`,
  error: ({ org, at }) => `${org}有${at.length || 1}处是公式错误值${cells(at)}，没有计入，请改正公式。`,
  uncalculated: ({ org, at }) =>
    `${org}有${at.length || 1}处公式还没有计算结果${cells(at)}，既不算缺报也不算0，请打开文件重新计算并保存。`,
  duplicateNotCounted: ({ org, amount, at }) =>
    `${org}同一任务同一期有重复行${cells(at)}，第一处已计入，${number(amount)}没有重复计入。`,
  unitsDiffer: ({ indicator, units }) =>
    `“${indicator}”的计量单位不是同一类（${units.map((unit) => unit || "未写单位").join("、")}），不能合计，请先统一单位。`,
  noTarget: ({ amount, orgs }) =>
    `另有无目标单位完成数${number(amount)}（${list(orgs)}），不计入完成数和完成率。`,
  severalSources: ({ chosen, others }) =>
    `目标有多个来源，按“${chosen}”考核；${others.map((other) => `“${other}”`).join("、")}的目标没有相加。`,
  targetsDiffer: ({ org, used, other }) =>
    `${org}的目标有两个数：采用${number(used)}，另一处写的是${number(other)}。`,
  targetVersion: ({ org, value, from }) =>
    `${org}的目标自${from}起调整为${number(value)}，本期用调整后的数。`,
  parentDiffers: ({ reported, below, difference, missing }) =>
    `上级上报数${number(reported)}，下级合计${number(below)}，上级${signed(difference)}${missing > 0 ? `；下级还有${missing}家未报齐` : "，超出四舍五入的允许范围，请核对"}。`,
  parentTargetDiffers: ({ reported, below, difference }) =>
    `上级自己的目标${number(reported)}，下级目标合计${number(below)}，上级${signed(difference)}。`,
  jointDiffers: ({ org, amount, used }) =>
    used === ""
      ? `共同任务以数据报送单位的数为准，该单位未报；${org}报了${number(amount)}，仅供核对。`
      : `共同任务采用数据报送单位的${number(used)}；${org}报的是${number(amount)}，两数不同，请核对。`,
  joint: ({ count }) => `共同牵头${count}项重复列示，合计已剔重。`,
  notApplicable: ({ org }) => `${org}填为“不涉及”，但它有目标；已从应报中去掉，请确认。`,
  pending: ({ orgs }) => `${list(orgs)}的目标待下达。`,
  ceilingUse: ({ rate }) => `额度使用率${percent(rate)}；是否达标以期末为准。`,
  met: ({ gap }) => `达标${gap === "0" ? "" : `，与目标相差${number(gap.replace("-", ""))}`}。`,
  notMet: ({ gap }) => `未达标，与目标相差${number(gap.replace("-", ""))}。`,
  stretchRate: ({ rate }) => `力争目标完成率${percent(rate)}。`,
  progress: ({ rate }) => `与基期相比，已走完目标增减量的${percent(rate)}。`,
  notReviewed: ({ orgs }) => `${list(orgs)}的报表还没有审核，按要求没有计入。`,
};
