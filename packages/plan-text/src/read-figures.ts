import { printedUnit } from "./amounts.ts";
import { type Figure, figuresIn } from "./figures.ts";
import { indicatorName } from "./indicator-name.ts";
import type { TextBound, TextCondition, TextFunding, TextIndicator } from "./plan.ts";
import type { SectionKind } from "./sections.ts";

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
  for (const figure of figuresIn(text, scope)) {
    const { purpose } = figure;
    if (purpose === "condition") conditions.push(conditionOf(text, figure));
    else if (purpose === "funding") funding.push(fundingOf(text, figure));
    else if (purpose !== "none") indicators.push(...indicatorsOf(text, figure));
  }
  return { indicators: withoutHeadingRepeats(text, indicators), funding, conditions };
}

const amountOf = ({ value: { value, valueMax, bound } }: Figure) => ({
  value: String(value),
  bound: (valueMax !== undefined ? "range" : bound) as TextBound,
  ...(valueMax === undefined ? {} : { valueMax: String(valueMax) }),
});

const placeOf = (text: string, { start, end }: Figure) => ({ raw: text.slice(start, end), start, end });

function conditionOf(text: string, figure: Figure): TextCondition {
  return { ...amountOf(figure), unit: printedUnit(figure), ...placeOf(text, figure) };
}

function indicatorsOf(text: string, figure: Figure): TextIndicator[] {
  const { value } = figure;
  const name = indicatorName(text, figure.start, figure.end);
  const unit = printedUnit(figure);
  const note =
    figure.purpose === "standard"
      ? ("standard" as const)
      : isPart(text, figure)
        ? ("part" as const)
        : undefined;
  const firm: TextIndicator = {
    name,
    ...amountOf(figure),
    unit,
    ...(value.per ? { per: value.per } : {}),
    ...(note ? { note } : {}),
    ...placeOf(text, figure),
  };
  if (value.stretch === undefined) return [firm];
  return [firm, { ...firm, value: String(value.stretch), bound: "stretch" }];
}

/** Behind 其中 stand the parts of what was said before. */
const isPart = (text: string, { start }: Figure): boolean =>
  /其中[^。;\n]{0,60}$/.test(text.slice(Math.max(0, start - 64), start));

function fundingOf(text: string, figure: Figure): TextFunding {
  const part = isPart(text, figure);
  const source = indicatorName(text, figure.start, figure.end) || "资金";
  return {
    source,
    amount: String(figure.value.value),
    unit: printedUnit(figure),
    ...(part ? { role: "part" as const } : /总|共|合计|预算/.test(source) ? { role: "total" as const } : {}),
    ...placeOf(text, figure),
  };
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
