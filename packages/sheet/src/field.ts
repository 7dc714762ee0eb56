/** The canonical fields of target sheets, in the order of templates (字段). The domain page §5. */
export const fields = [
  "id",
  "seq",
  "program",
  "task",
  "kind",
  "definition",
  "acceptance",
  "indicator",
  "unit",
  "direction",
  "target",
  "targetSource",
  "stretch",
  "baseline",
  "node",
  "actualPeriod",
  "actualCumulative",
  "actualLastCumulative",
  "actualLastYear",
  "completion",
  "lead",
  "support",
  "reporter",
  "division",
  "period",
  "start",
  "deadline",
  "stage",
  "investmentTotal",
  "investmentPlan",
  "investmentActual",
  "funding",
  "fundingSource",
  "status",
  "progress",
  "problem",
  "nextStep",
  "evidence",
  "yearOnYear",
  "weight",
  "score",
  "leader",
  "owner",
  "contact",
  "note",
  "other",
] as const;

export type Field = (typeof fields)[number];

/** The fields whose cells hold money (金额列). */
export const moneyFields: ReadonlySet<Field> = new Set<Field>([
  "investmentTotal",
  "investmentPlan",
  "investmentActual",
  "funding",
]);

/** The fields whose cells hold amounts (数值列). */
export const amountFields = [
  "target",
  "stretch",
  "baseline",
  "node",
  "actualPeriod",
  "actualCumulative",
  "actualLastCumulative",
  "actualLastYear",
  "investmentTotal",
  "investmentPlan",
  "investmentActual",
  "funding",
] as const satisfies readonly Field[];

/** The fields that say what was done, in one exact number each: a bound or a range is for targets (完成数列). */
export const doneFields: ReadonlySet<Field> = new Set<Field>([
  "actualPeriod",
  "actualCumulative",
  "actualLastCumulative",
  "actualLastYear",
  "investmentActual",
]);

/** The fields whose cells hold rates and points, which are no amounts and never add (率与分). */
export const rateFields = ["completion", "yearOnYear", "weight", "score"] as const satisfies readonly Field[];
