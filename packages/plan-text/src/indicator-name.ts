import type { Figure } from "./figures.ts";
import {
  bareVerb,
  buildingVerb,
  changing,
  empty,
  emptyEnd,
  paying,
  payment,
  verbAtStart,
  verbWithin,
} from "./name-words.ts";
import { thingBehind } from "./thing-behind.ts";

/** What stands around a figure that is to be named. */
interface Around {
  /** Where the figure before it in the same clause ends; words before that name the other one. */
  readonly from: number;
  /** The name of the figure before it, which a growth belongs to: 财政收入62亿元，增长13%. */
  readonly before: string | undefined;
  /** True for one of a row: its owners are no members of one list. */
  readonly inRow: boolean;
}

const window = 60;
const longestList = 24;

/** The name of what a number counts: the words before it in its clause, or the thing behind it (指标名称). */
export function indicatorName(text: string, figure: Figure, { from, before, inRow }: Around): string {
  const { start, end, value, purpose } = figure;
  const near = text.slice(Math.max(from, start - window), start).replace(/\([^()]*\)/g, "");
  const sentence = near.slice(near.search(/[^,。;:\n()]*$/));
  const clause = sentence.slice(sentence.lastIndexOf("、") + 1).replace(/\s+/g, "");
  const thing = thingBehind(text, end);
  const verb = buildingVerb.exec(clause)?.[0].replace(/的$/, "");
  const joined = /(?:和|及|与)$/.test(clause) && from > start - window && from > 0;
  const bare = joined && !verb ? "" : plain(clause);
  const subject = fits(bare) ? bare : "";
  const whole = inRow ? subject : listed(sentence, subject);
  const change = value.change && (changing.exec(value.raw)?.[0] ?? "");
  if (change) {
    if (subject.length >= 2) return `${shortened(whole)}${change}`;
    return thing && !/[比较](?:去年|上年|同期)/.test(clause)
      ? `${change}${thing}`
      : `${before ?? ""}${change}`;
  }
  if (verb && thing.length >= 2) return `${verb}${thing}`;
  if (/为$/.test(clause) && subject === "免费" && thing.length >= 2) return thing;
  if (/等$/.test(clause) && thing.length >= 2) return `${whole}${thing}`;
  if (before && bareVerb.test(subject)) return otherVerb(before, subject);
  // 重庆路、上海路2条精品街路: the names stand beside the thing
  if (
    clause.length < sentence.trim().length &&
    thing.length >= 2 &&
    !/\d/.test(withoutDates(sentence)) &&
    !isShare(value.unit)
  )
    return thing;
  // 市区15个易涝点, 汛期前5座水库: where and when are no thing
  if (thing.length >= 2 && subject.length <= 6 && /[区市县镇乡村城内]$/.test(subject))
    return `${subject}${thing}`;
  if (thing.length >= 2 && (/[前后]$/.test(subject) || /^(?:免费|集中|统一|至少)$/.test(subject)))
    return subject === "免费" ? `${subject}${thing}` : thing;
  // 每户由区财政补助3000元: who pays is no name
  const payer = /^由.{2,12}?(补助|补贴|奖励|资助)$/.exec(subject)?.[1];
  if (payer && before) return `${before}${payer}`;
  if (subject.length >= 2)
    return withThing(paidName(shortened(whole), figure), { clause, thing, purpose, unit: value.unit });
  if (thing.length >= 2) return thing;
  return `${earlierWords(text, start, from) || before || bare}${paying.exec(value.raw)?.[0] ?? ""}`;
}

const isShare = (unit: string): boolean => unit === "%" || unit === "‰" || unit === "成";

/** A clause without the words around it that say nothing; 困难学生每生每年补助 is 困难学生补助. */
function plain(clause: string): string {
  const bare = clause.replace(empty, "");
  // a part of the year parts what nothing else does: 一季度开工, 当年完成投资
  const start = bare.length <= 3 && timed.test(clause) ? clause : bare;
  const paid = /^(.*?)(?:每[\u3400-\u9fff]{1,3})*(?:分别|各)?(?:给予|发放|提供)?(补助|补贴|奖励|资助)$/.exec(
    start,
  );
  const whole = paid && (paid[1] ?? "") !== "" ? `${(paid[1] ?? "").replace(emptyEnd, "")}${paid[2]}` : start;
  return whole.replace(emptyEnd, "").replace(/(?<=[\u3400-\u9fff]{3})进行(?=[\u3400-\u9fff]{3})/, "");
}

const timed =
  /^(?:前?[一二三四]季度|[上下]半年|当年|年内|前三季度)[\u3400-\u9fff]{0,4}(?:开工|完工|竣工|投资|建成|交付|盘活|启动|验收|投用|完成)$/;

const fits = (words: string): boolean => words.length > 0 && !/^[^\u3400-\u9fffA-Za-z“”\d]+$/.test(words);

/** The members of a list that are counted together: 彩化街路、景点12处; a long list gives its last member. */
function listed(sentence: string, subject: string): string {
  const words = plain(sentence.replace(/\s+/g, "").replace(verbWithin, ""));
  return words.includes("、") && words.endsWith(subject) && words.length <= longestList && !/\d/.test(words)
    ? words
    : subject;
}

const withoutDates = (words: string): string => words.replace(/\d+(?:月份?|日|年|季度)/g, "");

/** 改建 beside 新建农家书屋 is 改建农家书屋. */
function otherVerb(before: string, verb: string): string {
  const noun = before.replace(verbAtStart, "").replace(/（[^（）]*）$/, "");
  return before.startsWith(verb) || noun === "" || noun === before
    ? before.startsWith(verb)
      ? before
      : verb
    : `${verb}${noun}`;
}

interface Beside {
  readonly clause: string;
  readonly thing: string;
  readonly purpose: Figure["purpose"];
  readonly unit: string;
}

/** 困难学生每生每年补助1200元: the verb of paying stands among the words of the amount. */
const paidName = (name: string, { purpose, value }: Figure): string =>
  purpose === "standard" && !payment.test(name) ? `${name}${paying.exec(value.raw)?.[0] ?? ""}` : name;

/** What stands behind belongs to the name where that alone says too little: 享受…优惠, 都有一家…, 100%接受教育, …元标准. */
function withThing(name: string, { clause, thing, purpose, unit }: Beside): string {
  if (thing.length < 2 || name.length + thing.length > longestList + 6) return name;
  if (/(?:[都均]有|拥有|可?享受)$/.test(clause)) return `${name}${thing}`;
  if (purpose === "standard")
    return payment.test(name) || !/标准$|服务$|^.{0,6}(?:补贴|补助|奖励|津贴)/.test(thing)
      ? name
      : `${name}${thing}`;
  if (!isShare(unit) || /[率比重度额]$|比例|占|比重|合格|达标|覆盖/.test(name)) return name;
  return /^(?:接受|达到|实现|完成|通|建|纳入|享有|使用|落实|参加|覆盖|进入|安装|配备)/.test(thing)
    ? `${name}${thing}`
    : name;
}

/** A long name begins behind a 的 or a verb of giving, not in the middle of a word. */
function shortened(name: string): string {
  if (name.length <= longestList) return name;
  const tail =
    /.*[的](?=[^的]{4,24}$)/.exec(name)?.[0] ??
    /.*(?:给予|发放|提供|开展|完成|实现|进一步)(?=.{3,24}$)/.exec(name)?.[0];
  return tail === undefined ? name : name.slice(tail.length);
}

/** The clause before, where a number stands alone in its own. */
function earlierWords(text: string, start: number, from: number): string {
  const before = text.slice(Math.max(0, start - window), start);
  const words = before.slice(before.search(/[^。;\n]*$/));
  const sentence = words.slice(0, Math.max(0, words.search(/[,:、(][^,:、(]*$/)));
  const last = sentence.slice(sentence.search(/[^,:、(]*$/));
  // 通过新建、购买方式新增的床位: a list behind a preposition is one clause
  const whole = sentence.slice(sentence.search(/[^,:(]*$/));
  const clause = /^(?:通过|采取|采用)/.test(whole) ? whole : last;
  if (/^[^(]*\)/.test(clause)) return "";
  return from > start - words.length + sentence.length - clause.length
    ? ""
    : shortened(plain(clause.replace(/[\d.%]+.{0,3}$/, "")));
}
