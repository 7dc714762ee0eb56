import * as z from "zod/mini";
import { periodSchema } from "./period-schema.ts";
import { valueSchema } from "./value.ts";

/** Cumulative since the start, within the period alone, or the same period of last year (计量口径). */
export const measureSchema = z.enum(["cumulative", "inPeriod", "lastYear"]);
export type Measure = z.infer<typeof measureSchema>;

/** Schema of an observation: indicator × org × period (填报数). Amounts stand in `unit`, as printed. */
export const observationSchema = z.object({
  task: z.exactOptional(z.string()),
  /** The indicator's key. */
  indicator: z.string(),
  org: z.string(),
  period: periodSchema,
  measure: measureSchema,
  /** Where a cumulative figure starts: the year (default), the project or the plan (累计起点). */
  cumulativeFrom: z.exactOptional(z.enum(["year", "project", "plan"])),
  value: valueSchema,
  unit: z.string(),
});

/** An observation: what an org reports for an indicator and a period (填报数). */
export type Observation = z.infer<typeof observationSchema>;
