/**
 * Completion, pace, lights and exact roll-up of targets.
 * @packageDocumentation
 */

export { type CellChange, type ChangeFrom, changesOf } from "./cell-changes.ts";
export { targetInForce } from "./chosen-target.ts";
export { type Completion, type CompletionInput, completion, progress, stretch } from "./completion.ts";
export type { Dated } from "./dated.ts";
export type { Dimensions, Member } from "./dimensions.ts";
export type { DutyRow, FollowUpTarget } from "./duty-row.ts";
export {
  compareReturns,
  type FieldDifference,
  type ReturnDifference,
  type ReturnedFact,
} from "./engine/compare-returns.ts";
export { encodeFacts, type RefusedFact } from "./engine/encode-facts.ts";
export { sumExactly } from "./engine/exact-sums.ts";
// The engine over tables of facts (汇总引擎).
export type { Fact, FactFrame, FactMember, NumberedFact } from "./engine/fact.ts";
export { type FactCell, factCell, factCells, type ReadableRollUp } from "./engine/fact-cell.ts";
export type {
  Codes,
  FactColumns,
  FactDimension,
  FactIndicator,
  FactOrgs,
  FactSpills,
  FactTable,
} from "./engine/fact-columns.ts";
export {
  type FactStatus,
  factLights,
  factStatuses,
  type TargetStatus,
  targetStatuses,
} from "./engine/fact-status.ts";
export { factTable } from "./engine/fact-table.ts";
export { type FactsOfFigures, factsOf, type NotCarried } from "./engine/facts-of.ts";
export { type OverTime, overTime } from "./engine/leaf.ts";
export type { ChangedCell } from "./engine/live-changes.ts";
export { type FactEdit, type LiveOptions, type LiveRollUp, liveRollUp } from "./engine/live-roll-up.ts";
export type { FactChange } from "./engine/live-table.ts";
export {
  type CumulativeValue,
  cumulativeOf,
  type InPeriodValue,
  inPeriodOf,
  type PeriodValue,
} from "./engine/period-series.ts";
export { type FactRollUp, rollUpFacts } from "./engine/roll-up-facts.ts";
export { everyLevel, type GroupSet, type RollUpPlan, type Window, windowOf } from "./engine/roll-up-plan.ts";
export { lackingOrgs, outsideOrgs, type SourceRow, sourceRows } from "./engine/source-rows.ts";
export { type CellTotals, cellTotals, rollUpOfTotals } from "./engine/totals.ts";
export { type Escalation, escalation, type MonthLight } from "./escalation.ts";
export { explainCell } from "./explain/cell.ts";
export { explainChange } from "./explain/change.ts";
export { explainCompletion, explainProgress, explainStretch } from "./explain/completion.ts";
export { type Explanation, sayExplanation } from "./explain/explanation.ts";
export { explainForecast } from "./explain/forecast.ts";
export { explainGrowthTarget, explainImpliedBase } from "./explain/growth.ts";
export { explainLight } from "./explain/light.ts";
export { explainPace } from "./explain/pace.ts";
export { explainQuota } from "./explain/quota.ts";
export { sayLight, sayState } from "./explain/say-light.ts";
export { sayChange, sayMeets, sayUnranked } from "./explain/say-outcome.ts";
export {
  explainEscalation,
  explainProject,
  explainTarget,
  explainTaskCompletion,
  explainTaskState,
} from "./explain/task.ts";
export type {
  CellPlace,
  FigureOf,
  Figures,
  ObservationFact,
  ObservationMark,
  SharedFigure,
  Standing,
  TargetFact,
  TaskFact,
} from "./facts.ts";
export { type FollowUp, followUps } from "./follow-up.ts";
export { type CumulativeAt, type Forecast, type ForecastInput, forecast } from "./forecast.ts";
export {
  type GrowthInput,
  growthAgrees,
  growthTarget,
  type Interval,
  impliedBase,
  isAtComparablePrices,
} from "./growth.ts";
export { type Light, type LightRule, light, lightPresets, lightRule, worstLight } from "./light.ts";
export type { Note, NoteCode, NoteFacts } from "./note.ts";
export { type PaceBy, type PaceInput, pace } from "./pace.ts";
export { type ProjectProgress, projectProgress, type StageRule, stageRule } from "./project-stage.ts";
export { type Quota, type QuotaInput, quotaUse } from "./quota.ts";
export { rollUp } from "./roll-up.ts";
export type {
  GroupBy,
  Key,
  RollUp,
  RollUpCell,
  RollUpOptions,
  Source,
  TaskCounts,
  TaskLights,
} from "./roll-up-cell.ts";
export { sayNote } from "./say-note.ts";
export type { Adjustment, AssessedItem, AssessedOrg, Assessment } from "./score/assessment.ts";
export { type AssessedFigures, type AssessmentOptions, assessmentOf } from "./score/assessment-of.ts";
export type { Breadth } from "./score/breadth.ts";
export type { ItemScore } from "./score/item-score.ts";
export type { OrgScore, RankedScore, ScoredItem, Unranked } from "./score/org-score.ts";
export { type Rankable, ranking } from "./score/ranking.ts";
export { sayGrade } from "./score/say-grade.ts";
export { sayScoreLine } from "./score/say-score-line.ts";
export { type Scores, score } from "./score/score.ts";
export type { ScoreLine, ScoreLineCode, ScoreLineFacts } from "./score/score-line.ts";
export {
  type AssessmentRule,
  assessmentRule,
  type ScoreRule,
  scorePresets,
  scoreRule,
} from "./score/score-preset.ts";
export { type StatusWord, statusWord } from "./status-word.ts";
export { taskCompletion } from "./task-completion.ts";
export { taskLights } from "./task-lights.ts";
export { type ListedTask, taskList } from "./task-list.ts";
export { type State, type StateOptions, type TargetState, type TaskState, taskState } from "./task-state.ts";
export { awaitsCalculation } from "./uncalculated.ts";
export { type YearEnd, yearEnds } from "./year-end.ts";
export { type Change, yearOnYear } from "./year-on-year.ts";
