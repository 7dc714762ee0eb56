import * as z from "zod/mini";
import { daySchema } from "./amount.ts";
import { fundingSchema } from "./funding.ts";
import { milestoneSchema } from "./milestone.ts";
import { responsibilitySchema } from "./org.ts";
import { targetSchema } from "./target.ts";

/** 定量, by project stages, or 定性 (任务类型). */
export const taskKindSchema = z.enum(["quantitative", "milestone", "qualitative"]);
export type TaskKind = z.infer<typeof taskKindSchema>;

/** Schema of a task with its targets, milestones and money (任务). A 结转 task keeps its id and deadline. */
export const taskSchema = z.object({
  /** 台账编号. */
  id: z.string(),
  /** The number as printed. */
  no: z.exactOptional(z.string()),
  program: z.exactOptional(z.string()),
  title: z.string(),
  kind: taskKindSchema,
  /** The plan's own sentence and where it stands, by offsets in UTF-16 units, end excluded. */
  source: z.exactOptional(z.object({ text: z.string(), start: z.number(), end: z.number() })),
  responsibilities: z.array(responsibilitySchema),
  start: z.exactOptional(daySchema),
  deadline: z.exactOptional(daySchema),
  /** 常态化: never 已完成 before the year's end. */
  recurring: z.exactOptional(z.boolean()),
  /** 验收标准. */
  acceptance: z.exactOptional(z.string()),
  targets: z.array(targetSchema),
  milestones: z.array(milestoneSchema),
  funding: z.array(fundingSchema),
});

/** A task of a plan (任务). */
export type Task = z.infer<typeof taskSchema>;
