import type { Dimensions, ObservationFact, TargetFact } from "@taizhang/kpi";
import type { Indicator, Period } from "@taizhang/model";
import { decimal } from "@taizhang/quantity";
import { valueOfText } from "./case-figures.ts";
import { monthIn, monthOf, yearOf } from "./months.ts";
import type { IndicatorSpec, Line } from "./random-specs.ts";

/** Whose a line is. */
export interface LineOwner {
  readonly org: string;
  readonly dims: Dimensions;
  readonly task?: string;
  readonly jointOrgs?: readonly string[];
  readonly dataOrg?: string;
}

type Fact = TargetFact | ObservationFact;

const powers = [0, 4, 8] as const;
const upper = { flowDown: ["le", "lt"], flowWithin: ["range"] } as const;

function boundOf(spec: IndicatorSpec, line: Line): TargetFact["bound"] {
  if (spec.kind === "flowDown") return upper.flowDown[line.lineBound % 2] ?? "le";
  if (spec.kind === "flowWithin") return "range";
  return (["eq", "ge", "gt", "approx"] as const)[line.lineBound] ?? "eq";
}

/** The rows of one line in the returns of the months and in the ledger, each at its own place. */
export function factsOfLine(
  spec: IndicatorSpec,
  indicator: Indicator,
  line: Line,
  owner: LineOwner,
  row: number,
  period: Period,
): Fact[] {
  const facts: Fact[] = [];
  const scaled = spec.scaled && indicator.accounting !== "ratio" && indicator.accounting !== "index";
  const power = (index: number): number => (scaled ? (powers[index] ?? 0) : 0);
  const whose = (index = line.power) => ({
    indicator,
    org: owner.org,
    dims: owner.dims,
    unit: indicator.unit,
    power: power(index),
    ...(owner.task ? { taskId: owner.task } : {}),
    ...(owner.jointOrgs ? { jointOrgs: owner.jointOrgs } : {}),
    ...(owner.dataOrg ? { dataOrg: owner.dataOrg } : {}),
  });
  const place = (file: string, column: string, at = row) =>
    ({ kind: "cell", file, sheet: "报表", ref: `${column}${at}` }) as const;
  const own = (month: Period) => `${owner.org}-${month}.xlsx`;

  if (line.target !== "none") {
    const target = (
      standing: "ledger" | "own",
      file: string,
      value: string,
      source?: string,
    ): TargetFact => ({
      ...whose(line.targetPower ?? line.power),
      standing,
      bound: boundOf(spec, line),
      status: line.target === "pending" ? "pending" : "set",
      at: place(file, source === "区自定" ? "H" : "F"),
      ...(line.target === "set" ? { value: decimal(value) } : {}),
      ...(line.target === "set" && spec.kind === "flowWithin" ? { valueMax: decimal(value) } : {}),
      ...(line.target === "set" && line.stretch !== null ? { stretch: decimal(line.stretch) } : {}),
      ...(line.targetYearStated ? { period: yearOf(period) } : {}),
      ...(source ? { source } : {}),
      ...(line.version && line.target === "set"
        ? {
            versions: [
              {
                from: `${monthOf(yearOf(period), line.version.month)}-01`,
                value: decimal(line.version.value),
              },
            ],
          }
        : {}),
    });
    const source = spec.sources === "none" ? undefined : "市下达";
    const first = spec.sources === "some" && line.otherSource ? "区自定" : source;
    const months =
      line.targetEachMonth && monthIn(period) > 1 ? [monthOf(yearOf(period), 1), period] : [period];
    for (const month of months) {
      facts.push(target("own", own(month), line.targetValue, first));
      if (spec.sources === "both" && line.otherSource)
        facts.push(target("own", own(month), line.otherTargetValue, "区自定"));
    }
    if (line.inLedger) facts.push(target("ledger", "台账.xlsx", line.otherTargetValue, first));
  }

  const figure = (
    text: string,
    month: Period,
    measure: "cumulative" | "inPeriod",
    more: Partial<ObservationFact> = {},
  ): void => {
    const unsaid = line.periodUnsaid && month === period && measure === "cumulative";
    facts.push({
      ...whose(),
      standing: "own",
      measure,
      value: valueOfText(text),
      state: line.reviewed ? "reviewed" : "submitted",
      at: place(own(month), measure === "cumulative" ? "G" : "I"),
      ...(unsaid ? {} : { period: month }),
      ...more,
    });
  };
  const isNumber = (text: string | undefined): boolean => text !== undefined && /\d/.test(text);
  const flow = indicator.accounting === "flow";
  const monthly = flow && (line.style === "inPeriod" || line.style === "inPeriodFull");
  const months = Array.from({ length: monthIn(period) - 1 }, (_, i) => monthOf(yearOf(period), i + 1));
  if (line.now !== undefined) figure(line.now, period, monthly ? "inPeriod" : "cumulative");
  if (line.style === "both" && flow && isNumber(line.now)) figure(line.otherTargetValue, period, "inPeriod");
  if (line.style !== "onlyNow")
    for (const [index, month] of months.entries()) {
      const text = line.earlier[index];
      const filled = line.style === "inPeriodFull" && !isNumber(text) ? "0" : text;
      if (filled !== undefined) figure(filled, month, monthly ? "inPeriod" : "cumulative");
    }
  if (line.duplicate !== null && isNumber(line.now) && !monthly)
    figure(line.duplicate, period, "cumulative", { at: place(own(period), "G", row + 1) });
  if (line.secondReturn && line.now !== undefined && !monthly)
    figure(line.secondReturn.value, period, "cumulative", {
      version: 2,
      state: line.secondReturn.reviewed ? "reviewed" : "resubmitted",
      at: place(`${owner.org}-${period}-重报.xlsx`, "G"),
    });
  if (line.superior !== null && line.superior !== undefined && !owner.jointOrgs) {
    figure(line.superior, period, "cumulative", {
      standing: "superior",
      at: place("甲市.xlsx", "G"),
      state: "reviewed",
    });
    const last = facts.pop() as ObservationFact;
    const { taskId, ...rest } = last;
    facts.push(line.superiorHasId && taskId ? last : rest);
  }
  return facts;
}
