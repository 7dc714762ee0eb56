import { type Finding, finding, type Place } from "@taizhang/finding";
import { compare, decimal, isCountUnit } from "@taizhang/quantity";
import { partFindings } from "./find-parts.ts";
import type { Span, TextItem } from "./plan.ts";

const placeOf = ({ start, end }: Span): Place => ({ kind: "text", start, end });

/** What is uncertain or does not agree within an item (条目内的问题). */
export function itemFindings(item: TextItem, year: number | undefined): Finding[] {
  return [
    ...yearsInNumbers(item),
    ...reversed(item),
    ...weakStretch(item),
    ...outsidePlan(item, year),
    ...partFindings(item),
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
