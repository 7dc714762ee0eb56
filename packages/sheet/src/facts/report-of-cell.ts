import type { ObservationFact } from "@taizhang/kpi";
import type { Amount, Cell } from "../entry.ts";
import type { Row } from "./about.ts";
import { reportedValue } from "./amounts.ts";

/** What a cell reports, who reported it and for when (填报数): what every observation has beside indicator and unit. */
export function reportOfCell(
  amount: Amount,
  { at }: Cell,
  { reporter, source: { period } }: Row,
): Pick<ObservationFact, "reporter" | "period" | "value" | "places" | "marks" | "at"> {
  const marks = amount.marks.filter((mark) => mark === "textNumber" || mark === "unitInValue");
  return {
    ...(reporter ? { reporter: reporter.name } : {}),
    ...(period === undefined ? {} : { period }),
    value: reportedValue(amount),
    places: amount.places,
    ...(marks.length > 0 ? { marks } : {}),
    at,
  };
}
