import { ownersBefore, quantityRow } from "@taizhang/quantity";
import type { Figure } from "./figures.ts";

/** Verbs of doing that say nothing of what is counted, and adverbs; those of building stay: 新建幼儿园. */
const empty =
  /^(?:[\s、]|[一二三四五六七八九十]是|\d{1,2}\.(?!\d)|其中|全年|全区|全市|全县|全省|全镇|今年|年底前?|年内|年度|年|力争|争取|确保|保证|预计|计划|规划|拟|实现|完成|达到|实施|开展|举办|组织开展|组织|给予|发放|提供|为|对(?![象口接])|将|使|再?按照?|在(?=.内|.外)|并|和|与|及|以及|继续|共|总共|累计|分别|要|应(?![届急对用])|须|到(?![位期达])|至|于|每(?:人|户|生|所|张|亩|年|月|个)+|一次性|重点|抓好|落实|做好|推进|有序|全面|\d+月(?:底|份)?前?|20\d\d年(?:底|内)?前?)+/;
const emptyEnd =
  /(?:达到|达|为|是|约|共|计|至|到|各|均|在|累计|控制|保持|稳定|提高|提升|增加|降低|下降|完成|实现|总计|合计|不低于|不少于|不超过|以|再?按照?|每(?:人|户|生|所|张|亩|年|月|个|期)+|分别|给予|发放|提供|补助|继续|扩充|扩大|比例|和|与|及|的|了|[\s、:])+$/;
const buildingVerb =
  /(?:新建|改建|扩建|改扩建|续建|建设|建成|建立|修建|改造|整治|新增|创建|打造|配备|配置|购置|安装|更新|新植|补植|培训|培育|扶持|开工建设|开工|竣工|创办|创立|设立|引进|拆除|绿化|举办|开展|组织|救助|资助|转移|安置|选派|树立|招录|发展|实施|启动|组建|帮助|解决|储备)$/;
const stop = /[,。;:、()\n\d"“”]|(?:并|及|和|建设任务|的建设|投入使用|主体|全部|开工|竣工)/;

/** What stands around a figure that is to be named. */
interface Around {
  /** Where the figure before it in the same clause ends; words before that name the other one. */
  readonly from: number;
  /** The name of the figure before it, which a growth belongs to: 财政收入62亿元，增长13%. */
  readonly before: string | undefined;
}

const changing = /增长|增加|提高|提升|上升|新增|净增|下降|降低|减少|压减|下调/;
const paying = /补贴|补助|奖励|资助|津贴|救助/;

/** The name of what a number counts: the words before it in its clause, or the thing behind it (指标名称). */
export function indicatorName(text: string, { start, end, value }: Figure, { from, before }: Around): string {
  const near = text.slice(Math.max(from, start - 50), start);
  const at = near.search(/[^,。;:\n()、]*$/);
  const clause = near.slice(at).replace(/\s+/g, "");
  const thing = thingBehind(text, end);
  const verb = buildingVerb.exec(clause)?.[0];
  const joined = /(?:和|及|与)$/.test(clause) && from > start - 50 && from > 0;
  const subject = joined && !verb ? "" : clause.replace(empty, "").replace(emptyEnd, "");
  const change = value.change && (changing.exec(value.raw)?.[0] ?? "");
  if (change)
    return subject.length >= 2
      ? `${subject.slice(-24)}${change}`
      : thing
        ? `${change}${thing}`
        : `${before ?? ""}${change}`;
  if (verb && thing.length >= 2) return `${verb}${thing}`;
  // 重庆路、上海路2条精品街路: the names stand beside the thing
  if (near.charAt(at - 1) === "、" && thing.length >= 2 && !/\d/.test(near.slice(0, at))) return thing;
  // 市区15个易涝点, 汛期前5座水库: where and when are no thing
  if (thing.length >= 2 && subject.length <= 6 && /[区市县镇乡村城内]$/.test(subject))
    return `${subject}${thing}`;
  if (thing.length >= 2 && /[前后]$/.test(subject)) return thing;
  if (subject.length >= 2) return subject.slice(-24);
  if (thing.length >= 2) return thing;
  return `${earlierWords(text, start, from) || before || subject}${paying.exec(value.raw)?.[0] ?? ""}`;
}

/** The thing that stands right behind a number, as far as its clause goes; 标准 moves to its end. */
function thingBehind(text: string, end: number): string {
  const behind = text.slice(end, end + 30);
  if (!/^[\u3400-\u9fff“”"]/.test(behind)) return "";
  const words = behind.slice(0, cut(behind));
  const standard = /^的?标准/.exec(words)?.[0];
  if (standard) return `${words.slice(standard.length).replace(empty, "")}标准`;
  return words.replace(/^的/, "");
}

/** The clause before, where a number stands alone in its own. */
function earlierWords(text: string, start: number, from: number): string {
  const before = text.slice(Math.max(0, start - 50), start);
  const words = before.slice(before.search(/[^。;\n]*$/));
  const sentence = words.slice(0, Math.max(0, words.search(/[,:、(][^,:、(]*$/)));
  const clause = sentence.slice(sentence.search(/[^,:、(]*$/));
  if (/^[^(]*\)/.test(clause)) return "";
  return from > start - words.length + sentence.length - clause.length
    ? ""
    : clause
        .replace(/[\d.%]+.{0,3}$/, "")
        .replace(empty, "")
        .replace(emptyEnd, "")
        .slice(-24);
}

const cut = (text: string): number => {
  const found = text.search(stop);
  return Math.min(found < 0 ? text.length : found, 20);
};

/**
 * The owners of figures that stand in a row (并列分配): 自理、半自理、不能自理…1,200元、1,800元、2,400元. `first` and `last` are the ends
 * of the row. Behind 分别 the owners may be as many figures before: 接待游客…，旅游收入…，分别增长15%和18%.
 */
export function distributed(
  text: string,
  figures: readonly Figure[],
  index: number,
  names: readonly string[],
): { owner: string; first: number; last: number } | undefined {
  const { first, last } = quantityRow(text, figures, index);
  const count = last - first + 1;
  if (count === 1) return undefined;
  const start = figures[first]?.start ?? 0;
  const found = (owner: string | undefined) => (owner ? { owner, first, last } : undefined);
  const before = text.slice(Math.max(0, start - 70), start);
  const sentence = before.slice(before.search(/[^。;\n]*$/));
  if (/[,;](?:同比)?分别$/.test(sentence) && names.length >= count && first >= count) {
    const from = figures[first - count]?.start ?? 0;
    if (from >= start - sentence.length) return found(names[first - count + index - first]);
  }
  const owner = ownersBefore(text, start, count)?.[index - first];
  return found(owner?.replace(empty, "").slice(-12));
}
