/**
 * The domain of government targets in zod: plan, task, indicator, target, organisation, observation, period.
 * @packageDocumentation
 */
export { amountSchema, daySchema } from "./amount.ts";
export { type Funding, fundingSchema } from "./funding.ts";
export {
  type Accounting,
  accountingSchema,
  type Direction,
  directionSchema,
  type Indicator,
  type IndicatorEvidence,
  indicatorEvidenceSchema,
  indicatorSchema,
} from "./indicator.ts";
export { type IndicatorHints, indicatorKey, inferIndicator } from "./infer-indicator.ts";
export { type Milestone, milestoneSchema, stages } from "./milestone.ts";
export { type Measure, measureSchema, type Observation, observationSchema } from "./observation.ts";
export { type Org, orgSchema, type Responsibility, responsibilitySchema } from "./org.ts";
export {
  comparePeriods,
  contains,
  firstMonth,
  isPeriod,
  lastDay,
  lastMonth,
  monthOfDay,
  monthOfNumber,
  monthsOf,
  type Period,
  yearOf,
} from "./period.ts";
export { periodSchema } from "./period-schema.ts";
export { type Plan, type Program, planSchema, programSchema } from "./plan.ts";
export { type Return, type ReturnState, returnSchema, returnStateSchema } from "./return.ts";
export {
  type Bound,
  boundSchema,
  type Node,
  nodeSchema,
  type Target,
  type TargetVersion,
  targetSchema,
  targetVersionSchema,
} from "./target.ts";
export { type Task, type TaskKind, taskKindSchema, taskSchema } from "./task.ts";
export { type Value, valueSchema } from "./value.ts";
