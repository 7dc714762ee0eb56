import type { Field } from "../field.ts";
import type { ColumnData } from "./column-data.ts";

/** What the last word of a heading says of its column, where the data below it agrees (中心词). */
interface HeadNoun {
  readonly field: Field;
  readonly ends: RegExp;
  readonly not?: RegExp;
  readonly fits: (data: ColumnData) => boolean;
}

const part = (count: number, { filled }: ColumnData): number => (filled === 0 ? 0 : count / filled);
const isWordy = (data: ColumnData): boolean => data.filled > 0 && part(data.texts, data) > 0.5;
const isNumeric = (data: ColumnData): boolean => part(data.numbers + data.amounts, data) >= 0.5;
const isDated = (data: ColumnData): boolean => data.filled > 0 && part(data.dates, data) >= 0.6;
const repeats = (data: ColumnData): boolean =>
  isWordy(data) && data.filled > 1 && (data.distinct < data.filled * 0.8 || data.filled < data.sampled * 0.6);

/** Sentences or figures, each its own, and no states. */
export const tellsDeeds = (data: ColumnData): boolean =>
  isWordy(data) &&
  data.filled > 1 &&
  data.distinct > data.filled * 0.8 &&
  (part(data.longTexts, data) >= 0.5 || part(data.figured, data) >= 0.5);

const when = /(?:时间|时限|时点|日期|期限|年月|月份|节点)$/;

/** The last word of a Chinese heading is what it is; what stands before it only says which. The first that fits wins. */
const heads: readonly HeadNoun[] = [
  {
    field: "start",
    ends: /(?:开工|启动|开始|进场|起始|动工|立项)(?:时间|时点|日期|年月|月份|节点)?$/,
    not: /实际/,
    fits: isDated,
  },
  {
    field: "deadline",
    ends: when,
    not: /实际|填|报|更新|印发|审批|批复|立项|开工|启动|开始|进场/,
    fits: isDated,
  },
  { field: "direction", ends: /(?:导向|方向|趋向|正逆)$/, fits: isWordy },
  { field: "evidence", ends: /(?:材料|资料|影像|照片|附件|凭证|图片|截图|档案号)$/, fits: isWordy },
  { field: "nextStep", ends: /(?:安排|打算|举措|对策|部署)$/, not: /资金|人员|时间|经费/, fits: isWordy },
  { field: "problem", ends: /(?:原因|困难|难点|堵点|障碍|瓶颈|诉求)$/, fits: isWordy },
  {
    field: "acceptance",
    ends: /(?:标志|标准|(?:判定|验收|评[价分]|考核|计分)依据)$/,
    not: /收费|执法|政策|文件|法律|补助/,
    fits: isWordy,
  },
  {
    field: "program",
    ends: /(?:类别|类型|领域|板块|条线|门类|大类|类|战线|系统|版块|方面|专题|分组|序列)$/,
    fits: repeats,
  },
  {
    field: "progress",
    ends: /(?:结果|反馈|近况|动态)$/,
    not: /评|考核|验收|[检监抽]测|审|满意|投票/,
    fits: tellsDeeds,
  },
  {
    field: "actualCumulative",
    ends: /^(?:现|实)(?:有|存|际)?(?:数|量|值|额|户数|人数)?$/,
    fits: isNumeric,
  },
];

/** The field that the last word of a heading and the data below it name together. @example fieldOfHead("影像资料", data) // "evidence" */
export const fieldOfHead = (name: string, data: ColumnData): Field | undefined =>
  heads.find(({ ends, not, fits }) => ends.test(name) && !not?.test(name) && fits(data))?.field;

const state =
  /^(?:已|未|正在?|基本|部分|全部|提前|按期|按时|逾期|即将|尚未|进度)?(?:完成|办结|达标|推进|进行|开工|竣工|完工|启动|滞后|超期|逾期|正常|序时|超前|落后|在建|办理|销号|达到|达序时|见效|暂缓|终止|停工|前期|续建|整改)(?:中|序时|进度|目标|完成|推进|办理|滞后)?$|^(?:绿|黄|红)(?:灯|牌)?$|^(?:正常|滞后|良好|较慢|较快|偏慢|偏快)$/;

/** 已完成, 推进中, 滞后: what one cell says of a state. */
export const isState = (text: string): boolean => state.test(text);

/** 已完成, 推进中, 滞后: words of a state and of nothing else, of which some come again. */
export const areStates = ({ samples, filled, texts, distinct }: ColumnData): boolean =>
  filled >= 3 &&
  texts === filled &&
  samples.length >= Math.min(12, filled) * 0.9 &&
  distinct < filled &&
  samples.every((text) => state.test(text));
