import { type Finding, finding, type Place } from "@taizhang/finding";
import {
  add,
  compare,
  convert,
  type Decimal,
  decimal,
  isCountUnit,
  isZero,
  subtract,
  unitOf,
  unitText,
} from "@taizhang/quantity";
import type { Span, TextFunding, TextIndicator, TextItem } from "./plan.ts";

const placeOf = ({ start, end }: Span): Place => ({ kind: "text", start, end });

/** What is uncertain or does not agree within an item (条目内的问题). */
export function itemFindings(item: TextItem, year: number | undefined): Finding[] {
  return [
    ...yearsInNumbers(item),
    ...reversed(item),
    ...weakStretch(item),
    ...outsidePlan(item, year),
    ...fundingSum(item.funding),
    ...partsOfTotal(item.indicators),
  ];
}

const startsWithYear = /^(?:19[89]|20[0-3])\d\d/;

/** V08: 20220个, as bulk replacements of years leave behind. */
function yearsInNumbers({ indicators, conditions }: TextItem): Finding[] {
  return [...indicators, ...conditions].flatMap((one) => {
    const printed = /\d+/.exec(one.raw)?.[0] ?? "";
    const suspect =
      printed.length > 4 &&
      printed.length <= 9 &&
      startsWithYear.test(printed) &&
      /^(?:0+|\d{5})$/.test(printed.slice(4));
    return suspect && (isCountUnit(one.unit) || one.unit === "元")
      ? [finding("V08", { value: one.raw, year: printed.slice(0, 4) }, [placeOf(one)])]
      : [];
  });
}

/** T03: a range that runs from the greater to the smaller. */
function reversed({ indicators }: TextItem): Finding[] {
  return indicators
    .filter(({ value, valueMax }) => valueMax !== undefined && compare(decimal(value), decimal(valueMax)) > 0)
    .map((one) => finding("T03", { text: one.raw, from: one.value, to: one.valueMax ?? "" }, [placeOf(one)]));
}

/** T04: a 力争 that is less than the firm target. Ceilings are left alone: what is better there is not said. */
function weakStretch({ indicators }: TextItem): Finding[] {
  return indicators.flatMap((one) => {
    if (one.bound !== "stretch") return [];
    const firm = indicators.find((other) => other.start === one.start && other.bound !== "stretch");
    if (!firm || firm.bound === "le" || firm.bound === "lt") return [];
    return compare(decimal(one.value), decimal(firm.value)) < 0
      ? [
          finding("T04", { stretch: one.value, target: firm.value, direction: "up", unit: one.unit }, [
            placeOf(one),
          ]),
        ]
      : [];
  });
}

/** D02: a deadline in another year than the plan's; for work over several years that is to be confirmed. */
function outsidePlan({ milestones }: TextItem, year: number | undefined): Finding[] {
  if (year === undefined) return [];
  return milestones
    .filter(({ due }) => /^\d{4}/.test(due) && Number(due.slice(0, 4)) !== year)
    .map((one) => finding("D02", { text: one.raw, plan: `${year}年` }, [placeOf(one)]));
}

const sumOf = (amounts: readonly Decimal[]) => amounts.reduce((sum, one) => add(sum, one), decimal("0"));

/** X02: the sources behind 其中 do not add up to the total before them. */
function fundingSum(funding: readonly TextFunding[]): Finding[] {
  const found: Finding[] = [];
  let whole: TextFunding | undefined;
  let parts: TextFunding[] = [];
  const close = () => {
    if (whole && parts.length > 1) found.push(...compareSum(whole, parts));
    parts = [];
  };
  for (const one of funding) {
    if (one.role === "part") parts.push(one);
    else {
      close();
      whole = one;
    }
  }
  close();
  return found;
}

function compareSum(whole: TextFunding, parts: readonly TextFunding[]): Finding[] {
  const amounts = parts.map(({ amount, unit }) => convert(decimal(amount), unit, whole.unit));
  if (amounts.some((one) => one === undefined)) return [];
  const total = decimal(whole.amount);
  const sum = sumOf(amounts.filter((one) => one !== undefined));
  const difference = subtract(total, sum);
  if (isZero(difference)) return [];
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

/** X03: a part behind 其中 that is greater than the whole before it, in the same unit. */
function partsOfTotal(indicators: readonly TextIndicator[]): Finding[] {
  const found: Finding[] = [];
  let whole: TextIndicator | undefined;
  for (const one of indicators) {
    if (one.note !== "part") {
      whole = one;
      continue;
    }
    if (!whole || whole.bound === "stretch" || !sameUnit(whole.unit, one.unit)) continue;
    const value = convert(decimal(one.value), one.unit, whole.unit) ?? decimal(one.value);
    if (compare(value, decimal(whole.value)) > 0)
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
