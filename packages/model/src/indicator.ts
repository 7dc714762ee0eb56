import * as z from "zod/mini";

/** Which way is better: more, less, or inside a band (方向). */
export const directionSchema = z.enum(["up", "down", "within"]);
export type Direction = z.infer<typeof directionSchema>;

/** What kind of figure it is: 时期数, 时点数, 率, 指数 (核算方式). */
export const accountingSchema = z.enum(["flow", "stock", "ratio", "index"]);
export type Accounting = z.infer<typeof accountingSchema>;

/** Which word of the data decided what, and what it decided (依据). `rule` is the id of a rule in `data/`. */
export const indicatorEvidenceSchema = z.object({
  rule: z.string(),
  saw: z.string(),
  decided: z.array(z.string()),
});
export type IndicatorEvidence = z.infer<typeof indicatorEvidenceSchema>;

/**
 * Schema of an indicator: a name with its 口径 and unit, and how it adds (指标). Two figures belong together only
 * where `key` is the same: the name without spaces and unit, and the 口径 where one is stated.
 */
export const indicatorSchema = z.object({
  key: z.string(),
  name: z.string(),
  /** The printed unit, "万元" "%" "个"; "" where none is known. */
  unit: z.string(),
  /** 口径. */
  definition: z.exactOptional(z.string()),
  direction: directionSchema,
  accounting: accountingSchema,
  /** "none": rates, averages, ranks, and whatever stays undecided (跨单位能否相加). */
  acrossOrgs: z.enum(["sum", "none"]),
  /** Flows add over time, stocks take the last, ratios neither (跨期能否相加). */
  acrossTime: z.enum(["sum", "last", "none"]),
  /** True where a negative figure is normal (净增, 利润, 增速): a total with reports missing is then no lower bound. */
  mayBeNegative: z.exactOptional(z.boolean()),
  /** Keys of the indicators whose totals make this ratio, where known (分子, 分母). */
  numerator: z.exactOptional(z.string()),
  denominator: z.exactOptional(z.string()),
  /** 约束性 or 预期性, where the plan says so. */
  binding: z.exactOptional(z.enum(["binding", "anticipatory"])),
  evidence: z.array(indicatorEvidenceSchema),
});

/** An indicator: what is measured, which way is better, and whether it adds (指标). */
export type Indicator = z.infer<typeof indicatorSchema>;
