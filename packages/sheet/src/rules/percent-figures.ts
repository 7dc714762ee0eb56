import { finding } from "@taizhang/finding";
import { absolute, compare, type Decimal, multiply, shift } from "@taizhang/quantity";
import type { Entry } from "../entry.ts";
import { actualOf, amountIn } from "./amounts.ts";
import { agrees, candidatesOf, rateIn } from "./rate.ts";
import { type TableView, valueIn } from "./subject.ts";

/** The row's actual is a bare number of a fraction's size. */
export function mayBeFraction(view: TableView, entry: Entry): boolean {
  const raw = valueIn(view, entry, "actualCumulative") ?? valueIn(view, entry, "actualPeriod");
  return typeof raw === "number" && Math.abs(raw) <= 1.5 && raw !== 0;
}

/** Target and actual of a rate indicator in two scales: 95 (%) and 0.96. */
export function* figuresInTwoScales(view: TableView) {
  for (const entry of view.data) {
    if (!mayBeFraction(view, entry)) continue;
    const target = amountIn(entry, "target");
    const actual = actualOf(entry);
    if (target.unit !== "%" || actual?.amount.unit !== "%" || target.status !== "reported") continue;
    const [a, t] = [actual.amount.amount, target.amount];
    const bare = typeof actual.cell.value === "number" && !actual.cell.format?.includes("%");
    if (!bare || a === undefined || t === undefined || a === "0" || !a.includes(".")) continue;
    if (compare(absolute(a), "1.5" as Decimal) > 0 || compare(absolute(t), "20" as Decimal) < 0) continue;
    const scaled = shift(a, 2);
    const close =
      compare(scaled, multiply(t, "0.8" as Decimal)) >= 0 &&
      compare(scaled, multiply(t, "1.25" as Decimal)) <= 0;
    const rate = rateIn(entry.cells.get("completion"));
    const agreesWithOwn =
      rate !== undefined && candidatesOf(entry).some((one) => agrees(rate, one, "percent"));
    if (!close || agreesWithOwn) continue;
    yield finding(
      "V05",
      { value: a, scale: "fraction", expected: scaled, basis: "recomputed" },
      [actual.cell.at],
      { related: [entry.cells.get("target")?.at].filter((at) => at !== undefined) },
    );
  }
}
