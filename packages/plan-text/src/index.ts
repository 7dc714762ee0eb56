/**
 * A government plan's prose as tasks, targets, milestones, money and responsibilities, each with its place.
 * @packageDocumentation
 */
export { type ParsePlanOptions, parsePlan } from "./parse-plan.ts";
export type {
  ConfidenceReason,
  Span,
  TextBound,
  TextCondition,
  TextFunding,
  TextIndicator,
  TextItem,
  TextMilestone,
  TextPlan,
  TextProgram,
  TextRole,
} from "./plan.ts";
