import type { TaskFact } from "../facts.ts";
import type { Row } from "./figures.ts";

/** A row of 新增床位 of a department, a task each (床位任务的一行). */
export const bedRow = (org: string, taskId: string, actual: string | null, more: Partial<Row> = {}): Row => ({
  org,
  taskId,
  indicator: `新增床位${taskId}`,
  unit: "张",
  target: "100",
  actual,
  period: "2016-10",
  departments: [org],
  ...more,
});

/** The task of such a row. */
export const bedTask = (id: string, org: string, more: Partial<TaskFact> = {}): TaskFact => ({
  id,
  title: `任务${id}`,
  standing: "own",
  org,
  dims: { department: [{ name: org }] },
  kind: "quantitative",
  period: "2016-10",
  reported: true,
  ...more,
});
