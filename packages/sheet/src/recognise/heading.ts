import { looksLikeUnit } from "./unit-word.ts";

/** A header cell taken apart (表头词): its words, and what its brackets say. */
export interface Heading {
  /** As printed, without white space. */
  readonly shown: string;
  /** Without brackets and marks; months, quarters and years as X月, 至X月, X季度, X年. Words are looked up by it. */
  readonly name: string;
  /** As `name`, with what stood in brackets. */
  readonly full: string;
  /** Without brackets and marks, months and years as printed: an indicator's name. */
  readonly plain: string;
  readonly unit?: string;
  readonly bound?: Bound;
  /** Q1, H1, Q3, Y, Q2, Q4 or M6: which cumulative node the words name. */
  readonly node?: string;
  readonly year?: number;
}

type Bound = "ge" | "gt" | "le" | "lt";

const whiteSpace = /[\s\u00a0\u200b-\u200f\u2028-\u202f\u3000\ufeff]+/g;
const marks = /^[★☆◆◇*●○▲△■□#※√✓▪•·]+|[★☆◆◇*●▲■※]+$/g;
const bracketed = /[([{【〔][^()[\]{}【】〔〕]*[)\]}】〕]/g;
const chineseDigits = "〇一二三四五六七八九十";

/** Text without any white space, zero-width characters included (去空格). @example squeeze("任 务\n名 称") // "任务名称" */
export const squeeze = (text: string): string => (isPlain(text) ? text : text.replace(whiteSpace, ""));

const betweenLatin =
  /(?<=[A-Za-z][.,&'-]?|[A-Za-z][0-9.,&'-]{0,6})\s+(?=[A-Za-z0-9&])|(?<=[0-9])\s+(?=[A-Za-z]{2})|(?<=&)\s+(?=[A-Za-z])/g;

/** A title without white space but for that between words in Latin letters (去空格，保留英文词间空格). @example squeezeWords("创建 Happy Town 品 牌") // "创建Happy Town品牌" */
export const squeezeWords = (text: string): string =>
  !isPlain(text) && /[A-Za-z]\S?\s|\s[A-Za-z]/.test(text)
    ? squeeze(text.replace(betweenLatin, "\u0001")).replaceAll("\u0001", " ")
    : squeeze(text);

/** Half-width letters, digits and brackets without white space: the form in which words are compared (规范化). */
export const fold = (text: string): string => (isPlain(text) ? text : foldSlowly(text));

/** Chinese letters and what a plain keyboard writes, without spaces: most cells need no folding, and there are many (无须规范化). */
export function isPlain(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (!((code >= 0x4e00 && code <= 0x9fff) || (code > 0x20 && code < 0x7f))) return false;
  }
  return true;
}

/** Headings, keys and instructions come again in file after file. */
const folded = new Map<string, string>();
const mostFolded = 5_000;

function foldSlowly(text: string): string {
  const known = folded.get(text);
  if (known !== undefined) return known;
  const result = foldAnew(text);
  if (text.length <= 300) {
    if (folded.size >= mostFolded) folded.clear();
    folded.set(text, result);
  }
  return result;
}

const foldAnew = (text: string): string =>
  squeeze(text.normalize("NFKC")).replaceAll("﹪", "%").replaceAll("—", "-").replaceAll("–", "-");

const smallNumber = (text: string): number => {
  if (/^\d+$/.test(text)) return Number(text);
  const ten = text.indexOf("十");
  if (ten < 0) return chineseDigits.indexOf(text);
  return (
    (ten === 0 ? 1 : chineseDigits.indexOf(text[0] ?? "")) * 10 +
    (ten === text.length - 1 ? 0 : chineseDigits.indexOf(text[ten + 1] ?? ""))
  );
};

const monthWord = "(1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])";
const toMonth = new RegExp(
  `(?:(?:截至|截止到|截止|截至到|至|到)|(?:1|01|一)月?(?:份)?[-~至到])(?:X年)?${monthWord}月(?:份)?(?:\\d{1,2}日|底|末|止)?(?:止|为止)?|${monthWord}月(?:底|末|止)`,
  "g",
);
const oneMonth = new RegExp(`${monthWord}月份?`, "g");
const yearWord = /(20\d\d|19\d\d)(?:年度?|(?=[\u4e00-\u9fff])|$)|X年度/g;
const quarter = /(?<!前)第?([一二三四1-4])季度|Q([1-4])(?!\d)/gi;

/** 2026年1—10月 is 1—10月; its year is kept beside the words. */
const yearBeforePart = /^X年(?=至X月|X季度|[上下]半年|前三季度)/;

/** The words with years, months and quarters as X, and the node and the year they named (时间词). */
function foldTimes(text: string): { name: string; node?: string; year?: number } {
  let node: string | undefined;
  let year: number | undefined;
  const name = text
    .replace(yearWord, (_, digits) => {
      if (digits) year ??= Number(digits);
      return "X年";
    })
    .replace(toMonth, (_, to, end) => {
      node ??= `M${smallNumber(to ?? end)}`;
      return "至X月";
    })
    .replace(oneMonth, (_, month) => {
      node ??= `M${smallNumber(month)}`;
      return "X月";
    })
    .replace(/前(?:三|3)个?季度/g, () => {
      node ??= "Q3";
      return "前三季度";
    })
    .replace(quarter, (_, chinese, digit) => {
      node ??= `Q${smallNumber(chinese ?? digit)}`;
      return "X季度";
    });
  if (!node && name.includes("上半年")) node = "H1";
  if (!node && name.includes("全年")) node = "Y";
  return { name: name.replace(yearBeforePart, ""), ...(node ? { node } : {}), ...(year ? { year } : {}) };
}

const boundSigns: readonly (readonly [string, Bound])[] = [
  ["≥", "ge"],
  [">=", "ge"],
  ["≤", "le"],
  ["<=", "le"],
  [">", "gt"],
  ["<", "lt"],
];

/** The header cell taken apart: words, unit, bound and time (拆表头). @example readHeading("年度目标\n（万元）").unit // "万元" */
export function readHeading(raw: string): Heading {
  const known = cache.get(raw);
  if (known) return known;
  const heading = takeApart(raw);
  if (raw.length <= 60) {
    if (cache.size > 20_000) cache.clear();
    cache.set(raw, heading);
  }
  return heading;
}
const cache = new Map<string, Heading>();

/** 数据来源Source, TargetValue目标值: a heading in two languages is its Chinese; GDP and COD are no gloss. */
const withoutGloss = (text: string): string =>
  text
    .replace(/^([^A-Za-z]*[\u4e00-\u9fff][^A-Za-z]*?)(?=[A-Za-z./'&-]*[a-z])[A-Za-z./'&-]{3,}$/, "$1")
    .replace(/^(?=[A-Za-z./'&-]*[a-z]{2})[A-Za-z./'&-]{4,}(?=[\u4e00-\u9fff]{2})/, "");

function takeApart(raw: string): Heading {
  const shown = squeeze(raw);
  let text = fold(raw).replace(marks, "");
  let unit: string | undefined;
  let bound: Bound | undefined;
  const asides: string[] = [];
  text = text.replace(bracketed, (whole) => {
    const inside = whole.slice(1, -1).replace(/^(计量)?单位:?/, "");
    const sign = boundSigns.find(([word]) => inside === word || inside.startsWith(word));
    if (looksLikeUnit(inside)) unit ??= inside;
    else if (sign) bound ??= sign[1];
    else asides.push(inside);
    return "";
  });
  const tail = /^(.+?)[/,、:]([^/,、:]{1,6})$/.exec(text);
  if (!unit && tail?.[1] && tail[2] && looksLikeUnit(tail[2])) {
    unit = tail[2];
    text = tail[1];
  }
  text = withoutGloss(text.replace(/[:;,。、]+$/, ""));
  if (text.length > 1 && text.endsWith("%")) {
    unit ??= "%";
    text = text.slice(0, -1);
  }
  const times = foldTimes(text);
  const aside = asides.length > 0 ? foldTimes(asides.join("")) : undefined;
  const node = times.node ?? aside?.node;
  const year = times.year ?? aside?.year;
  return {
    shown,
    name: times.name,
    full: times.name + (aside?.name ?? "") + (unit === "%" ? "%" : ""),
    plain: text,
    ...(unit ? { unit } : {}),
    ...(bound ? { bound } : {}),
    ...(node ? { node } : {}),
    ...(year ? { year } : {}),
  };
}
