import { type Finding, finding, type Place } from "@taizhang/finding";
import {
  add,
  compare,
  convert,
  type Decimal,
  decimal,
  isZero,
  subtract,
  unitOf,
  unitText,
} from "@taizhang/quantity";
import type { Span, TextFunding, TextIndicator, TextItem } from "./plan.ts";

const placeOf = ({ start, end }: Span): Place => ({ kind: "text", start, end });
const sumOf = (amounts: readonly Decimal[]) => amounts.reduce((sum, one) => add(sum, one), decimal("0"));

/**
 * What totals and their parts within one sentence say against one another (总数与分项).
 *
 * X01 where the parts are all there is and do not add up. They are where they fill a bracket right behind the total (新建公厕30座（城区
 * 12座、乡镇16座）), where the words count their kinds (三级避灾点182个，其中…three of them), or where two parts are each other's
 * complement (其中新建…、续建…; 城区…、乡镇…). X03 where a single part is greater than its total, whatever else there may be: behind
 * 其中 stands what is worth telling, not everything. X02 where the sources of money do not add up, unless the words leave a rest
 * (其余自筹). Only figures that bind alike, =, and of one unit are compared.
 */
export function partFindings(item: TextItem): Finding[] {
  return [...fundingSum(item), ...partsOfTotal(item.indicators), ...sumsOfParts(item)];
}

const rest = /其余|剩余|余下|不足|缺口|差额|等(?:多渠道)?(?:资金|解决|筹)/;

/** X02: the sources behind 其中, or in the bracket behind a total, do not add up to it. */
function fundingSum(item: TextItem): Finding[] {
  const { funding } = item;
  const found: Finding[] = [];
  let whole: TextFunding | undefined;
  let parts: TextFunding[] = [];
  const close = () => {
    if (whole && parts.length > 1) found.push(...compareSum(item, whole, parts));
    parts = [];
  };
  for (const one of funding) {
    if (one.role === "part" || (whole && inBracket(item, whole, one))) parts.push(one);
    else {
      close();
      whole = one;
    }
  }
  close();
  return found;
}

function compareSum(item: TextItem, whole: TextFunding, parts: readonly TextFunding[]): Finding[] {
  const amounts = parts.map(({ amount, unit }) => convert(decimal(amount), unit, whole.unit));
  if (amounts.some((one) => one === undefined)) return [];
  const total = decimal(whole.amount);
  const sum = sumOf(amounts.filter((one) => one !== undefined));
  const difference = subtract(total, sum);
  if (isZero(difference)) return [];
  const isOpen = rest.test(sentenceFrom(item, whole.end));
  if (isOpen && compare(sum, total) < 0) return [];
  const say = (amount: Decimal) => `${amount}${whole.unit}`;
  return [
    finding(
      "X02",
      { total: say(total), sum: say(sum), difference: say(difference), parts: parts.length },
      [placeOf(whole)],
      { related: parts.map(placeOf) },
    ),
  ];
}

/** The words of the item from a place to the end of the sentence. */
function sentenceFrom(item: TextItem, from: number): string {
  const words = item.text.slice(from - item.start);
  const end = words.search(/[。\n]/);
  return end < 0 ? words : words.slice(0, end);
}

/** True where a figure stands in the bracket that opens right behind another, with only names before it. */
function inBracket(item: TextItem, whole: Span, part: Span): boolean {
  const between = item.text.slice(whole.end - item.start, part.start - item.start);
  return between.length <= 60 && /^[（(][^（()）。；;]*$/.test(between);
}

/** X03: a part behind 其中 that is greater than the whole before it, in the same unit. */
function partsOfTotal(indicators: readonly TextIndicator[]): Finding[] {
  const found: Finding[] = [];
  let whole: TextIndicator | undefined;
  for (const one of indicators) {
    if (one.note !== "part") {
      whole = one;
      continue;
    }
    if (!whole || whole.bound === "stretch" || !sameUnit(whole.unit, one.unit) || isRate(one)) continue;
    if (compare(amountIn(one, whole), decimal(whole.value)) > 0)
      found.push(
        finding(
          "X03",
          {
            label: one.name,
            part: `${one.value}${one.unit}`,
            whole: `${whole.value}${whole.unit}`,
            of: whole.name,
          },
          [placeOf(one)],
          { related: [placeOf(whole)] },
        ),
      );
  }
  return found;
}

const amountIn = (one: TextIndicator, whole: TextIndicator): Decimal =>
  convert(decimal(one.value), one.unit, whole.unit) ?? decimal(one.value);

/** X01: the parts that are all there is do not add up to the total. */
function sumsOfParts(item: TextItem): Finding[] {
  const { indicators } = item;
  const found: Finding[] = [];
  indicators.forEach((whole, index) => {
    if (whole.note !== undefined || !adds(whole)) return;
    const parts = partsBehind(item, index);
    if (parts.length < 2 || !areAll(item, whole, parts)) return;
    const total = decimal(whole.value);
    const sum = sumOf(parts.map((one) => amountIn(one, whole)));
    const difference = subtract(total, sum);
    if (isZero(difference)) return;
    const say = (amount: Decimal) => `${amount}${whole.unit}`;
    found.push(
      finding(
        "X01",
        {
          label: whole.name,
          header: "总数",
          total: say(total),
          sum: say(sum),
          difference: say(difference),
          parts: parts.length,
          missing: 0,
        },
        [placeOf(whole)],
        { related: parts.map(placeOf) },
      ),
    );
  });
  return found;
}

const isRate = ({ unit }: TextIndicator): boolean => /^(?:%|‰|个?百分点|成|折|倍|番|)$/.test(unit);

/** Rates never add, and neither does what is paid for each or is only about so many. */
const adds = (one: TextIndicator): boolean => one.bound === "eq" && one.per === undefined && !isRate(one);

/** The figures of the same unit that follow within the sentence, behind 其中 or in the bracket. */
function partsBehind(item: TextItem, index: number): TextIndicator[] {
  const whole = item.indicators[index];
  const parts: TextIndicator[] = [];
  for (let at = index + 1; whole && at < item.indicators.length && parts.length < mostParts; at++) {
    const one = item.indicators[at];
    if (!one || !adds(one) || one.unit !== whole.unit || one.start - whole.end > longestSentence) break;
    if (one.note !== "part" && !inBracket(item, whole, one)) break;
    if (/[。；;\n]/.test(item.text.slice(whole.end - item.start, one.start - item.start))) break;
    parts.push(one);
  }
  return parts;
}

const mostParts = 30;
const longestSentence = 300;

const kinds = /([二两三四五六七八九])[级类种批期]|分([二两三四五六七八九])[类级批]/;
const complements: readonly (readonly [RegExp, RegExp])[] = [
  [/城区|城市|城镇|市区|县城/, /乡镇|农村|乡村|镇村/],
  [/新建|新开工/, /改建|改扩建|续建|结转|扩建|改造/],
  [/公办|公立/, /民办|私立/],
  [/男/, /女/],
  [/加固/, /重建|新建/],
  [/集中/, /分散/],
  [/C级/, /D级/],
  [/市级|市本级/, /县级|区级/],
];

/** True where the parts are all there is, by the form of the sentence or by their names. */
function areAll(item: TextItem, whole: TextIndicator, parts: readonly TextIndicator[]): boolean {
  const [first, second] = parts;
  const last = parts.at(-1);
  if (!first || !second || !last) return false;
  const words = item.text.slice(whole.end - item.start, last.end - item.start);
  if (/其他|其余|等/.test(words)) return false;
  const behind = item.text.charAt(last.end - item.start);
  if (!/其中/.test(words)) return inBracket(item, whole, first) && /[）)]/.test(behind);
  const before = item.text.slice(Math.max(0, whole.start - item.start - 16), whole.end - item.start);
  const said = kinds.exec(before);
  const count = said ? "一二三四五六七八九".indexOf((said[1] ?? said[2] ?? "").replace("两", "二")) + 1 : 0;
  if (count === parts.length) return true;
  if (parts.length !== 2) return false;
  const names = parts.map(
    (one) => `${one.name}${item.text.slice(one.start - item.start - 8, one.end - item.start)}`,
  );
  return complements.some(
    ([a, b]) =>
      (a.test(names[0] ?? "") && b.test(names[1] ?? "")) ||
      (b.test(names[0] ?? "") && a.test(names[1] ?? "")),
  );
}

const sameUnit = (a: string, b: string): boolean => {
  const [x, y] = [unitOf(a), unitOf(b)];
  return (
    a === b ||
    (x !== undefined &&
      y !== undefined &&
      x.dimension === y.dimension &&
      unitText(x) !== "" &&
      x.per === y.per)
  );
};
