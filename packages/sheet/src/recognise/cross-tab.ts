import type { Field } from "../field.ts";
import { become, type Draft, leafOf, numeric, parentOf } from "./column-meaning.ts";
import { type Block, blockOf, ratioFields } from "./cross-block.ts";
import { fieldOfParts, fieldOfWord, isWeakWord } from "./header-words.ts";
import { fold, type Heading } from "./heading.ts";
import { isKnownWord, measures, splitStem, trimGroup } from "./measure-words.ts";
import { looksLikeOrgs, looksLikePlace } from "./org-word.ts";
import { nameRows } from "./orgs-across.ts";
import { plainColumns } from "./plain-columns.ts";
import { saysTargets } from "./plain-header.ts";
import { settleLoneDeeds, settlePlans, settleStages } from "./settle-deeds.ts";
import { settleBlocks } from "./settle-figures.ts";
import { settleBudget } from "./settle-rest.ts";
import { fillBlocks, fillGroups, pairStems } from "./settle-siblings.ts";
import { settleRuns, settleTwins } from "./settle-twins.ts";
import { totalKind } from "./total-label.ts";

/**
 * The indicator of each column where columns and not rows carry indicators, or undefined for a long table (交叉表).
 * Three kinds: 目标/进度/完成比例 under each indicator; indicators under 年度目标 and 完成情况; one plain column an
 * indicator, where the title says that they are targets. Divisions may stand over the columns instead of indicators.
 */
export function crossTabOf(
  drafts: readonly Draft[],
  title: string | undefined,
): Map<number, Block> | undefined {
  settleTwins(drafts);
  settleRuns(drafts);
  settleBlocks(drafts, title);
  settleBudget(drafts);
  settleStages(drafts);
  settlePlans(drafts);
  settleLoneDeeds(drafts);
  fillBlocks(drafts);
  fillGroups(drafts);
  pairStems(drafts);
  nameRows(drafts);
  setAside(drafts);
  const named =
    drafts.some(
      ({ field, data }) =>
        (field === "task" || field === "indicator") && (data.filled === 0 || data.texts > 0),
    ) || namesWorks(drafts);
  if (named) return acrossDivisions(drafts) ?? plainDivisions(drafts, title);
  return underIndicators(drafts) ?? underMeasures(drafts) ?? plainColumns(drafts, title);
}

/** 责任单位, then blocks of indicators, then 在谈重点项目: the orgs are the rows, and what follows the figures tells more of them. */
function setAside(drafts: readonly Draft[]): void {
  const key = drafts.findIndex(({ field }) => field === "division" || field === "lead");
  const first = drafts.findIndex(({ field }) => measures.has(field));
  if (key < 0 || key > first || drafts.slice(0, first).some(isName)) return;
  const sizes = new Map<string, number>();
  for (const { field, heading, path } of drafts)
    if (heading.group && measures.has(field) && heading.groupHeading !== path.at(-1))
      sizes.set(heading.group, (sizes.get(heading.group) ?? 0) + 1);
  if ([...sizes.values()].filter((size) => size > 1).length < 2) return;
  for (const draft of drafts.slice(drafts.findLastIndex(({ field }) => measures.has(field))))
    if (isName(draft) && draft.evidence.every(({ rule }) => rule !== "corrected"))
      become(draft, "other", 0.6, "behindFigures");
}

const isName = ({ field }: Draft): boolean => field === "task" || field === "indicator";

/** 路线名称, 片区名称 before the figures, each its own, beside money: works, and no orgs that have indicators. */
const namesWorks = (drafts: readonly Draft[]): boolean =>
  drafts.some(({ field }) => field === "investmentTotal") &&
  drafts.some(
    ({ field, data, path }) =>
      field === "other" &&
      /名称$/.test(path.at(-1)?.name ?? "") &&
      data.texts > 1 &&
      data.distinct >= data.filled * 0.9,
  );

/** Indicators or tasks down, divisions across. */
function acrossDivisions(drafts: readonly Draft[]): Map<number, Block> | undefined {
  const blocks = new Map<number, Block>();
  const places = new Set<string>();
  for (const draft of drafts) {
    // 目标任务 over 东风镇, 红旗乡: the measure above, the division below.
    const [leaf, parent] = measures.has(draft.field) ? [] : [leafOf(draft), parentOf(draft)];
    const above = parent && measureAbove(parent);
    if (!leaf || !above || !measures.has(above) || !looksLikeOrgs(leaf.plain)) continue;
    become(draft, above, 0.85, "measureAbove");
    places.add(leaf.plain);
    blocks.set(draft.index, { division: leaf.plain });
  }
  for (const draft of drafts) {
    const place = draft.heading.org ?? draft.heading.group;
    if (blocks.has(draft.index)) continue;
    if (!place || draft.heading.groupHeading === leafOf(draft) || !measures.has(draft.field)) continue;
    if (!draft.heading.org && totalKind(fold(place)) === undefined) continue;
    places.add(place);
    blocks.set(draft.index, {
      division: place,
      ...(leafOf(draft)?.unit ? { unit: leafOf(draft)?.unit as string } : {}),
    });
  }
  return places.size >= 2 ? blocks : undefined;
}

/** 目标任务, and 各乡镇计划 as well. */
const measureAbove = ({ name }: Heading): Field | undefined =>
  fieldOfWord(name) ?? (/^各.{1,6}(?:计划|任务|目标)[数量值]?$/.test(name) ? "target" : undefined);

/** 指标 | 单位 | 子县 | 丑区, where the title says that these are targets: each division has one column. */
function plainDivisions(drafts: readonly Draft[], title: string | undefined): Map<number, Block> | undefined {
  if (!saysTargets(title) || drafts.some(({ field }) => measures.has(field))) return undefined;
  const found = drafts.filter((draft) => {
    const leaf = leafOf(draft)?.shown ?? "";
    const named =
      looksLikePlace(leaf) || looksLikeOrgs(leaf) || totalKind(fold(leaf)) !== undefined || leaf === "市本级";
    return named && draft.data.numbers + draft.data.amounts > draft.data.filled / 2;
  });
  const [first, last] = [found[0]?.index ?? 0, found.at(-1)?.index ?? 0];
  if (found.length < 2) return undefined;
  // 市直国有林场 among the counties: whatever stands between them is one of them.
  const all = drafts.filter(
    (draft) =>
      found.includes(draft) ||
      (draft.index > first && draft.index < last && draft.field === "other" && numeric(draft.data)),
  );
  for (const draft of all) become(draft, "target", 0.7, "titleSaysTargets");
  return new Map(all.map((draft) => [draft.index, { division: leafOf(draft)?.shown ?? "" }]));
}

/** 城镇新增就业（人） over 目标, 进度, 完成比例. */
function underIndicators(drafts: readonly Draft[]): Map<number, Block> | undefined {
  const blocks = new Map<number, Block>();
  const sizes = new Map<string, number>();
  let flat = 0;
  const groups = drafts.map(({ heading }) => heading.group).filter((group) => group !== undefined);
  const orgs = groups.filter(looksLikeOrgs).length > groups.length / 2;
  const upper = uppersOf(drafts);
  for (const draft of drafts) {
    const { group, groupHeading } = draft.heading;
    if (!group || !groupHeading || (orgs && looksLikeOrgs(group))) continue;
    if (!measures.has(draft.field) && !isPlainMeasure(draft)) continue;
    if (!measures.has(draft.field) && draft.field !== "other") continue;
    const leaf = leafOf(draft);
    if (groupHeading === leaf) flat++;
    const flatName =
      groupHeading === leaf ||
      (group !== trimGroup(groupHeading.plain) && splitStem(groupHeading.name) !== undefined);
    const named = blockOf(flatName ? { ...groupHeading, shown: group } : groupHeading);
    const above = upper.get(group);
    const over = above && above.size > 1 ? headingAbove(draft, groupHeading) : undefined;
    const said = over ? { ...named, indicator: blockOf(over).indicator + (named.indicator ?? "") } : named;
    const unit = ratioFields.has(draft.field)
      ? leaf?.unit
      : (draft.path.findLast((heading) => heading.unit)?.unit ?? said.unit);
    blocks.set(draft.index, {
      ...said,
      ...(unit ? { unit } : {}),
      ...(unit ? {} : { unit: undefined as never }),
    });
    sizes.set(said.indicator ?? group, (sizes.get(said.indicator ?? group) ?? 0) + 1);
  }
  addTwins(drafts, blocks, sizes);
  for (const [index, { unit, ...block }] of blocks) blocks.set(index, unit ? { ...block, unit } : block);
  if (blocks.size === 0) return undefined;
  const several = [...sizes.values()].filter((size) => size > 1).length;
  const regional = drafts.some(({ field }) => field === "division" || field === "lead");
  if (flat === blocks.size && (several === 0 || !regional || sizes.size === 1)) return undefined;
  // 目标任务 beside 征缴进度 over 9月, 10月: the group divides what was done, and is no indicator.
  const targets = drafts.filter(({ field }) => field === "target");
  if (targets.length > 0 && sizes.size === 1 && targets.every(({ index }) => !blocks.has(index)))
    return undefined;
  for (const draft of drafts) {
    const leaf = leafOf(draft);
    // 固定资产投资 over 目标 and 完成: in a block the plain words mean the indicator's own target and actual.
    const word = leaf && blocks.has(draft.index) ? fieldOfWord(leaf.name) : undefined;
    const plain = word === "task" && numeric(draft.data) ? "target" : word;
    if (plain && measures.has(plain) && !measures.has(draft.field)) become(draft, plain, 0.9, "block");
  }
  return blocks;
}

/**
 * 到位资金 over 目标, 完成 and 完成率 beside 引进项目 over the same three: an indicator as well, though it is the word of
 * a column elsewhere.
 */
function addTwins(drafts: readonly Draft[], blocks: Map<number, Block>, sizes: Map<string, number>): void {
  const leaves = (list: readonly Draft[]) => list.map((draft) => leafOf(draft)?.name ?? "").join("|");
  const groups = (list: readonly Draft[]) => {
    const found = new Map<Heading, Draft[]>();
    for (const draft of list) {
      const parent = draft.path.filter((heading) => heading.name !== "").at(-2);
      if (!parent) continue;
      const same = [...found.keys()].find(({ shown }) => shown === parent.shown) ?? parent;
      found.set(same, [...(found.get(same) ?? []), draft]);
    }
    return found;
  };
  const known = [...groups(drafts.filter(({ index }) => blocks.has(index))).values()]
    .filter((list) => list.length > 1)
    .map(leaves);
  for (const [parent, list] of groups(drafts.filter(({ index }) => !blocks.has(index)))) {
    if (!known.includes(leaves(list)) && !(known.length > 0 && isCounted(parent, list))) continue;
    const said = blockOf(parent);
    sizes.set(said.indicator ?? parent.shown, list.length);
    for (const draft of list) {
      const unit = ratioFields.has(draft.field) ? leafOf(draft)?.unit : said.unit;
      const { unit: _, ...block } = said;
      blocks.set(draft.index, unit ? { ...block, unit } : block);
    }
  }
}

/** 建设里程（公里） over 任务 and 完成, beside other such blocks. */
const isCounted = ({ name, unit }: Heading, list: readonly Draft[]): boolean =>
  unit !== undefined &&
  fieldOfWord(name) === "definition" &&
  list.some(({ field }) => field === "target") &&
  list.every(({ data }) => numeric(data));

/** What stands over the groups of a name: 存栏 under 生猪 and under 肉羊 are two indicators. */
function uppersOf(drafts: readonly Draft[]): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  for (const draft of drafts) {
    const { group, groupHeading } = draft.heading;
    const above = groupHeading && headingAbove(draft, groupHeading);
    if (group && above) found.set(group, (found.get(group) ?? new Set()).add(above.plain));
  }
  return found;
}

/** The nearest heading above a group that is no word of ours. */
const headingAbove = ({ path }: Draft, group: Heading): Heading | undefined =>
  path.slice(0, path.indexOf(group)).findLast(({ name }) => name !== "" && !isKnownWord(name));

const isPlainMeasure = (draft: Draft): boolean => {
  const word = fieldOfWord(leafOf(draft)?.name ?? "");
  return word !== undefined && measures.has(word);
};

/** The measure that a group of indicators is: 年度任务（万亩）, 完成情况, 完成面积. */
function measureOf({ name, full }: Heading): Field | undefined {
  const word = fieldOfWord(name) ?? fieldOfParts(full);
  if (word === "progress") return "actualCumulative";
  return word === "task" ? "target" : word;
}

/** 年度目标 over 城镇新增就业（人）, 失业率（%）; 完成情况 over the same. */
function underMeasures(drafts: readonly Draft[]): Map<number, Block> | undefined {
  const found: { draft: Draft; field: Field; leaf: Heading; unit: string | undefined }[] = [];
  for (const draft of drafts) {
    const leaf = leafOf(draft);
    const parent = draft.path.filter((heading) => heading.name !== "").at(-2);
    if (!leaf || !parent || draft.data.texts > draft.data.filled / 2) continue;
    const isTwin = comesAgain(drafts, leaf, parent);
    if (!isTwin && isKnownWord(leaf.name)) continue;
    if (!isTwin && draft.heading.field !== undefined && draft.heading.evidence[0]?.rule === "word") continue;
    if (draft.evidence.some(({ rule }) => rule === "onlyAmountOfGroup")) continue;
    const field = measureOf(parent);
    if (field && measures.has(field)) found.push({ draft, field, leaf, unit: parent.unit });
  }
  if (found.length < 2) return undefined;
  const blocks = new Map<number, Block>();
  for (const { draft, field, leaf, unit } of found) {
    become(draft, field, 0.85, "measureAbove");
    blocks.set(draft.index, { ...(unit ? { unit } : {}), ...blockOf(leaf) });
  }
  return blocks;
}

/** 到位资金 under 任务数, 完成数 and 完成率: an indicator, though it is the word of a column elsewhere. */
function comesAgain(drafts: readonly Draft[], leaf: Heading, parent: Heading): boolean {
  const word = fieldOfWord(leaf.name);
  if (isWeakWord(leaf.name) || (word !== undefined && !money.has(word))) return false;
  const above = new Set(
    drafts.flatMap((draft) => {
      const [over, own] = draft.path.filter((heading) => heading.name !== "").slice(-2);
      const field = own?.name === leaf.name && over ? measureOf(over) : undefined;
      return field && measures.has(field) ? [field] : [];
    }),
  );
  return above.size > 1 && above.has("target") && parent.name !== leaf.name;
}

const money: ReadonlySet<Field> = new Set<Field>(["funding", "investmentActual"]);
