import type { Figures, ObservationFact, TargetFact } from "@taizhang/kpi";
import { type Indicator, inferIndicator } from "@taizhang/model";
import { ratePartsOf } from "../read/rate-parts.ts";
import type { About, Row } from "./about.ts";
import { reportOfCell } from "./report-of-cell.ts";

/** The names of the parts of a rate, by its key. */
export type PartsByRate = Map<string, Pick<Indicator, "numerator" | "denominator">>;

/**
 * What a row prints of its rate's numerator and denominator (分子、分母的填报数), so that the rate over several orgs is the total of
 * the one by the total of the other: the domain page §4, law 1.
 */
export function partsOfRate(row: Row, about: About, known: PartsByRate): ObservationFact[] {
  const { entry, standing } = row;
  const parts = about.indicator.accounting === "ratio" ? ratePartsOf(entry) : undefined;
  if (!parts || standing === "ledger") return [];
  const indicators = parts.map(({ name, amount: { unit = "" } }) =>
    inferIndicator(`${about.indicator.name}·${name}`, unit, { accounting: "stock", acrossOrgs: "sum" }),
  );
  const [numerator = "", denominator = ""] = indicators.map(({ key }) => key);
  known.set(about.indicator.key, { numerator, denominator });
  return parts.map(({ cell, amount }, index) => ({
    ...about,
    indicator: indicators[index] as Indicator,
    unit: amount.unit ?? "",
    power: amount.power,
    standing,
    measure: "cumulative",
    ...reportOfCell(amount, cell, row),
  }));
}

/** Every figure of a rate knows what it is made of, whichever sheet it stands in. */
export function withParts(figures: Figures, parts: PartsByRate): Figures {
  if (parts.size === 0) return figures;
  const told = <Fact extends TargetFact | ObservationFact>(fact: Fact): Fact => {
    const found = parts.get(fact.indicator.key);
    return found ? { ...fact, indicator: { ...fact.indicator, ...found } } : fact;
  };
  return { ...figures, targets: figures.targets.map(told), observations: figures.observations.map(told) };
}
