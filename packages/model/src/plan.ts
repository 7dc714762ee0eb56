import * as z from "zod/mini";
import { indicatorSchema } from "./indicator.ts";
import { orgSchema } from "./org.ts";
import { taskSchema } from "./task.ts";

/** Schema of a program: the section of a plan that groups tasks (工作板块). */
export const programSchema = z.object({
  id: z.string(),
  no: z.exactOptional(z.string()),
  title: z.string(),
});

/** A program (工作板块). */
export type Program = z.infer<typeof programSchema>;

/** Schema of a plan with all it refers to (计划). */
export const planSchema = z.object({
  id: z.string(),
  title: z.string(),
  year: z.int(),
  /** Division code of the government whose plan it is. */
  division: z.exactOptional(z.string()),
  programs: z.array(programSchema),
  tasks: z.array(taskSchema),
  indicators: z.array(indicatorSchema),
  orgs: z.array(orgSchema),
});

/** A government's plan of a year (计划). */
export type Plan = z.infer<typeof planSchema>;
