import { printedUnit } from "./amounts.ts";
import { type Figure, figuresIn } from "./figures.ts";
import { indicatorName } from "./indicator-name.ts";
import type { TextBound, TextCondition, TextFunding, TextIndicator } from "./plan.ts";
import { distributed, headOfRow, labelledName } from "./row-names.ts";
import type { SectionKind } from "./sections.ts";
import { withLabels } from "./sub-labels.ts";

/** The figures of an item, each with the place in the text that was read. */
export interface ItemFigures {
  readonly indicators: TextIndicator[];
  readonly funding: TextFunding[];
  readonly conditions: TextCondition[];
}

/** The targets, the money and the conditions of an item's words (指标、资金、适用条件). */
export function readFigures(text: string, scope: SectionKind): ItemFigures {
  const indicators: TextIndicator[] = [];
  const funding: TextFunding[] = [];
  const conditions: TextCondition[] = [];
  const figures = figuresIn(text, scope);
  const names: string[] = [];
  figures.forEach((figure, index) => {
    const { purpose } = figure;
    const name = nameOf(text, figures, index, names);
    names.push(name);
    if (purpose === "condition") conditions.push(conditionOf(text, figure));
    else if (purpose === "funding") funding.push(fundingOf(text, figure, name));
    else if (purpose !== "none") indicators.push(...indicatorsOf(text, figure, name));
  });
  return {
    indicators: withLabels(text, withWholes(text, withoutHeadingRepeats(text, indicators))),
    funding: withLabels(text, funding),
    conditions,
  };
}

/** The name of one figure among those of the item; figures in a row share their words and differ by owner. */
function nameOf(text: string, figures: readonly Figure[], index: number, names: readonly string[]): string {
  const figure = figures[index];
  if (!figure) return "";
  const labelled = labelledName(text, figures, index);
  if (labelled) return labelled;
  const owned = distributed(text, figures, index, names);
  const around = {
    from: owned ? (figures[index - 1]?.end ?? 0) : wordsFrom(text, figures, index),
    before: names[index - 1],
    inRow: owned !== undefined,
  };
  if (!owned) return resultName(text, figures, index, names) ?? ownName(indicatorName(text, figure, around));
  if (/(?:率|占比|比例|比重|指数)$/.test(owned.owner) && figure.value.change === undefined)
    return owned.owner;
  if (names.includes(owned.owner)) return `${owned.owner}${figure.value.change === "down" ? "下降" : "增长"}`;
  if (owned.first < index)
    return `${(names[owned.first] ?? "").replace(/（[^（）]*）$/, "")}（${owned.owner}）`;
  const whole = figures[owned.last] ?? figure;
  const name =
    headOfRow(text, figure.start, owned.owner) ??
    (distributedThing(text, whole.end) || indicatorName(text, figure, around));
  const others = distributed(text, figures, owned.last, names)?.owner ?? "";
  const rest = name
    .replace(others, "")
    .replace(/^(?:分别|各)/, "")
    .replace(/(?:每[人月年]+)?分别(?:给予|发放|达到)?/, "");
  return `${rest || name}（${owned.owner}）`;
}

/** 准入线不低于人均收入的60%: what it is measured by is no part of the name. */
const ownName = (name: string): string => name.replace(/(?<=.{3})不[低少高大]于.+$/, "");

const reaching = /^,(?:达到|达|增至|提高到|升至|降至|总[量数额]达到?)$/;

/** 低保金增加5元，达到75元: the result has the name of what changes. */
function resultName(
  text: string,
  figures: readonly Figure[],
  index: number,
  names: readonly string[],
): string | undefined {
  const [before, own] = [figures[index - 1], figures[index]];
  if (!before?.value.change || !own || own.value.change || own.start - before.end > 8) return undefined;
  if (!reaching.test(text.slice(before.end, own.start))) return undefined;
  return (
    (names[index - 1] ?? "").replace(/(?:增长|增加|提高|提升|新增|净增|上升|下降|降低|减少)$/, "") ||
    undefined
  );
}

/** Where the words of a figure begin: behind the figure before, unless that only says which ones: 10亿元以上项目8个. */
function wordsFrom(text: string, figures: readonly Figure[], index: number): number {
  const [before, own] = [figures[index - 1], figures[index]];
  if (!before || !own) return 0;
  const isMark =
    /^(?:condition|none)$/.test(before.purpose) &&
    (before.purpose === "condition"
      ? /^(?:口以[上下])?[\u3400-\u9fff]{1,12}$/
      : /^[”"制][\u3400-\u9fff]{1,12}$/
    ).test(text.slice(before.end, own.start));
  return isMark ? (figures[index - 2]?.end ?? 0) : before.end;
}

/** The thing that all figures of a row count, behind the last: …2,400元发放运营补贴. */
const distributedThing = (text: string, end: number): string =>
  /^(?:的|标准|给予|发放|一次性|分别)*([\u3400-\u9fff]{2,12})/.exec(text.slice(end, end + 20))?.[1] ?? "";

/** A bound may stand before what the number is taken of: 不低于低保标准的1.3倍. */
const farBound: readonly (readonly [TextBound, RegExp])[] = [
  ["ge", /(?:不低于|不少于|不小于)[^,。;、\d]{1,16}$/],
  ["ge", /(?:不低于|不少于|不小于)[^,。;、\d]{1,30}的$/],
  ["ge", /至少[^,。;、\d]{1,4}$/],
  ["le", /(?:不超过|不高于|不大于|控制在)[^,。;、\d]{1,16}$/],
  ["gt", /(?:高于|超过|超出)[^,。;、\d]{1,16}的$/],
];

const boundedRow =
  /(?<word>不低于|不少于|不超过|不高于|低于|超过|约|控制在)[\d.,]+(?<unit>[^\d。;、,]{1,6})(?:[、和][\d.,]+[^\d。;、,]{1,6})*[、和]$/;

/** True where the first of a row is counted by the unit of another one. */
const sameWords = (first: string, unit: string, text: string, start: number): boolean =>
  unit !== "" && (first.startsWith(unit) || text.slice(start, start + 20).includes(first));

const rowBounds: Readonly<Record<string, TextBound>> = {
  不低于: "ge",
  不少于: "ge",
  不超过: "le",
  不高于: "le",
  控制在: "le",
  低于: "lt",
  超过: "gt",
  约: "approx",
};

function boundOf(text: string, { start, value: { bound, valueMax, unit } }: Figure): TextBound {
  if (valueMax !== undefined) return "range";
  if (bound !== "eq") return bound;
  const before = text.slice(Math.max(0, start - 48), start);
  // 分别不低于1500元、1100元: the word before the first holds for all of the unit
  const row = boundedRow.exec(before)?.groups;
  if (row && sameWords(row.unit ?? "", unit, text, start)) return rowBounds[row.word ?? ""] ?? "eq";
  return farBound.find(([, words]) => words.test(before))?.[0] ?? "eq";
}

const amountOf = (text: string, figure: Figure) => ({
  value: String(figure.value.value),
  bound: boundOf(text, figure),
  ...(figure.value.valueMax === undefined ? {} : { valueMax: String(figure.value.valueMax) }),
});

const placeOf = (text: string, { start, end }: Figure) => ({ raw: text.slice(start, end), start, end });

function conditionOf(text: string, figure: Figure): TextCondition {
  return { ...amountOf(text, figure), unit: printedUnit(figure), ...placeOf(text, figure) };
}

function indicatorsOf(text: string, figure: Figure, name: string): TextIndicator[] {
  const { value } = figure;
  const unit = printedUnit(figure);
  const note =
    figure.purpose === "standard"
      ? ("standard" as const)
      : isPart(text, figure)
        ? ("part" as const)
        : undefined;
  const firm: TextIndicator = {
    name,
    ...amountOf(text, figure),
    unit,
    ...(value.per ? { per: value.per } : {}),
    ...(note ? { note } : {}),
    ...placeOf(text, figure),
  };
  if (value.stretch === undefined) return [firm];
  return [firm, { ...firm, value: String(value.stretch), bound: "stretch" }];
}

/** A clause that does something new is no part any more: 其中城区2座，新增路灯80盏. */
const part =
  /其中(?:(?!,(?:(?:(?:19|20)\d\d年|今年|本年|年内|当年|年度)(?:计划|预计)?(?:完成|安排)?投资))(?!,(?:力争|确保|全年)?(?:新建|新增|改建|改造|完成|消除|建成|建设|实施|开展|培训|培育|发放|购置|安装|打造|引进|实现|达到))[^。;\n)]){0,60}$/;

/** Behind 其中 stand the parts of what was said before. */
const isPart = (text: string, { start }: Figure): boolean =>
  part.test(text.slice(Math.max(0, start - 64), start));

function fundingOf(text: string, figure: Figure, name: string): TextFunding {
  const part = isPart(text, figure);
  const source = name || "资金";
  return {
    source,
    amount: String(figure.value.value),
    unit: printedUnit(figure),
    ...(part ? { role: "part" as const } : /总|共|合计|预算/.test(source) ? { role: "total" as const } : {}),
    ...placeOf(text, figure),
  };
}

const shortName = 4;

/** A part that is told by a word or two has the name of its whole: 避灾点182个，其中区级4个 is 避灾点（区级）. */
function withWholes(text: string, all: readonly TextIndicator[]): TextIndicator[] {
  let whole: TextIndicator | undefined;
  return all.map((one) => {
    if (one.note !== "part") {
      whole = one;
      return one;
    }
    const year = /((?:19|20)\d\d年)$/.exec(text.slice(Math.max(0, one.start - 5), one.start))?.[1];
    if (whole && year && one.name === whole.name) return { ...one, name: `${whole.name}（${year}）` };
    const isShort = one.name.length <= shortName && !/[率比额（]/.test(one.name);
    return whole && isShort && whole.unit === one.unit
      ? { ...one, name: `${whole.name}（${one.name}）` }
      : one;
  });
}

/** What a heading says and its sentence repeats is one target. */
function withoutHeadingRepeats(text: string, all: readonly TextIndicator[]): TextIndicator[] {
  const headingEnd = text.slice(0, 60).search(/[。\n]/);
  if (headingEnd < 0) return [...all];
  return all.filter(
    (one, index) =>
      one.start >= headingEnd ||
      !all
        .slice(index + 1)
        .some(
          (other) =>
            other.start > headingEnd &&
            other.value === one.value &&
            other.unit === one.unit &&
            isAlike(one.name, other.name),
        ),
  );
}

/** Names that share half of the letters of the shorter one, two by two. */
function isAlike(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  let shared = 0;
  for (let at = 0; at + 1 < short.length; at++) if (long.includes(short.slice(at, at + 2))) shared += 1;
  return shared > 0 && shared >= (short.length - 1) / 2;
}
