/**
 * Completion, pace, lights and exact roll-up of targets.
 * @packageDocumentation
 */
export { type Completion, type CompletionInput, completion, progress, stretch } from "./completion.ts";
export type { Dated } from "./dated.ts";
export type { Dimensions, Member } from "./dimensions.ts";
export {
  compareReturns,
  type FieldDifference,
  type ReturnDifference,
  type ReturnedFact,
} from "./engine/compare-returns.ts";
// The engine over tables of facts (汇总引擎).
export {
  encodeFacts,
  type Fact,
  type FactFrame,
  type FactMember,
  type RefusedFact,
} from "./engine/encode-facts.ts";
export { sumExactly } from "./engine/exact-sums.ts";
export { type FactCell, factCell, factCells } from "./engine/fact-cell.ts";
export {
  type FactStatus,
  factLights,
  factStatuses,
  type TargetStatus,
  targetStatuses,
} from "./engine/fact-status.ts";
export {
  type Codes,
  type FactColumns,
  type FactDimension,
  type FactIndicator,
  type FactOrgs,
  type FactSpills,
  type FactTable,
  factTable,
} from "./engine/fact-table.ts";
export type { ChangedCell } from "./engine/live-changes.ts";
export { type FactEdit, type LiveRollUp, liveRollUp } from "./engine/live-roll-up.ts";
export type { FactChange } from "./engine/live-table.ts";
export {
  type CumulativeValue,
  cumulativeOf,
  type InPeriodValue,
  inPeriodOf,
  type PeriodValue,
} from "./engine/period-series.ts";
export { type FactRollUp, rollUpFacts } from "./engine/roll-up-facts.ts";
export { everyLevel, type GroupSet, type RollUpPlan } from "./engine/roll-up-plan.ts";
export { lackingOrgs, type SourceRow, sourceRows } from "./engine/source-rows.ts";
export type {
  CellPlace,
  FigureOf,
  Figures,
  ObservationFact,
  ObservationMark,
  Standing,
  TargetFact,
  TaskFact,
} from "./facts.ts";
export { type Light, type LightRule, light, lightPresets, lightRule, worstLight } from "./light.ts";
export type { Note, NoteCode, NoteFacts } from "./note.ts";
export { type PaceInput, pace } from "./pace.ts";
export { rollUp } from "./roll-up.ts";
export type { GroupBy, Key, RollUp, RollUpCell, RollUpOptions, Source, TaskCounts } from "./roll-up-cell.ts";
export { sayNote } from "./say-note.ts";
export type { Adjustment, AssessedItem, AssessedOrg, Assessment } from "./score/assessment.ts";
export { type AssessedFigures, type AssessmentOptions, assessmentOf } from "./score/assessment-of.ts";
export type { ItemScore } from "./score/item-score.ts";
export type { OrgScore, ScoredItem } from "./score/org-score.ts";
export { type Rankable, ranking } from "./score/ranking.ts";
export { sayScoreLine } from "./score/say-score-line.ts";
export { type RankedScore, type Scores, score } from "./score/score.ts";
export type { ScoreLine, ScoreLineCode, ScoreLineFacts } from "./score/score-line.ts";
export {
  type AssessmentRule,
  assessmentRule,
  type ScoreRule,
  scorePresets,
  scoreRule,
} from "./score/score-preset.ts";
export { type StatusWord, statusWord } from "./status-word.ts";
export { type State, type StateOptions, type TargetState, type TaskState, taskState } from "./task-state.ts";
export { type Change, yearOnYear } from "./year-on-year.ts";
