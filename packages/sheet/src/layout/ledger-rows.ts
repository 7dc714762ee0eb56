import type { CellValue } from "@taizhang/grid";
import { inferIndicator } from "@taizhang/model";
import type { TextFunding, TextIndicator, TextItem, TextMilestone, TextPlan } from "@taizhang/plan-text";
import { convert, decimal, toNumber } from "@taizhang/quantity";
import { onlyOf } from "../only-of.ts";
import { dueOfItem } from "./ledger-due.ts";
import { type TargetNode, targetNodes } from "./ledger-nodes.ts";

/** One row of a ledger: a target, a milestone, or a task that has neither; cells by the form's headings (台账行). */
export interface LedgerRow {
  /** The same for the same words of the plan, whatever rows come or go around it (行标识). */
  readonly id: string;
  readonly cells: Readonly<Partial<Record<string, CellValue>>>;
}

/** The rows of a plan's ledger, in the order of the plan (任务分解). `noteOf` says what is to be confirmed of an item. */
export function ledgerRows(plan: TextPlan, noteOf: (item: TextItem) => string = () => ""): LedgerRow[] {
  const titles = new Map(plan.programs.map(({ no, title }) => [no, title]));
  const used = new Map<string, number>();
  const rows: LedgerRow[] = [];
  plan.items.forEach((item, index) => {
    const note = noteOf(item);
    const own = rowsOf(item);
    own.forEach((cells, at) => {
      const key = hashOf(`${item.text}|${String(cells.指标名称 ?? cells.形象进度节点 ?? "")}`);
      const times = used.get(key) ?? 0;
      used.set(key, times + 1);
      rows.push({
        id: times === 0 ? key : `${key}-${times + 1}`,
        cells: {
          台账编号: `${String(index + 1).padStart(3, "0")}-${at + 1}`,
          序号: rows.length + 1,
          工作板块: titles.get(item.program) ?? null,
          任务名称: item.title,
          "任务来源（文号、条款）": sourceOf(plan, item),
          ...orgCells(item),
          ...cells,
          ...(at === 0 ? moneyCells(item) : {}),
          备注: [String(cells.备注 ?? ""), at === 0 ? note : ""].filter(Boolean).join("；") || null,
        },
      });
    });
  });
  return rows;
}

const numerals = "二三四五六七八九十";

type Cells = Record<string, CellValue>;

function rowsOf(item: TextItem): Cells[] {
  const named = new Map<string, number>();
  const nodes = targetNodes(item);
  const due = dueOfItem(item);
  const targets = item.indicators
    .filter((one) => one.bound !== "stretch" && !nodes.some(({ node }) => node === one))
    .map((one) => {
      const times = (named.get(one.name) ?? 0) + 1;
      named.set(one.name, times);
      const cells = targetCells(item, one, nodes, due);
      // figures that nothing in the plan tells apart are still no repetition of one another
      return times === 1
        ? cells
        : { ...cells, 指标名称: `${one.name || item.title}之${numerals[times - 2] ?? times}` };
    });
  const own = item.milestones.filter((one) => !coversTarget(item, one) && !isWholeYear(item, one));
  const stages = own
    .filter((one) => one !== due || targets.length + own.length < 2)
    .map(
      (one): Cells => ({
        任务类型: "项目",
        "目标要求（原文）": sentenceAround(item, one),
        形象进度节点: one.what,
        ...(one.begins ? { 开始时间: startText(one) } : { 完成时限: dueText(one) }),
      }),
    );
  if (targets.length + stages.length > 0) return [...targets, ...stages, ...restCells(item)];
  return [wordsCells(item, item.text)];
}

/** A task that nobody counts, with the year's end where the plan says so. */
function wordsCells(item: TextItem, words: string): Cells {
  const [year] = item.milestones.filter((one) => isWholeYear(item, one) && words.includes(one.raw));
  return {
    任务类型: "定性",
    "目标要求（原文）": words,
    目标方向: "定性",
    ...(year ? { 完成时限: dueText(year) } : {}),
    ...conditionNote(item),
  };
}

/** 全年 beside an amount of money or a standard is no stage of work: it says for which year they are. */
const isWholeYear = (item: TextItem, { start, end, raw }: TextMilestone): boolean => {
  if (!/^(?:全年|今年|本年度?|当年|(?:19|20)\d\d年度?)$/.test(raw)) return false;
  const clause = /^[^，,。；;\n]*/.exec(item.text.slice(end - item.start))?.[0] ?? "";
  const to = end + clause.length;
  return [...item.funding, ...item.indicators].some((one) => one.start >= start && one.start < to);
};

/** The sentences of a task in which nothing is counted and nothing is due: they are work as well (其余任务). */
function restCells(item: TextItem): Cells[] {
  const told = [...item.indicators, ...item.milestones, ...item.funding].map(
    ({ start }) => start - item.start,
  );
  const rest: string[] = [];
  let at = 0;
  for (const sentence of item.text.split(/(?<=[。；;\n])/)) {
    const end = at + sentence.length;
    const words = sentence.trim();
    const bare = words
      .replace(/[（(](?:责任|牵头|配合|协办|主办)[^（）()]*[）)]?/g, "")
      .replace(/[。；;：:\s]+$/, "");
    const isHeading = bare.length < shortestRest || item.title.startsWith(bare) || bare === item.title;
    if (!isHeading && isWork.test(words) && !told.some((place) => place >= at && place < end))
      rest.push(words);
    at = end;
  }
  return rest.length === 0 ? [] : [wordsCells({ ...item, conditions: [] }, rest.join(""))];
}

const shortestRest = 10;
/** A sentence that does something; labels, names in brackets and notes do nothing. */
const isWork =
  /^(?![（(【]|(?:牵头|责任|配合|协办|完成时限|时限|备注|注|救助对象|补助对象|范围)[\u3400-\u9fff]{0,4}[：:])/;

/** 区间 only for a band to stay within: the far end of 新建1—2个 is what they strive for. */
function directionText({ bound, name, unit }: TextIndicator): string {
  if (bound !== "range") return directions[bound];
  const { direction } = inferIndicator(name, unit, { bound });
  return direction === "within" ? "区间" : direction === "up" ? "≥" : "≤";
}

const directions: Readonly<Record<Exclude<TextIndicator["bound"], "range">, string>> = {
  eq: "=",
  approx: "=",
  ge: "≥",
  gt: "≥",
  le: "≤",
  lt: "≤",
  stretch: "≥",
};
const boundWords: Partial<Record<TextIndicator["bound"], string>> = {
  approx: "原文为约数",
  gt: "原文为“超过”，不含本数",
  lt: "原文为“低于”，不含本数",
};

function targetCells(
  item: TextItem,
  one: TextIndicator,
  nodes: readonly TargetNode[],
  dueOfAll: TextMilestone | undefined,
): Cells {
  const stretch = item.indicators.find(
    (other) => other.bound === "stretch" && other.start === one.start && other.name === one.name,
  );
  const due = item.milestones.filter((other) => coversTarget(item, other, one)).at(-1) ?? dueOfAll;
  const steps = nodes.filter(({ target }) => target === one);
  return {
    任务类型: "定量",
    "目标要求（原文）": sentenceAround(item, one),
    指标名称: one.name || item.title,
    计量单位: `${one.unit}${one.per ? `/${one.per}` : ""}`,
    目标方向: directionText(one),
    年度目标: one.valueMax === undefined ? toNumber(decimal(one.value)) : `${one.value}—${one.valueMax}`,
    ...(stretch ? { 力争目标: toNumber(decimal(stretch.value)) } : {}),
    ...Object.fromEntries(steps.map(({ heading, node }) => [heading, toNumber(decimal(node.value))])),
    ...(due ? { 完成时限: dueText(due) } : {}),
    ...conditionNote(item, one),
  };
}

/** The first day of a month that work begins in; else as it is due. */
const startText = (one: TextMilestone): string => {
  const text = dueText(one);
  return one.precision === "month" ? text.replace(/^(\d{4}-\d\d)-\d\d$/, "$1-01").replace(/底$/, "") : text;
};

/** A milestone whose clause holds a target is that target's deadline and no row of its own. */
function coversTarget(item: TextItem, { start, end }: TextMilestone, target?: TextIndicator): boolean {
  const targets = target ? [target] : item.indicators;
  return targets.some((one) => {
    if (one.note === "standard" && !one.name) return false;
    const [from, to] = one.start >= end ? [end, one.start] : [one.end, start];
    const between = item.text.slice(from - item.start, Math.max(from, to) - item.start);
    return one.start >= end ? !/[。；;\n]/.test(between) : !/[。；;，,\n]/.test(between);
  });
}

function conditionNote(item: TextItem, one?: TextIndicator): Cells {
  const said = [
    one && boundWords[one.bound],
    item.conditions.length > 0 &&
      `适用条件：${[...new Set(item.conditions.map(({ raw }) => raw))].join("、")}`,
  ].filter((note): note is string => Boolean(note));
  return said.length > 0 ? { 备注: said.join("；") } : {};
}

/** The plan's own words around a figure: its sentence. */
function sentenceAround(item: TextItem, { start, end }: { start: number; end: number }): string {
  const [from, to] = [start - item.start, end - item.start];
  if (from < 0 || to > item.text.length) return item.text;
  const before = item.text.slice(0, from).search(/[^。；;\n]*$/);
  const behind = item.text.slice(to).search(/[。；;\n]/);
  const sentence = item.text.slice(before, behind < 0 ? undefined : to + behind + 1).trim();
  // …（牵头单位：区人社局；…: a bracket of names that the sentence would be cut in has columns of its own.
  return sentence.replace(/[（(](?:牵头|责任|主办|承办|配合)[^（）()]*$/, "");
}

function orgCells({ lead, support, roles }: TextItem): Cells {
  const beside = new Set(
    roles.filter(({ role }) => /责任|负责|承办|实施|落实/.test(role)).map(({ org }) => org),
  );
  return {
    牵头单位: lead.join("、") || null,
    责任单位: support.filter((org) => beside.has(org)).join("、") || null,
    配合单位: support.filter((org) => !beside.has(org)).join("、") || null,
  };
}

const yearly = /(?:年度|年内|今年|当年|本年|年)(?:计划|安排|预计)?(?:完成)?(?:投资|投入)/;

/**
 * The total in 万元 where exactly one amount is none of the others' parts and no year's, the year's where exactly one is, and all
 * amounts in the plan's words. Amounts of several projects have no total of their own.
 */
function moneyCells(item: TextItem): Cells {
  const { funding } = item;
  if (funding.length === 0) return {};
  const isYearly = (one: TextFunding) => yearly.test(`${wordsBefore(item, one)}${one.source}`);
  const wholes = funding.filter((one) => one.role !== "part");
  const inForm = (one: TextFunding | undefined) => one && convert(decimal(one.amount), one.unit, "万元");
  const total = inForm(onlyOf(wholes.filter((one) => !isYearly(one))));
  const year = inForm(onlyOf(wholes.filter(isYearly)));
  return {
    ...(total === undefined ? {} : { "总投资（万元）": toNumber(total) }),
    ...(year === undefined ? {} : { "年度计划投资（万元）": toNumber(year) }),
    资金来源: funding.map(({ source, amount: value, unit }) => `${source}${value}${unit}`).join("；"),
  };
}

/** The words right before an amount, as far as its clause goes. */
const wordsBefore = ({ text, start }: TextItem, one: TextFunding): string => {
  const before = text.slice(Math.max(0, one.start - start - 14), Math.max(0, one.start - start));
  return before.slice(before.search(/[^，,。；;：:、\n]*$/));
};

/** A day as the form asks for it; without a year in the words of a plan, to the month. */
function dueText({ due, precision }: Pick<TextMilestone, "due" | "precision">): string {
  if (/^\d/.test(due)) return due;
  if (due.startsWith("---")) return `每月${Number(due.slice(3))}日`;
  const [month = 12, day = 31] = due.slice(2).split("-").map(Number);
  if (precision === "year") return "年底";
  if (precision === "day") return `${month}月${day}日`;
  return day < 28 ? `${month}月${day}日` : `${month}月底`;
}

const sourceOf = ({ title }: TextPlan, { program, no }: TextItem): string | null =>
  [title ? `《${title}》` : "", [program, no].filter(Boolean).join("、")].filter(Boolean).join("") || null;

/** A short mark of a text, for ids that must not be secret: FNV-1a, 32 bits. */
function hashOf(text: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, "0");
}
