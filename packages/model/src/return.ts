import * as z from "zod/mini";
import { daySchema } from "./amount.ts";
import { observationSchema } from "./observation.ts";
import { periodSchema } from "./period-schema.ts";

/** 未报 → 已报 → 退回 → 重报 → 已审 → 锁定 (报送状态). */
export const returnStateSchema = z.enum([
  "due",
  "submitted",
  "sentBack",
  "resubmitted",
  "reviewed",
  "locked",
]);
export type ReturnState = z.infer<typeof returnStateSchema>;

/** Schema of a return: what one org hands in for one period (报表). A locked period changes only by 更正. */
export const returnSchema = z.object({
  org: z.string(),
  period: periodSchema,
  state: returnStateSchema,
  /** 1 for the first return of a period, 2 for the next (第几次报送). */
  version: z.int(),
  /** The day it came in (报出日期). */
  submitted: z.exactOptional(daySchema),
  observations: z.array(observationSchema),
});

/** A return (报表). */
export type Return = z.infer<typeof returnSchema>;
