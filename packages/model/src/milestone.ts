import * as z from "zod/mini";
import { daySchema } from "./amount.ts";

/** The stages of a building project, in their order (项目阶段). */
export const stages = ["前期", "开工", "主体", "封顶", "竣工", "验收", "投用"] as const;

/** Schema of a milestone: what is due when, and for a project which stage (节点事项). */
export const milestoneSchema = z.object({
  what: z.string(),
  /** "2016-06-30"; "--06-30" where the year is not stated; "---25" for each month's 25th. */
  due: z.string().check(z.regex(/^(?:\d{4}-\d{2}-\d{2}|--\d{2}-\d{2}|---\d{2})$/)),
  precision: z.enum(["day", "month", "quarter", "half", "year"]),
  stage: z.exactOptional(z.enum(stages)),
  /** The day it was reached; absent while it is not. */
  reached: z.exactOptional(daySchema),
});

/** A milestone, planned and reached (节点事项). */
export type Milestone = z.infer<typeof milestoneSchema>;
