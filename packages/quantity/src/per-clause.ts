import { perText, perWordEnd } from "./unit.ts";

const window = 44;
/** Shares and points are of a whole already; only a time may stand beside them: 每年提高2个百分点. */
const shares = /^(?:%|‰|成|折|个百分点|倍|番|岁|)$/;
const persons = "(?:常住|户籍|适龄)?(?:人口|居民|老年人|老人|学生|儿童|职工|群众)";
const manyPersons = new RegExp(`^(?:\\d+|[一二两三四五六七八九十])?[十百千万]{0,2}[名位]?${persons}`);
const count = /^(?:\d+|[二两三四五六七八九十半])/;
const average = /([年月日])?([人户亩村生车床])(?:均(?![等衡匀])|平(?=[增补收年]))/g;
const production =
  /(?<![全今明当每半去本上该来前近多\d一二三四五六七八九十两〇零整])([日年])(?:均)?(?=产(?![权业品])|出栏|处理|供[水气热电]|检测|加工|发电|销售|税收|接待|吞吐|输送|生产|运输|上缴|筹集|销售|节[能水电约])/g;
const thousands = new RegExp(
  `(?:^|[、的])([千万]|十万|百万)([名位]?(?:${persons}|人))(?=[\\u3400-\\u9fff]{0,14}(?:拥有|[数量率师床]))`,
);
const yearly =
  /逐([年月季])|(?<![\u3400-\u9fff]{0,1}[近前后])([年月日])均(?=[\u3400-\u9fff])(?!浓度|值|气温|水平|增)/g;

/**
 * What an amount of running text is counted per, by the words of its clause (每、人均、日产): 每千人口拥有托位4.3个, 户均补助1.6万元, 日处理
 * 污水2万吨, 逐年提高2个百分点. The nearest word counts; undefined where none stands there. `text` is half-width and `at` the place
 * where the amount begins.
 * @example perInClause("每村配备保洁员1名", 7, "人") // "村"
 */
export function perInClause(text: string, at: number, unit: string): string | undefined {
  const before = text.slice(Math.max(0, at - window), at);
  const clause = before
    .slice(before.search(/(?:[^,。;:\n]|(?<=\d),(?=\d{3}))*$/))
    .replace(/\([^()]*\)/g, "")
    .replace(/^.*\(/, "");
  const each = eachOf(clause);
  const year = lastOf(clause, yearly, ([, each, mean]) => each ?? mean ?? "");
  if (shares.test(unit)) {
    const time = (/逐/.test(clause) ? year?.per : undefined) ?? each?.per ?? "";
    return /^(?:年|月|季度?|学年|周)$/.test(time) ? time : undefined;
  }
  const found = [
    each,
    year,
    lastOf(clause, average, ([, time, thing]) => perText([...(time ? [time] : []), thing ?? ""])),
    lastOf(clause, production),
    thousandsOf(clause),
  ].filter((one): one is Word => one !== undefined && !/\d[^\d,、]{0,6}的/.test(clause.slice(one.at)));
  return found.reduce<Word | undefined>((near, one) => (near && near.at >= one.at ? near : one), undefined)
    ?.per;
}

interface Word {
  readonly per: string;
  readonly at: number;
}

function lastOf(
  clause: string,
  pattern: RegExp,
  perOf: (match: RegExpMatchArray) => string = ([, word = ""]) => word,
): Word | undefined {
  let found: Word | undefined;
  for (const match of clause.matchAll(pattern)) found = { per: perOf(match), at: match.index };
  return found;
}

function thousandsOf(clause: string): Word | undefined {
  const match = thousands.exec(clause);
  return match ? { per: `${match[1]}${match[2]}`, at: match.index } : undefined;
}

/** 每人每年, 每千常住人口, 每500人, 每半年: the words behind the last 每 and those that stand right before it. */
function eachOf(clause: string): Word | undefined {
  const last = clause.lastIndexOf("每");
  if (last < 0) return undefined;
  const parts: string[] = [];
  let first = last;
  for (let at = last; at >= 0; at = clause.lastIndexOf("每", at - 1)) {
    const end = eachEnd(clause, at + 1);
    if (end === undefined || (parts.length > 0 && end !== first)) break;
    parts.unshift(clause.slice(at + 1, end).replace(/^个(?=月|季度|学期|小时)/, ""));
    first = at;
    if (at === 0) break;
  }
  return parts.length > 0 ? { per: perText(parts), at: first } : undefined;
}

function eachEnd(clause: string, at: number): number | undefined {
  const many = manyPersons.exec(clause.slice(at, at + 12));
  if (many) return at + many[0].length;
  const number = count.exec(clause.slice(at, at + 8))?.[0].length ?? 0;
  // 每个村 says nothing by its 个
  const end = perWordEnd(clause, at + number);
  return end !== undefined && clause.slice(at, end) === "个" ? undefined : end;
}
