import { become, type Draft, leafOf, numeric } from "./column-meaning.ts";
import { type Block, blockOf, ratioFields } from "./cross-block.ts";
import { isWeakWord } from "./header-words.ts";
import { isKnownWord, measures } from "./measure-words.ts";
import { saysTargets } from "./plain-header.ts";

/** 区县 | 城镇新增就业（人） | 失业率（%）, where the title says that these are targets. */
export function plainColumns(
  drafts: readonly Draft[],
  title: string | undefined,
): Map<number, Block> | undefined {
  if (!saysTargets(title)) return undefined;
  // What names the rows stands before the figures; a column of units says that each row has its own.
  const figures = drafts.findIndex(
    (draft) => (draft.field === "other" || isRateItself(draft)) && numeric(draft.data),
  );
  const key = drafts.findIndex(({ field }) => field === "division" || field === "lead");
  const named = drafts.filter(isTargetItself);
  const isMeasured = drafts.some(
    (draft) => measures.has(draft.field) && !isRateItself(draft) && !named.includes(draft),
  );
  if (key < 0 || key > figures || isMeasured || drafts.some(({ field }) => field === "unit"))
    return undefined;
  const blocks = new Map<number, Block>();
  for (const draft of drafts) {
    const leaf = leafOf(draft);
    const over =
      leaf && draft.path.slice(0, draft.path.indexOf(leaf)).findLast(({ name }) => /^其中/.test(name));
    if (
      !leaf ||
      (!over && isKnownWord(leaf.name)) ||
      (!over && isWeakWord(leaf.name)) ||
      draft.heading.evidence[0]?.rule === "word"
    )
      continue;
    if (draft.data.numbers + draft.data.amounts < draft.data.filled * 0.5 || draft.data.filled === 0)
      continue;
    become(draft, "target", 0.7, "titleSaysTargets");
    const own = blockOf(leaf);
    // 其中：小麦 over 面积 and 产量: 小麦面积, 小麦产量.
    const block = over
      ? { ...own, indicator: over.plain.replace(/^其中:?/, "") + (own.indicator ?? "") }
      : own;
    const stem = named.includes(draft)
      ? block.indicator?.replace(/(?:目标任务|任务|目标|计划)(?:数|量|值)?$/, "")
      : "";
    blocks.set(draft.index, stem ? { ...block, indicator: stem } : block);
  }
  return blocks.size > 0 ? blocks : undefined;
}

/** 规上工业总产值增速, 信访办结率: a rate that is aimed at by itself, and none of what another column counts. */
const isRateItself = ({ field, heading, path }: Draft): boolean =>
  ratioFields.has(field) &&
  ["wordAtEnd", "parts"].includes(heading.evidence[0]?.rule ?? "") &&
  !/完成|达成|进度|占|同比|环比|比上年/.test(path.map(({ name }) => name).join(""));

/** 高标准农田新建任务 beside 耕地保有量: that it is aimed at, its name says by itself. */
const isTargetItself = ({ field, heading, data }: Draft): boolean =>
  field === "target" && heading.evidence[0]?.rule === "parts" && numeric(data);
