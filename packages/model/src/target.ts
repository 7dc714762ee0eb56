import * as z from "zod/mini";
import { amountSchema, daySchema } from "./amount.ts";
import { periodSchema } from "./period-schema.ts";

/** How a number binds: 以上/以下/以内 include it (ge, le), 超过/不满 do not (gt, lt); a bare number is eq (界限). */
export const boundSchema = z.enum(["eq", "ge", "gt", "le", "lt", "range", "approx"]);
export type Bound = z.infer<typeof boundSchema>;

/** A cumulative node of a target: by the end of `through` so much must be done (节点目标). */
export const nodeSchema = z.object({ through: periodSchema, value: amountSchema });
export type Node = z.infer<typeof nodeSchema>;

/**
 * A later value of a target with the day it takes effect, its approval and its reason (目标调整). The far end of a range,
 * 力争 and the nodes belong to the version that they stand with: a later one has its own, or none.
 */
export const targetVersionSchema = z.object({
  from: daySchema,
  value: amountSchema,
  valueMax: z.exactOptional(amountSchema),
  stretch: z.exactOptional(amountSchema),
  nodes: z.exactOptional(z.array(nodeSchema)),
  approval: z.exactOptional(z.string()),
  reason: z.exactOptional(z.string()),
});
export type TargetVersion = z.infer<typeof targetVersionSchema>;

/** Schema of a target: indicator × org × period with its value (目标). Amounts stand in `unit`, as printed. */
export const targetSchema = z.object({
  id: z.string(),
  task: z.exactOptional(z.string()),
  /** The indicator's key. */
  indicator: z.string(),
  org: z.string(),
  period: periodSchema,
  unit: z.string(),
  bound: boundSchema,
  /** Absent while `status` is pending (待下达). */
  value: z.exactOptional(amountSchema),
  valueMax: z.exactOptional(amountSchema),
  /** 力争. */
  stretch: z.exactOptional(amountSchema),
  /** 人·年 and the like. */
  per: z.exactOptional(z.string()),
  baseline: z.exactOptional(amountSchema),
  /** Growth over the baseline in %, as printed. */
  growth: z.exactOptional(amountSchema),
  /** 市下达, 区自定, 责任书 …: targets of different sources are never added. */
  source: z.exactOptional(z.string()),
  nodes: z.exactOptional(z.array(nodeSchema)),
  start: z.exactOptional(daySchema),
  deadline: z.exactOptional(daySchema),
  status: z.enum(["set", "pending"]),
  versions: z.exactOptional(z.array(targetVersionSchema)),
});

/** A target: indicator × org × period × value (目标). */
export type Target = z.infer<typeof targetSchema>;
