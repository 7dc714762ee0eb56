import { type CellChange, type ChangeFrom, compareReturns, type FactsOfFigures } from "@taizhang/kpi";
import { roundText } from "@taizhang/quantity";
import { z } from "zod";

const amount = z.string().regex(/^-?\d+(\.\d+)?$/);
const changeFrom = z
  .object({
    current: amount,
    base: amount,
    /** A rate is a ratio with 6 places, points are 百分点; an incomparable change has neither. */
    change: z.union([
      z.object({ kind: z.literal("rate"), rate: amount }),
      z.object({ kind: z.literal("points"), points: amount }),
      z.object({ kind: z.literal("incomparable") }),
    ]),
  })
  .nullable();

/** 同比 and 环比 of a total, with `--changes`; null where one of the two figures is not whole. */
export const changeDocument = z.object({
  key: z.record(z.string(), z.string()),
  indicator: z.string(),
  unit: z.string(),
  period: z.string(),
  yearOnYear: changeFrom,
  periodOnPeriod: changeFrom,
});

/** What is different from an earlier version of the returns, with `--earlier`. */
export const differenceDocument = z.object({
  org: z.string(),
  indicator: z.string(),
  period: z.string().nullable(),
  task: z.string().nullable(),
  kind: z.enum(["added", "removed", "changed"]),
  fields: z.array(
    z.object({
      field: z.enum(["target", "actual", "standIn", "status", "light", "pending", "unit"]),
      before: z.string().nullable(),
      after: z.string().nullable(),
      difference: amount.optional(),
    }),
  ),
});

const changeOutput = (of: ChangeFrom | null): z.infer<typeof changeFrom> =>
  of && {
    ...of,
    change:
      of.change.kind === "rate" ? { kind: "rate", rate: roundText(of.change.rate, 6) } : { ...of.change },
  };

/** A change of a total as printed in a document. */
export const cellChangeOutput = (one: CellChange): z.infer<typeof changeDocument> => ({
  key: { ...one.key },
  indicator: one.indicator,
  unit: one.unit,
  period: one.period,
  yearOnYear: changeOutput(one.yearOnYear),
  periodOnPeriod: changeOutput(one.periodOnPeriod),
});

/** What changed between two versions of the returns as printed in a document (两版比对). */
export function differencesOutput(
  before: FactsOfFigures,
  after: FactsOfFigures,
): z.infer<typeof differenceDocument>[] {
  const names = new Map(
    [...before.frame.indicators, ...after.frame.indicators].map(({ key, name }) => [key, name]),
  );
  return compareReturns(before.facts, after.facts).map(({ org, indicator, period, task, kind, fields }) => ({
    org,
    indicator: names.get(indicator) ?? indicator,
    period: period ?? null,
    task: task ?? null,
    kind,
    fields: fields.map((field) => ({ ...field })),
  }));
}
