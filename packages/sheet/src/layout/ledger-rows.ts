import type { CellValue } from "@taizhang/grid";
import type { TextFunding, TextIndicator, TextItem, TextMilestone, TextPlan } from "@taizhang/plan-text";
import { convert, decimal, toNumber } from "@taizhang/quantity";

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
          ...(at === 0 ? moneyCells(item.funding) : {}),
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
  const targets = item.indicators
    .filter(({ bound }) => bound !== "stretch")
    .map((one) => {
      const times = (named.get(one.name) ?? 0) + 1;
      named.set(one.name, times);
      const cells = targetCells(item, one);
      // figures that nothing in the plan tells apart are still no repetition of one another
      return times === 1
        ? cells
        : { ...cells, 指标名称: `${one.name || item.title}之${numerals[times - 2] ?? times}` };
    });
  const stages = item.milestones
    .filter((one) => !coversTarget(item, one))
    .map(
      (one): Cells => ({
        任务类型: "项目",
        "目标要求（原文）": sentenceAround(item, one),
        形象进度节点: one.what,
        完成时限: dueText(one),
      }),
    );
  if (targets.length + stages.length > 0) return [...targets, ...stages];
  return [{ 任务类型: "定性", "目标要求（原文）": item.text, 目标方向: "定性", ...conditionNote(item) }];
}

const directions: Readonly<Record<TextIndicator["bound"], string>> = {
  eq: "=",
  approx: "=",
  ge: "≥",
  gt: "≥",
  le: "≤",
  lt: "≤",
  range: "区间",
  stretch: "≥",
};
const boundWords: Partial<Record<TextIndicator["bound"], string>> = {
  approx: "原文为约数",
  gt: "原文为“超过”，不含本数",
  lt: "原文为“低于”，不含本数",
};

function targetCells(item: TextItem, one: TextIndicator): Cells {
  const stretch = item.indicators.find(
    (other) => other.bound === "stretch" && other.start === one.start && other.name === one.name,
  );
  const due = item.milestones.filter((other) => coversTarget(item, other, one)).at(-1);
  return {
    任务类型: "定量",
    "目标要求（原文）": sentenceAround(item, one),
    指标名称: one.name || item.title,
    计量单位: `${one.unit}${one.per ? `/${one.per}` : ""}`,
    目标方向: directions[one.bound],
    年度目标: one.valueMax === undefined ? toNumber(decimal(one.value)) : `${one.value}—${one.valueMax}`,
    ...(stretch ? { 力争目标: toNumber(decimal(stretch.value)) } : {}),
    ...(due ? { 完成时限: dueText(due) } : {}),
    ...conditionNote(item, one),
  };
}

/** A milestone whose clause holds a target is that target's deadline and no row of its own. */
function coversTarget(item: TextItem, { start, end }: TextMilestone, target?: TextIndicator): boolean {
  const targets = target ? [target] : item.indicators;
  return targets.some((one) => {
    if (one.note === "standard") return false;
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
  return item.text.slice(before, behind < 0 ? undefined : to + behind + 1).trim();
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

/** The total in 万元 where one is stated or only one amount is, and all amounts in the plan's words. */
function moneyCells(funding: readonly TextFunding[]): Cells {
  if (funding.length === 0) return {};
  const totals = funding.filter(({ role }) => role === "total");
  const total = totals.length === 1 ? totals[0] : funding.length === 1 ? funding[0] : undefined;
  const amount = total && convert(decimal(total.amount), total.unit, "万元");
  return {
    ...(amount === undefined ? {} : { "总投资（万元）": toNumber(amount) }),
    资金来源: funding.map(({ source, amount: value, unit }) => `${source}${value}${unit}`).join("；"),
  };
}

/** A day as the form asks for it; without a year in the words of a plan, to the month. */
export function dueText({ due, precision }: Pick<TextMilestone, "due" | "precision">): string {
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
