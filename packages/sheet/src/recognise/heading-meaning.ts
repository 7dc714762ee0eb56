import type { Field } from "../field.ts";
import type { Evidence } from "../table.ts";
import { fieldOfParts, fieldOfWord, hiddenWords, isGroupWord, isWeakWord } from "./header-words.ts";
import { fold, type Heading } from "./heading.ts";
import { isKnownWord, measures, splitStem, trimGroup } from "./measure-words.ts";
import { looksLikeOrgs } from "./org-word.ts";

/** What the words of a column say, before its data is looked at (表头含义). */
export interface HeadingMeaning {
  readonly field: Field | undefined;
  readonly confidence: number;
  readonly evidence: readonly Evidence[];
  /** A group heading that is no word of ours, or the stem of a flat heading: perhaps an indicator. */
  readonly group?: string;
  readonly groupHeading?: Heading;
  /** The nearest heading above that reads as an org: a department, or a division over its columns. */
  readonly org?: string;
}

/** The meaning of the headings over one column, from the top down. A single heading, met again, means the same. */
export function meaningOf(path: readonly Heading[]): HeadingMeaning {
  const [only] = path;
  if (!only || path.length > 1 || hiddenWords().size > 0) return read(path);
  const before = known.get(only);
  if (before) return before;
  const meaning = read(path);
  known.set(only, meaning);
  return meaning;
}

const known = new WeakMap<Heading, HeadingMeaning>();

function read(path: readonly Heading[]): HeadingMeaning {
  const leaf = path.findLast((heading) => heading.name !== "");
  if (!leaf) return { field: undefined, confidence: 0, evidence: [] };
  const parents = path.slice(0, path.indexOf(leaf)).filter((heading) => heading.name !== "");
  const own = fieldOfWord(leaf.name);
  const dated = isDate.test(leaf.name) ? parents.findLast(({ name }) => ofNodes.test(name)) : undefined;
  const unknown = parents.filter((heading) => heading !== dated && !isKnownWord(heading.name));
  const org = unknown.findLast((heading) => looksLikeOrgs(heading.plain));
  // Departments may stand between the indicator and its measures; they are the indicator only where nothing else is.
  const strange = unknown.findLast((heading) => !looksLikeOrgs(heading.plain)) ?? org;
  const group = {
    ...(strange ? { group: trimGroup(strange.plain), groupHeading: strange } : {}),
    ...(org ? { org: org.plain } : {}),
  };
  if (dated && strange)
    return {
      field: "node",
      confidence: 0.9,
      evidence: [saw("partsWithGroup", `${dated.shown}${leaf.shown}`)],
      ...group,
    };
  const aside = asideMeaning(leaf);
  if (aside) return { ...aside, ...group };
  // 完成% beside 完成: the sign is no unit of what was done, it makes the word a rate.
  if (own === "actualCumulative" && /[^(（]%$/.test(fold(leaf.shown)))
    return { field: "completion", confidence: 0.9, evidence: [saw("word", leaf.shown)], ...group };
  const cash =
    own && measures.has(own) ? (spentMeaning(parents, leaf, own) ?? moneyMeaning(parents, leaf)) : undefined;
  if (cash) return { ...cash, ...group };
  if (own && !isWeakWord(leaf.name))
    return { field: own, confidence: 1, evidence: [saw("word", leaf.shown)], ...group };
  const joined = joinedMeaning(parents, leaf);
  if (joined) return { ...joined, ...group };
  if (own)
    return {
      field: own,
      confidence: parents.length > 0 ? 0.9 : 0.85,
      evidence: [saw("word", leaf.shown)],
      ...group,
    };
  // 全市平均增速 beside one's own: somebody else's figure, to compare with.
  if (/^(?:全国|全省|全市|全县|全区|周边|同类).*(?:平均|增速|增长|增幅|水平)/.test(leaf.name))
    return { field: "other", confidence: 0.8, evidence: [saw("ofOthers", leaf.shown)], ...group };
  const byParts = fieldOfParts(leaf.full);
  const stem = strange ? undefined : splitStem(leaf.name);
  if (stem)
    return {
      field: stem.field,
      confidence: 0.8,
      evidence: [saw("wordAtEnd", leaf.shown)],
      group: trimGroup(leaf.plain.slice(0, leaf.plain.length - (leaf.name.length - stem.stem.length))),
      groupHeading: leaf,
    };
  if (byParts) return { field: byParts, confidence: 0.8, evidence: [saw("parts", leaf.shown)], ...group };
  const parent = parents.at(-1);
  // 本月目标 over 上旬, 中旬, 下旬: what is to be reached by then.
  if (
    parent &&
    /^(?:[上中下]旬|第?[一二三四五\d]周)$/.test(leaf.name) &&
    /目标|计划|任务|节点/.test(parent.name)
  )
    return {
      field: "node",
      confidence: 0.85,
      evidence: [saw("partsWithGroup", `${parent.shown}${leaf.shown}`)],
    };
  // 2026年目标 over 省下达, 市自定: the same target by two who set it; 目标值 over 确保, 力争: the firm one.
  if (parent && (setBy.test(leaf.name) || firm.test(leaf.name)) && fieldOfWord(parent.name) === "target")
    return {
      field: "target",
      confidence: 0.85,
      evidence: [saw("partsWithGroup", `${parent.shown}${leaf.shown}`)],
    };
  // 能耗降低目标 over 2024年, 2025年: targets of two years.
  const over = parent && /^X(?:年|月|季度)$/.test(leaf.name) ? splitStem(parent.name) : undefined;
  if (parent && over)
    return {
      field: over.field,
      confidence: 0.7,
      evidence: [saw("group", parent.shown)],
      group: trimGroup(parent.plain.slice(0, parent.plain.length - (parent.name.length - over.stem.length))),
      groupHeading: parent,
    };
  // 分年度任务 over 2025年, 2026年, 2027年: what is to be done in each of them.
  if (
    parent &&
    /^X年度?$/.test(leaf.name) &&
    /(?:任务|目标|计划|指标)(?:量|数|值|分解|安排)?$/.test(parent.name)
  )
    return { field: "target", confidence: 0.75, evidence: [saw("group", parent.shown)] };
  const inherited = parent ? (fieldOfWord(parent.name) ?? fieldOfParts(parent.full)) : undefined;
  if (parent && inherited && !measures.has(inherited))
    return { field: inherited, confidence: 0.6, evidence: [saw("group", parent.shown)], ...group };
  return { field: undefined, confidence: 0, evidence: [], ...group };
}

const setBy =
  /^(?:国家|中央|上级|本级|[省市州县区旗镇乡部厅局]级?|自行|自我)?(?:自定|自设|自加压|加压|下达|分解|核定|确定|拟定|定|内控|认领|申报|承诺|签订|责任书|责任状|考核)(?:目标|任务|指标)?(?:数|量|值)?$/;

const firm = /^(?:确保|必保|保底|保证|底线|基本)(?:完成|实现)?(?:数|量|值)?$/;

/** 开工节点 over 3月底, 6月底: the days by which so much must be done, of the indicator above both. */
const ofNodes =
  /(?:节点|序时)(?:目标|任务|计划|要求|安排|进度)?(?:数|量|值)?$|^(?!投资|资金|用款).{2,4}(?:计划|安排)$/;
const isDate = /^(?:截?至?X月|X季度|[上下]半年|前三季度|全年)(?:\d{1,2}日)?[底末前份]{0,2}$/;

/** 完成情况（本月）, 年度目标（力争）: what stands in brackets decides. */
function asideMeaning(leaf: Heading): HeadingMeaning | undefined {
  if (!/本月|当月|本期|累计|截至|X月|上月|上年|同期|力争|奋斗/.test(leaf.full.slice(leaf.name.length)))
    return undefined;
  const bare = fieldOfWord(leaf.name);
  if (bare === "other") return undefined;
  const field = fieldOfWord(leaf.full) ?? fieldOfParts(leaf.full);
  return field && measures.has(field)
    ? { field, confidence: 0.85, evidence: [saw("parts", leaf.shown)] }
    : undefined;
}

/** 1—10月累计 under 完成投资: the heading above names the money spent, and the one below only up to when. */
function spentMeaning(parents: readonly Heading[], leaf: Heading, own: Field): HeadingMeaning | undefined {
  const above = parents.at(-1);
  return own === "actualCumulative" && above && fieldOfWord(above.name) === "investmentActual"
    ? {
        field: "investmentActual",
        confidence: 0.9,
        evidence: [saw("wordWithGroup", `${above.shown}${leaf.shown}`)],
      }
    : undefined;
}

/** 投资 over 完成, 2025年投资情况 over 年度计划: money; 固定资产投资 over 目标 is an indicator. */
function moneyMeaning(parents: readonly Heading[], leaf: Heading): HeadingMeaning | undefined {
  const all = parents.map(({ full }) => full).join("");
  const heads = parents.filter(({ name }) => name.includes("投资"));
  if (heads.length === 0 || (parents.length > 1 && !isWeakWord(leaf.name))) return undefined;
  if (!heads.every(({ name }) => isGroupWord(name.replace(/X年度?|本年度?|年度|当年/g, ""))))
    return undefined;
  const money = fieldOfParts(all + leaf.full);
  return money?.startsWith("investment")
    ? {
        field: money,
        confidence: 0.85,
        evidence: [saw("partsWithGroup", parents.map(({ shown }) => shown).join("") + leaf.shown)],
      }
    : undefined;
}

/** A weak word with the known heading above it: 投资 over 完成, 一季度 over 目标. */
function joinedMeaning(parents: readonly Heading[], leaf: Heading): HeadingMeaning | undefined {
  const money = moneyMeaning(parents, leaf);
  if (money) return money;
  for (const parent of [...parents].reverse()) {
    const exact = fieldOfWord(parent.name + leaf.name);
    if (exact)
      return {
        field: exact,
        confidence: 0.95,
        evidence: [saw("wordWithGroup", `${parent.shown}${leaf.shown}`)],
      };
    if (!isKnownWord(parent.name)) continue;
    const parts = fieldOfParts(parent.full + leaf.full);
    if (parts && isWeakWord(leaf.name))
      return {
        field: parts,
        confidence: 0.85,
        evidence: [saw("partsWithGroup", `${parent.shown}${leaf.shown}`)],
      };
  }
  return undefined;
}

const saw = (rule: string, text: string): Evidence => ({ rule, saw: text });
